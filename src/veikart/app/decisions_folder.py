"""decisions/: people's decisions and the id registry, read line by line and only ever added to."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reconcile.registry import Registry, dump_events, load_registry
from veikart.app.migrating import migrate
from veikart.core.decisions import Decision, read_decisions, to_line
from veikart.core.files import append_lines
from veikart.core.migrations import newest
from veikart.core.problems import Code, Level, Problem, ProjectError, problem

DECISIONS = "decisions.jsonl"
REGISTRY = "measures.jsonl"
_KINDS = {DECISIONS: "decision", REGISTRY: "measures"}
_VERSION = re.compile(rb'"schema"\s*:\s*"veikart/([a-z]+)/(\d{1,6})"')


def check_store(folder: Path) -> None:
    """Make sure that this version may add to what stands in the folder.

    Raises:
        ProjectError: a line was written by a newer version.
    """
    for name in _KINDS:
        _lines(folder / name)


def migrate_store(folder: Path) -> list[Problem]:
    """Bring files of an older version to today's, by one who holds the project's lock; tell where the copies lie.

    Raises:
        OSError: a file cannot be written; it is as it was.
    """
    made = {
        DECISIONS: migrate(folder / DECISIONS, _KINDS[DECISIONS], lambda line: not read_decisions([line])[1]),
        REGISTRY: migrate(folder / REGISTRY, _KINDS[REGISTRY], lambda line: not load_registry([line]).problems),
    }
    return [
        problem(Code.STORE_MIGRATED, Level.WARNING, file=name, copy=copy.relative_to(folder.parent).as_posix())
        for name, copy in made.items()
        if copy is not None
    ]


def load_decisions(folder: Path) -> tuple[list[Decision], list[Problem]]:
    """Return all decisions and a problem for every line that cannot be used; those lines stay where they are."""
    decisions, problems = read_decisions(_lines(folder / DECISIONS))
    return decisions, [_located(p, DECISIONS) for p in problems]


def add_decision(folder: Path, decision: Decision) -> None:
    """Append a decision and wait until it is on disk; see `add_decisions`."""
    add_decisions(folder, [decision])


def add_decisions(folder: Path, decisions: Sequence[Decision]) -> None:
    """Append decisions that belong together, all or none, and wait until they are on disk.

    Raises:
        OSError: the file cannot be written.
        ProjectError: it was written by a newer version.
    """
    check_store(folder)
    append_lines(folder / DECISIONS, [to_line(decision) for decision in decisions])


def load_measure_registry(folder: Path) -> Registry:
    """Return the id registry; its problems name the lines that cannot be used."""
    registry = load_registry(_lines(folder / REGISTRY))
    return replace(registry, problems=tuple(_located(p, REGISTRY) for p in registry.problems))


def with_new_events(folder: Path, before: Registry, after: Registry) -> dict[Path, bytes]:
    """Return the registry's file with its content and the events that are new; nothing where there are none.

    The lines that stand are kept byte for byte, damaged ones too.
    """
    new = after.events[len(before.events) :]
    if not new:
        return {}
    file = folder / REGISTRY
    old = file.read_bytes() if file.exists() else b""
    if old and not old.endswith(b"\n"):
        old += b"\n"
    return {file: old + dump_events(new).encode("utf-8")}


def _lines(file: Path) -> list[str]:
    """Return a file's lines; bytes that are no UTF-8 make their own line unreadable and no other.

    Raises:
        ProjectError: a line was written by a newer version, whose meaning is not known here.
    """
    if not file.exists():
        return []
    data = file.read_bytes()
    for found in _VERSION.finditer(data):
        if int(found[2]) > newest(_KINDS[file.name]):
            line = data.count(b"\n", 0, found.start()) + 1
            told = problem(Code.STORE_NEWER, Level.ERROR, file=file.name, line=line)
            raise ProjectError(told)
    return data.decode("utf-8", "replace").split("\n")


def _located(problem: Problem, file: str) -> Problem:
    return replace(problem, values=tuple(sorted({**dict(problem.values), "file": file}.items())))
