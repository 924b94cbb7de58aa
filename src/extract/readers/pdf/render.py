"""A page as a picture, for `inspect`, the review page and the recognition of text in pictures."""

from io import BytesIO
from pathlib import Path

import pypdfium2

from extract.readers.pdf.pdfium import open_document, open_page, view_of
from extract.readers.pdf.sideways import readable
from extract.readers.pdf.words import TextLayer

WIDEST = 8_000
"""Pixels."""


def render(path: Path, number: int, width_px: int = 1600) -> bytes:
    """Return page `number` (from 1) as PNG, turned as it is read.

    Raises:
        DocumentError: the file cannot be read.
        ValueError: there is no such page.
    """
    document = open_document(path)
    try:
        if not 1 <= number <= len(document):
            raise ValueError(f"page {number} of {len(document)}")
        return render_page(document, number - 1, width_px, turns_of(document, number - 1))
    finally:
        document.close()


def turns_of(document: pypdfium2.PdfDocument, index: int) -> int:
    """Return by how many quarters, clockwise, a page is turned to be read, beyond what the file says."""
    try:
        with open_page(document, index) as (raw, text):
            shown = view_of(raw)
            return (readable(TextLayer(text, shown).words(), shown).turns - shown.turns) % 4
    except pypdfium2.PdfiumError:
        return 0


def render_page(document: pypdfium2.PdfDocument, index: int, width_px: int, turns: int = 0) -> bytes:
    """Return the page of an open document as PNG, turned clockwise by so many quarters."""
    page = document[index]
    try:
        width, height = page.get_width(), page.get_height()
        width, height = (height, width) if turns % 2 else (width, height)
        scale = min(max(width_px, 16), WIDEST) / max(width, 1.0)
        scale = min(scale, WIDEST / max(height, 1.0))
        bitmap = page.render(scale=scale, rotation=90 * turns)
        try:
            stream = BytesIO()
            bitmap.to_pil().save(stream, "PNG")
            return stream.getvalue()
        finally:
            bitmap.close()
    finally:
        page.close()
