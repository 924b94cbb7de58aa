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
