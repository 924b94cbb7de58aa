from dataclasses import replace
from pathlib import Path

from export.delta import STATE
from export.service import write_exports
from tests.export.material import sample
from veikart.core.config import Config
from veikart.core.outcome import Measure, Reconciliation
from veikart.core.records import Extraction

HEADER = "table,key,name,change,field,old,new\n"


def export(folder: Path, extractions: list[Extraction], found: Reconciliation) -> str:
    write_exports(folder, extractions, found, Config(), version="1")
    return (folder / "delta.csv").read_text(encoding="utf-8")


def with_measure(found: Reconciliation, place: int, **values: object) -> Reconciliation:
    measures: list[Measure] = list(found.measures)
    measures[place] = replace(measures[place], **values)  # type: ignore[arg-type]
    return replace(found, measures=tuple(measures))


def test_a_first_export_has_nothing_to_compare_with(tmp_path: Path) -> None:
    assert export(tmp_path, *sample()) == HEADER


def test_added_removed_and_changed_are_told_and_stay_until_the_next_change(tmp_path: Path) -> None:
    extractions, found = sample()
    export(tmp_path, extractions, found)
    renamed = with_measure(found, 1, name="Nasjonal kø", id="m9")
    renamed = with_measure(replace(renamed, member_of={**found.member_of, "r2": "m9"}), 0, status="ongoing")
    expected = HEADER + (
        "measures,m1,Digital køvisning,changed,status,planned,ongoing\n"
        "measures,m9,Nasjonal kø,added,,,\n"
        "measures,m2,Nasjonal køvisning,removed,,,\n"
        "records,r2,Nasjonal køvisning,changed,measure_id,m2,m9\n"
    )
    assert export(tmp_path, extractions, renamed) == expected
    assert export(tmp_path, extractions, renamed) == expected
    back = export(tmp_path, extractions, found)
    assert "measures,m1,Digital køvisning,changed,status,ongoing,planned\n" in back


def test_a_run_stopped_half_way_does_not_lose_the_delta(tmp_path: Path) -> None:
    extractions, found = sample()
    export(tmp_path, extractions, found)
    old = (tmp_path / "measures.csv").read_bytes()
    changed = with_measure(found, 0, status="ongoing")
    told = export(tmp_path, extractions, changed)
    (tmp_path / "measures.csv").write_bytes(old)  # the delta is written first, so this is what a kill leaves
    assert export(tmp_path, extractions, changed) == told


def test_a_damaged_memory_is_no_memory(tmp_path: Path) -> None:
    extractions, found = sample()
    export(tmp_path, extractions, found)
    (tmp_path / STATE).write_text("[]", encoding="utf-8")
    (tmp_path / "measures.csv").write_text('a,b\n"', encoding="utf-8")
    assert export(tmp_path, extractions, found) == HEADER


def test_rows_under_a_higher_label_are_not_told_of(tmp_path: Path) -> None:
    extractions, found = sample()
    export(tmp_path, extractions, found)
    only = replace(found, measures=found.measures[1:2], pairs=(), conflicts=(), lineage=(), chosen=frozenset())
    told = export(tmp_path, extractions[1:], only)
    assert told == HEADER + "measures,m2,Nasjonal køvisning,changed,conflict_count,1,0\n"
