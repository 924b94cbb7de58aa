"""The few calls into PDFium that open files and pages and let go of them, with the causes of failure named."""

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, create_string_buffer
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from extract.readers.pdf.model import View
from veikart.core.problems import Code, DocumentError, Level, problem

SNIFF = 1024
"""Bytes within which a PDF tells what it is."""

HTML_SIGNS = (b"<!doctype", b"<html", b"<head", b"<?xml", b"<script")


def open_document(path: Path) -> pypdfium2.PdfDocument:
    """Open a PDF.

    Raises:
        DocumentError: it is encrypted, damaged, without pages or no PDF at all.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(SNIFF)
    except OSError as error:
        raise _refusal(Code.UNREADABLE, error.strerror or type(error).__name__) from error
    if not head:
        raise DocumentError(problem(Code.EMPTY, Level.ERROR))
    if b"%PDF" not in head and any(sign in head.lower() for sign in HTML_SIGNS):
        raise _refusal(Code.UNREADABLE, "HTML")
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise _failure(error) from error
    try:
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        document.close()
        raise _failure(error) from error
    if pages < 1:
        document.close()
        raise DocumentError(problem(Code.EMPTY, Level.ERROR))
    return document


@contextmanager
def open_page(document: pypdfium2.PdfDocument, index: int) -> Iterator[tuple[Any, Any]]:
    """Load a page and its text layer, and let go of both afterwards.

    Raises:
        pypdfium2.PdfiumError: the page or its text layer cannot be loaded.
    """
    page = pdfium.FPDF_LoadPage(document.raw, index)
    if not page:
        raise pypdfium2.PdfiumError("page cannot be loaded")
    try:
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            raise pypdfium2.PdfiumError("text layer cannot be loaded")
        try:
            yield page, text
        finally:
            pdfium.FPDFText_ClosePage(text)
    finally:
        pdfium.FPDF_ClosePage(page)


def view_of(page: Any) -> View:
    """Return how the page is shown."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, byref(box)) or box.right <= box.left or box.top <= box.bottom:
        box.left, box.bottom, box.right, box.top = 0.0, 0.0, 612.0, 792.0
    turns = max(int(pdfium.FPDFPage_GetRotation(page)), 0) % 4
    return View(float(box.left), float(box.bottom), float(box.right), float(box.top), turns)


def font_name(font: Any) -> str:
    """Return the base font name without its subset tag, "" if none."""
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    if length <= 1:
        return ""
    buffer = create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    name = buffer.value.decode("utf-8", "replace")
    return name[7:] if name[6:7] == "+" else name


def _failure(error: pypdfium2.PdfiumError) -> DocumentError:
    reason = int(getattr(error, "err_code", None) or pdfium.FPDF_GetLastError())
    if reason in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return DocumentError(problem(Code.ENCRYPTED, Level.ERROR))
    return _refusal(Code.UNREADABLE, str(error))


def _refusal(code: Code, cause: str) -> DocumentError:
    return DocumentError(problem(code, Level.ERROR, reason=cause))
