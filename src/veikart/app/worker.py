"""What happens in a worker process: one document, under limits, to the bytes of its normalized file.

The memory limit rests on setrlimit; where the system has none (Windows) the time limit stands alone, and `doctor`
says so.
"""

import os
import time
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from veikart.app.trail import Trail
from veikart.core.config import Config
from veikart.core.problems import Code, DocumentError, Level, Problem, problem

_SECRET_MARKS = ("TOKEN", "SECRET", "PASSWORD", "PASSWD", "API_KEY", "APIKEY", "CREDENTIAL", "PRIVATE")


@dataclass(frozen=True, slots=True)
class Task:
    """One document to read."""

    name: str
    path: Path
    sha256: str
    key: str
    config: Config
    trail: Path | None = None  # where to note the page that is being read, so that a crash can be placed
    lost: tuple[Problem, ...] = ()  # pages that stopped a worker before, and are left out now


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker sends back: the file's bytes, or the problem that stopped it."""

    data: bytes = b""
    problem: Problem | None = None
    seconds: float = 0.0


def memory_can_be_limited() -> bool:
    """Tell whether this system lets a process limit its own memory."""
    try:
        import resource
    except ImportError:
        return False
    return bool(resource.RLIMIT_AS)


def drop_secrets() -> None:
    """Drop environment variables that are named like secrets."""
    for name in [n for n in os.environ if any(mark in n.upper() for mark in _SECRET_MARKS)]:
        del os.environ[name]


def start_worker(memory_mb: int) -> None:
    """Set the limits of a fresh worker and drop what its environment should not pass on to document code."""
    drop_secrets()
    if not memory_can_be_limited():
        return
    import resource

    ceiling = memory_mb * 2**20
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    allowed = ceiling if hard == resource.RLIM_INFINITY else min(ceiling, hard)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))


def read_one(task: Task) -> Answer:
    """Read one document; every way to fail but a crash becomes a problem."""
    started = time.perf_counter()
    answer = _read(task)
    return Answer(answer.data, answer.problem, time.perf_counter() - started)


def _read(task: Task) -> Answer:
    try:
        from extract.service import extract_document
        from veikart.core.store import dump_extraction

        trail = Trail(task.trail) if task.trail else None
        with trail.watching(task.config.extract.memory_mb) if trail else nullcontext():
            on_page = trail.page if trail else None
            extraction = extract_document(task.path, task.name, task.sha256, task.config, on_page, task.lost)
        return Answer(dump_extraction(extraction, task.key))
    except DocumentError as error:
        return Answer(problem=error.problem)
    except MemoryError:
        return Answer(problem=problem(Code.OUT_OF_MEMORY, Level.ERROR, limit=task.config.extract.memory_mb))
    except OSError as error:
        return Answer(problem=problem(Code.UNREADABLE, Level.ERROR, cause=error.strerror or type(error).__name__))
    except RecursionError:
        return Answer(problem=problem(Code.UNREADABLE, Level.ERROR, cause="nested too deeply"))
    except Exception as error:  # whatever a document provokes, the others go on
        cause = f"{type(error).__name__}: {error}"[:300]
        return Answer(problem=problem(Code.UNREADABLE, Level.ERROR, cause=cause))
