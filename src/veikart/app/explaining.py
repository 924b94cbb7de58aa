"""Why records are one measure, or are not, as plain data."""

from collections.abc import Sequence

from reconcile.explain import MeasureExplanation, PairExplanation, explain_measure, explain_pair
from reconcile.service import Prepared, prepare
from veikart.app.decisions_folder import load_decisions, load_measure_registry
from veikart.app.extracting import Extracted
from veikart.app.project import Project
from veikart.app.subjects import UnknownSubjectError, find_measure, find_record
from veikart.core.outcome import RunModel
from veikart.core.records import Record
from veikart.core.vocabulary import load_vocabulary


def explain_subjects(project: Project, extracted: Extracted, subjects: Sequence[str]) -> dict[str, object]:
    """Explain one measure, or two records, by ids or by names.

    Raises:
        UnknownSubjectError: there is no such id or name.
        AmbiguousSubjectError: a name means several.
        ValueError: there are neither one nor two of them.
    """
    if len(subjects) not in {1, 2}:
        raise ValueError(len(subjects))
    prepared, threshold = prepare_project(project, extracted), project.config.reconcile.same
    try:
        model = _model(prepared.scene.compared.weights)
        if len(subjects) == 2:
            left, right = (find_record(prepared, subject) for subject in subjects)
            return {"pair": _pair(explain_pair(prepared, left, right, threshold)), "model": model}
        measure = find_measure(prepared, subjects[0])
        return {"measure": _measure(explain_measure(prepared, measure, threshold)), "model": model}
    except KeyError as error:
        raise UnknownSubjectError(str(error.args[0]) if error.args else "") from error


def prepare_project(project: Project, extracted: Extracted) -> Prepared:
    """Return the project's reconciliation with all that explains it; nothing is written."""
    decisions, _ = load_decisions(project.decisions)
    registry = load_measure_registry(project.decisions)
    vocabulary = load_vocabulary(project.config.vocabulary or None)
    return prepare(extracted.extractions, project.config.reconcile, vocabulary, decisions, registry, None)


def _model(model: RunModel) -> dict[str, object]:
    moved = [level for level in model.levels if level.shift]
    return {"hash": model.hash, "packaged": model.packaged, "decisions": model.decisions, "moved_levels": len(moved)}


def _measure(found: MeasureExplanation) -> dict[str, object]:
    measure = found.measure
    return {
        "measure_id": measure.id,
        "name": measure.name,
        "aliases": list(measure.aliases),
        "record_ids": list(measure.records),
        "documents": list(measure.documents),
        "held": [_pair(pair) for pair in found.held],
    }


def _pair(found: PairExplanation) -> dict[str, object]:
    return {
        "left": _record(found.left),
        "right": _record(found.right),
        "verdict": found.verdict.value,
        "weight": round(found.weight, 3),
        "threshold": found.threshold,
        "steps": [{"name": s.name, "weight": s.weight, "left": s.left, "right": s.right} for s in found.steps],
        "links": [
            {
                "kind": link.kind.value,
                "document": link.document,
                "page": link.page or None,
                "left": link.left_name,
                "right": link.right_name,
                "snippet": link.snippet,
            }
            for link in found.links
        ],
        "decisions": [
            {"id": d.id, "verdict": d.judgement.value, "by": d.by, "when": d.when, "reason": d.reason, "line": d.line}
            for d in found.decisions
        ],
        "chain": [_record(record) for record in found.chain],
        "above": found.above or None,
        "apart": list(found.apart),
        "measure_ids": list(found.measures),
    }


def _record(record: Record) -> dict[str, object]:
    return {
        "record_id": record.id,
        "title": record.title,
        "document": record.document,
        "page": record.page or None,
        "snippet": record.snippet,
    }
