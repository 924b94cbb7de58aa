"""A decision from a person: found records, one line on disk."""

from datetime import UTC, datetime

from reconcile.deciding import side_of
from veikart.app.decisions_folder import add_decision, load_decisions
from veikart.app.extracting import Extracted
from veikart.app.project import Project
from veikart.app.subjects import UnknownSubjectError
from veikart.core.decisions import Decision, Judgement, Side, make_decision, standing, undo
from veikart.core.problems import Code, Level, ProjectError, problem


def decide(
    project: Project, extracted: Extracted, judgement: Judgement, left: str, right: str, *, by: str, reason: str
) -> Decision:
    """Note a decision about two records; it is on disk when this returns.

    Raises:
        UnknownSubjectError: a record is not known.
        ProjectError: decisions/ cannot be written.
    """
    sides = [_side(extracted, record) for record in (left, right)]
    decision = make_decision(judgement, *sides, by=by, when=now(), reason=reason)
    _append(project, decision)
    return decision


def take_back(project: Project, decision: str, *, by: str, reason: str) -> Decision:
    """Take back a decision that is in force, by its id.

    Raises:
        UnknownSubjectError: no such decision is in force.
        ProjectError: decisions/ cannot be written.
    """
    decisions, _ = load_decisions(project.decisions)
    found = next((d for d in standing(decisions) if d.id == decision), None)
    if found is None:
        raise UnknownSubjectError(decision)
    undone = undo(found, by=by, when=now(), reason=reason)
    _append(project, undone)
    return undone


def now() -> str:
    """Return the time as it is written in decisions: UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _side(extracted: Extracted, record: str) -> Side:
    for extraction in extracted.extractions:
        for found in extraction.records:
            if found.id == record:
                return side_of(found, extraction.document)
    raise UnknownSubjectError(record)


def _append(project: Project, decision: Decision) -> None:
    try:
        add_decision(project.decisions, decision)
    except OSError as error:
        cause = error.strerror or type(error).__name__
        raise ProjectError(problem(Code.NOT_WRITABLE, Level.ERROR, folder=project.decisions, cause=cause)) from error
