"""Evidence from two documents as a whole: those that share many names share more measures than strangers do.

A municipal plan may use all the words of a hospital's roadmap and hold none of its measures. How many telling names two
documents have in common, of those of the lesser one, moves the odds of every pair between them; the expected share
counts for a number of names, so that short documents move little.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from reconcile.evidence.rarity import Rarity
from reconcile.language.parts import Parsed
from reconcile.mentions import Mention
from veikart.core.outcome import Step

Names = frozenset[frozenset[str]]


class Kinship:
    """Names that each document has, and the weight of every two documents, worked out when asked."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        names: Mapping[int, Sequence[Parsed]],
        rarity: Rarity,
        weights: Mapping[str, float],
        telling: float,
    ) -> None:
        held: dict[str, set[frozenset[str]]] = defaultdict(set)
        for mention in mentions:
            for name in names[mention.number]:
                if rarity.sum(name.parts) >= telling:
                    held[mention.document.path].add(frozenset(name.parts))
        self._names: dict[str, Names] = {path: frozenset(found) for path, found in held.items()}
        self._weights = weights
        self._known: dict[tuple[str, str], tuple[float, str]] = {}

    def compare(self, left: Mention, right: Mention) -> Step | None:
        """Return the step for two mentions of different documents, None within one."""
        one, other = left.document.path, right.document.path
        if one == other:
            return None
        pair = (one, other) if one < other else (other, one)
        if pair not in self._known:
            self._known[pair] = self._weigh(*pair)
        weight, shared = self._known[pair]
        return Step("documents", weight, f"{one} ({shared})", other)

    def _weigh(self, left: str, right: str) -> tuple[float, str]:
        one, other = self._names.get(left, frozenset()), self._names.get(right, frozenset())
        shared, size = len(one & other), min(len(one), len(other))
        expected, names = self._weights["share"], self._weights["names"]
        share = (shared + names * expected) / (size + names)
        weight = math.log2(share / (1.0 - share)) - math.log2(expected / (1.0 - expected))
        return round(min(self._weights["most"], max(self._weights["least"], weight)), 2), f"{shared}/{size}"
