"""Lists of measures under category headings, in one or more columns, with organisation stickers beside them."""

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.items import Item, begins_item
from extract.layout.legend import legend_of
from extract.layout.meanings import Meaning, meaning_of
from extract.layout.owner_lines import facts_of_lines
from extract.layout.reading import (
    body_of,
    is_slide,
    page_owner,
    page_title,
    title_blocks,
)
from extract.layout.stickers import Spot, Sticker, nearest, stickers_of, usual_side
from extract.recognisers.colours import say_text_colour
from extract.recognisers.dated import dated_line
from extract.recognisers.judgement import ENOUGH, Evidence, about_measures, heading_role, key_of, names_group, weigh
from extract.recognisers.lists_on_page import ListOnPage, lists_on, staircase, tells_by_label
from extract.recognisers.needs import need_of
from extract.recognisers.nested import undertakings
from extract.recognisers.progress import progress_of
from extract.recognisers.qualified import is_qualified
from extract.recognisers.tables import recognise_tables
from extract.recognisers.tables.signs import is_key, own_sign, say_explained_sign, say_own_sign
from extract.recognisers.tables.titles import name_and_text
from extract.recognisers.tails import Tail, say_tail, tails_of
from extract.recognisers.values import say_owners, say_period
from extract.recognisers.wording import are_stopped, is_prose, is_title
from extract.recognisers.working import acts, is_work_plan
from veikart.core.blocks import Block, Page
from veikart.core.counted import counted_label, heading_label, named_label
from veikart.core.geometry import same_row, surround
from veikart.core.periods import parse_axis
from veikart.core.problems import Code, Level, problem
from veikart.core.records import Field, Role
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

NAME = "bullets"
_SURE = 0.7
_SURE_BY_STICKERS = 0.92  # two or more stickers beside bulleted lines: no drawn plan looks so
_LIKELY = 0.5  # weight of a list beside one of measures from which it is one too
_WHOLE_PAGE = 0.6  # a box that covers more of the page's width tells nothing of how far its list reaches
_LABEL_REACH = 0.08
"""Farthest that a sticker stands behind the label that says that it owns."""
_DESCRIBING = frozenset({"goal", "benefit", "problem", "background", "target", "dependency", "cost"})
_LEAST_LABELS = 2  # of these over the lists of a slide that describes one measure
_MOST_BEHIND = 8  # words behind a bold name that tell whose and when
_KNOWN = "lists.known"


def recognise_bullets(page: Page, deck: Deck) -> Claim | None:
    """Claim the bullet lists of a slide that name measures; None if there are none."""
    if not is_slide(page):
        return None
    legend = legend_of(page, deck)
    explained = {b.id for b in legend.blocks} if legend.own else set()
    blocks = [b for b in body_of(page, deck) if not b.table and b.id not in explained]
    if not (any(map(begins_item, blocks)) or acts([b.text for b in blocks], deck)):
        return None
    title = title_blocks(page, deck)
    stickers = stickers_of(blocks, deck.vocabulary)
    apart = {s.block.id for s in stickers} | {b.id for b in blocks if _is_owner_label(b, deck.vocabulary)}
    keys = [b for b in blocks if b.marker and is_key(b, deck.vocabulary)]
    apart |= {b.id for b in (*staircase(blocks), *keys)}
    lists = lists_on([b for b in blocks if b.id not in apart], page, deck)
    claim = Claim(NAME, _SURE)
    _place_stickers(stickers, lists, page, deck.vocabulary, claim)
    text = page_title(page, deck)
    if _describes_one(blocks, text, deck.vocabulary):
        return None
    weights = [_weigh(found, lists, text, page, deck) for found in lists]
    sure = [found for found, weight in zip(lists, weights, strict=True) if weight >= ENOUGH]
    good = [f for f, w in zip(lists, weights, strict=True) if w >= ENOUGH or (w >= _LIKELY and _is_twin(f, sure))]
    if not good:
        return None
    if sum(found.beside for found in good) >= 2:
        claim.confidence = _SURE_BY_STICKERS
    for found in good:
        _read(found, text, page, deck, claim)
    for sticker in stickers:
        claim.use(sticker.block, Use.OWNER, "organisation beside the list")
    claim.use(title, Use.HEADING, "the page's title")
    claim.use(keys, Use.LEGEND, "key of signs")
    _say_page(claim, page, deck)
    return claim if claim.drafts else None


def _describes_one(blocks: list[Block], title: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a slide describes what its title names: "Mål" and "Gevinster" stand over its lists."""
    if about_measures(title, vocabulary) or vocabulary.outlook(title):
        return False
    return len({vocabulary.label(mend(b.text).rstrip(" :")) for b in blocks} & _DESCRIBING) >= _LEAST_LABELS


def _is_owner_label(block: Block, vocabulary: Vocabulary) -> bool:
    text = mend(block.text)
    return text.endswith(":") and vocabulary.header(text.rstrip(" :")) == "owner"


def _labelled(sticker: Sticker, lists: list[ListOnPage], page: Page, vocabulary: Vocabulary) -> ListOnPage | None:
    """Return the list above a sticker that stands behind a label of owners; None for an ordinary sticker."""
    before = [
        b
        for b in page.blocks
        if b.box is not None
        and _is_owner_label(b, vocabulary)
        and same_row(b.box, sticker.box)
        and 0 <= sticker.box.x0 - b.box.x1 <= _LABEL_REACH
    ]
    above = [
        (sticker.box.y0 - box.y1, found)
        for found in lists
        if (box := found.section.box) is not None
        and box.y1 <= sticker.box.y0 + 0.01
        and box.x0 - _LABEL_REACH <= sticker.box.x0 <= box.x1 + _LABEL_REACH
    ]
    return min(above, key=lambda pair: pair[0])[1] if before and above else None


def _place_stickers(
    stickers: list[Sticker], lists: list[ListOnPage], page: Page, vocabulary: Vocabulary, claim: Claim
) -> None:
    """Give each sticker to the item it stands beside, or to none with a problem."""
    places = [(found, index, spot) for found in lists for index, spot in _spots(found)]
    spots = [spot for _, _, spot in places]
    side = usual_side(stickers, spots, page.aspect)
    for sticker in stickers:
        if (under := _labelled(sticker, lists, page, vocabulary)) is not None:
            under.whole.append(sticker)
            under.beside += 1
            continue
        index, between = nearest(sticker, spots, page.aspect, side)
        if index is None:
            continue
        found, item, _ = places[index]
        found.beside += 1
        if not between:
            found.stickers.setdefault(item, []).append(sticker)
        else:
            claim.problems.append(
                problem(Code.OWNER_AMBIGUOUS, Level.NOTE, page.number, sticker.block.id, owner=sticker.block.text[:60])
            )


def _spots(found: ListOnPage) -> list[tuple[int, Spot]]:
    boxes = [surround([b.box for b in item.blocks if b.box]) for item in found.items]
    reach = surround([box for box in boxes if box])
    frame = found.items[0].head.frame
    if reach is None:
        return []
    if frame is not None and found.items[0].head.container and frame.width < _WHOLE_PAGE:
        reach = reach.union(frame)
    return [(index, Spot(box, reach.x0, reach.x1)) for index, box in enumerate(boxes) if box is not None]


def _is_twin(found: ListOnPage, sure: list[ListOnPage]) -> bool:
    """Tell whether a list stands beside one of measures, under a heading in the same row that is set alike."""
    own = found.heading
    heads = [other.heading for other in sure if other.heading is not None]
    return own is not None and own.box is not None and any(_is_set_like(own, head) for head in heads)


def _is_set_like(a: Block, b: Block) -> bool:
    if a.box is None or b.box is None or not same_row(a.box, b.box):
        return False
    return (a.size, a.bold) == (b.size, b.bold)


def _weigh(found: ListOnPage, lists: list[ListOnPage], title: str, page: Page, deck: Deck) -> float:
    known = known_titles(deck, page.number)
    headings = [mend(other.heading.text) for other in lists if other.heading is not None]
    around = Evidence(
        title=title,
        heading=mend(found.heading.text) if found.heading else "",
        stickers=found.beside,
        stickers_elsewhere=sum(other.beside for other in lists if other is not found),
        known=sum(key_of(item.text) in known for item in found.items),
        lists=len(headings),
        counted=_counted_like(title, deck),
        periods=sum(heading_label(heading) is not None for heading in headings),
        progress=sum(bool(progress_of(heading, deck.vocabulary)) for heading in headings),
        owners=len(_owned(lists, deck.vocabulary)),
        ahead=found.ahead,
        signed=sum(own_sign(item.head.marker, page.number, deck) is not None for item in found.items),
        labelled=sum(any(tells_by_label(c.text, deck.vocabulary) for c in item.children) for item in found.items),
        works=is_work_plan(deck),
        acts=acts([item.text for item in found.items], deck),
    )
    return weigh(found.items, around, deck.vocabulary)


def _owned(lists: list[ListOnPage], vocabulary: Vocabulary) -> list[ListOnPage]:
    """Return the lists whose heading is an organisation."""
    return [found for found in lists if found.heading is not None and meaning_of(found.heading.text, vocabulary).owners]


def _counted_like(title: str, deck: Deck) -> int:
    """Return how many slides count weeks or stages in their titles, if this one does."""
    if counted_label(title) is None:
        return 0
    return sum(counted_label(page_title(page, deck)) is not None for page in deck.pages)


def known_titles(deck: Deck, but: int) -> frozenset[str]:
    """Return the keys of the titles that tables on other pages list."""
    if _KNOWN not in deck.shared:
        deck.shared[_KNOWN] = {
            page.number: frozenset(key_of(d.title) for d in claim.drafts)
            for page in deck.pages
            if (claim := recognise_tables(page, deck)) is not None
        }
    pages: dict[int, frozenset[str]] = deck.shared[_KNOWN]
    return frozenset(key for number, keys in pages.items() if number != but for key in keys if key)


def _read(found: ListOnPage, title: str, page: Page, deck: Deck, claim: Claim) -> None:
    heading = found.heading
    text = mend(heading.text).rstrip(" :") if heading else ""
    role = heading_role(text, deck.vocabulary) or heading_role(title, deck.vocabulary) or Role.MEASURE
    role = role if role is Role.PROPOSAL else Role.MEASURE
    listing = f"p{page.number}/{found.section.blocks[0].id}"
    need = need_of(heading, title, page, deck, claim)
    if heading is not None:
        claim.use(heading, Use.GROUP, "heading of the list")
    stopped = are_stopped([mend(item.text) for item in found.items])
    tails = tails_of([name_and_text(item)[0] for item in found.items], deck.vocabulary)
    behind = _told_behind(found.items, deck.vocabulary)
    for index, item in enumerate(found.items):
        draft = _add(item, tails[index], role, listing, deck, claim, stopped=stopped)
        if draft is None:
            continue
        for meaning in behind[index] if tails[index] is None else []:
            _say_meaning(draft, meaning, item.head, "run-in")
        if need is not None:
            draft.parent = need
        else:
            _say_heading(draft, heading, text, deck)
        say_text_colour(draft, page, deck)
        for sticker in found.stickers.get(index, found.whole):
            say_owners(draft, sticker.owners, sticker.block.text, sticker.block, "nearness")


def _told_behind(items: list[Item], vocabulary: Vocabulary) -> list[list[Meaning]]:
    """Return what the few words behind the bold names of a list tell: "**Felles journal** – NHN, oppstart 2026"."""
    texts = [name_and_text(item)[1] for item in items]
    short = ["" if len(text.split()) > _MOST_BEHIND or is_prose(text, vocabulary) else text for text in texts]
    return facts_of_lines(short, vocabulary)


def _say_heading(draft: Draft, heading: Block | None, text: str, deck: Deck) -> None:
    """Add what the list's heading says: an owner, a period, a status; the group, where it says more than these."""
    if heading is None or not text:
        return
    meaning, told = meaning_of(text, deck.vocabulary), progress_of(text, deck.vocabulary)
    if owners := meaning.owners or _issuing(text, deck):
        if not draft.says(Field.OWNERS):  # an owner of its own stands behind the title
            say_owners(draft, owners, text, heading, "heading")
        return
    label = parse_axis(text) or named_label(text)
    period = meaning.period or (label.period if label is not None else None)
    dated = period is not None or (label is not None and label.later)
    if status := meaning.status or told.status:
        draft.say(Field.STATUS, status.value, heading, "heading", original=text)
        draft.say(Field.STATUS_TEXT, text, heading, "heading")
    if (dated or told.period is not None) and not draft.says(Field.PERIOD_TEXT):
        when = told.period.text if told.period is not None and not dated else text
        say_period(draft, period or told.period, when, heading, "heading")
    if (told.beside or not (status or dated)) and names_group(text, deck.vocabulary):
        draft.say(Field.GROUP, text, heading, "heading")


def _issuing(text: str, deck: Deck) -> tuple[str, ...]:
    """Return the text if it is the name of who issues the document, be it short of its legal form ("Medisyst AS")."""
    issuer, name = deck.issuer.casefold(), text.casefold()
    return (text,) if name and (issuer == name or issuer.startswith(f"{name} ")) else ()


def _add(
    item: Item, tail: Tail | None, role: Role, listing: str, deck: Deck, claim: Claim, *, stopped: bool
) -> Draft | None:
    vocabulary = deck.vocabulary
    title, about = name_and_text(item)
    title = tail.title if tail is not None else title
    line = dated_line(title)
    title = line.rest if line is not None else title
    announces = mend(title).endswith(":") and not item.children
    told = is_qualified(title, vocabulary) or any(meaning_of(child.text, vocabulary) for child in item.children)
    prose = is_prose(title, vocabulary, stopped=stopped) and not told
    if announces or prose or not is_title(title, vocabulary):
        claim.use(item.blocks, Use.IGNORED, "not worded as a title")
        return None
    suffix = f"/{item.part}" if item.part else ""
    draft = Draft(tuple(item.blocks), title, role, listing, anchor_suffix=suffix)
    claim.add(draft)
    if line is not None:
        say_period(draft, line.found.period, line.found.period.text, item.head, "line-start")
    say_own_sign(draft, item.head, deck)
    if tail is not None:
        say_tail(draft, tail, item.head)
        say_explained_sign(draft, tail.sign, item.head, deck)
    draft.say(Field.DESCRIPTION, about, item.head, "run-in")
    parts = undertakings(item, vocabulary)
    for child in item.children:
        meaning = meaning_of(child.text, vocabulary)
        part = _add(child, None, role, f"{listing}/{item.head.id}", deck, claim, stopped=stopped) if parts else None
        if part is not None:
            part.parent = draft
        elif meaning:
            _say_meaning(draft, meaning, child.head, "sub-bullet")
            claim.use(child.blocks, Use.DESCRIPTION, "text about the measure")
        else:
            draft.say(Field.DESCRIPTION, mend(child.text), child.head, "sub-bullet")
            claim.use(child.blocks, Use.DESCRIPTION, "text about the measure")
    return draft


def _say_meaning(draft: Draft, meaning: Meaning, source: Block, method: str) -> None:
    if meaning.period is not None and not draft.says(Field.PERIOD_TEXT):
        say_period(draft, meaning.period, meaning.text, source, method)
    if meaning.status is not None and not draft.says(Field.STATUS):
        draft.say(Field.STATUS, meaning.status.value, source, method, original=meaning.text)
    say_owners(draft, meaning.owners, meaning.text, source, method)


def _say_page(claim: Claim, page: Page, deck: Deck) -> None:
    owners, source = page_owner(page, deck)
    for draft in claim.drafts:
        if owners and source is not None and not draft.says(Field.OWNERS):
            say_owners(draft, owners, source.text, source, "page-title")
