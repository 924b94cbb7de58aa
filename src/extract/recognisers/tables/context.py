"""A table with what it borrows from around it: a header from the page before, the heading it stands under."""

import re
from dataclasses import dataclass, field

from extract.claims import Draft
from extract.deck import Deck
from extract.layout.aligned import aligned_tables
from extract.layout.headers import Head, Header, read_header, stacked, upright
from extract.layout.reading import content, heading_above, is_slide, page_title, title_block
from extract.layout.tables import Cell, Table, same_columns, tables_of
from extract.recognisers.tables.numbers import counts_on
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.geometry import Box
from veikart.core.periods import Period, find_periods
from veikart.core.text import fold, mend

_CONTINUED = re.compile(
    r"\(?(?:forts\w*\.?|framhald\w*|fremhald\w*|jatk\w*|cont(?:inued|'d|\.)?|\d+\s*(?:/|av|of)\s*\d+)\)?|[\d\W]+$",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\s*(?:\d{1,2}|\*+|[¹²³⁴-⁹])[\s)]")
_KEY = "lists.contexts"
_MARGIN = 0.01
_LARGER, _SAME_EDGE = 1.1, 0.01  # of letters, and of page widths between two columns
_CAPTION = 0.08  # of the page's height between a table and the line above it
_YEAR = re.compile(r"\b20[1-4]\d\b")
_FOOT = 0.6  # footnotes stand below this share of the page's height


@dataclass(slots=True)
class State:
    """What goes on from row to row, and from a table to its continuation on the next page."""

    group: str = ""
    group_source: Block | None = None
    need: Draft | None = None
    numbered: dict[str, Draft] = field(default_factory=dict)
    inherited: dict[int, str] = field(default_factory=dict)  # column → last text of a merged or sparse column
    last: Draft | None = None  # of the row before
    labels: list[Head] = field(default_factory=list)  # beside the last row of a grid
    tails: dict[int, Draft] = field(default_factory=dict)  # the last measure of each column of a grid
    indented: list[tuple[float, Draft]] = field(default_factory=list)


@dataclass(slots=True)
class Context:
    """A table on its page, ready to be read."""

    table: Table
    page: Page
    header: Header
    listing: str
    title: str = ""  # of the page
    heading: Block | None = None  # right above the table, where that is not the page's title
    year: Period | None = None  # that a heading gives for quarters without year
    before: "Context | None" = None  # the part of the same table on the page before
    state: State = field(default_factory=State)
    planned: bool = False  # a heading above it, or the last one before it, says that it is a plan

    @property
    def effort(self) -> list[int]:
        """The columns that tell how much work the rows of a plan are."""
        return self.header.columns("effort") if self.planned else []

    @property
    def first(self) -> int:
        """The first row below the header."""
        return self.header.rows


def contexts(deck: Deck) -> dict[int, list[Context]]:
    """Return the tables of each page of the deck, continued ones tied together; made once for a deck."""
    if _KEY not in deck.shared:
        deck.shared[_KEY] = _find(deck)
    found: dict[int, list[Context]] = deck.shared[_KEY]
    return found


def _find(deck: Deck) -> dict[int, list[Context]]:
    found: dict[int, list[Context]] = {}
    last: Context | None = deck.carried.get("lists.table")
    planned = False
    for page in deck.pages:
        if page.hidden:
            continue
        planned = _is_planned(page, deck, planned)
        for whole in _in_columns([*tables_of(page, deck), *aligned_tables(page, deck)], page):
            for table, inside in stacked(upright(whole, deck.vocabulary), deck.vocabulary):
                last = _context(table, _largest(inside) if inside else None, page, deck, last)
                last.planned = planned
                found.setdefault(page.number, []).append(last)
    deck.carried["lists.table"] = last
    return found


def _in_columns(tables: list[Table], page: Page) -> list[Table]:
    """Return the tables of a page of text column after column; as they are where one reaches into another's column."""
    if is_slide(page) or any(table.box is None for table in tables):
        return tables
    columns: list[list[tuple[Box, Table]]] = []
    for box, table in sorted(((t.box, t) for t in tables if t.box is not None), key=lambda pair: pair[0].x0):
        if columns and box.x0 < max(other.x1 for other, _ in columns[-1]):
            columns[-1].append((box, table))
        else:
            columns.append([(box, table)])
    return [table for column in columns for _, table in sorted(column, key=lambda pair: pair[0].y0)]


def _largest(cell: Cell) -> Block:
    """Return the paragraph of a heading between two tables that is set largest: a note on the upper one goes before."""
    return max(cell.written, key=lambda block: (block.size > cell.written[0].size * _LARGER, block.size))


def _is_planned(page: Page, deck: Deck, before: bool) -> bool:
    """Tell whether a title on the page says that it is a plan; without titles it goes on from the page before."""
    titles = [mend(b.text) for b in page.blocks if b.kind is BlockKind.TITLE and not b.table]
    return any(map(deck.vocabulary.is_plan_heading, titles)) if titles else before


def _context(table: Table, inside: Block | None, page: Page, deck: Deck, last: Context | None) -> Context:
    title = page_title(page, deck) if is_slide(page) else ""
    heading = inside or _heading(table, page, deck)
    year = _year(mend(heading.text) if heading else "") or _year(title) or _year(_caption(table, page))
    header = read_header(table, deck.vocabulary, year)
    goes_on = last is not None and (
        _continues(table, header, page, deck, last, title, heading) or _is_counted_on(table, header, page, last)
    )
    before = last if goes_on else None
    if before is None:
        return Context(table, page, header, table.id, title, heading, year)
    if header.rows == 0:
        blank = (Head(),) * (table.column_count - len(before.header.heads))
        header = Header(0, before.header.heads + blank)
    return Context(
        table, page, header, before.listing, title, before.heading, before.year or year, before, before.state
    )


def _heading(table: Table, page: Page, deck: Deck) -> Block | None:
    if table.box is None or not page.laid_out:
        return _path_heading(table, page, deck)
    heading = heading_above(table.box, page, deck)
    if is_slide(page):
        return None if heading is title_block(page, deck) else heading
    return heading or _path_heading(table, page, deck)


def _path_heading(table: Table, page: Page, deck: Deck) -> Block | None:
    """Return the innermost heading that a document's format puts a table under."""
    path = next((b.heading_path for b in table.blocks if b.heading_path), ())
    if not path:
        return None
    first, name = table.blocks[0], mend(path[-1])
    heading = None
    for other in deck.pages:
        for block in other.blocks:
            if block is first:
                return heading
            if block.kind is BlockKind.TITLE and not block.table and mend(block.text) == name:
                heading = block
        if other is page:
            break
    return heading


def _year(text: str) -> Period | None:
    years = [f.period for f in find_periods(text) if f.kind == "year"]
    return years[0] if len(years) == 1 else None


def _caption(table: Table, page: Page) -> str:
    """Return the year that the line right above a table names, whatever else it says, "" for none or several."""
    if table.box is None:
        return ""
    above = [b for b in page.blocks if b.box and not b.table and b.text.strip() and _is_above(b.box, table.box)]
    nearest = max(above, key=lambda b: b.box.y1 if b.box else 0.0, default=None)
    years = set(_YEAR.findall(nearest.text)) if nearest is not None else set()
    return years.pop() if len(years) == 1 else ""


def _is_above(text: Box, table: Box) -> bool:
    return 0 <= table.y0 - text.y1 + 0.01 <= _CAPTION and text.overlap_x(table) > 0


def _continues(
    table: Table, header: Header, page: Page, deck: Deck, last: Context, title: str, heading: Block | None
) -> bool:
    if table.column_count != last.table.column_count and not _lacks_last_columns(table, header, last):
        return False
    if header.rows and [fold(t) for t in header.texts] != [fold(t) for t in last.header.texts]:
        return False
    if not page.laid_out:
        return header.rows == 0 and heading is last.heading
    if page is last.page:
        return bool(header.rows) and _is_in_next_column(table, page, last, deck)
    if page.number != last.page.number + 1:
        return False
    if not same_columns(table, last.table) and not _lacks_last_columns(table, header, last):
        return False
    alone = _is_first(table, page, deck) and _is_last(last, deck)
    if is_slide(page):
        return _bare_title(title) == _bare_title(last.title) or (not title and alone)
    above = heading if heading is not None and heading.page == page.number else None
    return (above is None or above is last.heading) and alone


def _is_in_next_column(table: Table, page: Page, last: Context, deck: Deck) -> bool:
    """Tell whether a table goes on at the top of the page's next column, without a heading of its own."""
    own, before = table.box, last.table.box
    if is_slide(page) or own is None or before is None or heading_above(own, page, deck) is not None:
        return False
    return own.x0 >= before.x1 - _SAME_EDGE and own.y0 < before.y0 and own.y1 < before.y1


def _is_counted_on(table: Table, header: Header, page: Page, last: Context) -> bool:
    """Tell whether a table without header on the next page counts its rows on: their columns may have other widths."""
    if header.rows or not page.laid_out or page.number != last.page.number + 1:
        return False
    written = {cell.column for row in range(table.row_count) for cell in table.row(row) if cell.text}
    return len(written) > 1 and max(written) < last.table.column_count and counts_on(table, last.table)


def _lacks_last_columns(table: Table, header: Header, last: Context) -> bool:
    """Tell whether a table without header has the columns of the last one except some at the end, which are empty."""
    ours, theirs = table.edges(), last.table.edges()
    shorter = header.rows == 0 and 2 <= len(ours) < len(theirs)
    return shorter and all(abs(a - b) <= _MARGIN for a, b in zip(ours, theirs, strict=False))


def _bare_title(title: str) -> str:
    return fold(_CONTINUED.sub("", title))


def _is_first(table: Table, page: Page, deck: Deck) -> bool:
    top = table.box.y0 if table.box else 0.0
    own = {b.id for b in table.blocks}
    return not any(b.id not in own and b.box is not None and b.box.y1 <= top + _MARGIN for b in content(page, deck))


def _is_last(context: Context, deck: Deck) -> bool:
    """Tell whether nothing but footnotes stands below the table."""
    bottom = context.table.box.y1 if context.table.box else 1.0
    own = {b.id for b in context.table.blocks}
    below = [
        b for b in content(context.page, deck) if b.id not in own and b.box is not None and b.box.y0 >= bottom - _MARGIN
    ]
    return all(_is_note(b) for b in below)


def _is_note(block: Block) -> bool:
    """Tell whether a text at the foot of a page is a footnote: it begins with its number or a star."""
    return bool(_NOTE.match(block.text)) and block.box is not None and block.box.y0 > _FOOT
