"""How alike the titles of candidate pairs are: the words that they share, weighted by rarity, and the spelling.

Likeness counts beside the others': a pair loses where one of the two has a better partner, and a pair that is best on
both sides gains by its distance to the runners-up.
"""

import numpy as np
from scipy.sparse import csr_matrix

from reconcile.matching.blocks import Pairs
from reconcile.matching.vectors import Numbers, Rows

CHUNK = 250_000
WORDS, LETTERS = 0.4, 0.6
"""Shares of the shared words and of the spelling in the score."""
MARGIN = 0.6
"""Share of the distance to the best partners that a score loses."""
LEAD = 1.0
"""Share of the distance to the runners-up that the best pair of both titles gains."""
MOST_LEAD = 0.15
"""Distance to the runners-up that counts at most: two titles without any other candidate are not alike for that."""


def score_pairs(parts: Rows, grams: Rows, pairs: Pairs, *, rivals: bool) -> Numbers:
    """Return the likeness of each pair between 0 and 1; with `rivals`, a title has one partner in another document."""
    scores = np.empty(len(pairs), dtype=np.float32)
    for start in range(0, len(pairs), CHUNK):
        here = slice(start, start + CHUNK)
        by_words, by_letters = _cosines(parts.weights, pairs[here]), _cosines(grams.weights, pairs[here])
        scores[here] = WORDS * by_words + LETTERS * by_letters
    return _beside_the_others(scores, pairs, parts.weights.shape[0]) if rivals else scores


def _beside_the_others(scores: Numbers, pairs: Pairs, size: int) -> Numbers:
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
        result[here] = own - MARGIN * lost + np.where(lost == 0, LEAD * lead, 0)
    return np.minimum(result, 1)


def _cosines(rows: csr_matrix, pairs: Pairs) -> Numbers:
    left, right = rows[pairs[:, 0]], rows[pairs[:, 1]]
    return np.asarray(left.multiply(right).sum(axis=1), dtype=np.float32).ravel()
