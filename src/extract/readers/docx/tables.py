"""The grid of a Word table: where each cell stands, and how far a merged one reaches."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from extract.readers.docx.names import W, child, flag, value, whole
from extract.readers.docx.styles import fill_of

_MAX_SPAN = 1000
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


@dataclass(slots=True)
class GridCell:
    """A cell with its place in the grid, from 0."""

    element: etree._Element
    row: int
    column: int
    row_span: int
    column_span: int
    fill: str
    header: bool
    painted: bool = False  # the fill is the cell's own, not its table style's


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table in reading order, a merged one once."""

    cells: list[GridCell]
    rows: int
    columns: int
    widths: tuple[str, ...] = ()  # of the columns as the file writes them

    @property
    def headed(self) -> bool:
        """Tell whether the table marks a header row of its own."""
        return any(cell.header for cell in self.cells if cell.row == 0)


def read_grid(table: etree._Element, fills: dict[str, str]) -> Grid:
    """Place the cells of a table. `fills` are those of its style, by part."""
    cells: list[GridCell] = []
    above: dict[int, GridCell] = {}
    columns = count = 0
    look = _Banding(child(table, "tblPr/tblLook"))
    for row in _rows(table):
        header = bool(flag(child(row, "trPr"), "tblHeader"))
        column = min(whole(value(row, "trPr/gridBefore")), _MAX_SPAN)
        for element in _children(row, W + "tc"):
            if child(element, "tcPr/cellDel") is not None:
                continue
            span = max(1, min(whole(value(element, "tcPr/gridSpan"), 1), _MAX_SPAN))
            origin = above.get(column)
            if _continues(element) and origin is not None:
                origin.row_span = count - origin.row + 1
            else:
                own = fill_of(child(element, "tcPr/shd"))
                fill = own or look.fill(fills, count, column)
                above[column] = GridCell(element, count, column, 1, span, fill, header, bool(own))
                cells.append(above[column])
            column += span
        columns = max(columns, column)
        count += 1
    widths = tuple(e.get(W + "w", "") for e in table.iterfind(f"{W}tblGrid/{W}gridCol"))
    return Grid(cells, count, columns, widths)


@dataclass(frozen=True, slots=True)
class FirstRow:
    """How the first row of a table looks, to tell a header from a row that goes on."""

    text: tuple[str, ...]
    bold: bool
    fills: frozenset[str]


def first_row(grid: Grid) -> FirstRow:
    """Return the texts, weight and fills of the first row."""
    cells = [cell for cell in grid.cells if cell.row == 0]
    runs = [run for cell in cells for run in cell.element.iter(W + "r") if run.find(W + "t") is not None]
    return FirstRow(
        text=tuple("".join(t.text or "" for t in cell.element.iter(W + "t")) for cell in cells),
        bold=bool(runs) and all(flag(child(run, "rPr"), "b") for run in runs),
        fills=frozenset(cell.fill for cell in cells if cell.fill),
    )


class _Banding:
    """Which parts of a table's style are switched on."""

    def __init__(self, look: etree._Element | None) -> None:
        bits = int(look.get(W + "val", "0"), 16) if look is not None and _is_hex(look.get(W + "val", "")) else 0
        self._first_row = bool(bits & 0x20) or (look is not None and look.get(W + "firstRow") == "1")
        self._first_column = bool(bits & 0x80) or (look is not None and look.get(W + "firstColumn") == "1")

    def fill(self, fills: dict[str, str], row: int, column: int) -> str:
        if row == 0 and self._first_row and "firstRow" in fills:
            return fills["firstRow"]
        if column == 0 and self._first_column and "firstCol" in fills:
            return fills["firstCol"]
        return fills.get("", "")


def _is_hex(text: str) -> bool:
    return bool(text) and all(c in "0123456789abcdefABCDEF" for c in text)


def _continues(cell: etree._Element) -> bool:
    merge = child(cell, "tcPr/vMerge")
    return merge is not None and merge.get(W + "val", "continue") != "restart"


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for row in _children(table, W + "tr"):
        properties = child(row, "trPr")
        if child(properties, "del") is None and not flag(properties, "hidden"):
            yield row


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield children of one name, also those inside content controls."""
    stack = [iter(parent)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == tag:
            yield element
        elif element.tag in _WRAPPERS:
            stack.append(iter(element))
