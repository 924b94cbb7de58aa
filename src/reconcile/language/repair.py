"""Misspelt words taken for what they are meant to be: words unknown to the lexicon, one slip from a better known one.

Words that share a deletion are found through an index of deletions (Garbe's SymSpell), so the cost is linear in the
number of distinct words; the distance counts a swap of neighbours as one slip.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping

from rapidfuzz.distance import OSA

MIN_LENGTH = 6
LONG = 9
"""Letters from which a word may have two slips."""
ENDINGS = frozenset({"", "s", "e", "en", "et", "n", "t", "er", "r", "ene", "ne", "ens", "ers", "a", "ar", "ane"})
"""What one form of a word has where another has something else or nothing."""
MAX_SHARED = 200
"""Words under one deletion beyond which it tells nothing."""


def repairs(counts: Mapping[str, int], knows: Callable[[str], bool], dominance: int = 1) -> dict[str, str]:
    """Return misspelt word → meant word for the words of a corpus with their counts.

    A word is repaired when the lexicon does not know it and there is a word within its slips that the lexicon knows or
    that is at least `dominance` times as frequent; the nearest wins, then the most frequent, then by alphabet.
    """
    words = sorted(w for w in counts if len(w) >= MIN_LENGTH and w.isalpha())
    unknown = {w for w in words if not knows(w)}
    if not unknown:
        return {}
    index: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for key in _deletions(word):
            index[key].append(word)
    found: dict[str, str] = {}
    for word in sorted(unknown):
        near = {n for key in _deletions(word) if len(index[key]) <= MAX_SHARED for n in index[key] if n != word}
        ranked = sorted((OSA.distance(word, n), n in unknown, -counts[n], n) for n in near)
        for distance, is_unknown, _, other in ranked:
            allowed = 1 if min(len(word), len(other)) < LONG else 2
            better = not is_unknown or _dominates(counts, other, word, dominance)
            if distance <= allowed and better and word[0] == other[0]:
                found[word] = other
                break
    return {word: _final(word, found) for word in found}


def inflected(left: str, right: str) -> bool:
    """Tell whether two words differ in nothing but an ending of the language: that is no slip."""
    stem = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    return {left[stem:], right[stem:]} <= ENDINGS


def _dominates(counts: Mapping[str, int], other: str, word: str, dominance: int) -> bool:
    if dominance > 1:
        return counts[other] >= dominance * counts[word]
    return (counts[other], word) > (counts[word], other)


def _final(word: str, found: Mapping[str, str]) -> str:
    seen = {word}
    while word in found and found[word] not in seen:
        word = found[word]
        seen.add(word)
    return word


def _deletions(word: str) -> set[str]:
    """Return the word and what is left when one letter goes."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
