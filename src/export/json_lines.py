"""jsonl/: measures and records as JSON Lines, lists as lists, each record with its statements."""

import json
import unicodedata
from collections.abc import Iterable, Iterator

from export.rows import Content
from export.schema import MEASURES, RECORDS, STATEMENTS, Row, Table

FOLDER = "jsonl"
_LISTS = frozenset({"qualifiers", "aliases", "owners", "documents"})
_OF_RECORD = ("measure_id", "record_id", "document")
"""What a statement shares with the record that it stands in."""


def json_lines(content: Content) -> dict[str, bytes]:
    """Return the files by name: one object a line, keys sorted, Unicode NFC; a value that is not known is left out."""
    return {
        f"{FOLDER}/measures.jsonl": _lines(_measures(content)),
        f"{FOLDER}/records.jsonl": _lines(_records(content)),
    }


def _measures(content: Content) -> Iterator[dict[str, object]]:
    lists = {
        m.id: {"aliases": m.aliases, "owners": m.owners, "documents": m.documents} for m in content.outcome.measures
    }
    members = {m.id: m.records for m in content.outcome.measures}
    for row in content.rows(MEASURES):
        entry = _entry(MEASURES, row)
        key = str(entry["measure_id"])
        yield {**entry, **lists[key], "records": members[key]}


def _records(content: Content) -> Iterator[dict[str, object]]:
    statements: dict[str, list[dict[str, object]]] = {}
    for row in content.rows(STATEMENTS):
        entry = _entry(STATEMENTS, row)
        rest = {name: value for name, value in entry.items() if name not in _OF_RECORD}
        statements.setdefault(str(entry["record_id"]), []).append(rest)
    for row in content.rows(RECORDS):
        entry = _entry(RECORDS, row)
        record = content.records[str(entry["record_id"])]
        found = {name: values for name, values in content.lists(record).items() if name in _LISTS}
        yield {**entry, **found, "statements": statements.get(record.id, [])}


def _entry(table: Table, row: Row) -> dict[str, object]:
    return {name: cell for name, cell in zip(table.header, row, strict=True) if cell is not None}


def _lines(entries: Iterable[dict[str, object]]) -> bytes:
    lines = (json.dumps(entry, ensure_ascii=False, sort_keys=True, allow_nan=False) + "\n" for entry in entries)
    return unicodedata.normalize("NFC", "".join(lines)).encode("utf-8", "replace")
