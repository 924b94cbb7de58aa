"""Sheets of many rows: every row is turned into its XML when the workbook is closed, and none is held as cells.

XlsxWriter keeps each cell as an object and writes it with half a dozen calls; tables of a hundred thousand rows took
four times as long that way. Header, widths, styles, comments and the package stay XlsxWriter's. The two methods that
are overridden are not part of its public interface: the tests read every workbook back with another library.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape

from xlsxwriter.format import Format
from xlsxwriter.url import Url
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from export.cells import Links, Styles, clean, real_date, row_height
from export.schema import Cell, Column, Kind, Row
from veikart.core.messages import Catalogue

_DAY_ZERO = datetime(1899, 12, 30)  # Excel counts days from here
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel would read "_x0041_" as "A"


class TableSheet(Worksheet):  # type: ignore[misc,unused-ignore]
    """A sheet with a header written cell by cell and rows below it that are written straight to its XML."""

    def hold(
        self, rows: Sequence[Row], columns: Sequence[Column], styles: Styles, links: Links, words: Catalogue
    ) -> None:
        """Take the rows that follow the header; the sheet's place for them is reckoned now, their XML later."""
        self._held = _Rows(rows, columns, styles, links, words)
        self.dim_rowmin, self.dim_rowmax = 0, len(rows)
        self.dim_colmin, self.dim_colmax = 0, len(columns) - 1

    def _write_rows(self) -> None:
        last, self.dim_rowmax = self.dim_rowmax, 0
        super()._write_rows()
        self.dim_rowmax = last
        for text in self._held.xml():
            self.fh.write(text)

    def _write_hyperlinks(self) -> None:
        """Write the links that the rows asked for; a target that many cells share is one relationship."""
        if not self._held.linked:
            return
        known: dict[str, str] = {}
        self._xml_start_tag("hyperlinks")
        for place, link in self._held.linked:
            if link not in known:
                known[link] = self._link_attributes(Url(link))
            self.fh.write(f'<hyperlink ref="{place}"{known[link]}/>')
        self._xml_end_tag("hyperlinks")

    def _link_attributes(self, url: Url) -> str:
        if not url._target_mode():
            return f' location="{escape(url._link)}"'
        self.rel_count += 1
        self.external_hyper_links.append(["/hyperlink", url._target(), "External"])
        place = f' location="{escape(url._anchor)}"' if url._anchor else ""
        return f' r:id="rId{self.rel_count}"{place}'


class _Rows:
    def __init__(
        self, rows: Sequence[Row], columns: Sequence[Column], styles: Styles, links: Links, words: Catalogue
    ) -> None:
        self._rows = rows
        self._columns = columns
        self._links = links
        self._letters = [xl_col_to_name(number) for number in range(len(columns))]
        self._linkable = [links.may_link(column.name) for column in columns]
        self._yes_no = words.text("workbook.no"), words.text("workbook.yes")
        self._text, self._plain, self._date, self._link = (
            _index(style) for style in (styles.text, styles.plain, styles.date, styles.link)
        )
        self.linked: list[tuple[str, str]] = []

    def xml(self) -> Iterator[str]:
        """Yield the XML of one row after another, and note the links on the way."""
        for number, row in enumerate(self._rows, start=2):
            height = f"{row_height(row, self._columns):g}"
            cells = "".join(self._cells(number, row))
            yield f'<row r="{number}" ht="{height}" customHeight="1">{cells}</row>'

    def _cells(self, number: int, row: Row) -> Iterator[str]:
        for letter, column, linkable, cell in zip(self._letters, self._columns, self._linkable, row, strict=True):
            if cell is None or cell == "":
                continue
            place = f"{letter}{number}"
            if linkable and (link := self._links.of(column.name, row)):
                self.linked.append((place, link))
                yield _string(place, str(cell), self._link)
            else:
                yield self._cell(place, cell, column)

    def _cell(self, place: str, cell: Cell, column: Column) -> str:
        if isinstance(cell, str):
            if column.kind is Kind.DATE and (day := real_date(cell)) is not None:
                return f'<c r="{place}" s="{self._date}"><v>{(day - _DAY_ZERO).days}</v></c>'
            return _string(place, cell, self._text)
        if isinstance(cell, bool):
            return _string(place, self._yes_no[cell], self._text)
        return f'<c r="{place}" s="{self._plain}"><v>{cell!r}</v></c>'


def _string(place: str, text: str, style: int) -> str:
    """Return a cell that holds text and is never taken for anything else."""
    shown = clean(text)
    if "_x" in shown:
        shown = _LOOKS_ESCAPED.sub("_x005F_", shown)
    if "&" in shown or "<" in shown or ">" in shown:
        shown = escape(shown, quote=False)
    kept = ' xml:space="preserve"' if shown[:1].isspace() or shown[-1:].isspace() or "\n" in shown else ""
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t{kept}>{shown}</t></is></c>'


def _index(style: Format) -> int:
    """Return the number of a style, which makes it one of the workbook's."""
    return int(style._get_xf_index())
