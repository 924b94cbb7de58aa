"""22: one horizontal line with points in time, callouts above and below in turn."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

HALVES = ((0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (3, 0))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d22-linje-med-bobler-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Reisen mot bedre tjenester", "Milepæler i programmet"), "Bergen kommune", "Byråd for helse"
    )
    furniture.background(c, v)
    _line(c, v, gold)
    furniture.architecture(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _line(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Hovedleveranser", "Reisen videre"))
    c.line(4, 52, 96, 52, "accent1", weight=5, arrow=True)
    for n, (offset, half) in enumerate(HALVES):
        x, year = 7 + 15 * n, v.first_year + offset
        whole = offset > 1
        halves = v.pick(("vår {}", "høst {}"), ("1. halvår {}", "2. halvår {}"))
        label = str(year) if whole else halves[half].format(year)
        c.box(x + 5, 50, 2.2, 4, shape="dot", fill="FFFFFF", line="accent1", weight=3)
        above = n % 2 == 0
        c.text(x, 55 if above else 45.4, 12.4, 4, label, size=11, bold=True, align="c")
        c.line(x + 6.1, 40 if above else 62, x + 6.1, 50 if above else 54, "accent1", weight=1)
        for k, what in enumerate(v.take(2 if n % 3 == 0 else 1, 38)):
            y = (28 if above else 63) + (-13 if above else 13) * k
            c.box(x - 2, y, 16, 11.5, what.title, shape="round", line="accent1", fill="FFFFFF", size=11)
            days = (
                None
                if whole or v.number % 2 == 0
                else (f"{year}-{'07' if half else '01'}-01", f"{year}-{'12-31' if half else '06-30'}")
            )
            gold.add(page, "bobler", what, period=(year, year), days=days)
    furniture.foot(c)
