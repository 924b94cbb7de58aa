"""The review workbook as a file: text stays text, whatever documents say, and what was filled in is read back."""

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from export.review_workbook import ANSWERS, PAIRS, VALUES, PairRow, Sheets, ValueRow, review_workbook
from export.review_workbook_reading import annotate, read_review_workbook
from veikart.core.messages import LANGUAGES

TEXT = st.one_of(
    st.sampled_from(['=HYPERLINK("http://evil.example")', "+1", "-1", "@x", "\t=1", "\x00", "{=1}"]), st.text()
)


def sheets(text: str, options: tuple[str, ...] = ()) -> Sheets:
    pair = PairRow(1, text, text, text, text, text, text, None, "c1", "r1", "r2", "seen")
    value = ValueRow(2, text, text, text, text, options, "c2", "r3", "period", "seen")
    return Sheets("run", [pair], [value], [(text,) * 6], [(text,) * 4], sensitivity="A & B")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT, st.lists(TEXT, max_size=3))
def test_text_never_becomes_a_formula_or_a_link(text: str, options: list[str]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(review_workbook(sheets(text, tuple(options)), "nb")))
    cells = [c for sheet in book.worksheets for row in sheet.iter_rows() for c in row if c.value is not None]
    assert {c.data_type for c in cells} <= {"s", "n"}
    assert not any(c.hyperlink for c in cells)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_is_read_back(tmp_path: Path, language: str) -> None:
    file = tmp_path / "review.xlsx"
    file.write_bytes(review_workbook(sheets("x"), language))
    assert read_review_workbook(file).answers == ()
    book = openpyxl.load_workbook(file)
    for sheet, name in zip(book.worksheets[1:], (PAIRS, VALUES), strict=False):
        keys = {cell.value: cell.column for cell in sheet[1]}
        for key in ANSWERS[name]:
            sheet.cell(3, keys[key], f" {key}\n answer ")
    book.save(file)
    filled = read_review_workbook(file)
    assert filled.run == "run"
    assert [(a.sheet, a.row) for a in filled.answers] == [(PAIRS, 3), (VALUES, 3)]
    for answer in filled.answers:
        assert all(answer[key] == f"{key} answer" for key in ANSWERS[answer.sheet])
    assert filled.answers[0]["left_record"] == "r1"
    assert filled.answers[1]["field"] == "period"


def test_sorted_rows_keep_their_ids(tmp_path: Path) -> None:
    rows = [PairRow(n, f"q{n}", "", "", "", "", "", n, f"c{n}", f"l{n}", f"r{n}", "") for n in range(3)]
    file = tmp_path / "review.xlsx"
    file.write_bytes(review_workbook(Sheets("run", rows, [], [], []), "nb"))
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[1]
    keys = {cell.value: cell.column for cell in sheet[1]}
    content = [[c.value for c in row] for row in sheet.iter_rows(min_row=3)]
    for place, row in enumerate(reversed(content), start=3):
        for column, value in enumerate(row, start=1):
            sheet.cell(place, column, value)
    sheet.cell(3, keys["verdict"], "samme")
    book.save(file)
    (answer,) = read_review_workbook(file).answers
    assert (answer["conflict"], answer["left_record"]) == ("c2", "l2")


def test_a_fate_is_text_in_the_copy(tmp_path: Path) -> None:
    file = tmp_path / "review.xlsx"
    file.write_bytes(review_workbook(sheets("x"), "nb"))
    book = openpyxl.load_workbook(io.BytesIO(annotate(file, {(PAIRS, 3): "=1+1"}, "Status")))
    cell = book.worksheets[1].cell(3, book.worksheets[1].max_column)
    assert (cell.value, cell.data_type) == ("=1+1", "s")
