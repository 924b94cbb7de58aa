"""Cells that lie over others: a wide one is closed around smaller ones where a rule between them was left undrawn.

Word processors leave out rules beside merged cells. What the smaller cells leave free of the wide one is cut along the
table's columns; rows of one column stay together where no rule parts them.
"""

from extract.readers.pdf.grid import GridCell
from extract.readers.pdf.model import Shape

NEAR = 2.0
"""Points within which places are one."""

Edge = tuple[float, float, float]  # where it lies, from, to


def untangled(cells: list[GridCell], drawn: list[Shape]) -> list[GridCell]:
    """Return the cells with those cut up that rules close around others; boxes drawn inside an area stay in it."""
    if sum(c.row_span * c.column_span for c in cells) == len({place for c in cells for place in _squares(c)}):
        return cells
    across = [((s.y0 + s.y1) / 2, s.x0, s.x1) for s in drawn if s.kind == "line" and s.width > s.height]
    areas = [s for s in drawn if s.kind != "line"]
    found: list[GridCell] = []
    lefts, tops = _places(cells)
    for cell in cells:
        wide = cell.row_span * cell.column_span > 1
        inner = [c for c in cells if c is not cell and _holds(cell, c)] if wide else []
        if inner and not any(_is_drawn(c, areas) for c in (cell, *inner)):
            found += _cut(cell, inner, lefts, tops, across)
        else:
            found.append(cell)
    return sorted(found, key=lambda c: (c.row, c.column))


def _squares(cell: GridCell) -> list[tuple[int, int]]:
    rows = range(cell.row, cell.row + cell.row_span)
    return [(row, column) for row in rows for column in range(cell.column, cell.column + cell.column_span)]


def _places(cells: list[GridCell]) -> tuple[dict[int, float], dict[int, float]]:
    """Return where each column and each row begins, by number; the end of the last one too."""
    lefts: dict[int, float] = {}
    tops: dict[int, float] = {}
    for cell in cells:
        lefts |= {cell.column: cell.x0, cell.column + cell.column_span: cell.x1}
        tops |= {cell.row: cell.y0, cell.row + cell.row_span: cell.y1}
    return lefts, tops


def _holds(outer: GridCell, inner: GridCell) -> bool:
    return (
        outer.row <= inner.row
        and outer.column <= inner.column
        and inner.row + inner.row_span <= outer.row + outer.row_span
        and inner.column + inner.column_span <= outer.column + outer.column_span
    )


def _is_drawn(cell: GridCell, areas: list[Shape]) -> bool:
    sides = cell.x0, cell.y0, cell.x1, cell.y1
    return any(all(abs(a - b) < NEAR for a, b in zip((s.x0, s.y0, s.x1, s.y1), sides, strict=True)) for s in areas)


def _cut(
    cell: GridCell, inner: list[GridCell], lefts: dict[int, float], tops: dict[int, float], across: list[Edge]
) -> list[GridCell]:
    taken = {place for c in inner for place in _squares(c)}
    found: list[GridCell] = []
    for column in range(cell.column, cell.column + cell.column_span):
        x0, x1 = lefts[column], lefts[column + 1]
        first: int | None = None
        for row in range(cell.row, cell.row + cell.row_span + 1):
            ends = row == cell.row + cell.row_span or (row, column) in taken
            if first is not None and (ends or _is_ruled(tops[row], (x0 + x1) / 2, across)):
                found.append(GridCell(x0, tops[first], x1, tops[row], first, column, row - first, 1))
                first = None
            if first is None and not ends:
                first = row
    return found


def _is_ruled(y: float, x: float, across: list[Edge]) -> bool:
    return any(abs(at - y) < NEAR and low < x < high for at, low, high in across)
