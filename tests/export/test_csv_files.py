import csv
import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from export.csv_files import excel_csv, guarded, machine_csv
from export.delta import read_rows
from export.rows import Content
from export.schema import DELTA, MEASURES, Row
from tests.export.material import sample

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"), min_size=1)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_machine_values_come_back_as_they_were(values: list[str]) -> None:
    rows: list[Row] = [["measures", value, value, "changed", None, None, None] for value in values]
    back = read_rows(machine_csv(DELTA, rows))
    assert [row["name"] for row in back] == values


def test_a_carriage_return_does_not_end_a_row() -> None:
    (row,) = read_rows(machine_csv(DELTA, [["measures", "k", "one\rtwo\r\nthree\x00", "changed", None, None, None]]))
    assert row["name"] == "one\ntwo\nthree"


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\n", ""]))
def test_a_spreadsheet_runs_no_cell(text: str, start: str) -> None:
    rows: list[Row] = [["measures", "k", start + text, "changed", None, None, None]]
    data = excel_csv(DELTA, rows).decode("utf-8-sig")
    cells = list(csv.reader(io.StringIO(data, newline=""), delimiter=";"))
    assert not cells[1][2].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_the_excel_profile_is_the_norwegian_one() -> None:
    extractions, outcome = sample()
    outcome = replace(outcome, measures=(replace(outcome.measures[0], name="-kø"),))
    data = excel_csv(MEASURES, Content(extractions, outcome).rows(MEASURES))
    assert data.startswith(b"\xef\xbb\xbfmeasure_id;name;")
    assert "\r\nm1;'-kø;".encode() in data


def test_what_is_harmless_is_left_alone() -> None:
    assert guarded("Kø (2.0)") == "Kø (2.0)"
