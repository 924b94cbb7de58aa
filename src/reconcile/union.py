"""Disjoint sets whose representative is the least member, so that the order of joining does not show."""

from collections import defaultdict
from collections.abc import Iterable


class Union:
    """Disjoint sets of the numbers 0 … size - 1."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, item: int) -> int:
        """Return the least member of the item's set."""
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, left: int, right: int) -> bool:
        """Put two sets together; False where they were one already."""
        a, b = self.find(left), self.find(right)
        if a == b:
            return False
        self._parent[max(a, b)] = min(a, b)
        return True

    def join_all(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Join every pair."""
        for left, right in pairs:
            self.join(left, right)

    def groups(self) -> list[list[int]]:
        """Return all sets, members ascending, ordered by least member."""
        found: dict[int, list[int]] = defaultdict(list)
        for item in range(len(self._parent)):
            found[self.find(item)].append(item)
        return [found[root] for root in sorted(found)]
