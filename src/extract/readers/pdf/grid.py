"""Rules and edges of painted areas to grids: which rectangles they close, in which row and column.

Merging edges, crossing them and sorting cells into tables is pdfplumber's finder's work. What stands here is what it
leaves to its caller: which shapes belong together, the sides that an open table leaves undrawn, the rows and columns
that a cell spans; and the one step of it that costs the square of the crossings.
bench/README.md compares it with a finder of our own.
"""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import numpy as np

from extract.readers.pdf.model import Shape

SNAP = 2.0
"""Points within which edges are one line."""
TOUCH = 1.6
"""Points within which two areas or rules touch."""
LONGEST = 160
"""Grid lines in one direction; a finer pattern is a drawing."""
MOST = 1_500
"""Rules and areas of one page that are looked at for grids."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A closed rectangle in a grid, in points, with its place among the rows and columns."""

    x0: float
    y0: float
    x1: float
    y1: float
    row: int
    column: int
    row_span: int
    column_span: int

    @property
    def area(self) -> float:
        """Area in square points."""
        return (self.x1 - self.x0) * (self.y1 - self.y0)

    def holds(self, x: float, y: float) -> bool:
        """Tell whether the point lies inside."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


def find_grids(shapes: list[Shape]) -> list[list[GridCell]]:
    """Return the cells of each grid that the shapes draw; a single closed rectangle is a grid of one cell."""
    grids: list[list[GridCell]] = []
    for group in _touching(shapes[:MOST]):
        if len(group) > 3:
            grids.extend(_grids_of(group))
    return grids


def _touching(shapes: list[Shape]) -> list[list[Shape]]:
    """Return the groups of shapes that touch each other, directly or through others."""
    if not shapes:
        return []
    box = np.array([(s.x0 - TOUCH, s.y0 - TOUCH, s.x1 + TOUCH, s.y1 + TOUCH) for s in shapes])
    meets = (
        (box[:, None, 0] <= box[None, :, 2])
        & (box[None, :, 0] <= box[:, None, 2])
        & (box[:, None, 1] <= box[None, :, 3])
        & (box[None, :, 1] <= box[:, None, 3])
    )
    groups: list[list[Shape]] = []
    left = set(range(len(shapes)))
    while left:
        start = min(left)
        left.discard(start)
        found, frontier = {start}, [start]
        while frontier:
            new = set(np.nonzero(meets[frontier.pop()])[0].tolist()) & left
            left -= new
            found |= new
            frontier.extend(new)
        groups.append([shapes[i] for i in sorted(found)])
    return groups


Rectangle = tuple[float, float, float, float]
Edge = tuple[float, float, float]  # where it lies, from, to
Point = tuple[float, float]


def _edges(group: list[Shape]) -> tuple[list[Edge], list[Edge]]:
    """Return the edges across and down: the middle of rules, all sides of areas, the outer sides of open tables."""
    across: list[Edge] = []
    down: list[Edge] = []
    for s in group:
        if s.kind == "line":
            if s.width >= s.height:
                across.append(((s.y0 + s.y1) / 2, s.x0, s.x1))
            else:
                down.append(((s.x0 + s.x1) / 2, s.y0, s.y1))
        else:
            across += [(s.y0, s.x0, s.x1), (s.y1, s.x0, s.x1)]
            down += [(s.x0, s.y0, s.y1), (s.x1, s.y0, s.y1)]
    return across + _open_sides(down), down + _open_sides(across)


def _open_sides(edges: list[Edge]) -> list[Edge]:
    """Return the sides that a table leaves open where at least three of its rules run from end to end."""
    if len(edges) < 3:
        return []
    start, stop = min(e[1] for e in edges), max(e[2] for e in edges)
    reach: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        reach[round(edge[0] / SNAP)].append(edge)
    full = [some[0][0] for some in reach.values() if _runs_through(some, start, stop)]
    if len(full) < 3:
        return []
    return [(start, min(full), max(full)), (stop, min(full), max(full))]


def _runs_through(edges: list[Edge], start: float, stop: float) -> bool:
    """Tell whether edges on one line together reach from start to stop."""
    at = start
    for _, low, high in sorted(edges, key=lambda e: e[1]):
        if low > at + SNAP:
            return False
        at = max(at, high)
    return at >= stop - SNAP


def _grids_of(group: list[Shape]) -> list[list[GridCell]]:
    across, down = _edges(group)
    grids: list[list[GridCell]] = []
    for boxes in closed(across, down):
        columns, rows = marks([x for b in boxes for x in (b[0], b[2])]), marks([y for b in boxes for y in (b[1], b[3])])
        cells = []
        for x0, y0, x1, y1 in boxes:
            left, top, right, foot = columns[x0], rows[y0], columns[x1], rows[y1]
            cells.append(GridCell(x0, y0, x1, y1, top, left, foot - top, right - left))
        grids.append(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    return grids


def marks(values: list[float]) -> dict[float, int]:
    """Return the place of each value among the grid lines, values that lie close as one line."""
    found: dict[float, int] = {}
    line, last = -1, 0.0
    for value in sorted(set(values)):
        if line < 0 or value - last > SNAP:
            line += 1
        found[value], last = line, value
    return found


def closed(across: list[Edge], down: list[Edge]) -> list[list[Rectangle]]:
    """Return the closed rectangles of each table that pdfplumber finds on these edges."""
    from pdfplumber import table as finder  # loaded for the first page that has rules enough

    edges = [_edge("h", x0, y, x1, y) for y, x0, x1 in across] + [_edge("v", x, y0, x, y1) for x, y0, y1 in down]
    merged = finder.merge_edges(edges, SNAP, SNAP, SNAP, SNAP)
    lines = [{e[start] for e in merged if e["orientation"] == way} for way, start in (("h", "top"), ("v", "x0"))]
    if len(merged) > MOST or not all(2 <= len(places) <= LONGEST for places in lines):
        return []
    crossings = finder.edges_to_intersections(merged, SNAP, SNAP)
    cells = cells_between(crossings)
    tables = finder.cells_to_tables(cells)
    held = {cell for table in tables for cell in table}
    return [*tables, *([cell] for cell in cells if cell not in held)]  # a lone cell is no table to pdfplumber


def cells_between(crossings: dict[Point, dict[str, list[Any]]]) -> list[Rectangle]:
    """Return the smallest rectangle that edges close below and right of each crossing.

    The answer is that of pdfplumber's intersections_to_cells, which compares every crossing with every other one.
    """
    edges = {point: {id(e) for way in found.values() for e in way} for point, found in crossings.items()}
    along: dict[int, list[Point]] = defaultdict(list)
    for point in sorted(crossings):
        for edge in edges[point]:
            along[edge].append(point)

    def after(point: Point, way: str) -> list[Point]:
        lines = [along[id(e)] for e in crossings[point][way]]
        beyond = [line[bisect_right(line, point) :] for line in lines]
        return beyond[0] if len(beyond) == 1 else sorted(set().union(*beyond))

    def closes(below: Point, right: Point) -> bool:
        own = edges.get((right[0], below[1]), set())
        return not own.isdisjoint(edges[right]) and not own.isdisjoint(edges[below])

    found = []
    for point in sorted(crossings):
        pairs = ((below, right) for below in after(point, "v") for right in after(point, "h"))
        corner = next(((right[0], below[1]) for below, right in pairs if closes(below, right)), None)
        if corner:
            found.append((*point, *corner))
    return found


def _edge(way: str, x0: float, y0: float, x1: float, y1: float) -> dict[str, float | str]:
    return {"orientation": way, "x0": x0, "x1": x1, "top": y0, "bottom": y1, "width": x1 - x0, "height": y1 - y0}
