"""The reader for Word documents."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from extract.readers.base import Limits
from extract.readers.docx.flow import Flow, Place
from extract.readers.docx.headings import find_drawn_headings, to_blocks
from extract.readers.docx.library import parsed_parts
from extract.readers.docx.names import W, child
from extract.readers.docx.numbering import Numbering
from extract.readers.docx.paragraphs import Item
from extract.readers.docx.styles import Styles
from extract.readers.opc import Package, PartError, open_package, relations_part
from extract.readers.opc_meta import part_lost, read_meta
from extract.readers.tabbed import typed_tables
from veikart.core.blocks import BlockKind, Page
from veikart.core.problems import Code, DocumentError, Level, Problem, problem

_NOTES = (
    ("footnotes", "footnote", "n", BlockKind.FOOTNOTE),
    ("endnotes", "endnote", "e", BlockKind.FOOTNOTE),
    ("comments", "comment", "c", BlockKind.NOTE),
)
_EDGES = (("header", "h", BlockKind.HEADER), ("footer", "f", BlockKind.FOOTER))
_PLAIN_NOTE = frozenset({"", "normal"})


class DocxReader:
    """Opens Word documents."""

    kind = "docx"
    version = 1

    def open(self, path: Path, limits: Limits) -> "OpenDocx":
        """Open the package and parse its main part.

        Raises:
            DocumentError: EMPTY, ENCRYPTED, OLD_FORMAT, TOO_LARGE or UNREADABLE.
        """
        package = open_package(path, limits)
        try:
            return OpenDocx(package, limits)
        except DocumentError:
            package.close()
            raise


class OpenDocx:
    """An opened Word document."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self._package = package
        self._limits = limits
        self._main = package.main_part() or "word/document.xml"
        self._problems: list[Problem] = []
        self._parsed = parsed_parts(package)
        try:
            body = child(self._root(self._main), "body")
        except PartError as fault:
            raise _unreadable(str(fault)) from fault
        if body is None:
            raise _unreadable(f"{self._main}: body")
        self._body: etree._Element | None = body
        if not package.has(relations_part(self._main)) and package.has("word/styles.xml"):
            self._problems.append(part_lost(relations_part(self._main), "no relationships"))
        self.meta = read_meta(package)

    def pages(self) -> Iterator[Page]:
        """Yield the whole body as one page."""
        if self._body is None:
            return
        styles = Styles(self._part("styles"))
        flow = Flow(styles, Numbering(self._part("numbering")), self._limits.blocks_per_page, self._diagram)
        edges = [self._edges(flow, *edge) for edge in _EDGES]
        flow.items = []
        flow.walk(self._body, Place(""))
        body, flow.items = flow.items, []
        cut, flow.cut = flow.cut, False
        for kind, tag, prefix, block_kind in _NOTES:
            self._notes(flow, kind, tag, prefix, block_kind)
        find_drawn_headings(body)
        items = [*edges[0], *body, *edges[1], *flow.items]
        self._tell_losses(flow, items, cut or flow.cut)
        blocks = typed_tables(to_blocks(items, self._limits.text_length))
        yield Page(1, tuple(blocks), problems=tuple(self._problems))

    def close(self) -> None:
        """Let go of the file."""
        self._body = None
        self._parsed.clear()
        self._package.close()

    def _part(self, kind: str) -> etree._Element | None:
        name = self._package.related(self._main, kind)
        return self._load(name) if name else None

    def _diagram(self, relation: str) -> list[tuple[str, int]]:
        """Return the texts of a SmartArt with their levels; the library behind it is loaded for those who have one."""
        from extract.readers.pptx.smartart import outline

        try:
            found = self._package.relations(self._main).get(relation)
        except PartError:
            found = None
        root = self._load(found.target) if found and found.target else None
        return [(text, node.depth) for node in outline(root) for text in node.texts] if root is not None else []

    def _load(self, name: str) -> etree._Element | None:
        try:
            return self._root(name)
        except PartError as fault:
            self._problems.append(part_lost(name, str(fault), 1))
            return None

    def _root(self, name: str) -> etree._Element:
        return self._parsed[name] if name in self._parsed else self._package.xml(name)

    def _edges(self, flow: Flow, kind: str, prefix: str, block_kind: BlockKind) -> list[Item]:
        """Return the items of headers or footers, equal texts once."""
        try:
            relations = self._package.relations(self._main).values()
        except PartError as fault:
            self._problems.append(part_lost(self._main, str(fault), 1))
            return []
        flow.items = []
        for number, name in enumerate(dict.fromkeys(r.target for r in relations if r.kind == kind), 1):
            root = self._load(name)
            if root is not None:
                flow.walk(root, Place(f"{prefix}{number}", block_kind))
        return list({(item.kind, item.text): item for item in reversed(flow.items)}.values())[::-1]

    def _notes(self, flow: Flow, kind: str, tag: str, prefix: str, block_kind: BlockKind) -> None:
        root = self._part(kind)
        for note in root.iterfind(W + tag) if root is not None else ():
            if note.get(W + "type", "") in _PLAIN_NOTE:
                flow.walk(note, Place(f"{prefix}{note.get(W + 'id', '')}", block_kind))

    def _tell_losses(self, flow: Flow, items: list[Item], cut: bool) -> None:
        if cut:
            limit = self._limits.blocks_per_page
            self._problems.append(
                problem(Code.TOO_LARGE, Level.WARNING, 1, size=f"> {limit}", limit=limit, unit="paragraphs")
            )
        if flow.foreign:
            self._problems.append(part_lost("altChunk", f"{flow.foreign} embedded", 1))
        for item in items:
            if len(item.text) > self._limits.text_length:
                length, limit = len(item.text), self._limits.text_length
                self._problems.append(problem(Code.TEXT_CUT, Level.WARNING, 1, item.id, length=length, limit=limit))


def _unreadable(reason: str) -> DocumentError:
    return DocumentError(problem(Code.UNREADABLE, Level.ERROR, reason=reason))
