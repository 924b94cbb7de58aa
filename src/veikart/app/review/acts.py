"""What people do, as decisions: judging sides, choosing values, taking a mention out, renaming, undoing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import combinations

from reconcile.deciding import side_of, source_of
from reconcile.pairs import evidence_hash
from veikart.app.review.view import View
from veikart.core.decisions import Decision, Judgement, make_decision, undo
from veikart.core.outcome import Measure
from veikart.core.text import fold


@dataclass(frozen=True, slots=True)
class Signed:
    """Who decides, when, and why. Decisions with the same signature were made in one act."""

    by: str
    when: str
    reason: str = ""


def sign(by: str, reason: str = "") -> Signed:
    """Return a signature with the present time."""
    return Signed(by, datetime.now(UTC).isoformat(timespec="milliseconds"), reason)


def judge(
    view: View, judgement: Judgement, records: Sequence[str], signed: Signed, conflict: str = ""
) -> list[Decision]:
    """Return decisions about records: the first with each other where they are the same, each with each otherwise."""
    keys = list(dict.fromkeys(records))
    chain, every = [(keys[0], other) for other in keys[1:]], combinations(keys, 2)
    pairs = chain if judgement is Judgement.SAME else list(every)
    return [_about(view, judgement, left, right, signed, conflict) for left, right in pairs]


def choose(view: View, record: str, field: str, value: str, signed: Signed, conflict: str = "") -> list[Decision]:
    """Return the decision that a value stands for the measure of a record; an empty one settles the conflict."""
    made = _about(view, Judgement.VALUE, record, record, signed, conflict)
    return [replace(made, id=f"{made.id}{field[:1]}" if field else made.id, field=field, value=value)]


def members(view: View, measure: Measure) -> list[tuple[str, ...]]:
    """Return a measure's records, those of one name in one document together: they are one mention to the matcher.

    So are those of one name in the editions of one source: a decision about one of them holds for all.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for identity in measure.records:
        record = view.records.get(identity)
        if record is not None:
            source = source_of(view.documents[record.document]) or record.document
            groups.setdefault((source, fold(record.name)), []).append(identity)
    return [tuple(group) for group in groups.values()]


def take_out(view: View, measure: Measure, record: str, signed: Signed) -> list[Decision]:
    """Return the decisions that a mention is none of the rest of its measure."""
    rest = [group[0] for group in members(view, measure) if record not in group]
    return [_about(view, Judgement.DIFFERENT, record, other, signed) for other in rest]


def take_back(decisions: Sequence[Decision], signed: Signed) -> list[Decision]:
    """Return what takes back decisions."""
    return [undo(d, by=signed.by, when=signed.when, reason=signed.reason) for d in decisions]


def _about(view: View, judgement: Judgement, left: str, right: str, signed: Signed, conflict: str = "") -> Decision:
    one, other = (view.records[r] for r in (left, right))
    made = make_decision(
        judgement,
        side_of(one, view.documents[one.document]),
        side_of(other, view.documents[other.document]),
        by=signed.by,
        when=signed.when,
        reason=signed.reason,
    )
    pair = view.pair(left, right)
    return replace(made, evidence=evidence_hash(pair) if pair else "", conflict=conflict)
