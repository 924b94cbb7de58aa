"""What a line of a flattened page is by itself where it is no title: a status, an owner, a column heading, a value."""

import re
from collections import Counter
from collections.abc import Callable

from extract.recognisers.flat.items import Item, Known
from extract.recognisers.lexicon import lexicon
from veikart.core.records import Status
from veikart.core.text import fold, words
from veikart.core.vocabulary import Vocabulary

MAX_WORDS = 5
"""Words of one value or column heading on a line of several."""

MAX_LINE = 12
"""Words of a line that can be nothing but values or column headings."""

MIN_REPEATED = 3
"""So often on one page a text is a value of a column or a label, not a measure; in a table of measures one less."""

_SIGN = re.compile(r"^(?:[^\W\d_]\s+|[^\w(«\"']+\s*)(?=\S)")
_WORD = re.compile(r"[^\W_]")
_MEANS = re.compile(r"[^=]{1,12}\s=\s\S")
_COUNT = re.compile(r"(?P<word>[^\W\d_]+)\s+\d{1,3}(?:\.\d{1,3})*[.:]?")
_SMALL_NUMBER = re.compile(r"\d{1,2}")
_AMOUNT = re.compile(r"[\d\s.,%+\-–]*\d[\d\s.,%+\-–]*(?P<unit>[^\W\d_]*)\.?", re.IGNORECASE)

TITLES = frozenset({"measure", "need", "need_or_measure", "common", "regional"})
"""Concepts of column headings below which titles stand."""

ABOUT = frozenset({"owner", "start", "end", "period", "status", "number", "group", "priority"}) | TITLES
"""Concepts of column headings of a table of measures."""


def divide(text: str, tells: Callable[[str], str]) -> list[str]:
    """Divide a line from the left into what `tells` knows, the longest first; [] where a word is left over."""
    tokens, found, at = text.split(), [], 0
    if len(tokens) > MAX_LINE:
        return []
    while at < len(tokens):
        sizes = range(min(MAX_WORDS, len(tokens) - at), 0, -1)
        told = next(((n, c) for n in sizes if (c := tells(" ".join(tokens[at : at + n])))), None)
        if told is None:
            return []
        found.append(told[1])
        at += told[0]
    return found


def statuses_on(text: str, vocabulary: Vocabulary) -> list[Status]:
    """Return the statuses that a line is nothing but, over the sign of a legend in front: "P Planlegges"."""

    def tells(part: str) -> str:
        status = vocabulary.status(part)
        return status.value if status else ""

    plain = " ".join(token for token in _SIGN.sub("", text).split() if _WORD.search(token))
    return [Status(value) for value in divide(text, tells) or divide(plain, tells)]


def headings_on(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the concepts of the column headings that a line is nothing but."""
    return divide(text, vocabulary.header)


def is_value(item: Item, vocabulary: Vocabulary) -> bool:
    """Tell whether an item is a status, organisations, a column heading or an amount, whatever page it stands on."""
    text = item.text
    return bool(
        item.first.names_owner
        or statuses_on(text, vocabulary)
        or headings_on(text, vocabulary)
        or vocabulary.split_organisations(text)
        or vocabulary.looks_like_organisation(text)
        or is_amount(text)
        or _MEANS.match(text)
        or lexicon().holds("people", "columns", text)
        or _is_count(text)
    )


def _is_count(text: str) -> bool:
    """Tell whether a text is nothing but a counted word for a measure: "Tiltak 3", "Action 1.1"."""
    match = _COUNT.fullmatch(text)
    return match is not None and lexicon().holds("numbered", "words", match["word"])


def is_amount(text: str) -> bool:
    """Tell whether a text is a number, with a unit at most: "12", "27 mill.", "3,1 %"."""
    match = _AMOUNT.fullmatch(text.strip())
    return match is not None and (not match["unit"] or lexicon().holds("figures", "units", match["unit"]))


def is_figure(text: str) -> bool:
    """Tell whether a text is an amount that counts no rows: a chart or a table of figures has many."""
    return is_amount(text) and not _SMALL_NUMBER.fullmatch(text.strip())


def repeated(items: list[Item], known: Known, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the keys of texts that stand so often on a page that they are values or labels."""
    counts = Counter(fold(item.text) for item in items)
    in_table = heads_titles(items, vocabulary)
    least = {fold(item.text): MIN_REPEATED - (in_table and not known.whole(item.text)) for item in items}
    return frozenset(key for key, count in counts.items() if count >= least[key])


def heads_titles(items: list[Item], vocabulary: Vocabulary) -> bool:
    """Tell whether a page has the column headings of a table of measures, not of persons or places."""
    concepts: set[str] = set()
    for item in items:
        if lexicon().holds("people", "columns", item.text):
            return False
        concepts.update(headings_on(item.text, vocabulary))
    return bool(concepts & TITLES) and len(concepts & ABOUT) > 1


def told_statuses(items: list[Item], vocabulary: Vocabulary) -> set[Status]:
    """Return the statuses that lines of a page are."""
    return {status for item in items for status in statuses_on(item.text, vocabulary)}


def is_single_word(text: str) -> bool:
    """Tell whether a text is one word, as labels of rows mostly are."""
    return len(words(text)) == 1
