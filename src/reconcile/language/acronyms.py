"""Abbreviations that the documents themselves spell out: "DHO" beside "digital hjemmeoppfølging".

An abbreviation is taken for the words at a name's beginning or end whose first letters spell it, where all names of the
corpus that spell it do so with the same words.
"""

from collections.abc import Iterable, Iterator

from reconcile.language.parts import Parsed

MIN_LETTERS, MAX_LETTERS = 3, 7


def spelled_out(names: Iterable[Parsed]) -> dict[str, tuple[str, ...]]:
    """Return abbreviation → parts of the words that it stands for."""
    names = list(names)
    wanted = {acronym for name in names for acronym in name.acronyms if len(acronym) >= MIN_LETTERS}
    found: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        for letters, parts in _runs(name):
            if letters in wanted and letters not in name.parts:
                found.setdefault(letters, set()).add(parts)
    return {letters: next(iter(readings)) for letters, readings in found.items() if len(readings) == 1}


def expand(name: Parsed, meanings: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the parts of a name with its abbreviations spelled out."""
    parts = (word for part in name.parts for word in (meanings[part] if part in meanings else (part,)))
    return tuple(dict.fromkeys(parts))


def _runs(name: Parsed) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield first letters and parts of the beginnings and ends of a name, by words and by parts of words."""
    by_word = [(word[0][0], word) for word in name.spelled]
    by_part = [(part[0], (part,)) for word in name.spelled for part in word]
    for units in (by_word, by_part):
        for length in range(MIN_LETTERS, min(MAX_LETTERS, len(units)) + 1):
            for run in (units[:length], units[-length:]):
                yield "".join(letter for letter, _ in run), tuple(p for _, parts in run for p in parts)
