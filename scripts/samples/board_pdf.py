"""Status to a product board as PDF: an agenda, a table of measures with owners and dates, a page of figures."""

import io

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table, TableStyle

WIDTH, HEIGHT = landscape(A4)
HEADER = ("Nr", "Tiltak", "Ansvarlig", "Oppstart", "Ferdig", "Status")
ROWS = [
    ("1", "Mine timeavtaler", "Norsk helsenett", "2024", "2026", "Under arbeid"),
    ("2", "Pasienten booker time selv", "Helse Vest", "Q1 2025", "Q4 2025", "Planlagt"),
    ("3", "Rekvisisjonshotell", "Helse Nord", "2027", "", "Under vurdering"),
    ("4", "Innføring dokumentdeling steg 1", "Helse Nord", "2023", "2024", "I drift"),
    ("5", "Pasientens prøvesvar", "Norsk helsenett", "2023", "2025", "Under arbeid"),
    ("6", "Samvalg", "Helse Sør-Øst", "2025", "2026", "Ikke startet"),
    ("7", "Digital dialog med behandlende enhet", "Helse Vest", "2024", "2026", "Under arbeid"),
]
AGENDA = ("Godkjenning av referat", "Status for tiltakene i veikartet", "Eventuelt")
FIGURES = (
    "Innbyggere som har logget inn: 3 120 000",
    "Sendte brev i 2023: 4 800 000",
    "Kommuner med dialogtjenester: 214",
)


def make() -> bytes:
    """Return the file's bytes."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=0)
    canvas.setTitle("Status for tiltakene i veikartet")
    canvas.setAuthor("Produktstyret")
    _list_page(canvas, 1, "Produktstyremøte 12. juni 2024", AGENDA)
    _table_page(canvas, 2)
    _list_page(canvas, 3, "Bruk av tjenestene", FIGURES)
    canvas.save()
    return out.getvalue()


def _list_page(canvas, number, title, lines):
    _frame(canvas, number, title)
    canvas.setFont("Helvetica", 16)
    for index, line in enumerate(lines):
        canvas.drawString(70, HEIGHT - 140 - 30 * index, f"• {line}")
    canvas.showPage()


def _table_page(canvas, number):
    _frame(canvas, number, "Status for tiltakene i veikartet")
    table = Table([HEADER, *ROWS], colWidths=(30, 270, 130, 80, 80, 110), rowHeights=28)
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
                ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#1F3864")),
                ("TEXTCOLOR", (0, 0), (-1, 0), colors.white),
                ("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold"),
                ("FONTSIZE", (0, 0), (-1, -1), 11),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ]
        )
    )
    table.wrapOn(canvas, WIDTH, HEIGHT)
    table.drawOn(canvas, 60, HEIGHT - 110 - 28 * (len(ROWS) + 1))
    canvas.showPage()


def _frame(canvas, number, title):
    canvas.setFont("Helvetica-Bold", 24)
    canvas.drawString(60, HEIGHT - 70, title)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 25, "Intern")
    canvas.drawRightString(WIDTH - 60, 25, str(number))
