"""The words of the questions: Norwegian templates with the snippets and pages of both sides."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from veikart.core.messages import fill
from veikart.core.records import Record

MAX_PLACES = 4
MAX_SNIPPET = 90
MAX_NAMES = 12


def say(key: str, **values: object) -> str:
    """Return the text under a key ("period.sources") with its placeholders filled."""
    return fill(_texts()[key], {name: str(value) for name, value in values.items()})


def place(record: Record) -> str:
    """Return a record's snippet, document and page."""
    snippet = " ".join((record.snippet or record.title).split())
    if len(snippet) > MAX_SNIPPET:
        snippet = snippet[:MAX_SNIPPET].rsplit(" ", 1)[0] + " …"
    paged = record.box is not None or record.line_start > 0  # Word has neither places nor pages
    return say("place", snippet=snippet, document=record.document, page=record.page if paged else "")


def places(records: Iterable[Record]) -> str:
    """Return the places of records, each document and page once, the first few."""
    seen: dict[tuple[str, int, str], Record] = {}
    for record in records:
        seen.setdefault((record.document, record.page, record.name), record)
    return say("and").join(place(r) for r in list(seen.values())[:MAX_PLACES])


def names(values: Iterable[str]) -> str:
    """Return names in quotation marks, each once."""
    distinct = list(dict.fromkeys(values))
    more = [f"+ {len(distinct) - MAX_NAMES}"] if len(distinct) > MAX_NAMES else []
    return ", ".join([*(f"«{name}»" for name in distinct[:MAX_NAMES]), *more])


@cache
def _texts() -> dict[str, str]:
    data = tomllib.loads((files("reconcile") / "data" / "conflicts.nb.toml").read_text(encoding="utf-8"))
    flat: dict[str, str] = {}
    for key, value in data.items():
        if isinstance(value, dict):
            flat.update({f"{key}.{name}": text for name, text in value.items()})
        else:
            flat[key] = value
    return flat
