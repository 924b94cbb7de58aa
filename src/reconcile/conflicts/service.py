"""The queue: all conflicts with stable ids, states and an order of consequence."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from reconcile.conflicts.covering import covering
from reconcile.conflicts.families import families
from reconcile.conflicts.groups import doubtful_groups
from reconcile.conflicts.links import contradictory_links
from reconcile.conflicts.owners import owners
from reconcile.conflicts.pairs import doubtful_pairs, near_pairs
from reconcile.conflicts.periods import periods
from reconcile.conflicts.printed import printed_wrong
from reconcile.conflicts.scene import Draft, Scene
from reconcile.conflicts.statuses import statuses
from reconcile.conflicts.titles import titles
from veikart.core.decisions import Decision, Judgement, standing
from veikart.core.ids import short_hash
from veikart.core.outcome import Conflict, ConflictKind
from veikart.core.records import Record
from veikart.core.text import fold

_OF_IDENTITY = frozenset(
    {ConflictKind.AMBIGUOUS_IDENTITY, ConflictKind.SPLIT_OR_MERGE, ConflictKind.CONTRADICTORY_LINK}
)


def find_conflicts(scene: Scene, decisions: Sequence[Decision], review: float) -> list[Conflict]:
    """Return all conflicts, the most consequential first; none asks what another asks already."""
    drafts = [
        *contradictory_links(scene),
        *doubtful_pairs(scene, review),
        *doubtful_groups(scene),
        *covering(scene),
    ]
    drafts += families(scene, drafts)
    drafts += near_pairs(scene, review, drafts)
    drafts += [*periods(scene), *statuses(scene), *owners(scene), *titles(scene), *printed_wrong(scene)]
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
    records = (*draft.records, *_namesakes(scene, draft))
    settled = decision is not None and decision.judgement is not Judgement.UNSURE
    return Conflict(
        id=made,
        kind=draft.kind,
        priority=round(draft.priority, 2),
        measures=tuple(sorted({scene.measure_of(n) for n in draft.nodes})),
        records=tuple(dict.fromkeys(r.id for r in records)),
        field=draft.field,
        values=draft.values,
        message=draft.message,
        state="decided" if settled else "open",
        decision=decision.id if decision is not None else "",
    )


def _namesakes(scene: Scene, draft: Draft) -> Iterator[Record]:
    """Yield the records of the measures asked about that bear the names asked about, in whatever document."""
    measures = {scene.measure_of(n) for n in draft.nodes}
    for key in dict.fromkeys(fold(record.name) for record in draft.records):
        for node in scene.corpus.by_key.get(key, ()):
            if scene.corpus.mentions[node].key == key and scene.measure_of(node) in measures:
                yield from scene.corpus.mentions[node].records


def _by_pair(scene: Scene, nodes: Sequence[int]) -> Decision | None:
    for a, b in combinations(sorted(nodes), 2):
        if found := scene.verdicts.of((a, b)):
            return found
    return None
