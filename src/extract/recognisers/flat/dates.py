"""Lines of periods on a flattened page: axis, headings of lists, captions."""

import re
from datetime import date
from itertools import pairwise

from extract.recognisers.flat.items import Item
from extract.recognisers.flat.lines import axis_labels, is_period_line
from veikart.core.periods import Period, find_periods, parse_period

AXIS_PERIODS = 3
"""So many periods on one line are an axis; fewer can be a caption."""

MIN_HEADS = 2
"""Period lines above items, for a page that lists them period by period."""

_ARROW = re.compile(r"(?<=[→➔➜⇒])\s*")


def axis_of(items: list[Item]) -> set[int]:
    """Return the indices of lines that label the time axis: three periods in one, or several such lines in a row."""
    dated = [index for index, item in enumerate(items) if is_period_line(item.text)]
    alone = {index for index in dated if not {index - 1, index + 1} & set(dated)}
    return {i for i in dated if i not in alone or axis_labels(items[i].text) >= AXIS_PERIODS}


def has_intact_axis(items: list[Item]) -> bool:
    """Tell whether the labels of an axis stand together in order: periods that rise and do not overlap.

    Where they are strewn over the page, a year below a box may be an axis label as well as a caption.
    """
    runs: list[list[Item]] = []
    for before, item in pairwise([None, *items]):
        if item is None or not is_period_line(item.text):
            continue
        if before is not None and runs and runs[-1][-1] is before:
            runs[-1].append(item)
        else:
            runs.append([item])
    return any(_is_axis(run) for run in runs)


def _is_axis(run: list[Item]) -> bool:
    labels = sum(axis_labels(item.text) for item in run)
    if labels < (AXIS_PERIODS if len(run) == 1 else 2):
        return False
    periods = [hit.period for item in run for hit in find_periods(item.text)]
    return all(a.end and b.start and a.end < b.start for a, b in pairwise(periods))


def period_heads(items: list[Item]) -> dict[int, int]:
    """Map items to the period line above them, where a page lists its items period by period.

    So it does where a period line comes first (below a title at most), each stands alone above items, and they rise.
    """
    dated = [index for index, item in enumerate(items) if is_period_line(item.text)]
    if len(dated) < MIN_HEADS or dated[0] > 1:
        return {}
    periods = [parse_period(items[index].text) for index in dated]
    starts = [period.start for period in periods if period and period.start]
    if len(starts) < len(dated) or any(a >= b for a, b in pairwise(starts)):
        return {}
    ends = [*dated[1:], len(items)]
    if any(end - index < 2 for index, end in zip(dated, ends, strict=True)):
        return {}
    return {i: index for index, end in zip(dated, ends, strict=True) for i in range(index, end)}


def caption_period(text: str) -> Period | None:
    """Return the period that a caption tells: from the first to the last of several; open if one of them is.

    "2023-24 2024-25" is 2023 to 2025. An arrow glued to further periods ("2026→2025-26") ends an open one; two plain
    years around an arrow are one span.
    """
    whole = find_periods(text)
    pieces = [piece for piece in _ARROW.split(text) if piece.strip()]
    found = [hit.period for piece in pieces for hit in find_periods(piece)] if len(pieces) > 1 else []
    years = [p.start.year for p in found if p.start]
    is_span = len(whole) == 1 and len(found) == 2 and years == sorted(set(years)) and len(years) == 2
    periods = [hit.period for hit in whole] if is_span or not found else found
    if not periods:
        return None
    starts: list[date] = [p.start for p in periods if p.start]
    ends: list[date] = [p.end for p in periods if p.end]
    last = max(ends) if len(ends) == len(periods) else None
    return Period(min(starts, default=None), last, text.strip())
