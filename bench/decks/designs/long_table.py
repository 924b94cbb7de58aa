"""45: a Word table over several pages, two header rows, several measures in one cell, a continued area."""

from pathlib import Path

from bench.decks.gold import Gold
from bench.decks.variant import Variant
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm


def make(v: Variant, folder: Path) -> None:
    """Build the document and its gold."""
    stem = f"d45-lang-tabell-{v.number}"
    gold, document = Gold(stem), Document()
    document.styles["Normal"].font.name = "Arial"
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.add_heading(v.pick("Vedlegg: tiltakstabell", "Rullering av handlingsplan"), 1)
    document.add_paragraph("Tabellen viser hva som er avtalt. Den oppdateres etter hvert møte i utvalget.")
    table = document.add_table(rows=2, cols=5, style="Table Grid")
    top, low = table.rows[0].cells, table.rows[1].cells
    for cell, text in zip(top, (v.pick("Overordnet behov", "Hovedmål"), "Tiltak", "Tid", "", "Ansvarlig"), strict=True):
        cell.text = text
    for cell, text in zip(low[2:4], v.pick(("Fra", "Til"), ("Start", "Slutt")), strict=True):
        cell.text = text
    for n in (0, 1, 4):
        top[n].merge(low[n])
    top[2].merge(top[3])
    areas = (
        "Trygg overgang mellom tjenester",
        "Oversikt over egen helse",
        "Mindre dobbeltarbeid",
        "Tid til de sykeste",
    )
    for n, area in enumerate(areas):
        first = len(table.rows)
        for k, what in enumerate(v.take(4)):
            cells = table.add_row().cells
            start, end = v.first_year + k % 3, v.first_year + k % 3 + n % 2
            who, code = (("KS", "KS"), ("Helse Nord", "HN"), ("FHI", "FHI"))[(n + k) % 3]
            for cell, text in zip(cells, (area if k == 0 else "", what.title, str(start), str(end), who), strict=True):
                cell.text = text
            gold.add(None, "tabell", what, owners=[code], period=(start, end), unsure=("parent", "group"))
        table.cell(first, 0).merge(table.cell(len(table.rows) - 1, 0)).text = area
        gold.add(None, "tabell", type(what)(area), role="need", optional=True, unsure=("period", "owners", "role"))
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, (6, 9, 2.5, 2.5, 4), strict=True):
            cell.width = Cm(width)
    document.save(str(folder / f"{stem}.docx"))
    gold.write(folder)
