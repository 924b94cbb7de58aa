"""The sample dumps against their labels, where they are at hand."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from extract.service import extract_document
from veikart.core.config import Config
from veikart.core.records import Field, Record, Role
from veikart.core.text import fold

SHARED = Path(__file__).parents[3] / "../shared"
GOLD = SHARED / "gold/seeds-000-001.jsonl"
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not GOLD.exists(), reason="no shared samples")]


def records_of(number: str) -> list[Record]:
    (path,) = (SHARED / "seeds").glob(f"{number}_*.txt")
    return list(extract_document(path, path.name, "0", Config()).records)


def gold_of(number: str) -> list[dict[str, object]]:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["doc"] == number]


def keys(row: dict[str, object]) -> list[str]:
    title = str(row["title"])
    return [fold(title), fold(re.sub(r"\s*\([^()]*\)$", "", title))]


@pytest.mark.parametrize("number", ["000", "001"])
def test_titles_are_found_and_no_others(number: str) -> None:
    rows = gold_of(number)
    found = Counter(fold(record.title) for record in records_of(number))
    wanted = [keys(row) for row in rows if row["score"] == "required"]
    hits = 0
    for forms in wanted:
        form = next((f for f in forms if found[f]), None)
        hits += form is not None
        found.subtract([form] if form else [])
    optional = Counter(f for row in rows if row["score"] == "optional" for f in keys(row))
    false = sum((found - optional).values())
    assert hits / len(wanted) >= 0.98
    assert hits / (hits + false) >= 0.97


def test_the_long_deck_holds_the_same_measures_as_its_part() -> None:
    part, whole = (Counter(record.title for record in records_of(number)) for number in ("000", "003"))
    assert part == whole


def test_a_workshop_has_its_lists_twice() -> None:
    found = records_of("002")
    counts = Counter(fold(record.title).replace("light", "") for record in found)
    assert len(found) == 64
    assert set(counts.values()) == {2}
    assert all(record.value(Field.GROUP) and not record.values(Field.OWNERS) for record in found)


def test_every_row_and_description_of_the_national_roadmap() -> None:
    found = records_of("004")
    rows = [record for record in found if record.extractor == "tables"]
    dated = [record for record in rows if record.value(Field.PERIOD_START)]
    described = [record for record in found if record.value(Field.DESCRIPTION)]
    lines = next((SHARED / "seeds").glob("004_*.txt")).read_text(encoding="utf-8").splitlines()
    printed = [line.split("\t") for line in lines if line.startswith(("Overordnet behov\t", "Tilhørende tiltak\t"))]
    assert len(rows) == len(printed)
    assert len(dated) == sum(len(cells) == 3 for cells in printed)
    assert all(record.value(Field.GROUP) for record in [*rows, *described])
    measures = [record for record in rows if record.role is Role.MEASURE]
    assert len(measures) == sum(cells[0].startswith("Tilhørende") for cells in printed)
    assert all(record.value(Field.PARENT) for record in measures)
    assert len(described) == 56
