"""Kills `run`, `decide` and the review page at random moments, and looks at what is left.

python bench/kills.py [--times 100] [--seed 1] [--only run decide review]

Counted as broken: an acknowledged decision that is gone, a decision file that was rewritten, an export that is not
whole, a temporary file that the next run leaves behind, and a next run that does not end well in time (a stale lock).
"""

import argparse
import csv
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import HTTPErrorProcessor, Request, build_opener

from veikart.app.initialise import initialise
from veikart.app.project import find_project
from veikart.app.review.desk import Desk
from veikart.app.review.questions import ask
from veikart.core.decisions import Decision, read_decisions, standing
from veikart.core.messages import Catalogue
from veikart.core.problems import Problem

ROOT = Path(__file__).resolve().parents[1]
START = "from veikart.app.cli import main; main()"
IDENTITY = {"ambiguous_identity", "split_or_merge", "contradictory_link"}
TRIES = 4  # for each kill that is wanted: some come after the end
PATIENCE = 240.0  # seconds for a run that follows a kill; it takes a few
NEW = "Veikart 2025\n\nTiltak i Helse Nord\n• Digital dialog {0}\n• Felles henvisning {0}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=list(LOOPS), choices=list(LOOPS))
    given = parser.parse_args()
    print("| killed | times | in the middle | acknowledged | broken |\n| --- | --- | --- | --- | --- |", flush=True)
    for name in given.only:
        with tempfile.TemporaryDirectory(prefix="veikart-kills-") as folder:
            project = samples(Path(folder) / "project")
            counts = LOOPS[name](project, given.times, random.Random(given.seed))
        broken = {what: n for what, n in counts.items() if what not in {"middle", "acknowledged"}}
        print(f"| {name} | {given.times} | {counts['middle']} | {counts['acknowledged']} | {broken or 0} |", flush=True)


def samples(folder: Path) -> Path:
    """Make a project of the sample documents that has run once."""
    initialise(folder)
    for file in sorted((ROOT / "raw").iterdir()):
        shutil.copy(file, folder / "raw" / file.name)
    assert finished(folder, "run", "--quiet") == 0
    return folder


def kill_run(project: Path, times: int, chance: random.Random) -> Counter[str]:
    """Kill `run` while a document is new; each time the next run has to complete."""
    counts: Counter[str] = Counter()
    registry = (project / "decisions" / "measures.jsonl").read_bytes()
    tables = tables_of(project)
    whole = 1.0
    for turn in range(TRIES * times):
        if counts["middle"] == times:
            break
        (project / "raw" / "ny.txt").write_text(NEW.format(turn), encoding="utf-8")
        begun = time.perf_counter()
        process = started(project, "run", "--again", "--quiet")
        if killed(process, chance.uniform(0.0, whole)) < 0:
            counts["middle"] += 1
            whole *= 1.05
        else:
            whole = time.perf_counter() - begun
        counts["export not whole"] += sum(not is_whole(file) for file in exports_of(project))
        kept = (project / "decisions" / "measures.jsonl").read_bytes().startswith(registry)
        counts["registry rewritten"] += not kept
        (project / "raw" / "ny.txt").unlink()
        counts["next run failed"] += finished(project, "run", "--quiet") != 0
        counts["other tables"] += tables_of(project) != tables
        left = [f for part in ("exports", "decisions", "normalized") for f in (project / part).rglob(".*.tmp")]
        counts["left behind"] += len(left)
    return +counts


def kill_decide(project: Path, times: int, chance: random.Random) -> Counter[str]:
    """Kill `decide`; what it acknowledged by ending well has to be on disk."""
    counts: Counter[str] = Counter()
    one, other = record_ids(project)[:2]
    file = project / "decisions" / "decisions.jsonl"
    file.touch()
    whole = 1.0
    for turn in range(TRIES * times):
        if counts["middle"] == times:
            break
        before, begun = file.read_bytes(), time.perf_counter()
        process = started(project, "decide", "different", one, other, "--by", "t", "--reason", f"<{turn}>")
        told = killed(process, chance.uniform(0.3 * whole, whole))
        whole = 1.05 * whole if told < 0 else time.perf_counter() - begun
        after = file.read_bytes()
        counts["middle"] += told < 0
        counts["acknowledged"] += told == 0
        counts["acknowledged and gone"] += told == 0 and f"<{turn}>".encode() not in after
        counts["rewritten"] += not after.startswith(before)
    counts["next failed"] += finished(project, "decide", "different", one, other, "--by", "t") != 0
    counts["run failed"] += finished(project, "run", "--quiet") != 0
    return +counts


def kill_review(project: Path, times: int, chance: random.Random) -> Counter[str]:
    """Kill the review page while somebody answers and takes back as fast as it goes."""
    counts: Counter[str] = Counter()
    conflict, sides = open_question(project)
    file = project / "decisions" / "decisions.jsonl"
    promised: set[str] = set()
    for _ in range(times):
        before = file.read_bytes() if file.exists() else b""
        held = [d.id for d in standing(decisions_in(file)[0])]
        process = started(project, "review", "--no-browser", "--json", "--port", "0")
        address = served(process)
        killer = subprocess.Popen([sys.executable, "-c", KILLER, str(process.pid), str(chance.uniform(0.0, 3.0))])
        promised |= set(answers(address, conflict, sides, held[-1] if held else ""))
        counts["middle"] += killed(process, 0.0) < 0
        killer.wait()
        after = file.read_bytes() if file.exists() else b""
        counts["rewritten"] += not after.startswith(before)
    found, damaged = decisions_in(file)
    known = {d.id for d in found} | {f"undo {d.undoes}" for d in found if d.undoes}
    counts["acknowledged"] = len(promised)
    counts["acknowledged and gone"] = len(promised - known)
    counts["more than one torn line a kill"] = max(0, len(damaged) - times)
    counts["run failed"] += finished(project, "run", "--quiet") not in {0, 1}
    return +counts


def decisions_in(file: Path) -> tuple[list[Decision], list[Problem]]:
    lines = file.read_text("utf-8", "replace").split("\n") if file.exists() else []
    return read_decisions(lines)


LOOPS: dict[str, Callable[[Path, int, random.Random], Counter[str]]] = {
    "run": kill_run,
    "decide": kill_decide,
    "review": kill_review,
}

KILLER = """
import os, signal, sys, time
time.sleep(max(0.0, float(sys.argv[2])))
try:
    os.killpg(int(sys.argv[1]), signal.SIGKILL)
except ProcessLookupError:
    pass
"""


def command(project: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-c", START, *arguments, "--project", str(project)]


def started(project: Path, *arguments: str) -> "subprocess.Popen[str]":
    """Start `veikart` in a group of processes of its own."""
    return subprocess.Popen(
        command(project, *arguments),
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def killed(process: "subprocess.Popen[str]", after: float) -> int:
    """Kill a process and its children after some seconds; return how it ended, below 0 where it was the kill."""
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    return process.returncode


def finished(project: Path, *arguments: str) -> int:
    """Run `veikart` to its end and return the exit code; -1 where it does not end in time."""
    try:
        done = subprocess.run(command(project, *arguments), capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return -1
    return done.returncode


def exports_of(project: Path) -> list[Path]:
    files = (project / "exports").rglob("*")
    return [f for f in files if f.is_file() and not f.name.startswith(".")]


def is_whole(file: Path) -> bool:
    """Tell whether a file can be read to its end as what it is."""
    try:
        if file.suffix == ".csv":
            with file.open(encoding="utf-8-sig", newline="") as source:
                widths = {len(row) for row in csv.reader(source, strict=True)}
            return len(widths) == 1 and file.read_bytes().endswith(b"\n")
        if file.suffix == ".xlsx":
            return zipfile.ZipFile(file).testzip() is None
        if file.suffix == ".json":
            return bool(json.loads(file.read_bytes()))
        if file.suffix == ".jsonl":
            return all(json.loads(line) for line in file.read_bytes().splitlines())
        return file.suffix != ".html" or file.read_bytes().rstrip().endswith(b"</html>")
    except (OSError, ValueError, csv.Error, zipfile.BadZipFile):
        return False


def tables_of(project: Path) -> dict[str, bytes]:
    """Return the tables that the same documents always give (the delta tells of the export before)."""
    names = ("records", "measures", "statements", "links", "conflicts", "documents")
    return {name: (project / "exports" / f"{name}.csv").read_bytes() for name in names}


def record_ids(project: Path) -> list[str]:
    with (project / "exports" / "records.csv").open(encoding="utf-8", newline="") as source:
        return [row["record_id"] for row in csv.DictReader(source)]


def open_question(project: Path) -> tuple[str, list[str]]:
    """Return an open question about two mentions, and its sides."""
    view = Desk(find_project(project)).view()
    for key in view.open:
        sides = [side.key for side in ask(view, view.conflicts[key], Catalogue()).sides]
        if view.conflicts[key].kind.value in IDENTITY and len(sides) >= 2:
            return key, sides[:2]
    raise SystemExit("the samples leave no question of two sides open")


def served(process: "subprocess.Popen[str]") -> str:
    """Return the address that the page says it serves."""
    assert process.stdout is not None
    told = ""
    for line in process.stdout:
        told += line
        try:
            return str(json.loads(told)["address"])
        except ValueError:
            continue
    raise SystemExit("the review page did not start")


class _NoRedirect(HTTPErrorProcessor):
    def http_response(self, request: Request, response: HTTPResponse) -> HTTPResponse:  # type: ignore[override]  # noqa: ARG002
        return response


def answers(address: str, conflict: str, sides: list[str], standing_id: str) -> Iterator[str]:
    """Answer a question and take the answer back, over and over, until the page is gone.

    Yield what the page acknowledged: the id of a decision, or "undo" and the id of the one taken back.
    """
    while True:
        if standing_id:
            if post(address, "decisions/undo", {"by": "Kari", "decision": standing_id}) is None:
                return
            yield f"undo {standing_id}"
        form = {"by": "Kari", "verdict": "unsure", "side": sides, "reason": "å" * 300}
        told = post(address, f"question/{conflict}/verdict", form)
        if told is None:
            return
        standing_id = parse_qs(urlsplit(told).query)["done"][0]
        yield standing_id


def post(address: str, path: str, form: dict[str, object]) -> str | None:
    """Post a form; return where the page sends on to, None where it is gone.

    Raises:
        RuntimeError: the page is there and refused.
    """
    headers = {"Origin": address.rstrip("/"), "Sec-Fetch-Site": "same-origin"}
    request = Request(f"{address}{path}", urlencode(form, doseq=True).encode(), headers)
    try:
        with build_opener(_NoRedirect).open(request, timeout=60) as response:
            if response.status != 303:
                raise RuntimeError(f"{path}: {response.status}")
            return str(response.headers["Location"])
    except OSError:  # URLError and ConnectionError are of it
        return None


if __name__ == "__main__":
    main()
