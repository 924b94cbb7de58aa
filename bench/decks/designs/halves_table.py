"""5: a table of half-years with merged cells, in nynorsk; cells hold one measure or a list."""

from dataclasses import replace
from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

# (row, first half, last half, count)
CELLS = (
    (0, 0, 1, 1),
    (0, 2, 2, 2),
    (0, 3, 3, 1),
    (1, 0, 0, 1),
    (1, 1, 3, 1),
    (2, 0, 0, 2),
    (2, 1, 1, 1),
    (2, 2, 3, 1),
    (3, 0, 3, 1),
    (4, 1, 2, 1),
    (4, 3, 3, 2),
)


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    v = replace(v, language="nn")
    stem = f"d05-halvaar-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c,
        v,
        v.pick("Vegkart for digitale tenester", "Plan for digitalisering"),
        "Vestland fylkeskommune",
        "Regionalt samarbeidsutval",
    )
    furniture.agenda(c, v)
    _table(c, v, gold)
    furniture.survey(c, v)
    furniture.contacts(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _table(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Kva kjem når?", "Vegkartet i tabell"))
    y = v.first_year
    areas = v.pick(
        ("Heimebuande", "Sjukehus", "Barn og unge", "Felles grunnmur", "Kompetanse"),
        ("Førebygging", "Behandling", "Oppfølging", "Data", "Leiing"),
    )
    halves = v.pick(("H1", "H2"), ("1. halvår", "2. halvår"))
    rows = [["Område", str(y), "", str(y + 1), ""], ["", *halves, *halves], *([a, "", "", "", ""] for a in areas)]
    table = c.table(3, 14, [14, 20, 20, 20, 20], rows, height=9.5, size=11)
    for n in range(5):
        c.cell(table, 1, n, rows[1][n], fill="accent1+60", bold=True, align="c")
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 3).merge(table.cell(0, 4))
    for row, first, last, count in CELLS:
        items = v.take(count, 40)
        c.cell(table, row + 2, first + 1, "\n".join(m.title for m in items), size=10, fill="accent2+80")
        if last > first:
            table.cell(row + 2, first + 1).merge(table.cell(row + 2, last + 1))
        a, b = y + first // 2, y + last // 2
        days = (f"{a}-{'07' if first % 2 else '01'}-01", f"{b}-{'12-31' if last % 2 else '06-30'}")
        for what in items:
            gold.add(page, "halvaar", what, period=(a, b), days=days, group=areas[row])
    furniture.foot(c, v.pick("Oppdatert i august", "Med etterhald om finansiering"))
