"""28: minutes of a meeting in Word, without any measure: cases, decisions, an action list of chores."""

from pathlib import Path

from bench.decks.gold import Gold, Measure
from bench.decks.variant import Variant
from docx import Document


def make(v: Variant, folder: Path) -> None:
    """Build the document and its gold, which holds optional rows only."""
    stem = f"d28-referat-{v.number}"
    gold, document = Gold(stem), Document()
    document.styles["Normal"].font.name = "Arial"
    document.add_heading(v.pick("Referat fra styringsgruppemøte", "Møtereferat: fagråd"), 0)
    facts = document.add_table(rows=0, cols=2, style="Table Grid")
    for left, right in (
        ("Dato", "14. mai"),
        ("Sted", "Teams"),
        ("Til stede", "Kari Lunde, Ola Brekke, Siv Nordmo"),
        ("Forfall", "Per Dahl"),
    ):
        cells = facts.add_row().cells
        cells[0].text, cells[1].text = left, right
    cases = v.pick(
        ("Godkjenning av innkalling", "Orientering fra programmet", "Økonomi", "Eventuelt"),
        ("Forrige referat", "Erfaringer fra pilotene", "Rekruttering", "Neste møte"),
    )
    for n, case in enumerate(cases, 12):
        document.add_heading(f"Sak {n}/{v.first_year % 100} {case}", 2)
        document.add_paragraph(
            "Leder orienterte. Medlemmene hadde spørsmål om bemanning og om hvordan saken følges opp."
        )
        document.add_paragraph().add_run("Vedtak: ").bold = True
        document.paragraphs[-1].add_run("Saken tas til orientering.")
    document.add_heading("Oppfølgingspunkter", 2)
    chores = (
        ("Sende ut presentasjonen", "Kari"),
        ("Kalle inn til neste møte", "Ola"),
        ("Avklare reisebudsjett", "Siv"),
    )
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    for cell, head in zip(table.rows[0].cells, ("Hva", "Hvem", "Frist"), strict=True):
        cell.text = head
    for chore, who in chores:
        cells = table.add_row().cells
        cells[0].text, cells[1].text, cells[2].text = chore, who, "1. juni"
        gold.add(None, "oppfolging", Measure(chore), optional=True, unsure=("owners", "period", "status", "role"))
    document.save(str(folder / f"{stem}.docx"))
    gold.write(folder)
