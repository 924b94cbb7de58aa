"""The extract stage: changed documents are read, unchanged ones skipped, removed ones leave normalized/."""

import errno
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from veikart.app.pool import read_all
from veikart.app.project import Project
from veikart.app.results import DocumentResult
from veikart.app.worker import Answer, Task
from veikart.core.files import sha256_of, write_atomic
from veikart.core.ids import short_hash
from veikart.core.problems import Code, Level, Problem, ProjectError, problem
from veikart.core.records import Document, Extraction
from veikart.core.store import DamagedLineError, dump_extraction, read_extraction, stored_key

Progress = Callable[[str, int, int], None]
"""Called with the document that is ready, how many are, and how many there are in all."""

_WORTH_ANOTHER_TRY = frozenset({Code.TIMED_OUT, Code.OUT_OF_MEMORY, Code.CRASHED})
"""What may go better on a quieter day; other failures stand until the document or the limits change."""


@dataclass(slots=True)
class Extracted:
    """The stage's outcome: every document's extraction (failed ones without records) and what to tell of it."""

    extractions: list[Extraction] = field(default_factory=list)
    results: list[DocumentResult] = field(default_factory=list)


def extract_stage(project: Project, progress: Progress | None = None, again: bool = False) -> Extracted:
    """Bring normalized/ up to date with raw/.

    Raises:
        ProjectError: normalized/ cannot be written.
    """
    from extract.selection import override_for

    tasks, unchanged, failed = [], [], []
    for name, path in project.documents():
        override = override_for(name, project.config)
        if override is not None and override.skip:
            continue
        try:
            sha256 = _hash(path)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            failed.append((name, problem(Code.NAME_UNUSABLE, Level.ERROR, cause=reason)))
            continue
        key = store_key(project, name, sha256)
        if not again and stored_key(project.store_of(name)) == key:
            unchanged.append((name, path, sha256, key))
        else:
            tasks.append(Task(name, path, sha256, key, project.config))
    outcome = _Collector(project, progress, len(tasks))
    for name, path, sha256, key in unchanged:
        try:
            outcome.keep(name)
        except DamagedLineError:
            tasks.append(Task(name, path, sha256, key, project.config))
    for name, cause in failed:
        outcome.fail(name, "", cause, 0.0)
    for task, answer in read_all(tasks, project.config.extract):
        outcome.take(task, answer)
    return outcome.finish()


def _hash(path: Path) -> str:
    """Return the hash of a document's content; what is no file (a pipe, a socket) is not waited for."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "a link to a folder" if path.is_dir() else "not a regular file")
    return sha256_of(path)


def store_key(project: Project, name: str, sha256: str) -> str:
    """Return the key under which a document's extraction may be used again."""
    from extract.selection import override_for
    from extract.versions import extraction_version

    override = override_for(name, project.config)
    settings = project.config.extract.model_dump_json(exclude={"workers", "timeout_seconds", "memory_mb"})
    words = repr(sorted(project.config.vocabulary.items()))
    return short_hash(
        sha256, extraction_version(), settings, words, override.model_dump_json() if override else "", length=32
    )


@dataclass(slots=True)
class _Collector:
    project: Project
    progress: Progress | None
    total: int
    found: dict[str, tuple[Extraction, DocumentResult]] = field(default_factory=dict)
    ready: int = 0

    def keep(self, name: str) -> None:
        extraction = read_extraction(self.project.store_of(name))
        status = "failed" if _failed(extraction) else "unchanged"
        self.found[name] = extraction, _result(extraction, status, 0.0)

    def take(self, task: Task, answer: Answer) -> None:
        if answer.problem is not None:
            key = "" if answer.problem.code in _WORTH_ANOTHER_TRY else task.key
            self.fail(task.name, task.sha256, answer.problem, answer.seconds, key)
        else:
            store = self.project.store_of(task.name)
            _write(store, answer.data)
            extraction = read_extraction(store)
            worst = {p.level for p in extraction.document.problems}
            status = "warning" if worst & {Level.WARNING, Level.ERROR} else "ok"
            status = "failed" if _failed(extraction) else status
            self.found[task.name] = extraction, _result(extraction, status, answer.seconds)
        self.ready += 1
        if self.progress is not None:
            self.progress(task.name, self.ready, self.total)

    def fail(self, name: str, sha256: str, cause: Problem, seconds: float, key: str = "") -> None:
        located = Problem(cause.code, cause.level, cause.page, cause.values, name, cause.place)
        extraction = Extraction(Document(path=name, sha256=sha256, kind="", title="", problems=(located,)))
        _write(self.project.store_of(name), dump_extraction(extraction, key))
        self.found[name] = extraction, _result(extraction, "failed", seconds)

    def finish(self) -> Extracted:
        """Put everything in the order of the names and drop what raw/ no longer holds."""
        keep = {self.project.store_of(name) for name in self.found}
        if self.project.normalized.is_dir():
            for file in sorted(self.project.normalized.glob("*.jsonl")):
                if file not in keep:
                    file.unlink(missing_ok=True)
        ordered = [self.found[name] for name in sorted(self.found)]
        return Extracted([extraction for extraction, _ in ordered], [result for _, result in ordered])


def load_stage(project: Project) -> Extracted:
    """Read what normalized/ holds, without looking at raw/; a damaged file is told and left out."""
    outcome = Extracted()
    for file in sorted(project.normalized.glob("*.jsonl")):
        try:
            extraction = read_extraction(file)
        except (DamagedLineError, OSError) as error:
            line = error.line if isinstance(error, DamagedLineError) else 0
            told = problem(Code.STORE_DAMAGED, Level.ERROR, file=file.name, line=line, cause=str(error))
            outcome.results.append(DocumentResult(file.name, "failed", problems=(told,)))
            continue
        outcome.extractions.append(extraction)
        outcome.results.append(_result(extraction, "failed" if _failed(extraction) else "unchanged", 0.0))
    outcome.extractions.sort(key=lambda e: e.document.path)
    return outcome


def _failed(extraction: Extraction) -> bool:
    """Tell whether nothing was read: not the document, or not a single one of its pages."""
    document = extraction.document
    lost = {p.page for p in document.problems if p.level is Level.ERROR and p.page}
    return not document.kind or 0 < document.pages <= len(lost)


def _write(path: Path, data: bytes) -> None:
    try:
        write_atomic(path, data)
    except OSError as error:
        cause = error.strerror or type(error).__name__
        raise ProjectError(problem(Code.NOT_WRITABLE, Level.ERROR, folder=path.parent, cause=cause)) from error


def _result(extraction: Extraction, status: str, seconds: float) -> DocumentResult:
    document = extraction.document
    return DocumentResult(
        document.path,
        status,
        document.kind,
        document.pages,
        len(extraction.records),
        seconds,
        document.problems,
        extraction.accounts,
    )
