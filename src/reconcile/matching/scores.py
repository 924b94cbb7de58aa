"""How alike the titles of candidate pairs are: the words that they share, weighted by rarity, and the spelling.

Likeness counts beside the others': a pair loses where one of the two has a better partner, most of all in the other's
document, and a pair that is best on both sides gains by its distance to the runners-up.
"""

import math

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from reconcile.matching.blocks import Pairs
from reconcile.matching.tokens import Whole
from reconcile.matching.vectors import Numbers, Rows

CHUNK = 250_000
SLICE = 20_000
"""Titles whose best partners are looked for at once."""
WORDS, LETTERS = 0.4, 0.6
"""Shares of the shared words and of the spelling in the score."""
SPELLING = 0.66
"""Share of the spelling where it counts alone: a short title with a slip in it may share no word with the other."""
DISAGREE = 0.25
"""What a pair loses in which each title has a number that the other has not: two steps, two years, two models."""
MARGIN = 0.6
"""Share of the distance to the best partners that a score loses: in part to the best in the other document, where a
title has one partner at most, in part to the best anywhere."""
ANYWHERE, CROWD, FEW = 0.5, 0.25, 10_000
"""The part of the best anywhere in lists of up to `FEW` titles, and what it rises for each tenfold of them: the more
titles, the more are alike by chance, and the more a better partner elsewhere tells."""
LEAD = 1.0
"""Share of the distance to the runners-up that the best pair of both titles gains."""
MOST_LEAD = 0.15
"""Distance to the runners-up that counts at most: two titles without any other candidate are not alike for that."""


def score_pairs(parts: Rows, grams: Rows, numbers: csr_matrix, pairs: Pairs, documents: Whole | None = None) -> Numbers:
    """Return the likeness of each pair between 0 and 1; with the documents, a title has one partner in each other one.

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
    return scores if documents is None else _beside_the_others(scores, pairs, documents, apart)


def _beside_the_others(scores: Numbers, pairs: Pairs, documents: Whole, apart: npt.NDArray[np.bool_]) -> Numbers:
    left, right = pairs[:, 0], pairs[:, 1]
    size = len(documents)
    anywhere = min(1.0, ANYWHERE + CROWD * max(0.0, math.log10(size / FEW)))
    best_there = best_in_document(scores, pairs, documents) if anywhere < 1.0 else scores
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
        lost_there = best_there[here] - own
        lead = np.minimum(own - np.maximum(second[a], second[b]), MOST_LEAD)
        gained = np.where((lost == 0) & ~apart[here], LEAD * lead, 0)
        result[here] = own - MARGIN * (anywhere * lost + (1.0 - anywhere) * lost_there) + gained
    return np.minimum(result, 1)


def best_in_document(scores: Numbers, pairs: Pairs, documents: Whole) -> Numbers:
    """Return for each pair the mean of the best scores that either title has with one of the other's document.

    Title by title in slices, so that memory stays level: the pairs of a title stand together where it is the left one
    (pairs ascend), and in the order of the right one where it is that.
    """
    left, right = pairs[:, 0], pairs[:, 1]
    by_right = np.argsort(right, kind="stable")
    ends_left = np.searchsorted(left, np.arange(len(documents) + 1))
    ends_right = np.searchsorted(right, np.arange(len(documents) + 1), sorter=by_right)
    number = int(documents.max()) + 1
    mean = np.zeros(len(scores), dtype=np.float32)
    for title in range(0, len(documents), SLICE):
        last = min(title + SLICE, len(documents))
        as_left = np.arange(ends_left[title], ends_left[last])
        as_right = by_right[ends_right[title] : ends_right[last]]
        own = np.concatenate((left[as_left], right[as_right])).astype(np.int64)
        theirs = documents[np.concatenate((right[as_left], left[as_right]))]
        keys, key = np.unique(own * number + theirs, return_inverse=True)
        best = np.zeros(len(keys), dtype=np.float32)
        np.maximum.at(best, key, np.concatenate((scores[as_left], scores[as_right])))
        mean[as_left] += best[key[: len(as_left)]] / 2
        mean[as_right] += best[key[len(as_left) :]] / 2
    return mean


def _cosines(rows: csr_matrix, pairs: Pairs) -> Numbers:
    left, right = rows[pairs[:, 0]], rows[pairs[:, 1]]
    return np.asarray(left.multiply(right).sum(axis=1), dtype=np.float32).ravel()
