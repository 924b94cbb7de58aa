"""Texts that a label right above them calls measures: "Tiltak", "Foreslått tiltak" over what is to be done."""

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.reading import body_of, is_slide
from extract.layout.streams import is_bulleted
from extract.recognisers.judgement import heading_role
from extract.recognisers.lexicon import lexicon
from extract.recognisers.wording import is_prose, is_title
from veikart.core.blocks import Block, Page
from veikart.core.geometry import Box, same_column
from veikart.core.records import Role
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

NAME = "called"
_SURE = 0.72
_MOST_WORDS = 3  # of a label
_GAP = 0.04  # of the page's height between a label and what it calls a measure
_AGREE = 0.05  # of the page's width between their left edges or middles


def recognise_called(page: Page, deck: Deck) -> Claim | None:
    """Claim what stands alone below a label that calls it a measure, where it says what is to be done."""
    if not is_slide(page):
        return None
    claim = Claim(NAME, _SURE)
    blocks = [b for b in body_of(page, deck) if not b.table and b.box is not None]
    for label in blocks:
        called = _called(label, blocks, deck.vocabulary) if _is_label(label, deck.vocabulary) else None
        if called is not None:
            role = heading_role(mend(label.text), deck.vocabulary)
            role = Role.PROPOSAL if role is Role.PROPOSAL else Role.MEASURE
            claim.add(Draft((called,), called.text, role, f"p{page.number}/{NAME}"))
            claim.use(label, Use.HEADING, "label that calls the text below it a measure")
    return claim if claim.drafts else None


def _is_label(block: Block, vocabulary: Vocabulary) -> bool:
    words = mend(block.text).rstrip(" :").split()
    if not block.bold or is_bulleted(block) or not words or len(words) > _MOST_WORDS:
        return False
    counted = lexicon().holds("numbered", "words", words[-1]) and not lexicon().holds("numbered", "needs", words[-1])
    return counted and not vocabulary.page_kind(" ".join(words))


def _called(label: Block, blocks: list[Block], vocabulary: Vocabulary) -> Block | None:
    """Return the only text below a label up to the next bold one, if it is worded as an undertaking."""
    below = sorted((b for b in blocks if b is not label and _is_under(label, b)), key=lambda b: _place(b).y0)
    if not below or _gap(label, below[0]) > _GAP:
        return None
    text, rest = below[0], below[1:2]
    if text.bold or is_bulleted(text) or any(not b.bold and _gap(text, b) <= _GAP for b in rest):
        return None
    printed = mend(text.text)
    worded = vocabulary.is_action(printed) and is_title(printed, vocabulary) and not is_prose(printed, vocabulary)
    return text if worded else None


def _is_under(label: Block, block: Block) -> bool:
    over, under = _place(label), _place(block)
    return under.y0 >= over.y0 + over.height / 2 and same_column(over, under, _AGREE, _AGREE)


def _gap(upper: Block, lower: Block) -> float:
    return _place(lower).y0 - _place(upper).y1


def _place(block: Block) -> Box:
    assert block.box is not None
    return block.box
