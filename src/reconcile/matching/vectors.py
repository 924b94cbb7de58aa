"""Titles as sparse rows of weighted parts: each distinct word is taken apart and repaired once, whatever the size."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from reconcile.language.parts import Language
from reconcile.matching.slips import meant
from reconcile.matching.tokens import Tokens, Whole, spread

Numbers = npt.NDArray[np.float32]
Short = npt.NDArray[np.int32]

NATIVE = 0.35
"""Share of words that the lexicon must know for compounds and lemmas to be looked for at all."""
SAMPLE = 4_000
SHORT_NUMBER = 4
"""Digits of a number that counts something or tells a year; longer ones are codes."""
FRAME = 0.25
"""Share of its rarity that a frame word keeps."""
DOMINANCE = 2
"""How many times as frequent a word must be for an unknown word to be taken for a slip of it."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of unit length, columns in the order of their rarity, the rarest first.

    `singles` is the number of columns that stand in one row only; they come first.
    """

    weights: csr_matrix
    rarity: Numbers
    singles: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is known of the distinct words of a list."""

    meant: Whole  # number of the word that a word is meant to be
    frame: npt.NDArray[np.bool_]
    parts: list[tuple[str, ...]]  # of what the word is meant to be


def known_words(tokens: Tokens, language: Language) -> Vocabulary:
    """Repair and take apart each distinct word once."""
    counts = tokens.counts()
    native = _is_native(tokens.words, counts, language)
    repaired = meant(tokens.words, counts, language.has if native else _nothing, DOMINANCE)
    parts: list[tuple[str, ...]] = [()] * len(tokens.words)
    for number in np.unique(repaired).tolist():
        word = tokens.words[number]
        found = language.parts_of(word) if native else (word,)
        parts[number] = tuple(dict.fromkeys(language.concept(p) if native else p for p in found))
    frame = np.array([language.is_frame(word) for word in tokens.words], dtype=bool)
    return Vocabulary(repaired, frame, [parts[number] for number in repaired.tolist()])


def part_rows(tokens: Tokens, known: Vocabulary, language: Language) -> Rows:
    """Return the parts of each title, and its compounds, printed as one word or as two."""
    names = sorted({part for parts in known.parts for part in parts})
    ids = {part: i for i, part in enumerate(names)}
    numbered = [[ids[part] for part in parts] for parts in known.parts]
    flat = np.array([i for parts in numbered for i in parts], dtype=np.int32)
    lengths = np.array([len(parts) for parts in numbered], dtype=np.int64)
    starts = np.cumsum(lengths) - lengths
    columns = spread(flat, starts[tokens.numbers], lengths[tokens.numbers])
    owners = np.repeat(tokens.owners(), lengths[tokens.numbers]).astype(np.int32)
    compounds = np.unique(
        np.array([a * len(ids) + b for parts in numbered for a, b in pairwise(parts)], dtype=np.int64)
    )
    neighbours = columns[:-1].astype(np.int64) * len(ids) + columns[1:]
    place = np.searchsorted(compounds, neighbours)
    is_compound = place < len(compounds)
    is_compound[is_compound] = compounds[place[is_compound]] == neighbours[is_compound]
    is_compound &= owners[:-1] == owners[1:]
    columns = np.concatenate((columns, (len(ids) + place[is_compound]).astype(np.int32)))
    owners = np.concatenate((owners, owners[:-1][is_compound]))
    factor = np.ones(len(ids) + len(compounds), dtype=np.float32)
    factor[: len(ids)] = [FRAME if language.is_frame(part) else 1.0 for part in names]
    data = np.ones(len(columns), dtype=np.float32)
    rows = csr_matrix((data, (owners, columns)), shape=(tokens.size, len(factor)))
    frequency = np.bincount(rows.indices, minlength=len(factor))
    rarity = (np.log2((tokens.size + 2.0) / (frequency + 0.5)) * factor).astype(np.float32)
    return ranked(rows, frequency, rarity)


def number_rows(tokens: Tokens) -> csr_matrix:
    """Return which numbers of up to `SHORT_NUMBER` digits each title has."""
    numeric = np.array([word.isdigit() and len(word) <= SHORT_NUMBER for word in tokens.words], dtype=bool)
    kept = numeric[tokens.numbers]
    shape = (tokens.size, len(tokens.words))
    rows = csr_matrix(
        (np.ones(int(kept.sum()), dtype=np.float32), (tokens.owners()[kept], tokens.numbers[kept])), shape
    )
    rows.data.fill(1.0)
    return rows


def ranked(rows: csr_matrix, frequency: Whole, rarity: Numbers) -> Rows:
    """Weigh the rows by rarity, scale them to unit length, and put the columns in the order of rarity."""
    single = frequency < 2
    order = np.lexsort((-rarity, ~single))
    place = np.empty(len(order), dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    data = rarity[rows.indices]
    lengths = np.diff(rows.indptr)
    squares = np.bincount(np.repeat(np.arange(len(lengths)), lengths), weights=data**2, minlength=len(lengths))
    norms = np.sqrt(np.where(squares > 0, squares, 1.0)).astype(np.float32)
    data /= np.repeat(norms, lengths)
    sorted_rows = csr_matrix((data, place[rows.indices], rows.indptr), shape=rows.shape)
    sorted_rows.sort_indices()
    return Rows(sorted_rows, rarity[order], int(single.sum()))


def _nothing(_word: str) -> bool:
    return False


def _is_native(words: list[str], counts: Whole, language: Language) -> bool:
    common = (words[i] for i in np.argsort(-counts, kind="stable").tolist()[:SAMPLE])
    frequent = [word for word in common if len(word) > 3 and word.isalpha()]
    return bool(frequent) and sum(map(language.knows, frequent)) >= NATIVE * len(frequent)
