"""Flattened pictures, columns, boards and dissolved tables."""

from pathlib import Path

import pytest

from extract.claims import Use
from tests.extract.recognisers.flat_support import read
from veikart.core.records import Field, LinkKind, Role

PICTURE = """Innsjekk på mobil

2025

Felles kalender for_
poliklinikkene

2025-26 2027

Digital resept

Video i akuttkjeden

Veikart for digitale tjenester – Helse Nord

2025 2026 2027 →

Tegnforklaring:

Hovedaktivitet

Grønn tekst – startet

Oppdatert 3. mars 2025
"""


def test_boxes_of_a_picture_are_measures(tmp_path: Path) -> None:
    found = read(PICTURE, tmp_path)
    assert found.titles == [
        "Innsjekk på mobil",
        "Felles kalender for poliklinikkene",
        "Digital resept",
        "Video i akuttkjeden",
    ]
    assert set(found.told(Field.OWNERS).values()) == {"HN"}
    assert set(found.told(Field.STATUS).values()) == {""}


def test_captions_tell_periods_where_the_axis_is_whole(tmp_path: Path) -> None:
    found = read(PICTURE, tmp_path)
    assert found.one("Innsjekk på mobil").value(Field.PERIOD_START) == "2025-01-01"
    assert found.one("Felles kalender for poliklinikkene").value(Field.PERIOD_END) == "2027-12-31"
    assert found.one("Digital resept").value(Field.PERIOD_TEXT) == ""


def test_a_strewn_axis_tells_no_period(tmp_path: Path) -> None:
    strewn = PICTURE.replace("2025 2026 2027 →\n", "").replace("2025-26 2027", "2026\n\n2025") + "\n2027\n"
    found = read(strewn, tmp_path)
    assert "Innsjekk på mobil" in found.titles
    assert set(found.told(Field.PERIOD_TEXT).values()) == {""}


def test_what_is_no_box_has_a_use(tmp_path: Path) -> None:
    uses = {use for use, _ in read(PICTURE, tmp_path).uses.values()}
    assert {Use.AXIS, Use.LEGEND, Use.PERIOD, Use.HEADING, Use.RECORD} <= uses


COLUMNS = """Utvikling av tjenester
2025 2026-2027 Lenger sikt

• Trygghetsalarm på mobil
• Kurs for nye_
foreldre

• Felles journal (under vurdering)
• Måledata hjemmefra
"""


def test_bullets_below_a_flattened_axis_have_no_period(tmp_path: Path) -> None:
    found = read(COLUMNS, tmp_path)
    assert found.titles[:2] == ["Trygghetsalarm på mobil", "Kurs for nye foreldre"]
    assert len(found.titles) == 4
    assert set(found.told(Field.PERIOD_TEXT).values()) == {""}
    assert found.one("Felles journal (under vurdering)").value(Field.STATUS) == "under_consideration"
    assert len({record.listing for record in found.records}) == 2  # a cell each


def test_bullets_below_a_year_have_that_year(tmp_path: Path) -> None:
    text = "Utvikling\n2025\n• Alarm på mobil\n• Innsjekk hjemme\n2026\n• Felles journal\n2027 →\n• Måledata\n"
    found = read(text, tmp_path)
    starts = [record.value(Field.PERIOD_START)[:4] for record in found.records]
    assert starts == ["2025", "2025", "2026", "2027"]
    assert found.one("Måledata").value(Field.PERIOD_END) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Nøkkeltall\n2023 2024 2025\nAntall brukere\n12 000\nAntall meldinger\n3 400\nAndel på nett\n45 %\n",
        "Bruk av tjenesten\n2023 2024 2025\nInnlogginger\n12 000\nMeldinger\n3 400\nVideomøter\n900\nResepter\n80\n",
        "Agenda\n\n• Velkommen\n• Status\n• Eventuelt\n",
        "Deltakere\n\nKari Nordmann, Helse Nord\n\nOla Hansen, NHN\n\nPer Olsen, KS\n",
        "Fysioterapeuter\n\nFastleger\n\nTannleger\n\nJordmødre\n\nHelsestasjoner\n\nSykehjem\n\nHjemmetjenester\n",
        "Hva har skjedd\n\n• Feilen ble funnet klokken ni\n• Vi har startet tjenesten på nytt\n• Alt er normalt\n",
    ],
)
def test_other_pages_hold_no_measures(text: str, tmp_path: Path) -> None:
    assert read(text, tmp_path).titles == []


def test_a_picture_without_axis_is_known_by_its_titles(tmp_path: Path) -> None:
    other = (
        "\f\nInnsjekk på mobil\n\nDigital resept\n\nNy portal\n\nSterk innlogging\n\nKurs på nett\n\nHjelp på chat\n"
    )
    found = read(PICTURE + other, tmp_path)
    assert {"Ny portal", "Sterk innlogging", "Kurs på nett", "Hjelp på chat"} <= set(found.titles)
    assert read(other, tmp_path).titles == []


CROSSWALK = """Felles Regionale initiativ/prosjekt

Felles journal • Regional journal (HV)
• Journal i nord (HN)
• Ny journal

Time på nett
(Nasjonalt)

• Timebok (HN, HMN)

Skjema for_
poliklinikk • Skjema i portalen (HSØ)
"""


def test_a_crosswalk_binds_its_rows(tmp_path: Path) -> None:
    found = read(CROSSWALK, tmp_path)
    commons = [record.title for record in found.records if record.role is Role.COMMON]
    assert commons == ["Felles journal", "Time på nett (Nasjonalt)", "Skjema for poliklinikk"]
    assert found.told(Field.PARENT)["Journal i nord (HN)"] == "Felles journal"
    assert found.told(Field.PARENT)["Timebok (HN, HMN)"] == "Time på nett (Nasjonalt)"
    assert found.told(Field.OWNERS)["Timebok (HN, HMN)"] == "HN; HMN"
    rows = [link for link in found.links if link.kind is LinkKind.CROSSWALK]
    assert len(rows) == 5
    assert all(link.left_record and link.right_record for link in rows)


def test_a_crosswalk_heading_may_stand_on_two_lines(tmp_path: Path) -> None:
    text = "Felles\n\nRegionale tiltak\n\nFelles journal\n\n• Journal i vest (HV)\n\nTime på nett\n\n• Timebok (HN)\n"
    found = read(text, tmp_path)
    assert [record.role for record in found.records] == [Role.COMMON, Role.MEMBER, Role.COMMON, Role.MEMBER]


def test_cards_have_the_status_of_their_column(tmp_path: Path) -> None:
    text = "Portefølje\n\nPlanlagt\nNy journal\nFødejournal på nett\n\nPågår\nElektronisk kurve\n\n"
    text += "Ferdig\nBetaling på mobil\n"
    found = read(text, tmp_path)
    assert found.told(Field.STATUS) == {
        "Ny journal": "planned",
        "Fødejournal på nett": "planned",
        "Elektronisk kurve": "ongoing",
        "Betaling på mobil": "done",
    }


ROWS_ON_LINES = """Oversikt
Tiltak Ansvarlig Oppstart Ferdig Status
Digital innsjekk Helse Vest 2025 2026 Pågår
Felles kalender for_
poliklinikken NHN Q1 2026 Q4 2026 Planlagt
Trygg utskriving HMN 01.03.2025 31.12.2025 Fullført
"""
ROWS_IN_CELLS = """Tiltak
Ansvarlig
Periode
Status

Digital innsjekk
Helse Vest
2025-2026
Pågår

Felles kalender for poliklinikken
NHN
2026
Planlagt

Trygg utskriving
HMN
2025
Fullført
"""


@pytest.mark.parametrize("text", [ROWS_ON_LINES, ROWS_IN_CELLS])
def test_tables_dissolved_into_lines(text: str, tmp_path: Path) -> None:
    found = read(text, tmp_path)
    assert found.titles == ["Digital innsjekk", "Felles kalender for poliklinikken", "Trygg utskriving"]
    assert list(found.told(Field.OWNERS).values()) == ["HV", "NHN", "HMN"]
    assert list(found.told(Field.STATUS).values()) == ["ongoing", "planned", "done"]
    assert [r.value(Field.PERIOD_END)[:4] for r in found.records] == ["2026", "2026", "2025"]


NEED, MEASURE = "Overordnet behov", "Tilhørende tiltak"
TABLES = {
    "tabs": f"Behov eller tiltak\tTiltak\tÅr\n{NEED}\tTrygg hjemreise\t2026-2027\n{MEASURE}\tSjekkliste\t2026\n"
    f"{NEED}\tMåledata\t2027\n",
    "lines": f"Behov eller tiltak Tiltak År\n{NEED} Trygg hjemreise 2026-2027\n{MEASURE} Sjekkliste 2026\n"
    f"{NEED} Måledata 2027\n",
    "cells": f"Behov eller tiltak\nTiltak\nÅr\n{NEED}\nTrygg hjemreise\n2026-2027\n{MEASURE}\nSjekkliste\n2026\n"
    f"{NEED}\nMåledata\n2027\n",
    "columns": f"Behov eller tiltak\n\nTiltak\n\nÅr\n\n{NEED}\n{MEASURE}\n{NEED}\n\nTrygg hjemreise\nSjekkliste\n"
    "Måledata\n\n2026-2027\n2026\n2027\n",
}


@pytest.mark.parametrize("layout", TABLES)
def test_needs_and_their_measures(layout: str, tmp_path: Path) -> None:
    found = read("Helse hjemme side 1\n" + TABLES[layout], tmp_path)
    assert found.titles == ["Trygg hjemreise", "Sjekkliste", "Måledata"]
    assert [record.role for record in found.records] == [Role.NEED, Role.MEASURE, Role.NEED]
    assert found.told(Field.PARENT)["Sjekkliste"] == "Trygg hjemreise"
    assert set(found.told(Field.GROUP).values()) == {"Helse hjemme"}
    assert [r.value(Field.PERIOD_START)[:4] for r in found.records] == ["2026", "2026", "2027"]


def test_columns_of_unlike_length_are_left_alone(tmp_path: Path) -> None:
    text = f"{NEED}\n{MEASURE}\n{NEED}\n\nTrygg hjemreise\nSjekkliste\n\n2026\n2026\n2027\n"
    assert all(record.value(Field.PERIOD_TEXT) == "" for record in read(text, tmp_path).records)


def test_blocks_that_open_with_an_organisation_are_its_own(tmp_path: Path) -> None:
    text = "Veikart\n2025 2026 2027 →\n\nHelse Vest\nNy portal\nVideo hjemme\n\n"
    text += "Helse Nord\nKurve på nett\nDigital resept\n"
    found = read(text, tmp_path)
    assert list(found.told(Field.OWNERS).values()) == ["HV", "HV", "HN", "HN"]
    strewn = read(text.replace("\n\n", "\n"), tmp_path)
    assert strewn.titles == found.titles
    assert set(strewn.told(Field.OWNERS).values()) == {""}


def test_a_crosswalk_without_bullets_is_read_by_its_blocks(tmp_path: Path) -> None:
    text = "Felles\nRegionale tiltak\n\nFelles journal\nJournal i vest (HV)\nNy journal (HN)\n\n"
    text += "Time på nett\nTimebok (HN)\n"
    found = read(text, tmp_path)
    assert found.told(Field.PARENT)["Ny journal (HN)"] == "Felles journal"
    assert found.told(Field.PARENT)["Timebok (HN)"] == "Time på nett"
