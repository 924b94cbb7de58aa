"""Trigrams of the letters of each title without blanks, so that a compound is spelled alike as one word or as two.

Frame words are left out.
"""

import numpy as np
from scipy.sparse import csr_matrix, vstack

from reconcile.matching.tokens import Tokens, Whole, spread
from reconcile.matching.vectors import Rows, Short, Vocabulary, ranked

LETTERS = 128
"""Letters that are told apart, the most frequent ones; the others share numbers."""
CHUNK = 100_000
"""Titles that are spelled at once."""


def gram_rows(tokens: Tokens, known: Vocabulary) -> Rows:
    """Return the trigrams of each title, a blank before and after it."""
    letters, starts, lengths = _spelled(tokens)
    numbers, ends = _content(tokens, known)
    chunks = []
    for first in range(0, tokens.size, CHUNK):
        bounds = ends[first : first + CHUNK + 1]
        own = numbers[bounds[0] : bounds[-1]]
        owners = np.repeat(np.arange(len(bounds) - 1, dtype=np.int32), np.diff(bounds))
        first_word = np.diff(owners, prepend=-1) != 0
        last_word = np.diff(owners, append=len(bounds)) != 0
        length = lengths[own] + first_word + last_word
        text = spread(letters, starts[own] - first_word, length)
        of = np.repeat(owners, length)
        chunks.append(_counted(text, of, len(bounds) - 1))
    rows = vstack(chunks, format="csr", dtype=np.float32)
    del chunks
    frequency = np.bincount(rows.indices, minlength=rows.shape[1])
    used = np.flatnonzero(frequency)
    place = np.zeros(rows.shape[1], dtype=np.int32)
    place[used] = np.arange(len(used), dtype=np.int32)
    rows = csr_matrix((rows.data, place[rows.indices], rows.indptr), shape=(tokens.size, len(used)))
    frequency = frequency[used]
    rarity = (np.log((tokens.size + 1.0) / (frequency + 1.0)) + 1.0).astype(np.float32)
    return ranked(rows, frequency, rarity)


def _spelled(tokens: Tokens) -> tuple[Short, Whole, Whole]:
    """Return the letters of all words, a blank before and after each, with where each word starts and its length."""
    text = "".join(" " + word for word in tokens.words) + " "
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
    found, number, counts = np.unique(codes, return_inverse=True, return_counts=True)
    place = np.empty(len(found), dtype=np.int32)
    place[np.argsort(-counts, kind="stable")] = np.arange(len(found), dtype=np.int32)
    place = np.where(place < LETTERS - 1, place + 1, 1 + place % (LETTERS - 1)).astype(np.int32)
    place[found == ord(" ")] = 0
    lengths = np.array([len(word) for word in tokens.words], dtype=np.int64)
    return place[number], np.cumsum(lengths + 1) - lengths, lengths


def _content(tokens: Tokens, known: Vocabulary) -> tuple[Short, Whole]:
    """Return the words that are meant, without frame words if others stay, and the ends of the titles."""
    owners = tokens.owners()
    numbers = known.meant[tokens.numbers]
    frame = known.frame[numbers]
    content = np.bincount(owners, weights=~frame, minlength=tokens.size)
    kept = ~frame | (content[owners] == 0)
    ends = np.zeros(tokens.size + 1, dtype=np.int64)
    np.cumsum(np.bincount(owners[kept], minlength=tokens.size), out=ends[1:])
    return numbers[kept].astype(np.int32), ends


def _counted(text: Short, of: Short, size: int) -> csr_matrix:
    """Return which trigrams each title has, each once."""
    if not len(text):
        return csr_matrix((size, LETTERS**3), dtype=np.float32)
    after = np.append(text[1:], 0)
    after[np.append(of[1:] != of[:-1], True)] = 0
    second = np.append(after[1:], 0)
    columns = (text * LETTERS + after) * LETTERS + second
    kept = np.append(of[1:] == of[:-1], False)
    rows = csr_matrix((np.ones(int(kept.sum()), dtype=np.float32), (of[kept], columns[kept])), shape=(size, LETTERS**3))
    rows.data.fill(1.0)
    return rows
