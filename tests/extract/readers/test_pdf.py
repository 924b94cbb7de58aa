"""The PDF reader: text, places, colours and areas of made pages."""

from pathlib import Path

import pytest

from extract.readers.base import Limits
from extract.readers.pdf import READER
from extract.readers.pdf.meta import iso_date
from tests.extract.readers.pdf_pages import Sheet, make_pdf
from veikart.core.blocks import Block, BlockKind, Page

NO_OCR = Limits(ocr=False)


def read(path: Path, limits: Limits = NO_OCR) -> list[Page]:
    document = READER.open(path, limits)
    try:
        return list(document.pages())
    finally:
        document.close()


def page_of(tmp_path: Path, sheet: Sheet, forms: str = "") -> Page:
    return read(make_pdf(tmp_path / "a.pdf", sheet, forms=forms))[0]


def by_text(page: Page) -> dict[str, Block]:
    return {block.text: block for block in page.blocks if block.text}


def test_words_place_size_and_colour(tmp_path: Path) -> None:
    page = page_of(tmp_path, Sheet().text(96, 270, "Digital dialog", 20, bold=True, colour="1 0 0"))
    block = by_text(page)["Digital dialog"]
    assert block.box is not None
    assert (round(block.box.x0, 2), block.size, block.bold, block.colour) == (0.10, 20.0, True, "#FF0000")
    assert block.box.y0 < 0.5 < block.box.y1
    assert block.frame is None
    assert block.container == ""


def test_norwegian_letters_survive(tmp_path: Path) -> None:
    page = page_of(tmp_path, Sheet().text(50, 100, "Øke tilgang på språk – «særlig»"))
    assert "Øke tilgang på språk – «særlig»" in by_text(page)


def test_text_belongs_to_the_smallest_area(tmp_path: Path) -> None:
    sheet = Sheet().box(100, 100, 600, 300, "0.9 0.9 0.9").box(150, 150, 300, 40, "0 0.5 0")
    sheet.text(160, 172, "I boksen").text(160, 300, "I banen").text(800, 500, "Utenfor")
    blocks = by_text(page_of(tmp_path, sheet))
    assert [blocks[t].fill for t in ("I boksen", "I banen", "Utenfor")] == ["#008000", "#E6E6E6", ""]
    assert blocks["I boksen"].container != blocks["I banen"].container
    assert blocks["I boksen"].shape == "rect"


def test_lines_in_one_area_are_one_block(tmp_path: Path) -> None:
    sheet = Sheet().box(100, 100, 200, 60, "0.8 0.9 1").text(120, 125, "Behandlings-").text(115, 140, "hjelpemidler")
    assert "Behandlings-\nhjelpemidler" in by_text(page_of(tmp_path, sheet))


def test_columns_on_one_level_stay_apart(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in range(3):
        sheet.text(50, 100 + 15 * row, f"Venstre {row} linje").text(300, 100 + 15 * row, f"Annen {row} linje")
    texts = [b.text for b in page_of(tmp_path, sheet).blocks]
    assert not any("Venstre" in t and "Annen" in t for t in texts)
    assert len(texts) == 2


@pytest.mark.parametrize("bullet", ["•", "–", "-", "1.", "2)", "a)"])
def test_bullets_go_to_the_marker_and_wrapped_lines_join(tmp_path: Path, bullet: str) -> None:
    sheet = Sheet().text(50, 100, bullet).text(68, 100, "Pasienten velger time").text(68, 114, "selv på nett")
    sheet.text(50, 128, bullet).text(68, 128, "Neste punkt")
    blocks = [b for b in page_of(tmp_path, sheet).blocks if b.text]
    assert [b.text for b in blocks] == ["Pasienten velger time\nselv på nett", "Neste punkt"]
    assert {(b.kind, b.marker) for b in blocks} == {(BlockKind.BULLET, bullet)}


def test_indented_bullets_have_levels(tmp_path: Path) -> None:
    sheet = Sheet()
    for row, (x, text) in enumerate([(50, "En"), (75, "To"), (75, "Tre"), (50, "Fire")]):
        sheet.text(x, 100 + 20 * row, "•").text(x + 12, 100 + 20 * row, text)
    levels = [b.level for b in page_of(tmp_path, sheet).blocks if b.kind is BlockKind.BULLET]
    assert levels == [0, 1, 1, 0]


def test_a_drawn_dot_is_a_bullet_but_a_status_light_is_not(tmp_path: Path) -> None:
    sheet = Sheet().box(50, 95, 3.5, 3.5, "0 0 0").text(62, 100, "Punkt")
    sheet.box(300, 92, 10, 10, "0 0.6 0").text(316, 100, "Tiltak")
    page = page_of(tmp_path, sheet)
    blocks = by_text(page)
    assert (blocks["Punkt"].marker, blocks["Tiltak"].marker) == ("•", "")
    assert [b.fill for b in page.blocks if b.kind is BlockKind.SHAPE] == ["#009900"]


def test_text_set_with_wide_lines_is_one_paragraph_and_spaced_names_are_not(tmp_path: Path) -> None:
    prose = "The board has asked for a common plan that all of the regions can use from"
    wide = Sheet(595, 842)
    for row in range(7):
        wide.text(70, 100 + 20.7 * row, prose[row:], 12)
    assert len(page_of(tmp_path, wide).blocks) == 1
    names = Sheet(595, 842)
    for row, name in enumerate(
        ("Shared calendar", "New store", "Faster search in all archives", "Card", "Open data", "Map")
    ):
        names.text(70, 100 + 20.7 * row, name, 12)
    assert len(page_of(tmp_path, names).blocks) == 6


def test_paragraphs_part_at_size_weight_and_gap(tmp_path: Path) -> None:
    sheet = Sheet().text(50, 100, "Overskrift i fet skrift", bold=True).text(50, 115, "vanlig tekst som følger")
    sheet.text(50, 160, "tekst langt under")
    texts = [b.text for b in page_of(tmp_path, sheet).blocks]
    assert texts == ["Overskrift i fet skrift", "vanlig tekst som følger", "tekst langt under"]


def test_run_in_label_is_a_span(tmp_path: Path) -> None:
    sheet = Sheet(595, 842).text(50, 100, "Behov:", bold=True).text(95, 100, "noe som trengs i dag")
    block = page_of(tmp_path, sheet).blocks[0]
    assert block.text == "Behov: noe som trengs i dag"
    assert "".join(s.text for s in block.spans) == block.text
    assert [s.bold for s in block.spans] == [True, False]


def test_footnote_marks_are_left_out(tmp_path: Path) -> None:
    sheet = Sheet().text(50, 100, "innkallingsbrev", 12).text(130.5, 95, "1", 7).text(50, 480, "12-16")
    assert set(by_text(page_of(tmp_path, sheet))) == {"innkallingsbrev", "12-16"}


@pytest.mark.parametrize(("matrix", "degrees"), [("0 1 -1 0", 270), ("0 -1 1 0", 90), ("-1 0 0 -1", 180)])
def test_turned_text_is_read_in_its_direction(tmp_path: Path, matrix: str, degrees: int) -> None:
    block = by_text(page_of(tmp_path, Sheet().text(400, 270, "Helse Nord og Vest", matrix=matrix)))[
        "Helse Nord og Vest"
    ]
    assert block.rotation == degrees
    assert block.box is not None
    assert (block.box.height * 540 > block.box.width * 960) == (degrees != 180)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_turned_pages_are_read_as_shown(tmp_path: Path, rotate: int) -> None:
    sheet = Sheet(400, 300, rotate).box(10, 10, 100, 30, "1 0 0").text(20, 30, "Merket")
    page = page_of(tmp_path, sheet)
    block = by_text(page)["Merket"]
    assert (page.width, page.height) == ((300, 400) if rotate % 180 else (400, 300))
    assert block.box is not None
    assert block.frame is not None
    assert block.frame.contains(block.box, 0.01)
    corner = {0: (0.15, 0.08), 90: (0.92, 0.15), 180: (0.85, 0.92), 270: (0.08, 0.85)}[rotate]
    assert block.frame.middle == pytest.approx(corner, abs=0.02)
    assert block.rotation == rotate


def test_shapes_are_told_by_their_corners(tmp_path: Path) -> None:
    sheet = Sheet().path([(100, 100), (180, 100), (200, 115), (180, 130), (100, 130)], "0 0 1")
    sheet.path([(300, 100), (380, 100), (400, 115), (380, 130), (300, 130), (320, 115)], "0 0 1")
    sheet.path([(500, 115), (515, 100), (530, 115), (515, 130)], "0 0 1").box(600, 100, 50, 30, "0 0 1")
    sheet.rule(50, 400, 700, 400)
    kinds = [b.shape for b in page_of(tmp_path, sheet).blocks]
    assert kinds == ["homePlate", "chevron", "diamond", "rect", "line"]


def test_fill_and_outline_of_one_area_are_one_block(tmp_path: Path) -> None:
    sheet = Sheet().box(100, 100, 80, 30, "1 1 0").box(100, 100, 80, 30, stroke="0 0 1")
    (block,) = page_of(tmp_path, sheet).blocks
    assert (block.kind, block.fill, block.outline) == (BlockKind.SHAPE, "#FFFF00", "#0000FF")


def test_page_size_background_and_drawn_shadow_are_left_out(tmp_path: Path) -> None:
    sheet = (
        Sheet().box(0, 0, 960, 540, "0.9 0.95 1").box(103, 104, 80, 30, "0.5 0.5 0.5").box(100, 100, 80, 30, "1 0 0")
    )
    assert [b.fill for b in page_of(tmp_path, sheet).blocks] == ["#FF0000"]


def test_a_stroke_across_the_page_is_no_box_around_texts(tmp_path: Path) -> None:
    road = "q 0.5 0.5 0.5 RG 8 w 60 100 m 300 250 l 500 200 l 700 400 l 900 420 l"
    sheet = Sheet().text(200, 200, "Mars 2026").text(700, 400, "Felles innkjøp")
    closed = Sheet().text(200, 200, "Mars 2026").text(700, 400, "Felles innkjøp").raw(f"{road} h S Q")
    assert {b.container for b in by_text(page_of(tmp_path, sheet.raw(f"{road} S Q"))).values()} == {""}
    assert all(b.container for b in by_text(page_of(tmp_path, closed)).values())


def test_form_xobjects_are_placed_by_their_matrix(tmp_path: Path) -> None:
    page = page_of(tmp_path, Sheet().raw("/Fm Do"), forms="1 0 0 rg 50 50 100 20 re f")
    (block,) = page.blocks
    assert block.box is not None
    assert block.box == pytest.approx((200 / 960, 1 - 190 / 540, 400 / 960, 1 - 150 / 540), abs=0.001)
    assert block.group


def test_unseen_text_is_hidden(tmp_path: Path) -> None:
    sheet = Sheet().text(50, 100, "synlig").text(50, 200, "usynlig", extra="3 Tr").text(50, 300, "hvit", colour="1 1 1")
    sheet.text(50, -40, "utenfor").box(400, 100, 90, 40, "0 0 0.5").text(410, 124, "hvit i boks", colour="1 1 1")
    blocks = by_text(page_of(tmp_path, sheet))
    assert {t for t, b in blocks.items() if not b.hidden} == {"synlig", "hvit i boks"}
    assert {"usynlig", "hvit"} <= set(blocks)


def test_watermark_and_page_number(tmp_path: Path) -> None:
    sheet = (
        Sheet()
        .box(200, 100, 600, 350, "1 1 1", "0 0 0")
        .text(300, 400, "UTKAST", 90, colour="0.9 0.9 0.9", matrix="0.87 0.5 -0.5 0.87")
    )
    blocks = by_text(page_of(tmp_path, sheet.text(930, 525, "1", 10)))
    assert (blocks["UTKAST"].kind, blocks["1"].kind) == (BlockKind.WATERMARK, BlockKind.FOOTER)
    assert blocks["UTKAST"].frame is None


def test_slide_title_is_the_largest_text_at_the_top(tmp_path: Path) -> None:
    sheet = (
        Sheet().text(50, 60, "Veikart for samhandling", 28).text(50, 200, "Et tiltak", 12).text(50, 240, "Et til", 12)
    )
    blocks = by_text(page_of(tmp_path, sheet))
    assert [t for t, b in blocks.items() if b.kind is BlockKind.TITLE] == ["Veikart for samhandling"]


def test_headings_carry_over_pages(tmp_path: Path) -> None:
    first = Sheet(595, 842).text(50, 60, "Fokus", 20, bold=True).text(50, 100, "Tiltak A", 14, bold=True)
    for row in range(6):
        first.text(50, 130 + 30 * row, f"Løpende tekst nummer {row} som går over hele linjen.", 11)
    second = Sheet(595, 842).text(50, 60, "Mer løpende tekst.", 11).text(50, 100, "Tiltak B", 14, bold=True)
    pages = read(make_pdf(tmp_path / "a.pdf", first, second))
    headings = [(b.text, b.level, b.heading_path) for p in pages for b in p.blocks if b.kind is BlockKind.TITLE]
    assert headings == [("Fokus", 1, ()), ("Tiltak A", 2, ("Fokus",)), ("Tiltak B", 2, ("Fokus",))]
    assert pages[1].blocks[0].heading_path == ("Fokus", "Tiltak A")


def test_ids_are_unique_and_the_same_at_every_reading(tmp_path: Path) -> None:
    sheet = Sheet().text(50, 50, "a b").raw("1 0 0 rg 10 10 20 20 re 100 100 30 30 re 300 300 9 9 re f")
    sheet.box(500, 100, 100, 100, "0 1 0").text(510, 120, "En").text(510, 170, "To")
    path = make_pdf(tmp_path / "a.pdf", sheet)
    first, second = read(path), read(path)
    ids = [b.id for b in first[0].blocks]
    assert len(ids) == len(set(ids))
    assert first == second


def test_long_text_and_many_blocks_are_cut_with_a_problem(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in range(20):
        sheet.text(50, 20 + 25 * row, f"linje nummer {row}")
    page = read(make_pdf(tmp_path / "a.pdf", sheet), Limits(blocks_per_page=5, text_length=8, ocr=False))[0]
    assert len(page.blocks) == 5
    assert max(len(b.text) for b in page.blocks) == 8
    assert {p.code.name for p in page.problems} == {"TOO_LARGE", "TEXT_CUT"}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("D:20240516093000+02'00'", "2024-05-16"),
        ("20240516", "2024-05-16"),
        ("D:2024", ""),
        ("D:20241399", ""),
        ("", ""),
    ],
)
def test_pdf_dates(text: str, date: str) -> None:
    assert iso_date(text) == date


def test_columns_of_bullets_are_read_one_after_the_other(tmp_path: Path) -> None:
    sheet = Sheet().text(50, 60, "Innspill fra brukere og ansatte i to spalter", 24)
    for row in range(4):
        for column, side in enumerate(("venstre", "annen")):
            x = 50 + 450 * column + (20 if row else 0)
            sheet.text(x, 120 + 25 * row, "•").text(x + 14, 120 + 25 * row, f"{side} {row}")
    blocks = [b for b in page_of(tmp_path, sheet).blocks if b.kind is BlockKind.BULLET]
    assert [b.text for b in blocks] == [f"{side} {row}" for side in ("venstre", "annen") for row in range(4)]
    assert [b.level for b in blocks] == [0, 1, 1, 1] * 2


def test_text_printed_twice_is_read_once(tmp_path: Path) -> None:
    sheet = Sheet().text(50, 100, "Digital dialog").text(300, 100, "Annet").text(50.4, 100.3, "Digital dialog")
    assert sorted(b.text for b in page_of(tmp_path, sheet).blocks) == ["Annet", "Digital dialog"]


def test_a_logo_of_many_paths_is_one_picture_and_dots_stay(tmp_path: Path) -> None:
    sheet = Sheet()
    for number in range(20):
        x, y = 800 + 5 * (number % 5), 20 + 6 * (number // 5)
        sheet.path([(x, y), (x + 4, y + 1), (x + 3, y + 4), (x + 1, y + 5)], "0 0 0.4")
    for row, colour in enumerate(("0 0.6 0", "1 0.8 0", "0.8 0 0")):
        sheet.box(50, 100 + 40 * row, 12, 12, colour)
    blocks = page_of(tmp_path, sheet).blocks
    assert [b.kind for b in blocks] == [BlockKind.PICTURE] + [BlockKind.SHAPE] * 3


def test_a_gradient_is_known_to_be_there_and_shades_of_one_colour_are_it(tmp_path: Path) -> None:
    path = make_pdf(
        tmp_path / "a.pdf", Sheet().raw("/Pattern cs /P1 scn 100 300 200 100 re f /P2 scn 500 300 200 100 re f")
    )
    shading = "/PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [{} 0 {} 0] /Extend [true true]"
    function = " /Function << /FunctionType 2 /Domain [0 1] /N 1 /C0 [{}] /C1 [{}] >> >>"
    unlike = "<< " + shading.format(100, 300) + function.format("0 0.8 0", "1 0 0") + " >>"
    alike = "<< " + shading.format(500, 700) + function.format("0 0.3 0.6", "0 0.35 0.65") + " >>"
    old = b" /XObject << /Im"
    patterns = f" /Pattern << /P1 {unlike} /P2 {alike} >>".encode()
    path.write_bytes(path.read_bytes().replace(old, patterns + old))
    fills = [b.fill for b in read(path)[0].blocks]
    assert fills[0] == "?"
    assert fills[1][:3] == "#00"
    assert len(fills) == 2


def test_numbers_before_a_capital_are_list_numbers(tmp_path: Path) -> None:
    sheet = Sheet().text(50, 100, "1. Dokumentdeling").text(50, 120, "2. Samhandling").text(50, 200, "1. Quartal 2025")
    found = {b.text: b.marker for b in page_of(tmp_path, sheet).blocks}
    assert found == {"Dokumentdeling": "1.", "Samhandling": "2.", "1. Quartal 2025": ""}


def test_justified_lines_stay_whole(tmp_path: Path) -> None:
    sheet = Sheet().text(50, 100, "moderniseres gradvis i hele landet", extra="20 Tw").raw("0 Tw")
    assert [b.text for b in page_of(tmp_path, sheet).blocks] == ["moderniseres gradvis i hele landet"]


def test_a_justified_line_in_pieces_is_joined_to_the_edges_of_its_neighbours(tmp_path: Path) -> None:
    line = "Plattformene i hele landet moderniseres gradvis"
    sheet = Sheet(595, 842).text(50, 100, line)
    sheet.text(50, 114, "Plattformene").text(155, 114, "moderniseres").text(265.4, 114, "gradvis")
    (block,) = page_of(tmp_path, sheet).blocks
    assert block.text == f"{line}\nPlattformene moderniseres gradvis"


def test_half_years_and_dates_are_no_list_numbers(tmp_path: Path) -> None:
    sheet = (
        Sheet().text(50, 100, "1. halvår 2025").text(50, 200, "2. kvartal").text(50, 300, "1.").text(75, 300, "Tiltak")
    )
    blocks = by_text(page_of(tmp_path, sheet))
    assert {t: b.marker for t, b in blocks.items()} == {"1. halvår 2025": "", "2. kvartal": "", "Tiltak": "1."}


def test_text_that_flows_out_of_its_box_stays_with_it(tmp_path: Path) -> None:
    sheet = Sheet().box(100, 200, 160, 36, "0.6 0.8 0.5")
    for row, line in enumerate(
        ("en tekst som er alt for", "lang for boksen sin og", "som flyter ut over den", "på begge sider av den")
    ):
        sheet.text(110, 200 + 15 * row, line)
    sheet.text(110, 400, "noe annet")
    blocks = [b for b in page_of(tmp_path, sheet).blocks if b.text]
    assert [(b.text.count("\n"), b.fill) for b in blocks] == [(3, "#99CC80"), (0, "")]


def test_a_caption_above_a_box_is_not_in_it(tmp_path: Path) -> None:
    sheet = Sheet().text(110, 196, "Overskrift").box(100, 200, 160, 80, "0.6 0.8 0.5").text(110, 213, "Tiltak i boksen")
    blocks = by_text(page_of(tmp_path, sheet))
    assert (blocks["Overskrift"].fill, blocks["Tiltak i boksen"].fill) == ("", "#99CC80")


def test_a_word_cut_by_its_box_is_one_word(tmp_path: Path) -> None:
    sheet = Sheet().box(100, 100, 62, 40, "0.6 0.8 0.5").text(106, 115, "Helseper").text(106, 130, "sonell")
    sheet.box(300, 100, 162, 40, "0.6 0.8 0.5").text(306, 115, "Felles").text(306, 130, "journal")
    sheet.box(600, 100, 62, 40, "0.6 0.8 0.5").text(606, 115, "Ansvarlig ").text(606, 130, "leder")  # broken at a blank
    assert set(by_text(page_of(tmp_path, sheet))) == {"Helsepersonell", "Felles\njournal", "Ansvarlig\nleder"}


def test_a_gradient_painted_in_steps_is_one_area(tmp_path: Path) -> None:
    sheet = Sheet()
    for step in range(20):
        sheet.box(100, 100, 200, 60 - 2.5 * step, f"{0.8 - 0.03 * step:.3f} {0.03 * step:.3f} 0")
        sheet.box(500, 100, 200, 60 - 2.5 * step, f"0 {0.3 + 0.002 * step:.3f} {0.6 + 0.002 * step:.3f}")
    for x in (100, 500):
        sheet.commands.sort(key=lambda c, x=x: f" {x} " not in c)
    blocks = page_of(tmp_path, sheet.text(510, 130, "Tiltak", colour="1 1 1")).blocks
    assert sorted(b.fill for b in blocks)[1] == "?"
    assert len(blocks) == 2
    assert blocks[0].text == "Tiltak"
    assert blocks[0].fill.startswith("#00")


def test_a_light_set_as_a_character_stays(tmp_path: Path) -> None:
    sheet = Sheet().raw("BT /F3 12 Tf 0 0.6 0 rg 1 0 0 1 50 300 Tm (l) Tj ET").text(300, 240, "Tiltak")
    lone = [b for b in page_of(tmp_path, sheet).blocks if b.text and b.text != "Tiltak"]
    assert [b.colour for b in lone] == ["#009900"]


def test_labels_and_language_are_read_from_the_file(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", Sheet(), title="Veikart")
    key = b"/MSIP_Label_12345678-1234-1234-1234-123456789012_"
    data = path.read_bytes().replace(b"/Title", key + b"Name (Intern) " + key + b"Enabled (true) /Title")
    path.write_bytes(data.replace(b"/Type /Catalog", b"/Type /Catalog /Lang (nn-NO)"))
    document = READER.open(path, NO_OCR)
    meta = document.meta
    document.close()
    assert (meta.title, meta.labels, meta.language, meta.created) == ("Veikart", ("Intern",), "nn-NO", "2024-05-16")


def test_a_note_that_lies_aslant_is_an_area_with_its_words_apart(tmp_path: Path) -> None:
    sheet = Sheet().path([(104, 100), (244, 107), (236, 247), (96, 240)], "1 0.96 0.6")
    for i, word in enumerate(("Samla", "medisinliste", "no")):
        sheet.text(110 + (0, 36, 107)[i], 170 - (0, 36, 107)[i] * 0.05, word, 12, matrix="0.9987 0.0523 -0.0523 0.9987")
    block = next(b for b in page_of(tmp_path, sheet).blocks if b.text)
    assert block.text == "Samla medisinliste no"
    assert (block.fill, block.shape) == ("#FFF599", "other")
