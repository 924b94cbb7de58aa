"""How much a shared part tells: rare parts much, common and frame words little."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

CONTENT_BITS = 1.5
"""A part below this weight is a frame word: sharing nothing else is no evidence."""


class Rarity:
    """Weight of each part in bits: minus log2 of the share of names that hold it, smoothed towards a common share.

    Source: inverse document frequency with a Beta prior, so that one of ten names is not taken for a tenth of all.
    """

    def __init__(
        self,
        names: Iterable[Iterable[str]],
        is_frame: Callable[[str], bool],
        is_light: Callable[[str], bool],
        weights: Mapping[str, float],
    ) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for parts in names:
            counts.update(set(parts))
            total += 1
        self._counts = counts
        self._total = total + weights["common"]
        self._prior = weights["common"] * weights["common_share"]
        self._frame = weights["frame"]
        self._light = weights["light"]
        self._is_frame = is_frame
        self._is_light = is_light
        self._known: dict[str, float] = {}

    def of(self, part: str) -> float:
        """Return the weight of one part."""
        if part not in self._known:
            bits = math.log2(self._total / (max(self._counts[part], 1) + self._prior))
            small = len(part) <= 2 and part.isalpha()
            light = self._light if self._is_light(part) else 1.0
            self._known[part] = bits * (self._frame if small or self._is_frame(part) else light)
        return self._known[part]

    def count(self, part: str) -> int:
        """Return how many names hold the part."""
        return self._counts[part]

    def missed(self, parts: Iterable[str], least: float) -> float:
        """Return the weight of parts that one name has and the other lacks: a word of content counts at least `least`,
        because even a common word tells two names apart ("delt behandlingsplan")."""
        return math.fsum(self._missed(part, least) for part in sorted(parts))

    def _missed(self, part: str, least: float) -> float:
        weight = self.of(part)
        if weight < CONTENT_BITS:
            return weight
        return weight if self._is_light(part) else max(weight, least)

    def sum(self, parts: Iterable[str]) -> float:
        """Return the weight of parts together, summed in a fixed order."""
        return math.fsum(self.of(part) for part in sorted(parts))
