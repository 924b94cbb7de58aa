"""review.xlsx: the open questions as a workbook that people fill in and send back.

Only the cells for answers are unlocked (sheet protection without a password: against slips, not against people). Every
row carries its own ids in hidden columns, so that sorting and filtering do no harm. The same content gives the same
bytes.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from export.cells import clean
from export.review_guide import write_guide
from veikart.core.messages import Catalogue

FILE = "review.xlsx"
SCHEMA = "veikart/review-workbook/1"
VERDICTS = ("same", "different", "related", "unsure")
PAIRS, VALUES, EDITIONS, DECISIONS, LISTS, ABOUT = "pairs", "values", "editions", "decisions", "_lists", "_veikart"
KEY_ROW, HEADER_ROW = 0, 1  # machine names stand in a hidden row above the visible headings
_CREATED = datetime(2000, 1, 1)
_LINE_POINTS, _MOST_LINES = 15, 14


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two things that may be one measure."""

    number: int
    question: str
    left: str
    left_place: str
    right: str
    right_place: str
    evidence: str
    weight: float | None
    conflict: str
    left_record: str
    right_record: str
    seen: str  # hash of the evidence


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A field on which documents disagree, for one measure."""

    number: int
    kind: str
    question: str
    measure: str
    current: str
    options: tuple[str, ...]  # as people read them
    conflict: str
    record: str
    field: str
    seen: str


@dataclass(frozen=True, slots=True)
class Sheets:
    """Everything in the workbook."""

    run: str
    pairs: Sequence[PairRow]
    values: Sequence[ValueRow]
    editions: Sequence[tuple[str, ...]]
    decisions: Sequence[tuple[str, ...]]
    sensitivity: str = ""


ANSWERS = {PAIRS: ("verdict", "comment", "initials"), VALUES: ("chosen", "other", "comment", "initials")}
"""The columns that people fill in."""
_SHOWN = {
    PAIRS: ("number", "question", "left", "right"),
    VALUES: ("number", "question", "measure", "current"),
    EDITIONS: ("from_edition", "to_edition", "change", "from_measures", "to_measures", "message"),
    DECISIONS: ("when", "by", "what", "comment"),
}
_BEHIND = {PAIRS: ("left_place", "right_place", "evidence", "weight"), VALUES: ("kind",)}
"""Columns behind the answers: with them, the answers would stand outside a common screen."""
_HIDDEN = {
    PAIRS: ("conflict", "left_record", "right_record", "seen"),
    VALUES: ("conflict", "record", "field", "seen"),
}
_WIDTHS = {
    "number": 5, "question": 64, "left": 28, "right": 28, "left_place": 30, "right_place": 30, "evidence": 60,
    "weight": 8, "verdict": 13, "comment": 30, "initials": 10, "kind": 20, "measure": 26, "current": 16, "chosen": 20,
    "other": 18, "message": 70, "from_measures": 30, "to_measures": 30, "what": 70, "when": 26, "by": 16,
}  # fmt: skip


def review_workbook(sheets: Sheets, language: str) -> bytes:
    """Return the workbook's bytes."""
    catalogue, out = Catalogue(language), io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        title = catalogue.text("review_book.title")
        book.set_properties({"title": title, "keywords": sheets.sensitivity, "comments": SCHEMA, "created": _CREATED})
        writer = _Writer(book, catalogue, sheets.sensitivity)
        writer.guide(sheets)
        writer.questions(PAIRS, sheets.pairs)
        writer.questions(VALUES, sheets.values)
        writer.listing(EDITIONS, sheets.editions)
        writer.listing(DECISIONS, sheets.decisions)
        writer.finish(sheets)
    return out.getvalue()


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: xlsxwriter.Workbook, catalogue: Catalogue, sensitivity: str) -> None:
        self._catalogue, self._sensitivity = catalogue, sensitivity
        top = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#D5DBE3"}
        self._text: Format = book.add_format(top)
        self._open: Format = book.add_format({**top, "locked": False, "bg_color": "#FFF8DC"})
        head = {"bold": True, "font_color": "#FFFFFF", "valign": "vcenter", "text_wrap": True}
        self._head: Format = book.add_format({**head, "bg_color": "#1F3864"})
        self._head_open: Format = book.add_format({**head, "bg_color": "#8A6100"})
        self._book, self._guide = book, book.add_worksheet(self._say("sheet.guide"))
        self._sheets = {name: book.add_worksheet(self._say(f"sheet.{name}")) for name in _SHOWN}
        self._lists: Worksheet = book.add_worksheet(LISTS)
        self._about: Worksheet = book.add_worksheet(ABOUT)
        self._listed = 0
        self._verdicts = self._list([self._say(f"verdict.{v}") for v in VERDICTS])

    def guide(self, sheets: Sheets) -> None:
        """Write the first sheet."""
        say = self._catalogue.text
        facts = {
            "workbook.sensitivity": sheets.sensitivity or say("workbook.unlabelled"),
            "workbook.conflicts": str(len({p.conflict for p in sheets.pairs} | {v.conflict for v in sheets.values})),
            "workbook.run": sheets.run,
        }
        verdicts = {self._say(f"verdict.{v}"): say(f"review.{v}_hint") for v in VERDICTS}
        verdicts[self._say("keep")] = say("review.keep_hint")
        write_guide(self._guide, self._book, self._catalogue, {k: clean(v) for k, v in facts.items()}, verdicts)

    def questions(self, name: str, rows: Sequence[PairRow | ValueRow]) -> None:
        """Write a sheet of questions with cells for the answers."""
        columns = (*_SHOWN[name], *ANSWERS[name], *_BEHIND[name], *_HIDDEN[name])
        sheet = self._begin(name, columns)
        for place, row in enumerate(tuple(rows), start=HEADER_ROW + 1):
            told = {f.name: getattr(row, f.name) for f in fields(row)}
            for column, key in enumerate(columns):
                if key in ANSWERS[name]:
                    sheet.write_blank(place, column, None, self._open)
                else:
                    self._cell(sheet, place, column, told[key])
            sheet.set_row(place, _height({key: told[key] for key in (*_SHOWN[name], *_BEHIND[name])}))
            first = columns.index(ANSWERS[name][0])
            source = self._list([*row.options, self._say("keep")]) if isinstance(row, ValueRow) else self._verdicts
            warning = {"error_title": self._say("title"), "error_message": self._say("from_list")}
            sheet.data_validation(place, first, place, first, {"validate": "list", "source": source, **warning})
        self._end(sheet, name, columns, len(rows))

    def listing(self, name: str, rows: Sequence[tuple[str, ...]]) -> None:
        """Write a sheet that is only read."""
        sheet = self._begin(name, _SHOWN[name])
        if not rows:
            sheet.write_string(HEADER_ROW + 1, 0, self._say("none"))
        for place, row in enumerate(rows, start=HEADER_ROW + 1):
            for column, value in enumerate(row):
                self._cell(sheet, place, column, value)
            sheet.set_row(place, _height(dict(zip(_SHOWN[name], row, strict=True))))
        self._end(sheet, name, _SHOWN[name], len(rows))

    def finish(self, sheets: Sheets) -> None:
        """Write what the reader needs to know of the workbook, and hide it."""
        for row, (key, value) in enumerate((("schema", SCHEMA), ("run", sheets.run))):
            self._about.write_string(row, 0, key)
            self._about.write_string(row, 1, value)
        for sheet in (self._lists, self._about):
            sheet.protect()
            sheet.very_hidden()

    def _say(self, key: str) -> str:
        return self._catalogue.text(f"review_book.{key}")

    def _list(self, values: Sequence[str]) -> str:
        """Keep a list of choices on the hidden sheet (a list in the cell itself ends at 255 characters)."""
        row = self._listed
        self._listed += 1
        for column, value in enumerate(values):
            self._lists.write_string(row, column, clean(value))
        last = xlsxwriter.utility.xl_rowcol_to_cell(row, max(len(values) - 1, 0), row_abs=True, col_abs=True)
        return f"='{LISTS}'!$A${row + 1}:{last}"

    def _begin(self, name: str, columns: Sequence[str]) -> Worksheet:
        sheet = self._sheets[name]
        for column, key in enumerate(columns):
            answer, hidden = key in ANSWERS.get(name, ()), key in _HIDDEN.get(name, ())
            sheet.set_column(column, column, _WIDTHS.get(key, 18), None, {"hidden": hidden})
            sheet.write_string(KEY_ROW, column, key)
            heading = key if hidden else self._say(f"column.{key}")
            sheet.write_string(HEADER_ROW, column, heading, self._head_open if answer else self._head)
        sheet.set_row(KEY_ROW, None, None, {"hidden": True})
        return sheet

    def _cell(self, sheet: Worksheet, row: int, column: int, value: object) -> None:
        if isinstance(value, int | float):
            sheet.write_number(row, column, value, self._text)
        else:
            sheet.write_string(row, column, clean(str(value or "")), self._text)

    def _end(self, sheet: Worksheet, name: str, columns: Sequence[str], rows: int) -> None:
        shown = [n for n, key in enumerate(columns) if key not in _HIDDEN.get(name, ())]
        sheet.freeze_panes(HEADER_ROW + 1, 1 if name in ANSWERS else 0)
        sheet.autofilter(HEADER_ROW, 0, HEADER_ROW + max(rows, 1), shown[-1])
        allowed = ("autofilter", "sort", "format_columns", "format_rows")
        sheet.protect("", dict.fromkeys(allowed, True))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEADER_ROW)
        label = self._sensitivity.replace("&", "&&")
        if label:
            sheet.set_header(f"&R{label}")
        sheet.set_footer(f"&L{label}&C&A&R&P / &N")


def _height(cells: Mapping[str, object]) -> float:
    """Return a row's height in points: not every program fits rows to wrapped text by itself."""
    lines = max(_lines(str(text), int(_WIDTHS.get(key, 18) * 1.1)) for key, text in cells.items())
    return float(min(max(lines, 1), _MOST_LINES) * _LINE_POINTS)


def _lines(text: str, width: int) -> int:
    return sum(max(-(-len(line) // width), 1) for line in text.split("\n"))
