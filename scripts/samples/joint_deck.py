"""A joint deck of the four regions: a timeline with a legend, a table of periods, a crosswalk."""

import io

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from samples.package import MADE, repack

GREEN, WHITE, BLUE, NAVY, GREY = (RGBColor.from_string(c) for c in ("A9D18E", "FFFFFF", "9DC3E6", "1F3864", "D9D9D9"))
COLUMNS = [("2023–2024", 2.2), ("2025–2026", 5.8), ("2027 →", 9.4)]
COLUMN_WIDTH = 3.5

# region, then boxes: title, column, start within it, width, colour
LANES = [
    (
        "Helse Nord",
        [
            ("Innføring dokumentdeling\nsteg 1", 0, 0.0, 1.7, GREEN),
            ("Nasjonal timetjeneste", 1, 0.0, 3.4, BLUE),
            ("Rekvisisjonshotell", 2, 0.0, 2.4, WHITE),
        ],
    ),
    (
        "Helse Vest",
        [
            ("Timer 2.0", 0, 0.0, 3.4, GREEN),
            ("Dialog med inneliggende\npasient", 1, 0.0, 2.2, BLUE),
            ("Smarte brev", 2, 0.0, 1.6, WHITE),
        ],
    ),
    (
        "Helse Sør-Øst",
        [
            ("Mine henvisninger for barn\n(0–11 år)", 0, 0.0, 3.0, GREEN),
            ("Samvalg\n(under revurdering)", 1, 0.0, 1.9, BLUE),
            ("Behandlings-\nhjelpemidler", 2, 0.0, 2.0, WHITE),
        ],
    ),
    (
        "Helse Midt-Norge",
        [
            ("Timevisning via Helsenorge\n(i drift)", 0, 0.0, 3.2, GREEN),
            ("Digital dialog med\nbehandlende enhet", 1, 0.0, 3.4, BLUE),
        ],
    ),
]
CROSSWALK = [
    ("Mine timeavtaler (Timer 2.0)", ["Nasjonal timetjeneste (HN)", "Timer 2.0 (HV)"]),
    ("Pasienten velger time selv", ["Timebooking (HN)", "Pasienten booker timer selv (HV)"]),
    ("Digitale tjenester 12–16", ["Innsyn 12–16 (HV)", "Tjenester for ungdom (12–15 år) (HSØ)"]),
]
PERIODS = [
    (
        "Helse Nord",
        ["Innføring dokumentdeling steg 1", "Digitale skjema via Helsenorge"],
        ["Timebooking (Nasjonal timetjeneste)"],
        ["Dokumentdeling flere kilder"],
    ),
    (
        "Helse Vest",
        ["Timer 2.0", "Pasienten booker timer selv"],
        ["Innsyn 12–16"],
        ["Smarte brev", "Rekvisisjonshotell"],
    ),
]


def make() -> bytes:
    """Return the deck's bytes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    deck.core_properties.title = "Felles veikart for digitale innbyggertjenester"
    deck.core_properties.author = "Samarbeidsforum"
    deck.core_properties.created = deck.core_properties.modified = MADE
    _opening(deck)
    _timeline(deck)
    _periods(deck)
    _crosswalk(deck)
    _closing(deck)
    out = io.BytesIO()
    deck.save(out)
    return repack(out.getvalue())


def _opening(deck):
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = "Felles veikart for digitale innbyggertjenester"
    slide.placeholders[1].text = "Samarbeidsforum for de fire helseregionene\n14.04.2023"
    _footer(slide)


def _timeline(deck):
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Veikart per region"
    for text, left in COLUMNS:
        _box(slide, text, left, 1.35, COLUMN_WIDTH, 0.4, NAVY, WHITE, MSO_SHAPE.PENTAGON, bold=True)
    for row, (region, boxes) in enumerate(LANES):
        top = 1.95 + row * 1.1
        _box(slide, region, 0.4, top, 1.6, 0.95, GREY, RGBColor(0, 0, 0), MSO_SHAPE.RECTANGLE, bold=True)
        for title, column, start, width, colour in boxes:
            left = COLUMNS[column][1] + start
            _box(slide, title, left, top + 0.1, width, 0.75, colour, RGBColor(0, 0, 0), MSO_SHAPE.ROUNDED_RECTANGLE)
    for index, (text, colour) in enumerate([("Under arbeid", GREEN), ("Planlagt", BLUE), ("Ikke startet", WHITE)]):
        left = 2.2 + index * 2.2
        _box(slide, "", left, 6.52, 0.3, 0.22, colour, RGBColor(0, 0, 0), MSO_SHAPE.RECTANGLE)
        _text(slide, text, left + 0.35, 6.43, 1.7, 0.4, 12)
    _footer(slide)


def _periods(deck):
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Planlagte aktiviteter"
    table = slide.shapes.add_table(len(PERIODS) + 1, 4, Inches(0.6), Inches(1.5), Inches(12), Inches(4)).table
    for column, text in enumerate(["", "2023–2024", "2025–2026", "Lenger sikt"]):
        table.cell(0, column).text = text
    for row, (region, *cells) in enumerate(PERIODS, start=1):
        table.cell(row, 0).text = region
        for column, items in enumerate(cells, start=1):
            table.cell(row, column).text = "\n".join(items)
    _footer(slide)


def _crosswalk(deck):
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Hva som er felles"
    table = slide.shapes.add_table(len(CROSSWALK) + 1, 2, Inches(0.6), Inches(1.5), Inches(12), Inches(3.5)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Felles", "Regionale initiativ/prosjekt"
    for row, (common, members) in enumerate(CROSSWALK, start=1):
        table.cell(row, 0).text, table.cell(row, 1).text = common, "\n".join(members)
    _footer(slide)


def _closing(deck):
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = "Takk for oppmerksomheten"
    _footer(slide)


def _footer(slide):
    _text(slide, "Følsomhet Intern (gul)", 0.4, 7.05, 3, 0.35, 9)


def _box(slide, text, left, top, width, height, fill, colour, shape, bold=False):
    box = slide.shapes.add_shape(shape, Inches(left), Inches(top), Inches(width), Inches(height))
    box.fill.solid()
    box.fill.fore_color.rgb = fill
    box.line.color.rgb = RGBColor(0x40, 0x40, 0x40)
    frame = box.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = Inches(0.05)
    for number, line in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER
        run = paragraph.add_run()
        run.text, run.font.size, run.font.bold, run.font.color.rgb = line, Pt(12), bold, colour
    return box


def _text(slide, text, left, top, width, height, size):
    frame = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height)).text_frame
    frame.text = text
    frame.paragraphs[0].runs[0].font.size = Pt(size)
