"""A run that finds everything as it was does nothing again; anything that changed makes it work."""

from collections.abc import Callable
from pathlib import Path

import pytest

from veikart.app.project import find_project
from veikart.app.run import run
from veikart.app.unchanged import NOTE


def stamps(project: Path) -> dict[str, int]:
    return {p.name: p.stat().st_mtime_ns for p in (project / "exports").rglob("*") if p.is_file()}


def append(name: str, text: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        with (project / name).open("a", encoding="utf-8") as out:
            out.write(text)

    return change


CHANGES: dict[str, Callable[[Path], None]] = {
    "an export is gone": lambda p: (p / "exports" / "links.csv").unlink(),
    "an export was edited": append("exports/links.csv", "x\n"),
    "a decision": append("decisions/decisions.jsonl", "{}\n"),
    "the configuration": append("pipeline.toml", '\n[documents."x.pdf"]\nskip = true\n'),
    "a document": append("raw/verksted-innspill-2023.txt", "• Digital dialog\n"),
    "a document is gone": lambda p: (p / "raw" / "produktstyre-status-2024.pdf").unlink(),
    "the note is damaged": lambda p: (p / "normalized" / NOTE).write_text("{", encoding="utf-8"),
}


def test_nothing_is_written_twice(project: Path) -> None:
    first = run(find_project(project))
    before = stamps(project)
    second = run(find_project(project))
    assert stamps(project) == before
    assert (second.measures, second.conflicts, second.records) == (first.measures, first.conflicts, first.records)
    assert (second.exports, second.problems) == (first.exports, first.problems)


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_makes_it_work(project: Path, change: str) -> None:
    run(find_project(project))
    before = stamps(project)
    CHANGES[change](project)
    run(find_project(project))
    after = stamps(project)
    assert all(after[name] != stamp for name, stamp in before.items())
