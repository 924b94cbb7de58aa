"""CSV in two profiles: for machines (RFC 4180 with LF), and for a double-click in a Norwegian Excel."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from export.schema import Cell, Kind, Row, Table

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_FIELD_LIMIT = 1 << 30  # the csv module's own limit is far below the longest description
_READ: dict[Kind, Callable[[str], Cell]] = {Kind.INTEGER: int, Kind.NUMBER: float, Kind.BOOLEAN: lambda x: x == "true"}


def machine_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """Return a table as UTF-8, comma, LF, no BOM; values untouched."""
    return _write(table, map(_plainly, rows), ",", "\n").encode("utf-8", "replace")


def excel_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """Return a table as semicolon, BOM, CRLF, decimal comma; cells that Excel would run start with an apostrophe."""
    return _write(table, ([guarded(_norwegian(cell)) for cell in row] for row in rows), ";", "\r\n").encode(
        "utf-8-sig", "replace"
    )


def read_cells(data: bytes) -> list[list[str]]:
    """Return the rows of a machine CSV as text, the header first.

    Raises:
        ValueError: it is no such file.
    """
    before = csv.field_size_limit(_FIELD_LIMIT)
    try:
        return [row for row in csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True) if row]
    except csv.Error as error:
        raise ValueError(str(error)) from error
    finally:
        csv.field_size_limit(before)


def read_typed(table: Table, data: bytes) -> Iterator[Row]:
    """Yield the rows of a machine CSV with the types of the table's columns; an empty cell is None."""
    typed = [(number, _READ[c.kind]) for number, c in enumerate(table.columns) if c.kind in _READ]
    for texts in read_cells(data)[1:]:
        row: Row = [text or None for text in texts]
        for number, read in typed:
            if text := texts[number]:
                row[number] = read(text)
        yield row


def guarded(text: str) -> str:
    """Return the text so that a spreadsheet shows it and does not run it (CWE-1236)."""
    return "'" + text if text.startswith(_FORMULA_STARTS) else text


def _write(table: Table, rows: Iterable[list[str]], delimiter: str, ending: str) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=ending)
    writer.writerow(table.header)
    writer.writerows(rows)
    return out.getvalue()


def _plainly(row: Row) -> list[str]:
    """Return a row's cells as text; nearly all are text already, or nothing."""
    return [cell if type(cell) is str and cell.isprintable() else _plain(cell) for cell in row]


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
