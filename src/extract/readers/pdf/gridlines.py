"""Rules behind bars: the upright lines of a plan that run on through its bars close no cells of a table."""

from extract.readers.pdf.model import Shape

INSIDE = 4.0
"""Points from a bar's sides from which a rule runs through it rather than along its side."""
ALONG = 1.6
"""Points within which a rule runs along the top or foot of an area."""
BEYOND = 0.4
"""Heights of the bar by which such a rule goes on above or below it."""
LEAST = 2
"""So many bars with rules through them make the rules the lines of a plan."""
MOST = 40_000
"""Pairs of a rule and an area that are looked at on one page."""

Numbered = tuple[int, Shape]


def gridlines(rules: list[Numbered], areas: list[Numbered]) -> set[int]:
    """Return the numbers of the rules that run on behind bars, and of the bars; empty where the page shows no such.

    A stripe behind a whole row of a table is crossed by rules as well, but no rule of that row stands outside it. Nor
    is a run of painted cells a bar, as in a printed spreadsheet: level rules run along its top and its foot.
    """
    upright = [(n, s) for n, s in rules if s.height > s.width]
    level = [s for _, s in rules if s.width >= s.height]
    if not upright or len(upright) * len(areas) > MOST:
        return set()
    bars: set[int] = set()
    lines: set[int] = set()
    for number, area in areas:
        if _is_between(area, level):
            continue
        beside = [(n, s) for n, s in upright if s.y0 <= area.y0 + 1 and s.y1 >= area.y1 - 1 and _goes_on(s, area)]
        through = {n for n, s in beside if area.x0 + INSIDE < s.x0 and s.x1 < area.x1 - INSIDE}
        if through and any(s.x1 < area.x0 - INSIDE or s.x0 > area.x1 + INSIDE for _, s in beside):
            bars.add(number)
            lines |= through
    return bars | lines if len(bars) >= LEAST else set()


def _goes_on(rule: Shape, area: Shape) -> bool:
    reach = BEYOND * area.height
    return rule.y0 < area.y0 - reach or rule.y1 > area.y1 + reach


def _is_between(area: Shape, level: list[Shape]) -> bool:
    """Tell whether rules run along all of the area's top and foot."""
    over = [r for r in level if r.x0 <= area.x0 + INSIDE and r.x1 >= area.x1 - INSIDE]
    return all(any(abs((r.y0 + r.y1) / 2 - y) <= ALONG for r in over) for y in (area.y0, area.y1))
