"""How alike the titles of candidate pairs are: the words that they share, weighted by rarity, and the spelling."""

import numpy as np
from scipy.sparse import csr_matrix

from reconcile.matching.blocks import Pairs
from reconcile.matching.vectors import Numbers, Rows

CHUNK = 250_000
WORDS, LETTERS = 0.35, 0.65
"""Shares of the shared words and of the spelling in the score."""
MARGIN = 0.3
"""Share of the distance to the best partners that a score loses."""
HOPELESS = 0.05
"""Likeness by words below which the spelling is not looked at."""


def score_pairs(parts: Rows, grams: Rows, pairs: Pairs) -> Numbers:
    """Return the likeness of each pair between 0 and 1."""
    scores = np.empty(len(pairs), dtype=np.float32)
    for start in range(0, len(pairs), CHUNK):
        scores[start : start + CHUNK] = _chunk(parts, grams, pairs[start : start + CHUNK])
    return _beside_the_best(scores, pairs, parts.weights.shape[0])


def _beside_the_best(scores: Numbers, pairs: Pairs, size: int) -> Numbers:
    """Lower the score of a pair whose titles both have better partners: likeness counts beside the others'."""
    best = np.zeros(size, dtype=np.float32)
    np.maximum.at(best, pairs[:, 0], scores)
    np.maximum.at(best, pairs[:, 1], scores)
    better = (best[pairs[:, 0]] + best[pairs[:, 1]]) / 2 - scores
    return (scores - MARGIN * better).astype(np.float32)


def _chunk(parts: Rows, grams: Rows, pairs: Pairs) -> Numbers:
    by_words = _cosines(parts.weights, pairs)
    by_letters = np.zeros(len(pairs), dtype=np.float32)
    hopeful = np.flatnonzero(by_words >= HOPELESS)
    by_letters[hopeful] = _cosines(grams.weights, pairs[hopeful])
    return (WORDS * by_words + LETTERS * by_letters).astype(np.float32)


def _cosines(rows: csr_matrix, pairs: Pairs) -> Numbers:
    left, right = rows[pairs[:, 0]], rows[pairs[:, 1]]
    return np.asarray(left.multiply(right).sum(axis=1), dtype=np.float32).ravel()
