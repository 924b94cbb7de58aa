"""delta.csv: what changed since the export before, row by row and value by value.

"Before" is the last export with another content: a run that changes nothing leaves delta.csv as it stands, so that the
same input keeps giving the same bytes. The tables that stand in the folder are the memory; `delta.state.json` says to
which content the standing delta leads, so that a run that was stopped half-way does not lose it.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from export.csv_files import machine_csv, read_cells
from export.schema import DELTA, DOCUMENTS, LIST_JOINER, MEASURES, RECORDS, DeltaChange, Row, Table

COMPARED = (DOCUMENTS, MEASURES, RECORDS)
"""Tables whose rows are compared, by their key."""

NAMES = {DOCUMENTS.name: "title", MEASURES.name: "name", RECORDS.name: "title"}
"""The column that says what a row is about."""

STATE = "delta.state.json"
_FILE = f"{DELTA.name}.csv"

Rows = dict[str, dict[str, str]]
"""Rows of a table by their key, values by their column."""


def delta_files(folder: Path, tables: Mapping[str, bytes], tellable: Callable[[str], bool]) -> dict[str, bytes]:
    """Return delta.csv and its state, to be written before the tables.

    `tellable` says of a sensitivity label whether rows under it may be told of. A first export, and one whose folder
    cannot be read as tables, has a delta without rows.
    """
    now = _hash(b"".join(tables[table.name] for table in COMPARED))
    standing = _standing(folder, now)
    if standing is None:
        standing = machine_csv(DELTA, _changes(folder, tables, tellable))
    state = {"schema": "veikart/delta/1", "content": now, "delta": _hash(standing)}
    return {_FILE: standing, STATE: (json.dumps(state, indent=2) + "\n").encode("utf-8")}


def compare(table: Table, before: Rows, now: Rows) -> Iterator[Row]:
    """Yield the differences of two states of a table: added and changed rows in their new order, then removed ones."""
    name_column = NAMES[table.name]
    for key, row in now.items():
        old = before.get(key)
        if old is None:
            yield [table.name, key, row[name_column] or None, DeltaChange.ADDED.value, None, None, None]
            continue
        for column in table.header:
            if column in old and old[column] != row[column]:
                values = [old[column] or None, row[column] or None]
                yield [table.name, key, row[name_column] or None, DeltaChange.CHANGED.value, column, *values]
    for key in sorted(before.keys() - now.keys()):
        name = before[key].get(name_column) or None
        yield [table.name, key, name, DeltaChange.REMOVED.value, None, None, None]


def read_rows(data: bytes) -> list[dict[str, str]]:
    """Read a machine CSV back.

    Raises:
        ValueError: it is no such file.
    """
    header, *rows = read_cells(data) or [[]]
    filled = (row + [""] * (len(header) - len(row)) for row in rows if len(row) <= len(header))
    return [dict(zip(header, row, strict=True)) for row in filled]


def _changes(folder: Path, tables: Mapping[str, bytes], tellable: Callable[[str], bool]) -> Iterator[Row]:
    try:
        before = {table.name: _by_key(table, (folder / f"{table.name}.csv").read_bytes()) for table in COMPARED}
    except (OSError, ValueError):
        return
    hidden = {path for path, row in before[DOCUMENTS.name].items() if not tellable(row["sensitivity"])}
    for table in COMPARED:
        now, old = _by_key(table, tables[table.name]), before[table.name]
        secret = {key for key, row in old.items() if not tellable(row["sensitivity"]) or hidden & _sources(row)}
        yield from compare(table, _without(old, secret), _without(now, secret))


def _sources(row: Mapping[str, str]) -> set[str]:
    """Return the documents that a row rests on."""
    return {row.get("document", ""), *row.get("documents", "").split(LIST_JOINER)}


def _without(rows: Rows, keys: set[str]) -> Rows:
    return {key: row for key, row in rows.items() if key not in keys}


def _by_key(table: Table, data: bytes) -> Rows:
    (key,) = table.key
    rows = read_rows(data)
    if rows and not {key, NAMES[table.name], "sensitivity"} <= rows[0].keys():
        raise ValueError(f"{table.name} lacks columns")
    return {row[key]: row for row in rows}


def _standing(folder: Path, now: str) -> bytes | None:
    """Return the delta in the folder where it leads to this content, None where a new one is to be made."""
    try:
        state = json.loads((folder / STATE).read_bytes())
        data = (folder / _FILE).read_bytes()
    except (OSError, ValueError):
        return None
    fits = isinstance(state, dict) and (state.get("content"), state.get("delta")) == (now, _hash(data))
    return data if fits else None


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
