"""The geometry that a path draws, guessed from its corner points."""

from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Bounds: TypeAlias = tuple[float, float, float, float]

SLACK = 0.6
"""Points by which a corner may miss the edge of its bounds."""


def describe(points: list[Point], curves: int, box: Bounds) -> str:
    """Return rect, roundRect, ellipse, chevron, homePlate, diamond, triangle, line or other.

    `points` are the end points of the segments as shown, `curves` how many of them are curves.
    """
    corners = _corners(points)
    if curves:
        return _curved(corners, curves, box)
    if len(corners) <= 2:
        return "line"
    on_corner = sum(_at_corner(p, box) for p in corners)
    if len(corners) == 4 and on_corner == 4:
        return "rect"
    if len(corners) == 3:
        return "triangle"
    if len(corners) == 4:
        return "diamond" if on_corner == 0 and all(_on_edge(p, box) for p in corners) else "other"
    if len(corners) == 5 and on_corner == 2:
        return "homePlate"
    if len(corners) == 6 and on_corner == 2:
        return "chevron"
    if len(corners) == 7:
        return "rightArrow"
    return "other"


def _curved(corners: list[Point], curves: int, box: Bounds) -> str:
    straight = len(corners) - curves
    if curves >= 3 and straight <= 1 and not any(_at_corner(p, box) for p in corners):
        return "ellipse"
    return "roundRect" if curves in (1, 2, 4, 8) and all(_on_edge(p, box) for p in corners) else "other"


def _corners(points: list[Point]) -> list[Point]:
    """Drop repeated points and those on a straight way between their neighbours."""
    distinct = [p for i, p in enumerate(points) if i == 0 or _apart(p, points[i - 1])]
    if len(distinct) > 1 and not _apart(distinct[0], distinct[-1]):
        distinct.pop()
    if len(distinct) < 4:
        return distinct
    count = len(distinct)
    return [p for i, p in enumerate(distinct) if not _straight(distinct[i - 1], p, distinct[(i + 1) % count])]


def _apart(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) > 0.05 or abs(a[1] - b[1]) > 0.05


def _straight(a: Point, b: Point, c: Point) -> bool:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) < 0.05


def _at_corner(p: Point, box: Bounds) -> bool:
    return min(abs(p[0] - box[0]), abs(p[0] - box[2])) < SLACK and min(abs(p[1] - box[1]), abs(p[1] - box[3])) < SLACK


def _on_edge(p: Point, box: Bounds) -> bool:
    return min(abs(p[0] - box[0]), abs(p[0] - box[2]), abs(p[1] - box[1]), abs(p[1] - box[3])) < SLACK
