"""An opened PDF: what it says about itself, and its pages one at a time."""

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from extract.readers.base import Limits
from extract.readers.pdf import ocr
from extract.readers.pdf.model import View, Word
from extract.readers.pdf.page import Context, read_page
from extract.readers.pdf.pattern import has_patterns
from extract.readers.pdf.pdfium import open_document, open_page
from extract.readers.pdf.render import render_page
from veikart.core.blocks import DocumentMeta, Page
from veikart.core.problems import Code, Level, Problem, problem

PDF_DATE = re.compile(r"D?:?(\d{4})(\d{2})?(\d{2})?")


class PdfDocument:
    """A PDF that is read page by page; each page is let go before the next is loaded."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._document = open_document(path)
        self._limits = limits
        self._patterns = has_patterns(path)
        self._count = len(self._document)
        problems: list[Problem] = []
        if self._count > limits.pages:
            problems.append(problem(Code.TOO_LARGE, Level.ERROR, pages=self._count, limit=limits.pages))
        self.meta = _meta(self._document, self._count, tuple(problems))

    def pages(self) -> Iterator[Page]:
        """Yield every page once, in order; one that cannot be read is empty and says so."""
        context = Context(self._limits, self._recognise, self._patterns)
        for index in range(min(self._count, self._limits.pages)):
            yield self._page(index, context)

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()

    def _page(self, index: int, context: Context) -> Page:
        try:
            with open_page(self._document, index) as (raw, text):
                return read_page(raw, text, index + 1, context)
        except (pypdfium2.PdfiumError, ValueError, OverflowError) as error:
            trouble = problem(Code.PART_LOST, Level.ERROR, index + 1, cause=str(error))
            return Page(index + 1, (), problems=(trouble,))

    def _recognise(self, index: int, view: View) -> list[Word]:
        """Read the page's words from a picture of it, where that is possible."""
        if not ocr.available():
            return []
        return ocr.recognise(render_page(self._document, index, ocr.PIXELS), view, self._limits.ocr_seconds)


def _meta(document: pypdfium2.PdfDocument, pages: int, problems: tuple[Problem, ...]) -> DocumentMeta:
    try:
        told = {key: str(value).strip() for key, value in document.get_metadata_dict().items()}
    except (pypdfium2.PdfiumError, UnicodeDecodeError):
        told = {}
    return DocumentMeta(
        title=told.get("Title", ""),
        author=told.get("Author", ""),
        created=iso_date(told.get("CreationDate", "")),
        modified=iso_date(told.get("ModDate", "")),
        pages=pages,
        problems=problems,
    )


def iso_date(text: str) -> str:
    """Turn "D:20240516093000+02'00'" into "2024-05-16", anything else into ""."""
    match = PDF_DATE.match(text)
    if not match or not match[2] or not match[3]:
        return ""
    return f"{match[1]}-{match[2]}-{match[3]}" if "01" <= match[2] <= "12" and "01" <= match[3] <= "31" else ""
