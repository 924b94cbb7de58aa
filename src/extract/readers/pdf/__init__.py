"""Reads PDF: PDFium's characters and paths to words, lines, paragraphs, tables and areas with place and colour."""

from dataclasses import dataclass
from pathlib import Path

from extract.readers.base import Limits
from extract.readers.pdf.document import PdfDocument


@dataclass(frozen=True, slots=True)
class PdfReader:
    """Opens PDF files."""

    kind: str = "pdf"
    version: int = 2

    def open(self, path: Path, limits: Limits) -> PdfDocument:
        """Open the file.

        Raises:
            DocumentError: it is encrypted, damaged, without pages or no PDF at all.
        """
        return PdfDocument(path, limits)


READER = PdfReader()
