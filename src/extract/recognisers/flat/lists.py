"""Bullets that are measures because their heading says so, or because such a list shows them elsewhere."""

from dataclasses import dataclass, field
from itertools import pairwise

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.recognisers.flat.claims import draft_of, on_page, say_issuer, say_owner, use_items
from extract.recognisers.flat.lines import is_number
from extract.recognisers.flat.pages import plan_pages
from extract.recognisers.flat.survey import Item, is_label, is_phrase, survey
from extract.recognisers.lexicon import lexicon
from veikart.core.blocks import Page
from veikart.core.records import Field, Role, Status
from veikart.core.text import fold

NAME = "flat-list"
_CONFIDENCE = 0.75
_KEY = "flat.lists"

MAX_STATUS_HEADING = 4  # words
MIN_BULLETS = 2
MIN_PHRASES = 0.75  # of the bullets under a heading
MIN_SEEN = 0.5  # of a page's bullets stand in a list of measures elsewhere


@dataclass(slots=True)
class ListPart:
    """Bullets under one heading."""

    heading: Item | None
    items: list[Item] = field(default_factory=list)
    role: Role | None = None  # None: not measures


@dataclass(slots=True)
class ListPage:
    """The bullets of a page by heading, and the lines above the first."""

    lead: list[Item] = field(default_factory=list)
    parts: list[ListPart] = field(default_factory=list)

    @property
    def accepted(self) -> list[ListPart]:
        """Those parts whose bullets are measures."""
        return [part for part in self.parts if part.role is not None]


def measure_list(page: Page, deck: Deck) -> Claim | None:
    """Take the bullets of lists of measures, with their heading as group."""
    found = list_pages(deck).get(page.number)
    if found is None:
        return None
    claim = Claim(NAME, _CONFIDENCE)
    owner, source = _owner(found, deck)
    for number, part in enumerate(found.accepted):
        for item in part.items:
            if item.first.names_owner or deck.vocabulary.split_organisations(item.text):
                continue
            draft = claim.add(draft_of(item, part.role or Role.MEASURE, f"p{page.number}/list{number + 1}"))
            if part.heading is not None:
                draft.say(Field.GROUP, part.heading.text.rstrip(" :"), part.heading.first.block, "heading")
                _say_status(draft, part.heading, deck)
            if owner:
                say_owner(draft, owner, source, "page-title", 0.7)
            say_issuer(draft, item.text, deck)
        if part.heading is not None:
            claim.use(part.heading.blocks, Use.GROUP, "heading of a list")
    use_items(claim, found.lead, Use.HEADING, "heading of the page")
    return on_page(claim, page.number)


def _say_status(draft: Draft, heading: Item, deck: Deck) -> None:
    """Take the status of a short heading that tells one: "Pågående prosjekter"."""
    told = deck.vocabulary.status_in(heading.text) if len(heading.text.split()) <= MAX_STATUS_HEADING else None
    if told is not None and told[0] is not Status.UNDER_CONSIDERATION:
        block = heading.first.block
        draft.say(Field.STATUS, told[0].value, block, "heading-status", original=told[1], confidence=0.7)
        draft.say(Field.STATUS_TEXT, told[1], block, "heading-status")


def list_pages(deck: Deck) -> dict[int, ListPage]:
    """Return the pages that list measures as bullets, by number; made once for a deck."""
    found = deck.shared.get(_KEY)
    if not isinstance(found, dict):
        found = _find(deck)
        deck.shared[_KEY] = found
    return found


def _find(deck: Deck) -> dict[int, ListPage]:
    look, plans = survey(deck), plan_pages(deck)
    taken = set(plans)
    headings = {fold(h.text) for n, items in look.pages.items() if n not in taken for h in _headings(items, deck)}
    pages = {n: _divide(items, headings, deck) for n, items in look.pages.items() if n not in taken}
    roles: dict[str, Role] = {}
    for page in pages.values():
        _accept_by_heading(page, deck)
        for part in page.accepted:
            roles.update({fold(item.text): part.role for item in part.items if part.role is not None})
    for page in pages.values():
        _accept_by_sight(page, roles)
    return {number: page for number, page in pages.items() if page.accepted}


def _headings(items: list[Item], deck: Deck) -> list[Item]:
    """Return the items directly above a bullet."""
    return [a for a, b in pairwise(items) if b.marker and not a.marker and _can_head(a, deck)]


def _can_head(item: Item, deck: Deck) -> bool:
    return item.text.endswith(":") or is_phrase(item, deck.vocabulary)


def _divide(items: list[Item], headings: set[str], deck: Deck) -> ListPage:
    """Part the bullets of a page by heading. Where a page has one heading it is that of all, wherever it stands."""
    page, current = ListPage(), ListPart(None)
    own: list[Item] = []
    for index, item in enumerate(items):
        if is_number(item.marker) or deck.vocabulary.is_furniture(item.text):
            continue
        if item.marker or (own and survey(deck).known.whole(item.text) and fold(item.text) not in headings):
            if not page.parts or page.parts[-1] is not current:
                page.parts.append(current)
            current.items.append(item)
        elif fold(item.text) in headings:
            heads_bullet = index + 1 < len(items) and bool(items[index + 1].marker)
            own.append(item)
            current = ListPart(item) if heads_bullet or not current.items else current
        elif not page.parts and not _is_organisation(item, deck):
            page.lead.append(item)
    if len({fold(item.text) for item in own}) == 1 and page.parts:
        page.parts = [ListPart(own[0], [item for part in page.parts for item in part.items])]
    return page


def _is_organisation(item: Item, deck: Deck) -> bool:
    return bool(deck.vocabulary.split_organisations(item.text)) or deck.vocabulary.looks_like_organisation(item.text)


def _accept_by_heading(page: ListPage, deck: Deck) -> None:
    lead = [item.text for item in page.lead]
    for part in page.parts:
        own = [part.heading.text] if part.heading else []
        role = _role_of(own, deck) or _role_of(lead, deck)
        good = sum(is_phrase(item, deck.vocabulary) and not is_label(item, deck.vocabulary) for item in part.items)
        refused = any(_refuses(text, deck) for text in own) or any(deck.vocabulary.page_kind(text) for text in lead)
        if role and not refused and good >= max(1, MIN_PHRASES * len(part.items)):
            part.role = role
    if sum(len(part.items) for part in page.accepted) < MIN_BULLETS:
        for part in page.parts:
            part.role = None


def _refuses(text: str, deck: Deck) -> bool:
    return lexicon().found("lists", "others", text) or bool(deck.vocabulary.page_kind(text))


def _role_of(headings: list[str], deck: Deck) -> Role | None:
    for text in headings:
        if _refuses(text, deck):
            continue
        if deck.vocabulary.role(text) is Role.PROPOSAL or lexicon().found("lists", "proposals", text):
            return Role.PROPOSAL
        if lexicon().found("lists", "measures", text) or deck.vocabulary.is_plan_heading(text):
            return Role.MEASURE
    return None


def _accept_by_sight(page: ListPage, roles: dict[str, Role]) -> None:
    items = [item for part in page.parts for item in part.items]
    seen = [item for item in items if fold(item.text) in roles]
    if len(seen) < max(MIN_BULLETS, MIN_SEEN * len(items)):
        return
    for part in page.parts:
        told = [roles[fold(item.text)] for item in part.items if fold(item.text) in roles]
        if part.role is None and told:
            part.role = told[0]


def _owner(page: ListPage, deck: Deck) -> tuple[str, Item | None]:
    """Return the one organisation that the page's heading names."""
    for item in page.lead:
        found = deck.vocabulary.organisations_in(item.text)
        if len(set(found)) == 1:
            return found[0], item
    return "", None
