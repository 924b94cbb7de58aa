"""Codes that stand on chips, in cells of their own and in parentheses, and the lines that tell what they mean."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from veikart.core.blocks import Page
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_LEAST_USES = 4
"""Places where the codes of one line stand, from which they are codes."""
_LEAST_PAIRS = 2
_CODE = re.compile(r"[A-ZÆØÅÄÖ](?:[A-ZÆØÅÄÖ&]{1,5}|[a-zæøåäö]{1,2}[A-ZÆØÅÄÖ]{1,4})")
_LIST = re.compile(rf"{_CODE.pattern}(?:\s*[,;/+&]\s*{_CODE.pattern}|\s+{_CODE.pattern}){{0,3}}")
_BEHIND = re.compile(rf"\S\s*\((?P<codes>{_LIST.pattern})\)$")
_LONGEST_CHIP = 24  # characters
_LONGEST_NAME = 5  # words
_END = re.compile(r"[.;](?:\s|$)")
_EDGES = " \t=:–—-,;.·•|()"


def codes_in_use(pages: Sequence[Page]) -> dict[str, int]:
    """Return the codes that stand by themselves or in parentheses behind other words, with how often they do.

    What a text abbreviates itself is none: "Digital heimeoppfølging (DHO)".
    """
    counts: Counter[str] = Counter()
    for page in pages:
        for block in page.blocks:
            counts.update(_used(mend(block.text)))
    return dict(counts)


def _used(text: str) -> list[str]:
    if len(text) <= _LONGEST_CHIP and _LIST.fullmatch(text):
        return _CODE.findall(text)
    if not text.endswith(")"):
        return []
    behind = _BEHIND.search(text)
    codes = _CODE.findall(behind["codes"]) if behind else []
    before = text[: behind.start("codes")].casefold() if behind else ""
    return [code for code in codes if not _abbreviates(code, before)]


def _abbreviates(code: str, before: str) -> bool:
    """Tell whether letters of the words before give the code in its order."""
    rest = iter(letter for word in re.findall(r"\w+", before) for letter in word)
    return all(letter in rest for letter in code.casefold())


def coded_pairs(text: str, uses: Mapping[str, int], vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return the codes that a line explains with what they stand for, however the two are set apart: none unless it
    begins with one, or with a label and a colon, and explains at least two that are in use."""
    words = mend(text).split()
    first = {word.strip(_EDGES): n for n, word in reversed([*enumerate(words)])}
    starts = sorted(n for word, n in first.items() if word in uses)  # "IKT Teknologi og IKT" names it again
    if len(starts) < _LEAST_PAIRS or (starts[0] and not words[starts[0] - 1].endswith((":", ".", "="))):
        return []
    pairs = list(_pairs(words, starts))
    told = all(name and vocabulary.status(name) is None and vocabulary.key_status(name) is None for _, name in pairs)
    used = sum(uses[code] for code in {code for code, _ in pairs})
    return pairs if told and used >= max(_LEAST_USES, len(pairs)) else []


def _pairs(words: Sequence[str], starts: Sequence[int]) -> Iterator[tuple[str, str]]:
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        name = _END.split(" ".join(words[start + 1 : end]).strip(_EDGES), maxsplit=1)[0].strip(_EDGES)
        good = len(name.split()) <= _LONGEST_NAME and any(c.islower() for c in name) and not any(map(str.isdigit, name))
        yield words[start].strip(_EDGES), name if good else ""
