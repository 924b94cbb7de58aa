"""Abbreviations that the documents themselves spell out: "DHO" beside "digital hjemmeoppfølging".

An abbreviation is taken for the words at a name's beginning or end whose first letters spell it, where the rest of that
name shares a word with a name that holds the abbreviation, and where all names of the corpus that spell it do so alike:
first letters alone meet by chance.
"""

from collections.abc import Iterable, Iterator

from reconcile.language.parts import SMALL, Parsed

MIN_LETTERS, MAX_LETTERS = 3, 7


def spelled_out(names: Iterable[Parsed]) -> dict[str, tuple[str, ...]]:
    """Return abbreviation → parts of the words that it stands for."""
    names = list(names)
    wanted = {acronym for name in names for acronym in name.acronyms if len(acronym) >= MIN_LETTERS}
    found: dict[str, set[tuple[str, ...]]] = {}
    company: dict[str, set[str]] = {}
    for name in names:
        for acronym in name.acronyms:
            company.setdefault(acronym, set()).update(set(name.parts) - {acronym})
    for name in names:
        for letters, parts in _runs(name):
            rest = set(name.parts) - set(parts)
            if letters in wanted and letters not in name.parts and company[letters] & rest - SMALL:
                found.setdefault(letters, set()).add(parts)
    return {letters: next(iter(readings)) for letters, readings in found.items() if len(readings) == 1}


def expand(name: Parsed, meanings: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the parts of a name with its abbreviations spelled out."""
    parts = (word for part in name.parts for word in meanings.get(part, (part,)))
    return tuple(dict.fromkeys(parts))


def _runs(name: Parsed) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield first letters and parts of a name's beginnings and ends in whole words: by words, by parts of words."""
    for count in range(1, min(MAX_LETTERS, len(name.spelled)) + 1):
        for run in (name.spelled[:count], name.spelled[-count:]):
            parts = tuple(part for word in run for part in word)
            for letters in {"".join(word[0][0] for word in run), "".join(part[0] for part in parts)}:
                if MIN_LETTERS <= len(letters) <= MAX_LETTERS:
                    yield letters, parts
