"""12: a municipality's plan as a Word document: headings with labelled paragraphs, tables with merged cells, lists."""

from pathlib import Path
from typing import Any

from bench.decks.gold import Gold
from bench.decks.variant import Variant
from docx import Document
from docx.enum.section import WD_SECTION
from docx.shared import Cm, Pt, RGBColor

PROSE = (
    "Innbyggerne forventer å kunne ordne det meste selv, når det passer dem.",
    "Ansatte bruker i dag mye tid på å lete etter opplysninger i flere systemer.",
    "Færre telefoner og kortere ventetid, og bedre oversikt for den enkelte.",
    "Flere avtaler kan flyttes uten at noen må ringe.",
)


def make(v: Variant, folder: Path) -> None:
    """Build the document and its gold."""
    stem = f"d12-kommuneplan-{v.number}"
    gold, document = Gold(stem), Document()
    style = document.styles["Normal"].font
    style.name, style.size = v.pick("Arial", "Times New Roman"), Pt(11)
    document.add_paragraph(
        v.pick("Digitaliseringsplan for helse og omsorg", "Temaplan for velferdsteknologi"), style="Title"
    )
    document.add_paragraph(f"Lillevik kommune, vedtatt {v.first_year - 1}", style="Subtitle")
    section = document.sections[0]
    section.footer.paragraphs[0].text = "Lillevik kommune – Intern"
    section.header.paragraphs[0].text = v.pick("UTKAST til høring", "Vedtatt plan")
    _prose(document, "Innledning")
    _described(document, v, gold)
    _tables(document, v, gold)
    _lists(document, v, gold)
    _prose(document, v.pick("Økonomi", "Oppfølging av planen"))
    document.save(str(folder / f"{stem}.docx"))
    gold.write(folder)


def _prose(document: Any, heading: str) -> None:
    document.add_heading(heading, 1)
    document.add_paragraph(" ".join(PROSE[:2]))
    document.add_paragraph(
        "Planen rulleres hvert år sammen med budsjettet. Kommunedirektøren rapporterer to ganger i året."
    )


def _described(document: Any, v: Variant, gold: Gold) -> None:
    areas = v.pick(("Bo trygt hjemme", "Samarbeid med fastlegene"), ("Hjemmetjenesten", "Helsestasjonen"))
    labels = v.pick(("Problem", "Behov", "Gevinst"), ("Utfordring", "Behov", "Forventet effekt"))
    for area in areas:
        document.add_heading(area, 1)
        document.add_paragraph(PROSE[0])
        for what in v.take(2):
            document.add_heading(what.title, 2)
            for n, label in enumerate(labels):
                paragraph = document.add_paragraph()
                paragraph.add_run(f"{label}: ").bold = True
                paragraph.add_run(PROSE[n + 1])
            gold.add(None, "beskrivelser", what, group=area, unsure=("role",))


def _tables(document: Any, v: Variant, gold: Gold) -> None:
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_heading(v.pick("Handlingsdel", "Tiltaksoversikt"), 1)
    heads = v.pick(
        ("Innsatsområde", "Tiltak", "Ansvarlig", "Periode", "Status"),
        ("Mål", "Aktivitet", "Ansvar", "Når", "Status"),
    )
    table = document.add_table(rows=1, cols=5, style=v.pick("Table Grid", "Light Grid Accent 1"))
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    words = (("Under arbeid", "ongoing"), ("Planlagt", "planned"), ("Ikke startet", "not_started"), ("Ferdig", "done"))
    owners = (("Lillevik kommune", ["Lillevik kommune"]), ("KS", ["KS"]), ("Norsk helsenett", ["NHN"]))
    for number, area in enumerate(
        v.pick(("Mestring", "Samhandling", "Kompetanse"), ("Trygghet", "Medvirkning", "Effektivitet"))
    ):
        first = len(table.rows)
        for k, what in enumerate(v.take(3)):
            cells = table.add_row().cells
            start, end = v.first_year + (number + k) % 3, v.first_year + (number + k) % 3 + k % 2
            owner, codes = owners[(number + k) % 3]
            word, status = words[(2 * number + k) % 4]
            span = str(start) if start == end else f"{start}-{end}"
            for cell, text in zip(cells, (area if k == 0 else "", what.title, owner, span, word), strict=True):
                cell.text = text
            gold.add(
                None,
                "handlingsdel",
                what,
                owners=codes,
                period=(start, end),
                status=status,
                group=area,
                unsure=v.pick((), ("group",)),
            )
        table.cell(first, 0).merge(table.cell(len(table.rows) - 1, 0)).text = area
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, (2.8, 6.2, 3.2, 2.2, 2.6), strict=True):
            cell.width = Cm(width)
    document.add_paragraph()
    contacts = document.add_table(rows=0, cols=2, style="Table Grid")
    for left, right in (("Navn", "Rolle"), ("Kari Lunde", "Kommunalsjef"), ("Ola Brekke", "Prosjektleder")):
        cells = contacts.add_row().cells
        cells[0].text, cells[1].text = left, right


def _lists(document: Any, v: Variant, gold: Gold) -> None:
    document.add_heading(v.pick("Forslag til nye tiltak", "Nye tiltak som vurderes"), 1)
    for heading in v.pick(("For innbyggeren", "For den ansatte"), ("Kort sikt", "Lang sikt")):
        document.add_heading(heading, 2)
        for what in v.take(3):
            document.add_paragraph(what.title, style="List Bullet")
            gold.add(
                None, "forslag", what, group=heading, role="proposal", unsure=("status", "role", "period", "group")
            )
    document.add_heading("Vedlegg", 1)
    for line in ("Kommunestyrets vedtak i sak 12", "Rundskriv om velferdsteknologi"):
        document.add_paragraph(line, style="List Number")
    mark = document.add_paragraph().add_run("Sist oppdatert i mai")
    mark.font.color.rgb = RGBColor(0x7F, 0x7F, 0x7F)
