"""Where the columns of an axis begin and end: at header shapes, at rules, at text boxes or half-way between labels."""

from collections.abc import Sequence
from itertools import pairwise

from extract.layout.meanings import Meaning
from extract.layout.thing import Thing
from veikart.core.geometry import Box

ABUTTING = 0.45
"""Widest gap between header shapes, in widths, that still makes their edges the columns' edges."""
TOUCH = 0.012
"""Farthest that a connector ends from the box it leads to."""
FLUSH = 0.008
"""Things whose edges differ by no more are set on one line."""
NEAR_BAND, THICKEST, AT_START = 0.04, 0.06, 0.25
"""Farthest from the labels that a band stands, its greatest height, and how far from the start of an area its label is
centred, in shares of the area's width."""
_THIN, _LONG_STROKE = 0.005, 0.08
_STUMP = 0.3  # of a column that a line goes on behind its last stroke without a column there
OFF_LABEL = 0.03
"""Farthest from its label's edge that a column's edge may lie."""


def column_edges(
    row: list[tuple[Thing, Meaning]], drawn: Sequence[Thing], things: Sequence[Thing], around: Box
) -> list[tuple[float, float]]:
    """Return the left and right edge of every column; `drawn` are the page's lines and areas."""
    places = [thing.place for thing, _ in row]
    lines = [thing for thing in drawn if thing.is_line]
    if all(thing.boxed or thing.blocks[0].table for thing, _ in row):
        frames = [thing.frame for thing, _ in row]
        gaps = [b.x0 - a.x1 for a, b in pairwise(frames)]
        if all(gap <= ABUTTING * min(a.width, b.width) for gap, (a, b) in zip(gaps, pairwise(frames), strict=True)):
            inner = [(a.x1 + b.x0) / 2 for a, b in pairwise(frames)]
            return _between([frames[0].x0, *inner, frames[-1].x1])
    ruled = _ruled(places, [line for line in lines if not _is_connector(line.place, things)], around)
    if ruled:
        return ruled
    notched = _notched(places, [line.place for line in lines])
    if notched:
        return notched
    banded = _banded(places, [thing.place for thing in drawn if thing.is_area and thing.fill], around)
    if banded:
        return banded
    framed = _framed([thing.frame for thing, _ in row])
    if framed:
        return framed
    lefts = _left_aligned(places, things, around)
    inner = lefts or [(a.middle[0] + b.middle[0]) / 2 for a, b in pairwise(places)]
    first = places[0].x0 - 0.002 if lefts else 2 * places[0].middle[0] - inner[0]
    last_width = inner[-1] - (inner[-2] if len(inner) > 1 else first)
    end = inner[-1] + last_width if lefts else 2 * places[-1].middle[0] - inner[-1]
    return _between([max(0.0, first), *inner, min(1.0, max(end, places[-1].x1))])


def _between(edges: list[float]) -> list[tuple[float, float]]:
    return list(pairwise(edges))


def _notched(places: list[Box], lines: Sequence[Box]) -> list[tuple[float, float]]:
    """Return the columns that begin at short strokes across one line, one in the middle of every label."""
    strokes = [line for line in lines if line.width < _THIN and line.height < _LONG_STROKE]
    long = [line for line in lines if line.height < _THIN and line.width >= places[-1].middle[0] - places[0].middle[0]]
    for line in long:
        across = [stroke.middle[0] for stroke in strokes if stroke.y0 <= line.middle[1] <= stroke.y1]
        starts = [min(across, key=lambda x: abs(x - p.middle[0]), default=-1.0) for p in places]
        if any(abs(x - p.middle[0]) > AT_START * p.width for x, p in zip(starts, places, strict=True)):
            continue
        step = starts[-1] - starts[-2]
        ends_there = line.x1 - starts[-1] < _STUMP * step  # at the last stroke: it is a column all the same
        return _between([*starts, starts[-1] + step if ends_there else min(line.x1, starts[-1] + step)])
    return []


def _banded(places: list[Box], areas: Sequence[Box], around: Box) -> list[tuple[float, float]]:
    """Return the areas of a band beside the labels where it has one for each of them, which stands at its start."""
    band = [
        a for a in areas if a.y1 >= around.y0 - NEAR_BAND and a.y0 <= around.y1 + NEAR_BAND and a.height <= THICKEST
    ]
    rows: dict[tuple[int, int], list[Box]] = {}
    for area in band:
        rows.setdefault((round(area.y0 / FLUSH), round(area.y1 / FLUSH)), []).append(area)
    for row in rows.values():
        row.sort(key=lambda area: area.x0)
        if len(row) != len(places) or any(abs(b.x0 - a.x1) > FLUSH for a, b in pairwise(row)):
            continue
        if all(abs(p.middle[0] - a.x0) <= AT_START * a.width for p, a in zip(places, row, strict=True)):
            return [(area.x0, area.x1) for area in row]
    return []


def _framed(frames: list[Box]) -> list[tuple[float, float]]:
    """Return the columns that the labels' own text boxes make where they lie side by side, alike in width."""
    widths = [f.width for f in frames]
    gaps = [b.x0 - a.x1 for a, b in pairwise(frames)]
    if max(widths) > 1.3 * min(widths) or min(gaps) < -0.01 or max(gaps) > ABUTTING * min(widths):
        return []
    return _between([frames[0].x0, *((a.x1 + b.x0) / 2 for a, b in pairwise(frames)), frames[-1].x1])


def _ruled(places: list[Box], lines: Sequence[Thing], around: Box) -> list[tuple[float, float]]:
    """Return the columns that upright rules make: one between every two labels, or one at every label."""
    upright = sorted({round(t.place.middle[0], 4) for t in lines if _is_upright(t.place, around)})
    if len(upright) < len(places) - 1:
        return []
    ticked = _ticked(places, upright)
    if ticked:
        return ticked
    inner: list[float] = []
    for a, b in pairwise(places):
        found = [x for x in upright if a.middle[0] < x < b.middle[0]]
        if len(found) != 1:
            return []
        inner.append(found[0])
    step = (inner[-1] - inner[0]) / (len(inner) - 1) if len(inner) > 1 else 2 * (inner[0] - places[0].middle[0])
    before = [x for x in upright if x < places[0].middle[0]]
    after = [x for x in upright if x > places[-1].middle[0]]
    first = before[-1] if before else inner[0] - step
    last = after[0] if after else inner[-1] + max(step, places[-1].x1 - inner[-1])
    return _between([max(0.0, min(first, places[0].x0)), *inner, min(1.0, max(last, places[-1].x1))])


def _is_connector(rule: Box, things: Sequence[Thing]) -> bool:
    """Tell whether an upright rule leads to the middle of a box: it ties the box to the axis and parts no columns."""
    x = rule.middle[0]
    boxes = [t.place for t in things if t.boxed and abs(t.place.middle[0] - x) < 0.25 * t.place.width]
    return any(abs(end - edge) < TOUCH for b in boxes for end in (rule.y0, rule.y1) for edge in (b.y0, b.y1))


def _ticked(places: list[Box], upright: list[float]) -> list[tuple[float, float]]:
    """Return columns that begin at their label, where every label stands on a rule."""
    ticks = []
    for place in places:
        near = [x for x in upright if abs(x - place.middle[0]) <= 0.25 * max(place.width, 0.01)]
        if not near:
            return []
        ticks.append(near[0])
    after = [x for x in upright if x > ticks[-1] + 0.3 * (ticks[-1] - ticks[-2])]
    end = after[0] if after else min(1.0, 2 * ticks[-1] - ticks[-2])
    return _between([*ticks, end])


def _is_upright(place: Box, around: Box) -> bool:
    return place.width < 0.004 and place.height > 2 * around.height and place.height > 0.08


def _left_aligned(places: list[Box], things: Sequence[Thing], around: Box) -> list[float]:
    """Return the left edges of all labels but the first where what stands below begins flush with them."""
    below = [t.place for t in things if t.place.y0 >= around.y1 - 0.01 and t.place.width > 0.02 and not t.is_line]
    below = [p for p in below if places[0].x0 - 0.03 < p.x0 < places[-1].x1]
    lefts = [min((p.x0 - label.x0 for label in places), key=abs) for p in below]
    centres = [min((p.middle[0] - label.middle[0] for label in places), key=abs) for p in below]
    flush, centred = _agreeing(lefts), _agreeing(centres)
    if len(flush) < 3 or len(flush) <= len(centred) or len(flush) * 2 < len(below):
        return []
    offset = min(0.0, *flush)
    return [label.x0 + offset - 0.002 for label in places[1:]]


def _agreeing(offsets: list[float]) -> list[float]:
    """Return the offsets near the middle one, if that is small: things set flush with their label."""
    if not offsets:
        return []
    middle = sorted(offsets)[len(offsets) // 2]
    return [o for o in offsets if abs(o - middle) < FLUSH] if abs(middle) < OFF_LABEL else []
