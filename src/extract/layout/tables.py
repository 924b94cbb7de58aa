"""Tables as grids of cells, put together from the cell blocks that every reader yields."""

from dataclasses import dataclass, replace
from functools import cached_property
from string import ascii_uppercase

from extract.deck import Deck
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.geometry import Box, surround
from veikart.core.periods import parse_axis
from veikart.core.text import mend

_KEY = "tables.grids"
_LEAST_LETTERS = 3
_LONGEST_LAID, _TALLEST_LAID = 30, 0.1  # characters and height of a text over a cell


@dataclass(frozen=True)
class Cell:
    """A cell, merged ones once: its place in the grid and its paragraphs in reading order."""

    row: int
    column: int
    row_span: int
    column_span: int
    blocks: tuple[Block, ...]

    @cached_property
    def written(self) -> tuple[Block, ...]:
        """The paragraphs that have text."""
        return tuple(block for block in self.blocks if block.text.strip() and block.kind is not BlockKind.SHAPE)

    @cached_property
    def text(self) -> str:
        """All of its text on one line."""
        return mend("\n".join(_spoken(block) for block in self.written))

    @property
    def fill(self) -> str:
        """The cell's colour, "" for none."""
        return next((block.fill for block in self.blocks if block.fill), "")

    @property
    def bold(self) -> bool:
        """Tell whether all of its text is bold."""
        return bool(self.written) and all(block.bold for block in self.written)

    @cached_property
    def box(self) -> Box | None:
        """The cell's own area, or the area of its text."""
        frames = [b.frame for b in self.blocks if b.frame]
        return frames[0] if frames else surround([b.box for b in self.blocks if b.box])

    @property
    def columns(self) -> range:
        """The columns it covers."""
        return range(self.column, self.column + self.column_span)

    @property
    def rows(self) -> range:
        """The rows it covers."""
        return range(self.row, self.row + self.row_span)


@dataclass(frozen=True)
class Table:
    """A grid of cells on one page."""

    id: str
    page: int
    cells: tuple[Cell, ...]

    @cached_property
    def row_count(self) -> int:
        """How many rows the grid has."""
        return max((cell.row + cell.row_span for cell in self.cells), default=0)

    @cached_property
    def column_count(self) -> int:
        """How many columns the grid has."""
        return max((cell.column + cell.column_span for cell in self.cells), default=0)

    @cached_property
    def _grid(self) -> dict[tuple[int, int], Cell]:
        grid: dict[tuple[int, int], Cell] = {}
        for cell in self.cells:
            for row in cell.rows:
                for column in cell.columns:
                    grid.setdefault((row, column), cell)
        return grid

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell that covers a place in the grid, None where nothing is known of it."""
        return self._grid.get((row, column))

    def row(self, row: int) -> list[Cell]:
        """Return the cells that start in or reach into a row, from the left, each once."""
        seen: dict[int, Cell] = {}
        for column in range(self.column_count):
            cell = self.at(row, column)
            if cell is not None:
                seen.setdefault(cell.column, cell)
        return list(seen.values())

    def column(self, column: int, first: int = 0) -> list[Cell]:
        """Return the cells of a column from row `first` on, each once."""
        found: list[Cell] = []
        for row in range(first, self.row_count):
            cell = self.at(row, column)
            if cell is not None and (not found or found[-1] is not cell):
                found.append(cell)
        return found

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks of the table."""
        return tuple(block for cell in self.cells for block in cell.blocks)

    @cached_property
    def box(self) -> Box | None:
        """The area that the table covers."""
        return surround([cell.box for cell in self.cells if cell.box])

    def area(self, row: int, column: int) -> Box | None:
        """Return the place of a cell that may hold nothing: where its column and its row meet; None if not known."""
        cell = self.at(row, column)
        if cell is not None and cell.box is not None:
            return cell.box
        above = [c.box for c in self.column(column) if c.box and c.column_span == 1]
        beside = [c.box for c in self.row(row) if c.box and c.row_span == 1]
        if not above or not beside:
            return None
        return Box(above[0].x0, beside[0].y0, above[0].x1, beside[0].y1)

    def lefts(self) -> dict[int, float]:
        """Return the left edges of its columns by number, as far as cells tell; empty without layout."""
        lefts: dict[int, float] = {}
        for cell in self.cells:
            frame = next((b.frame for b in cell.blocks if b.frame), None)
            if frame is not None:
                lefts[cell.column] = min(lefts.get(cell.column, frame.x0), frame.x0)
        return lefts

    def edges(self) -> tuple[float, ...]:
        """Return the left edges of its columns from the left, as far as cells tell; empty without layout."""
        lefts = self.lefts()
        return tuple(lefts[c] for c in sorted(lefts))

    def turned(self) -> "Table":
        """Return the table with its rows as columns."""
        cells = (Cell(c.column, c.row, c.column_span, c.row_span, c.blocks) for c in self.cells)
        return Table(self.id, self.page, tuple(sorted(cells, key=lambda c: (c.row, c.column))))

    def part(self, first: int, last: int) -> "Table":
        """Return the rows from `first` up to `last` (not included) as a table, without columns where nothing begins."""
        cells = [c for c in self.cells if first <= c.row < last]
        kept = sorted({c.column for c in cells if c.text or c.fill})
        new = {column: place for place, column in enumerate(kept)}
        moved = tuple(
            Cell(
                c.row - first,
                new[c.column],
                min(c.row_span, last - c.row),
                sum(column in new for column in c.columns),
                c.blocks,
            )
            for c in cells
            if c.column in new
        )
        return Table(self.id if first == 0 else f"{self.id}+{first}", self.page, moved)


def _spoken(block: Block) -> str:
    """Return a paragraph's text; a number before it is part of it where the two make a period: "1. halvår"."""
    if block.marker[:1].isdigit() and parse_axis(f"{block.marker} {block.text}") is not None:
        return f"{block.marker} {block.text}"
    return block.text


def tables_of(page: Page, deck: Deck) -> tuple[Table, ...]:
    """Return the tables of a page in reading order; put together once."""
    return deck.once(_KEY, page, _tables)


def _tables(page: Page, _: Deck) -> tuple[Table, ...]:
    by_table: dict[str, dict[tuple[int, int], list[Block]]] = {}
    for block in page.blocks:
        if block.table:
            by_table.setdefault(block.table, {}).setdefault((block.row, block.column), []).append(block)
    found = (_unframed(_table(name, page.number, cells)) for name, cells in by_table.items())
    laid = [b for b in page.blocks if _may_lie_over(b)]
    return tuple(_with_laid_over(table, laid) if laid else table for table in found)


def _may_lie_over(block: Block) -> bool:
    """Tell whether a block may be a pill or a sign that was drawn over a cell."""
    if block.table or block.hidden or block.frame is None or not block.text.strip():
        return False
    return block.kind is BlockKind.TEXT and len(block.text) <= _LONGEST_LAID and block.frame.height <= _TALLEST_LAID


def _with_laid_over(table: Table, laid: list[Block]) -> Table:
    """Return the table with the texts that were drawn over its empty cells in them."""
    held: dict[tuple[int, int], list[Block]] = {}
    for row in range(table.row_count):
        for column in range(table.column_count):
            cell = table.at(row, column)
            box = table.area(row, column) if cell is None or not cell.text else None
            if box is not None and (cell is None or (cell.row, cell.column) == (row, column)):
                held[row, column] = [b for b in laid if _lies_over(b, box)]
    over = {place: blocks for place, blocks in held.items() if len(blocks) == 1}
    if not over:
        return table
    cells = [replace(c, blocks=(*c.blocks, *over.pop((c.row, c.column), ()))) for c in table.cells]
    cells += [Cell(row, column, 1, 1, tuple(blocks)) for (row, column), blocks in over.items()]
    return Table(table.id, table.page, tuple(sorted(cells, key=lambda c: (c.row, c.column))))


def _lies_over(block: Block, box: Box) -> bool:
    return block.frame is not None and box.holds(*block.frame.middle) and block.frame.width <= box.width


def _unframed(table: Table) -> Table:
    """Return a printed spreadsheet without its own letters over the columns and its numbers before the rows."""
    letters = [cell.text for cell in table.row(0) if cell.text]
    if len(letters) < _LEAST_LETTERS or letters != list(ascii_uppercase[: len(letters)]):
        return table
    numbers = [cell.text for cell in table.column(0, 1)]
    cut = int(numbers == [str(n) for n in range(1, len(numbers) + 1)])
    kept = [c for c in table.cells if c.row > 0 and c.column >= cut]
    moved = tuple(Cell(c.row - 1, c.column - cut, c.row_span, c.column_span, c.blocks) for c in kept)
    return Table(table.id, table.page, moved)


def _table(name: str, page: int, cells: dict[tuple[int, int], list[Block]]) -> Table:
    made = [
        Cell(
            row,
            column,
            max(1, *(b.row_span for b in blocks)),
            max(1, *(b.column_span for b in blocks)),
            tuple(blocks),
        )
        for (row, column), blocks in sorted(cells.items())
    ]
    return Table(name, page, tuple(made))


def same_columns(left: Table, right: Table, slack: float = 0.015) -> bool:
    """Tell whether two tables have the same columns: as many, and at the same places where places are known."""
    if left.column_count != right.column_count:
        return False
    first, second = left.lefts(), right.lefts()
    known = first.keys() & second.keys()
    if not first and not second:
        return True
    return bool(known) and all(abs(first[column] - second[column]) <= slack for column in known)
