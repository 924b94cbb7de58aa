"""Organisations that a deck's own tables name in their owner columns, however short or foreign their names are."""

import re
from collections import Counter
from collections.abc import Iterator

from extract.deck import Deck
from extract.layout.tables import Table, tables_of
from veikart.core.people import looks_like_person, names_direction
from veikart.core.periods import find_periods
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_LEAST = 2  # cells and other texts that are nothing but the name
_COUNTRY = re.compile(r"\s*\([A-Z]{2}\)$")  # "Inera (SE)"
_LONGEST, _MOST_WORDS = 30, 3
_LONGEST_LINE = 60
_HEADER_ROWS = 2
_BETWEEN = re.compile(r"\s*[,;/+&\n]\s*")
_JOINED = re.compile(r"\s+(?:og|and|och)\s+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def told_owners(deck: Deck) -> list[str]:
    """Return the names in owner columns that stand alone elsewhere too, without those that are known or persons'."""
    counts = Counter(name for page in deck.pages for table in tables_of(page, deck) for name in _names(table, deck))
    if counts:
        texts = (_COUNTRY.sub("", mend(b.text)) for page in deck.pages for b in page.blocks if not b.table)
        counts.update(text for text in texts if text in counts)
    told = {name for name, count in counts.items() if count >= _LEAST}
    return sorted(told | _of_one_place(deck))


def _of_one_place(deck: Deck) -> set[str]:
    """Return the names behind labels of owners that begin with one word and have a point of the compass.

    "Owner: Eastmark West" beside "Owner: Eastmark North"; "Anne Lie" and "Anne Moe" are two persons.
    """
    vocabulary = deck.vocabulary
    texts = (line for page in deck.pages for b in page.blocks if ":" in b.text for line in b.text.split("\n"))
    labelled = (vocabulary.run_in(text) for text in texts if len(text) <= _LONGEST_LINE)
    found = [mend(told[2]).strip(" .") for told in labelled if told is not None and told[0] == "owner"]
    names = {name for name in found if 1 < len(name.split()) <= _MOST_WORDS and looks_like_person(name)}
    names = {name for name in names if names_direction(name)}
    first = Counter(name.split()[0] for name in names)
    return {name for name in names if first[name.split()[0]] >= _LEAST and not vocabulary.split_organisations(name)}


def _names(table: Table, deck: Deck) -> Iterator[str]:
    vocabulary = deck.vocabulary
    for row in range(min(_HEADER_ROWS, table.row_count)):
        heads = [cell for cell in table.row(row) if vocabulary.header(cell.text) == "owner"]
        for head in heads:
            cells = table.column(head.column, row + 1)
            parts = [part for cell in cells if cell.column == head.column for part in _BETWEEN.split(cell.text)]
            yield from (name for part in parts for name in _apart(part) if _is_name(name, vocabulary))
        if heads:
            return


def _apart(text: str) -> list[str]:
    """Return the names that a conjunction joins; the text itself where it stands within one: "Bygg og eigedom"."""
    parts = _JOINED.split(text)
    return parts if all(part[:1].isupper() for part in parts) else [text]


def _is_name(text: str, vocabulary: Vocabulary) -> bool:
    if not text or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or not _LETTERS.search(text):
        return False
    if looks_like_person(text) or vocabulary.looks_like_organisation(text) or vocabulary.split_organisations(text):
        return False
    return not (vocabulary.header(text) or vocabulary.status(text) is not None or find_periods(text))
