"""People's decisions brought to the records of this run: what must be one, what must not, what is related.

A side of a decision is found by its record, or by its name where the document or another of the same source has it, so
that decisions outlive re-extraction, renamed files, changed cleaning rules and new editions. Of two decisions that
contradict each other the later stands, and both lines are reported.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from reconcile.mentions import Corpus
from reconcile.rulings import Ruling
from veikart.core.decisions import Decision, Judgement, Side, standing
from veikart.core.problems import Code, Level, Problem, problem
from veikart.core.records import Document, Extraction, Record
from veikart.core.text import fold

Pair = tuple[int, int]

STILL_ITSELF = 60.0
"""Likeness (0–100) of a record's printed title to the title decided about, below which the place holds another text."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A decision with the records of this run that its sides mean."""

    decision: Decision
    left: tuple[Record, ...]
    right: tuple[Record, ...]


@dataclass(slots=True)
class Verdicts:
    """What decisions say of pairs of nodes, each with the decision that says so."""

    same: dict[Pair, Decision] = field(default_factory=dict)
    different: dict[Pair, Decision] = field(default_factory=dict)
    related: dict[Pair, Decision] = field(default_factory=dict)
    unsure: dict[Pair, Decision] = field(default_factory=dict)

    def pairs(self) -> set[Pair]:
        """Return all pairs that a decision says something of."""
        return {*self.same, *self.different, *self.related, *self.unsure}

    def of(self, pair: Pair) -> Decision | None:
        """Return the decision about a pair, None where nobody decided."""
        for kept in (self.same, self.different, self.related, self.unsure):
            if pair in kept:
                return kept[pair]
        return None


def source_of(document: Document) -> str:
    """Return what names a document's source across editions: its series, else its issuer."""
    return document.series or document.issuer


def side_of(record: Record, document: Document) -> Side:
    """Return a record as a side of a new decision."""
    return Side(record.id, record.title, record.name, record.document, source_of(document))


def match_decisions(
    decisions: Iterable[Decision], extractions: Sequence[Extraction]
) -> tuple[list[Matched], list[Problem]]:
    """Find the records of every decision in force; those without any are reported, and stay where they are."""
    index = _Index(extractions)
    matched, problems = [], []
    for decision in standing(decisions):
        if decision.judgement is Judgement.VALUE:
            continue
        left, right = index.find(decision.left), index.find(decision.right)
        if left and right:
            matched.append(Matched(decision, left, right))
        else:
            lost = decision.left if not left else decision.right
            problems.append(_unmatched(decision, lost))
    return matched, problems


def match_rulings(decisions: Iterable[Decision], extractions: Sequence[Extraction]) -> list[Ruling]:
    """Return the decisions in force about values of fields, with the records that they mean."""
    made = [d for d in standing(decisions) if d.judgement is Judgement.VALUE]
    index = _Index(extractions) if made else None
    return [Ruling(d, found) for d in made if index and (found := index.find(d.left))]


def told_apart(matched: Iterable[Matched]) -> frozenset[str]:
    """Return the records that people told apart from others of the same name: they are compared one by one."""
    apart = (Judgement.DIFFERENT, Judgement.RELATED)
    found: set[str] = set()
    for m in matched:
        if m.decision.judgement in apart and {fold(r.name) for r in m.left} & {fold(r.name) for r in m.right}:
            found |= {m.decision.left.record, m.decision.right.record}
    return frozenset(found)


def to_nodes(matched: Sequence[Matched], corpus: Corpus) -> tuple[Verdicts, list[Problem]]:
    """Bring decisions to nodes, the latest first, and leave out those that contradict a later one."""
    verdicts, problems = Verdicts(), []
    ledger = _Ledger()
    for m in reversed(matched):
        left, right = ({corpus.by_record[r.id] for r in side} for side in (m.left, m.right))
        left, right = (left - right or left), (right - left or right)
        if m.decision.judgement is Judgement.SAME:
            nodes = sorted(left | right)
            pairs = [(nodes[0], other) for other in nodes[1:]]
            against = ledger.refuses_same(pairs)
            kept = verdicts.same
        else:
            pairs = sorted({(min(a, b), max(a, b)) for a in left for b in right if a != b})
            apart = m.decision.judgement is not Judgement.UNSURE
            against = ledger.refuses_different(pairs) if apart else None
            kept = {Judgement.RELATED: verdicts.related, Judgement.UNSURE: verdicts.unsure}.get(
                m.decision.judgement, verdicts.different
            )
        if against is not None:
            problems.append(_contradiction(m.decision, against))
            continue
        ledger.note(m.decision, pairs)
        for pair in pairs:
            kept.setdefault(pair, m.decision)
    return verdicts, problems


class _Index:
    """Records by id and by name."""

    def __init__(self, extractions: Sequence[Extraction]) -> None:
        self._documents = {e.document.path: e.document for e in extractions}
        self._records = {r.id: r for e in extractions for r in e.records}
        self._named: dict[str, list[Record]] = defaultdict(list)
        for record in sorted(self._records.values(), key=lambda r: r.id):
            for key in {fold(record.name), fold(record.title)}:
                self._named[key].append(record)

    def find(self, side: Side) -> tuple[Record, ...]:
        """Return the records that a side means, its own first."""
        found: dict[str, Record] = {}
        own = self._records.get(side.record)
        if own is not None and _still_itself(own, side):
            found[own.id] = own
        for text in (side.name, side.title):
            for record in self._named.get(fold(text), ()) if text else ():
                if self._same_source(record, side):
                    found.setdefault(record.id, record)
        return tuple(found.values())

    def _same_source(self, record: Record, side: Side) -> bool:
        if record.document == side.document or not side.document:
            return True
        if side.document not in self._documents and side.record not in self._records:
            return True  # the file has another name or edition now
        return bool(side.source) and side.source == source_of(self._documents[record.document])


def _still_itself(record: Record, side: Side) -> bool:
    texts = [t for t in (side.title, side.name) if t]
    if not texts:
        return True
    here = (fold(record.title), fold(record.name))
    return any(fuzz.ratio(fold(text), own) >= STILL_ITSELF for text in texts for own in here)


class _Ledger:
    """Groups of nodes that accepted decisions make one, and pairs that they keep apart."""

    def __init__(self) -> None:
        self._group: dict[int, set[int]] = {}
        self._joined_by: dict[int, Decision] = {}
        self._apart: dict[Pair, Decision] = {}

    def refuses_same(self, pairs: Iterable[Pair]) -> Decision | None:
        """Return the decision that keeps any of the pairs apart."""
        for a, b in pairs:
            for x in self._group.get(a, {a}):
                for y in self._group.get(b, {b}):
                    if found := self._apart.get((min(x, y), max(x, y))):
                        return found
        return None

    def refuses_different(self, pairs: Iterable[Pair]) -> Decision | None:
        """Return the decision that made any of the pairs one."""
        for a, b in pairs:
            if b in self._group.get(a, {a}):
                return self._joined_by[a]
        return None

    def note(self, decision: Decision, pairs: Iterable[Pair]) -> None:
        """Take a decision for granted from now on."""
        for a, b in pairs:
            if decision.judgement is Judgement.SAME:
                joined = self._group.get(a, {a}) | self._group.get(b, {b})
                for node in joined:
                    self._group[node] = joined
                    self._joined_by.setdefault(node, decision)
            elif decision.judgement is not Judgement.UNSURE:
                self._apart.setdefault((a, b), decision)


def _contradiction(earlier: Decision, later: Decision) -> Problem:
    return problem(
        Code.DECISIONS_CONTRADICT,
        Level.WARNING,
        place=f"line {earlier.line}",
        text=f"{_told(earlier)}; {_told(later)}",
    )


def _unmatched(decision: Decision, side: Side) -> Problem:
    title = side.title or side.name or side.record
    text = f"{decision.line}: «{title}»"
    return problem(Code.DECISION_UNMATCHED, Level.NOTE, place=f"line {decision.line}", text=text)


def _told(decision: Decision) -> str:
    left, right = (s.title or s.name or s.record for s in (decision.left, decision.right))
    return f"{decision.line}: «{left}» / «{right}» ({decision.judgement.value})"
