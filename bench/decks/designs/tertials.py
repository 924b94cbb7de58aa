"""21: thirds of a year as columns, rows of owners, bars that reach over the edge into later years."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

EDGES = (("01-01", "04-30"), ("05-01", "08-31"), ("09-01", "12-31"))
# (lane, row, first third, last third; 6 means beyond the last column)
BARS = (
    (0, 0, 0, 1),
    (0, 0, 2, 3),
    (0, 1, 1, 5),
    (1, 0, 0, 0),
    (1, 0, 1, 4),
    (1, 1, 3, 5),
    (2, 0, 2, 2),
    (2, 0, 3, 4),
    (2, 1, 0, 2),
)


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d21-tertial-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Innføringsplan", "Plan for utrulling"), "Helseplattformen", "Regionalt styre")
    furniture.agenda(c, v)
    _thirds(c, v, gold)
    furniture.background(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _thirds(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Innføringsplan per tertial", "Utrulling i regionen"))
    lanes = (("St. Olavs hospital", "Sykehus"), ("Helse Nord-Trøndelag", "Sykehus 2"), ("Trondheim kommune", "Kommune"))
    step, left = 13.4, 17.0
    for n in range(6):
        year = v.first_year + n // 3
        label = v.pick(f"T{n % 3 + 1} {year}", f"{n % 3 + 1}. tertial {year}")
        c.box(
            left + step * n, 14, step - 0.3, 5, label, fill="accent1", colour="FFFFFF", size=v.pick(12, 10), bold=True
        )
    for n, (lane, _) in enumerate(lanes):
        c.box(2, 21 + 22 * n, 14, 20, lane, fill="bg2", size=11, bold=True)
        c.box(left - 0.3, 21 + 22 * n, step * 6 + 0.6, 20, line="D9D9D9")
    for lane, row, first, last in BARS:
        (what,) = v.take(1, 18 + 16 * (last - first))
        x, y = left + step * first + 0.3, 22.5 + 22 * lane + 9 * row
        shape = "chevron" if v.number % 2 and last > first else "round"
        c.box(
            x,
            y,
            step * (last - first + 1) - 0.9,
            7.6,
            what.title,
            fill=f"accent{2 + lane % 2}+40",
            size=10,
            shape=shape,
        )
        a, b = v.first_year + first // 3, v.first_year + last // 3
        days = (f"{a}-{EDGES[first % 3][0]}", f"{b}-{EDGES[last % 3][1]}")
        gold.add(page, "tertial", what, period=(a, b), days=days, unsure=("owners", "group"))
    furniture.foot(c)
