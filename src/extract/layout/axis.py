"""Axes: rows of labels that give what stands under them a period, a status or an owner.

An axis is looked for across the page; a vertical one is found by turning the things first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from extract.layout.column_edges import column_edges
from extract.layout.divided import divided
from extract.layout.label_rows import header_levels, is_ascending, label_rows, with_coarser, without_corner
from extract.layout.labels import Label, date_rows, label_of, themed_label, week_labels, without_facts
from extract.layout.meanings import Meaning
from extract.layout.thing import Thing
from veikart.core.geometry import Box, surround
from veikart.core.periods import Period

SLIVER = 0.15
"""Share of a column that a box may reach into without counting as in it."""
_SAME, _ELSEWHERE = 1.0, 2  # points by which letters of one kind differ, and so many labels off the axis
LEAST_SPREAD = 0.22
"""Share of the page that an axis must cover."""


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
    things: Sequence[Thing], drawn: Sequence[Thing], years: Sequence[int], *, themed: bool = False
) -> list[Axis]:
    """Return the time axes of a page from top to bottom.

    `drawn` are its lines and areas, `years` those that its heading names.

    `themed` looks for labels with a theme under the period instead of plain ones.
    """
    read = themed_label if themed else label_of
    labels = without_facts([label for thing in things if (label := read(thing)) is not None], things)
    labels += [] if themed else week_labels(things)
    rows = label_rows(labels, things)
    axes = []
    for level in header_levels(rows):
        dated = date_rows(level, years)
        row = without_corner(with_coarser(max(dated, key=len, default=[]), dated))
        if len(row) < 2 or not is_ascending(row):
            continue
        used = tuple(label.thing for row_ in level for label in row_)
        axis = _axis([(label.thing, label.meaning) for label in row], used, drawn, things, "period")
        if axis is not None and not (themed and _are_flags(axis, labels)):
            axes.append(axis)
    return axes


def _are_flags(axis: Axis, labels: Sequence[Label]) -> bool:
    """Tell whether labels with a theme stand elsewhere on the page too, set alike: dated names, no headings."""
    first = axis.labels[0]
    elsewhere = [label.thing for label in labels if label.thing not in axis.labels]
    alike = [t for t in elsewhere if t.shape == first.shape and abs(t.blocks[0].size - first.blocks[0].size) < _SAME]
    return len(alike) >= _ELSEWHERE


def header_axis(
    row: Sequence[tuple[Thing, Meaning]], drawn: Sequence[Thing], things: Sequence[Thing], kind: str
) -> Axis | None:
    """Return the axis that a row of headings makes."""
    return _axis(list(row), tuple(thing for thing, _ in row), drawn, things, kind)


def _axis(
    row: list[tuple[Thing, Meaning]],
    used: tuple[Thing, ...],
    drawn: Sequence[Thing],
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
    edges = column_edges(row, drawn, things, around)
    columns = [Column(start, end, meaning, thing) for (thing, meaning), (start, end) in zip(row, edges, strict=True)]
    if kind == "period":
        columns = _parts(_until_next(columns), [t for t in drawn if t.is_line], around)
    return Axis(tuple(columns), around, used, kind)


def _parts(columns: list[Column], lines: Sequence[Thing], around: Box) -> list[Column]:
    """Return the columns parted where rules part them evenly."""
    found = divided([(c.meaning, (c.start, c.end)) for c in columns], lines, around)
    return [Column(start, end, meaning, columns[i].label) for i, meaning, (start, end) in found]


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


def union(periods: Iterable[Period]) -> Period | None:
    """Return the period from the earliest start to the latest end; open where one of them is."""
    known = list(periods)
    if not known:
        return None
    starts = [p.start for p in known if p.start]
    ends = [p.end for p in known if p.end]
    text = " + ".join(dict.fromkeys(p.text for p in known if p.text))
    return Period(min(starts, default=None), max(ends) if len(ends) == len(known) else None, text)
