"""CSV in two profiles: for machines (RFC 4180 with LF), and for a double-click in a Norwegian Excel."""

import csv
import io
from collections.abc import Iterable

from export.schema import Cell, Row, Table

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def machine_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """Return a table as UTF-8, comma, LF, no BOM; values untouched."""
    return _write(table, ([_plain(cell) for cell in row] for row in rows), ",", "\n").encode("utf-8", "replace")


def excel_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """Return a table as semicolon, BOM, CRLF, decimal comma; cells that Excel would run start with an apostrophe."""
    return _write(table, ([guarded(_norwegian(cell)) for cell in row] for row in rows), ";", "\r\n").encode(
        "utf-8-sig", "replace"
    )


def guarded(text: str) -> str:
    """Return the text so that a spreadsheet shows it and does not run it (CWE-1236)."""
    return "'" + text if text.startswith(_FORMULA_STARTS) else text


def _write(table: Table, rows: Iterable[list[str]], delimiter: str, ending: str) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=ending)
    writer.writerow(table.header)
    writer.writerows(rows)
    return out.getvalue()


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    # A lone carriage return would end the row for some readers, and the csv module quotes it only from Python 3.13 on.
    return str(cell).replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")


def _norwegian(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "ja" if cell else "nei"
    return _plain(cell).replace(".", ",") if isinstance(cell, float) else _plain(cell)
