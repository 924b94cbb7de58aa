"""Axes: rows of labels that give what stands under them a period, a status or an owner.

An axis is looked for across the page; a vertical one is found by turning the things first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from extract.layout.labels import Label, date_rows, label_of, themed_label, week_labels
from extract.layout.meanings import Meaning
from extract.layout.thing import Thing
from veikart.core.geometry import Box, surround
from veikart.core.periods import Period

SLIVER = 0.15
"""Share of a column that a box may reach into without counting as in it."""
LEAST_SPREAD = 0.22
"""Share of the page that an axis must cover."""
ABUTTING = 0.45
"""Widest gap between header shapes, in widths, that still makes their edges the columns' edges."""
TOUCH = 0.012
"""Farthest that a connector ends from the box it leads to."""
ZIGZAG = 0.2
"""Largest distance between the two rows of labels that take turns above and below a line."""
FLUSH = 0.008
"""Things whose edges differ by no more are set on one line."""
OFF_LABEL = 0.03
"""Farthest from its label's edge that a column's edge may lie."""
LEVEL_GAP = 1.6
"""Largest gap between two levels of one header, in label heights."""


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of an axis and what it says about what stands in it."""

    start: float
    end: float
    meaning: Meaning
    label: Thing

    @property
    def width(self) -> float:
        """Its width as a fraction of the page."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Axis:
    """Columns from left to right, and the things that are their labels, all levels of them."""

    columns: tuple[Column, ...]
    place: Box
    labels: tuple[Thing, ...]
    kind: str = "period"  # period, status or owner

    @property
    def start(self) -> float:
        """Left edge of the first column."""
        return self.columns[0].start

    @property
    def end(self) -> float:
        """Right edge of the last column."""
        return self.columns[-1].end

    def covered(self, place: Box) -> tuple[Column, ...]:
        """Return the columns that the box stands in; one that it only reaches into by a sliver is left out."""
        shares = [(min(place.x1, c.end) - max(place.x0, c.start), c) for c in self.columns]
        width = max(place.width, 1e-6)
        inside = [c for shared, c in shares if shared > SLIVER * c.width or shared > 0.5 * width]
        if inside:
            return tuple(inside)
        best = max(shares, key=lambda pair: pair[0])
        return (best[1],) if best[0] > 0 else ()

    def nearest(self, place: Box) -> Column | None:
        """Return the one column that the box stands in most."""
        best = max(self.columns, key=lambda c: min(place.x1, c.end) - max(place.x0, c.start))
        return best if min(place.x1, best.end) > max(place.x0, best.start) else None

    def period(self, place: Box) -> tuple[Period | None, str, Column | None]:
        """Return the period of the box, the labels that give it and the first of them; no dates for "later" alone."""
        inside = self.covered(place)
        if not inside:
            return None, "", None
        text = " – ".join(dict.fromkeys([_printed(inside[0]), _printed(inside[-1])]))
        dated = [c.meaning.period for c in inside if c.meaning.period]
        if not dated:
            return None, text, inside[0]
        open_end = any(c.meaning.later for c in inside) or dated[-1].end is None
        return Period(dated[0].start, None if open_end else dated[-1].end, text), text, inside[0]


def _printed(column: Column) -> str:
    return column.meaning.text


def find_axes(
    things: Sequence[Thing], lines: Sequence[Thing], years: Sequence[int], *, themed: bool = False
) -> list[Axis]:
    """Return the time axes of a page from top to bottom; `years` are those that its heading names.

    `themed` looks for labels with a theme under the period instead of plain ones.
    """
    read = themed_label if themed else label_of
    labels = [label for thing in things if (label := read(thing)) is not None]
    labels += [] if themed else week_labels(things)
    rows = _zigzag([row for row in _rows(labels) if _is_row(row, things)])
    axes = []
    for level in _levels(rows):
        dated = date_rows(level, years)
        row = _with_coarser(max(dated, key=len, default=[]), dated)
        if len(row) < 2 or not _ascending(row):
            continue
        used = tuple(label.thing for row_ in level for label in row_)
        axis = _axis([(label.thing, label.meaning) for label in row], used, lines, things, "period")
        if axis is not None:
            axes.append(axis)
    return axes


def header_axis(
    row: Sequence[tuple[Thing, Meaning]], lines: Sequence[Thing], things: Sequence[Thing], kind: str
) -> Axis | None:
    """Return the axis that a row of headings makes."""
    return _axis(list(row), tuple(thing for thing, _ in row), lines, things, kind)


def same_row(a: Box, b: Box) -> bool:
    """Tell whether two places stand on one row."""
    return a.overlap_y(b) >= 0.5 * min(a.height, b.height)


def _with_coarser(row: list[Label], levels: list[list[Label]]) -> list[Label]:
    """Return the finest level with the labels of others that stand beside it: quarters of one year, then years."""
    result = list(row)
    for level in levels:
        for label in level:
            place = label.thing.place
            if level is not row and result and place.x0 >= result[-1].thing.place.x1 - 0.002:
                result.append(label)
    return result


def _rows(labels: list[Label]) -> list[list[Label]]:
    rows: list[list[Label]] = []
    for label in sorted(labels, key=lambda item: (item.thing.place.middle[1], item.thing.place.x0)):
        for row in rows:
            if same_row(row[0].thing.place, label.thing.place) and _alike(row[0].thing, label.thing):
                row.append(label)
                break
        else:
            rows.append([label])
    return [sorted(row, key=lambda item: item.thing.place.x0) for row in rows]


def _zigzag(rows: list[list[Label]]) -> list[list[Label]]:
    """Join two rows whose labels take turns above and below a line."""
    result: list[list[Label]] = []
    for row in rows:
        for i, before in enumerate(result):
            joined = sorted([*before, *row], key=lambda item: item.thing.place.x0)
            turns = sum(1 for a, b in pairwise(joined) if (a in before) != (b in before))
            near = abs(row[0].thing.place.y0 - before[0].thing.place.y0) < ZIGZAG
            if (
                near
                and turns >= len(joined) - 1 >= 2
                and all(label.meaning.period for label in joined)
                and _ascending(joined)
            ):
                result[i] = joined
                break
        else:
            result.append(row)
    return result


def _alike(a: Thing, b: Thing) -> bool:
    """Tell whether two labels are set alike, as columns of one axis are; bare ones by their letters alone."""
    sizes = a.blocks[0].size, b.blocks[0].size
    bare = not (a.boxed and b.boxed) or (a.place.y0 != b.place.y0 and same_row(a.ink, b.ink))
    ours, theirs = sizes if all(sizes) and bare else (a.place.height, b.place.height)
    return 0.6 <= ours / max(theirs, 1e-6) <= 1.7


def _is_row(row: list[Label], things: Sequence[Thing]) -> bool:
    """Tell whether labels stand on an axis: nothing else between them, and none is a chip on something."""
    first, last = row[0].thing.ink, row[-1].thing.ink
    own = {label.thing.id for label in row}
    span = Box(first.x0, min(first.y0, last.y0), last.x1, max(first.y1, last.y1))
    between = 0
    for thing in things:
        if thing.id in own or not thing.has_text:
            continue
        held = [label for label in row if _is_chip(label.thing, thing)]
        if held and (len(held) == 1 or any(same_row(label.thing.place, thing.ink) for label in held)):
            return False
        if same_row(span, thing.ink) and first.x0 < thing.ink.middle[0] < last.x1 and label_of(thing) is None:
            between += 1
    return between * 3 <= len(row) - 1


def _is_chip(label: Thing, host: Thing) -> bool:
    """Tell whether the label lies on a shape, hardly higher than a few such labels, that has words of its own."""
    inside = host.boxed and host.place.holds(*label.place.middle) and host.place.area > label.place.area
    return inside and host.place.height < 3.5 * label.place.height


def _levels(rows: list[list[Label]]) -> list[list[list[Label]]]:
    """Return the rows in the headers that they make: years over quarters stand together."""
    headers: list[list[list[Label]]] = []
    for row in rows:
        if headers:
            above = headers[-1][-1]
            gap = row[0].thing.place.y0 - max(label.thing.place.y1 for label in above)
            height = max(row[0].thing.place.height, above[0].thing.place.height)
            if gap <= LEVEL_GAP * height and _spread(above).overlap_x(_spread(row)) > 0 and _finer(above, row):
                headers[-1].append(row)
                continue
        headers.append([row])
    return headers


def _finer(above: list[Label], below: list[Label]) -> bool:
    """Tell whether one of the two rows divides the other."""
    return {label.grain for label in above} != {label.grain for label in below}


def _spread(row: list[Label]) -> Box:
    box = surround([label.thing.place for label in row])
    assert box is not None
    return box


def _ascending(row: list[Label]) -> bool:
    starts = [label.meaning.period.start for label in row if label.meaning.period and label.meaning.period.start]
    later = [i for i, label in enumerate(row) if label.meaning.later and not label.meaning.period]
    if any(i not in (0, 1, len(row) - 1) for i in later) or not starts:
        return len(later) == len(row) >= 2
    return all(a < b for a, b in pairwise(starts))


def _axis(
    row: list[tuple[Thing, Meaning]],
    used: tuple[Thing, ...],
    lines: Sequence[Thing],
    things: Sequence[Thing],
    kind: str,
) -> Axis | None:
    places = [thing.place for thing, _ in row]
    around = surround([t.place for t in used])
    assert around is not None
    if places[-1].x1 - places[0].x0 < LEAST_SPREAD:
        return None
    if any(b.x0 < a.x0 or b.middle[0] <= a.middle[0] for a, b in pairwise(places)):
        return None
    edges = _edges(row, lines, things, around)
    columns = [Column(start, end, meaning, thing) for (thing, meaning), (start, end) in zip(row, edges, strict=True)]
    return Axis(tuple(_until_next(columns)), around, used, kind)


def _until_next(columns: list[Column]) -> list[Column]:
    """Let a tick such as "2025" last until the next one, where labels leave years out evenly: 2025, 2030, 2035."""
    starts = [c.meaning.period.start for c in columns if c.meaning.period and c.meaning.period.start]
    steps = {(b.year - a.year) * 12 + b.month - a.month for a, b in pairwise(starts)}
    if len(steps) > 1 or any(not _is_years(c.meaning.period) for c in columns):
        return columns
    result = []
    for column, after in pairwise([*columns, None]):
        assert column is not None
        own, following = column.meaning.period, after.meaning.period if after else None
        period = own
        if own and following and own.end and following.start and own.end < following.start - timedelta(days=1):
            period = Period(own.start, following.start - timedelta(days=1), own.text)
        result.append(replace(column, meaning=replace(column.meaning, period=period)))
    return result


def _is_years(period: Period | None) -> bool:
    """Tell whether a period is whole years: a month that is left out between two others has no label, no length."""
    if period is None:
        return True
    first, last = period.start, period.end
    begins = first is None or (first.month, first.day) == (1, 1)
    return begins and (last is None or (last.month, last.day) == (12, 31))


def _edges(
    row: list[tuple[Thing, Meaning]], lines: Sequence[Thing], things: Sequence[Thing], around: Box
) -> list[tuple[float, float]]:
    """Return the left and right edge of every column."""
    places = [thing.place for thing, _ in row]
    if all(thing.boxed or thing.blocks[0].table for thing, _ in row):
        frames = [thing.frame for thing, _ in row]
        gaps = [b.x0 - a.x1 for a, b in pairwise(frames)]
        if all(gap <= ABUTTING * min(a.width, b.width) for gap, (a, b) in zip(gaps, pairwise(frames), strict=True)):
            inner = [(a.x1 + b.x0) / 2 for a, b in pairwise(frames)]
            return _between([frames[0].x0, *inner, frames[-1].x1])
    ruled = _ruled(places, [line for line in lines if not _is_connector(line.place, things)], around)
    if ruled:
        return ruled
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


def union(periods: Iterable[Period]) -> Period | None:
    """Return the period from the earliest start to the latest end; open where one of them is."""
    known = list(periods)
    if not known:
        return None
    starts = [p.start for p in known if p.start]
    ends = [p.end for p in known if p.end]
    text = " + ".join(dict.fromkeys(p.text for p in known if p.text))
    return Period(min(starts, default=None), max(ends) if len(ends) == len(known) else None, text)
