"""Grids that are no tables but the paper of a plan: bars without text lie one below the other in their cells."""

from collections.abc import Iterable, Sequence

from extract.readers.pdf.grid import GridCell
from extract.readers.pdf.model import Shape, Word

LONG = 2.0
"""Heights of a bar that it is long at the least: a dot or a tick box is no bar."""
SMALL = 0.3
"""Part of a cell that a bar covers at the most: a larger area is the cell's paint."""
LEAST = 2
"""Bars in a cell, and such cells in a grid, that make it the paper of a plan."""
_BARS = frozenset({"rect", "roundRect", "homePlate", "chevron"})


def bars_of(words: Iterable[Word], shapes: Sequence[Shape]) -> list[Shape]:
    """Return the painted areas longer than high that hold no text."""
    held = {word.holder for word in words}
    found = [s for i, s in enumerate(shapes) if s.kind in _BARS and s.fill and i not in held]
    return [s for s in found if s.width >= LONG * s.height]


def is_paper(grid: Sequence[GridCell], bars: Sequence[Shape]) -> bool:
    """Tell whether several cells of the grid hold bars in several rows: lanes with what is done in each."""
    if len(bars) < LEAST * LEAST:
        return False
    return sum(_holds_rows(cell, bars) for cell in grid) >= LEAST


def _holds_rows(cell: GridCell, bars: Sequence[Shape]) -> bool:
    inside = [b for b in bars if cell.holds(b.x0, b.y0) and cell.holds(b.x1, b.y1) and b.area <= SMALL * cell.area]
    foot, rows = cell.y0, 0
    for bar in sorted(inside, key=lambda b: b.y0):
        if bar.y0 >= foot:
            foot, rows = bar.y1, rows + 1
    return rows >= LEAST
