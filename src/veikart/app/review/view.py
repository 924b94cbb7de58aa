"""One state of the project as the page shows it: what the documents gave and what the decisions make of it."""

from dataclasses import dataclass
from functools import cached_property

from veikart.core.decisions import Decision, Judgement, standing
from veikart.core.outcome import Conflict, Measure, Pair, Reconciliation
from veikart.core.problems import Problem
from veikart.core.records import Document, Extraction, Record


@dataclass(frozen=True)
class View:
    """A reconciliation with the look-ups that pages need. `version` grows with every change on disk."""

    version: int
    extractions: tuple[Extraction, ...]
    outcome: Reconciliation
    decisions: tuple[Decision, ...]
    problems: tuple[Problem, ...] = ()
    hidden: int = 0  # documents above the ceiling

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by path."""
        return {e.document.path: e.document for e in self.extractions}

    @cached_property
    def records(self) -> dict[str, Record]:
        """Records by id."""
        return {r.id: r for e in self.extractions for r in e.records}

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """Measures by id."""
        return {m.id: m for m in self.outcome.measures}

    @cached_property
    def conflicts(self) -> dict[str, Conflict]:
        """Conflicts by id, in the order of the queue."""
        return {c.id: c for c in self.outcome.conflicts}

    @cached_property
    def open(self) -> tuple[str, ...]:
        """Ids of the open conflicts, the most consequential first."""
        return tuple(c.id for c in self.outcome.conflicts if c.state == "open")

    @cached_property
    def standing(self) -> tuple[Decision, ...]:
        """Decisions in force."""
        return tuple(standing(self.decisions))

    @cached_property
    def answers(self) -> dict[str, list[Decision]]:
        """Decisions in force by the conflict that they answer."""
        found: dict[str, list[Decision]] = {}
        for decision in self.standing:
            if decision.conflict:
                found.setdefault(decision.conflict, []).append(decision)
        return found

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], Pair]:
        return {(p.left, p.right): p for p in self.outcome.pairs}

    def pair(self, left: str, right: str) -> Pair | None:
        """Return what is known of two records that stand for their mentions."""
        return self._pairs.get((min(left, right), max(left, right)))

    @property
    def answered(self) -> int:
        """How many questions have an answer: those settled by a decision, also where the question is gone since."""
        settled = {c for c, made in self.answers.items() if made[-1].judgement is not Judgement.UNSURE}
        return len((settled | {c.id for c in self.outcome.conflicts if c.state != "open"}) - set(self.open))

    @property
    def total(self) -> int:
        """How many questions there are, answered ones included."""
        return self.answered + len(self.open)

    def batch(self, decision_id: str) -> list[Decision]:
        """Return the decisions in force that were made in one act with this one, itself included."""
        first = next((d for d in self.standing if d.id == decision_id), None)
        if first is None:
            return []
        return [d for d in self.standing if (d.by, d.when, d.conflict) == (first.by, first.when, first.conflict)]
