"""Titles of one list with the same words are one thing: what follows looks at each only once."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from reconcile.matching.tokens import Tokens, Whole, spread
from reconcile.matching.vectors import Vocabulary

_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


def representatives(titles: Sequence[str], tokens: Tokens, known: Vocabulary) -> tuple[Whole, Whole]:
    """Return one title for each set of words, and for each title the number of the set; titles without words stay
    alone."""
    lengths = np.diff(tokens.ends)
    sums = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(_mixed(known.meant[tokens.numbers]))))
    content = sums[tokens.ends[1:]] - sums[tokens.ends[:-1]]
    bare = np.flatnonzero(lengths == 0)
    content[bare] = _mixed(len(tokens.words) + bare)
    _, number = np.unique(content, return_inverse=True)
    chosen = np.full(int(number.max()) + 1, -1, dtype=np.int64)
    for row, group in enumerate(number.tolist()):
        if chosen[group] < 0 or titles[row] < titles[chosen[group]]:  # not the first: the order must not show
            chosen[group] = row
    return chosen, number


def only(tokens: Tokens, rows: Whole) -> Tokens:
    """Return the chosen titles, the words numbered as before."""
    lengths = np.diff(tokens.ends)[rows]
    return Tokens(
        tokens.words,
        spread(tokens.numbers, tokens.ends[:-1][rows], lengths),
        np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(lengths))),
    )


def _mixed(numbers: Whole) -> npt.NDArray[np.uint64]:
    """Return well-spread hashes of numbers (the finish of SplitMix64)."""
    mixed = numbers.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * _FIRST
    mixed = (mixed ^ (mixed >> np.uint64(27))) * _SECOND
    result: npt.NDArray[np.uint64] = mixed ^ (mixed >> np.uint64(31))
    return result
