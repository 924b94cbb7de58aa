"""Codes that stand on chips, in cells of their own and in parentheses, and the lines that tell what they mean."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from veikart.core.blocks import Page
from veikart.core.people import looks_like_person, names_direction, names_organisation
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_LEAST_USES = 4
"""Places where the codes of one line stand, from which they are codes."""
_LEAST_PAIRS = 2
_CODE = re.compile(r"[A-ZÆØÅÄÖ](?:[A-ZÆØÅÄÖ&]{1,5}|[a-zæøåäö]{1,2}[A-ZÆØÅÄÖ]{1,4})")
_LIST = re.compile(rf"{_CODE.pattern}(?:\s*[,;/+&]\s*{_CODE.pattern}|\s+{_CODE.pattern}){{0,3}}")
_BEHIND = re.compile(rf"\S\s*\((?P<codes>{_LIST.pattern})\)$")
_APART = re.compile(rf"\S(?:[ \xa0]{{2,}}|\t)\s*(?P<codes>{_LIST.pattern})$")
_NAMED = re.compile(r"(?P<name>\S.*\S)\s+\((?P<code>[A-ZÆØÅÄÖ]{2,5})\)")
_LONGEST_CHIP = 24  # characters
_LONGEST_NAME = 5  # words
_BODIES = 0.5  # of the meanings of codes must be worded as organisations or parts of one
_SMALL_WORD = 3  # letters of words that abbreviations pass over
_END = re.compile(r"[.;](?:\s|$)")
_SIGNS = [["="], ["–"], ["-"], [":"], ["—"]]
_EDGES = " \t=:–—-,;.·•|()"


def codes_in_use(pages: Sequence[Page]) -> dict[str, int]:
    """Return the codes that stand by themselves or in parentheses behind other words, with how often they do.

    What a text abbreviates itself is none: "Digital heimeoppfølging (DHO)".
    """
    counts: Counter[str] = Counter()
    for page in pages:
        for block in page.blocks:
            if block.table and block.column == 0:
                continue  # what names a row is no owner
            counts.update(_used(mend(block.text)) or _set_apart(block.text))
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


def _set_apart(text: str) -> list[str]:
    """Return the codes that stand behind a name and several blanks: "Køvisning på mobil   HN, HV"."""
    behind = _APART.search(text)
    return _CODE.findall(behind["codes"]) if behind else []


def _abbreviates(code: str, before: str) -> bool:
    """Tell whether a code is the first letters of words before it, or of all these and letters inside them."""
    words = [word for word in re.findall(r"\w+", before) if len(word) > _SMALL_WORD]
    if code.casefold() in "".join(word[0] for word in words):
        return True
    return any(_is_made_of(code.casefold(), words[start:]) for start in range(len(words)))


def _is_made_of(code: str, words: Sequence[str]) -> bool:
    if not words or not code:
        return not words and not code
    first, rest = words[0], iter(words[0][1:])
    if first[0] != code[0]:
        return False
    for taken in range(1, len(code) + 1):
        if taken > 1 and code[taken - 1] not in rest:
            return False
        if _is_made_of(code[taken:], words[1:]):
            return True
    return False


def coded_pairs(text: str, uses: Mapping[str, int], vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return the codes that a line explains with what they stand for, however the two are set apart: none unless it
    begins with one, or with a label and a colon, and explains at least two that are in use."""
    words = mend(text).split()
    places = {word.strip(_EDGES): n for n, word in reversed([*enumerate(words)])}
    starts = sorted(n for word, n in places.items() if word in uses)  # "IKT Teknologi og IKT" names it again
    if len(starts) < _LEAST_PAIRS:
        return []
    bracketed = all(words[n].startswith("(") and ")" in words[n] for n in starts)
    enclosed = words[starts[0]].startswith("(") and not any(")" in word for word in words[starts[0] : -1])
    if not enclosed and not _may_begin(words[: starts[0]], bracketed):
        return []
    pairs = list(_pairs(words, starts))
    capitals = {name[:1].isupper() for _, name in pairs}
    marked = enclosed or all(words[n].endswith((":", "=")) or words[n + 1 : n + 2] in _SIGNS for n in starts)
    behind_stop = starts[0] > 0 and words[starts[0] - 1].endswith(".")
    sentence = (len(capitals) > 1 and not marked) or (behind_stop and False in capitals)
    return in_use(pairs, uses, vocabulary) if not sentence and all(name for _, name in pairs) else []


def _may_begin(before: Sequence[str], bracketed: bool) -> bool:
    """Tell whether a key may stand behind these words: at the start, behind a mark, or with its codes in brackets
    behind a few words without a comma."""
    if not before or before[-1].endswith((":", ".", "=")):
        return True
    return bracketed and len(before) <= _LONGEST_NAME and "," not in "".join(before)


def in_use(pairs: Sequence[tuple[str, str]], uses: Mapping[str, int], vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return the pairs of a code in use and its meaning: none where one is a status, where too few are used, or where
    the meanings are no organisations, as in a glossary."""
    known = [(code, name) for code, name in pairs if code in uses and _is_name(name) and not _is_person(name)]
    if len(known) < _LEAST_PAIRS or any(vocabulary.key_status(name) for _, name in known):
        return []
    bodies = [name for _, name in known if names_direction(name) or _is_body(name, vocabulary)]
    places = [name for code, name in known if name not in bodies and _begins_as(name, code)]
    named = bool(bodies) and len(bodies) + len(places) >= _BODIES * len(known)
    used = sum(uses[code] for code in {code for code, _ in known})
    return known if named and used >= max(_LEAST_USES, len(known)) else []


def named_before_code(text: str) -> tuple[str, str] | None:
    """Return the code in parentheses that ends a text, and the words before it: "Helsenettet (HNE)"."""
    match = _NAMED.fullmatch(text)
    return (match["code"], match["name"]) if match is not None else None


def _is_body(name: str, vocabulary: Vocabulary) -> bool:
    return names_organisation(name) or bool(vocabulary.split_organisations(name))


def _is_person(name: str) -> bool:
    return looks_like_person(name) and not names_direction(name) and not names_organisation(name)


def _begins_as(name: str, code: str) -> bool:
    """Tell whether a name is one word that begins as its code, as those of places do: "HOV = Hovdane"."""
    return len(name.split()) == 1 and name.casefold().startswith(code[:2].casefold())


def _is_name(name: str) -> bool:
    """Tell whether a text may be the name of an organisation: a few words without a comma or a number."""
    few = len(name.split()) <= _LONGEST_NAME and "," not in name
    return few and any(c.islower() for c in name) and not any(map(str.isdigit, name))


def _pairs(words: Sequence[str], starts: Sequence[int]) -> Iterator[tuple[str, str]]:
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        name = _END.split(" ".join(words[start + 1 : end]).strip(_EDGES), maxsplit=1)[0].strip(_EDGES)
        yield words[start].strip(_EDGES), name if _is_name(name) else ""
