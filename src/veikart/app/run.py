"""The main job as a library call: extract, reconcile, export. The command line is a thin skin over it."""

import time
from dataclasses import dataclass
from pathlib import Path

from veikart import __version__
from veikart.app.collector import without_collector
from veikart.app.decisions_folder import (
    check_store,
    load_decisions,
    load_measure_registry,
    migrate_store,
    with_new_events,
)
from veikart.app.extracting import Extracted, Progress, extract_stage, load_stage
from veikart.app.guards import not_writable, prepare_folders
from veikart.app.project import Project
from veikart.app.results import RunResult
from veikart.app.shrinking import shrunk
from veikart.app.side_work import side_executor
from veikart.app.unchanged import export_key, last_export, remember
from veikart.core.files import write_together
from veikart.core.outcome import Reconciliation
from veikart.core.problems import Code, Level, Problem, ProjectError, problem
from veikart.core.vocabulary import load_vocabulary


class SensitivityError(Exception):
    """Documents are above the configured ceiling; nothing was exported."""

    def __init__(self, documents: list[str], ceiling: str) -> None:
        super().__init__(", ".join(documents))
        self.problem = problem(Code.OVER_CEILING, Level.ERROR, documents=", ".join(documents), ceiling=ceiling)


def run(
    project: Project,
    progress: Progress | None = None,
    again: bool = False,
    redacted: bool = False,
    accept_loss: bool = False,
) -> RunResult:
    """Extract, reconcile and export; `redacted` leaves out what is above the ceiling instead of refusing.

    Where more than `max_lost_share` would be gone, the exports stay and the result says so, unless `accept_loss`.

    Raises:
        ProjectError: the run could not be carried through; exports are as they were.
        SensitivityError: exporting was refused.
    """
    started = time.perf_counter()
    check_store(project.decisions)
    prepare_folders((project.normalized, project.decisions, project.exports))
    migrated = bring_to_date(project)
    extracted = extract_stage(project, progress, again)
    known = None if again else last_export(project, export_key(project, redacted))
    if known is not None:
        result = summarise(extracted, None, list(known.problems))
        result.measures, result.conflicts = known.measures, known.conflicts
        result.exports = [project.exports / name for name, _, _ in known.files]
        result.seconds = time.perf_counter() - started
        return result
    merging = reconcile_stage(project, extracted)
    result = summarise(extracted, merging.outcome, merging.problems)
    result.exports, told = export_guarded(project, extracted, merging, redacted, accept_loss)
    result.problems += told
    if result.exports and extracted.results:
        remember(project, export_key(project, redacted), result)
    result.problems += migrated
    result.seconds = time.perf_counter() - started
    return result


def bring_to_date(project: Project) -> list[Problem]:
    """Migrate what an older version wrote in decisions/, and tell of it.

    Raises:
        ProjectError: a file cannot be written; it is as it was.
    """
    try:
        return migrate_store(project.decisions)
    except OSError as error:
        raise not_writable(project.decisions, error) from error


def summarise(extracted: Extracted, outcome: Reconciliation | None, problems: list[Problem]) -> RunResult:
    """Return the totals over what was extracted and reconciled."""
    result = RunResult(documents=extracted.results, problems=problems)
    if not extracted.results:
        result.problems = [*problems, problem(Code.NO_DOCUMENTS, Level.WARNING)]
    result.records = sum(len(extraction.records) for extraction in extracted.extractions)
    if outcome is not None:
        result.measures = len(outcome.measures)
        result.conflicts = sum(conflict.state == "open" for conflict in outcome.conflicts)
    return result


@dataclass(frozen=True, slots=True)
class Merging:
    """Records merged into measures, and the id registry as it should stand once somebody is told of the ids."""

    outcome: Reconciliation
    problems: list[Problem]
    registry: dict[Path, bytes]  # the file and its new content; nothing where no id is new


@without_collector()
def reconcile_stage(project: Project, extracted: Extracted) -> Merging:
    """Merge records into measures; nothing is written yet."""
    from reconcile.service import reconcile

    decisions, problems = load_decisions(project.decisions)
    registry = load_measure_registry(project.decisions)
    vocabulary = load_vocabulary(project.config.vocabulary or None)
    config = project.config
    found = reconcile(
        extracted.extractions, config.reconcile, vocabulary, decisions, registry, None, config.project.language
    )
    events = with_new_events(project.decisions, registry, found.registry)
    return Merging(found.reconciliation, [*problems, *found.problems], events)


def keep_ids(project: Project, merging: Merging) -> None:
    """Write what is new in the id registry.

    Raises:
        ProjectError: it cannot be written.
    """
    try:
        write_together(merging.registry)
    except OSError as error:
        raise not_writable(project.decisions, error) from error


def export_guarded(
    project: Project, extracted: Extracted, merging: Merging, redacted: bool, accept_loss: bool
) -> tuple[list[Path], list[Problem]]:
    """Export, unless that would lose more than the configured share of the last export; then tell of it instead.

    Raises:
        SensitivityError, ProjectError: see `export_stage`.
    """
    limit = 1.0 if redacted or accept_loss else project.config.export.max_lost_share
    lost = shrunk(project.exports, extracted.extractions, len(merging.outcome.measures), limit)
    return ([], lost) if lost else export_stage(project, extracted, merging, redacted)


@without_collector()
def export_stage(
    project: Project, extracted: Extracted, merging: Merging, redacted: bool = False
) -> tuple[list[Path], list[Problem]]:
    """Write exports/ and the id registry, all or nothing; return the exports, and a problem that counts what was
    left out.

    With `redacted`, documents above the ceiling are left out and the rest is reconciled anew, so that no value of a
    measure comes from them; the id registry stays that of the whole.

    Raises:
        SensitivityError: documents are above the ceiling, and `redacted` is not set.
        ProjectError: exports/ or decisions/ cannot be written.
    """
    from export.service import over_ceiling, redact, write_exports

    over, ceiling = over_ceiling(extracted.extractions, project.config), project.config.export.max_sensitivity
    if over and not redacted:
        raise SensitivityError(over, ceiling)
    kept, left_out = redact(extracted.extractions, project.config)
    outcome = reconcile_stage(project, Extracted(kept)).outcome if over else merging.outcome
    try:
        with side_executor(project.config.extract, sum(len(e.records) for e in kept)) as executor:
            paths = write_exports(
                project.exports,
                kept,
                outcome,
                project.config,
                version=__version__,
                left_out=left_out,
                executor=executor,
                first=merging.registry,
            )
    except OSError as error:
        raise not_writable(project.exports, error) from error
    count, records = left_out.documents, left_out.records
    told = problem(Code.LEFT_OUT, Level.WARNING, count=count, records=records, ceiling=ceiling)
    return paths, [told] if over else []


def load(project: Project) -> Extracted:
    """Return what normalized/ holds.

    Raises:
        ProjectError: nothing has been extracted yet.
    """
    extracted = load_stage(project)
    if not extracted.results:
        raise ProjectError(problem(Code.NO_DOCUMENTS, Level.ERROR))
    return extracted
