"""A filled review.xlsx read back, and a copy of it that tells what became of every row."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from export.review_workbook import ABOUT, ANSWERS, HEADER_ROW, KEY_ROW, PAIRS, SCHEMA, VALUES

MAX_BYTES = 32 * 2**20
MAX_UNPACKED = 256 * 2**20
MAX_ROWS = 50_000
_MAX_COLUMNS = 60
_STATUS_WIDTH = 60


class WorkbookError(Exception):
    """The file is no review workbook that can be read; the argument says why: damaged, large, schema."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One filled row: what was answered, and the hidden keys of the question."""

    sheet: str  # PAIRS or VALUES
    row: int  # as the program that shows it counts, from 1
    cells: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        """Return a cell by the machine name of its column, "" where it is empty."""
        return self.cells.get(key, "")


@dataclass(frozen=True, slots=True)
class Filled:
    """What a workbook says."""

    run: str
    answers: tuple[Answer, ...]


def read_review_workbook(path: Path) -> Filled:
    """Return the rows in which something was answered.

    Raises:
        WorkbookError: the file is damaged, too large or of another schema.
        OSError: the file cannot be read.
    """
    book = _open(path, read_only=True)
    try:
        about = _about(book)
        answers = [a for name in (PAIRS, VALUES) for a in _answers(_sheet(book, name), name)]
    except WorkbookError:
        raise
    except Exception as error:  # a damaged part is found only when its rows are read
        raise WorkbookError("damaged") from error
    finally:
        book.close()
    return Filled(about.get("run", ""), tuple(answers))


def is_answered(path: Path) -> bool:
    """Tell whether a file may hold answers: a workbook with filled rows, or something that cannot be read as one."""
    try:
        return bool(read_review_workbook(path).answers)
    except FileNotFoundError:
        return False
    except (WorkbookError, OSError):
        return True


def annotate(path: Path, fates: Mapping[tuple[str, int], str], heading: str) -> bytes:
    """Return the workbook with a last column that tells the fate of each row.

    Raises:
        WorkbookError, OSError: as for reading.
    """
    book = _open(path, read_only=False)
    fill = PatternFill("solid", fgColor="E2F4E8")
    for name in (PAIRS, VALUES):
        sheet = _sheet(book, name)
        column = sheet.max_column + 1
        sheet.cell(HEADER_ROW + 1, column, heading)
        sheet.column_dimensions[get_column_letter(column)].width = _STATUS_WIDTH
        for (where, row), told in fates.items():
            if where == name:
                cell = sheet.cell(row, column, told)
                cell.data_type = "s"  # a fate may begin with a word of the document: never a formula
                cell.fill, cell.alignment, cell.protection = fill, Alignment(wrap_text=True), Protection(locked=True)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _open(path: Path, read_only: bool) -> Workbook:
    data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else b""
    if not data:
        raise WorkbookError("large" if path.stat().st_size else "damaged")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > MAX_UNPACKED:
                raise WorkbookError("large")
        return openpyxl.load_workbook(io.BytesIO(data), read_only=read_only, data_only=read_only, keep_links=False)
    except WorkbookError:
        raise
    except Exception as error:  # openpyxl raises what its parts raise: KeyError, ValueError, BadZipFile, ParseError
        raise WorkbookError("damaged") from error


def _about(book: Workbook) -> dict[str, str]:
    if ABOUT not in book.sheetnames:
        raise WorkbookError("schema")
    rows = book[ABOUT].iter_rows(min_row=1, max_row=10, max_col=2, values_only=True)
    about = {str(key): str(value) for key, value in rows if key is not None}
    if about.get("schema") != SCHEMA:
        raise WorkbookError("schema")
    return about


def _sheet(book: Workbook, name: str) -> Worksheet:
    """Return the sheet whose row of machine names holds the answers' columns; people may rename and move sheets."""
    for sheet in book.worksheets:
        first = next(sheet.iter_rows(min_row=1, max_row=1, max_col=_MAX_COLUMNS, values_only=True), ())
        if set(ANSWERS[name]) <= set(map(_text, first)):
            return sheet
    raise WorkbookError("schema")


def _answers(sheet: Worksheet, name: str) -> Iterator[Answer]:
    rows = sheet.iter_rows(min_row=1, max_row=MAX_ROWS, max_col=_MAX_COLUMNS, values_only=True)
    keys: list[str] = []
    for number, row in enumerate(rows):
        cells = [_text(value) for value in row]
        if number == KEY_ROW:
            keys = cells
        elif number > HEADER_ROW:
            told = {key: cell for key, cell in zip(keys, cells, strict=False) if key and cell}
            if any(told.get(key) for key in ANSWERS[name] if key != "initials"):
                yield Answer(name, number + 1, told)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # a year typed into a cell
    return " ".join(str(value).split())
