"""The workbook, read back by another library."""

import io
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from export import cells
from export.cells import clean, real_date
from export.csv_files import machine_csv
from export.rows import Content
from export.schema import ALL, DELTA, MEASURES, RECORDS
from export.stamp import Stamp, facts
from export.workbook import workbook
from tests.export.material import extraction, measure, outcome, record, sample

STAMP = Stamp("Prøve", "1.0", "Intern", "0123")


def book(*, language: str = "nb", title: str | None = None) -> Workbook:
    extractions, found = sample()
    if title is not None:
        mention = record("r1", "plan.pdf", title, aliases=[title], description=title)
        extractions = [extraction("plan.pdf", mention)]
        found = outcome(measure("m1", title, mention, group=title))
    content, stamp = Content(extractions, found), replace(STAMP, language=language, title=title or "Prøve")
    tables = {table.name: machine_csv(table, () if table is DELTA else content.rows(table)) for table in ALL}
    data = workbook(tables, list(facts(content, stamp)), stamp)
    return load_workbook(io.BytesIO(data))


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(["=", "+", "-", "@", "http://", "<b>", "<r>&</i>", "{=", "internal:", ""]), st.text(min_size=1))
def test_no_text_becomes_a_formula_a_number_or_a_link(start: str, text: str) -> None:
    found = book(title=start + text + "x")
    for sheet in found.worksheets:
        for row in sheet.iter_rows():
            assert {cell.data_type for cell in row} <= {"s", "n"}
    name = found["Tiltak"].cell(2, MEASURES.place("name") + 1)
    assert name.data_type == "s"
    assert name.hyperlink is None


@pytest.mark.parametrize("title", ["<r>& <b></r>", "<r><t>fet</t></r>", "<r></r>\x01"])
def test_markup_of_the_library_is_text(title: str) -> None:
    name = book(title=title)["Tiltak"].cell(2, MEASURES.place("name") + 1)
    assert name.value == clean(title)


def test_sheets_codes_and_words() -> None:
    found = book()
    assert found.sheetnames[:3] == ["Lesmeg", "Tiltak", "Omtaler"]
    header, first = ([cell.value for cell in row] for row in found["Tiltak"].iter_rows(max_row=2))
    assert header == [*MEASURES.header, "status_label"]
    told = dict(zip(header, first, strict=True))
    assert (told["status"], told["status_label"]) == ("planned", "planlagt")
    assert told["period_start"] == datetime(2025, 1, 1)
    assert book(language="en").sheetnames[:3] == ["Read me", "Measures", "Records"]


def test_every_sheet_prints_one_page_wide_and_names_the_sensitivity() -> None:
    found = book()
    for sheet in found.worksheets:
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter is not None
        assert "Intern" in str(sheet.oddFooter.left and sheet.oddFooter.left.text)
    assert found.properties.keywords == "Intern"
    assert "Intern" in {cell.value for cell in found["Lesmeg"]["B"]}


def test_links_lead_to_the_page_and_to_the_measure() -> None:
    sheet = book()["Omtaler"]
    document = sheet.cell(2, RECORDS.place("document") + 1).hyperlink
    measure_ = sheet.cell(2, RECORDS.place("measure_id") + 1).hyperlink
    assert document is not None
    assert measure_ is not None
    target = str(document.target).replace("\\", "/")  # XlsxWriter turns the strokes; Excel and LibreOffice take both
    assert (target, document.location) == ("../raw/a%20b/plan%20%C3%A6.pdf", "page=1")
    assert measure_.location == "'Tiltak'!A2"


def test_links_end_before_excel_refuses_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "LINKS", 1)
    sheet = book()["Omtaler"]
    assert sum(cell.hyperlink is not None for row in sheet.iter_rows() for cell in row) == 1
    assert [cell.value for cell in sheet["C"]][1:] == ["a b/plan æ.pdf", "a b/plan æ.pdf", "notat.docx"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x00b\x0bc\x1fd", "abcd"),
        ("to\nlinjer\t", "to\nlinjer\t"),
        ("\ud800kø\ufffe", "kø"),
        ("x" * 32_767, "x" * 32_767),
        ("x" * 32_768, "x" * 32_766 + "…"),
        ("😀" * 20_000, "😀" * 16_383 + "…"),
        ("<r><t>fet</t></r>", "<r><t>fet</t></r> "),
        ("<r>\x00</r>", "<r></r> "),
    ],
)
def test_text_that_excel_cannot_hold_is_cut_or_cleaned(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "day"), [("2025-02-28", datetime(2025, 2, 28)), ("1850-01-01", None), ("2025-02", None), ("kø", None)]
)
def test_real_dates(text: str, day: datetime | None) -> None:
    assert real_date(text) == day
