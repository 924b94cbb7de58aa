"""Tables that are drawn in part: bands of colour on every other row, or rules between rows and none between columns.

What the drawing leaves out is added as unpainted areas and rules, so that one search finds every kind of grid.
Columns that nothing separates are told by the blank strips that run down through all rows.
"""

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TypeAlias

from extract.readers.pdf.bare import bare_tables
from extract.readers.pdf.model import Shape, Word

Rows: TypeAlias = list[tuple[float, float]]

NEAR = 2.0
"""Points within which edges are one."""
WIDEST_GAP = 2.6
"""A row without a band is at most this many bands high."""
NARROWEST_GAP = 0.4
HIGHEST_ROW = 130.0
"""Points: rules further apart separate no rows of one table."""
STRIP = 0.8
"""Of the type size: a blank strip between columns is at least this wide."""
ALIGNED = 0.6
"""Part of a column's rows that start at one edge."""
MOST = 400
"""Rules or areas of one page that are looked at."""


def complete(words: list[Word], shapes: list[Shape]) -> list[Shape]:
    """Return what is missing to partly drawn tables: rows without a band, sides and columns without a rule."""
    found = [*_between_bands(words, shapes), *_between_rules(words, shapes)]
    return found or bare_tables(words, shapes)


def _between_bands(words: list[Word], shapes: list[Shape]) -> list[Shape]:
    """Return the rows between and below bands that hold text, and the columns of bands that run across a table."""
    stacks: dict[tuple[int, int], list[Shape]] = defaultdict(list)
    for shape in shapes:
        if shape.kind == "rect" and shape.fill and shape.width > 20 and 8 <= shape.height <= HIGHEST_ROW:
            stacks[round(shape.x0 / NEAR), round(shape.x1 / NEAR)].append(shape)
    able = [sorted(stack, key=lambda s: s.y0) for stack in stacks.values() if 2 <= len(stack) <= MOST]
    down = _upright(shapes) if able else []
    bare = [w for w in words if w.holder < 0 and not w.style.angle]
    made: list[Shape] = []
    for stack in able:
        made += _missing_rows(stack, bare, able, down)
        if stack[0].width > 200:
            x0, x1 = stack[0].x0, stack[0].x1
            level = [s for s in (*stack, *made) if abs(s.x0 - x0) < NEAR and abs(s.x1 - x1) < NEAR]
            rows = sorted((s.y0, s.y1) for s in level)
            columns = _columns(words, rows, x0, x1)
            made += [*columns, *(_rule(x, rows[0][0], rows[-1][1]) for x in (x0, x1) if columns)]
    return made


def _upright(shapes: list[Shape]) -> list[Shape]:
    return [s for s in shapes if s.kind == "line" and s.height > 8 and s.width < 3]


def _is_ruled(gap: tuple[float, float], x0: float, x1: float, down: list[Shape]) -> bool:
    """Tell whether upright rules part the columns between two bands, so that nothing is missing there."""
    inside = [d for d in down if x0 + NEAR < d.x0 and d.x1 < x1 - NEAR]  # without the table's own sides
    return any(min(d.y1, gap[1]) - max(d.y0, gap[0]) > 0.5 * (gap[1] - gap[0]) for d in inside)


def _missing_rows(stack: list[Shape], bare: list[Word], stacks: list[list[Shape]], down: list[Shape]) -> list[Shape]:
    """Return an area for each gap of the stack, and for the row below it, that holds text on the bare page."""
    top = {round(s.y0 / NEAR) for s in stack}
    beside = [s for s in stacks if s is stack or len(top & {round(q.y0 / NEAR) for q in s}) >= 2]
    x0, x1 = min(s[0].x0 for s in beside), max(s[0].x1 for s in beside)
    gaps = [(a.y1, b.y0) for a, b in pairwise(stack)]
    high, low = max(s.height for s in stack), min(s.height for s in stack)
    gaps = [g for g in gaps if NARROWEST_GAP * low <= g[1] - g[0] <= WIDEST_GAP * high]
    gaps = [g for g in gaps if not _is_ruled(g, x0, x1, down)]
    if not gaps:
        return []
    last = stack[-1].y1
    below = (last, last + min(gaps[-1][1] - gaps[-1][0], stack[-1].height))
    gaps += [] if _runs_past(bare, below, x0) else [below]
    told = [g for g in gaps if any(g[0] < (w.y0 + w.y1) / 2 < g[1] and x0 <= w.x0 <= x1 for w in bare)]
    return [_area(stack[0].x0, y0, stack[0].x1, y1) for y0, y1 in told]


def _runs_past(words: list[Word], row: tuple[float, float], x0: float) -> bool:
    """Tell whether a line of text on the height of a row begins left of the table, as a page's footer does."""
    return any(row[0] < (w.y0 + w.y1) / 2 < row[1] and w.x0 < x0 - NEAR for w in words)


def _between_rules(words: list[Word], shapes: list[Shape]) -> list[Shape]:
    """Return the sides and columns of tables that only rules between rows draw."""
    across = [s for s in shapes if s.kind == "line" and s.width > 20 and s.height < 3]
    down = _upright(shapes)
    if not 3 <= len(across) <= MOST:
        return []
    levels: dict[tuple[int, int], list[tuple[float, list[float]]]] = defaultdict(list)
    for y, x0, x1, ends in _joined(across):
        if _is_crossed(y, x0, x1, down):
            continue  # of a table whose columns are ruled
        levels[round(x0 / 4), round(x1 / 4)].append((y, [x0, *ends, x1]))
    made: list[Shape] = []
    for rules in levels.values():
        if len(rules) >= 3 and rules[0][1][-1] - rules[0][1][0] > 120:
            made += _ruled(words, sorted(rules), down)
    return made


def _is_crossed(y: float, x0: float, x1: float, down: list[Shape]) -> bool:
    """Tell whether upright rules, more than the two sides, meet or cross a rule."""
    return sum(x0 - NEAR < d.x0 and d.x1 < x1 + NEAR and d.y0 - NEAR < y < d.y1 + NEAR for d in down) > 2


def _joined(rules: list[Shape]) -> list[tuple[float, float, float, list[float]]]:
    """Join rules that lie end to end: height, from, to, and where pieces meet."""
    found: list[tuple[float, float, float, list[float]]] = []
    for rule in sorted(rules, key=lambda s: (round(s.y0), s.x0)):
        y = (rule.y0 + rule.y1) / 2
        if found and abs(found[-1][0] - y) < 1 and abs(found[-1][2] - rule.x0) < NEAR:
            found[-1] = (y, found[-1][1], rule.x1, [*found[-1][3], rule.x0])
        else:
            found.append((y, rule.x0, rule.x1, []))
    return found


def _ruled(words: list[Word], rules: list[tuple[float, list[float]]], down: list[Shape]) -> list[Shape]:
    x0, x1 = rules[0][1][0], rules[0][1][-1]
    heights = [y for y, _ in rules]
    steps = [b - a for a, b in pairwise(heights) if b - a > 6]
    if not steps or max(steps) > HIGHEST_ROW:
        return []
    if sum(d.x0 > x0 - NEAR and d.x1 < x1 + NEAR and d.y0 < heights[1] and d.y1 > heights[-2] for d in down) > 1:
        return []
    own = [w for w in words if w.holder < 0 and x0 - NEAR <= w.x0 and w.x1 <= x1 + NEAR]
    rows: Rows = [(a, b) for a, b in pairwise(heights) if b - a > 6]
    outer = _row_above(own, heights[0], min(steps)), _row_below(own, heights[-1], min(steps))
    rows = sorted([*rows, *(row for row in outer if row)])
    top, foot = rows[0][0], rows[-1][1]
    meets = Counter(round(x / NEAR) for _, ends in rules for x in ends[1:-1])
    parts = [x * NEAR for x, count in meets.items() if count >= 2]
    columns = [_rule(x, top, foot) for x in parts] if parts else _columns(own, rows, x0, x1)
    if not columns:
        return []
    level = [Shape(x0, y, x1, y, "line") for y in (top, foot)]
    return [*columns, *level, _rule(x0, top, foot), _rule(x1, top, foot)]


def _row_above(words: list[Word], y: float, step: float) -> tuple[float, float] | None:
    """Return the row of headings above the first rule."""
    tops = [w.y0 for w in words if y - 1.2 * step < (w.y0 + w.y1) / 2 < y]
    return (min(tops) - 2, y) if tops else None


def _row_below(words: list[Word], y: float, step: float) -> tuple[float, float] | None:
    """Return the row below the last rule, as high as the lowest row."""
    feet = [w.y1 for w in words if y < (w.y0 + w.y1) / 2 < y + 0.9 * step]
    return (y, max(feet) + 2) if feet else None


def _columns(words: list[Word], rows: Rows, x0: float, x1: float) -> list[Shape]:
    """Return rules down the blank strips between columns, [] where text is not set in columns."""
    cells = [
        [w for w in words if y0 < (w.y0 + w.y1) / 2 < y1 and x0 - NEAR <= w.x0 and w.x1 <= x1 + NEAR] for y0, y1 in rows
    ]
    if sum(bool(c) for c in cells) < 3:
        return []
    strips = _blank_strips([w for c in cells for w in c])
    edges = [x0, *((a + b) / 2 for a, b in strips), x1]
    columns = list(pairwise(edges))
    good = sum(_is_column(cells, low, high) for low, high in columns)
    if good < 2 or good < 0.6 * len(columns):
        return []
    return [_rule(x, rows[0][0], rows[-1][1]) for x in edges[1:-1]]


def _blank_strips(words: list[Word]) -> list[tuple[float, float]]:
    """Return the stretches from left to right that no word covers, wide enough to part columns."""
    found: list[tuple[float, float]] = []
    reach = -1.0
    for word in sorted(words, key=lambda w: w.x0):
        if reach >= 0 and word.x0 - reach >= STRIP * word.style.size:
            found.append((reach, word.x0))
        reach = max(reach, word.x1)
    return found


def _is_column(cells: list[list[Word]], low: float, high: float) -> bool:
    """Tell whether most rows hold text between low and high that starts or ends at one edge."""
    inside = [[w for w in row if low <= (w.x0 + w.x1) / 2 <= high] for row in cells]
    told = [row for row in inside if row]
    if len(told) < max(2, 0.5 * len(cells)):
        return False
    for edge in ([min(w.x0 for w in row) for row in told], [max(w.x1 for w in row) for row in told]):
        common = Counter(round(x / (2 * NEAR)) for x in edge).most_common(1)[0][0]
        if sum(abs(round(x / (2 * NEAR)) - common) <= 1 for x in edge) >= ALIGNED * len(told):
            return True
    return False


def _area(x0: float, y0: float, x1: float, y1: float) -> Shape:
    return Shape(x0, y0, x1, y1, "rect")


def _rule(x: float, y0: float, y1: float) -> Shape:
    return Shape(x, y0, x, y1, "line")
