"""19: thin bars and loose text: labels lie over, right of or above their bars, and run out of them; months above."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

LEFT, STEP = 5.0, 7.5
# (row, first month, last month, place of the label)
BARS = (
    (0, 0, 2, "right"),
    (1, 1, 7, "over"),
    (2, 3, 4, "right"),
    (3, 0, 11, "over"),
    (4, 5, 8, "over"),
    (5, 8, 11, "left"),
    (6, 2, 5, "right"),
    (7, 9, 11, "left"),
    (8, 4, 10, "over"),
)
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Des")


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d19-etiketter-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Årshjul og planer", "Neste års leveranser"), "Nordre fjord HF", "Avdelingsmøte")
    furniture.background(c, v)
    _months(c, v, gold)
    furniture.survey(c, v)
    furniture.contacts(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _months(c: Canvas, v: Variant, gold: Gold) -> None:
    year = v.first_year + 1
    page = c.add_page(v.pick(f"Leveranseplan {year}", f"Slik ser {year} ut"))
    for n, month in enumerate(MONTHS):
        c.text(LEFT + STEP * n, 14, STEP, 4, month, size=10, bold=True, align="c")
        c.line(LEFT + STEP * n, 18, LEFT + STEP * n, 88, "E0E0E0", weight=0.5)
    for row, first, last, place in BARS:
        x, w, y = LEFT + STEP * first, STEP * (last - first + 1), 20 + 7.4 * row
        (what,) = v.take(1, 36 if place == "over" else 44)
        c.box(
            x + 0.2, y, w - 0.4, 4.6, fill=f"accent{1 + row % 3}" + v.pick("+40", "+60"), shape=v.pick("round", "rect")
        )
        if place == "over":
            c.text(x + 0.6, y, w, 4.6, what.title, size=9, anchor="m")
        elif place == "right":
            c.text(x + w + 0.2, y, 34, 4.6, what.title, size=9, anchor="m")
        else:
            c.text(x - 34.4, y, 34, 4.6, what.title, size=9, anchor="m", align="r")
        days = (f"{year}-{first + 1:02}-01", f"{year}-{last + 1:02}-{DAYS[last]}")
        gold.add(page, "maaneder", what, period=(year, year), days=days)
    furniture.foot(c)
