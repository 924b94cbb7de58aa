"""Why records are one measure, or are not: the waterfall of evidence, links and decisions, as data to be printed."""

from collections.abc import Iterable
from dataclasses import dataclass

from reconcile.conflicts.scene import Scene
from reconcile.pairs import CERTAIN
from reconcile.service import Prepared
from reconcile.union import Union
from veikart.core.decisions import Decision
from veikart.core.outcome import Measure, Step, Verdict
from veikart.core.records import BINDING, Link, Record


@dataclass(frozen=True, slots=True)
class PairExplanation:
    """Two records, side by side, with all that speaks for and against their being one measure."""

    left: Record
    right: Record
    verdict: Verdict
    weight: float  # bits
    threshold: float  # weight from which evidence alone makes one measure
    steps: tuple[Step, ...]  # the waterfall: the prior first, then what was looked at
    links: tuple[Link, ...]  # what documents say of the two, with page and snippet
    decisions: tuple[Decision, ...]
    chain: tuple[Record, ...]  # the records between, where the two are one measure by way of others
    above: str  # what stands above the sum and makes them one: a code of ABOVE, "" where the sum decides
    apart: tuple[str, ...]  # what kept them from being one: codes, see APART
    measures: tuple[str, ...]


APART = ("decision", "same list", "same page", "contradicted claim", "weight", "average")
"""Reasons for two records not being one measure, the strongest first."""

ABOVE = ("decision", "crosswalk", "chain")
"""What makes two records one measure whatever their own evidence weighs: a person, a binding row, others between."""


@dataclass(frozen=True, slots=True)
class MeasureExplanation:
    """A measure with its records and what holds each of them to the rest."""

    measure: Measure
    held: tuple[PairExplanation, ...]  # one for every name but the first: its strongest tie to another


def explain_pair(prepared: Prepared, left: str, right: str, threshold: float) -> PairExplanation:
    """Explain two records.

    Raises:
        KeyError: there is no record with such an id.
    """
    scene = prepared.scene
    nodes = scene.corpus.by_record[left], scene.corpus.by_record[right]
    a, b = min(nodes), max(nodes)
    one, other = _record(scene, left), _record(scene, right)
    measures = tuple(dict.fromkeys(scene.measure_of(n) for n in nodes))
    decision = scene.verdicts.of((a, b))
    steps, weight = _steps(scene, a, b)
    same = len(measures) == 1
    verdict = Verdict.SAME if same else Verdict.DIFFERENT
    for pair in prepared.pairs:
        if not same and {pair.left, pair.right} == {scene.corpus.mentions[n].record.id for n in (a, b)}:
            verdict = pair.verdict
    return PairExplanation(
        left=one,
        right=other,
        verdict=verdict,
        weight=weight,
        threshold=threshold,
        steps=steps,
        links=tuple(_links(scene, a, b)),
        decisions=(decision,) if decision else (),
        chain=tuple(scene.corpus.mentions[n].record for n in _chain(scene, a, b)) if same else (),
        above=_above(scene, a, b, weight, threshold) if same else "",
        apart=() if same else tuple(_apart(scene, a, b, weight, threshold)),
        measures=measures,
    )


def explain_measure(prepared: Prepared, measure: str, threshold: float) -> MeasureExplanation:
    """Explain a measure by its id, also one that was merged into another.

    Raises:
        KeyError: there is no measure with such an id.
    """
    measure = prepared.registry.state().resolve(measure)
    found = prepared.scene.measures[measure]
    nodes = sorted({prepared.scene.corpus.by_record[r] for r in found.records})
    held = []
    for node in nodes[1:]:
        partner = _strongest(prepared.scene, node, nodes)
        left, right = (prepared.scene.corpus.mentions[n].record.id for n in (node, partner))
        held.append(explain_pair(prepared, left, right, threshold))
    return MeasureExplanation(found, tuple(held))


def _record(scene: Scene, identity: str) -> Record:
    node = scene.corpus.by_record[identity]
    return next(r for r in scene.corpus.mentions[node].records if r.id == identity)


def _steps(scene: Scene, a: int, b: int) -> tuple[tuple[Step, ...], float]:
    names = tuple(scene.corpus.mentions[n].name for n in (a, b))
    if a == b:
        return (Step("same name in one document", CERTAIN, *names),), CERTAIN
    if (a, b) in scene.merged.must:
        return (Step("crosswalk", CERTAIN, *names),), CERTAIN
    evidence = scene.compared.evidence.get((a, b)) or scene.compared.comparer.compare(a, b)
    return evidence.steps, evidence.weight


def _links(scene: Scene, a: int, b: int) -> Iterable[Link]:
    """Links between the two nodes, and the crosswalk rows that either stands in where they are one measure."""
    for bound in scene.compared.bounds:
        if bound.pair == (a, b):
            yield bound.link
        elif bound.link.kind in BINDING and {a, b} & {bound.left, bound.right}:
            others = {scene.merged.of[n] for n in (a, b)}
            if len(others) == 1:
                yield bound.link


def _above(scene: Scene, a: int, b: int, weight: float, threshold: float) -> str:
    if (a, b) in scene.verdicts.same:
        return "decision"
    bound = Union(len(scene.corpus.mentions))
    bound.join_all(scene.merged.must)
    if a != b and bound.find(a) == bound.find(b):
        return "crosswalk"
    return "chain" if weight < threshold else ""


def _apart(scene: Scene, a: int, b: int, weight: float, threshold: float) -> Iterable[str]:
    one, other = scene.corpus.mentions[a], scene.corpus.mentions[b]
    decided = scene.verdicts.different.get((a, b)) or scene.verdicts.related.get((a, b))
    if decided:
        yield "decision"
    if not one.listings.isdisjoint(other.listings):
        yield "same list"
    if not one.pages.isdisjoint(other.pages):
        yield "same page"
    if any(c.node in (a, b) and {a, b} & set(c.others) for c in scene.compared.refused):
        yield "contradicted claim"
    if weight < threshold:
        yield "weight"
    elif one.listings.isdisjoint(other.listings) and not decided:
        yield "average"


def _strongest(scene: Scene, node: int, nodes: list[int]) -> int:
    """Return the other node of the measure with the best tie to this one."""
    must = {pair for pair in scene.merged.must if node in pair}

    def tie(other: int) -> tuple[bool, float, int]:
        pair = (min(node, other), max(node, other))
        evidence = scene.compared.evidence.get(pair)
        return pair in must or pair in scene.verdicts.same, evidence.weight if evidence else -CERTAIN, -other

    return max((n for n in nodes if n != node), key=tie)


def _chain(scene: Scene, a: int, b: int) -> list[int]:
    """Return the nodes between two of one measure along its strongest ties, by breadth first search."""
    group = set(scene.merged.groups[scene.merged.of[a]])
    ties: dict[int, set[int]] = {n: set() for n in group}
    strong = [pair for pair, e in scene.compared.evidence.items() if e.weight > 0 and set(pair) <= group]
    for x, y in (*strong, *scene.merged.must, *scene.verdicts.same):
        if x in group and y in group:
            ties[x].add(y)
            ties[y].add(x)
    before: dict[int, int] = {a: a}
    queue = [a]
    for node in queue:
        for near in sorted(ties[node] - before.keys()):
            before[near] = node
            queue.append(near)
    path: list[int] = []
    node = b
    while node in before and before[node] != node:
        node = before[node]
        path.append(node)
    return [n for n in reversed(path) if n not in (a, b)]
