"""Rows of labels that may be an axis: which labels stand on one row, and which rows are levels of one header."""

from collections.abc import Sequence
from itertools import pairwise

from extract.layout.labels import Label, label_of
from extract.layout.thing import Thing
from veikart.core.geometry import Box, same_row, surround
from veikart.core.periods import Period

ZIGZAG = 0.2
"""Largest distance between the two rows of labels that take turns above and below a line."""
LEVEL_GAP = 1.6
"""Largest gap between two levels of one header, in label heights."""
_LEAST = 2  # labels of an axis
_CENTRED = 0.1  # of a cell's height from its middle to that of a label in its middle
_APART = 1.5  # the gap between two plans is so much wider than those between labels


def label_rows(labels: list[Label], things: Sequence[Thing]) -> list[list[Label]]:
    """Return the rows of labels that nothing else stands among, from top to bottom."""
    rows = [part for row in _rows(labels) for part in _side_by_side(row)]
    rows = [part for row in rows for part in _under_each(row, rows)]
    return _zigzag([row for row in rows if _is_row(row, things)])


def with_coarser(row: list[Label], levels: list[list[Label]]) -> list[Label]:
    """Return the finest level with the labels of others that stand beside it: quarters of one year, then years."""
    result = list(row)
    for level in levels:
        for label in level:
            place = label.thing.place
            if level is not row and result and place.x0 >= result[-1].thing.place.x1 - 0.002:
                result.append(label)
    return result


def without_corner(row: list[Label]) -> list[Label]:
    """Return a dated row without the years that stand before their parts: "2026 | mars | april" names that of both."""
    rest = [a for a, b in pairwise(row) if not _heads_parts(a, b)] + row[-1:]
    return rest if len(rest) >= _LEAST else row


def _heads_parts(label: Label, after: Label) -> bool:
    """Tell whether a label is a year and the next one a part of it."""
    part = label.grain == "year" and after.grain not in {"year", "years", "open", "later"}
    return part and _is_within(after.meaning.period, label.meaning.period)


def _is_within(span: Period | None, whole: Period | None) -> bool:
    if span is None or whole is None or not (span.start and span.end and whole.start and whole.end):
        return False
    return whole.start <= span.start and span.end <= whole.end


def _rows(labels: list[Label]) -> list[list[Label]]:
    rows: list[list[Label]] = []
    for label in sorted(labels, key=lambda item: (_level(item.thing).middle[1], item.thing.place.x0)):
        for row in rows:
            if same_row(_level(row[0].thing), _level(label.thing)) and _alike(row[0].thing, label.thing):
                row.append(label)
                break
        else:
            rows.append([label])
    return [sorted(row, key=lambda item: item.thing.place.x0) for row in rows]


def _level(label: Thing) -> Box:
    """Return how far down a label reaches: one in the middle of a cell as far as that, which may span two levels."""
    place, frame = label.place, label.frame
    middle = abs(place.middle[1] - frame.middle[1]) <= _CENTRED * frame.height
    return Box(place.x0, frame.y0, place.x1, frame.y1) if label.blocks[0].table and middle else place


def _side_by_side(row: list[Label]) -> list[list[Label]]:
    """Part a row where time goes back after a wide gap, or to other units: the axes of two plans beside each other."""
    if len(row) < 2 * _LEAST or not all(label.meaning.period and label.meaning.period.start for label in row):
        return [row]
    gaps = [b.thing.place.x0 - a.thing.place.x1 for a, b in pairwise(row)]
    back = [i for i, pair in enumerate(pairwise(row)) if not is_ascending(list(pair))]
    rest = [gap for i, gap in enumerate(gaps) if i not in back]
    narrow = [i for i in back if gaps[i] < _APART * max(rest, default=0.0) and not _begins_anew(row[i], row[i + 1])]
    if not back or narrow:
        return [row]
    cuts = [0, *(i + 1 for i in back), len(row)]
    parts = [row[a:b] for a, b in pairwise(cuts)]
    return parts if all(len(part) >= _LEAST for part in parts) else [row]


def _begins_anew(before: Label, after: Label) -> bool:
    """Tell whether a label of other units begins before the one before it did: "H2 2027 | 2026"."""
    first, second = before.meaning.period, after.meaning.period
    starts = (first.start, second.start) if first is not None and second is not None else (None, None)
    return before.grain != after.grain and bool(starts[0] and starts[1] and starts[1] < starts[0])


def _under_each(row: list[Label], rows: list[list[Label]]) -> list[list[Label]]:
    """Part a row of quarters or halves that stands under the years of two plans beside each other."""
    if not all(label.part for label in row):
        return [row]
    top = row[0].thing.place.y0
    above = [r for r in rows if r is not row and 0 <= top - r[0].thing.place.y0 <= ZIGZAG and not r[0].part]
    beside = [r for r in above if any(same_row(r[0].thing.place, o[0].thing.place) for o in above if o is not r)]
    if len(beside) < _LEAST or any(_spread(a).overlap_x(_spread(b)) > 0 for a, b in pairwise(beside)):
        return [row]
    parts = [[x for x in row if _spread(years).x0 <= x.thing.place.middle[0] <= _spread(years).x1] for years in beside]
    return parts if sum(map(len, parts)) == len(row) and all(parts) else [row]


def _zigzag(rows: list[list[Label]]) -> list[list[Label]]:
    """Join two rows whose labels take turns above and below a line."""
    result: list[list[Label]] = []
    for row in rows:
        for i, before in enumerate(result):
            joined = sorted([*before, *row], key=lambda item: item.thing.place.x0)
            turns = sum(1 for a, b in pairwise(joined) if (a in before) != (b in before))
            near = abs(row[0].thing.place.y0 - before[0].thing.place.y0) < ZIGZAG
            if near and turns >= len(joined) - 1 >= 2 and _goes_on(joined):
                result[i] = joined
                break
        else:
            result.append(row)
    return result


def _goes_on(row: list[Label]) -> bool:
    """Tell whether periods, or the parts of one year, follow one another."""
    if all(label.part for label in row):
        parts = [label.part for label in row if label.part]
        return len({unit for unit, _ in parts}) == 1 and all(a < b for (_, a), (_, b) in pairwise(parts))
    return all(label.meaning.period for label in row) and is_ascending(row)


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


def header_levels(rows: list[list[Label]]) -> list[list[list[Label]]]:
    """Return the rows in the headers that they make: years over quarters stand together."""
    headers: list[list[list[Label]]] = []
    for row in rows:
        own = next((header for header in reversed(headers) if _goes_under(row, header[-1])), None)
        if own is None:
            headers.append([row])
        else:
            own.append(row)
    return headers


def _goes_under(row: list[Label], above: list[Label]) -> bool:
    """Tell whether a row stands right below another one and divides it, or the other way round."""
    gap = _level(row[0].thing).y0 - min(_level(label.thing).y1 for label in above)
    height = max(row[0].thing.place.height, above[0].thing.place.height)
    return gap <= LEVEL_GAP * height and _spread(above).overlap_x(_spread(row)) > 0 and _finer(above, row)


def _finer(above: list[Label], below: list[Label]) -> bool:
    """Tell whether one of the two rows divides the other."""
    return {label.grain for label in above} != {label.grain for label in below}


def _spread(row: list[Label]) -> Box:
    box = surround([label.thing.place for label in row])
    assert box is not None
    return box


def is_ascending(row: list[Label]) -> bool:
    """Tell whether the labels go on in time; "now" may stand first or second, "later" last."""
    starts = [label.meaning.period.start for label in row if label.meaning.period and label.meaning.period.start]
    later = [i for i, label in enumerate(row) if label.meaning.later and not label.meaning.period]
    if any(i not in (0, 1, len(row) - 1) for i in later) or not starts:
        return len(later) == len(row) >= 2
    return all(a < b for a, b in pairwise(starts))
