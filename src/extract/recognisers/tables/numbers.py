"""Numbers in front of the rows of a table: "1.10 Analyse", and whether one table counts on from another."""

import re

from extract.layout.tables import Table
from extract.recognisers.wording import is_label, is_title
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_LEADING = re.compile(r"^\s*(?P<number>(?:\d+\.)*\d+)[.)]?\s+(?=[A-ZÆØÅ«\"])")
_NUMBER = re.compile(r"\s*(?P<number>(?:\d+\.)*\d+)[.)]?(?:\s|$)")
_STOP = re.compile(r"[^\W\d_]{3,}[.!?;]\s+[A-ZÆØÅ]|[.!?;:]$")
_MOST_WORDS = 45  # of a title that its number makes sure


def without_number(text: str) -> str:
    """Return a title without the number in front of it."""
    return _LEADING.sub("", text)


def leading_number(text: str) -> str:
    """Return the number in front of a title, "" for none."""
    found = _LEADING.match(text)
    return found["number"] if found else ""


def is_row_title(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a text can be the title of a row; one with a number may be longer, if it is no sentence."""
    bare = without_number(text)
    return is_title(bare, vocabulary) or is_long_title(text, vocabulary)


def is_long_title(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a text is a numbered phrase, be it longer than titles mostly are."""
    bare = mend(without_number(text))
    if bare == mend(text) or is_label(bare, vocabulary) or _STOP.search(bare):
        return False
    return len(bare.split()) <= _MOST_WORDS


def counts_on(table: Table, before: Table) -> bool:
    """Tell whether the first numbered row of a table has the number after that of the last one of another table."""
    ours, theirs = _numbers(table), _numbers(before)
    if not ours or not theirs:
        return False
    *level, number = ours[0].split(".")
    *above, last = theirs[-1].split(".")
    return level == above and int(number) == int(last) + 1


def _numbers(table: Table) -> list[str]:
    firsts = [next((cell.text for cell in table.row(row) if cell.text), "") for row in range(table.row_count)]
    return [found["number"] for text in firsts if (found := _NUMBER.match(text))]
