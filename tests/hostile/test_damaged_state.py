"""A store that was cut or edited by hand: told with file and line, the rest used, people's work never rewritten."""

import json
from pathlib import Path

import pytest

from tests.app.command import contents, run_json, veikart

NEWER = '{"schema": "veikart/%s/99", "id": "d1", "verdict": "same", "left": {}, "right": {}}\n'


def told(project: Path, *command: str) -> tuple[int, dict[str, object]]:
    done = veikart(*(command or ("run",)), "--project", project, "--json")
    assert "Traceback" not in done.stderr
    return done.returncode, json.loads(done.stdout)


def stored(project: Path) -> Path:
    return sorted((project / "normalized").glob("*.pptx.*.jsonl"))[0]


DAMAGE = {
    "cut": lambda data: data[: len(data) // 2],
    "a line cut short": lambda data: data.replace(b'"}\n', b"\n", 1),
    "noise": lambda data: data[:900] + b"\xff\x00\xfe" + data[900:],
    "empty": lambda data: data[:0],
    "another kind of value": lambda data: data.replace(b'"statements":[', b'"statements":7,"x":[', 1),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_extraction_is_made_anew(project: Path, kind: str) -> None:
    run_json(project)
    good, exports = stored(project).read_bytes(), contents(project / "exports")
    stored(project).write_bytes(DAMAGE[kind](good))
    code, result = told(project, "reconcile")
    assert code == 1
    problems = [p for d in result["documents"] for p in d["problems"] if p["code"] == "VK902"]  # type: ignore[attr-defined]
    assert problems
    assert stored(project).name in str(problems)
    assert run_json(project)["documents"]
    assert stored(project).read_bytes().split(b"\n")[1:] == good.split(b"\n")[1:]  # after the header with its key
    assert contents(project / "exports") == exports


def test_damaged_decisions_are_told_and_stay(project: Path) -> None:
    run_json(project)
    lines = b'{"schema": "veikart/decision/1", "verd\n\xff\xfe\nnot json\n[]\n{"verdict": "perhaps"}\n'
    file = project / "decisions" / "decisions.jsonl"
    file.write_bytes(lines)
    code, result = told(project)
    problems = [p for p in result["problems"] if p["code"] == "VK404"]  # type: ignore[attr-defined]
    assert code == 1
    assert len(problems) == 5
    assert all("decisions.jsonl" in p["message"] and f" {n}" in p["message"] for n, p in enumerate(problems, 1))
    assert file.read_bytes() == lines


def test_a_damaged_registry_is_told_and_its_ids_stay(project: Path) -> None:
    first = run_json(project)
    file = project / "decisions" / "measures.jsonl"
    good = file.read_bytes().split(b"\n")
    file.write_bytes(b"\n".join([good[0], b'{"event": "minted", "mea', *good[1:]]))
    before = file.read_bytes()
    code, result = told(project)
    problems = [p for p in result["problems"] if p["code"] == "VK902"]  # type: ignore[attr-defined]
    assert code == 1
    assert problems
    assert "measures.jsonl" in problems[0]["message"]
    assert " 2" in problems[0]["message"]
    assert file.read_bytes() == before
    assert result["measures"] == first["measures"]


@pytest.mark.parametrize(("name", "kind"), [("decisions.jsonl", "decision"), ("measures.jsonl", "measures")])
def test_a_newer_store_is_refused_and_nothing_changed(project: Path, name: str, kind: str) -> None:
    run_json(project)
    with (project / "decisions" / name).open("a", encoding="utf-8") as out:
        out.write(NEWER % kind)
    (project / "raw" / "ny.txt").write_text("Tiltak\n• Digital dialog\n", encoding="utf-8")
    before = {part: contents(project / part) for part in ("decisions", "exports", "normalized")}
    code, failure = told(project)
    assert code == 3
    assert failure["problem"]["code"] == "VK903"  # type: ignore[index]
    assert name in str(failure)
    after = {part: contents(project / part) for part in before}
    assert after == before


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (("workers = 0", 'workers = "mange"'), "9"),
        (("[reconcile]", "[reconcile"), "line"),
        (("timeout_seconds", "timeout_second"), "timeout_seconds"),
    ],
)
def test_a_mistake_in_the_configuration_is_told_with_its_line(
    project: Path, change: tuple[str, str], line: str
) -> None:
    file = project / "pipeline.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    code, failure = told(project)
    assert code == 3
    assert line in str(failure)
    assert "pipeline.toml" in str(failure)
