"""What kind of file this is, from its content and not its ending, and which reader takes it."""

import re
import zipfile
import zlib
from importlib import import_module
from pathlib import Path
from typing import cast

from extract.readers.base import Reader
from extract.readers.markdown.signs import looks_like_markdown
from extract.readers.text.decode import decode, looks_like_text
from veikart.core.problems import Code, DocumentError, Level, Problem, problem

HEAD_BYTES = 65_536
"""How much of a file is looked at; a PDF may have its signature a little way in."""

_READERS = {
    "pdf": "extract.readers.pdf",
    "pptx": "extract.readers.pptx",
    "docx": "extract.readers.docx",
    "markdown": "extract.readers.markdown",
    "text": "extract.readers.text",
}
_TEXT_ENDINGS = {".txt", ".md", ".markdown", ".mdx", ".text", ".asc", ".csv", ".tsv", ".log", ""}
_ENDINGS = {
    "pdf": {".pdf"},
    "pptx": {".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm"},
    "docx": {".docx", ".docm", ".dotx", ".dotm"},
    "markdown": _TEXT_ENDINGS,
    "text": _TEXT_ENDINGS,
}
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED_NAMES = tuple(name.encode("utf-16-le") for name in ("EncryptedPackage", "DRMEncrypted"))
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PACKAGES = (("word/", "docx"), ("ppt/", "pptx"), ("xl/", "xlsx"))
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_XML = re.compile(rb"\s*<\?xml\s", re.I)
_BLANK = b"\x00 \t\r\n\f"
_ARCHIVES = ((0, b"Rar!", "rar"), (0, b"7z\xbc\xaf", "7z"), (0, b"\x1f\x8b", "gzip"), (257, b"ustar", "tar"))
_MORE = (*_ARCHIVES, (4, b"ftyp", "video"), (0, b"OggS", "video"), (0, b"MZ", "program"), (0, b"\x7fELF", "program"))
_ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)


def sniff(path: Path) -> str:
    """Return the kind of a file: pdf, pptx, docx, markdown, text, or the name of something that no reader takes.

    Others are empty, old-office, encrypted-office, xlsx, odf, zip and other archives, rtf, html, xml, image, video,
    program and binary.

    Raises:
        DocumentError: the file cannot be opened.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as fault:
        raise DocumentError(problem(Code.UNREADABLE, Level.ERROR, reason=type(fault).__name__)) from fault
    if not head.strip(_BLANK):
        return _blank_kind(path, head)
    if head.startswith(_OLE):
        return _ole_kind(path)
    if head.startswith(_ZIP):
        return _zip_kind(path, head)
    return _plain_kind(head)


def reader_for(kind: str) -> Reader:
    """Return the reader for a kind of file; the library behind it is loaded now and not before.

    Raises:
        DocumentError: no reader takes the kind; the problem names what the file is.
    """
    module = _READERS.get(kind)
    if module is None:
        raise DocumentError(_refusal(kind))
    return cast("Reader", import_module(module).READER)


def wrong_ending(path: Path, kind: str) -> list[Problem]:
    """Return a note where the ending of the name promises something else than the content holds."""
    ending = path.suffix.lower()
    known = set().union(*_ENDINGS.values()) - {""}
    expected = _ENDINGS.get(kind, set())
    if ending in expected or (expected is _TEXT_ENDINGS and ending not in known):
        return []
    return [problem(Code.WRONG_ENDING, Level.NOTE, ending=ending or "–", kind=kind)]


def _refusal(kind: str) -> Problem:
    codes = {"empty": Code.EMPTY, "old-office": Code.OLD_FORMAT, "encrypted-office": Code.ENCRYPTED}
    return problem(codes.get(kind, Code.UNKNOWN_KIND), Level.ERROR, kind=kind)


def _blank_kind(path: Path, head: bytes) -> str:
    """Tell an empty file from one that begins with much nothing."""
    with path.open("rb") as file:
        rest = any(chunk.strip(_BLANK) for chunk in iter(lambda: file.read(1 << 20), b""))
    if not rest:
        return "empty"
    return "binary" if b"\x00" in head else "text"


def _ole_kind(path: Path) -> str:
    tail = b""
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            if any(name in tail + chunk for name in _ENCRYPTED_NAMES):
                return "encrypted-office"
            tail = chunk[-64:]
    return "old-office"


def _zip_kind(path: Path, head: bytes) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name.replace("\\", "/").lstrip("/").lower() for name in archive.namelist()]
            declared = _start_of(archive, "mimetype") if "mimetype" in names else b""
    except (*_ZIP_FAULTS, KeyError):
        # A cut-off package still says in its first entries what it was; its reader names the damage.
        promised = next((k for k in ("docx", "pptx") if path.suffix.lower() in _ENDINGS[k]), "zip")
        return next((kind for folder, kind in _PACKAGES if folder.encode() in head), promised)
    if declared.startswith(b"application/vnd.oasis.opendocument"):
        return "odf"
    for folder, kind in _PACKAGES:
        if any(name.startswith(folder) for name in names):
            return kind
    return "zip"


def _start_of(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(200)  # and no more: the part may be a bomb


def _plain_kind(head: bytes) -> str:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(_IMAGES) and not looks_like_text(head):
        return "image"
    if not looks_like_text(head):
        return next((kind for at, mark, kind in _MORE if head.startswith(mark, at)), "binary")
    bare = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(bare):
        return "html"
    if _XML.match(bare):
        return "xml"
    return "markdown" if looks_like_markdown(decode(head)[0]) else "text"
