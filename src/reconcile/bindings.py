"""Links between nodes: what documents bind together, and claims that contradict them."""

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.mentions import Corpus
from veikart.core.records import BINDING, Link


@dataclass(frozen=True, slots=True)
class Bound:
    """A document's link resolved to nodes: two of them, or one where the other name is no mention of its own."""

    link: Link
    left: int
    right: int

    @property
    def pair(self) -> tuple[int, int]:
        """The two nodes in ascending order."""
        return (self.left, self.right) if self.left < self.right else (self.right, self.left)


def resolve(corpus: Corpus) -> list[Bound]:
    """Return all links whose two names are mentions, in the order of their ids."""
    found: list[Bound] = []
    for link in corpus.links:
        left = corpus.by_record.get(link.left_record, -1)
        if link.right_record in corpus.by_record:
            rights: Sequence[int] = [corpus.by_record[link.right_record]]
        else:
            rights = [n for n in corpus.in_document(link.document, link.right_name) if n != left]
        if left < 0:
            lefts = corpus.in_document(link.document, link.left_name)
            left = lefts[0] if lefts else -1
        found += [Bound(link, left, right) for right in rights if left >= 0 and right != left]
    return found


def binding(bounds: Sequence[Bound]) -> list[tuple[int, int]]:
    """Return the pairs that documents bind together."""
    return sorted({b.pair for b in bounds if b.link.kind in BINDING})
