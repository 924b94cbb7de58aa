"""20: a plan drawn as a table: cells shaded (or crossed) where a measure runs, rows of sections between."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold, quarters
from bench.decks.variant import Variant

# (section, first quarter, last quarter)
ROWS = ((0, 0, 1), (0, 1, 4), (0, 6, 7), (1, 0, 7), (1, 2, 2), (1, 3, 6), (2, 4, 5), (2, 0, 3))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d20-skraverte-celler-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Aktivitetsplan", "Gjennomføring av handlingsplanen"), "Folkehelseinstituttet", "Status"
    )
    furniture.agenda(c, v)
    _table(c, v, gold)
    furniture.organisation(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _table(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Aktivitetsplan", "Plan for de neste to årene"))
    sections = v.pick(("Registre", "Analyse", "Formidling"), ("Spor 1: Data", "Spor 2: Metode", "Spor 3: Deling"))
    marks = [f"Q{n % 4 + 1}" for n in range(8)]
    year = v.first_year
    rows: list[list[str]] = [
        [v.pick("Aktivitet", "Tiltak"), "Ansvarlig", str(year), *[""] * 3, str(year + 1), *[""] * 3]
    ]
    rows.append(["", "", *marks])
    shaded: list[tuple[int, int, int]] = []
    headings, last = [], -1
    owners = (("FHI", "FHI"), ("Hdir", "HDIR"), ("NHN", "NHN"))
    for number, (section, first, end) in enumerate(ROWS):
        if section != last:
            headings.append(len(rows))
            rows.append([sections[section], *[""] * 9])
            last = section
        (what,) = v.take(1, 40)
        name, code = owners[number % 3]
        crosses = ["x" if v.number % 2 and first <= n <= end else "" for n in range(8)]
        shaded.append((len(rows), first, end))
        rows.append([what.title, name, *crosses])
        years, days = quarters(year, first, end)
        gold.add(page, "celler", what, owners=[code], period=years, days=days, group=sections[section])
    table = c.table(3, 14, [34, 12, *[6] * 8], rows, height=5.6, size=10)
    table.cell(0, 2).merge(table.cell(0, 5))
    table.cell(0, 6).merge(table.cell(0, 9))
    for row in headings:
        c.cell(table, row, 0, rows[row][0], size=10, bold=True, fill="accent1+60")
        table.cell(row, 0).merge(table.cell(row, 9))
    if v.number % 2 == 0:
        for row, first, end in shaded:
            for n in range(8):
                c.cell(table, row, n + 2, "", fill="accent2" if first <= n <= end else "FFFFFF")
    furniture.foot(c)
