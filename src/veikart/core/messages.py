"""The catalogue of all texts that people see: a file per language under data/, dotted keys, placeholders in braces.

A stretch in square brackets is left out where one of its placeholders has no value: "Damaged file[: {reason}]".
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from veikart.core.problems import Code, Problem

LANGUAGES = ("nb", "en")
_FILES = ("messages", "review", "conflicts")

_OPTIONAL = re.compile(r"\[([^\[\]]*\{[^\[\]]*)\]")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_SAME_VALUE = {"cause": "reason", "pages": "size"}
"""Names of values that a template may use for one another."""


class Catalogue:
    """The texts in one language."""

    def __init__(self, language: str = "nb") -> None:
        """Take "nb" or "en"; raises ValueError for another language."""
        if language not in LANGUAGES:
            raise ValueError(f"no catalogue for {language!r}; there are {', '.join(LANGUAGES)}")
        self.language = language
        self._texts = _texts(language)

    def text(self, key: str, **values: object) -> str:
        """Return the text under a key with its placeholders filled; raises KeyError for an unknown key."""
        return fill(self._texts[key], {name: str(value) for name, value in values.items()})

    def has(self, key: str) -> bool:
        """Tell whether there is a text under the key."""
        return key in self._texts

    def label(self, kind: str, value: str) -> str:
        """Return how a value of a closed set is printed: `label("status", "done")`; the value itself without a text."""
        return self._texts.get(f"{kind}.{value}") or value

    def title(self, code: Code) -> str:
        """Return the short name of a coded problem."""
        return self._texts[f"{code.value}.title"]

    def problem(self, problem: Problem) -> str:
        """Return what happened and what to do about it, in whole sentences."""
        code = problem.code.value
        values = {name: self.label(f"value.{name}", value) for name, value in _values(problem).items()}
        return " ".join(fill(self._texts[f"{code}.{part}"], values) for part in ("text", "advice")).strip()

    def keys(self) -> frozenset[str]:
        """Return all keys."""
        return frozenset(self._texts)

    def placeholders(self, key: str) -> frozenset[str]:
        """Return the names of the placeholders under a key."""
        return frozenset(_PLACEHOLDER.findall(self._texts[key]))


def fill(template: str, values: Mapping[str, str]) -> str:
    """Fill the placeholders; an optional stretch without its value goes, a placeholder without value reads "–"."""

    def stretch(match: re.Match[str]) -> str:
        return match[1] if all(values.get(name) for name in _PLACEHOLDER.findall(match[1])) else ""

    return _PLACEHOLDER.sub(lambda m: values.get(m[1]) or "–", _OPTIONAL.sub(stretch, template))


def _values(problem: Problem) -> dict[str, str]:
    values = dict(problem.values)
    for name, other in _SAME_VALUE.items():
        if name in values:
            values.setdefault(other, values[name])
        elif other in values:
            values.setdefault(name, values[other])
    for name, value in (("place", problem.place), ("document", problem.document), ("page", str(problem.page or ""))):
        values.setdefault(name, value)
    return values


@cache
def _texts(language: str) -> Mapping[str, str]:
    folder = files("veikart.core") / "data"
    sources = (folder / f"{name}.{language}.toml" for name in _FILES)
    return {k: v for s in sources for k, v in _flat(tomllib.loads(s.read_text(encoding="utf-8")), "")}


def _flat(table: Mapping[str, object], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            found += _flat(value, f"{prefix}{key}.")
        else:
            found.append((prefix + key, str(value)))
    return found
