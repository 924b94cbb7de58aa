"""The state of the project as the rows of review.xlsx."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, count
from pathlib import Path

from export.review_workbook import FILE, PairRow, Sheets, ValueRow, review_workbook
from export.review_workbook_reading import is_answered
from reconcile.pairs import evidence_hash
from veikart.app.project import Project
from veikart.app.review.answers import told
from veikart.app.review.desk import Desk
from veikart.app.review.questions import Choice, Question, Side, ask, label, standing_value
from veikart.app.review.view import View
from veikart.core.dates_told import moment_told, step_value_told
from veikart.core.decisions import Judgement
from veikart.core.files import write_atomic
from veikart.core.ids import short_hash
from veikart.core.messages import Catalogue
from veikart.core.outcome import Conflict, Lineage, Step
from veikart.core.problems import Code, Level, ProjectError, problem
from veikart.core.question_parts import question_parts
from veikart.core.records import Record
from veikart.core.vocabulary import load_vocabulary

_ALL_PAIRS = 4
"""Sides up to which every pair of a question has a row; of more, the first is asked about with each other."""


@dataclass(frozen=True, slots=True)
class Written:
    """The workbook that was written, and where an answered one that lay in its place was put."""

    path: Path
    set_aside: Path | None = None


def export_review(project: Project) -> Written:
    """Write exports/review.xlsx from what is on disk. Documents above the ceiling are not in it.

    Raises:
        ProjectError: exports/ cannot be written.
    """
    try:
        return write_review(project, Desk(project).view())
    except OSError as error:
        cause = error.strerror or type(error).__name__
        raise ProjectError(problem(Code.NOT_WRITABLE, Level.ERROR, folder=project.exports, cause=cause)) from error


def write_review(project: Project, view: View) -> Written:
    """Write exports/review.xlsx; one that holds answers is not written over.

    Raises:
        OSError: exports/ cannot be written.
    """
    language = project.config.project.language
    labels = [e.document.sensitivity for e in view.extractions]
    sensitivity = load_vocabulary(project.config.vocabulary or None).highest_sensitivity(labels)
    sheets = make_sheets(view, Catalogue(language), sensitivity)
    path = project.exports / FILE
    made = review_workbook(sheets, language)
    aside = _set_aside(path) if is_answered(path) else None
    write_atomic(path, made)
    return Written(path, aside)


def _set_aside(path: Path) -> Path:
    """Give a workbook a name of its own: review.answered.xlsx, review.answered-2.xlsx and so on."""
    names = (f"{path.stem}.answered{f'-{number}' if number > 1 else ''}{path.suffix}" for number in count(1))
    free = next(place for name in names if not (place := path.with_name(name)).exists())
    path.replace(free)
    return free


def make_sheets(view: View, catalogue: Catalogue, sensitivity: str = "") -> Sheets:
    """Return the rows of all sheets: open questions, editions, and the decisions in force."""
    asked = [ask(view, view.conflicts[identity], catalogue) for identity in view.open]
    return Sheets(
        run=run_of(view),
        pairs=[row for question in asked if not question.choices for row in _pairs(view, question, catalogue)],
        values=[_value(q, choice, catalogue) for q in asked for choice in q.choices],
        editions=[_edition(view, step, catalogue) for step in view.outcome.lineage],
        decisions=_decided(view, catalogue),
        sensitivity=sensitivity,
    )


def run_of(view: View) -> str:
    """Return what tells one state of the documents from another."""
    return short_hash("run", *sorted(f"{e.document.path} {e.document.sha256}" for e in view.extractions))


def seen_pair(view: View, left: str, right: str) -> str:
    """Return a hash of the evidence between two records, "" where there is none."""
    pair = view.pair(left, right)
    return evidence_hash(pair) if pair else ""


def seen_choice(choice: Choice) -> str:
    """Return a hash of the values that documents give."""
    return short_hash("choice", choice.field, *sorted(o.value for o in choice.options if o.records))


def _pairs(view: View, question: Question, catalogue: Catalogue) -> Iterator[PairRow]:
    for left, right in pairs_of(question):
        left_key, right_key, weight, explanation = _compared(view, left, right, catalogue)
        yield PairRow(
            number=question.place,
            question=_asked(question.conflict),
            left=left.title,
            left_place=place(view.records[left_key], view, catalogue),
            right=right.title,
            right_place=place(view.records[right_key], view, catalogue),
            evidence=explanation,
            weight=weight,
            conflict=question.conflict.id,
            left_record=left_key,
            right_record=right_key,
            seen=seen_pair(view, left_key, right_key),
        )


def pairs_of(question: Question) -> list[tuple[Side, Side]]:
    """Return the pairs of sides that a question has rows for."""
    sides = question.sides
    return list(combinations(sides, 2)) if len(sides) <= _ALL_PAIRS else [(sides[0], side) for side in sides[1:]]


def _compared(view: View, left: Side, right: Side, catalogue: Catalogue) -> tuple[str, str, float | None, str]:
    """Return the records of two sides that were compared with most weight, else those that stand for them."""
    found = [(p, a.id, b.id) for a in left.records for b in right.records if (p := view.pair(a.id, b.id))]
    if not found:
        return left.key, right.key, None, ""
    pair, one, other = max(found, key=lambda item: item[0].weight)
    told = "; ".join(_step(step, catalogue) for step in pair.steps if step.left or step.right)
    return one, other, round(pair.weight, 1), told


def _step(step: Step, catalogue: Catalogue) -> str:
    weight = f"{step.weight:+.1f}".replace(".", catalogue.text("review.decimal"))
    left, right = (step_value_told(value, catalogue) for value in (step.left, step.right))
    return f"{catalogue.label('evidence', step.name)} {weight} ({left} | {right})"


def _asked(conflict: Conflict) -> str:
    """Return the message with what was found, the question, and what follows on lines of their own."""
    return "\n".join(part for part in question_parts(conflict.message) if part)


def _value(question: Question, choice: Choice, catalogue: Catalogue) -> ValueRow:
    conflict: Conflict = question.conflict
    return ValueRow(
        number=question.place,
        kind=catalogue.label("conflict_kind", conflict.kind.value),
        question=_asked(conflict),
        measure=choice.measure.name,
        current=label(choice.field, standing_value(choice.measure, choice.field), catalogue),
        options=tuple(dict.fromkeys(option.label for option in choice.options)),
        conflict=conflict.id,
        record=choice.record,
        field=choice.field,
        seen=seen_choice(choice),
    )


def place(record: Record, view: View, catalogue: Catalogue) -> str:
    """Return where a record stands, as people read it."""
    paged = view.documents[record.document].kind in ("pdf", "pptx")
    page, line = record.page if paged else "", record.line_start or ""
    return catalogue.text("review.place", document=record.document, page=page, line=line)


def _edition(view: View, step: Lineage, catalogue: Catalogue) -> tuple[str, ...]:
    def names(measures: tuple[str, ...]) -> str:
        return "; ".join(view.measures[m].name if m in view.measures else m for m in measures)

    change = catalogue.label("change", step.change.value)
    moved = names(step.from_measures), names(step.to_measures)
    return step.from_edition, step.to_edition, change, *moved, step.message


def _decided(view: View, catalogue: Catalogue) -> list[tuple[str, ...]]:
    made = [d for d in view.standing if d.judgement is not Judgement.UNDO]
    return [(moment_told(d.when, catalogue), d.by, told([d], catalogue), d.reason) for d in reversed(made)]
