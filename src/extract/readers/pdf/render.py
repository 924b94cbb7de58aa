"""A page as a picture, for `inspect`, the review page and the recognition of text in pictures."""

from io import BytesIO
from pathlib import Path

import pypdfium2

from extract.readers.pdf.pdfium import open_document

WIDEST = 8_000
"""Pixels."""


def render(path: Path, number: int, width_px: int = 1600) -> bytes:
    """Return page `number` (from 1) as PNG.

    Raises:
        DocumentError: the file cannot be read.
        ValueError: there is no such page.
    """
    document = open_document(path)
    try:
        if not 1 <= number <= len(document):
            raise ValueError(f"page {number} of {len(document)}")
        return render_page(document, number - 1, width_px)
    finally:
        document.close()


def render_page(document: pypdfium2.PdfDocument, index: int, width_px: int) -> bytes:
    """Return the page of an open document as PNG."""
    page = document[index]
    try:
        scale = min(max(width_px, 16), WIDEST) / max(page.get_width(), 1.0)
        scale = min(scale, WIDEST / max(page.get_height(), 1.0))
        bitmap = page.render(scale=scale)
        try:
            stream = BytesIO()
            bitmap.to_pil().save(stream, "PNG")
            return stream.getvalue()
        finally:
            bitmap.close()
    finally:
        page.close()
