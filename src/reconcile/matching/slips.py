"""Misspelt words of a large list, found like `reconcile.language.repair` but on arrays.

Words that share a deletion meet through hashes of the word and of what is left when one letter goes (Garbe's SymSpell);
only the pairs that meet are compared letter by letter.
"""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA

from reconcile.language.repair import LONG, MAX_SHARED, MIN_LENGTH
from reconcile.matching.tokens import Whole

Hashes = npt.NDArray[np.uint64]
_BASE = np.uint64(1_000_003)
_MIX = np.uint64(0x9E3779B97F4A7C15)
SLICES = 8
"""Parts of the hash space that are joined one after the other."""


def meant(words: Sequence[str], counts: Whole, knows: Callable[[str], bool], dominance: int) -> Whole:
    """Return the number of the word that each word is meant to be, mostly its own.

    A word is repaired when the lexicon does not know it and there is a word within its slips that the lexicon knows or
    that is at least `dominance` times as frequent; the nearest wins, then a known one, then the most frequent.
    """
    result = np.arange(len(words), dtype=np.int64)
    long = [i for i, word in enumerate(words) if len(word) >= MIN_LENGTH and word.isalpha()]
    known = np.zeros(len(words), dtype=bool)
    known[long] = [knows(words[i]) for i in long]
    targets = np.array([i for i in long if known[i] or counts[i] >= dominance], dtype=np.int64)
    slips = np.array([i for i in long if not known[i]], dtype=np.int64)
    if not len(slips) or not len(targets):
        return result
    best: dict[int, tuple[int, bool, int, int]] = {}
    for part in range(SLICES):
        for a, b in _meeting(words, slips, targets, part).tolist():
            if words[a][0] != words[b][0] or not (known[b] or counts[b] >= dominance * counts[a]):
                continue
            allowed = 1 if min(len(words[a]), len(words[b])) < LONG else 2
            distance = OSA.distance(words[a], words[b], score_cutoff=allowed)
            rank = (distance, not known[b], -int(counts[b]), b)
            if distance <= allowed and (a not in best or rank < best[a]):
                best[a] = rank
    for a in best:
        result[a] = _final(a, best)
    return result


def _final(word: int, best: dict[int, tuple[int, bool, int, int]]) -> int:
    seen = {word}
    while word in best and best[word][3] not in seen:
        word = best[word][3]
        seen.add(word)
    return word


def _meeting(words: Sequence[str], slips: Whole, targets: Whole, part: int) -> Whole:
    """Return pairs (slip, target) that share a deletion, each once."""
    left, of = _deletions(words, slips, part)
    right, at = _deletions(words, targets, part)
    order = np.argsort(right, kind="stable")
    right, at = right[order], at[order]
    first = np.searchsorted(right, left, "left")
    shared = np.searchsorted(right, left, "right") - first
    shared[shared > MAX_SHARED] = 0
    total = int(shared.sum())
    places = np.arange(total) + np.repeat(first - (np.cumsum(shared) - shared), shared)
    found = np.unique(np.repeat(of, shared) * len(words) + at[places])
    pairs = np.column_stack((found // len(words), found % len(words)))
    apart: Whole = pairs[pairs[:, 0] != pairs[:, 1]]
    return apart


def _deletions(words: Sequence[str], chosen: Whole, part: int) -> tuple[Hashes, Whole]:
    """Return hashes of the chosen words and of their deletions in one part of the hash space, with the words."""
    lengths = np.array([len(words[i]) for i in chosen.tolist()], dtype=np.int64)
    hashes: list[Hashes] = []
    owners: list[Whole] = []
    for length in np.unique(lengths).tolist():
        of = chosen[lengths == length]
        text = "".join(words[i] for i in of.tolist())
        letters = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).reshape(len(of), length).astype(np.uint64)
        for gone in range(-1, length):
            hashed = _polynomial(np.delete(letters, gone, axis=1) if gone >= 0 else letters)
            mine = (hashed >> np.uint64(33)) % np.uint64(SLICES) == part
            hashes.append(hashed[mine])
            owners.append(of[mine])
    return np.concatenate(hashes), np.concatenate(owners)


def _polynomial(letters: Hashes) -> Hashes:
    hashed = np.full(len(letters), letters.shape[1], dtype=np.uint64)
    for column in letters.T:
        hashed = hashed * _BASE + column * _MIX
        hashed ^= hashed >> np.uint64(29)
    return hashed
