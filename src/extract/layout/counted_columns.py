"""Columns under the numbers of weeks that a word beside or above them counts: "Uke | 10 | 11 | 12"."""

import re
from itertools import pairwise

from extract.layout.tables import Cell, Table
from veikart.core.counted import WEEKS
from veikart.core.text import words

_LEAST = 3  # numbers in a row
_LAST_WEEK = 53
_NUMBER = re.compile(r"\d{1,2}")
_NUMBERED = frozenset({"nr", "no", "nummer"})


def week_labels(table: Table, row: int) -> dict[int, str]:
    """Return the label of each column under the number of a week, with its word; none for any other row."""
    own = [cell for cell in table.row(row) if cell.row == row and cell.text]
    numbers = [cell for cell in own if _NUMBER.fullmatch(cell.text)]
    if len(numbers) < _LEAST or len(own) - len(numbers) > 1 or not _count_on([int(cell.text) for cell in numbers]):
        return {}
    above = [cell for over in range(row) for cell in table.row(over)]
    word = next((word for cell in (*own, *reversed(above)) if (word := _week_word(cell))), "")
    return {cell.column: f"{word} {cell.text}" for cell in numbers} if word else {}


def _count_on(numbers: list[int]) -> bool:
    """Tell whether each number is the one after that before it; the first week follows the last one."""
    steps = [after - before for before, after in pairwise(numbers)]
    return 0 < min(numbers) <= max(numbers) <= _LAST_WEEK and all(s == 1 or s <= 1 - 52 for s in steps)


def _week_word(cell: Cell) -> str:
    """Return the word for weeks that a heading ends in or consists of: "Uke", "Aktivitet / uke"."""
    parts = [word for word in words(cell.text) if word not in _NUMBERED]
    return parts[-1].capitalize() if parts and parts[-1] in WEEKS else ""
