"""Names that very many mentions bear: one mention stands for those that are surely the same measure.

Three hundred documents that all plan "Digital hjemmeoppfølging" have 45,000 pairs that say one and the same thing. Up
to a handful every pair is compared; of more, one mention stands for all that weigh enough against it, the next for
those that do not, and so on. Only those that stand for others are compared with the rest of the corpus: pairs grow with
the number of mentions, not with its square. (The leader algorithm of Hartigan, 1975, within one block.)
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from reconcile.evidence.compare import Comparer, Evidence
from reconcile.mentions import Corpus

Pair = tuple[int, int]

MANY = 6
"""Mentions of one name up to which every pair is compared."""
MOST_STANDING = 30
"""Mentions of one name that may stand for others; what is left then is compared as if it bore a rare name."""


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Mentions behind others of the same name, and the evidence that put them there."""

    behind: frozenset[int]
    evidence: dict[Pair, Evidence]  # of who stands for another and that other, weighed plainly


def find_namesakes(corpus: Corpus, comparer: Comparer, told_of: Collection[int], same: float) -> Namesakes:
    """Put mentions of frequent names behind one that stands for them.

    Mentions that people or documents said something of (`told_of`) stay by themselves; `same` is the weight in bits
    from which two are one measure. Two items of one list never come behind the same mention.
    """
    named: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for node, names in sorted(comparer.names.items()):
        if node not in told_of:
            named[tuple(name.key for name in names)].append(node)
    found: dict[Pair, Evidence] = {}
    for nodes in named.values():
        found.update(_stood_for(corpus, comparer, nodes, same))
    return Namesakes(frozenset(other for _, other in found), found)


def _stood_for(
    corpus: Corpus, comparer: Comparer, nodes: Sequence[int], same: float
) -> Iterator[tuple[Pair, Evidence]]:
    """Yield pairs of one mention and another that it stands for; the least number stands first."""
    left = list(nodes)
    for _ in range(MOST_STANDING):
        if len(left) <= MANY:
            return
        standing, others, left = left[0], left[1:], []
        listings = set(corpus.mentions[standing].listings)
        for other in others:
            own = corpus.mentions[other].listings
            evidence = comparer.compare_plainly(standing, other)
            if evidence.weight >= same and listings.isdisjoint(own):
                listings |= own
                yield (standing, other), evidence
            else:
                left.append(other)
