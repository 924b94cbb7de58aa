"""25: a national strategy in Word: numbered measures as headings and bold lines, with who and when below."""

from pathlib import Path

from bench.decks.gold import Gold
from bench.decks.variant import Variant
from docx import Document

WHO = (("Helsedirektoratet", "HDIR"), ("Norsk helsenett", "NHN"), ("KS", "KS"), ("Folkehelseinstituttet", "FHI"))


def make(v: Variant, folder: Path) -> None:
    """Build the document and its gold."""
    stem = f"d25-strategi-{v.number}"
    gold, document = Gold(stem), Document()
    document.styles["Normal"].font.name = "Arial"
    document.add_paragraph(v.pick("Nasjonal strategi for digital helse", "Handlingsplan for e-helse"), style="Title")
    document.add_heading("Forord", 1)
    document.add_paragraph(
        "Regjeringen vil at flere skal få hjelp tidlig. Strategien peker ut en retning, og følges opp årlig."
    )
    for goal, area in enumerate(
        v.pick(("Aktiv medvirkning", "Enklere arbeidshverdag"), ("Bedre bruk av data", "Nasjonale fellesløsninger")), 1
    ):
        document.add_heading(f"Mål {goal}: {area}", 1)
        document.add_paragraph("Mange opplever at de må gjenta historien sin. Slik skal det ikke være.")
        for number, what in enumerate(v.take(3), 1):
            label = f"Tiltak {goal}.{number}"
            who, code = WHO[(goal + number) % 4]
            year = v.first_year + number
            if v.number % 2 == 0:
                document.add_heading(f"{label} {what.title}", 2)
            else:
                document.add_paragraph().add_run(f"{label}: {what.title}").bold = True
            document.add_paragraph(
                "Tiltaket skal gjøre det lettere å få oversikt, og bygger på erfaringer fra utprøvingen i tre kommuner."
            )
            document.add_paragraph(f"Ansvarlig: {who}").paragraph_format.space_after = 0
            document.add_paragraph(f"{v.pick('Periode', 'Tidsplan')}: {year}–{year + 1}")
            gold.add(None, "tiltak", what, owners=[code], period=(year, year + 1), group=area, unsure=("group", "role"))
    document.add_heading("Økonomiske og administrative konsekvenser", 1)
    document.add_paragraph(
        "Tiltakene dekkes innenfor gjeldende rammer. Nye forslag vurderes i de årlige budsjettprosessene."
    )
    document.add_heading("Kilder", 1)
    for source in ("Meld. St. 9 om helsetjenesten", "Riksrevisjonens undersøkelse av digitalisering"):
        document.add_paragraph(source, style="List Bullet")
    document.save(str(folder / f"{stem}.docx"))
    gold.write(folder)
