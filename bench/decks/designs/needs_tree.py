"""34: needs at the left, measures at the right, arrows between: a measure's parent is the need its arrow comes from."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold, Measure
from bench.decks.variant import Variant

NEEDS = (
    "Oversikt over egne avtaler",
    "Trygghet for pårørende",
    "Færre skjema å fylle ut",
    "Svar uten å måtte ringe",
    "Samme opplysninger hos alle som hjelper",
    "Raskere hjelp når tilstanden forverres",
)


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d34-behov-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Fra behov til tiltak", "Behovsanalyse"), "Pasientreiser HF", "Arbeidsgruppe")
    furniture.agenda(c, v)
    _tree(c, v, gold)
    _table(c, v, gold)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _tree(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Behov og tilhørende tiltak", "Tiltak som svarer på behovene"))
    c.text(5, 14, 30, 5, v.pick("Overordnet behov", "Behov"), size=14, bold=True)
    c.text(52, 14, 40, 5, v.pick("Tilhørende tiltak", "Tiltak"), size=14, bold=True)
    for n, need in enumerate(map(Measure, v.pick(NEEDS[:3], NEEDS[3:]))):
        y = 21 + 22 * n
        c.box(5, y + 3, 32, 13, need.title, fill="accent1", colour="FFFFFF", size=13, bold=True)
        gold.add(page, "behov", need, role="need", unsure=("role",))
        for k, what in enumerate(v.take(2, 44)):
            c.box(52, y + 10 * k, 42, 8.4, what.title, fill="accent1+80", size=12, shape="round")
            c.line(37, y + 9.5, 52, y + 10 * k + 4.2, "7F7F7F", arrow=True)
            gold.add(page, "behov", what, parent=need.title)
    furniture.foot(c)


def _table(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Oppsummert", "Behov, tiltak og tid"))
    rows: list[tuple[str, ...]] = [
        (v.pick("Overordnet behov", "Behov"), v.pick("Tilhørende tiltak", "Tiltak"), v.pick("År", "Når"))
    ]
    starts = []
    for n, need in enumerate(map(Measure, v.pick(NEEDS[3:], NEEDS[:3]))):
        starts.append(len(rows))
        gold.add(page, "tabell", need, role="need", unsure=("role", "period"))
        for k, what in enumerate(v.take(2, 44)):
            year = v.first_year + n
            rows.append((need.title if k == 0 else "", what.title, f"{year}-{year + 1}" if k else str(year)))
            gold.add(page, "tabell", what, parent=need.title, period=(year, year + k))
    table = c.table(5, 16, [34, 40, 16], rows, height=8.5, size=12)
    for start in starts:
        table.cell(start, 0).merge(table.cell(start + 1, 0))
    furniture.foot(c)
