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
_DIGIT = re.compile(r"\d")
_RUN = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*")
_MIXED = re.compile(r"(?=.*\d)(?=.*[^\W\d])")
_STEM = re.compile(r".*\d{2}")
MIN_CODE = 4
"""Letters and digits that make a code of a run of both: "KX-TG1033S", "Covid-19"."""
LONG_NUMBER = 9
"""Digits that make a code without any letter."""


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
        text = unicodedata.normalize("NFKC", title).casefold()
        words = _TOKEN.findall(text)
        if _DIGIT.search(text):
            words.extend(codes(text))
        flat.extend([seen.setdefault(word, len(seen)) for word in words])
        lengths.append(len(words))
    words = sorted(seen)
    place = np.empty(len(words) + 1, dtype=np.int32)
    place[[seen[word] for word in words]] = np.arange(len(words), dtype=np.int32)
    ends = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(np.frombuffer(lengths, dtype=np.int32), out=ends[1:])
    return Tokens(words, place[np.frombuffer(flat, dtype=np.int32)], ends)


def codes(text: str) -> list[str]:
    """Return the codes of a case-folded text without their dashes, and what stands before the ending of each.

    A model number is printed with or without dashes and with endings for colour or region.
    """
    found: dict[str, None] = {}
    for run in _RUN.findall(text):
        code = run.replace("-", "").replace("/", "")
        if len(code) >= MIN_CODE and (
            _MIXED.match(code) or (code != run and code.isdigit() and len(code) >= LONG_NUMBER)
        ):
            found[code] = None
            if (stem := _STEM.match(code)) and _MIXED.match(stem[0]):
                found[stem[0]] = None
    return list(found)


def spread(items: npt.NDArray[np.int32], starts: Whole, lengths: Whole) -> npt.NDArray[np.int32]:
    """Return the runs of `items` that begin at `starts`, one after the other."""
    total = int(lengths.sum())
    before = np.cumsum(lengths) - lengths
    found: npt.NDArray[np.int32] = items[np.arange(total) + np.repeat(starts - before, lengths)]
    return found
