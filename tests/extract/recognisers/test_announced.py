from pathlib import Path

import pytest

from extract.recognisers.judgement import about_measures
from extract.service import extract_document
from veikart.core.config import Config
from veikart.core.records import Field
from veikart.core.vocabulary import load_vocabulary

CHAPTERS = """# Notat om arkivet

## {heading}

1. Felles kalender
2. Nytt lager
3. Raskere søk

## Felles kalender

Alle avdelinger får samme kalender.

## Nytt lager

Lageret er fullt.

## {last}

Søket er tregt.
"""


def told(heading: str, last: str, folder: Path) -> list[tuple[str, str]]:
    path = folder / "notat.md"
    path.write_text(CHAPTERS.format(heading=heading, last=last), encoding="utf-8")
    found = extract_document(path, path.name, "0", Config())
    return [
        (r.title, "".join(r.values(Field.DESCRIPTION))) for r in found.records if r.extractor == "announced-chapters"
    ]


def test_chapters_that_a_list_of_measures_announced_are_measures_with_their_text(tmp_path: Path) -> None:
    assert told("Prioritert liste over tiltak", "Raskere søk", tmp_path) == [
        ("Felles kalender", "Alle avdelinger får samme kalender."),
        ("Nytt lager", "Lageret er fullt."),
        ("Raskere søk", "Søket er tregt."),
    ]


@pytest.mark.parametrize(("heading", "last"), [("Innhold", "Raskere søk"), ("Liste over tiltak", "Noe annet")])
def test_chapters_of_a_contents_list_or_of_few_items_are_none(heading: str, last: str, tmp_path: Path) -> None:
    assert told(heading, last, tmp_path) == []


@pytest.mark.parametrize(
    ("heading", "sure"),
    [("Projects", True), ("Project", True), ("Nye leveranser i 2026", True), ("ACES Project", False)],
)
def test_one_project_in_a_name_announces_no_measures(heading: str, sure: bool) -> None:
    assert (about_measures(heading, load_vocabulary()) > 0) is sure


def test_a_list_of_the_chapters_of_a_plan_announces_no_measures(tmp_path: Path) -> None:
    assert told("Handlingsplan for arkivet", "Raskere søk", tmp_path)
    text = CHAPTERS.format(heading="Handlingsplan for arkivet", last="Raskere søk").replace("1. ", "1. Innledning\n1. ")
    path = tmp_path / "plan.md"
    path.write_text(text + "\n## Innledning\n\nVi har en plan.\n", encoding="utf-8")
    records = extract_document(path, path.name, "0", Config()).records
    assert not [record for record in records if record.extractor == "announced-chapters"]
