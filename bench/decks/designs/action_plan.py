"""29: an English action plan in Word, a small table for each action, and a summary table over two pages."""

from dataclasses import replace
from pathlib import Path

from bench.decks.gold import Gold
from bench.decks.variant import Variant
from docx import Document

LEADS = (
    ("NHS Borders", "NHS Borders"),
    ("Public Health Agency", "Public Health Agency"),
    ("Digital Unit", "Digital Unit"),
)


def make(v: Variant, folder: Path) -> None:
    """Build the document and its gold."""
    v = replace(v, language="en")
    stem = f"d29-action-plan-{v.number}"
    gold, document = Gold(stem), Document()
    document.styles["Normal"].font.name = "Arial"
    document.add_heading(v.pick("Digital Health and Care Action Plan", "Delivering connected care: action plan"), 0)
    document.add_paragraph("This plan sets out what partners will do together. It will be reviewed every year.")
    for number, theme in enumerate(v.pick(("Access", "Skills"), ("Citizens first", "Better data")), 1):
        document.add_heading(f"{number}. {theme}", 1)
        document.add_paragraph("People told us that they want fewer forms and clearer answers.")
        for n, what in enumerate(v.take(3), 1):
            lead, owner = LEADS[(number + n) % 3]
            year = v.first_year + n - 1
            table = document.add_table(rows=0, cols=2, style="Table Grid")
            when = v.pick(f"{year} to {year + 1}", f"{year}-{(year + 1) % 100}")
            facts = (
                (f"Action {number}.{n}", what.title),
                ("Lead", lead),
                (v.pick("Timescale", "When"), when),
                ("Measure of success", "Reported by all boards"),
            )
            for left, right in facts:
                cells = table.add_row().cells
                cells[0].text, cells[1].text = left, right
            document.add_paragraph()
            gold.add(None, "actions", what, owners=[owner], period=(year, year + 1), group=theme, unsure=("group",))
    document.add_heading("Summary of deliverables", 1)
    table = document.add_table(rows=1, cols=4, style="Table Grid")
    for cell, head in zip(table.rows[0].cells, ("Deliverable", "Responsible", "Due", "Status"), strict=True):
        cell.text = head
    states = (("On track", "ongoing"), ("Complete", "done"), ("Not started", "not_started"))
    for n, what in enumerate(v.take(9)):
        word, status = states[n % 3]
        lead, owner = LEADS[n % 3]
        cells = table.add_row().cells
        texts = (what.title, lead, f"Q{n % 4 + 1} {v.first_year + n // 4}", word)
        for cell, text in zip(cells, texts, strict=True):
            cell.text = text
        gold.add(None, "summary", what, owners=[owner], status=status, unsure=("period",))
    document.save(str(folder / f"{stem}.docx"))
    gold.write(folder)
