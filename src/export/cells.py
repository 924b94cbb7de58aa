"""Cells of the workbook: formats, links, dates, and text that Excel can hold and never runs."""

import math
import re
from collections.abc import Sequence
from datetime import date, datetime
from urllib.parse import quote

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from export.schema import CONFLICTS, DOCUMENTS, LIST_JOINER, RECORDS, STATEMENTS, Column, Kind, Row, Table

ROWS = 1_048_575
"""What a sheet takes below its header."""

CELL_LENGTH = 32_767
"""What Excel takes in one cell, in UTF-16 units."""

LINKS = 60_000
"""Links written on one sheet; Excel takes 65,530."""

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_RICH, _RICH_END = "<r>", "</r>"
"""XlsxWriter takes a text that begins and ends so for formatted text, and writes it into the XML as it stands."""
_LINE, _LINES = 15.0, 6
"""Height of a line of text in points, and how many lines a row shows before it cuts."""


class Styles:
    """The few formats of the workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        top = {"valign": "top", "text_wrap": True}
        self.header: Format = book.add_format(
            {"bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "valign": "vcenter", "text_wrap": True}
        )
        self.text: Format = book.add_format(top)
        self.plain: Format = book.add_format({"valign": "top", "align": "left"})
        self.date: Format = book.add_format({**top, "align": "left", "num_format": "dd.mm.yyyy"})
        self.link: Format = book.add_format({**top, "font_color": "#0563C1", "underline": 1})
        self.title: Format = book.add_format({"bold": True, "font_size": 16})
        self.bold: Format = book.add_format({"bold": True, **top})


class Links:
    """Links out of a sheet: a document to its page, a measure to its row."""

    def __init__(self, table: Table, places: dict[str, int], measure_sheet: str) -> None:
        names = table.header
        measures = {RECORDS.name: "measure_id", STATEMENTS.name: "measure_id", CONFLICTS.name: "measure_ids"}
        self._places = places
        self._sheet = measure_sheet
        self._left = LINKS
        self._document = names.index("document") if table in (RECORDS, STATEMENTS, DOCUMENTS) else None
        self._measure = names.index(measures[table.name]) if table.name in measures else None
        self._page = names.index("page") if "page" in names else None
        self.columns = frozenset({self._document, self._measure} - {None})
        """Numbers of the columns that have links."""

    def of(self, column: int, row: Row) -> str:
        """Return the link of a cell in one of `columns`, "" for none; after the sheet's share is used up there are
        none."""
        if self._left <= 0:
            return ""
        link = self._to_page(row) if column == self._document else self._to_measure(str(row[column] or ""))
        self._left -= bool(link)
        return link

    def _to_measure(self, ids: str) -> str:
        place = self._places.get(ids.split(LIST_JOINER, 1)[0])
        return f"internal:'{self._sheet}'!A{place + 1}" if place is not None and place <= ROWS else ""

    def _to_page(self, row: Row) -> str:
        assert self._document is not None
        path = str(row[self._document])
        page = row[self._page] if self._page is not None else None
        anchor = f"#page={page}" if page and path.lower().endswith(".pdf") else ""
        link = f"external:{document_address(path)}{anchor}"
        return link if len(link) < 2_000 else ""


def document_address(path: str) -> str:
    """Return the address of a document as seen from exports/, percent-encoded."""
    return "../raw/" + quote(path.encode("utf-8", "surrogateescape"), safe="/")


def write_cell(
    sheet: Worksheet,
    place: tuple[int, int],
    cell: str | int | float | bool,
    column: Column,
    styles: Styles,
    link: str,
    yes_no: tuple[str, str],
) -> None:
    """Write the cell of a value; text is always written as text."""
    if isinstance(cell, bool):
        sheet.write_string(*place, yes_no[cell], styles.text)
    elif isinstance(cell, int | float):
        sheet.write_number(*place, cell, styles.plain)
    elif link:
        sheet.write_url(*place, link, styles.link, clean(cell))
    elif column.kind is Kind.DATE and (day := real_date(cell)) is not None:
        sheet.write_datetime(*place, day, styles.date)
    else:
        sheet.write_string(*place, clean(cell), styles.text)


def real_date(text: str) -> datetime | None:
    """Return a date that Excel can hold, None for others (it knows none before 1900)."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return datetime(day.year, day.month, day.day) if day.year >= 1900 else None


def clean(text: str) -> str:
    """Return text that XML and Excel can hold: no control characters, at most 32,767 UTF-16 units,
    no markup of the library's own."""
    if len(text) <= CELL_LENGTH // 2 and text.isprintable() and text[:3] != _RICH:
        return text  # nearly all cells
    kept = _UNPRINTABLE.sub("", text)
    if kept.startswith(_RICH) and kept.endswith(_RICH_END):
        kept += " "
    units = kept.encode("utf-16-le")
    if len(units) // 2 <= CELL_LENGTH:
        return kept
    return units[: 2 * (CELL_LENGTH - 1)].decode("utf-16-le", "ignore") + "…"


def row_height(row: Row, columns: Sequence[Column]) -> float:
    """Return the height of a row in points: as many lines as its longest cell needs, up to a few."""
    lines = 1
    for cell, column in zip(row, columns, strict=True):
        if isinstance(cell, str) and len(cell) > column.width:
            lines = max(lines, math.ceil(1.15 * len(cell) / column.width))
        elif isinstance(cell, str) and "\n" in cell:
            lines = max(lines, cell.count("\n") + 1)
    return _LINE * min(lines, _LINES)
