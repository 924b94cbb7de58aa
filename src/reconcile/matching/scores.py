"""How alike the titles of candidate pairs are: the words that they share, weighted by rarity, and the spelling.

Likeness counts beside the others': a pair loses where one of the two has a better partner, and a pair that is best on
both sides gains by its distance to the runners-up.
"""

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from reconcile.matching.blocks import Pairs
from reconcile.matching.vectors import Numbers, Rows

CHUNK = 250_000
WORDS, LETTERS = 0.4, 0.6
"""Shares of the shared words and of the spelling in the score."""
SPELLING = 0.66
"""Share of the spelling where it counts alone: a short title with a slip in it may share no word with the other."""
DISAGREE = 0.25
"""What a pair loses in which each title has a number that the other has not: two steps, two years, two models."""
MARGIN = 0.6
"""Share of the distance to the best partners that a score loses."""
LEAD = 1.0
"""Share of the distance to the runners-up that the best pair of both titles gains."""
MOST_LEAD = 0.15
"""Distance to the runners-up that counts at most: two titles without any other candidate are not alike for that."""


def score_pairs(parts: Rows, grams: Rows, numbers: csr_matrix, pairs: Pairs, *, rivals: bool) -> Numbers:
    """Return the likeness of each pair between 0 and 1; with `rivals`, a title has one partner in another document.

    `numbers` tells which numbers stand in each title.
    """
    scores = np.empty(len(pairs), dtype=np.float32)
    apart = np.zeros(len(pairs), dtype=bool)
    counts = np.diff(numbers.indptr)
    for start in range(0, len(pairs), CHUNK):
        chunk = pairs[start : start + CHUNK]
        by_words, by_letters = _cosines(parts.weights, chunk), _cosines(grams.weights, chunk)
        scores[start : start + CHUNK] = np.maximum(WORDS * by_words + LETTERS * by_letters, SPELLING * by_letters)
        numbered = np.flatnonzero((counts[chunk[:, 0]] > 0) & (counts[chunk[:, 1]] > 0))
        shared = _cosines(numbers, chunk[numbered])
        fewest = np.minimum(counts[chunk[numbered, 0]], counts[chunk[numbered, 1]])
        apart[start + numbered] = shared < fewest
    scores[apart] = np.maximum(scores[apart] - DISAGREE, 0)
    return _beside_the_others(scores, pairs, parts.weights.shape[0], apart) if rivals else scores


def _beside_the_others(scores: Numbers, pairs: Pairs, size: int, apart: npt.NDArray[np.bool_]) -> Numbers:
    left, right = pairs[:, 0], pairs[:, 1]
    best, second = np.zeros(size, dtype=np.float32), np.zeros(size, dtype=np.float32)
    np.maximum.at(best, left, scores)
    np.maximum.at(best, right, scores)
    for side in (left, right):
        lesser = scores < best[side]
        np.maximum.at(second, side[lesser], scores[lesser])
    result = np.empty_like(scores)
    for start in range(0, len(scores), CHUNK):
        here = slice(start, start + CHUNK)
        own, a, b = scores[here], left[here], right[here]
        lost = (best[a] + best[b]) / 2 - own
        lead = np.minimum(own - np.maximum(second[a], second[b]), MOST_LEAD)
        result[here] = own - MARGIN * lost + np.where((lost == 0) & ~apart[here], LEAD * lead, 0)
    return np.minimum(result, 1)


def _cosines(rows: csr_matrix, pairs: Pairs) -> Numbers:
    left, right = rows[pairs[:, 0]], rows[pairs[:, 1]]
    return np.asarray(left.multiply(right).sum(axis=1), dtype=np.float32).ravel()
