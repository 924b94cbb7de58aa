"""First-level bullets that are headings of the bullets below them: organisations, periods, focus areas."""

from collections.abc import Sequence

from extract.layout.items import Item
from extract.layout.meanings import meaning_of
from extract.recognisers.judgement import about_measures, is_qualified
from extract.recognisers.wording import is_label, is_sentence, is_title
from veikart.core.people import looks_like_person
from veikart.core.periods import parse_axis
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_TITLED = 0.75  # share of the deeper bullets that must be worded as titles
_AREAS = 2  # so many first-level bullets, each with so many below it, make areas
_STEPS = 0.5  # share of the deeper bullets worded as stages of the work above them
_AREA_WORDS = 3
_MOST_WORDS = 9


def is_owner_or_period(item: Item, titles: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Tell whether an item only names an organisation or a period, and titles hang under it.

    Years stand over histories and meetings too: they count where one of the `titles` above the list announces a plan.
    """
    text = mend(item.text).rstrip(" :")
    meaning, label = meaning_of(text, vocabulary), parse_axis(text)
    period = bool(meaning.period or meaning.later or (label is not None and label.later))
    planned = any(about_measures(t, vocabulary) > 0.0 or vocabulary.outlook(t) for t in titles)
    return (bool(meaning.owners) or (period and planned)) and _are_titles(item.children, vocabulary)


def are_areas(items: Sequence[Item], title: str, heading: str, vocabulary: Vocabulary) -> bool:
    """Tell whether all items are focus areas: short names over longer noun phrases, on a page that announces measures.

    The opposite reading, titles with what they consist of, has names above that are no shorter than those below.
    """
    if len(items) < _AREAS or max(about_measures(t, vocabulary) for t in (title, heading)) <= 0.0:
        return False
    below = [child for item in items for child in item.children]
    heads = [mend(item.text) for item in items]
    if any(len(item.children) < _AREAS for item in items) or not all(_is_area(t, vocabulary) for t in heads):
        return False
    if sum(vocabulary.is_work_step(child.text) for child in below) >= _STEPS * len(below):
        return False
    above = sum(len(t.split()) for t in heads) / len(heads)
    return _are_titles(below, vocabulary) and sum(len(i.text.split()) for i in below) / len(below) > above + 0.5


def _is_area(text: str, vocabulary: Vocabulary) -> bool:
    return (
        len(text.split()) <= _AREA_WORDS
        and text[:1].isupper()
        and not any(c.isdigit() for c in text)
        and is_title(text, vocabulary)
        and not is_qualified(text, vocabulary)
        and not vocabulary.is_action(text)
        and not vocabulary.label(text)
    )


def _are_titles(items: Sequence[Item], vocabulary: Vocabulary) -> bool:
    """Tell whether items are short noun phrases that begin as titles do; a labelled line tells about another item."""
    texts = [mend(item.text) for item in items]
    good = sum(_is_phrase(text, vocabulary) for text in texts)
    return bool(texts) and good >= _TITLED * len(texts)


def _is_phrase(text: str, vocabulary: Vocabulary) -> bool:
    before, colon, _ = text.partition(":")
    if not text[:1].isalnum() or text[:1].islower() or len(text.split()) > _MOST_WORDS or text.endswith("."):
        return False
    if colon and (vocabulary.label(before) or vocabulary.header(before)):
        return False
    # A colon over a bare period ("2026:") is a label; is_label tells what else is no name.
    return not (
        is_sentence(text) or is_label(text, vocabulary) or looks_like_person(text) or not is_title(text, vocabulary)
    )
