"""Tables of weeks, sprints and stages: their columns, their rows, and the lists of tasks in their cells."""

from dataclasses import replace
from pathlib import Path

import pytest

from extract.layout.counted_columns import week_labels
from extract.layout.headers import read_header
from extract.layout.tables import tables_of
from extract.recognisers.tables import recognise_tables
from tests.extract.recognisers.pages import deck, slide, table
from tests.extract.recognisers.word_support import read_word
from veikart.core.records import Field
from veikart.core.vocabulary import load_vocabulary

LISTED = [
    ["Uke", "Oppgaver"],
    ["1", "Rydde lageret\nMerke hyllene"],
    ["2", "Flytte bøkene\nKjøpe lamper\nPilot"],
    ["3", "Åpne lesesalen"],
]


@pytest.mark.parametrize(
    ("first", "counted"),
    [
        (["", "Uke 1", "Uke 2", "Uke 3"], "Uke 1 – Uke 2"),
        (["Oppgave", "Sprint 1", "Sprint 2", "Sprint 3"], "Sprint 1 – Sprint 2"),
        (["Aktivitet / uke", "51", "52", "1"], "Uke 51 – Uke 52"),
        (["Aktivitet", "jan", "feb", "mars"], "jan – feb"),
    ],
)
def test_rows_ticked_off_under_counted_columns(first: list[str], counted: str, tmp_path: Path) -> None:
    rows = [first, ["Rydde lageret", "x", "x", ""], ["Merke hyllene", "", "", "x"]]
    found = read_word(["# Plan for arkivet", rows], tmp_path)
    assert list(found) == ["Rydde lageret", "Merke hyllene"]
    assert found["Rydde lageret"].value(Field.PERIOD_TEXT) == counted
    assert found["Rydde lageret"].value(Field.PERIOD_START) == ""


def test_weeks_are_of_the_year_that_the_heading_tells(tmp_path: Path) -> None:
    rows = [["Uke", "10", "11", "12"], ["Rydde lageret", "", "x", "x"], ["Merke hyllene", "x", "", ""]]
    found = read_word(["# Fremdriftsplan 2027", rows], tmp_path)["Rydde lageret"]
    assert (found.value(Field.PERIOD_START), found.value(Field.PERIOD_END)) == ("2027-03-15", "2027-03-28")


@pytest.mark.parametrize(
    "row", [["Antall", "10", "11", "12"], ["Uke", "10", "12", "16"], ["Uke", "60", "61", "62"], ["Uke", "10", "ja", ""]]
)
def test_other_numbers_are_no_weeks(row: list[str]) -> None:
    page = slide(table([row, ["Lager", "1", "2", "3"]]))
    assert week_labels(tables_of(page, deck(page))[0], 0) == {}


def test_quarters_without_a_year_are_counted_columns() -> None:
    page = slide(table([["", "Q1", "Q2"], ["Lager", "x", ""]]))
    header = read_header(tables_of(page, deck(page))[0], load_vocabulary(None))
    assert [head.counted for head in header.heads] == [False, True, True]


def test_each_task_of_a_week_is_dated_by_it(tmp_path: Path) -> None:
    found = read_word(["# Arbeidsplan", LISTED], tmp_path)
    assert {title: record.value(Field.PERIOD_TEXT) for title, record in found.items()} == {
        "Rydde lageret": "Uke 1", "Merke hyllene": "Uke 1", "Flytte bøkene": "Uke 2", "Kjøpe lamper": "Uke 2",
        "Åpne lesesalen": "Uke 3",
    }  # fmt: skip


def test_a_line_with_others_further_in_is_their_stage() -> None:
    rows = [
        ["Uke", "Oppgaver"],
        ["1", ["Oppsett", "Rydde lageret", "Merke hyllene"]],
        ["2", ["Flytting", "Bære bøkene", "Kjøpe lamper"]],
    ]
    blocks = table(rows)
    inner = {"Rydde lageret", "Merke hyllene", "Bære bøkene", "Kjøpe lamper"}
    moved = [replace(b, box=b.box._replace(x0=b.box.x0 + 0.05)) if b.box and b.text in inner else b for b in blocks]
    page = slide(moved)
    claim = recognise_tables(page, deck(page))
    assert claim is not None
    told = {d.title: next(s.value for s in d.statements if s.field is Field.GROUP) for d in claim.drafts}
    assert told == {
        "Rydde lageret": "Oppsett", "Merke hyllene": "Oppsett", "Bære bøkene": "Flytting", "Kjøpe lamper": "Flytting",
    }  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [["Uke", "Besøk"], ["1", "240"], ["2", "310"], ["3", "280"]],
        [["Måned", "Q1", "Q2", "Q3"], ["Besøk", "240", "310", "280"], ["Utlån", "90", "80", "70"]],
        [["Hva", "Sannsynlighet (1-5)", "Konsekvens"], ["Sykdom i gruppa", "3", "Stor"], ["Tyveri", "1", "Stor"]],
        [["Uke", "Vakt"], ["1", "Kari Nordmann"], ["2", "Ola Hansen"], ["3", "Per Olsen"]],
    ],
)
def test_figures_and_shifts_by_week_are_no_plan(rows: list[list[str]], tmp_path: Path) -> None:
    assert read_word(["# Om arkivet", rows], tmp_path) == {}


WEIGHED = [["Grensesnitt", "SP"], ["Søk i arkivet", "5"], ["Innlogging", "1/2"], ["Felles meny", "3"]]


def test_rows_weighed_by_their_work_are_measures_of_a_plan(tmp_path: Path) -> None:
    found = read_word(["# Arbeidsplan", "## Oversikt over arbeidsplanen", WEIGHED], tmp_path)
    assert {title: record.value(Field.GROUP) for title, record in found.items()} == {
        "Søk i arkivet": "Grensesnitt", "Innlogging": "Grensesnitt", "Felles meny": "Grensesnitt",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        ("# Undervisning", [["Emne", "Antall timer"], ["Norsk", "5"], ["Historie", "2"], ["Kroppsøving", "3"]]),
        ("# Arbeidsplan", [["Grensesnitt", "SP"], ["Søk i arkivet", "kommer"], ["Innlogging", "senere"]]),
    ],
)
def test_hours_outside_of_a_plan_and_words_are_none(heading: str, rows: list[list[str]], tmp_path: Path) -> None:
    assert read_word([heading, rows], tmp_path) == {}
