"""Tables in PDF: ruled, filled, banded; and what is drawn of boxes but is no table."""

from itertools import pairwise
from pathlib import Path

import pytest

from extract.readers.base import Limits
from extract.readers.pdf import READER
from tests.extract.readers.pdf_pages import Sheet, make_pdf
from veikart.core.blocks import Block, BlockKind

COLUMNS = (60, 300, 500, 640)
ROWS = ("Tiltak|Eier|År", "Felles journal|HN|2025", "Timebestilling|HV|2026", "Digitale skjema|HSØ|2027")


def blocks_of(tmp_path: Path, *sheets: Sheet) -> list[Block]:
    document = READER.open(make_pdf(tmp_path / "a.pdf", *sheets), Limits(ocr=False))
    try:
        return [block for page in document.pages() for block in page.blocks]
    finally:
        document.close()


def told(blocks: list[Block]) -> dict[tuple[int, int], str]:
    return {(b.row, b.column): b.text for b in blocks if b.kind is BlockKind.CELL}


def fill_in(sheet: Sheet, top: float = 100, height: float = 30) -> Sheet:
    for row, line in enumerate(ROWS):
        for column, text in enumerate(line.split("|")):
            sheet.text(COLUMNS[column] + 6, top + height * row + 19, text)
    return sheet


EXPECTED = {(r, c): text for r, line in enumerate(ROWS) for c, text in enumerate(line.split("|"))}


def test_ruled_table(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in range(5):
        sheet.rule(60, 100 + 30 * row, 640, 100 + 30 * row)
    for x in COLUMNS:
        sheet.rule(x, 100, x, 220)
    blocks = blocks_of(tmp_path, fill_in(sheet))
    assert told(blocks) == EXPECTED
    assert {b.kind for b in blocks} == {BlockKind.CELL}
    assert len({b.table for b in blocks}) == 1


def test_table_of_filled_cells_with_open_sides(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in range(4):
        for x0, x1 in pairwise(COLUMNS):
            sheet.box(x0, 100 + 30 * row, x1 - x0 - 0.8, 29.2, "0.1 0.2 0.5" if row == 0 else "0.9 0.9 0.95")
    blocks = blocks_of(tmp_path, fill_in(sheet))
    assert told(blocks) == EXPECTED
    assert {b.fill for b in blocks if b.row == 0} == {"#1A3380"}


def test_bands_on_every_other_row(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in (0, 2):
        for x0, x1 in pairwise(COLUMNS):
            sheet.box(x0, 100 + 30 * row, x1 - x0, 30, "0.9 0.9 0.95")
    assert told(blocks_of(tmp_path, fill_in(sheet))) == EXPECTED


def test_bands_between_the_sides_of_a_table(tmp_path: Path) -> None:
    sheet = Sheet().rule(60, 100, 60, 190).rule(640, 100, 640, 190).rule(60, 100, 640, 100).rule(60, 190, 640, 190)
    for row in (0, 2):
        for x0, x1 in pairwise(COLUMNS):
            sheet.box(x0, 100 + 30 * row, x1 - x0, 30, "0.9 0.9 0.95")
    assert told(blocks_of(tmp_path, fill_in(sheet))) == EXPECTED


def test_bands_across_the_table(tmp_path: Path) -> None:
    sheet = Sheet().box(60, 100, 580, 30, "0.1 0.2 0.5").box(60, 160, 580, 30, "0.9 0.9 0.95")
    assert told(blocks_of(tmp_path, fill_in(sheet))) == EXPECTED


def test_rules_between_rows_only(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in range(1, 5):
        sheet.rule(60, 100 + 30 * row, 640, 100 + 30 * row)
    assert told(blocks_of(tmp_path, fill_in(sheet))) == EXPECTED


def test_merged_cells_have_spans(tmp_path: Path) -> None:
    sheet = Sheet()
    for x0, y0, x1, y1 in [
        (60, 100, 300, 130), (300, 100, 640, 130), (60, 130, 300, 190), (300, 130, 500, 160), (500, 130, 640, 160),
        (300, 160, 500, 190), (500, 160, 640, 190),
    ]:  # fmt: skip
        sheet.box(x0, y0, x1 - x0, y1 - y0, stroke="0 0 0")
    sheet.text(70, 120, "Tiltak").text(310, 120, "Periode").text(70, 160, "Felles journal")
    sheet.text(310, 150, "2025").text(510, 150, "2026").text(310, 180, "pilot").text(510, 180, "drift")
    blocks = {b.text: b for b in blocks_of(tmp_path, sheet)}
    spans = {t: (b.row, b.column, b.row_span, b.column_span) for t, b in blocks.items()}
    assert spans["Periode"] == (0, 1, 1, 2)
    assert spans["Felles journal"] == (1, 0, 2, 1)
    assert spans["drift"] == (2, 2, 1, 1)


def test_paragraphs_of_one_cell_share_its_place_and_painted_empty_cells_stay(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in range(2):
        for column in range(2):
            sheet.box(60 + 200 * column, 100 + 60 * row, 200, 60, stroke="0 0 0")
    sheet.box(60, 160, 200, 60, "0 0.8 0")
    sheet.text(70, 120, "•").text(82, 120, "En").text(70, 140, "•").text(82, 140, "To").text(270, 120, "Tre")
    sheet.text(270, 180, "Fire").text(70, 190, "Fem")
    sheet.box(300, 190, 60, 20, "1 0 0")
    blocks = blocks_of(tmp_path, sheet)
    cell = [b for b in blocks if (b.row, b.column) == (0, 0) and b.text]
    assert [(b.text, b.marker) for b in cell] == [("En", "•"), ("To", "•")]
    assert len({b.container for b in cell}) == 1
    assert next(b for b in blocks if b.text == "Fem").fill == "#00CC00"
    assert [b.fill for b in blocks if b.kind is BlockKind.SHAPE] == ["#FF0000"]


def test_a_timeline_of_boxes_is_no_table(tmp_path: Path) -> None:
    sheet = Sheet()
    for column, year in enumerate(("2024", "2025", "2026")):
        sheet.box(200 + 220 * column, 80, 220, 30, "0.1 0.2 0.5").text(280 + 220 * column, 100, year, colour="1 1 1")
    for row, region in enumerate(("Nord", "Vest", "Sør")):
        top = 120 + 100 * row
        sheet.box(60, top, 130, 95, "0.8 0.8 0.8").text(70, top + 50, region)
        sheet.box(200, top, 660, 95, "0.95 0.95 0.95").box(230 + 100 * row, top + 20, 300, 30, "0 0.6 0.3")
        sheet.text(240 + 100 * row, top + 40, f"Tiltak {row}", colour="1 1 1")
    blocks = blocks_of(tmp_path, sheet)
    assert not any(b.table for b in blocks)
    assert [b.fill for b in blocks if b.text.startswith("Tiltak")] == ["#00994D"] * 3


def test_bars_over_a_grid_keep_their_own_frame(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in range(4):
        sheet.rule(60, 100 + 60 * row, 860, 100 + 60 * row)
    for x in (60, 260, 460, 660, 860):
        sheet.rule(x, 100, x, 280)
    for column, text in enumerate(("Region", "2024", "2025", "2026")):
        sheet.text(70 + 200 * column, 130, text)
    sheet.text(70, 195, "Nord").text(70, 255, "Vest")
    sheet.box(300, 175, 400, 30, "0 0 1").text(320, 195, "Felles journal", colour="1 1 1")
    bar = next(b for b in blocks_of(tmp_path, sheet) if b.text == "Felles journal")
    assert (bar.kind, bar.fill, bar.table) == (BlockKind.TEXT, "#0000FF", "")


def test_four_rules_frame_the_text_in_them(tmp_path: Path) -> None:
    sheet = Sheet().rule(100, 100, 300, 100).rule(100, 160, 300, 160).rule(100, 100, 100, 160).rule(300, 100, 300, 160)
    block = next(b for b in blocks_of(tmp_path, sheet.text(120, 130, "Digital dialog")) if b.text)
    assert block.frame is not None
    assert block.container
    assert not block.table


def test_bars_that_touch_are_no_table(tmp_path: Path) -> None:
    sheet = Sheet()
    for column, text in enumerate(("Fokus", "2024", "2025", "2026")):
        sheet.box(60 + 200 * column, 80, 200, 30, "0.8 0.8 0.8").text(70 + 200 * column, 100, text)
    for row, ends in enumerate(((60, 260, 415, 540), (60, 260, 330, 775), (60, 260, 505, 690), (60, 260, 590, 850))):
        for number, (x0, x1) in enumerate(pairwise(ends)):
            top = 110 + 40 * row
            sheet.box(x0, top, x1 - x0, 40, "0.5 0.8 0.5", "1 1 1").text(x0 + 5, top + 24, f"T{row}{number}")
    assert not any(b.table for b in blocks_of(tmp_path, sheet))


def test_rules_behind_the_bars_of_a_plan_are_no_table(tmp_path: Path) -> None:
    sheet = Sheet()
    for x in range(60, 700, 80):
        sheet.rule(x, 100, x, 400)
    for row, (first, last) in enumerate(((0, 3), (1, 4), (2, 4), (4, 7))):
        top = 120 + 60 * row
        sheet.box(60 + 80 * first, top, 80 * (last - first), 30, "0.4 0.7 0.6")
        sheet.text(66 + 80 * first, top + 18, f"Felles kalender {row}")
        sheet.text(66 + 80 * last, top + 18, "Pilot")
    blocks = blocks_of(tmp_path, sheet)
    assert not [b for b in blocks if b.table]
    bars = [b for b in blocks if b.fill]
    assert sorted(round((b.frame.x1 - b.frame.x0) * 960 / 80) for b in bars if b.frame) == [2, 3, 3, 3]


@pytest.mark.parametrize(("through", "spans"), [(False, [2, 2]), (True, [1, 1, 1, 1])])
def test_a_merged_cell_that_is_painted_row_by_row_is_one(tmp_path: Path, through: bool, spans: list[int]) -> None:
    sheet = Sheet()
    for row in range(4):
        sheet.box(60, 130 + 30 * row, 140, 30, "0.8 0.85 0.9")
    for row in range(6):
        whole = through or row in {0, 1, 3, 5}
        sheet.rule(60 if whole else 200, 100 + 30 * row, 660, 100 + 30 * row)
    for x in (60, 200, 430, 660):
        sheet.rule(x, 100, x, 250)
    for column, text in enumerate(("Gruppe", "Tiltak", "Status")):
        sheet.text((70, 210, 440)[column], 120, text)
    for row in range(4):
        sheet.text(210, 150 + 30 * row, f"Tiltak nummer {row}").text(440, 150 + 30 * row, "Pågår")
    sheet.text(70, 163, "Timer").text(70, 223, "Brev")
    cells = {(b.row, b.column): b for b in blocks_of(tmp_path, sheet) if b.table and b.column == 0 and b.row}
    assert [cell.row_span for cell in cells.values()] == spans
    assert {b.fill for b in cells.values()} == {"#CCD9E6"}


def _lanes(*, bars: bool) -> Sheet:
    """Two ruled lanes with a name each and two texts beside bars, or without the bars."""
    sheet = Sheet()
    for x in (60, 200, 860):
        sheet.rule(x, 100, x, 340)
    for y in (100, 220, 340):
        sheet.rule(60, y, 860, y)
    for lane, name in enumerate(("Pasientinnsyn", "Dialog")):
        top = 100 + 120 * lane
        sheet.text(70, top + 60, name)
        for row in range(2):
            if bars:
                sheet.box(220 + 60 * row, top + 15 + 50 * row, 160, 24, "0.2 0.5 0.7")
            sheet.text(390 + 60 * row, top + 31 + 50 * row, f"Nye skjema {lane}{row}")
    return sheet


def test_lanes_with_bars_in_them_are_the_paper_of_a_plan(tmp_path: Path) -> None:
    assert not any(b.table for b in blocks_of(tmp_path, _lanes(bars=True)))
    assert any(b.table for b in blocks_of(tmp_path, _lanes(bars=False)))


def test_runs_of_painted_cells_in_a_printed_sheet_are_cells(tmp_path: Path) -> None:
    sheet = Sheet()
    for row, (first, last) in enumerate(((0, 3), (1, 4), (2, 4))):
        top = 140 + 30 * row
        sheet.box(260 + 100 * first, top, 100 * (last - first), 30, "0.4 0.7 0.6")
        sheet.text(66, top + 20, f"Felles kalender {row}")
    for y in range(110, 231, 30):
        sheet.rule(60, y, 660, y)
    for x in (60, 260, 360, 460, 560, 660):
        sheet.rule(x, 110, x, 230)
    for column, text in enumerate(("Q1", "Q2", "Q3", "Q4")):
        sheet.text(270 + 100 * column, 130, text)
    sheet.text(66, 130, "Tiltak")
    painted = [(b.row, b.column) for b in blocks_of(tmp_path, sheet) if b.table and b.fill]
    assert painted == [(1, 1), (1, 2), (1, 3), (2, 2), (2, 3), (2, 4), (3, 3), (3, 4)]


def _ruled(heights: tuple[int, ...]) -> Sheet:
    sheet = Sheet()
    for y in heights:
        sheet.rule(60, y, 640, y)
    for x in COLUMNS:
        sheet.rule(x, heights[0], x, heights[-1])
    return sheet


def test_one_row_on_the_next_page_goes_on_with_the_table(tmp_path: Path) -> None:
    first = fill_in(_ruled((100, 130, 160, 190, 220)))
    rest = _ruled((60, 90)).text(66, 79, "Felles kodeverk").text(306, 79, "FHI").text(506, 79, "2028")
    blocks = blocks_of(tmp_path, first, rest)
    assert [(b.table, b.text) for b in blocks if b.page == 2 and b.text] == [
        ("p2/t1", "Felles kodeverk"),
        ("p2/t1", "FHI"),
        ("p2/t1", "2028"),
    ]


def test_a_footer_right_below_bands_is_no_row(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in (0, 2):
        for x0, x1 in pairwise(COLUMNS):
            sheet.box(x0, 100 + 30 * row, x1 - x0, 30, "0.9 0.9 0.95")
    for row, line in enumerate(ROWS[:3]):
        for column, text in enumerate(line.split("|")):
            sheet.text(COLUMNS[column] + 6, 100 + 30 * row + 19, text)
    sheet.text(20, 208, "Personvern og informasjonskapsler")
    assert {b.row for b in blocks_of(tmp_path, sheet) if b.table} == {0, 1, 2}


def test_a_table_whose_cells_hold_dots_beside_a_text(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in range(4):
        sheet.rule(60, 100 + 30 * row, 640, 100 + 30 * row)
    for x in COLUMNS:
        sheet.rule(x, 100, x, 190)
    for column, text in enumerate(("Tjeneste", "Sagene", "Alna")):
        sheet.text(COLUMNS[column] + 6, 119, text)
    for row in (1, 2):
        sheet.text(66, 119 + 30 * row, f"Elektronisk lås {row}")
        for x in (390, 560):
            sheet.circle(x, 115 + 30 * row, 8, "0.1 0.7 0.3")
    assert told(blocks_of(tmp_path, sheet))[2, 0] == "Elektronisk lås 2"


def test_ruled_tables_of_one_width_stay_apart(tmp_path: Path) -> None:
    sheet = Sheet()
    for top, columns in ((100, (60, 350, 640)), (260, (60, 250, 450, 640))):
        for x0, x1 in pairwise(columns):
            sheet.box(x0, top, x1 - x0, 25, "0.85 0.9 0.95")
        for y in range(top, top + 76, 25):
            sheet.rule(60, y, 640, y)
        for x in columns:
            sheet.rule(x, top, x, top + 75)
        for row in range(3):
            for column, x in enumerate(columns[:-1]):
                sheet.text(x + 6, top + 25 * row + 17, f"r{row}c{column}")
    sheet.text(66, 240, "Budsjett", size=16)
    blocks = blocks_of(tmp_path, sheet)
    assert [b.table for b in blocks if b.text == "Budsjett"] == [""]
    assert sorted({b.table for b in blocks if b.table}) == ["p1/t1", "p1/t2"]
    assert {(b.row, b.column) for b in blocks if b.table == "p1/t1"} == {(r, c) for r in range(3) for c in range(2)}


def test_a_key_of_colours_is_a_table(tmp_path: Path) -> None:
    sheet = Sheet()
    for row, (word, colour) in enumerate((("Ferdig", "0.7 0.7 0.7"), ("Planlagt", "0 0.7 0.9"))):
        sheet.box(60, 100 + 25 * row, 200, 25, colour).text(270, 117 + 25 * row, word)
    for y in (100, 125, 150):
        sheet.rule(60, y, 460, y)
    for x in (60, 260, 460):
        sheet.rule(x, 100, x, 150)
    blocks = blocks_of(tmp_path, sheet)
    assert told(blocks) == {(0, 1): "Ferdig", (1, 1): "Planlagt"}
    assert [(b.row, b.column, b.fill) for b in blocks if b.table and b.fill] == [(0, 0, "#B3B3B3"), (1, 0, "#00B3E6")]


def test_a_sign_drawn_apart_stands_in_the_blank_left_for_it(tmp_path: Path) -> None:
    sheet = Sheet().text(110, 100, "+").text(60, 100, "ferdig klar", extra="0 Tr 60 Tw")
    assert [b.text for b in blocks_of(tmp_path, sheet)] == ["ferdig + klar"]


def test_a_page_whose_text_lies_on_its_side_is_read_upright(tmp_path: Path) -> None:
    sheet = Sheet(540, 960)
    for row, line in enumerate(ROWS):
        for column, text in enumerate(line.split("|")):
            sheet.text(100 + 30 * row, 900 - COLUMNS[column], text, matrix="0 1 -1 0")
    page = next(iter(READER.open(make_pdf(tmp_path / "a.pdf", sheet), Limits(ocr=False)).pages()))
    assert page.width > page.height
    words = {b.text: b.box for b in page.blocks if b.text}
    first, second = words["Felles journal"], words["Timebestilling"]
    assert first is not None
    assert second is not None
    assert first.width > first.height
    assert first.y0 < second.y0


def test_rules_left_out_beside_a_merged_cell_are_drawn_on(tmp_path: Path) -> None:
    sheet = Sheet()
    for y in (100, 130, 190, 220):
        sheet.rule(60, y, 640, y)
    sheet.rule(300, 160, 640, 160)
    for x in (60, 640):
        sheet.rule(x, 100, x, 220)
    for x in (300, 500):
        sheet.rule(x, 100, x, 160).rule(x, 190, x, 220)  # none beside the second row of the merged cell
    for (x, y), text in {
        (66, 119): "Eier", (306, 119): "Tiltak", (506, 119): "Frist", (66, 149): "HN", (306, 149): "Timebok",
        (506, 149): "2026", (306, 179): "Tolk", (506, 179): "2027", (66, 209): "HV", (306, 209): "Chat",
        (506, 209): "2028",
    }.items():  # fmt: skip
        sheet.text(x, y, text)
    blocks = blocks_of(tmp_path, sheet)
    assert told(blocks) == {
        (0, 0): "Eier", (0, 1): "Tiltak", (0, 2): "Frist", (1, 0): "HN", (1, 1): "Timebok", (1, 2): "2026",
        (2, 1): "Tolk", (2, 2): "2027", (3, 0): "HV", (3, 1): "Chat", (3, 2): "2028",
    }  # fmt: skip
    assert next(b.row_span for b in blocks if b.text == "HN") == 2


BARE = (
    "Nr|Prosjektnavn|Eier|Sluttdato",
    "1|Felles arkiv|HN|2027-03-31",
    "2|Utfasing av faks|HV|2026-02-28",
    "3|Chat|HN|2028",
)


def _bare(rows: tuple[str, ...]) -> Sheet:
    sheet = Sheet()
    for row, line in enumerate(rows):
        for x, text in zip((60, 90, 300, 420), line.split("|"), strict=True):
            sheet.text(x, 120 + 22 * row, text)
    return sheet


def test_a_printed_sheet_without_any_rules(tmp_path: Path) -> None:
    sheet = _bare(BARE).text(60, 300, "Tallene er fra mars.")
    blocks = blocks_of(tmp_path, sheet)
    assert told(blocks) == {(r, c): text for r, line in enumerate(BARE) for c, text in enumerate(line.split("|"))}
    assert [b.text for b in blocks if not b.table] == ["Tallene er fra mars."]


def test_columns_of_text_without_headings_of_measures_are_no_table(tmp_path: Path) -> None:
    assert not any(b.table for b in blocks_of(tmp_path, _bare(("Nord|Vest|2026|2027", *BARE[1:]))))


def test_boxes_of_a_time_axis_that_touch_are_no_table(tmp_path: Path) -> None:
    sheet = Sheet().box(60, 100, 420, 30, "0.1 0.2 0.5").box(480, 100, 420, 30, "0.1 0.2 0.5")
    sheet.text(250, 119, "2026", colour="1 1 1").text(670, 119, "2027", colour="1 1 1")
    for column in range(8):
        sheet.box(60 + 105 * column, 130, 105, 26, "0.9 0.9 0.95").text(100 + 105 * column, 147, f"Q{column % 4 + 1}")
    assert not told(blocks_of(tmp_path, sheet))


def test_a_year_set_smaller_behind_a_bullet_belongs_to_it(tmp_path: Path) -> None:
    sheet = Sheet()
    for number, line in enumerate(("Heimesjukehus for barn", "Intravenøs behandling")):
        sheet.text(60, 150 + 60 * number, "-", 15).text(74, 150 + 60 * number, line, 15)
        sheet.text(74, 168 + 60 * number, f"(202{number + 6}-2029)", 12, colour="0.5 0.5 0.5")
    texts = [" ".join(block.text.split()) for block in blocks_of(tmp_path, sheet)]
    assert texts == ["Heimesjukehus for barn (2026-2029)", "Intravenøs behandling (2027-2029)"]


def test_a_dash_before_the_second_line_of_a_centred_text_is_no_bullet(tmp_path: Path) -> None:
    sheet = Sheet().box(100, 100, 200, 80, "0.9 0.9 0.9").text(130, 130, "Felles kommunal journal", 13)
    sheet.text(160, 148, "- sluttrapport", 13)
    texts = [" ".join(block.text.split()) for block in blocks_of(tmp_path, sheet) if block.text]
    assert texts == ["Felles kommunal journal - sluttrapport"]


def test_lists_side_by_side_part_where_their_bullets_stand(tmp_path: Path) -> None:
    sheet = Sheet()
    rows = (
        ("Felles responssenter", "Medisindispensar"),
        ("Digitalt tilsyn", "Heimeoppfølging"),
        ("Sensorar", "Velferd"),
    )
    for number, (left, right) in enumerate(rows):
        y = 150 + 30 * number
        sheet.text(60, y, "l", 10, extra="").text(72, y, left, 14)
        sheet.text(212, y, "l", 10).text(224, y, right, 14)
    sheet.commands = [c.replace("/F1 10 Tf", "/F3 10 Tf") for c in sheet.commands]
    texts = [block.text for block in blocks_of(tmp_path, sheet) if block.text.strip()]
    assert sorted(texts) == sorted(name for row in rows for name in row)
