"""Bullets that are headings of the bullets below them: organisations, periods, focus areas, "Next"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.layout.items import Item
from extract.layout.meanings import meaning_of
from extract.recognisers.judgement import about_measures
from extract.recognisers.qualified import is_qualified
from extract.recognisers.wording import is_label, is_sentence, is_title
from veikart.core.people import looks_like_person
from veikart.core.periods import parse_axis
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_TITLED = 0.75  # share of the deeper bullets that must be worded as titles
_MOST_TITLED = 0.6  # the same where page and bullet both say that they come next
_AREAS = 2  # so many first-level bullets, each with so many below it, make areas
_STEPS = 0.5  # share of the deeper bullets worded as stages of the work above them
_AREA_WORDS = 3
_MOST_WORDS = 9
_AHEAD_WORDS = 4  # of a bullet that only looks ahead
_ACTING = 0.5  # share of the deepest bullets below it that say what is to be done
_DONE = 0.6  # share of the bullets below a measure that makes them measures
_FOR_EXAMPLE = re.compile(
    r"(?:\b(?:e\.g|f\.eks|bl\.a|t\.ex|for example|for eksempel|for instance|such as)\.?|:)\s*$", re.I
)


@dataclass(frozen=True, slots=True)
class Part:
    """Items with the bullet over them, None for those that stand under the list's own heading."""

    head: Item | None
    items: list[Item]
    ahead: bool = False  # under a bullet that says that they come next


def parted(items: Sequence[Item], titles: tuple[str, str], vocabulary: Vocabulary) -> list[Part]:
    """Return the items without those that only announce what stands below them, and the items below each of these.

    `titles` are those of the page and of the list.
    """
    areas = are_areas(items, *titles, vocabulary)
    announcing = [item for item in items if areas or _announces(item, titles, vocabulary)]
    told = any(vocabulary.outlook(title) for title in titles)
    others, ahead = _without_ahead([item for item in items if item not in announcing], vocabulary, told=told)
    found = [Part(None, others)] if others else []
    found += [Part(item, item.children) for item in announcing if not looks_ahead(item, vocabulary, told=told)]
    for item in [*ahead, *(item for item in announcing if looks_ahead(item, vocabulary, told=told))]:
        found += _steps(item, vocabulary)
    return found


def looks_ahead(item: Item, vocabulary: Vocabulary, *, told: bool = False) -> bool:
    """Tell whether an item only says that what comes next stands below it, and that is worded as undertakings.

    `told`: the page's title looks ahead as well, so that names will do.
    """
    text = mend(item.text).rstrip(" :")
    if not item.children or len(text.split()) > _AHEAD_WORDS or vocabulary.is_action(text):
        return False
    label = parse_axis(text)
    ahead = vocabulary.outlook(text) > 0.0 or (label is not None and label.later)
    return ahead and (_acts(item, vocabulary) or (told and _are_titles(item.children, vocabulary, _MOST_TITLED)))


def _without_ahead(items: Sequence[Item], vocabulary: Vocabulary, *, told: bool) -> tuple[list[Item], list[Item]]:
    """Return the items without those at any depth that only look ahead, and these."""
    rest: list[Item] = []
    ahead: list[Item] = []
    for item in items:
        if looks_ahead(item, vocabulary, told=told):
            ahead.append(item)
            continue
        children, deeper = _without_ahead(item.children, vocabulary, told=told)
        rest.append(replace(item, children=children) if deeper else item)
        ahead += deeper
    return rest, ahead


def _steps(item: Item, vocabulary: Vocabulary) -> list[Part]:
    """Return what comes next below an item, steps under a date or a topic apart from those under the item itself."""
    topics = [
        child
        for child in item.children
        if child.children
        and not vocabulary.is_action(child.text)
        and (_acts(child, vocabulary) or parse_axis(mend(child.text).rstrip(" :")) is not None)
    ]
    own = [child for child in item.children if child not in topics]
    return [Part(head, items, ahead=True) for head, items in [(item, own), *((t, t.children) for t in topics)] if items]


def undertakings(item: Item, vocabulary: Vocabulary) -> bool:
    """Tell whether the bullets below a measure are measures of their own: nearly all say what is to be done.

    Stages of the work above them ("Innkjøp", "Opplæring") tell about it, as single bullets do.
    """
    texts = [mend(child.text) for child in item.children]
    acting = sum(vocabulary.is_action(text) and not vocabulary.is_work_step(text) for text in texts)
    return len(texts) >= _AREAS and acting >= _DONE * len(texts)


def _acts(item: Item, vocabulary: Vocabulary) -> bool:
    """Tell whether the deepest items below one mostly begin with what is to be done."""
    texts = [leaf.text for leaf in _leaves(item)]
    return sum(vocabulary.is_action(text) for text in texts) >= _ACTING * len(texts)


def _leaves(item: Item) -> list[Item]:
    return [leaf for child in item.children for leaf in _leaves(child)] if item.children else [item]


def _announces(item: Item, titles: tuple[str, str], vocabulary: Vocabulary) -> bool:
    """Tell whether an item is the heading of those below it: by its colon, or since these have periods of their own.

    What ends in full stops below a colon tells about the item, which is a title then.
    """
    if not item.children:
        return False
    if is_owner_or_period(item, titles, vocabulary):
        return True
    texts = [mend(child.text) for child in item.children]
    if _FOR_EXAMPLE.search(item.text):
        told = sum(text.endswith((".", "!")) and not vocabulary.is_action(text) for text in texts)
        return told * 2 <= len(texts)
    dated = sum(is_qualified(text, vocabulary) for text in texts)
    return dated >= 2 and dated * 2 > len(texts)


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
    announced = any(about_measures(t, vocabulary) > 0.0 or vocabulary.outlook(t) == 1.0 for t in (title, heading))
    if len(items) < _AREAS or not announced:
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


def _are_titles(items: Sequence[Item], vocabulary: Vocabulary, share: float = _TITLED) -> bool:
    """Tell whether items are short noun phrases that begin as titles do; a labelled line tells about another item."""
    texts = [mend(item.text) for item in items]
    good = sum(_is_phrase(text, vocabulary) for text in texts)
    return bool(texts) and good >= share * len(texts)


def _is_phrase(text: str, vocabulary: Vocabulary) -> bool:
    before, colon, _ = text.partition(":")
    small = text[:1].islower() and not vocabulary.is_action(text)
    if not text[:1].isalnum() or small or len(text.split()) > _MOST_WORDS or text.endswith("."):
        return False
    if colon and (vocabulary.label(before) or vocabulary.header(before)):
        return False
    # A colon over a bare period ("2026:") is a label; is_label tells what else is no name.
    return not (
        is_sentence(text) or is_label(text, vocabulary) or looks_like_person(text) or not is_title(text, vocabulary)
    )
