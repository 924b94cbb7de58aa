"""veikart.xlsx: one table a sheet, made to be read; text never becomes a formula.

XlsxWriter gives the same bytes for the same content once the time of creation is fixed.
"""

import io
import re
from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import quote

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from export.rows import Content, Row
from export.schema import DOCUMENTS, MEASURES, RECORDS, STATEMENTS, TABLES, Cell, Kind, Table

_CREATED = datetime(2000, 1, 1)  # fixed: bytes must not tell when the export was made
_CELL_LENGTH = 32_767  # what Excel takes in one cell
_LINKS = 60_000  # Excel takes 65,530 on a sheet
_ROWS = 1_048_575  # below the header
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ORDER = (MEASURES, RECORDS, *(t for t in TABLES if t not in (MEASURES, RECORDS)))


def workbook(content: Content, *, title: str, version: str, sensitivity: str) -> bytes:
    """Return the workbook's bytes."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties(
            {
                "title": title or "veikart",
                "keywords": sensitivity,
                "comments": f"veikart {version}",
                "created": _CREATED,
            }
        )
        styles = _Styles(book)
        _read_me(book.add_worksheet("Lesmeg"), styles, content, title, version, sensitivity)
        sheets = {table.name: book.add_worksheet(table.sheet) for table in _ORDER}
        places = {m.id: row for row, m in enumerate(content.outcome.measures, start=1)}
        for table in _ORDER:
            _fill(sheets[table.name], table, content, styles, places, sensitivity)
    return out.getvalue()


class _Styles:
    """The few formats of the workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        top = {"valign": "top", "text_wrap": True}
        self.header: Format = book.add_format(
            {"bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "valign": "vcenter", "text_wrap": True}
        )
        self.text: Format = book.add_format(top)
        self.number: Format = book.add_format({"valign": "top"})
        self.date: Format = book.add_format({**top, "num_format": "dd.mm.yyyy"})
        self.link: Format = book.add_format({**top, "font_color": "#0563C1", "underline": 1})
        self.title: Format = book.add_format({"bold": True, "font_size": 16})
        self.bold: Format = book.add_format({"bold": True, "valign": "top"})


def _fill(
    sheet: Worksheet, table: Table, content: Content, styles: _Styles, places: dict[str, int], sensitivity: str
) -> None:
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.name, styles.header)
        sheet.write_comment(0, number, column.meaning_nb)
    links = _Links(table, places)
    last = 0
    for last, row in enumerate(content.rows(table), start=1):
        if last > _ROWS:
            break
        for number, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            link = links.of(column.name, row)
            if link and isinstance(cell, str):
                sheet.write_url(last, number, link, styles.link, _text(cell))
            else:
                _write(sheet, last, number, cell, column.kind, styles)
    sheet.freeze_panes(1, 2 if len(table.columns) > 10 else 1)
    sheet.autofilter(0, 0, max(last, 1), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer(f"&L{sensitivity}&C&A&R&P / &N")


class _Links:
    """Links out of a sheet: a document to its page, a measure to its row."""

    def __init__(self, table: Table, places: dict[str, int]) -> None:
        self._names = table.header
        self._places = places
        self._left = _LINKS
        self._documents = table in (RECORDS, STATEMENTS, DOCUMENTS)
        self._measures = table in (RECORDS, STATEMENTS)

    def of(self, column: str, row: Row) -> str:
        """Return the link of a cell, "" for none."""
        if self._left <= 0:
            return ""
        link = ""
        if column == "document" and self._documents:
            link = self._document(row)
        elif column == "measure_id" and self._measures:
            place = self._places.get(str(row[self._names.index("measure_id")]))
            link = f"internal:'{MEASURES.sheet}'!A{place + 1}" if place is not None else ""
        self._left -= bool(link)
        return link

    def _document(self, row: Row) -> str:
        path = str(row[self._names.index("document")])
        page = row[self._names.index("page")] if "page" in self._names else None
        anchor = f"#page={page}" if page and path.lower().endswith(".pdf") else ""
        link = f"external:../raw/{quote(path, safe='/')}{anchor}"
        return link if len(link) < 2_000 else ""


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, kind: Kind, styles: _Styles) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_string(row, column, "ja" if cell else "nei", styles.text)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell, styles.number)
    elif kind is Kind.DATE and (day := _date(cell)) is not None:
        sheet.write_datetime(row, column, day, styles.date)
    else:
        sheet.write_string(row, column, _text(cell), styles.text)


def _date(text: str) -> datetime | None:
    """Return a date that Excel can hold, None for others (it knows none before 1900)."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return datetime(day.year, day.month, day.day) if day.year >= 1900 else None


def _text(text: str) -> str:
    clean = _UNPRINTABLE.sub("", text)
    return clean if len(clean) <= _CELL_LENGTH else clean[: _CELL_LENGTH - 1] + "…"


def _read_me(sheet: Worksheet, styles: _Styles, content: Content, title: str, version: str, sensitivity: str) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 22)
    sheet.set_column(2, 2, 70)
    sheet.write_string(0, 0, _text(title) or "Veikart", styles.title)
    row = 2
    for row, (name, value) in enumerate(_facts(content, version, sensitivity), start=2):
        sheet.write_string(row, 0, name, styles.bold)
        sheet.write_string(row, 1, _text(value), styles.text)
    row += 2
    for column, name in enumerate(("Ark", "Kolonne", "Betydning")):
        sheet.write_string(row, column, name, styles.header)
    for table in _ORDER:
        row += 1
        sheet.write_url(row, 0, f"internal:'{table.sheet}'!A1", styles.link, table.sheet)
        sheet.write_string(row, 2, table.meaning_nb, styles.bold)
        for column_ in table.columns:
            row += 1
            sheet.write_string(row, 1, column_.name, styles.text)
            sheet.write_string(row, 2, column_.meaning_nb, styles.text)


def _facts(content: Content, version: str, sensitivity: str) -> Iterator[tuple[str, str]]:
    dates = sorted({e.document.date for e in content.extractions if e.document.date})
    yield "Følsomhet", sensitivity or "ikke merket"
    yield "Dokumenter", str(len(content.extractions))
    yield "Utgaver", f"{dates[0]} – {dates[-1]}" if dates else "ikke datert"
    yield "Forekomster", str(len(content.records))
    yield "Tiltak", str(len(content.outcome.measures))
    yield "Åpne konflikter", str(sum(c.state == "open" for c in content.outcome.conflicts))
    yield "Laget av", f"veikart {version}"
