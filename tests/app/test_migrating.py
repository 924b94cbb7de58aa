"""A project that an older version wrote: understood as it stands, migrated with a copy, and never half.

`older/` holds decisions and ids as the version of 21 November 2026 wrote them; a new version of a kind of line adds the
files of the version before it.
"""

import json
import shutil
import threading
from pathlib import Path

import pytest

from tests.app.command import contents, run_json
from veikart.app.decisions_folder import add_decision, load_decisions, load_measure_registry, migrate_store
from veikart.core.decisions import Judgement, Side, make_decision, standing
from veikart.core.files import append_lines, exclusive
from veikart.core.migrations import STEPS, newest, upgraded, version_of
from veikart.core.problems import ProjectError

OLDER = Path(__file__).parent / "older"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A decisions/ of the older version."""
    return Path(shutil.copytree(OLDER, tmp_path / "decisions"))


def versions(file: Path, kind: str) -> set[int]:
    return {version_of(json.loads(line), kind) for line in file.read_text(encoding="utf-8").splitlines()}


def test_an_older_project_is_migrated_with_a_copy(project: Path) -> None:
    shutil.copytree(OLDER, project / "decisions", dirs_exist_ok=True)
    before = contents(OLDER)
    result = run_json(project)
    assert [p["level"] for p in result["problems"] if p["code"] == "VK910"] == ["warning"]
    decisions = project / "decisions"
    assert (decisions / "backup" / "decisions.1.jsonl").read_bytes() == before["decisions.jsonl"]
    assert versions(decisions / "decisions.jsonl", "decision") == {newest("decision")}
    assert (decisions / "measures.jsonl").read_bytes().startswith(before["measures.jsonl"])  # its version is today's
    assert not {p["code"] for p in run_json(project)["problems"]} & {"VK910", "VK403", "VK404", "VK902"}
    minted = {json.loads(line)["measure"] for line in before["measures.jsonl"].decode().splitlines()}
    now = (project / "exports" / "measures.csv").read_text(encoding="utf-8")
    assert len([m for m in minted if m in now]) > len(minted) / 2


def test_reading_and_migrating_understand_the_same(folder: Path) -> None:
    read, problems = load_decisions(folder)
    ids = load_measure_registry(folder)
    assert len(migrate_store(folder)) == 1
    assert problems == []
    assert load_decisions(folder) == (read, [])
    assert load_measure_registry(folder) == ids
    assert [d.judgement.value for d in standing(read)] == ["same", "value"]
    assert {d.evidence for d in read} == {""}  # hashed what version 2 no longer hashes
    assert migrate_store(folder) == []


def test_lines_by_hand_and_from_merges_are_brought_to_date_and_damaged_ones_stay(folder: Path) -> None:
    file = folder / "decisions.jsonl"
    migrate_store(folder)
    today = file.read_bytes()
    by_hand = {"verdict": "same", "left": {"record": "r1"}, "right": {"record": "r2"}, "by": "Ola"}
    odd = b'{"verdict": "perhaps"}\n{"schema": "veikart/measures/1"}\n{"torn": \n[]\n\xff\xfe\n'
    merged = (OLDER / "decisions.jsonl").read_bytes().splitlines()[1]
    file.write_bytes(today + json.dumps(by_hand).encode() + b"\n" + odd + merged)
    held = file.read_bytes()
    decisions, problems = load_decisions(folder)
    assert len(problems) == 5
    migrate_store(folder)
    assert (folder / "backup" / "decisions.2.jsonl").read_bytes() == held
    assert file.read_bytes().startswith(today)
    assert odd in file.read_bytes()
    assert load_decisions(folder) == (decisions, problems)
    assert migrate_store(folder) == []
    found = next(d for d in decisions if d.left.record == "r1")
    assert found.id == make_decision(Judgement.SAME, Side("r1"), Side("r2"), by="Ola", when="").id


@pytest.mark.parametrize("kind", STEPS)
def test_a_line_of_a_version_to_come_is_not_understood(kind: str) -> None:
    with pytest.raises(ValueError, match="newer"):
        upgraded({"schema": f"veikart/{kind}/{newest(kind) + 1}"}, kind)


def test_nothing_is_added_to_a_newer_store(folder: Path) -> None:
    file = folder / "decisions.jsonl"
    file.write_text(f'{{"schema": "veikart/decision/{newest("decision") + 1}"}}\n', encoding="utf-8")
    held = file.read_bytes()
    with pytest.raises(ProjectError):
        add_decision(folder, make_decision(Judgement.SAME, Side("r1"), Side("r2"), by="a", when="1"))
    assert file.read_bytes() == held


def test_what_is_decided_while_a_file_is_replaced_is_not_lost(tmp_path: Path) -> None:
    file, other = tmp_path / "decisions.jsonl", tmp_path / "new"
    file.write_text("old\n", encoding="utf-8")
    with exclusive(file):
        writer = threading.Thread(target=append_lines, args=(file, ["decided meanwhile"]))
        writer.start()
        writer.join(0.3)
        assert writer.is_alive(), "it waits"
        other.write_text("migrated\n", encoding="utf-8")
        other.replace(file)
    writer.join(10)
    assert file.read_text(encoding="utf-8") == "migrated\ndecided meanwhile\n"


def test_a_migration_that_finds_no_room_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = contents(folder)
    monkeypatch.setattr("veikart.app.migrating.write_atomic", full)
    with pytest.raises(OSError, match="No space"):
        migrate_store(folder)
    assert contents(folder) == before
