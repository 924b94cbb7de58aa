"""Office packages (.pptx, .docx): opened within limits, parts parsed without entities or network, Strict made plain.

A part is read when it is asked for, so that one bad part costs that part only.
"""

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from extract.readers.base import Limits
from veikart.core.problems import Code, DocumentError, Level, problem

MAIN = "http://schemas.openxmlformats.org/"
OLE_SIGNATURE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED_NAMES = tuple(name.encode("utf-16-le") for name in ("EncryptedPackage", "DRMEncrypted"))
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_FAMILY = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z]+)")
_RENAMED = {b"extendedProperties": b"extended-properties", b"customProperties": b"custom-properties"}
_DOCTYPES = tuple("<!DOCTYPE".encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))
_ENCODING = re.compile(rb"^<\?xml[^>]{0,200}encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_ENCODINGS = frozenset({"utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "windows-1252"})
_CHUNK = 1 << 20
_FAULTS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError)


class PartError(Exception):
    """A part of the package is missing or cannot be read; the text says which and why."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: the last word of its type, and the part it leads to ("" where it leads outside)."""

    id: str
    kind: str  # "slide", "notesSlide", "image", …
    target: str
    external: bool = False


class Package:
    """An opened package. Names of parts have no leading slash and are met without regard to case."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {_key(info.filename): info for info in archive.infolist() if not info.is_dir()}
        self._types: dict[str, str] | None = None

    @property
    def names(self) -> list[str]:
        """Names of all parts in the order of the file."""
        return [info.filename.replace("\\", "/").lstrip("/") for info in self._names.values()]

    @property
    def unpacked_size(self) -> int:
        """Bytes of all parts once unpacked, as the archive's own list says."""
        return sum(info.file_size for info in self._archive.infolist())

    def has(self, name: str) -> bool:
        """Tell whether the package holds the part."""
        return _key(name) in self._names

    def read(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            PartError: it is missing or damaged.
        """
        info = self._names.get(_key(name))
        if info is None:
            raise PartError(f"{name}: missing")
        try:
            with self._archive.open(info) as part:
                # Asked for in full, the archive unpacks before it looks at the size that was told; so it is asked for
                # that size and one byte, which must not be there.
                data = part.read(info.file_size + 1)
        except _FAULTS as fault:
            raise PartError(f"{name}: {type(fault).__name__}") from fault
        if len(data) != info.file_size:
            raise PartError(f"{name}: {len(data)} bytes of {info.file_size}")
        return data

    def xml(self, name: str) -> etree._Element:
        """Return the root of an XML part, Strict namespaces made the common ones.

        Raises:
            PartError: it is missing, damaged or not plain XML.
        """
        return parse_xml(self.read(name), name)

    def relations(self, name: str) -> dict[str, Relation]:
        """Return the relationships of a part by id ("" for the package's own); none where they are missing.

        Raises:
            PartError: the list of relationships is damaged.
        """
        place = relations_part(name)
        if not self.has(place):
            return {}
        folder = posixpath.dirname(name)
        found = [_relation(folder, element) for element in self.xml(place).iter("{*}Relationship")]
        return {relation.id: relation for relation in found if relation.id}

    def related(self, name: str, kind: str) -> str:
        """Return the first part that `name` leads to by a relationship of this kind, "" for none."""
        try:
            relations = self.relations(name)
        except PartError:
            return ""
        return next((r.target for r in relations.values() if r.kind == kind and not r.external), "")

    def main_part(self) -> str:
        """Return the name of the main part, "" where the package does not tell."""
        return self.related("", "officeDocument")

    def content_type(self, name: str) -> str:
        """Return the content type of a part as the package states it, "" where it does not."""
        if self._types is None:
            self._types = self._content_types()
        types = self._types
        return types.get("/" + _key(name)) or types.get(posixpath.splitext(_key(name))[1].lstrip("."), "")

    def _content_types(self) -> dict[str, str]:
        try:
            root = self.xml("[Content_Types].xml")
        except PartError:
            return {}
        named = {e.get("PartName", "").lower(): e.get("ContentType", "") for e in root.iter("{*}Override")}
        return {e.get("Extension", "").lower(): e.get("ContentType", "") for e in root.iter("{*}Default")} | named

    @property
    def strict(self) -> bool:
        """Tell whether the main part is written in Strict OOXML."""
        try:
            return _STRICT in self.read(self.main_part())[:8192]
        except PartError:
            return False

    def plain_copy(self) -> io.BytesIO:
        """Return the package as a file in memory, Strict namespaces made the common ones, damaged parts left out."""
        copy = io.BytesIO()
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as out:
            for name in self.names:
                try:
                    data = self.read(name)
                except PartError:
                    continue
                markup = name.lower().endswith((".xml", ".rels"))
                if markup and any(word in data for word in _DOCTYPES):
                    continue  # what follows must not meet entities either
                out.writestr(name, plain(data) if markup else data)
        copy.seek(0)
        return copy

    def close(self) -> None:
        """Let go of the file."""
        self._archive.close()


def relations_part(name: str) -> str:
    """Return the name of the part that holds a part's relationships."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", base + ".rels")


def open_package(path: Path, limits: Limits) -> Package:
    """Open an Office package after checks of what it is and how large it becomes.

    Raises:
        DocumentError: EMPTY, ENCRYPTED, OLD_FORMAT, TOO_LARGE or UNREADABLE.
    """
    try:
        with path.open("rb") as file:
            head = file.read(8)
    except OSError as fault:
        raise _refused(Code.UNREADABLE, reason=type(fault).__name__) from fault
    if not head:
        raise _refused(Code.EMPTY)
    if head == OLE_SIGNATURE:
        raise _refused(Code.ENCRYPTED if _holds_encrypted(path) else Code.OLD_FORMAT)
    try:
        archive = zipfile.ZipFile(path)
    except _FAULTS as fault:
        raise _refused(Code.UNREADABLE, reason=type(fault).__name__) from fault
    try:
        _check(archive, limits)
    except DocumentError:
        archive.close()
        raise
    return Package(archive)


def parse_xml(data: bytes, name: str = "") -> etree._Element:
    """Parse XML without entities, document type or network, Strict namespaces made the common ones.

    Raises:
        PartError: it is not well formed, or wants more than plain XML.
    """
    if any(word in data for word in _DOCTYPES):
        raise PartError(f"{name}: document type")
    declared = _ENCODING.match(data)
    if declared and declared.group(1).decode("ascii").lower() not in _ENCODINGS:
        raise PartError(f"{name}: encoding {declared.group(1).decode('ascii')}")
    # The tree may be deep (hundreds of nested groups); size is capped by the package, entities are off.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(plain(data), parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise PartError(f"{name}: {type(fault).__name__}") from fault


def plain(data: bytes) -> bytes:
    """Return XML with the namespaces and relationship types of Strict OOXML made the common ones of 2006."""
    if _STRICT not in data:
        return data
    return _STRICT_FAMILY.sub(_plain_name, data)


def _plain_name(found: re.Match[bytes]) -> bytes:
    family, name = found.groups()
    return MAIN.encode() + family + b"/2006/" + _RENAMED.get(name, name)


def _relation(folder: str, element: etree._Element) -> Relation:
    kind = element.get("Type", "").rsplit("/", 1)[-1]
    external = element.get("TargetMode", "").lower() == "external"
    target = element.get("Target", "")
    name = "" if external else posixpath.normpath(posixpath.join("/" + folder, unquote(target))).lstrip("/")
    return Relation(element.get("Id", ""), _RENAMED.get(kind.encode(), kind.encode()).decode(), name, external)


def _check(archive: zipfile.ZipFile, limits: Limits) -> None:
    infos = archive.infolist()
    if any(info.flag_bits & 0x1 for info in infos):
        raise _refused(Code.ENCRYPTED)
    if len(infos) > limits.parts:
        raise _refused(Code.TOO_LARGE, size=len(infos), limit=limits.parts, unit="parts")
    size = sum(info.file_size for info in infos)
    if size > limits.unpacked_bytes:
        raise _refused(Code.TOO_LARGE, size=size, limit=limits.unpacked_bytes, unit="bytes")
    if not infos:
        raise _refused(Code.EMPTY)


def _holds_encrypted(path: Path) -> bool:
    tail = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if any(name in tail + chunk for name in _ENCRYPTED_NAMES):
                return True
            tail = chunk[-64:]
    return False


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _refused(code: Code, **values: object) -> DocumentError:
    return DocumentError(problem(code, Level.ERROR, 0, "", **values))
