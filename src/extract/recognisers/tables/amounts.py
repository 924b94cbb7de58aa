"""Tables of money: what measures cost, and whether they tell in which years they are done."""

from collections.abc import Iterable, Sequence

from extract.layout.tables import Cell
from extract.recognisers.tables.context import Context
from extract.recognisers.values import read_period
from extract.recognisers.wording import is_mark, is_number

_NOTHING = frozenset({"", "-", "–", "—", "0"})
_GAPS = 0.4  # share of the rows without an amount under some period
_MOST = 0.5  # share of the cells under periods that are amounts


def hold_amounts(cells: Sequence[Cell]) -> bool:
    """Tell whether most cells that tick something off hold amounts instead."""
    return sum(is_number(c.text) and read_period(c.text) is None for c in cells) > _MOST * len(cells)


def has_gaps(context: Context, columns: Iterable[int]) -> bool:
    """Tell whether many rows have nothing under some of the periods: money stands where a measure is done."""
    places = list(columns)
    numbers = range(context.first, context.table.row_count)
    rows = [[context.table.at(row, c) for c in places] for row in numbers if not _is_section(context, row)]
    gaps = sum(any(cell is None or cell.text in _NOTHING for cell in row) for row in rows)
    return bool(rows) and gaps >= _GAPS * len(rows)


def _is_section(context: Context, row: int) -> bool:
    """Tell whether one wide cell is all that a row has: a heading of the rows below."""
    written = [cell for cell in context.table.row(row) if cell.text]
    return len(written) == 1 and written[0].column_span > 1


def tell_amounts(context: Context, apart: Iterable[int | None]) -> bool:
    """Tell whether all cells are amounts but for the columns set `apart`: what projects cost, not when or by whom."""
    own = set(apart)
    beside = [c for c in range(context.table.column_count) if c not in own]
    cells = [cell for c in beside for cell in context.table.column(c, context.first)]
    texts = [cell.text for cell in cells if cell.text and cell.column in beside]
    return bool(texts) and all(is_number(text) or is_mark(text) for text in texts)
