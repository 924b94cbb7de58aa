"""Rules behind bars: the upright lines of a plan that run on through its bars close no cells of a table."""

from extract.readers.pdf.model import Shape

INSIDE = 4.0
"""Points from a bar's sides from which a rule runs through it rather than along its side."""
BEYOND = 0.4
"""Heights of the bar by which such a rule goes on above or below it."""
LEAST = 2
"""So many bars with rules through them make the rules the lines of a plan."""
MOST = 40_000
"""Pairs of a rule and an area that are looked at on one page."""

Numbered = tuple[int, Shape]


def gridlines(rules: list[Numbered], areas: list[Numbered]) -> set[int]:
    """Return the numbers of the rules that run on behind bars, and of the bars; empty where the page shows no such.

    A stripe behind a whole row of a table is crossed by rules as well, but no rule of that row stands outside it.
    """
    upright = [(n, s) for n, s in rules if s.height > s.width]
    if not upright or len(upright) * len(areas) > MOST:
        return set()
    bars: set[int] = set()
    lines: set[int] = set()
    for number, area in areas:
        beside = [(n, s) for n, s in upright if s.y0 <= area.y0 + 1 and s.y1 >= area.y1 - 1 and _goes_on(s, area)]
        through = {n for n, s in beside if area.x0 + INSIDE < s.x0 and s.x1 < area.x1 - INSIDE}
        if through and any(s.x1 < area.x0 - INSIDE or s.x0 > area.x1 + INSIDE for _, s in beside):
            bars.add(number)
            lines |= through
    return bars | lines if len(bars) >= LEAST else set()


def _goes_on(rule: Shape, area: Shape) -> bool:
    reach = BEYOND * area.height
    return rule.y0 < area.y0 - reach or rule.y1 > area.y1 + reach
