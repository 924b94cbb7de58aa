"""The words of the questions: templates of the catalogue with the snippets and pages of both sides."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from veikart.core.messages import Catalogue
from veikart.core.records import Record

MAX_PLACES = 4
MAX_SNIPPET = 90
MAX_NAMES = 12

_language: ContextVar[str] = ContextVar("language", default="nb")


def catalogue() -> Catalogue:
    """Return the texts in the language that is spoken now."""
    return Catalogue(_language.get())


def say(key: str, **values: object) -> str:
    """Return the text under a key ("period.sources") with its placeholders filled."""
    return catalogue().text(f"question.{key}", **values)


def step_name(name: str) -> str:
    """Return the printed name of a step of evidence."""
    return catalogue().label("evidence", name)


def status_word(value: str) -> str:
    """Return a status as it is printed."""
    return catalogue().label("status", value)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Word everything inside in a language of the catalogue."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


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
