"""Pairs worth comparing, from several cheap channels; never all pairs, and close to linear in the number of nodes."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations

from reconcile.evidence.rarity import Rarity
from reconcile.language.parts import Parsed

MIN_SHARED_BITS = 2.5
"""Weight of shared parts from which two names are compared."""
MIN_COVERED = 0.45
"""Share of the lighter name's weight that two names must have in common: with less, what they lack outweighs it."""
MAX_POSTING = 200
"""Nodes under one key beyond which the key is too common to bring two together by itself."""
MIN_TRIGRAMS = 0.45
"""Share of the shorter key's rare trigrams that two names need in common to be compared for spelling."""
MAX_TRIGRAM_POSTING = 60

Pair = tuple[int, int]


def candidates(names: Mapping[int, Sequence[Parsed]], rarity: Rarity, links: Iterable[Pair]) -> list[Pair]:
    """Return the pairs of nodes to compare, ascending: linked, same key, shared rare parts, alike in spelling."""
    found = {(min(p), max(p)) for p in links}
    found |= _same_key(names)
    found |= _shared_parts(names, rarity)
    found |= _alike(names)
    return sorted(found)


def _same_key(names: Mapping[int, Sequence[Parsed]]) -> set[Pair]:
    index: dict[Hashable, set[int]] = defaultdict(set)
    for node, parsed in names.items():
        for name in parsed:
            index[name.key].add(node)
    return {pair for nodes in index.values() for pair in _pairs(nodes)}


def _pairs(nodes: Iterable[int]) -> Iterable[Pair]:
    """All pairs of a short list; of a long one each with its next neighbours, enough to hold equals together."""
    ordered = sorted(nodes)
    if len(ordered) <= MAX_POSTING:
        return combinations(ordered, 2)
    return ((a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 : i + 20])


def _shared_parts(names: Mapping[int, Sequence[Parsed]], rarity: Rarity) -> set[Pair]:
    index: dict[str, list[int]] = defaultdict(list)
    for node in sorted(names):
        for part in sorted({part for name in names[node] for part in name.parts}):
            if rarity.of(part) > 0.0:
                index[part].append(node)
    bits: dict[Pair, float] = defaultdict(float)
    for part, nodes in index.items():
        if 1 < len(nodes) <= MAX_POSTING:
            weight = rarity.of(part)
            for pair in combinations(nodes, 2):
                bits[pair] += weight
    whole = {node: min(rarity.sum(name.parts) for name in parsed) for node, parsed in names.items()}
    return {
        (a, b)
        for (a, b), weight in bits.items()
        if weight >= max(MIN_SHARED_BITS, MIN_COVERED * min(whole[a], whole[b]))
    }


def _alike(names: Mapping[int, Sequence[Parsed]]) -> set[Pair]:
    grams = {node: {g for name in parsed for g in _trigrams(name.key)} for node, parsed in names.items()}
    index: dict[str, list[int]] = defaultdict(list)
    for node in sorted(grams):
        for gram in grams[node]:
            index[gram].append(node)
    rare = {gram: nodes for gram, nodes in index.items() if 1 < len(nodes) <= MAX_TRIGRAM_POSTING}
    shared: Counter[Pair] = Counter()
    for nodes in rare.values():
        shared.update(combinations(nodes, 2))
    held = {node: sum(g in rare for g in own) for node, own in grams.items()}
    return {(a, b) for (a, b), n in shared.items() if n >= 3 and n >= MIN_TRIGRAMS * min(held[a], held[b])}


def _trigrams(key: str) -> set[str]:
    return {key[i : i + 3] for i in range(len(key) - 2)}
