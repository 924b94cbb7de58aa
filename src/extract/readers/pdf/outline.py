"""The geometry that a path draws, guessed from its corner points."""

from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Bounds: TypeAlias = tuple[float, float, float, float]

SLACK = 0.6
"""Points by which a corner may miss the edge of its bounds."""
TILT = 0.2
"""How far the corners of a tilted rectangle lie from those of its bounds, of their width and height."""
ROUND = 0.06
"""How far a point of an ellipse may lie from it, in radii squared."""


def describe(points: list[Point], curves: int, box: Bounds) -> str:
    """Return rect, roundRect, ellipse, chevron, homePlate, diamond, triangle, rightArrow, line or other.

    `points` are the end points of the segments as shown, `curves` how many of them are curves.
    """
    corners = _corners(points)
    if curves:
        return _curved(corners, box)
    if len(corners) <= 2:
        return "line"
    on_corner = sum(_at_corner(p, box) for p in corners)
    if len(corners) == 4:
        if on_corner == 4:
            return "rect"
        pointed = on_corner == 0 and all(_on_edge(p, box) for p in corners) and not _is_tilted(corners, box)
        return "diamond" if pointed else "other"
    if len(corners) == 5 and on_corner == 2:
        return "homePlate"
    if len(corners) == 6 and on_corner == 2:
        return "chevron"
    return {3: "triangle", 7: "rightArrow"}.get(len(corners), "other")


def _is_tilted(corners: list[Point], box: Bounds) -> bool:
    """Tell whether a shape's corners lie near those of its bounds: a rectangle a few degrees aslant."""
    x0, y0, x1, y1 = box
    wide, high = TILT * (x1 - x0), TILT * (y1 - y0)
    return all(min(x - x0, x1 - x) <= wide and min(y - y0, y1 - y) <= high for x, y in corners)


def _curved(corners: list[Point], box: Bounds) -> str:
    """Tell ellipses and rectangles with rounded corners from other curves."""
    x0, y0, x1, y1 = box
    a, b = max((x1 - x0) / 2, 0.01), max((y1 - y0) / 2, 0.01)
    if len(corners) >= 3 and all(
        abs(((x - x0) / a - 1) ** 2 + ((y - y0) / b - 1) ** 2 - 1) < ROUND for x, y in corners
    ):
        return "ellipse"
    reach = 0.5 * min(x1 - x0, y1 - y0) + SLACK
    near = all(min(x - x0, x1 - x) <= reach and min(y - y0, y1 - y) <= reach for x, y in corners)
    sides = (
        any(abs(x - x0) < SLACK for x, _ in corners),
        any(abs(x - x1) < SLACK for x, _ in corners),
        any(abs(y - y0) < SLACK for _, y in corners),
        any(abs(y - y1) < SLACK for _, y in corners),
    )
    return "roundRect" if near and all(sides) and _convex(corners) else "other"


def _convex(corners: list[Point]) -> bool:
    """Tell whether the corners turn one way all round."""
    count = len(corners)
    turns = [_turn(corners[i - 1], corners[i], corners[(i + 1) % count]) for i in range(count)]
    return all(t > -0.5 for t in turns) or all(t < 0.5 for t in turns)


def _corners(points: list[Point]) -> list[Point]:
    """Drop repeated points and those on a straight way between their neighbours."""
    distinct = [p for i, p in enumerate(points) if i == 0 or _apart(p, points[i - 1])]
    if len(distinct) > 1 and not _apart(distinct[0], distinct[-1]):
        distinct.pop()
    if len(distinct) < 4:
        return distinct
    count = len(distinct)
    return [p for i, p in enumerate(distinct) if abs(_turn(distinct[i - 1], p, distinct[(i + 1) % count])) >= 0.05]


def _apart(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) > 0.05 or abs(a[1] - b[1]) > 0.05


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _at_corner(p: Point, box: Bounds) -> bool:
    return min(abs(p[0] - box[0]), abs(p[0] - box[2])) < SLACK and min(abs(p[1] - box[1]), abs(p[1] - box[3])) < SLACK


def _on_edge(p: Point, box: Bounds) -> bool:
    return min(abs(p[0] - box[0]), abs(p[0] - box[2]), abs(p[1] - box[1]), abs(p[1] - box[3])) < SLACK
