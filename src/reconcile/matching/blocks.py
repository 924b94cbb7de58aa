"""Candidate pairs at size: titles that share a pair of rare parts, one very rare part, or rare trigrams.

Every title has a fixed number of keys, keys that too many titles share are left out, and pairs come from sorted runs:
the cost grows with the number of titles, not with its square.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from reconcile.matching.tokens import Whole
from reconcile.matching.vectors import Rows

Pairs = npt.NDArray[np.int32]
Keys = npt.NDArray[np.uint64]

RAREST = 6
"""Parts of a title, the rarest first, that are combined into keys of two."""
MAX_BLOCK = 30
"""Titles under one key beyond which the key says too little."""
GRAMS = 5
"""Trigrams of a title, the rarest first, that are combined into keys of two."""
SLICE = 200_000
"""Titles for which all keys are held in memory at once."""
_OTHER = np.uint64(0xC2B2AE3D27D4EB4F)
_PRIME = np.uint64(0x9E3779B97F4A7C15)


def candidate_pairs(parts: Rows, grams: Rows, documents: Whole | None = None) -> Pairs:
    """Return distinct pairs (left < right) as an array of two columns, ascending; none within one document."""
    size = parts.weights.shape[0]
    slices = 1 + size // SLICE
    tables = (_rarest(parts, RAREST), _rarest(grams, GRAMS))
    found: list[Whole] = [
        _pairs(_keys(table, part, slices), size, documents) for table in tables for part in range(slices)
    ]
    codes = np.concatenate(found)
    del found
    codes = _distinct(codes)
    pairs = np.empty((len(codes), 2), dtype=np.int32)
    np.floor_divide(codes, size, out=pairs[:, 0], casting="unsafe")
    np.remainder(codes, size, out=pairs[:, 1], casting="unsafe")
    return pairs


def _distinct(codes: Whole) -> Whole:
    """Return each code once, ascending; sorts in place."""
    codes.sort()
    once: Whole = codes[np.concatenate((codes[:1] == codes[:1], codes[1:] != codes[:-1]))]
    return once


def _rarest(rows: Rows, width: int) -> npt.NDArray[np.int32]:
    """Return the rarest columns of each row that other rows have too, -1 where it has no more."""
    weights = rows.weights
    alone = np.concatenate(([0], np.cumsum(weights.indices < rows.singles)))
    starts = weights.indptr[:-1] + alone[weights.indptr[1:]] - alone[weights.indptr[:-1]]
    table = np.full((len(starts), width), -1, dtype=np.int32)
    for column in range(width):
        held = starts + column < weights.indptr[1:]
        table[held, column] = weights.indices[starts[held] + column]
    return table


def _keys(table: npt.NDArray[np.int32], part: int, slices: int) -> Keys:
    """Return hashes of all pairs of columns and of single columns, each with its row in the lowest bits, ascending.

    Only the keys of one slice of the hash space: slice by slice, memory stays level.
    """
    bits = np.uint64(_bits(len(table)))
    rows = np.arange(len(table), dtype=np.uint64)
    keys: list[Keys] = []
    for a in range(table.shape[1]):
        for b in range(a, table.shape[1]):
            held = np.flatnonzero((table[:, a] >= 0) & (table[:, b] >= 0))
            low, high = table[held, a].astype(np.uint64), table[held, b].astype(np.uint64)  # columns ascend in a row
            hashed = (low + np.uint64(1)) * _PRIME ^ (high + np.uint64(1)) * _OTHER
            hashed ^= hashed >> np.uint64(31)
            hashed *= _PRIME
            mine = (hashed >> np.uint64(17)) % np.uint64(slices) == part
            keys.append(hashed[mine] >> bits << bits | rows[held[mine]])
    packed = np.concatenate(keys)
    packed.sort()
    return packed


def _bits(size: int) -> int:
    return max(1, (size - 1).bit_length())


def _pairs(packed: Keys, size: int, documents: Whole | None) -> Whole:
    """Return the codes of all pairs of rows under one key, for keys that 2 … MAX_BLOCK rows share."""
    bits = np.uint64(_bits(size))
    owners = (packed & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    keys = packed >> bits
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else np.empty(0, dtype=np.int64)
    lengths = np.diff(np.append(starts, len(keys)))
    return _distinct(np.concatenate([*_runs(owners, starts, lengths, size, documents), np.empty(0, dtype=np.int64)]))


def _runs(owners: Whole, starts: Whole, lengths: Whole, size: int, documents: Whole | None) -> Iterator[Whole]:
    for length in range(2, MAX_BLOCK + 1):
        at = starts[lengths == length]
        if not len(at):
            continue
        block = owners[at[:, None] + np.arange(length)]
        left, right = np.triu_indices(length, 1)
        a, b = block[:, left].ravel(), block[:, right].ravel()  # ascending within a block
        kept = a != b if documents is None else (a != b) & (documents[a] != documents[b])
        yield a[kept] * size + b[kept]
