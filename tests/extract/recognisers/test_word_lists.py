"""Bullets below headings of Word documents: names with text about them, proposals, and lists of other things."""

from pathlib import Path

import pytest

from tests.extract.recognisers.word_support import read_word
from veikart.core.records import Field, Role


def test_bold_names_with_sentences_behind_them(tmp_path: Path) -> None:
    found = read_word(
        [
            "# Enablers",
            "Some work is needed by all areas. It is paid by the regional fund.",
            "- **Common sign-on for visitors.** Doctors who work in several hospitals use one card.",
            "- **Equipment pool.** Tablets can be borrowed for six months.",
            "# Ideas for the next plan",
            "They are under consideration:",
            "- Drone transport of samples",
            "- Virtual ward",
        ],
        tmp_path,
    )
    assert {t: r.role for t, r in found.items()} == {
        "Common sign-on for visitors": Role.MEASURE,
        "Equipment pool": Role.MEASURE,
        "Drone transport of samples": Role.PROPOSAL,
        "Virtual ward": Role.PROPOSAL,
    }
    assert found["Equipment pool"].value(Field.DESCRIPTION) == "Tablets can be borrowed for six months."


def test_counted_needs_with_their_measures(tmp_path: Path) -> None:
    found = read_word(
        [
            "## Behov 1: Vite hvor i køen jeg er",
            "Mange ringer for å spørre.",
            "Tiltak:",
            "- Visning av ventetid",
            "- Melding når saken er vurdert",
            "## Behov 2: Forstå regningen",
            "Egenandeler kommer fra flere steder.",
            "Tiltak:",
            "- Oversikt over egenandeler",
        ],
        tmp_path,
    )
    assert {t: (r.role, r.value(Field.PARENT)) for t, r in found.items()} == {
        "Vite hvor i køen jeg er": (Role.NEED, ""),
        "Visning av ventetid": (Role.MEASURE, "Vite hvor i køen jeg er"),
        "Melding når saken er vurdert": (Role.MEASURE, "Vite hvor i køen jeg er"),
        "Forstå regningen": (Role.NEED, ""),
        "Oversikt over egenandeler": (Role.MEASURE, "Forstå regningen"),
    }


@pytest.mark.parametrize("heading", ["Les mer", "Gevinster", "Hvorfor nå?", "Se også"])
def test_lists_of_other_things_under_a_plan(heading: str, tmp_path: Path) -> None:
    parts = ["# Veikart for hjemmeoppfølging", f"## {heading}", "- Tilskudd til kommuner", "- Nyhetsbrev fra rådet"]
    assert not read_word(parts, tmp_path)
