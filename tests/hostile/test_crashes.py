"""Killed at any moment: nothing acknowledged is lost, nothing half written is left, nothing stays locked.

`python bench/kills.py` kills a hundred times; here it is a few, `VEIKART_KILLS=100` makes it as many.
"""

import ctypes
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench import kills
from tests.app.command import START, contents, run_json
from tests.hostile.text_files import LIST
from veikart.core.decisions import read_decisions

KILLS = int(os.environ.get("VEIKART_KILLS", "3"))
WRITER = """
import sys, itertools
from pathlib import Path
from veikart.app.decisions_folder import add_decision, add_decisions
from veikart.core.decisions import Judgement, Side, make_decision
folder, start = Path(sys.argv[1]), sys.argv[2]
for n in itertools.count():
    made = [make_decision(Judgement.SAME, Side(f"r{start}-{n}", "å" * 3000), Side(f"s{i}"), by="a", when=str(n))
            for i in range(3)]
    add_decisions(folder, made)
    print(made[0].id, made[1].id, made[2].id, flush=True)
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")


def started(*command: object, **more: object) -> subprocess.Popen[str]:
    parts = [sys.executable, "-c", *map(str, command)]
    return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
        parts, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, **more
    )


def killed(process: subprocess.Popen[str], after: float) -> str:
    """Kill the process and its children, and return what it had said."""
    time.sleep(after)
    os.killpg(process.pid, signal.SIGKILL)
    return process.communicate()[0]


def test_no_acknowledged_decision_is_lost(tmp_path: Path) -> None:
    chance, promised = random.Random(11), set()
    for turn in range(2 * KILLS):
        writers = [started(WRITER, tmp_path, f"{turn}{side}") for side in "ab"]
        lines = [killed(w, chance.uniform(0.15, 0.5) if w is writers[0] else 0).splitlines() for w in writers]
        promised |= {word for said in lines for line in said if len(line.split()) == 3 for word in line.split()}
    found, problems = read_decisions((tmp_path / "decisions.jsonl").read_text("utf-8", "replace").split("\n"))
    assert promised
    assert promised <= {decision.id for decision in found}
    assert len(problems) <= 4 * KILLS  # at most the line that each was at


@pytest.mark.parametrize("name", kills.LOOPS)
def test_killed_at_any_moment(project: Path, name: str) -> None:
    run_json(project)
    counts = kills.LOOPS[name](project, KILLS, random.Random(7))
    del counts["middle"], counts["acknowledged"]
    assert not counts


def test_two_runs_at_once_both_end_well(project: Path) -> None:
    both = [started(START, "run", "--quiet", "--project", project) for _ in range(2)]
    assert [process.wait(120) for process in both] == [0, 0]
    expected = contents(project / "exports")
    assert run_json(project)["documents"]
    assert contents(project / "exports") == expected


def without_right_to_write() -> None:
    """Take from root what lets it write anywhere (CAP_DAC_OVERRIDE), for the process that follows."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)


@pytest.fixture
def guarded(project: Path) -> Iterator[Callable[[str], Path]]:
    """Return what makes a folder of a project that has run once read-only."""
    run_json(project)
    (project / "raw" / "ny.txt").write_text(LIST, encoding="utf-8")
    closed: list[Path] = []

    def close(name: str) -> Path:
        folder = project / name
        for part in [folder, *folder.rglob("*")]:
            part.chmod(0o500 if part.is_dir() else 0o400)
            closed.append(part)
        return project

    yield close
    for part in closed:
        part.chmod(0o700)


@pytest.mark.skipif(sys.platform != "linux", reason="takes a right from root")
@pytest.mark.parametrize("name", ["normalized", "decisions", "exports", "."])
def test_a_folder_that_may_not_be_written_is_told_and_left(guarded: Callable[[str], Path], name: str) -> None:
    project = guarded(name)
    before = {kind: contents(project / kind) for kind in ("decisions", "exports")}
    done = subprocess.run(
        [sys.executable, "-c", START, "run", "--project", str(project)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=without_right_to_write,
    )
    assert done.returncode == 3, done.stderr
    assert "VK904" in done.stderr
    assert "Traceback" not in done.stderr
    assert {kind: contents(project / kind) for kind in before} == before


def with_little_room() -> None:
    """Let the process that follows write no file above a size, as if the disk were full then."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))


def state(project: Path) -> dict[str, dict[str, bytes]]:
    return {name: contents(project / name) for name in ("raw", "decisions", "exports")}


@pytest.mark.parametrize("again", [True, False], ids=["with exports", "first run"])
def test_a_full_disk_changes_nothing(project: Path, again: bool) -> None:
    if again:
        run_json(project)
    (project / "raw" / "ny.txt").write_text(LIST, encoding="utf-8")
    before = state(project)
    done = subprocess.run(
        [sys.executable, "-c", START, "run", "--project", str(project)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=with_little_room,
    )
    assert done.returncode == 3, done.stderr
    assert "VK904" in done.stderr
    assert "Traceback" not in done.stderr
    assert state(project) == before
    assert run_json(project)["documents"]


def test_a_decision_that_finds_no_room_leaves_the_others_whole(project: Path) -> None:
    run_json(project)
    records = kills.record_ids(project)[:2]
    file = project / "decisions" / "decisions.jsonl"
    said = [sys.executable, "-c", START, "decide", "different", *records, "--by", "Kari", "--project", str(project)]
    codes = []
    for _ in range(30):
        before = file.read_bytes() if file.exists() else b""
        done = subprocess.run(
            [*said, "--reason", "å" * 700], capture_output=True, text=True, check=False, preexec_fn=with_little_room
        )
        codes.append(done.returncode)
        if done.returncode:
            break
        assert file.read_bytes().startswith(before)
    assert codes[-1] == 3, done.stderr
    assert "Traceback" not in done.stderr
    assert len(codes) > 2
    assert file.read_bytes() == before
