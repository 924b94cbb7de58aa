"""The vocabulary's tables: typed access, additions from the project, and their validation."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

_ARRAYS = {"organisation": ("code", ("names", "short", "whole")), "sensitivity": ("name", ("words", "colours"))}
"""Arrays of tables: the key that names an entry, and its lists."""


@dataclass(frozen=True)
class VocabularyData:
    """All tables of the vocabulary by name, in the shape of the files in data/."""

    tables: Mapping[str, object]

    def organisations(self) -> Mapping[str, object]:
        """Return the table of organisations."""
        return {"organisation": self.tables.get("organisation", [])}

    def statuses(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """Return the lists of status phrases by status."""
        return cast("Mapping[str, Mapping[str, Sequence[str]]]", self.tables)

    def section(self, name: str) -> Mapping[str, Sequence[str]]:
        """Return a table of lists."""
        return cast("Mapping[str, Sequence[str]]", self.tables.get(name, {}))

    def nested(self, name: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """Return a table of tables of lists."""
        return cast("Mapping[str, Mapping[str, Sequence[str]]]", self.tables.get(name, {}))

    def texts(self, table: str, key: str) -> Sequence[str]:
        """Return one list of a table."""
        return self.section(table).get(key, [])

    def grades(self) -> "list[dict[str, str]]":
        """Return the grades of sensitivity in rising order."""
        return cast("list[dict[str, str]]", self.tables.get("sensitivity", []))


def merged(base: VocabularyData, extra: Mapping[str, object]) -> VocabularyData:
    """Return the tables with the additions in front, so that the project's own words win."""
    return VocabularyData(cast("Mapping[str, object]", _merge(base.tables, extra)))


def _merge(base: object, extra: object, key: str = "") -> object:
    if isinstance(base, Mapping) and isinstance(extra, Mapping):
        return {k: _merge(base.get(k), extra.get(k), str(k)) for k in (*base, *(k for k in extra if k not in base))}
    if extra is None:
        return base
    if isinstance(base, list) and isinstance(extra, list):
        return _merge_rows(base, extra, key) if key in _ARRAYS else [*extra, *base]
    return extra


def _merge_rows(base: list[dict[str, object]], extra: list[dict[str, object]], key: str) -> list[dict[str, object]]:
    name, _ = _ARRAYS[key]
    added = {str(row[name]): row for row in extra}
    rows = [cast("dict[str, object]", _merge(row, added.pop(str(row[name]), None))) for row in base]
    return [*added.values(), *rows]


def validate(extra: Mapping[str, object], base: Mapping[str, object]) -> list[str]:
    """Return every error of the additions, each naming its key and what is expected there."""
    return [error for key, value in extra.items() for error in _errors(str(key), value, base, str(key))]


def _errors(key: str, value: object, known: Mapping[str, object], path: str) -> list[str]:
    if key not in known:
        close = difflib.get_close_matches(key, list(known), 1)
        return [f"[vocabulary] unknown key `{path}`" + (f", did you mean `{close[0]}`?" if close else "")]
    if key in _ARRAYS:
        return _row_errors(key, value, path)
    shape = known[key]
    if isinstance(shape, Mapping):
        if not isinstance(value, Mapping):
            return [f"[vocabulary] `{path}` must be a table"]
        open_keys = key in {"page_kinds"}
        return [
            error
            for k, v in value.items()
            for error in _errors(
                str(k), v, {**shape, str(k): shape.get(str(k), {})} if open_keys else shape, f"{path}.{k}"
            )
        ]
    return _list_errors(value, path)


def _list_errors(value: object, path: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        return [f"[vocabulary] `{path}` must be a list of texts"]
    errors = []
    if path.startswith(("patterns.", "furniture.")):
        for text in value:
            try:
                re.compile(text)
            except re.error as error:
                errors.append(f"[vocabulary] `{path}`: {text!r} is no regular expression ({error})")
    return errors


def _row_errors(key: str, value: object, path: str) -> list[str]:
    name, lists = _ARRAYS[key]
    if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
        return [f"[vocabulary] `{path}` must be an array of tables, each with `{name}` and {', '.join(lists)}"]
    errors = []
    for number, row in enumerate(value, 1):
        place = f"{path} {number}"
        if not isinstance(row.get(name), str) or not str(row.get(name)).strip():
            errors.append(f"[vocabulary] `{place}` has no `{name}`")
        for k, v in row.items():
            if k in lists:
                errors += _list_errors(v, f"{place}.{k}")
            elif k != name:
                errors.append(f"[vocabulary] unknown key `{place}.{k}`: use {name}, {', '.join(lists)}")
    return errors
