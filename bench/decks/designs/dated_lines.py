"""48: dates at the left and what happens at the right, loose text boxes or one list."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.gold import Gold
from bench.decks.variant import Variant

MONTHS = ("januar", "mars", "mai", "august", "oktober", "desember")
NUMBERS = (1, 3, 5, 8, 10, 12)
LAST = (31, 31, 31, 31, 31, 31)


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d48-datolinjer-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Kommende lanseringer", "Lanseringsplan"), "Norsk helsenett", "Produktnytt")
    furniture.agenda(c, v)
    page = c.add_page(v.pick("Lanseringer framover", "Dette kommer"))
    lines = []
    for n, what in enumerate(v.take(6, 50)):
        year = v.first_year + n // 4
        when = f"{MONTHS[n]} {year}".capitalize()
        days = (f"{year}-{NUMBERS[n]:02}-01", f"{year}-{NUMBERS[n]:02}-{LAST[n]}")
        if v.number % 2 == 0:
            c.text(6, 18 + 11 * n, 20, 6, when, size=15, bold=True, colour="accent1")
            c.text(28, 18 + 11 * n, 62, 6, what.title, size=15)
            c.line(6, 25.5 + 11 * n, 92, 25.5 + 11 * n, "D9D9D9")
        else:
            lines.append(f"{when}: {what.title}")
        gold.add(page, "datoer", what, period=(year, year), days=days, printed=f"{when}: {what.title}")
    if lines:
        c.bullets(6, 18, 86, 60, lines, size=18, gap=10)
    furniture.foot(c)
    furniture.survey(c, v)
    c.save(folder, stem)
    gold.write(folder)
