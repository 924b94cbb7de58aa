"""What a PDF says about itself outside its pages: title, dates, language, sensitivity labels, patterns or not."""

import re
import zlib
from collections.abc import Iterator
from ctypes import create_string_buffer
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from veikart.core.blocks import DocumentMeta
from veikart.core.problems import Problem

PATTERNS = (b"/PatternType", b"/ShadingType")
OBJECT_STREAM = re.compile(rb"/ObjStm.{0,300}?stream\r?\n", re.DOTALL)
LABEL_KEY = re.compile(rb"MSIP_Label_[0-9A-Fa-f-]{8,40}_(?:Name|Enabled)")
UNPACKED = 2 * 2**20
"""Bytes unpacked of one object stream."""
SCANNED = 64 * 2**20
"""Bytes of a file that are looked through."""
PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
OFF = frozenset({"false", "0"})


@dataclass(frozen=True, slots=True)
class Scan:
    """What the bytes of a file tell that PDFium does not."""

    patterns: bool = True  # gradients or patterns may be used
    label_keys: tuple[str, ...] = ()  # keys of sensitivity labels among the document's properties


def scan(path: Path) -> Scan:
    """Look through a file's bytes, object streams unpacked."""
    try:
        if path.stat().st_size > SCANNED:
            return Scan()
        data = path.read_bytes()
    except OSError:
        return Scan()
    patterns = b"/Encrypt" in data
    keys: dict[str, None] = {}
    for part in _parts(data):
        patterns = patterns or any(sign in part for sign in PATTERNS)
        keys.update((found.decode("ascii"), None) for found in LABEL_KEY.findall(part))
    return Scan(patterns, tuple(keys))


def _parts(data: bytes) -> Iterator[bytes]:
    yield data
    for match in OBJECT_STREAM.finditer(data):
        try:
            yield zlib.decompressobj().decompress(data[match.end() : match.end() + UNPACKED], UNPACKED)
        except zlib.error:
            continue


def read_meta(document: pypdfium2.PdfDocument, pages: int, found: Scan, problems: tuple[Problem, ...]) -> DocumentMeta:
    """Return the document's own properties; empty where it does not tell."""
    raw = document.raw
    return DocumentMeta(
        title=_property(raw, "Title"),
        author=_property(raw, "Author"),
        company=_property(raw, "Company"),
        created=iso_date(_property(raw, "CreationDate")),
        modified=iso_date(_property(raw, "ModDate")),
        language=_language(raw),
        labels=_labels(raw, found.label_keys),
        pages=pages,
        problems=problems,
    )


def _property(raw: Any, key: str) -> str:
    name = key.encode("ascii")
    length = pdfium.FPDF_GetMetaText(raw, name, None, 0)
    if length <= 2:
        return ""
    buffer = create_string_buffer(length)
    pdfium.FPDF_GetMetaText(raw, name, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace").strip().strip("\x00")


def _labels(raw: Any, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of the sensitivity labels that are not switched off."""
    names = (key for key in keys if key.endswith("_Name"))
    on = [_property(raw, k) for k in names if _property(raw, k[:-5] + "_Enabled").lower() not in OFF]
    return tuple(dict.fromkeys(name for name in on if name))


def _language(raw: Any) -> str:
    """Return the catalogue's language, "" where it has none or this PDFium cannot tell."""
    try:
        ask = pdfium.FPDFCatalog_GetLanguage
    except AttributeError:
        return ""
    length = ask(raw, None, 0)
    if length <= 2 or length > 200:
        return ""
    buffer = (pdfium.FPDF_WCHAR * (length // 2))()
    ask(raw, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace").strip("\x00 ")


def iso_date(text: str) -> str:
    """Turn "D:20240516093000+02'00'" into "2024-05-16", anything else into ""."""
    match = PDF_DATE.match(text)
    if not match or not ("01" <= match[2] <= "12" and "01" <= match[3] <= "31"):
        return ""
    return "-".join(match.groups())
