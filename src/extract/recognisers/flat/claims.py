"""Small steps that every recogniser of flat text takes."""

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.recognisers.dated import dated_line
from extract.recognisers.flat.survey import Item, survey
from veikart.core.periods import Period
from veikart.core.records import Field, Role
from veikart.core.text import words

_ISSUER_CONFIDENCE = 0.6
"""A deck of one organisation shows mostly, not only, what that organisation does."""


def draft_of(item: Item, role: Role = Role.MEASURE, listing: str = "") -> Draft:
    """Make a draft whose title is the item; a bullet that begins with its period is dated by it."""
    dated = dated_line(item.text) if item.marker else None
    if dated is None:
        return Draft(blocks=item.blocks, title=item.raw, role=role, listing=listing)
    draft = Draft(blocks=item.blocks, title=dated.rest, role=role, listing=listing)
    say_period(draft, dated.found.period, item, "run-in", 0.9)
    return draft


def say_period(draft: Draft, period: Period | None, source: Item, method: str, confidence: float = 1.0) -> None:
    """Add the period's first and last day and its text."""
    if period is None:
        return
    block, text = source.first.block, period.text or source.text
    draft.say(Field.PERIOD_START, period.start_iso, block, method, original=text, confidence=confidence)
    draft.say(Field.PERIOD_END, period.end_iso, block, method, original=text, confidence=confidence)
    draft.say(Field.PERIOD_TEXT, text, block, method, confidence=confidence)


def say_owner(draft: Draft, owner: str, source: Item | None, method: str, confidence: float = 1.0) -> None:
    """Add an owner."""
    draft.say(Field.OWNERS, owner, source.first.block if source else None, method, confidence=confidence)


def use_items(claim: Claim, items: list[Item], use: Use, reason: str) -> None:
    """Note what the blocks of items became."""
    for item in items:
        claim.use(item.blocks, use, reason)


def on_page(claim: Claim, page: int) -> Claim | None:
    """Keep what starts on the page; None where nothing does."""
    claim.drafts = [draft for draft in claim.drafts if draft.blocks[0].page == page]
    return claim if claim.drafts or claim.uses else None


def speaks_for(deck: Deck) -> str:
    """Return the issuer's code if the deck's own title tells whose plan it is and no title elsewhere another owner.

    A name that stands alone on the first page says who sends the deck; "… i Helse Nord" says whose measures it shows.
    A deck that several organisations share has items of each: its issuer says nothing of their owners.
    """
    if not deck.issuer or not deck.pages:
        return ""
    key = "flat.speaks_for"
    if key not in deck.shared:
        look = survey(deck)
        first = look.pages.get(deck.pages[0].number, [])
        named = any(_names_in_passing(item.text, deck) for item in first[:3])
        others = {
            code
            for items in look.pages.values()
            for item in items
            for code in _codes_behind(item.text, deck)
            if code != deck.issuer
        }
        deck.shared[key] = deck.issuer if named and not others else ""
    return str(deck.shared[key])


def _names_in_passing(text: str, deck: Deck) -> bool:
    """Tell whether a text names the issuer among other words."""
    if deck.issuer not in deck.vocabulary.organisations_in(text):
        return False
    return not (deck.vocabulary.split_organisations(text) or deck.vocabulary.looks_like_organisation(text))


def say_issuer(draft: Draft, title: str, deck: Deck) -> None:
    """Let the issuer of a one-organisation deck own the measure, unless the deck calls it shared or another's."""
    owner = speaks_for(deck)
    if not owner or draft.says(Field.OWNERS):
        return
    first = words(title)[:1]
    if first and deck.vocabulary.header(first[0]) == "common":
        return
    if not _belongs_to_other(title, owner, deck):
        draft.say(Field.OWNERS, owner, None, "issuer", confidence=_ISSUER_CONFIDENCE)


def _belongs_to_other(title: str, owner: str, deck: Deck) -> bool:
    """Tell whether the deck's running text puts another organisation's genitive before the name."""
    own = [word[:-1] if len(word) > 5 else word for word in words(title)]
    for code, following in _genitives(deck):
        near = zip(following, own, strict=False)
        if code != owner and len(own) <= len(following) and all(word.startswith(stem) for word, stem in near):
            return True
    return False


def _genitives(deck: Deck) -> list[tuple[str, list[str]]]:
    """Return organisations in the genitive with the words behind them, from the whole deck, made once."""
    key = "flat.genitives"
    if key not in deck.shared:
        found = []
        for items in survey(deck).pages.values():
            for item in items:
                found += _genitives_in(item.text, deck)
        deck.shared[key] = found
    kept: list[tuple[str, list[str]]] = deck.shared[key]
    return kept


def _genitives_in(text: str, deck: Deck) -> list[tuple[str, list[str]]]:
    tokens, found = text.split(), []
    for index, token in enumerate(tokens):
        if len(token) < 3 or not token.endswith("s"):
            continue
        for start in range(max(0, index - 2), index + 1):
            code = deck.vocabulary.organisation(" ".join(tokens[start : index + 1])[:-1])
            if code:
                found.append((code, words(" ".join(tokens[index + 1 : index + 7]))))
                break
    return found


def _codes_behind(text: str, deck: Deck) -> list[str]:
    """Return the owners that a closing parenthesis names: "Timebooking (HV)"."""
    if not text.endswith(")") or "(" not in text:
        return []
    return deck.vocabulary.split_organisations(text[text.rindex("(") + 1 : -1])
