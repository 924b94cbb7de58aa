"""From a posted form to decisions on disk: each answer is a small function from form to decisions."""

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.rulings import EMPTY, FIELDS, NAME, STATUS
from veikart.app.review import acts
from veikart.app.review.acts import Signed
from veikart.app.review.forms import MAX_REASON, MAX_VALUE, Form, FormError, read_value
from veikart.app.review.questions import Choice, Question, ask, choose, label, standing_value
from veikart.app.review.view import View
from veikart.core.decisions import Decision, Judgement
from veikart.core.messages import Catalogue
from veikart.core.records import Status
from veikart.core.vocabulary import Vocabulary

OTHER = "other"
KEEP = "keep"


class AnsweredError(Exception):
    """Somebody else answered while this person was looking."""

    def __init__(self, answer: Decision) -> None:
        super().__init__(answer.id)
        self.answer = answer


@dataclass(frozen=True, slots=True)
class Reading:
    """What is needed to read forms."""

    view: View
    vocabulary: Vocabulary
    catalogue: Catalogue


def signature(form: Form) -> Signed:
    """Return who signs the form."""
    return acts.sign(form.by(), form.line("reason", MAX_REASON))


def verdict(reading: Reading, question: Question, form: Form) -> list[Decision]:
    """Return the verdict on the marked sides of a question."""
    refuse_surprise(question, form)
    if form.line("verdict") == KEEP:
        return acts.choose(reading.view, question.sides[0].key, "", "", signature(form), question.conflict.id)
    marked = [key for key in form.lines("side") if key in {side.key for side in question.sides}]
    if len(marked) < 2:
        raise FormError(reading.catalogue.text("review.need_two"))
    settles = (
        question.conflict.id if len(marked) == len(question.sides) and not question.cut else ""
    )  # the rest is still to be asked
    return acts.judge(reading.view, form.judgement(), marked, signature(form), settles)


def value(reading: Reading, question: Question, form: Form) -> list[Decision]:
    """Return the value chosen for one of a question's measures; keeping all as it is settles the question."""
    refuse_surprise(question, form)
    measure, _, told = form.line("choice", MAX_VALUE + 80).partition("|")
    identity = question.conflict.id
    if measure == KEEP:
        record = question.choices[0].record
        return acts.choose(reading.view, record, question.conflict.field, "", signature(form), identity)
    choice = next((c for c in question.choices if c.measure.id == measure), None)
    if choice is None:
        raise FormError(reading.catalogue.text("review.need_value"))
    chosen = _value(reading, choice, told, form.line(f"other-{choice.measure.id}", MAX_VALUE))
    return acts.choose(reading.view, choice.record, choice.field, chosen, signature(form), identity)


def correction(reading: Reading, measure_id: str, form: Form) -> list[Decision]:
    """Return the values that a person gives a measure by hand: those that differ from what stands."""
    measure, signed = reading.view.measures[measure_id], signature(form)
    decisions: list[Decision] = []
    for field in FIELDS:
        told = form.line(field, MAX_VALUE)
        choice = choose(reading.view, measure, field, reading.catalogue)
        chosen = _written(reading, choice, told)
        if chosen != (standing_value(measure, field) or EMPTY):
            decisions += acts.choose(reading.view, choice.record, field, chosen, signed)
    if not decisions:
        raise FormError(reading.catalogue.text("review.nothing_new"))
    return decisions


def removal(reading: Reading, measure_id: str, form: Form) -> list[Decision]:
    """Return the decisions that take a mention out of a measure."""
    measure, record = reading.view.measures[measure_id], form.line("record")
    if record not in measure.records:
        raise FormError(reading.catalogue.text("review.unknown_form"))
    decisions = acts.take_out(reading.view, measure, record, signature(form))
    if not decisions:
        raise FormError(reading.catalogue.text("review.need_two"))
    return decisions


def retraction(reading: Reading, form: Form) -> list[Decision]:
    """Return what takes back all that was decided in one act."""
    batch = reading.view.batch(form.line("decision"))
    if not batch:
        raise FormError(reading.catalogue.text("review.gone"))
    return acts.take_back(batch, signature(form))


def refuse_surprise(question: Question, form: Form) -> None:
    """Refuse an answer from somebody who has not seen the answer that stands."""
    if question.answers and form.line("seen") != question.seen:
        raise AnsweredError(question.answers[-1])


def told(decisions: Sequence[Decision], catalogue: Catalogue) -> str:
    """Return what decisions of one act say, in words."""
    first = decisions[0]
    left, right = (s.name or s.title for s in (first.left, first.right))
    if first.judgement is Judgement.UNDO:
        return catalogue.text("review.saved_undo")
    if first.judgement is Judgement.VALUE:
        if len(decisions) > 1:
            return catalogue.text("review.saved_values", count=len(decisions), name=left)
        field = catalogue.text(f"review.{first.field}") if first.field in FIELDS else first.field
        if not first.field:
            return catalogue.text("review.saved_kept", name=left)
        if not first.value:
            return catalogue.text("review.saved_settled", field=field, name=left)
        shown = label(first.field, first.value, catalogue)
        return catalogue.text("review.saved_value", field=field, name=left, value=shown)
    named = catalogue.text(f"review.{first.judgement.value}").lower()
    if first.judgement is Judgement.DIFFERENT and not first.conflict and _one_against_all(decisions):
        return catalogue.text("review.saved_drop", name=left)
    if len(decisions) > 1:
        return catalogue.text("review.saved_verdict", count=len(decisions) + 1, verdict=named)
    return catalogue.text("review.saved_pair", left=left, right=right, verdict=named)


def _one_against_all(decisions: Sequence[Decision]) -> bool:
    return len(decisions) > 1 and len({d.left.record for d in decisions}) == 1


def question_of(reading: Reading, conflict_id: str) -> Question | None:
    """Return a question by the id of its conflict."""
    conflict = reading.view.conflicts.get(conflict_id)
    return ask(reading.view, conflict, reading.catalogue) if conflict else None


def _value(reading: Reading, choice: Choice, told: str, written: str) -> str:
    if told != OTHER:
        if told not in {option.value for option in choice.options}:
            raise FormError(reading.catalogue.text("review.need_value"))
        return told
    if not written:
        raise FormError(reading.catalogue.text("review.need_value"))
    return read_value(choice.field, written, reading.vocabulary, reading.catalogue)


def _written(reading: Reading, choice: Choice, told: str) -> str:
    """Return what stands in a field of the form; an empty field leaves the measure's empty."""
    if choice.field != NAME and told in ("", EMPTY):
        return EMPTY
    if choice.field == STATUS and told in list(Status):
        return told
    known = {option.label: option.value for option in choice.options}
    return known.get(told) or _value(reading, choice, OTHER, told)
