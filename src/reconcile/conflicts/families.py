"""Families: three or more measures about one thing that may be parts, editions or names of each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from reconcile.conflicts.scene import Draft, Scene
from reconcile.conflicts.wording import names, places, say
from reconcile.union import Union
from veikart.core.outcome import ConflictKind

SIZE = (3, 7)
"""Fewest and most measures that are asked about together."""
MOST_HOLDERS = 40
"""Measures beyond which a word is too common to make a family."""
CENTRAL = 0.2
"""Share of a name's weight that a word must have to make it one of the word's family."""
RARE = 3.0
"""Rarity in bits from which a shared word makes a family."""
ALIKE = -16.0
"""Weight in bits from which two names are near enough to stand in one family."""


def families(scene: Scene, asked: Iterable[Draft]) -> Iterator[Draft]:
    """Yield groups of measures whose names are about one rare word and near each other."""
    covered = {frozenset(scene.measure_of(n) for n in draft.nodes) for draft in asked}
    seen: set[frozenset[str]] = set()
    for part, found in _groups(scene, _holders(scene)):
        measures = frozenset(found)
        if not any(len(measures - s) < 2 for s in seen) and _adds(measures, covered):
            seen.add(measures)
            yield _family(scene, part, found, sum(len(c & measures) > 1 for c in covered))


def _adds(measures: frozenset[str], covered: Iterable[frozenset[str]]) -> bool:
    """Tell whether at least half of the pairs in a family are not asked about already."""
    pairs = [frozenset(pair) for pair in combinations(sorted(measures), 2)]
    return 2 * sum(not any(pair <= c for c in covered) for pair in pairs) >= len(pairs)


def _holders(scene: Scene) -> dict[str, dict[str, int]]:
    """Return word or compound → measure → the node whose name is about it.

    The first part of a compound ("behandling" in "behandlingsplan") is not what the name is about.
    """
    holders: dict[str, dict[str, int]] = defaultdict(dict)
    comparer = scene.compared.comparer
    for mention in scene.corpus.mentions:
        parsed, topic = comparer.names[mention.number][0], comparer.topic(mention.number)
        whole = comparer.rarity.sum(parsed.parts)
        compounds = ["+".join(word) for word in parsed.spelled if len(word) > 1 and all(p in topic for p in word)]
        words = [p for p, is_head in topic.items() if is_head and not comparer.language.is_general(p)]
        for part in (*words, *compounds):
            if len(part) > 3 and _weight(scene, part) >= max(RARE, CENTRAL * whole):
                holders[part].setdefault(scene.measure_of(mention.number), mention.number)
    return holders


def _groups(scene: Scene, holders: dict[str, dict[str, int]]) -> list[tuple[str, dict[str, int]]]:
    """Return the groups of near names for each word, those of the rarest words first: they say most."""
    found = [
        (part, group)
        for part, held in holders.items()
        if SIZE[0] <= len(held) <= MOST_HOLDERS
        for group in _near(scene, held)
        if SIZE[0] <= len(group) <= SIZE[1]
    ]
    return sorted(found, key=lambda item: (-_weight(scene, item[0]), item[0]))


def _near(scene: Scene, held: dict[str, int]) -> Iterator[dict[str, int]]:
    """Yield the measures that hang together by names that are near each other."""
    measures = sorted(held)
    union = Union(len(measures))
    for a, b in combinations(range(len(measures)), 2):
        if _alike(scene, held[measures[a]], held[measures[b]]) >= ALIKE:
            union.join(a, b)
    for group in union.groups():
        yield {measures[i]: held[measures[i]] for i in group}


def _alike(scene: Scene, left: int, right: int) -> float:
    return scene.compared.comparer.compare(left, right).weight


def _weight(scene: Scene, part: str) -> float:
    return scene.compared.comparer.rarity.sum(part.split("+"))


def _family(scene: Scene, part: str, found: dict[str, int], pairs: int) -> Draft:
    mentions = [scene.corpus.mentions[n] for n in found.values()]
    message = say(
        "ambiguous_identity.family",
        count=len(found),
        part="".join(part.split("+")),
        names=names(scene.measures[m].name for m in sorted(found)),
        places=places(m.record for m in mentions),
    )
    across = 6.0 if len({m.document.path for m in mentions}) > 1 else 0.0
    priority = 46.0 + _closest(scene, list(found.values())) / 4 + across + min(pairs, 3)
    nodes = tuple(sorted(found.values()))
    records = tuple(r for m in mentions for r in m.records)
    return Draft(ConflictKind.AMBIGUOUS_IDENTITY, ("family", part), priority, nodes, records, message)


def _closest(scene: Scene, nodes: Sequence[int]) -> float:
    """Return the weight of the nearest two, at most even odds."""
    return min(0.0, max(_alike(scene, a, b) for a, b in combinations(nodes, 2)))
