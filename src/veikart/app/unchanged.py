"""Whether everything is as the last export found it, so that a run need not merge and write it all again.

What an export rests on is hashed: what documents gave, people's decisions, the id registry, the configuration and the
code. The note stands beside what documents gave and may be deleted at any time.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from veikart.app.decisions_folder import DECISIONS, REGISTRY
from veikart.app.project import Project
from veikart.app.results import RunResult
from veikart.core.files import write_atomic
from veikart.core.problems import Problem

NOTE = ".last-export.json"
_PACKAGES = ("export", "reconcile", "veikart")
_LIBRARIES = ("xlsxwriter", "rapidfuzz", "spacy", "numpy", "scipy", "pandas")


@dataclass(frozen=True, slots=True)
class LastExport:
    """What the last export rested on, which files it wrote (with size and time), and what it told."""

    key: str
    files: tuple[tuple[str, int, int], ...]
    measures: int
    conflicts: int
    problems: tuple[Problem, ...]


_FORM = TypeAdapter(LastExport)


def export_key(project: Project, redacted: bool) -> str:
    """Return the hash of all that an export rests on."""
    digest = sha256(f"{code_version()} {redacted} {project.config.model_dump_json()}".encode())
    stores = sorted(project.normalized.glob("*.jsonl"))
    for file in (*stores, project.decisions / DECISIONS, project.decisions / REGISTRY):
        digest.update(file.name.encode("utf-8", "surrogateescape"))
        digest.update(sha256(file.read_bytes()).digest() if file.exists() else b"-")
    return digest.hexdigest()


def last_export(project: Project, key: str) -> LastExport | None:
    """Return the last export if it rested on the same and all its files are as it wrote them."""
    try:
        known = _FORM.validate_json((project.normalized / NOTE).read_bytes())
        if known.key != key or not known.files or known.files != _states(project, [f[0] for f in known.files]):
            return None
    except (OSError, ValidationError):
        return None
    return known


def remember(project: Project, key: str, result: RunResult) -> None:
    """Note an export that was carried through; without the note the next run does everything."""
    with suppress(OSError):
        names = [path.relative_to(project.exports).as_posix() for path in result.exports]
        known = LastExport(key, _states(project, names), result.measures, result.conflicts, tuple(result.problems))
        write_atomic(project.normalized / NOTE, json.dumps(_FORM.dump_python(known, mode="json")))


def _states(project: Project, names: list[str]) -> tuple[tuple[str, int, int], ...]:
    states = [(name, (project.exports / name).stat()) for name in names]
    return tuple((name, state.st_size, state.st_mtime_ns) for name, state in states)


@cache
def code_version() -> str:
    """Return a hash of the code and data that merging and exporting rest on, and of their libraries' versions."""
    digest = sha256(" ".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    source = Path(__file__).parents[2]
    for package in _PACKAGES:
        for file in sorted(p for p in (source / package).rglob("*") if p.is_file() and p.suffix != ".pyc"):
            digest.update(file.relative_to(source).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()
