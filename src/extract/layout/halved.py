"""Years that bars part in two: where all bars of a plan begin and end at years or in their middle, halves are meant."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extract.layout.axis import Axis, Column
from veikart.core.geometry import Box
from veikart.core.periods import Period

_LEAST_BARS, _LEAST_MIDDLES = 4, 2
_OFF = 0.06  # of a column's width by which an edge may miss a year's end or middle
_EVEN = 0.1  # by which columns may differ in width


def halved(axis: Axis, bars: Sequence[Box]) -> Axis:
    """Return the axis with two columns for each year; the axis itself where its bars do not tell halves.

    Edges beyond the axis tell nothing. Boxes that leave a margin to their years do not either: their edges lie nowhere.
    """
    if axis.kind != "period" or len(bars) < _LEAST_BARS or not all(map(_is_year, axis.columns)):
        return axis
    width = (axis.end - axis.start) / len(axis.columns)
    if any(abs(column.width - width) > _EVEN * width for column in axis.columns):
        return axis
    edges = [(x - axis.start) / width * 2 for bar in bars for x in (bar.x0, bar.x1) if axis.start <= x <= axis.end]
    middles = sum(round(edge) % 2 for edge in edges)
    if middles < _LEAST_MIDDLES or any(abs(edge - round(edge)) > 2 * _OFF for edge in edges):
        return axis
    return replace(axis, columns=tuple(half for column in axis.columns for half in _halves(column)))


def _is_year(column: Column) -> bool:
    period = column.meaning.period
    if period is None or period.start is None or period.end is None:
        return False
    year = period.start.year
    return (period.start, period.end) == (date(year, 1, 1), date(year, 12, 31))


def _halves(column: Column) -> tuple[Column, Column]:
    period = column.meaning.period
    assert period is not None
    assert period.start is not None
    year, middle = period.start.year, (column.start + column.end) / 2
    first, second = (
        Period(period.start, date(year, 6, 30), period.text),
        Period(date(year, 7, 1), period.end, period.text),
    )
    return (
        replace(column, end=middle, meaning=replace(column.meaning, period=first)),
        replace(column, start=middle, meaning=replace(column.meaning, period=second)),
    )
