"""From evidence to clusters: bindings and decisions as must-link and cannot-link, then average link."""

from collections.abc import Iterable
from dataclasses import dataclass

from reconcile.clustering import cluster
from reconcile.compared import Compared
from reconcile.deciding import Verdicts
from reconcile.union import Union

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Merged:
    """Clusters of nodes, and the must-links that held."""

    groups: tuple[tuple[int, ...], ...]
    of: tuple[int, ...]  # node → place of its cluster in `groups`
    must: tuple[Pair, ...]
    overruled: tuple[Pair, ...]  # bindings that a decision took apart


def merge(compared: Compared, verdicts: Verdicts, threshold: float) -> Merged:
    """Cluster the nodes. A decision stands above a crosswalk, a crosswalk above evidence."""
    size = len(compared.corpus.mentions)
    apart = sorted({*verdicts.different, *verdicts.related})
    decided = sorted(verdicts.same)
    must, overruled = _without(size, compared.must, decided, apart)
    weights = {pair: found.weight for pair, found in compared.evidence.items()}
    lists = [mention.listings for mention in compared.corpus.mentions]
    floor = compared.model.clustering["floor"]
    namesakes = [pair for pair in compared.namesakes.evidence if weights[pair] >= threshold]
    groups = cluster(size, weights, [*decided, *must, *namesakes], apart, threshold, floor, lists)
    of = [0] * size
    for place, group in enumerate(groups):
        for node in group:
            of[node] = place
    return Merged(tuple(map(tuple, groups)), tuple(of), tuple(must), tuple(overruled))


def _without(
    size: int, must: Iterable[Pair], decided: Iterable[Pair], apart: Iterable[Pair]
) -> tuple[list[Pair], list[Pair]]:
    """Return the bindings that leave the decided pairs apart, and those given up.

    Bindings are added one by one in ascending order; one that would join two nodes told apart is given up.
    """
    apart = list(apart)
    kept: list[Pair] = []
    given_up: list[Pair] = []
    union = Union(size)
    union.join_all(decided)
    if not apart:
        return sorted(must), []
    for a, b in sorted(must):
        one, other = union.find(a), union.find(b)
        if any({union.find(x), union.find(y)} == {one, other} for x, y in apart if one != other):
            given_up.append((a, b))
        else:
            union.join(a, b)
            kept.append((a, b))
    return kept, given_up
