"""veikart.xlsx: one table a sheet, made to be read; text never becomes a formula.

It is made from the tables as they stand in their CSV files: bytes in, bytes out, so that it can be made in another
process meanwhile. XlsxWriter gives the same bytes for the same content once the time of creation is fixed.
"""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from export.cells import ROWS, Links, Styles, clean, row_height, write_cell
from export.csv_files import read_typed
from export.schema import DELTA, MEASURES, RECORDS, TABLES, Column, Row, Table
from export.stamp import Stamp

_CREATED = datetime(2000, 1, 1)  # fixed: bytes must not tell when the export was made
_ORDER = (MEASURES, RECORDS, *(t for t in TABLES if t not in (MEASURES, RECORDS)), DELTA)
_STATUS_LABEL = Column("status_label", width=18)
_LABELLED = (MEASURES, RECORDS)
"""Tables whose sheets end with the status in words; the codes stay what the contract says."""

_MEANING = 84
"""Width of the cover sheet's last column, in characters."""


def workbook(tables: Mapping[str, bytes], told: Sequence[tuple[str, str]], stamp: Stamp) -> bytes:
    """Return the workbook's bytes from the machine CSV of every table; `told` is what the cover sheet tells."""
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    say = stamp.catalogue
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties(
            {
                "title": clean(stamp.title) or "veikart",
                "subject": stamp.content_id,
                "category": stamp.sensitivity,
                "keywords": stamp.sensitivity,
                "comments": f"veikart {stamp.version}",
                "created": _CREATED,
            }
        )
        styles = Styles(book)
        _read_me(book.add_worksheet(say.text("workbook.read_me")), styles, told, stamp)
        rows = {table.name: list(_labelled(table, read_typed(table, tables[table.name]), stamp)) for table in _ORDER}
        places = {str(row[0]): number for number, row in enumerate(rows[MEASURES.name], start=1)}
        for table in _ORDER:
            links = Links(table, places, say.label("sheet", MEASURES.name))
            sheet = book.add_worksheet(say.label("sheet", table.name))
            _fill(sheet, table, rows[table.name][:ROWS], styles, links, stamp)
    return out.getvalue()


def _columns(table: Table) -> tuple[Column, ...]:
    return (*table.columns, _STATUS_LABEL) if table in _LABELLED else table.columns


def _labelled(table: Table, rows: Iterable[Row], stamp: Stamp) -> Iterator[Row]:
    catalogue = stamp.catalogue
    if table not in _LABELLED:
        yield from rows
        return
    place = table.place("status")
    for row in rows:
        status = row[place]
        yield [*row, catalogue.label("status", str(status)) if status else None]


def _fill(sheet: Worksheet, table: Table, rows: Sequence[Row], styles: Styles, links: Links, stamp: Stamp) -> None:
    columns = _columns(table)
    sheet.set_row(0, 30)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.name, styles.header)
        sheet.write_comment(0, number, _meaning(table, column, stamp))
    say = stamp.catalogue
    yes_no = say.text("workbook.no"), say.text("workbook.yes")
    for place, row in enumerate(rows, start=1):
        sheet.set_row(place, row_height(row, columns))
        for number, cell in enumerate(row):
            if cell is not None and cell != "":
                link = links.of(number, row) if number in links.columns else ""
                write_cell(sheet, (place, number), cell, columns[number], styles, link, yes_no)
    sheet.freeze_panes(1, 2 if len(columns) > 10 else 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    sheet.set_landscape()
    _printed(sheet, stamp)
    sheet.repeat_rows(0)


def _printed(sheet: Worksheet, stamp: Stamp) -> None:
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    label = stamp.sensitivity.replace("&", "&&")[:80]
    sheet.set_header(f"&R{label}")
    sheet.set_footer(f"&L{label}&C&A&R&P / &N")


def _meaning(table: Table, column: Column, stamp: Stamp) -> str:
    """Return what a column means, with the words for its codes."""
    catalogue = stamp.catalogue
    meaning = catalogue.label(f"meaning.{table.name}", column.name)
    if not column.coded:
        return meaning
    codes = "; ".join(f"{code} = {catalogue.label(column.coded, code)}" for code in column.allowed)
    return f"{meaning}. {catalogue.text('workbook.codes')}: {codes}"


def _read_me(sheet: Worksheet, styles: Styles, told: Sequence[tuple[str, str]], stamp: Stamp) -> None:
    say = stamp.catalogue
    for number, width in enumerate((24, 26, _MEANING)):
        sheet.set_column(number, number, width)
    sheet.write_string(0, 0, clean(stamp.title) or "veikart", styles.title)
    row = 2
    for row, (name, value) in enumerate(told, start=2):
        sheet.write_string(row, 0, name, styles.bold)
        sheet.write_string(row, 1, clean(value), styles.plain)
    row += 2
    for number, name in enumerate(("workbook.sheet", "workbook.column", "workbook.meaning")):
        sheet.write_string(row, number, say.text(name), styles.header)
    for table in _ORDER:
        row += 1
        name = say.label("sheet", table.name)
        sheet.write_url(row, 0, f"internal:'{name}'!A1", styles.link, name)
        sheet.write_string(row, 2, say.label("table", table.name), styles.bold)
        for column in _columns(table):
            row += 1
            meaning = _meaning(table, column, stamp)
            sheet.set_row(row, row_height([meaning], [Column("", width=_MEANING)]))
            sheet.write_string(row, 1, column.name, styles.text)
            sheet.write_string(row, 2, meaning, styles.text)
    sheet.hide_gridlines(2)
    _printed(sheet, stamp)
