"""What a heading or an introducing line says of the list below it: measures, proposals, a period, or nothing."""

import re

from extract.deck import Deck
from extract.recognisers.flat.lines import is_sentence
from extract.recognisers.flat.paragraphs import Paragraph
from extract.recognisers.lexicon import lexicon
from veikart.core.counted import counted_label, heading_label
from veikart.core.periods import AxisLabel
from veikart.core.records import Role
from veikart.core.text import words
from veikart.core.vocabulary import Vocabulary

MAX_HEADING, MAX_LEAD = 10, 12
"""Words of a heading that opens a list, and of a sentence with a colon that does."""

_FRONT = 3  # paragraphs among which the document's title stands
_POINTING = frozenset(
    {"følgende", "følgjande", "disse", "desse", "följande", "dessa", "these", "following", "folgende"}
)
_SENTENCES = re.compile(r"(?<=[a-zæøåäö][.!?])\s+(?=[A-ZÆØÅÄÖ])")


def role_of_list(flow: list[Paragraph], index: int, deck: Deck) -> Role | None:
    """Return the role that a heading gives to the bullets below it, by itself or by the chapter it stands in."""
    return _role(flow[index], deck) or _role_above(flow, index, deck)


def _role(heading: Paragraph, deck: Deck) -> Role | None:
    leads = not heading.marker and heading.text.endswith(":")
    text = heading.text.rstrip(" :")
    text = _SENTENCES.split(text)[-1] if leads and not heading.level else text
    opens = bool(heading.level) or leads or (not heading.marker and heading.blocks[0].bold)
    longest = MAX_LEAD if leads else MAX_HEADING
    if not opens or len(words(text)) > longest or deck.vocabulary.page_kind(text):
        return None
    if lexicon().found("lists", "others", text):
        return None
    role = deck.vocabulary.role(text)
    if role in {Role.MEASURE, Role.PROPOSAL, Role.ACTIVITY}:
        return role
    if lexicon().found("lists", "proposals", text):
        return Role.PROPOSAL
    counted = leads and any(map(_counts, text.split()))
    if counted and any(lexicon().holds("counting", "things", word.strip(".,:")) for word in text.split()):
        return Role.MEASURE
    return Role.MEASURE if lexicon().found("lists", "measures", text) else None


def _counts(word: str) -> bool:
    """Tell whether a word in the line that leads to a list counts or points to what stands in it."""
    return word.casefold() in _POINTING or any(
        word.casefold() in words for key, words in lexicon().lists["counting"].items() if key != "things"
    )


def _role_above(flow: list[Paragraph], index: int, deck: Deck) -> Role | None:
    """Return what the chapter's heading says of a heading in it that says nothing of its own."""
    heading, text = flow[index], flow[index].text.rstrip(" :")
    if not heading.level or heading.label or deck.vocabulary.page_kind(text) or len(words(text)) > MAX_HEADING:
        return None
    above = chapter_of(flow, index)
    return None if above is None or above.is_document_title else _role(above, deck)


def opens_plan(flow: list[Paragraph], vocabulary: Vocabulary) -> bool:
    """Tell whether the document's own title, among its first paragraphs, says that it is a plan."""
    front = [paragraph for paragraph in flow[:_FRONT] if paragraph.level or paragraph.is_document_title]
    return any(vocabulary.is_plan_heading(paragraph.text) for paragraph in front)


def chapter_of(flow: list[Paragraph], index: int) -> Paragraph | None:
    """Return the nearest heading above of a higher rank; above a text that is no heading, the nearest one."""
    level = flow[index].level
    for above in range(index - 1, -1, -1):
        if flow[above].level and (not level or flow[above].level < level):
            return flow[above]
    return None


def group_of_list(flow: list[Paragraph], index: int, deck: Deck) -> Paragraph | None:
    """Return the heading itself where it names more than the kind, else the one above it."""
    heading = flow[index]
    names = heading.level or not is_sentence(heading.text.rstrip(" :"))
    if names and deck.vocabulary.role(heading.text.rstrip(" :")) is None:
        return heading
    above = chapter_of(flow, index)
    return None if above is None or above.is_document_title else above


def period_of(heading: Paragraph) -> AxisLabel | None:
    """Return the period, or the count of a week or stage, that a heading is; None for any other text."""
    text = heading.text.rstrip(" :")
    if heading.marker or heading.breaks:
        return None
    return heading_label(text) if heading.level or heading.blocks[0].bold else counted_label(text)
