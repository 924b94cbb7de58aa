"""15: a vertical timeline, years down the side, cards at both sides of the line."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

COUNTS = ((2, 1), (1, 2), (2, 2), (1, 1))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d15-loddrett-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Veien til målet", "Digital reise"), "Sykehuset Innlandet", "Ledersamling")
    furniture.agenda(c, v)
    _line(c, v, gold)
    furniture.background(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _line(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Innføringer år for år", "Hva skal vi levere?"))
    sides = v.pick(("Pasient", "Ansatt"), ("Innbygger", "Fagfolk"))
    axis = 50.0 if v.number % 2 == 0 else 14.0
    places = (6.0, 57.0) if v.number % 2 == 0 else (22.0, 60.0)
    for x, side in zip(places, sides, strict=True):
        c.text(x, 13, 36, 5, side, size=14, bold=True, colour="accent1", align="c")
    c.line(axis, 18, axis, 90, "accent1", weight=4)
    for n, counts in enumerate(COUNTS):
        y = 19 + 18 * n
        c.box(
            axis - 3.6,
            y + 3,
            7.2,
            7,
            str(v.first_year + n),
            shape="round",
            fill="accent1",
            colour="FFFFFF",
            size=13,
            bold=True,
        )
        for side, count in enumerate(counts):
            for k, what in enumerate(v.take(count, 46)):
                c.box(
                    places[side],
                    y + 8.2 * k,
                    36,
                    7.2,
                    what.title,
                    fill=f"accent{2 + side}+80",
                    size=11,
                    line=f"accent{2 + side}",
                )
                year = v.first_year + n
                gold.add(page, "loddrett", what, period=(year, year), group=sides[side], unsure=("group",))
    furniture.foot(c)
