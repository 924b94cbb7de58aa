"""Text as a reader means it: lines joined, hyphenation mended, and keys for comparing."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

_Answer = TypeVar("_Answer")

REMEMBERED = 8192
"""Texts whose answer a question about texts keeps: a deck asks the same of each of its texts many times."""

SOFT_HYPHEN = "\u00ad"
HYPHENS = "-\u2010\u2011"
DASHES = HYPHENS + "\u2012\u2013\u2014\u2212"

_COORDINATORS = r"(?:og|eller|samt|and|or|och|eller|ja|und|oder|til|to|/)\b"
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb06": "st"}
)
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc\x00-\x08\x0e-\x1f\x7f]")
_RARE = re.compile("[\ufb00-\ufb06\ufffc]")
"""Of printable characters, those that are not as a reader means them."""
_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_BREAKS = re.compile(r"[ \t]*(?:\r\n|[\r\n\v\f\u2028\u2029\x85])+\s*")
_DIVIDED = re.compile(rf"\w[{HYPHENS}]$")
_COORDINATOR = re.compile(_COORDINATORS)
_LAST_PART = 60
"""How much of a divided word's first half is looked at, in characters."""
_WORD = re.compile(r"[^\W_]+")


def remembered(ask: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """Return the question with the answers of the last texts kept; an answer is shared and must not be changed."""
    return lru_cache(maxsize=REMEMBERED)(ask)


@remembered
def mend(text: str) -> str:
    """Return the text on one line: breaks joined, hyphenation mended, blanks collapsed, in Unicode form NFC.

    A hyphen at a line's end goes where it only divides a word; it stays before "og" ("behandlings- og …") and where
    it belongs to the word (after an abbreviation, a name in mixed case or a number, or before a capital).
    """
    if text.isprintable() and "  " not in text and not _RARE.search(text):
        return unicodedata.normalize("NFC", text).strip()
    text = unicodedata.normalize("NFC", text).translate(_LIGATURES)
    text = text.replace(SOFT_HYPHEN + "\n", "").replace(SOFT_HYPHEN, "")
    text = _INVISIBLE.sub("", text)
    text = _BREAKS.sub("\n", _BLANKS.sub(" ", text)).strip()
    lines = text.split("\n")
    joined = [lines[0]]
    for before, line in pairwise(lines):
        joint = _joint(before, line)
        if joint is None:
            joined[-1] = joined[-1][:-1]
        joined += [joint or "", line]
    return _BLANKS.sub(" ", "".join(joined)).strip()


def _joint(before: str, after: str) -> str | None:
    """Return what stands between two lines: a blank, nothing, or None where the hyphen at the end goes."""
    if not after[:1].isalnum():
        return " "
    if before.endswith("/") and before[-2:-1].isalnum():
        return ""
    if not _DIVIDED.search(before[-2:]) or _COORDINATOR.match(after):
        return " "
    last = re.split(r"[\W_]+", before[-_LAST_PART:-1])[-1]
    stays = len(last) == 1 or last[-1:].isdigit() or not after[0].islower() or any(c.isupper() for c in last[1:])
    return "" if stays else None


@remembered
def fold(text: str) -> str:
    """Return a comparison key: form NFKC, case folded, letters and digits only."""
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def words(text: str) -> list[str]:
    """Return the words of a text, case folded, without punctuation."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


@remembered
def phrase(text: str) -> str:
    """Return a key that keeps the borders of words: case folded words with one blank between."""
    return " ".join(words(text))


def is_acronym(word: str) -> bool:
    """Tell whether a word is written as an abbreviation: "DEIS", "DHO", "HSØ", "3D"."""
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)
