"""An opened PDF: what it says about itself, and its pages one at a time."""

import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from extract.readers.base import Limits
from extract.readers.pdf import ocr
from extract.readers.pdf.meta import read_meta, scan
from extract.readers.pdf.model import View, Word
from extract.readers.pdf.page import Context, read_page
from extract.readers.pdf.pdfium import open_document, open_page
from extract.readers.pdf.render import render_page, turns_of
from veikart.core.blocks import Page
from veikart.core.problems import Code, Level, Problem, problem


class PdfDocument:
    """A PDF that is read page by page; each page is let go before the next is loaded."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._document = open_document(path)
        self._limits = limits
        self._spent = 0.0  # seconds of recognising text in pictures
        found = scan(path)
        self._patterns = found.patterns
        self._count = len(self._document)
        problems: list[Problem] = []
        if self._count > limits.pages:
            problems.append(problem(Code.TOO_LARGE, Level.ERROR, size=self._count, limit=limits.pages, unit="pages"))
        self.meta = read_meta(self._document, self._count, found, tuple(problems))

    def pages(self) -> Iterator[Page]:
        """Yield every page once, in order; one that cannot be read is empty and says so."""
        context = Context(self._limits, self._recognise, self._patterns)
        for index in range(min(self._count, self._limits.pages)):
            yield Page(index + 1, ()) if index + 1 in self._limits.left_out else self._page(index, context)

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()

    def _page(self, index: int, context: Context) -> Page:
        try:
            with open_page(self._document, index) as (raw, text):
                return read_page(raw, text, index + 1, context)
        except (MemoryError, RecursionError):
            raise
        except Exception as error:  # whatever a page provokes, the others are read
            expected = isinstance(error, pypdfium2.PdfiumError | ValueError | OverflowError)
            reason = str(error) if expected else f"{type(error).__name__}: {error}"
            return Page(index + 1, (), problems=(problem(Code.PART_LOST, Level.ERROR, index + 1, reason=reason),))

    def _recognise(self, index: int, view: View) -> list[Word]:
        """Read the page's words from a picture of it, where that is possible."""
        left = self._limits.ocr_seconds - self._spent
        if left <= 0 or not ocr.available():
            return []
        start = time.monotonic()
        try:
            picture = render_page(self._document, index, ocr.PIXELS, turns_of(self._document, index))
            return ocr.recognise(picture, view, left)
        finally:
            self._spent += time.monotonic() - start
