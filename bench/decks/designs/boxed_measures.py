"""52: a report in Word, measures in painted one-cell tables between the prose, numbered through."""

from pathlib import Path

from bench.decks.gold import Gold
from bench.decks.variant import Variant
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

PROSE = (
    "Kartleggingen viser store forskjeller mellom kommunene. De minste har få ansatte å fordele oppgavene på.",
    "Arbeidsgruppen mener at gevinstene er størst der opplysninger deles tidlig, før behandlingen begynner.",
    "Det finnes ingen samlet oversikt over kostnadene, og tallene må derfor leses med varsomhet.",
)


def make(v: Variant, folder: Path) -> None:
    """Build the document and its gold."""
    stem = f"d52-rapport-med-bokser-{v.number}"
    gold, document = Gold(stem), Document()
    document.styles["Normal"].font.name = "Arial"
    document.add_heading(v.pick("Sammen om digital hjelp: rapport fra arbeidsgruppen", "Utredning om samhandling"), 0)
    document.add_heading("Sammendrag", 1)
    document.add_paragraph(" ".join(PROSE))
    count = 0
    for chapter in v.pick(("Dagens situasjon og anbefalinger", "Veien videre"), ("Funn", "Anbefalinger")):
        document.add_heading(chapter, 1)
        for what in v.take(3):
            count += 1
            document.add_paragraph(PROSE[count % 3])
            cell = document.add_table(rows=1, cols=1, style="Table Grid").rows[0].cells[0]
            shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{v.pick("DCE6F1", "FBE4D5")}"/>')
            cell._tc.get_or_add_tcPr().append(shade)
            label = v.pick(f"Tiltak {count}", f"Anbefaling {count}")
            cell.paragraphs[0].add_run(f"{label}: {what.title}").bold = True
            cell.add_paragraph("Gruppen anbefaler at arbeidet startes så snart midlene er på plass.")
            document.add_paragraph()
            gold.add(
                None, "anbefalinger", what, role="proposal", unsure=("role", "group"), printed=f"{label}: {what.title}"
            )
    document.add_heading("Arbeidsgruppens sammensetning", 1)
    for name in ("Kari Lunde, leder", "Ola Brekke, KS", "Siv Nordmo, Oslo kommune"):
        document.add_paragraph(name, style="List Bullet")
    document.save(str(folder / f"{stem}.docx"))
    gold.write(folder)
