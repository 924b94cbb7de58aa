"""normalized/: one JSON Lines file per document, rebuildable from raw/ at any time.

The first line is a header with the schema and the key under which the rest was made (content hash, reader version,
configuration); every further line holds one part of the extraction under the name of its kind.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from veikart.core.files import write_atomic
from veikart.core.records import Document, Extraction, Link, PageAccount, Record

SCHEMA = "veikart/normalized/1"


class DamagedLineError(Exception):
    """A line of a stored file cannot be used; `line` counts from 1."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path.name}:{line}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


_HEADER: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])
_PARTS: dict[str, TypeAdapter[Any]] = {
    "document": TypeAdapter(Document),
    "record": TypeAdapter(Record),
    "link": TypeAdapter(Link),
    "page": TypeAdapter(PageAccount),
}
"""What the lines after the header hold, by the name of their kind."""


def to_line(kind: str, part: Document | Record | Link | PageAccount) -> bytes:
    """Return one line of JSON: the part without its defaults, under the name of its kind."""
    body = _PARTS[kind].dump_json(part, exclude_defaults=True)
    return b'{"' + kind.encode() + b'":' + body + b"}\n"


def dump_extraction(extraction: Extraction, key: str) -> bytes:
    """Return an extraction as the bytes of its file."""
    lines = [
        _HEADER.dump_json({"schema": SCHEMA, "key": key}) + b"\n",
        to_line("document", extraction.document),
    ]
    lines.extend(to_line("record", record) for record in extraction.records)
    lines.extend(to_line("link", link) for link in extraction.links)
    lines.extend(to_line("page", account) for account in extraction.accounts)
    return b"".join(lines)


def write_extraction(path: Path, extraction: Extraction, key: str) -> None:
    """Write an extraction, whole or not at all."""
    write_atomic(path, dump_extraction(extraction, key))


def stored_key(path: Path) -> str:
    """Return the key under which a file was made, "" where there is none or it is of another schema."""
    try:
        with path.open("rb") as source:
            header = _HEADER.validate_json(source.readline())
    except (OSError, ValidationError):
        return ""
    return str(header.get("key", "")) if header.get("schema") == SCHEMA else ""


def read_extraction(path: Path) -> Extraction:
    """Read an extraction back.

    Raises:
        DamagedLineError: a line is cut or was changed by hand so that it no longer fits.
        OSError: the file cannot be read.
    """
    parts: dict[str, list[Any]] = {name: [] for name in _PARTS}
    for number, entry in _entries(path):
        for name, body in entry.items():
            if name not in _PARTS:
                continue
            try:
                parts[name].append(_PARTS[name].validate_python(body))
            except ValidationError as error:
                raise DamagedLineError(path, number, error.errors()[0]["msg"]) from error
    if len(parts["document"]) != 1:
        raise DamagedLineError(path, 2, "the document's line is missing")
    return Extraction(parts["document"][0], tuple(parts["record"]), tuple(parts["link"]), tuple(parts["page"]))


def _entries(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    with path.open("rb") as source:
        for number, line in enumerate(source, start=1):
            try:
                yield number, _HEADER.validate_json(line)
            except ValidationError as error:
                raise DamagedLineError(path, number, error.errors()[0]["msg"]) from error
