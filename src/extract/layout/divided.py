"""Columns that rules part evenly without labels of their own: the halves, quarters or months of a year."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from extract.layout.meanings import Meaning
from extract.layout.thing import Thing
from veikart.core.geometry import Box
from veikart.core.periods import Period

Edges = tuple[float, float]

NEAR = 0.006
"""Share of the page within which a rule stands where it is looked for."""
MONTHS = 12
"""Most parts of a column."""


def divided(
    row: Sequence[tuple[Meaning, Edges]], lines: Sequence[Thing], around: Box
) -> list[tuple[int, Meaning, Edges]]:
    """Return the parts of columns, each with its column's number; the columns themselves where no rules part them.

    The rules must run as far down as those between the columns do, and part every column into as many even parts.
    """
    whole = [(i, meaning, edges) for i, (meaning, edges) in enumerate(row)]
    months = {_months(meaning.period) for meaning, _ in row}
    rules = _grid([t.place for t in lines], [edges[1] for _, edges in row[:-1]], around)
    if len(months) != 1 or not rules:
        return whole
    counts = {sum(left + NEAR < x < right - NEAR for x in rules) + 1 for _, (left, right) in row}
    parts, long = counts.pop(), months.pop()
    if counts or not 1 < parts <= min(MONTHS, long) or long % parts:
        return whole
    result = []
    for i, meaning, (left, right) in whole:
        marks = [left + (right - left) * n / parts for n in range(parts + 1)]
        if not all(any(abs(x - mark) <= NEAR for x in rules) for mark in marks[1:-1]):
            return whole
        spans = zip(_shares(meaning.period, parts, long), pairwise(marks), strict=True)
        result += [(i, replace(meaning, period=period), edges) for period, edges in spans]
    return result


def _grid(places: Sequence[Box], inner: Sequence[float], around: Box) -> list[float]:
    """Return where the upright rules stand that reach as far as those between the columns."""
    upright = [p for p in places if p.width < 0.004 and p.height > max(0.08, 2 * around.height)]
    edges = [p for p in upright if any(abs(p.middle[0] - x) <= NEAR for x in inner)]
    if not edges:
        return []
    first = edges[0]
    alike = [p for p in upright if abs(p.y0 - first.y0) < 0.02 and abs(p.y1 - first.y1) < 0.02]
    found = [p.middle[0] for p in alike]
    return found if all(any(abs(x - at) <= NEAR for at in found) for x in inner) else []


def _months(period: Period | None) -> int:
    """Return how many whole months a period has, 0 for anything else."""
    if period is None or period.start is None or period.end is None:
        return 0
    after = period.end + timedelta(days=1)
    if period.start.day != 1 or after.day != 1:
        return 0
    return (after.year - period.start.year) * 12 + after.month - period.start.month


def _shares(period: Period | None, parts: int, months: int) -> list[Period]:
    assert period is not None
    assert period.start is not None
    starts = [_later(period.start, months // parts * n) for n in range(parts + 1)]
    return [Period(a, b - timedelta(days=1), period.text) for a, b in pairwise(starts)]


def _later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)
