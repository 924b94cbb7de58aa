"""Titles as sparse rows of weighted parts: each distinct word is taken apart and repaired once, whatever the size."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from reconcile.language.parts import Language
from reconcile.language.repair import repairs

Numbers = npt.NDArray[np.float32]

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
NATIVE = 0.35
"""Share of words that the lexicon must know for compounds and lemmas to be looked for at all."""
SAMPLE = 20_000
FRAME = 0.25
"""Share of its rarity that a frame word keeps."""
DOMINANCE = 2
"""How many times as frequent a word must be for an unknown word to be taken for a slip of it."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """Rows of unit length: parts and trigrams of letters, both weighted by rarity; frame words are left out of the
    letters."""

    rows: csr_matrix
    rarity: Numbers
    grams: csr_matrix
    gram_rarity: Numbers
    keys: list[str]  # words in alphabetical order, one blank between


def vectorise(titles: Sequence[str], language: Language) -> Vectors:
    """Take all titles apart."""
    tokens = [_TOKEN.findall(unicodedata.normalize("NFKC", title).casefold()) for title in titles]
    counts = Counter(word for words in tokens for word in words)
    native = _is_native(counts, language)
    knows = language.has if native else _nothing
    mended = repairs(counts, knows, dominance=DOMINANCE)
    parts_of: dict[str, tuple[str, ...]] = {}
    for word in counts:
        meant = mended.get(word, word)
        parts = language.parts_of(meant) if native else (meant,)
        parts_of[word] = tuple(dict.fromkeys(language.concept(p) if native else p for p in parts))
    ids = {part: i for i, part in enumerate(sorted({p for parts in parts_of.values() for p in parts}))}
    numbered = {word: [ids[p] for p in parts] for word, parts in parts_of.items()}
    compounds = _compounds(numbered.values(), len(ids))
    rows = _rows([_row(words, numbered, compounds) for words in tokens], len(ids) + len(compounds))
    frame = np.ones(len(ids) + len(compounds), dtype=np.float32)
    frame[: len(ids)] = [FRAME if language.is_frame(part) else 1.0 for part in ids]
    frequency = np.asarray(rows.sum(axis=0)).ravel()
    rarity = (np.log2((len(titles) + 2.0) / (frequency + 0.5)) * frame).astype(np.float32)
    keys = [" ".join(sorted(mended.get(word, word) for word in words)) for words in tokens]
    grams = _gram_rows([[w for w in key.split() if not language.is_frame(w)] or key.split() for key in keys])
    gram_frequency = np.bincount(grams.indices, minlength=grams.shape[1]).astype(np.float32)
    gram_rarity = (np.log((len(titles) + 1.0) / (gram_frequency + 1.0)) + 1.0).astype(np.float32)
    return Vectors(_unit(rows, rarity), rarity, _unit(grams, gram_rarity), gram_rarity, keys)


def _compounds(words: Iterable[list[int]], first: int) -> dict[tuple[int, int], int]:
    """Number the neighbouring parts that are one word somewhere: the compound tells more than its parts."""
    pairs = sorted({pair for parts in words for pair in pairwise(parts)})
    return {pair: first + i for i, pair in enumerate(pairs)}


def _row(words: list[str], numbered: dict[str, list[int]], compounds: dict[tuple[int, int], int]) -> list[int]:
    """Return the parts of a title and its compounds, printed as one word or as two."""
    parts = [i for word in words for i in numbered[word]]
    return parts + [compounds[pair] for pair in pairwise(parts) if pair in compounds]


def _nothing(_word: str) -> bool:
    return False


def _is_native(counts: Counter[str], language: Language) -> bool:
    frequent = [word for word, _ in counts.most_common(SAMPLE) if len(word) > 3 and word.isalpha()]
    return bool(frequent) and sum(map(language.knows, frequent)) >= NATIVE * len(frequent)


def _gram_rows(words: Iterable[list[str]]) -> csr_matrix:
    """Return the trigrams of each title's letters, word after word with a blank between."""
    ids: dict[str, int] = {}
    found: list[list[int]] = []
    for row in words:
        text = " ".join(row)
        found.append([ids.setdefault(text[i : i + 3], len(ids)) for i in range(max(len(text) - 2, 1))])
    return _rows(found, len(ids))


def _rows(parts: list[list[int]], width: int) -> csr_matrix:
    unique = [sorted(set(row)) for row in parts]
    indptr = np.zeros(len(unique) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in unique], out=indptr[1:])
    indices = np.fromiter((i for row in unique for i in row), dtype=np.int32, count=int(indptr[-1]))
    data = np.ones(len(indices), dtype=np.float32)
    return csr_matrix((data, indices, indptr), shape=(len(unique), width))


def _unit(rows: csr_matrix, rarity: Numbers) -> csr_matrix:
    """Return the rows with each part at its rarity, scaled to unit length."""
    weighted = rows.copy()
    weighted.data = rarity[weighted.indices]
    lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1.0
    weighted.data = (weighted.data / np.repeat(lengths, np.diff(weighted.indptr))).astype(np.float32)
    return weighted
