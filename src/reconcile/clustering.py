"""Clusters under must-link and cannot-link: average link by descending weight, never across a cannot-link.

The average over two clusters counts every pair of members; a pair that nobody compared counts as `floor`. That is the
guard against chains: two large clusters held together by one strong pair stay apart. Ties are broken by the least
members, so the result depends on the weights only, never on the order of the input.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from reconcile.union import Union

Weights = Mapping[tuple[int, int], float]
"""Weight in bits of compared pairs (left < right)."""


def cluster(
    size: int,
    weights: Weights,
    must: Iterable[tuple[int, int]],
    cannot: Iterable[tuple[int, int]],
    threshold: float,
    floor: float,
    lists: Sequence[Iterable[Hashable]] = (),
) -> list[list[int]]:
    """Return clusters of the numbers 0 … size - 1, members ascending, ordered by least member.

    `lists[i]` names the lists that number i is an item of: two items of one list are different. A must-link stands
    above a cannot-link and above lists. Source of the method: agglomerative average link (UPGMA) on a sparse graph.
    """
    union = Union(size)
    union.join_all(must)
    state = _State(union, weights, cannot, floor, lists)
    heap = [(-state.average(a, b), a, b) for a, b in state.sums if a < b]
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if -negative < threshold:
            break
        if (a, b) not in state.sums or state.average(a, b) != -negative or state.apart(a, b):
            continue
        for neighbour in state.merge(a, b):
            left, right = min(a, neighbour), max(a, neighbour)
            heapq.heappush(heap, (-state.average(left, right), left, right))
    return union.groups()


class _State:
    """Sums of weights between clusters, which are named by their least member."""

    def __init__(
        self,
        union: Union,
        weights: Weights,
        cannot: Iterable[tuple[int, int]],
        floor: float,
        lists: Sequence[Iterable[Hashable]],
    ) -> None:
        self.union = union
        self.floor = floor
        self.sums: dict[tuple[int, int], float] = {}
        self.near: dict[int, set[int]] = defaultdict(set)
        self.cannot: dict[int, set[int]] = defaultdict(set)
        self.size: dict[int, int] = {}
        self.lists = _lists(union, lists)
        for group in union.groups():
            self.size[group[0]] = len(group)
        best: dict[tuple[int, int], float] = {}
        for (left, right), weight in weights.items():
            a, b = sorted((union.find(left), union.find(right)))
            if a != b:  # what is bound together is one thing known under several names: the best of them counts
                best[a, b] = max(weight, best.get((a, b), weight), floor)
        for (a, b), weight in sorted(best.items()):
            self.sums[a, b] = (weight - floor) * self.size[a] * self.size[b]
            self.near[a].add(b)
            self.near[b].add(a)
        for left, right in cannot:
            a, b = union.find(left), union.find(right)
            if a != b:
                self.cannot[a].add(b)
                self.cannot[b].add(a)

    def average(self, a: int, b: int) -> float:
        """Average weight over all pairs of members, rounded so that the order of summing does not show."""
        return round(self.floor + self.sums[min(a, b), max(a, b)] / (self.size[a] * self.size[b]), 9)

    def apart(self, a: int, b: int) -> bool:
        """Tell whether a cannot-link lies or a shared list between the clusters."""
        return b in self.cannot[a] or not self.lists[a].isdisjoint(self.lists[b])

    def merge(self, a: int, b: int) -> list[int]:
        """Put cluster b into cluster a (a < b); return the neighbours whose average changed."""
        self.union.join(a, b)
        self.size[a] += self.size.pop(b)
        for other in self.near.pop(b):
            key = min(b, other), max(b, other)
            extra = self.sums.pop(key)
            self.near[other].discard(b)
            if other != a:
                joined = min(a, other), max(a, other)
                self.sums[joined] = self.sums.get(joined, 0.0) + extra
                self.near[a].add(other)
                self.near[other].add(a)
        self.lists[a] |= self.lists.pop(b, set())
        for other in self.cannot.pop(b, set()):
            self.cannot[other].discard(b)
            self.cannot[other].add(a)
            self.cannot[a].add(other)
        return sorted(self.near[a])


def _lists(union: Union, lists: Sequence[Iterable[Hashable]]) -> dict[int, set[Hashable]]:
    """Return the lists of each bound group. A list of which a group holds two items has shown that it names one measure
    twice: it tells nothing more about that group."""
    counts: dict[int, Counter[Hashable]] = defaultdict(Counter)
    for item, names in enumerate(lists):
        counts[union.find(item)].update(names)
    held: dict[int, set[Hashable]] = defaultdict(set)
    for root, names in counts.items():
        held[root] = {name for name, count in names.items() if count == 1}
    return held
