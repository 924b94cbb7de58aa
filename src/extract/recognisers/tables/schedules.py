"""Tables whose rows are weeks, sprints or days of a plan, each with a list of tasks: "Uke | Dato | Oppgaver"."""

from extract.layout.items import Item, items_of, nest
from extract.layout.tables import Cell, Table
from extract.recognisers.tables.context import Context
from extract.recognisers.tables.titles import TitleText
from extract.recognisers.values import read_period
from extract.recognisers.wording import is_number, is_sentence
from veikart.core.counted import counted_label
from veikart.core.periods import Period
from veikart.core.text import mend

_LEAST_ROWS = 2
_MOST = 0.6  # share of a column's cells that decides what it holds
_LISTED = 0.5  # share of the cells that hold more than one task
_MOST_WORDS = 8  # of a task, on average
_PROSE = 0.2  # share of the tasks that may be sentences
_LONGEST = 31  # days of a row
_DATED = frozenset({"period", "start", "end"})
_INDENT = 0.012  # share of the page's width that a task stands further in than what it is part of


def counts_rows(context: Context, column: int) -> bool:
    """Tell whether a column numbers the weeks or sprints that its rows are."""
    headed = context.header.heads[column].concept == "week"
    texts = _texts(context.table, column, context.first)
    named = sum(counted_label(text) is not None for text in texts)
    numbered = sum(is_number(text) for text in texts) if headed else 0
    return len(texts) >= _LEAST_ROWS and max(named, numbered + named) >= _MOST * len(texts)


def count_of(head: str, text: str) -> str:
    """Return what a cell of such a column says, with the word that its heading counts by: "Uke", "4" → "Uke 4"."""
    return f"{head.split(maxsplit=1)[0]} {text}" if is_number(text) else text


def holds_tasks(context: Context, column: int) -> bool:
    """Tell whether the cells of a column are lists of tasks, each beside a short stretch of time."""
    if not any(_is_short(context, other) for other in range(column)):
        return False
    cells = [cell for cell in context.table.column(column, context.first) if cell.text and cell.column == column]
    lists = [items_of(cell.written, context.page.width, lists=True) for cell in cells]
    texts = [mend(item.text) for items in lists for item in items]
    several = sum(len(items) > 1 for items in lists)
    if not texts or len(cells) < _LEAST_ROWS or several < _LISTED * len(cells):
        return False
    prose = sum(is_sentence(text) for text in texts)
    return prose <= _PROSE * len(texts) and sum(len(text.split()) for text in texts) <= _MOST_WORDS * len(texts)


def _is_short(context: Context, column: int) -> bool:
    """Tell whether a column's cells are weeks, sprints, days or spans of days."""
    if counts_rows(context, column):
        return True
    texts = _texts(context.table, column, context.first)
    short = [text for text in texts if _days(read_period(text, context.year)) <= _LONGEST]
    headed = context.header.heads[column].concept in _DATED
    return headed and len(texts) >= _LEAST_ROWS and len(short) >= _MOST * len(texts)


def _days(period: Period | None) -> int:
    if period is None or period.start is None or period.end is None:
        return _LONGEST + 1
    return (period.end - period.start).days


def _texts(table: Table, column: int, first: int) -> list[str]:
    return [cell.text for cell in table.column(column, first) if cell.text and cell.column == column]


def tasks_in(cell: Cell, page_width: float) -> list[tuple[str, TitleText]]:
    """Return the tasks of a cell, each with the stage that it stands under, "" for none.

    A stage is a line with others further in below it: the work of a week, not text about it.
    """
    items = items_of(cell.written, page_width, lists=True)
    if len({item.level for item in items}) == 1:
        _indent(items)
    found: list[tuple[str, TitleText]] = []
    for item in nest(items):
        inner = item.children
        if inner and sum(is_sentence(child.text) for child in inner) * 2 <= len(inner):
            found += [(mend(item.text).rstrip(" :"), _task(child)) for child in inner]
        else:
            found.append(("", _task(item)))
    return found


def _task(item: Item) -> TitleText:
    told = " ".join(mend(child.text) for child in item.children)
    return TitleText(item, item.text, told, tuple(block for child in item.children for block in child.blocks))


def _indent(items: list[Item]) -> None:
    """Give items without levels those of their places: first those at the left edge, then those further in."""
    edges: list[float] = []
    for left in sorted(item.head.box.x0 for item in items if item.head.box is not None):
        if not edges or left > edges[-1] + _INDENT:
            edges.append(left)
    for item in items:
        if item.head.box is not None:
            item.level = max(n for n, edge in enumerate(edges) if item.head.box.x0 >= edge - _INDENT / 2)
