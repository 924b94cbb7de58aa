"""Two names side by side: which words the one has and the other has not."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from export.report.html import Markup, h, join
from veikart.core.text import fold

_WORDS = re.compile(r"\S+")
_LONGEST = 60  # words of a name that are compared


def marked(name: str, other: str) -> Markup:
    """Return `name` as HTML with the words marked that `other` does not have at their place.

    Names that share no word stay unmarked: marking all of both would tell nothing.
    """
    words, spans = _split(name)
    theirs, _ = _split(other)
    if words == theirs or not _shared(words, theirs):
        return join(name)
    differing: list[tuple[int, int]] = []
    for kind, start, end, _, _ in SequenceMatcher(None, words, theirs, autojunk=False).get_opcodes():
        if kind in {"replace", "delete"} and any(words[start:end]):
            differing.append((spans[start][0], spans[end - 1][1]))
    pieces: list[str] = []
    at = 0
    for start, end in differing:
        pieces += [name[at:start], h("mark", name[start:end])]
        at = end
    return join([*pieces, name[at:]])


def only_here(name: str, other: str) -> str:
    """Return the words of `name` that `other` lacks, for those who cannot see the marks; "" where none is shared."""
    theirs = {fold(word) for word in other.split()}
    if not _shared([fold(word) for word in name.split()], theirs):
        return ""
    return " ".join(word for word in name.split() if fold(word) and fold(word) not in theirs)


def _shared(words: Iterable[str], theirs: Iterable[str]) -> bool:
    return bool((set(words) & set(theirs)) - {""})


def _split(name: str) -> tuple[list[str], list[tuple[int, int]]]:
    found = list(_WORDS.finditer(name))[:_LONGEST]
    return [fold(match[0]) for match in found], [match.span() for match in found]
