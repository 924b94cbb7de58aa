from pathlib import Path

import pytest

from tests.extract.recognisers.word_support import read_word
from veikart.core.counted import counted_label, is_stage
from veikart.core.records import Field


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("Uke 4", 4), ("v. 38", 38), ("v.39", 39), ("KW09–KW12", 9), ("Veke 3: oppstart", 3), ("Uge 10-12", 10),
        ("Sprint 2", None), ("Sprint no. 1 - nye hyller", None), ("Milepæl 3 – pilot", None), ("Fase 2 (2027)", None),
    ],
)  # fmt: skip
def test_headings_that_count_weeks_and_stages(text: str, week: int | None) -> None:
    label = counted_label(text)
    assert label is not None
    assert (label.part == ("week", week)) if week else is_stage(label)


@pytest.mark.parametrize(
    "text", ["v1.2", "v2", "Uke 60", "Phase 1 trials of the archive", "Kapittel 3", "Uke", "Uke 4 og sprint 2", "2027"]
)
def test_other_headings_count_nothing(text: str) -> None:
    assert counted_label(text) is None


@pytest.mark.parametrize("headings", [["# v. 38", "# v. 39", "# v. 40"], ["**Uke 1**", "**Uke 2**", "**Uke 3**"]])
def test_lists_under_counted_weeks_are_dated_by_them(headings: list[str], tmp_path: Path) -> None:
    works = [["Rydde lageret", "Kjøpe hyller"], ["Merke bøkene", "Nye lamper"], ["Åpne lesesalen", "Invitere naboene"]]
    parts = ["# Projektplan"]
    for heading, items in zip(headings, works, strict=True):
        parts += [heading, *(f"- {item}" for item in items)]
    found = read_word(parts, tmp_path)
    assert list(found) == [item for items in works for item in items]
    assert found["Nye lamper"].value(Field.PERIOD_TEXT) == headings[1].strip("#* ")


def test_lists_under_counted_stages_are_their_groups(tmp_path: Path) -> None:
    found = read_word(
        ["# Plan", "## Fase 1: lager", "- Nye hyller", "- Bedre lås", "## Fase 2: sal", "- Flere bord", "- Nye lamper"],
        tmp_path,
    )
    assert {title: record.value(Field.GROUP) for title, record in found.items()} == {
        "Nye hyller": "Fase 1: lager", "Bedre lås": "Fase 1: lager",
        "Flere bord": "Fase 2: sal", "Nye lamper": "Fase 2: sal",
    }  # fmt: skip


def test_steps_of_a_recipe_are_no_plan(tmp_path: Path) -> None:
    parts = ["# Slik gjør du", "## Steg 1", "- Åpne lokket", "- Fyll vann", "## Steg 2", "- Lukk lokket", "- Vent"]
    assert read_word(parts, tmp_path) == {}
