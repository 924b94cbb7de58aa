"""The packaged words that tell people, roles, bodies and partners, read once."""

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

_FILE = "people.toml"


@lru_cache(maxsize=1)
def _all() -> dict[str, dict[str, list[str]]]:
    words: dict[str, dict[str, list[str]]] = tomllib.loads(
        files("veikart.core.data").joinpath(_FILE).read_text(encoding="utf-8")
    )
    return words


def people_words(section: str) -> dict[str, list[str]]:
    """Return the lists of a section by name."""
    return _all()[section]


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
