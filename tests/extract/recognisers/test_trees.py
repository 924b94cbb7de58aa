"""Plans drawn as trees in text."""

from pathlib import Path

import pytest

from tests.extract.recognisers.test_written import read, told
from tests.extract.recognisers.word_support import read_word
from veikart.core.records import Field

TREE = """Prosjekt
│
├── 1.1 Grunnlag
│   ├── 1.1.1 Oppstart av arbeidet
│   └── 1.1.2 Godkjent plan
│
└── 1.2 Data
    └── 1.2.1 Vasket datasett"""
PHASES = "Fase 1: Grunnmur\n├── Felles pålogging\n└── Åpent lager\nFase 2: Bruk\n├── Nytt søk\n└── Varsler"
FILES = "Fase 1\n├── main.py\n└── src/\nFase 2\n├── app_state.ts\n└── README.md"


def test_the_ends_of_a_work_breakdown_are_measures_in_their_part(tmp_path: Path) -> None:
    found = read_word(["# Plan for huset", "## Arbeidsnedbrytning (WBS)", TREE], tmp_path)
    assert {title: record.value(Field.GROUP) for title, record in found.items()} == {
        "Oppstart av arbeidet": "Grunnlag", "Godkjent plan": "Grunnlag", "Vasket datasett": "Data",
    }  # fmt: skip


@pytest.mark.parametrize(("tree", "count"), [(PHASES, 4), (FILES, 0), (PHASES.replace("Fase", "Del av"), 0)])
def test_phases_tell_that_a_tree_is_a_plan_and_files_are_none(tree: str, count: int, tmp_path: Path) -> None:
    found = read(f"# Notat\n\n## Rekkefølge\n\n```\n{tree}\n```\n", tmp_path)
    assert len(found.records) == count
    if count:
        assert told(found, Field.GROUP)["Åpent lager"] == "Fase 1: Grunnmur"
