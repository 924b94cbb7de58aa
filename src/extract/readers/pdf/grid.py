"""Rules and edges of painted areas to grids: which rectangles they close, in which row and column.

pdfplumber's table finder closes the same rectangles on the same edges, at twice the time of this step and without
single boxes; bench/finders.py compares the two.
"""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

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
COVERED = 0.75
"""Part of a cell's side that must be drawn."""


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


class _Lattice:
    """The grid lines of one group, and which stretches of them are drawn."""

    def __init__(self, group: list[Shape]) -> None:
        across, down = _edges(group)
        self.xs = _snapped([x for x, _, _ in down] + [v for _, a, b in across for v in (a, b)])
        self.ys = _snapped([y for y, _, _ in across] + [v for _, a, b in down for v in (a, b)])
        self.across = _drawn(across, self.ys, self.xs)
        self.down = _drawn(down, self.xs, self.ys)

    @property
    def usable(self) -> bool:
        return 2 <= len(self.xs) <= LONGEST and 2 <= len(self.ys) <= LONGEST

    def rectangles(self) -> list[tuple[int, int, int, int]]:
        """Return left, top, right, bottom indices of every closed rectangle without a line through it."""
        rows, columns = len(self.ys) - 1, len(self.xs) - 1
        seen: set[tuple[int, int]] = set()
        found: list[tuple[int, int, int, int]] = []
        for row in range(rows):
            for column in range(columns):
                if (row, column) not in seen:
                    area = self._flood(row, column, rows, columns)
                    seen |= area
                    r0, r1 = min(r for r, _ in area), max(r for r, _ in area)
                    c0, c1 = min(c for _, c in area), max(c for _, c in area)
                    whole = len(area) == (r1 - r0 + 1) * (c1 - c0 + 1)
                    if whole and self._closed(c0, r0, c1 + 1, r1 + 1):
                        found.append((c0, r0, c1 + 1, r1 + 1))
        return found

    def _flood(self, row: int, column: int, rows: int, columns: int) -> set[tuple[int, int]]:
        area, frontier = {(row, column)}, [(row, column)]
        while frontier:
            r, c = frontier.pop()
            steps = (
                (r, c + 1, c + 1 < columns and not self.down[c + 1][r]),
                (r, c - 1, c > 0 and not self.down[c][r]),
                (r + 1, c, r + 1 < rows and not self.across[r + 1][c]),
                (r - 1, c, r > 0 and not self.across[r][c]),
            )
            for nr, nc, is_open in steps:
                if is_open and (nr, nc) not in area:
                    area.add((nr, nc))
                    frontier.append((nr, nc))
        return area

    def _closed(self, c0: int, r0: int, c1: int, r1: int) -> bool:
        sides = (self.across[r0][c0:c1], self.across[r1][c0:c1], self.down[c0][r0:r1], self.down[c1][r0:r1])
        return all(sum(side) >= COVERED * len(side) for side in sides)


Edge = tuple[float, float, float]  # where it lies, from, to


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


def _snapped(values: list[float]) -> list[float]:
    """Return the means of values that lie close."""
    found: list[list[float]] = []
    for value in sorted(values):
        if found and value - found[-1][-1] <= SNAP and value - found[-1][0] <= 2 * SNAP:
            found[-1].append(value)
        else:
            found.append([value])
    return [sum(some) / len(some) for some in found]


def _nearest(value: float, marks: list[float]) -> int:
    """Return the index of the mark closest to the value; marks ascend."""
    index = bisect_left(marks, value)
    if index == len(marks) or (index > 0 and value - marks[index - 1] <= marks[index] - value):
        return index - 1
    return index


def _drawn(edges: list[Edge], lines: list[float], stops: list[float]) -> list[list[bool]]:
    """Tell for each line and each stretch between stops whether an edge runs along it."""
    drawn = [[False] * (len(stops) - 1) for _ in lines]
    if len(lines) > LONGEST or len(stops) > LONGEST:
        return drawn
    for place, low, high in edges:
        row = drawn[_nearest(place, lines)]
        for index in range(_nearest(low, stops), _nearest(high, stops)):
            row[index] = True
    return drawn


def _grids_of(group: list[Shape]) -> list[list[GridCell]]:
    lattice = _Lattice(group)
    if not lattice.usable:
        return []
    grids: list[list[GridCell]] = []
    for some in _neighbours(lattice.rectangles()):
        columns = sorted({c for r in some for c in (r[0], r[2])})
        rows = sorted({r for c in some for r in (c[1], c[3])})
        cells = [
            GridCell(
                lattice.xs[c0],
                lattice.ys[r0],
                lattice.xs[c1],
                lattice.ys[r1],
                rows.index(r0),
                columns.index(c0),
                rows.index(r1) - rows.index(r0),
                columns.index(c1) - columns.index(c0),
            )
            for c0, r0, c1, r1 in some
        ]
        grids.append(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    return grids


def _neighbours(cells: list[tuple[int, int, int, int]]) -> list[list[tuple[int, int, int, int]]]:
    """Return the groups of cells that share sides."""
    groups: list[list[tuple[int, int, int, int]]] = []
    for cell in cells:
        beside = [g for g in groups if any(_side_by_side(cell, other) for other in g)]
        groups = [g for g in groups if g not in beside]
        groups.append([cell, *(c for g in beside for c in g)])
    return groups


def _side_by_side(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
    across = min(a[2], b[2]) > max(a[0], b[0]) and (a[3] == b[1] or b[3] == a[1])
    down = min(a[3], b[3]) > max(a[1], b[1]) and (a[2] == b[0] or b[2] == a[0])
    return across or down
