"""Lines of a dump put together again."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.recognisers.flat.dates import caption_period
from extract.recognisers.flat.lines import axis_labels, is_sentence
from extract.recognisers.flat.survey import survey
from tests.extract.recognisers.flat_support import deck_of


def items_of(text: str, folder: Path) -> list[str]:
    look = survey(deck_of(text, folder))
    return [item.text for items in look.pages.values() for item in items]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("• Støtte for egen-\nregistrering", ["Støtte for egenregistrering"]),
        ("• Behandlings- \n\nog opplæringsplan", ["Behandlings- og opplæringsplan"]),
        ("• Innsyn i journal fra\n\nKommunehelsetjenesten", ["Innsyn i journal fra Kommunehelsetjenesten"]),
        ("• Flytte data (fra gammel\nløsning)\n• Neste", ["Flytte data (fra gammel løsning)", "Neste"]),
        ("Felles kalender \nHelsenorge\n\nNy portal", ["Felles kalender Helsenorge", "Ny portal"]),
        ("Egenmelding på nett\n\nVideo i akuttkjeden", ["Egenmelding på nett", "Video i akuttkjeden"]),
        ("Henvisning til \n\nsykehus", ["Henvisning til sykehus"]),
        ("Pasientoppgaver\n\n(skjema)", ["Pasientoppgaver (skjema)"]),
        ("Tverrfaglig poliklinikk\n\nvideo- og telefonmøter med andre sykehus", 2),
        ("Innsjekk på mobil\n2026", ["Innsjekk på mobil", "2026"]),
        ("Varsling av pårørende\n\nHelse Nord", ["Varsling av pårørende", "Helse Nord"]),
        ("Helse Midt-\nNorge", ["Helse Midt-Norge"]),
        ("• Timebok (HV)\nNy rad", ["Timebok (HV)", "Ny rad"]),
        ("Liste (uten slutt\nDigital resept\nDigital timebok", 3),
    ],
)
def test_joins_what_belongs_together(text: str, items: list[str] | int, tmp_path: Path) -> None:
    found = items_of(text, tmp_path)
    assert (len(found) if isinstance(items, int) else found) == items


def test_a_title_seen_whole_elsewhere_tells_where_a_line_ends(tmp_path: Path) -> None:
    lists = "Tiltak\n• Ny driftsplattform\n\n\n\n\n"
    assert "Ny driftsplattform" in items_of(lists + "Ny driftsplattform\n\npå trygg grunn", tmp_path)


def test_contents_and_running_headers_are_no_lines(tmp_path: Path) -> None:
    pages = "\f".join(f"Årsplan for portalen\nTittel {word}\nmer om {word}" for word in "abcde")
    found = items_of("Innhold ............ 4\f" + pages, tmp_path)
    assert not any("....." in text or "Årsplan" in text for text in found)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("2025", 1),
        ("2023-24 2024", 2),
        ("2023 - 2024 2025 – 2026 2027 →", 3),
        ("2024-2025 • 2026-2027 Lenger sikt", 3),
        ("Q1 Q2 Q3 Q4", 4),
        ("2025 | 2026 | 2027", 3),
        ("Tiltak 2025", 0),
        ("Tjenester 12-16", 0),
        ("", 0),
    ],
)
def test_counts_labels_of_an_axis(text: str, labels: int) -> None:
    assert axis_labels(text) == labels


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2023-24 2024-25", "2023-01-01", "2025-12-31"),
        ("2026→2025-26", "2025-01-01", ""),
        ("2026→2026→", "2026-01-01", ""),
        ("2024→2026", "2024-01-01", "2026-12-31"),
        ("2027 →", "2027-01-01", ""),
    ],
)
def test_reads_captions(text: str, first: str, last: str) -> None:
    period = caption_period(text)
    assert period is not None
    assert (period.start_iso, period.end_iso) == (first, last)


@given(st.lists(st.integers(2020, 2040), min_size=1, max_size=4))
def test_a_caption_spans_all_its_years(years: list[int]) -> None:
    period = caption_period("  ".join(map(str, years)))
    assert period is not None
    assert period.start is not None
    assert period.end is not None
    assert (period.start.year, period.end.year) == (min(years), max(years))


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Digital dialog med fastlegen", False),
        ("Pasienten booker time selv", False),
        ("Vi har innført ny løsning", True),
        ("Det må bli enklere å finne fram", True),
        ("Skjema for egenmelding, attester etc.", False),
        ("Arbeidet fortsetter til høsten.", True),
    ],
)
def test_tells_prose_from_titles(text: str, prose: bool) -> None:
    assert is_sentence(text) is prose
