"""Titles as flat arrays of word numbers: of a title, four bytes a word are kept."""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Word numbers of all titles after each other; `ends` has one more entry than there are titles.

    Words are numbered in alphabetical order.
    """

    words: list[str]
    numbers: npt.NDArray[np.int32]
    ends: Whole

    @property
    def size(self) -> int:
        """Number of titles."""
        return len(self.ends) - 1

    def counts(self) -> Whole:
        """Return how often each word stands in the list."""
        return np.bincount(self.numbers, minlength=len(self.words)).astype(np.int64)

    def owners(self) -> Whole:
        """Return the title of each entry of `numbers`."""
        return np.repeat(np.arange(self.size), np.diff(self.ends))


def tokenise(titles: Sequence[str]) -> Tokens:
    """Take all titles apart into words and numbers."""
    seen: dict[str, int] = {}
    flat, lengths = array("i"), array("i")
    for title in titles:
        words = _TOKEN.findall(unicodedata.normalize("NFKC", title).casefold())
        flat.extend([seen.setdefault(word, len(seen)) for word in words])
        lengths.append(len(words))
    words = sorted(seen)
    place = np.empty(len(words) + 1, dtype=np.int32)
    place[[seen[word] for word in words]] = np.arange(len(words), dtype=np.int32)
    ends = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(np.frombuffer(lengths, dtype=np.int32), out=ends[1:])
    return Tokens(words, place[np.frombuffer(flat, dtype=np.int32)], ends)


def spread(items: npt.NDArray[np.int32], starts: Whole, lengths: Whole) -> npt.NDArray[np.int32]:
    """Return the runs of `items` that begin at `starts`, one after the other."""
    total = int(lengths.sum())
    before = np.cumsum(lengths) - lengths
    found: npt.NDArray[np.int32] = items[np.arange(total) + np.repeat(starts - before, lengths)]
    return found
