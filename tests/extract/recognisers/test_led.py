"""Paragraphs that begin with a measure's name in bold."""

from pathlib import Path

import pytest

from tests.extract.recognisers.word_support import read_word
from veikart.core.records import Field

TAILS = (
    "(Fjaler, 2026). Rutinen gjelder alle.",
    "(Gulen, 2027–2028). Arbeidet følger planen.",
    "(2028). Ei felles ordning.",
)
NAMES = ("Felles rutine", "Nytt journalsystem", "Delt vaktordning")


def plan(heading: str, behind: tuple[str, ...]) -> list[str]:
    paragraphs = [f"**{name}** {text}" for name, text in zip(NAMES, behind, strict=True)]
    return ["# Temaplan", f"## {heading}", "Området er stort.", *paragraphs]


def test_names_with_owner_and_year_behind_them_are_measures_of_their_chapter(tmp_path: Path) -> None:
    found = read_word(plan("Samhandling", TAILS), tmp_path)
    assert [record.name for record in found.values()] == list(NAMES)
    record = found["Nytt journalsystem (Gulen, 2027–2028)"]
    told = {name: record.value(name) for name in (Field.OWNERS, Field.PERIOD_START, Field.PERIOD_END, Field.GROUP)}
    assert list(told.values()) == ["Gulen", "2027-01-01", "2028-12-31", "Samhandling"]
    assert record.value(Field.DESCRIPTION) == "Arbeidet følger planen."


@pytest.mark.parametrize(("heading", "count"), [("Tiltak", 3), ("Begreper", 0), ("Bakgrunn", 0)])
def test_without_such_tails_the_heading_must_say_measures(heading: str, count: int, tmp_path: Path) -> None:
    texts = ("er ei ordning for alle kommunar.", "er eit system for heile regionen.", "er ei ordning med to partar.")
    assert len(read_word(plan(heading, texts), tmp_path)) == count


def test_in_a_plan_a_year_in_the_text_will_do(tmp_path: Path) -> None:
    texts = (
        ". Kommunen oppretter en stilling fra 2026.",
        ". Nettverket starter i 2025.",
        ". Alle skal ha kurs innen 2027.",
    )
    paragraphs = [f"**{name}** {text}" for name, text in zip(NAMES, texts, strict=True)]
    found = read_word(["# Handlingsplan for arkiv", "## Kompetanse", *paragraphs], tmp_path)
    years = {name: record.value(Field.PERIOD_START) or record.value(Field.PERIOD_END) for name, record in found.items()}
    assert years == dict(zip(NAMES, ("2026-01-01", "2025-01-01", "2027-12-31"), strict=True))
    assert not read_word(["# Veileder for arkiv", "## Kompetanse", *paragraphs], tmp_path)


@pytest.mark.parametrize(
    ("facts", "count"), [("Ansvarlig: Dataenheten. Klar: juni 2027.", 3), ("Les mer: intranett.", 0)]
)
def test_facts_by_name_behind_the_text_tell_what_the_names_are(facts: str, count: int, tmp_path: Path) -> None:
    found = read_word(plan("Større satsinger", tuple(f"Alle får nytte av det. {facts}" for _ in NAMES)), tmp_path)
    assert len(found) == count
    assert {record.value(Field.OWNERS) for record in found.values()} <= {"Dataenheten"}
