"""A filled review workbook becomes decisions: each row is noted, known already, or refused with a reason."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from export.review_workbook import PAIRS
from export.review_workbook_reading import Answer, Filled, WorkbookError, annotate, read_review_workbook
from reconcile.rulings import FIELDS
from veikart.app.project import Project
from veikart.app.review import acts
from veikart.app.review.desk import Desk
from veikart.app.review.forms import JUDGEMENTS, FormError, read_value
from veikart.app.review.questions import ask, choose
from veikart.app.review.sheets import pairs_of, run_of, seen_choice, seen_pair
from veikart.app.review.verdicts import contradictions
from veikart.app.review.view import View
from veikart.core.dates_told import moment_told
from veikart.core.decisions import Decision, Judgement
from veikart.core.files import write_atomic
from veikart.core.ids import short_hash
from veikart.core.messages import LANGUAGES, Catalogue
from veikart.core.problems import Code, Level, ProjectError, problem

_CUT = 1_000  # characters kept of a comment


@dataclass(slots=True)
class Fate:
    """What became of one row."""

    answer: Answer
    decision: Decision | None = None  # None where the row was refused
    known: bool = False
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class WorkbookReport:
    """What a workbook did, or with a dry run would do."""

    fates: tuple[Fate, ...]
    older: bool  # of an older run
    annotated: Path | None
    flagged: int

    @property
    def new(self) -> int:
        """Rows that became decisions."""
        return sum(f.decision is not None and not f.known for f in self.fates)

    @property
    def known(self) -> int:
        """Rows that were read before."""
        return sum(f.known for f in self.fates)

    @property
    def refused(self) -> int:
        """Rows that could not be used."""
        return sum(f.decision is None for f in self.fates)


def decide_workbook(project: Project, file: Path, dry_run: bool) -> WorkbookReport:
    """Read a filled workbook and note its decisions, all in one piece; tell each row's fate in a copy beside it.

    Raises:
        ProjectError: the file cannot be used, or decisions/ cannot be written; nothing was changed.
    """
    filled = _read(file)
    desk = Desk(project)
    view, catalogue = desk.view(), Catalogue(project.config.project.language)
    reader = _Reader(desk, view, catalogue)
    fates = [reader.fate(answer) for answer in filled.answers]
    _refuse_contradictions(fates, catalogue)
    _leave_open(fates, view, catalogue)
    flagged = _note_history(fates, view, catalogue)
    new = [f.decision for f in fates if f.decision is not None and not f.known]
    if new and not dry_run:
        try:
            desk.decide(list({d.id: d for d in new}.values()))
        except OSError as error:
            raise _not_writable(project.decisions, error) from error
    for fate in fates:
        if fate.decision is not None:
            key = "known" if fate.known else "would" if dry_run else "noted"
            fate.notes.insert(0, catalogue.text(f"review_book.fate.{key}"))
    annotated = None if dry_run else _annotated(file, fates, catalogue)
    return WorkbookReport(tuple(fates), filled.run != run_of(view), annotated, flagged)


class _Reader:
    """Turns rows into decisions."""

    def __init__(self, desk: Desk, view: View, catalogue: Catalogue) -> None:
        self._desk, self._view, self._catalogue = desk, view, catalogue
        self._when = datetime.now(UTC).isoformat(timespec="milliseconds")
        languages = [Catalogue(language) for language in LANGUAGES]
        self._verdicts = {
            c.text(f"review_book.verdict.{j.value}").casefold(): j for c in languages for j in JUDGEMENTS
        } | {j.value: j for j in JUDGEMENTS}
        self._keep = {c.text("review_book.keep") for c in languages}

    def fate(self, answer: Answer) -> Fate:
        """Read one row."""
        fate = Fate(answer)
        try:
            if not any(answer[key] for key in ("verdict", "chosen", "other")):
                raise FormError(self._say("no_answer"))
            if not answer["initials"]:
                raise FormError(self._say("no_initials"))
            made, changed = self._pair(answer) if answer.sheet == PAIRS else self._value(answer)
        except FormError as error:
            fate.notes.append(str(error))
            return fate
        told = (answer.sheet, answer["conflict"], made.left.record, made.right.record, made.judgement)
        identity = "d" + short_hash("workbook", *told, made.field, made.value, made.by, made.reason)
        fate.decision = replace(made, id=identity, conflict=answer["conflict"])
        if changed:
            fate.notes.append(self._say("changed"))
        return fate

    def _pair(self, answer: Answer) -> tuple[Decision, bool]:
        judgement = self._verdicts.get(answer["verdict"].casefold())
        if judgement is None:
            raise FormError(self._say("no_verdict", text=answer["verdict"]))
        left, right = answer["left_record"], answer["right_record"]
        if left not in self._view.records or right not in self._view.records or left == right:
            raise FormError(self._say("gone"))
        (made,) = acts.judge(self._view, judgement, [left, right], self._signed(answer))
        return made, seen_pair(self._view, left, right) != answer["seen"]

    def _value(self, answer: Answer) -> tuple[Decision, bool]:
        record, name = answer["record"], answer["field"]
        if record not in self._view.records or name not in FIELDS:
            raise FormError(self._say("gone"))
        if answer["chosen"] and answer["other"]:
            raise FormError(self._say("two_values"))
        measure = self._view.measures[self._view.outcome.member_of[record]]
        conflict = self._view.conflicts.get(answer["conflict"])
        more = [self._view.records[r] for r in conflict.records] if conflict else []
        choice = choose(self._view, measure, name, self._catalogue, more)
        value = self._chosen(answer, name, {option.label: option.value for option in choice.options})
        (made,) = acts.choose(self._view, record, name, value, self._signed(answer))
        return made, seen_choice(choice) != answer["seen"]

    def _chosen(self, answer: Answer, name: str, known: dict[str, str]) -> str:
        told = answer["chosen"] or answer["other"]
        if told in self._keep:
            return ""
        if told in known:
            return known[told]
        try:
            return read_value(name, told, self._desk.vocabulary, self._catalogue)
        except FormError as error:
            raise FormError(self._say("no_value", reason=error)) from error

    def _signed(self, answer: Answer) -> acts.Signed:
        return acts.Signed(answer["initials"][:80], self._when, answer["comment"][:_CUT])

    def _say(self, key: str, **values: object) -> str:
        return self._catalogue.text(f"review_book.fate.{key}", **values)


def _refuse_contradictions(fates: Sequence[Fate], catalogue: Catalogue) -> None:
    """Refuse all rows that cannot hold at once, each with the rows that it contradicts."""
    made = {n: f.decision for n, f in enumerate(fates) if f.decision is not None}
    for number, others in contradictions(made).items():
        rows = ", ".join(str(fates[n].answer.row) for n in sorted(others))
        sheet = catalogue.text(f"review_book.sheet.{fates[number].answer.sheet}")
        fates[number].decision = None
        fates[number].notes = [catalogue.text("review_book.fate.against", rows=rows, sheet=sheet)]


def _leave_open(fates: Iterable[Fate], view: View, catalogue: Catalogue) -> None:
    """A question of many sides is settled only when all its rows are answered."""
    answered = Counter(f.answer["conflict"] for f in fates if f.decision is not None and f.answer.sheet == PAIRS)
    for fate in fates:
        conflict = view.conflicts.get(fate.answer["conflict"])
        if fate.decision is None or fate.answer.sheet != PAIRS or conflict is None:
            continue
        if answered[conflict.id] < len(pairs_of(ask(view, conflict, catalogue))):
            fate.decision = replace(fate.decision, conflict="")


def _note_history(fates: Iterable[Fate], view: View, catalogue: Catalogue) -> int:
    """Mark rows that were read before, and those that replace another answer; return how many have other evidence."""
    ids = {d.id for d in view.decisions}
    changed, flagged = catalogue.text("review_book.fate.changed"), 0
    for fate in fates:
        if fate.decision is None:
            continue
        fate.known = fate.decision.id in ids
        if fate.known:  # its own decision is part of what is known now
            fate.notes = [note for note in fate.notes if note != changed]
        flagged += changed in fate.notes
        earlier = [d for d in view.standing if not fate.known and _same_question(d, fate.decision)]
        if earlier and (earlier[-1].judgement, earlier[-1].value) != (fate.decision.judgement, fate.decision.value):
            who, when = earlier[-1].by, moment_told(earlier[-1].when, catalogue)
            fate.notes.append(catalogue.text("review_book.fate.replaces", by=who, when=when))
    return flagged


def _same_question(one: Decision, other: Decision) -> bool:
    if Judgement.VALUE in (one.judgement, other.judgement):
        return (one.judgement, one.left.record, one.field) == (other.judgement, other.left.record, other.field)
    return {one.left.record, one.right.record} == {other.left.record, other.right.record}


def _read(file: Path) -> Filled:
    try:
        return read_review_workbook(file)
    except WorkbookError as error:
        raise ProjectError(problem(Code.WORKBOOK_UNUSABLE, Level.ERROR, workbook=str(error))) from error
    except OSError as error:
        cause = error.strerror or type(error).__name__
        raise ProjectError(problem(Code.WORKBOOK_UNUSABLE, Level.ERROR, workbook=cause)) from error


def _annotated(file: Path, fates: Iterable[Fate], catalogue: Catalogue) -> Path | None:
    """Write the copy that tells each row's fate; the decisions stand also where it cannot be written."""
    target = file.with_suffix(f".annotated{file.suffix}")
    told = {(f.answer.sheet, f.answer.row): " ".join(f.notes) for f in fates}
    try:
        write_atomic(target, annotate(file, told, catalogue.text("review_book.status")))
    except (OSError, WorkbookError):
        return None
    return target


def _not_writable(folder: Path, error: OSError) -> ProjectError:
    cause = error.strerror or type(error).__name__
    return ProjectError(problem(Code.NOT_WRITABLE, Level.ERROR, folder=folder, cause=cause))
