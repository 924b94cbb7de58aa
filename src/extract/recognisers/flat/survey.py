"""One look over the whole document, kept with the deck: items by page, and what the pages tell of each other."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from extract.deck import Deck
from extract.recognisers.flat.items import Item, Known, known_from, names_nothing
from extract.recognisers.flat.joining import join_items, marks_wraps
from extract.recognisers.flat.lines import Line, is_sentence, is_stub, lines_of
from veikart.core.blocks import BlockKind
from veikart.core.text import fold
from veikart.core.vocabulary import Vocabulary

_KEY = "flat.survey"


@dataclass(slots=True)
class Survey:
    """Items of every page, and what is known of titles from lists, tables and descriptions."""

    pages: dict[int, list[Item]]
    known: Known
    seen: Counter[str]  # on how many pages an item with this key stands


def survey(deck: Deck) -> Survey:
    """Return the look over the deck, made once."""
    found = deck.shared.get(_KEY)
    if not isinstance(found, Survey):
        found = _look(deck)
        deck.shared[_KEY] = found
    return found


def _look(deck: Deck) -> Survey:
    lines = lines_of(deck)
    marked = marks_wraps(lines)
    by_page = {number: list(group) for number, group in groupby(lines, key=lambda line: line.page)}
    first = {number: join_items(group, deck.vocabulary, Known(), marked) for number, group in by_page.items()}
    boxes = [i.text for items in first.values() for i in items if len(i.lines) == 1 and is_phrase(i, deck.vocabulary)]
    known = known_from([*_sure_titles(first, deck.vocabulary), *_cells(deck)], boxes)
    pages = {number: join_items(group, deck.vocabulary, known, marked) for number, group in by_page.items()}
    seen = Counter(key for items in pages.values() for key in {fold(item.text) for item in items})
    return Survey(pages, known, seen)


def _sure_titles(pages: dict[int, list[Item]], vocabulary: Vocabulary) -> list[str]:
    """Return texts that stand whole whatever the joining of boxes does: bullets, headings above a run-in label."""
    found = []
    for items in pages.values():
        for item, below in zip(items, [*items[1:], None], strict=True):
            if item.marker or item.is_heading:
                found += [part.strip() for part in item.text.split("•")]
            elif below is not None and not below.marker and is_label(below, vocabulary):
                found.append(item.text)
    return [text for text in found if not is_sentence(text)]


def _cells(deck: Deck) -> list[str]:
    return [b.text for page in deck.pages for b in page.blocks if b.kind is BlockKind.CELL and not is_sentence(b.text)]


def is_label(item: Item, vocabulary: Vocabulary) -> bool:
    """Tell whether an item is, or begins with, a run-in label of a description."""
    return bool(vocabulary.label(item.text.rstrip(" :"))) or vocabulary.run_in(item.text) is not None


def is_phrase(item: Item, vocabulary: Vocabulary) -> bool:
    """Tell whether an item can be a title: words, no prose, no period, no organisation, no furniture."""
    text = item.text
    if item.first.dated or item.first.names_owner or text.endswith(":") or is_stub(text) or is_sentence(text):
        return False
    if len(item.lines) == 1:
        return not vocabulary.is_furniture(text)
    return not (vocabulary.split_organisations(text) or vocabulary.looks_like_organisation(text))


__all__ = ["Item", "Line", "Survey", "is_label", "is_phrase", "names_nothing", "survey"]
