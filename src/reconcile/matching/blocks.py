"""Candidate pairs at size: titles that share a pair of rare parts, one very rare part, or rare trigrams.

Every title has a fixed number of keys, keys that too many titles share are left out, and pairs come from sorted runs:
the cost grows with the number of titles, not with its square.
"""

from collections import Counter
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from reconcile.matching.vectors import Vectors

Pairs = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]

RAREST = 6
"""Parts of a title, the rarest first, that are combined into keys of two."""
MAX_BLOCK = 30
"""Titles under one key beyond which the key says too little."""
GRAMS = 5
"""Trigrams of a title, the rarest first, that are combined into keys of two."""
SLICE = 100_000
"""Titles for which all keys are held in memory at once."""
_OTHER = np.uint64(0xC2B2AE3D27D4EB4F)
_PRIME = np.uint64(0x9E3779B97F4A7C15)


def candidate_pairs(vectors: Vectors) -> Pairs:
    """Return distinct pairs (left < right) as an array of two columns, ascending."""
    size = len(vectors.keys)
    slices = 1 + size // SLICE
    codes = np.empty(0, dtype=np.int64)
    for make in (_part_table, _gram_table):
        table = make(vectors)
        for part in range(slices):
            found = _pairs(*_combined(table, part, slices))
            codes = np.unique(np.concatenate((codes, found[:, 0] * size + found[:, 1])))
    return np.column_stack((codes // size, codes % size))


def _part_table(vectors: Vectors) -> Pairs:
    """Return the rarest parts of each title, -1 where it has no more."""
    rows, rarity = vectors.rows, vectors.rarity
    counts = np.diff(rows.indptr)
    owner = np.repeat(np.arange(len(counts)), counts)
    order = np.lexsort((rows.indices, -rarity[rows.indices], owner))
    rank = np.arange(len(order)) - np.repeat(rows.indptr[:-1], counts)
    table = np.full((len(counts), RAREST), -1, dtype=np.int64)
    kept = rank < RAREST
    table[owner[kept], rank[kept]] = rows.indices[order][kept]
    return table


def _gram_table(vectors: Vectors) -> Pairs:
    """Return the rarest trigrams in the space-free letters of each title, -1 where it has no more."""
    texts = [key.replace(" ", "") for key in vectors.keys]
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update({text[i : i + 3] for i in range(len(text) - 2)})
    ids = {gram: i for i, gram in enumerate(sorted(counts))}
    table = np.full((len(texts), GRAMS), -1, dtype=np.int64)
    for row, text in enumerate(texts):
        grams = sorted({text[i : i + 3] for i in range(len(text) - 2)}, key=lambda g: (counts[g], g))
        rare = [ids[g] for g in grams if counts[g] > 1][:GRAMS]
        table[row, : len(rare)] = rare
    return table


def _combined(table: Pairs, part: int, slices: int) -> tuple[Keys, Pairs]:
    """Return hashed keys of all pairs of columns and of single columns, with the row of each.

    Only the keys of one slice of the hash space: slice by slice, memory stays level.
    """
    rows = np.arange(len(table))
    keys: list[Keys] = []
    owners: list[Pairs] = []
    for a in range(table.shape[1]):
        for b in range(a, table.shape[1]):
            held = (table[:, a] >= 0) & (table[:, b] >= 0)
            low = np.minimum(table[held, a], table[held, b]).astype(np.uint64)
            high = np.maximum(table[held, a], table[held, b]).astype(np.uint64)
            hashed = low * _PRIME ^ (high + np.uint64(1)) * _OTHER
            mine = (hashed >> np.uint64(17)) % np.uint64(slices) == part
            keys.append(hashed[mine])
            owners.append(rows[held][mine])
    return np.concatenate(keys), np.concatenate(owners)


def _pairs(keys: Keys, owners: Pairs) -> Pairs:
    """Return all pairs of rows under one key, for keys that 2 … MAX_BLOCK rows share."""
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    lengths = np.diff(np.append(starts, len(keys)))
    return np.concatenate([*_runs(owners, starts, lengths), np.empty((0, 2), dtype=np.int64)])


def _runs(owners: Pairs, starts: Pairs, lengths: Pairs) -> Iterator[Pairs]:
    for length in range(2, MAX_BLOCK + 1):
        at = starts[lengths == length]
        if not len(at):
            continue
        block = owners[at[:, None] + np.arange(length)]
        left, right = np.triu_indices(length, 1)
        pairs = np.column_stack((block[:, left].ravel(), block[:, right].ravel()))
        yield np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1)
