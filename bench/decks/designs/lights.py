"""26: a status report, one row a project, lights for time, cost and quality that are no status of the measure."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

LIGHTS = ("00B050", "FFC000", "FF0000")


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d26-statusrapport-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Statusrapport", "Prosjektportefølje, tertialrapport"), "Sykehuspartner", "2. tertial")
    furniture.agenda(c, v)
    _report(c, v, gold)
    furniture.survey(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _report(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Status i prosjektene", "Porteføljeoversikt"))
    heads = v.pick(
        ("Prosjekt", "Tid", "Kost", "Kvalitet", "Kommentar"),
        ("Prosjekt", "Fremdrift", "Økonomi", "Risiko", "Tiltak ved avvik"),
    )
    remarks = (
        "I rute",
        "Forsinket levering av grensesnitt",
        "Ny prosjektleder tiltrer i august",
        "Godkjent av styringsgruppen",
        "Avventer anskaffelse",
    )
    rows: list[list[str]] = [list(heads)]
    sections = v.pick(("Klinisk", "Plattform"), ("Hovedprosjekter", "Mindre prosjekter"))
    headings = []
    for section in sections:
        headings.append(len(rows))
        rows.append([section, "", "", "", ""])
        for n, what in enumerate(v.take(4)):
            rows.append([what.title, "", "", "", remarks[(n + len(rows)) % 5]])
            gold.add(page, "lys", what, group=section)
    table = c.table(3, 14, [42, 9, 9, 9, 26], rows, height=6.6, size=11)
    for row in range(1, len(rows)):
        if row in headings:
            table.cell(row, 0).merge(table.cell(row, 4))
            c.cell(table, row, 0, rows[row][0], bold=True, fill="accent1+60", size=11)
            continue
        for n in range(3):
            colour = LIGHTS[(row * 2 + n) % 3 if (row + n) % 4 == 0 else 0]
            if v.number % 2:
                c.cell(table, row, n + 1, "●", colour=colour, align="c", size=14)
            else:
                c.cell(table, row, n + 1, "", fill=colour)
    furniture.foot(c)
