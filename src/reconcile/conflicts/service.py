"""The queue: all conflicts with stable ids, states and an order of consequence."""

from collections.abc import Sequence
from itertools import combinations

from reconcile.conflicts.identity import covering, doubtful_groups, doubtful_pairs, families
from reconcile.conflicts.links import contradictory_links
from reconcile.conflicts.scene import Draft, Scene
from reconcile.conflicts.titles import titles
from reconcile.conflicts.values import owners, periods, statuses
from veikart.core.decisions import Decision, Judgement, standing
from veikart.core.ids import short_hash
from veikart.core.outcome import Conflict, ConflictKind

_OF_IDENTITY = frozenset(
    {ConflictKind.AMBIGUOUS_IDENTITY, ConflictKind.SPLIT_OR_MERGE, ConflictKind.CONTRADICTORY_LINK}
)


def find_conflicts(scene: Scene, decisions: Sequence[Decision], review: float) -> list[Conflict]:
    """Return all conflicts, the most consequential first; none asks what another asks already."""
    links = list(contradictory_links(scene))
    pairs = list(doubtful_pairs(scene, review))
    groups = list(doubtful_groups(scene))
    joined = [*groups, *covering(scene)]
    drafts = [*links, *pairs, *joined, *families(scene, [*links, *pairs, *joined])]
    drafts += [*periods(scene), *statuses(scene), *owners(scene), *titles(scene)]
    answers = {d.conflict: d for d in standing(decisions) if d.conflict}
    conflicts = {c.id: c for c in (_finish(scene, draft, answers) for draft in _distinct(drafts))}
    return sorted(conflicts.values(), key=lambda c: (c.state == "decided", -c.priority, c.id))


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """Drop questions of identity about names that a weightier question is about already."""
    kept: list[Draft] = []
    asked: set[tuple[str, ...]] = set()
    for draft in sorted(drafts, key=lambda d: (-d.priority, d.kind.value, d.key)):
        key = draft.key[:2] if draft.kind in _OF_IDENTITY else (draft.kind.value, *draft.key)
        if key not in asked:
            asked.add(key)
            kept.append(draft)
    return kept


def _finish(scene: Scene, draft: Draft, answers: dict[str, Decision]) -> Conflict:
    made = "c" + short_hash("conflict", draft.kind.value, *draft.key, length=10)
    decision = answers.get(made)
    if decision is None and draft.kind in _OF_IDENTITY and len(draft.nodes) <= 2:
        decision = _by_pair(scene, draft.nodes)
    settled = decision is not None and decision.judgement is not Judgement.UNSURE
    return Conflict(
        id=made,
        kind=draft.kind,
        priority=round(draft.priority, 2),
        measures=tuple(sorted({scene.measure_of(n) for n in draft.nodes})),
        records=tuple(dict.fromkeys(r.id for r in draft.records)),
        field=draft.field,
        values=draft.values,
        message=draft.message,
        state="decided" if settled else "open",
        decision=decision.id if decision is not None else "",
    )


def _by_pair(scene: Scene, nodes: Sequence[int]) -> Decision | None:
    for a, b in combinations(sorted(nodes), 2):
        if found := scene.verdicts.of((a, b)):
            return found
    return None
