"""The compared pairs that matter, with verdict, source and the waterfall of evidence."""

from collections.abc import Iterator

from reconcile.compared import Compared
from reconcile.deciding import Verdicts
from reconcile.evidence.compare import Evidence
from reconcile.evidence.model import level_of
from reconcile.merging import Merged
from veikart.core.decisions import Judgement
from veikart.core.ids import short_hash
from veikart.core.outcome import Pair, Source, Step, Verdict
from veikart.core.records import BINDING, LinkKind

_OF_JUDGEMENT = {
    Judgement.SAME: Verdict.SAME,
    Judgement.DIFFERENT: Verdict.DIFFERENT,
    Judgement.RELATED: Verdict.RELATED,
    Judgement.UNSURE: Verdict.REVIEW,
}
_RELATED_STEPS = frozenset({"part of", "step", "version", "ages", "kind of work"})
_ALIASES = frozenset({"another name", *(f"link: {kind.value}" for kind in LinkKind)})
CERTAIN = 30.0
"""Weight shown for a pair that a crosswalk or a person put together, in bits."""


def make_pairs(compared: Compared, merged: Merged, verdicts: Verdicts, review: float) -> list[Pair]:
    """Return one row for each pair of nodes that is one measure, may be, is related, or was decided."""
    rows = dict(_decided(compared, verdicts))
    for pair, row in _bound(compared, merged):
        rows.setdefault(pair, row)
    for pair, evidence in compared.evidence.items():
        if pair not in rows and (weighed := _weighed(pair, evidence, compared, merged, review)):
            rows[pair] = weighed
    return sorted(rows.values(), key=lambda row: (row.left, row.right))


def evidence_hash(pair: Pair) -> str:
    """Return a hash of what a person saw of a pair, so that a later change of the evidence can be noticed.

    Values and levels count, weights do not: they move a little with every document.
    """
    return short_hash("evidence", *(f"{level_of(s)}|{s.left}|{s.right}" for s in pair.steps if s.name != "prior"))


def _row(
    pair: tuple[int, int], compared: Compared, verdict: Verdict, source: Source, certain: Step | None = None
) -> Pair:
    mentions = compared.corpus.mentions
    left, right = sorted((mentions[pair[0]].record.id, mentions[pair[1]].record.id))
    if certain is not None:
        return Pair(left, right, certain.weight, verdict, source, (certain,), explain_steps((certain,), source))
    evidence = compared.evidence.get(pair) or compared.comparer.compare(*pair)
    return Pair(left, right, evidence.weight, verdict, source, evidence.steps, explain_steps(evidence.steps, source))


def explain_steps(steps: tuple[Step, ...], source: Source) -> str:
    """Return the waterfall in one line: every step but the prior, the heaviest first."""
    told = sorted((s for s in steps if s.name != "prior"), key=lambda s: -abs(s.weight))
    parts = [
        f"{s.name} {s.weight:+.1f} ({s.left} | {s.right})" if s.left else f"{s.name} {s.weight:+.1f}" for s in told
    ]
    return "; ".join(parts) or source.value


def _decided(compared: Compared, verdicts: Verdicts) -> Iterator[tuple[tuple[int, int], Pair]]:
    for kept in (verdicts.same, verdicts.different, verdicts.related, verdicts.unsure):
        for pair, decision in kept.items():
            yield pair, _row(pair, compared, _OF_JUDGEMENT[decision.judgement], Source.DECISION)


def _bound(compared: Compared, merged: Merged) -> Iterator[tuple[tuple[int, int], Pair]]:
    held = set(merged.must)
    for bound in compared.bounds:
        if bound.link.kind in BINDING and bound.pair in held:
            step = Step("crosswalk", CERTAIN, bound.link.left_name, bound.link.right_name)
            yield bound.pair, _row(bound.pair, compared, Verdict.SAME, Source.CROSSWALK, step)
    for pair in merged.must:
        left, right = (compared.corpus.mentions[n].name for n in pair)
        step = Step("crosswalk name", CERTAIN, left, right)
        yield pair, _row(pair, compared, Verdict.SAME, Source.CROSSWALK, step)


def _weighed(
    pair: tuple[int, int], evidence: Evidence, compared: Compared, merged: Merged, review: float
) -> Pair | None:
    source = Source.ALIAS if any(s.name in _ALIASES for s in evidence.steps) else Source.EVIDENCE
    if merged.of[pair[0]] == merged.of[pair[1]]:
        return _row(pair, compared, Verdict.SAME, source)
    against = {s.name for s in evidence.steps if s.weight < 0}
    if against & _RELATED_STEPS and evidence.weight >= compared.model.clustering["related"]:
        return _row(pair, compared, Verdict.RELATED, source)
    if evidence.weight < review:
        return None
    one, other = (compared.corpus.mentions[n] for n in pair)
    listed = not one.listings.isdisjoint(other.listings)
    return _row(pair, compared, Verdict.DIFFERENT if listed else Verdict.REVIEW, source)
