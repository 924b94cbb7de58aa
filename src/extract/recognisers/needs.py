"""Needs over the lists of measures that meet them: a bullet over deeper ones, a box over the list of its measures."""

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.reading import body_of
from extract.layout.streams import is_bulleted
from extract.recognisers.lexicon import lexicon
from extract.recognisers.wording import is_title
from veikart.core.blocks import Block, Page
from veikart.core.geometry import Box
from veikart.core.records import Role
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_NEAR = 0.06  # of the page's height between what stands in one column: label, need, label of the measures


def need_of(heading: Block | None, title: str, page: Page, deck: Deck, claim: Claim) -> Draft | None:
    """Return the need that the items of a list meet, added to the claim; None where none is told.

    It is the bullet over deeper ones on a slide whose title says that needs stand below, or the text under a label of
    needs ("Overordnet behov") right above the list's own label ("Tilhørende tiltak").
    """
    if heading is None:
        return None
    if is_bulleted(heading):
        told = _tells_needs(title, deck.vocabulary) and is_title(mend(heading.text), deck.vocabulary)
        return _add(heading, page, claim) if told else None
    if deck.vocabulary.header(mend(heading.text).rstrip(" :")) != "measure":
        return None
    need = _above(heading, page, deck)
    label = _above(need, page, deck) if need is not None else None
    if need is None or label is None or not is_title(mend(need.text), deck.vocabulary):
        return None
    if deck.vocabulary.header(mend(label.text).rstrip(" :")) != "need":
        return None
    claim.use(label, Use.HEADING, "label that calls the text below it a need")
    return _add(need, page, claim)


def _add(block: Block, page: Page, claim: Claim) -> Draft:
    known = next((d for d in claim.drafts if d.blocks == (block,)), None)
    return known or claim.add(Draft((block,), block.text.rstrip(" :"), Role.NEED, f"p{page.number}/needs"))


def _above(block: Block, page: Page, deck: Deck) -> Block | None:
    """Return the text right above another one in its column, the frames of boxes taken for their places."""
    place = _place(block)
    found = [(_place(b).y1, b) for b in body_of(page, deck) if b is not block and not b.table and _is_over(b, place)]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _is_over(block: Block, place: Box) -> bool:
    own = _place(block)
    return -0.01 <= place.y0 - own.y1 <= _NEAR and own.overlap_x(place) > 0.5 * min(own.width, place.width)


def _place(block: Block) -> Box:
    place = block.frame if block.fill and block.frame is not None else block.box or block.frame
    return place if place is not None else Box(0.0, 0.0, 0.0, 0.0)


def asks_needs(title: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a title asks what somebody needs, or says that needs and measures stand below it."""
    if lexicon().found("needs", "asks", title.replace("?", " ")):
        return True
    words = [word.strip(".,:–-?") for word in title.split()]
    return _tells_needs(title, vocabulary) and any(vocabulary.header(word) == "measure" for word in words)


def _tells_needs(title: str, vocabulary: Vocabulary) -> bool:
    words = [title, *title.split()]
    return any(vocabulary.role(word) is Role.NEED or vocabulary.header(word) == "need" for word in words)
