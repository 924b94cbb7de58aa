"""What is no measure on a flattened page, and pages that say that they are plans."""

from pathlib import Path

import pytest

from extract.recognisers.flat.cells import headings_on, is_amount, statuses_on
from tests.extract.recognisers.flat_support import read
from veikart.core.records import Field, Status
from veikart.core.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
PAGE = "\f"


@pytest.mark.parametrize(
    ("line", "statuses"),
    [
        ("Planlegges", [Status.PLANNED]),
        ("P Planlegges", [Status.PLANNED]),
        ("✓ ferdig ▶ under arbeid ○ planlagt", [Status.DONE, Status.ONGOING, Status.PLANNED]),
        ("Planlagt innsjekk på mobil", []),
        ("Digital innsjekk", []),
    ],
)
def test_lines_of_statuses(line: str, statuses: list[Status]) -> None:
    assert statuses_on(line, VOCABULARY) == statuses


@pytest.mark.parametrize(
    ("line", "concepts"),
    [("Ansvarlig", ["owner"]), ("Tiltak Ansvarlig Status", ["measure", "owner", "status"]), ("Tiltak for barn", [])],
)
def test_lines_of_column_headings(line: str, concepts: list[str]) -> None:
    assert headings_on(line, VOCABULARY) == concepts


@pytest.mark.parametrize(
    ("text", "amount"),
    [("27 mill.", True), ("3,1 %", True), ("200 000 kr", True), ("24/7-vakt", False), ("Uke 3", False)],
)
def test_amounts(text: str, amount: bool) -> None:
    assert is_amount(text) is amount


TABLE = """Oversikt

Tiltak

Ansvarlig

Status

Felles timebok

Digital innsjekk

Trygg deling av bilder

Varsel før avtale

Helse Vest

Helse Nord

Helse Vest

Helse Nord

Pågår

Planlagt

Pågår

Planlagt

Avventer anbud

Avventer anbud
"""


def test_a_table_read_column_by_column_gives_its_titles_alone(tmp_path: Path) -> None:
    found = read(TABLE, tmp_path)
    assert found.titles == ["Felles timebok", "Digital innsjekk", "Trygg deling av bilder", "Varsel før avtale"]
    assert set(found.told(Field.OWNERS).values()) == {""}
    assert set(found.told(Field.STATUS).values()) == {""}


def test_a_table_of_persons_gives_nothing(tmp_path: Path) -> None:
    lines = ["Kontakter", "Navn", "Ansvar", "Rolle", "Kari Lunde", "Ola Brekke", "Siv Nordmo", "Per Dahl"]
    assert read("\n\n".join(lines), tmp_path).titles == []


@pytest.mark.parametrize("heading", ["Publikasjoner", "Årshjul for planen", "Kurs i høst"])
def test_other_pages_with_dates_give_nothing(heading: str, tmp_path: Path) -> None:
    lines = [heading, "Søvn og helse", "2024", "Smerte hos eldre", "2025", "Fall i hjemmet", "2026", "Uro om natta"]
    assert read("\n\n".join(lines), tmp_path).titles == []


def test_bullets_below_phases(tmp_path: Path) -> None:
    text = (
        "Tre steg\n\nBygge (2026)\n\nBruke (2027–2028)\n\nHjemme\n\n• Felles timebok\n• Digital innsjekk\n\n• Ny logg\n"
    )
    assert read(text, tmp_path).titles == ["Felles timebok", "Digital innsjekk", "Ny logg"]


def test_bullets_that_begin_with_a_period(tmp_path: Path) -> None:
    text = "Snart her\n\n• Mars 2026: Felles timebok\n• Mai 2026: Digital innsjekk\n• Juni 2027: Ny logg\n"
    found = read(text, tmp_path)
    assert [record.name for record in found.records] == ["Felles timebok", "Digital innsjekk", "Ny logg"]
    assert found.records[0].value(Field.PERIOD_START) == "2026-03-01"


LABELLED = f"""Agenda

• 09.00 Velkommen

{PAGE}Bakgrunn

Vi skal levere mer.

{PAGE}Reisen videre

2026

2027

2028

Pasient

Felles timebok

Digital innsjekk

Klinikk

Trygg deling av bilder

Varsel før avtale

Ny logg for innsyn
"""


def test_titles_of_pages_and_labels_of_rows_are_no_measures(tmp_path: Path) -> None:
    titles = ["Felles timebok", "Digital innsjekk", "Trygg deling av bilder", "Varsel før avtale", "Ny logg for innsyn"]
    assert read(LABELLED, tmp_path).titles == titles


def test_logos_on_every_page_are_no_measures(tmp_path: Path) -> None:
    pages = LABELLED.split(PAGE)
    with_logo = PAGE.join(page.replace("\n\n", "\n\nNORDLYSET\n\n", 1) for page in pages)
    assert read(with_logo, tmp_path).titles == read(LABELLED, tmp_path).titles


def test_the_issuer_owns_only_what_the_title_calls_its_own(tmp_path: Path) -> None:
    body = f"{PAGE}Veikart\n\n2026\n\n2027\n\n2028\n\nFelles timebok\n\nDigital innsjekk\n\nNy logg\n\nTrygg deling\n"
    alone = read(f"Plan for tjenestene\n\nHelse Nord\n{body}", tmp_path, "HN")
    named = read(f"Digitale tjenester i Helse Nord\n{body}", tmp_path, "HN")
    assert set(alone.told(Field.OWNERS).values()) == {""}
    assert named.told(Field.OWNERS)["Digital innsjekk"] == "HN"


def test_needs_and_measures_column_by_column_are_not_read_as_rows(tmp_path: Path) -> None:
    heads = ["Hva henger sammen", "Overordnet behov", "Tilhørende tiltak", "Beskrivelse"]
    titles = ["Oversikt over avtaler", "Trygg hjemreise", "Felles timebok", "Digital innsjekk", "Varsel før avtale"]
    assert read("\n\n".join(heads + titles), tmp_path).titles == titles


def test_an_axis_shows_a_plan_below_a_heading_that_sums_up(tmp_path: Path) -> None:
    titles = ["Felles timebok", "Digital innsjekk", "Ny logg for innsyn", "Varsel før avtale"]
    assert read("\n\n".join(["Veien videre", "2026", "2027", "2028", *titles]), tmp_path).titles == titles
