"""Walks the body and other parts of a Word document and notes its paragraphs in order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from extract.readers.docx.inline import Content, Fields, clean_symbols, read_inline
from extract.readers.docx.names import A, W, child, flag, value
from extract.readers.docx.numbering import Numbering
from extract.readers.docx.paragraphs import Item, make_item
from extract.readers.docx.styles import Look, Styles
from extract.readers.docx.tables import Grid, GridCell, first_row, read_grid
from veikart.core.blocks import BlockKind

NESTING = 24
"""Tables within tables that are told apart; what lies deeper is read as paragraphs of the cell at that depth."""

_DROPPED = frozenset(W + name for name in ("del", "moveFrom", "sectPr", "sdtPr", "sdtEndPr", "tcPr", "tblPr"))
_TOC_GALLERY = "Table of Contents"


@dataclass(frozen=True, slots=True)
class Place:
    """Where paragraphs stand: the prefix of their ids, and the cell or box around them."""

    prefix: str
    kind: BlockKind | None = None  # of every block here, whatever its style
    container: str = ""
    fill: str = ""
    table: str = ""
    cell: GridCell | None = None
    row_offset: int = 0
    depth: int = 0


@dataclass(slots=True)
class _Last:
    """The table that was read last on this level, as long as no text follows it."""

    table: str
    grid: Grid
    rows: int


@dataclass(slots=True)
class Flow:
    """Collects the items of a document."""

    styles: Styles
    numbering: Numbering
    limit: int
    diagram: Callable[[str], list[tuple[str, int]]] = lambda _: []  # texts and levels of a SmartArt
    items: list[Item] = field(default_factory=list)
    cut: bool = False
    foreign: int = 0  # embedded documents in other formats, which are not read
    fields: Fields = field(default_factory=Fields)
    _carried: list[tuple[str, Look]] = field(default_factory=list)

    def walk(self, parent: etree._Element, place: Place) -> None:
        """Read the paragraphs and tables of an element in order."""
        paragraphs = tables = 0
        last: _Last | None = None
        deep = place.depth >= NESTING
        source = ((p, False) for p in parent.iter(W + "p")) if deep else self._flow(parent)
        for element, toc in source:
            if self.cut:
                return
            if element.tag == W + "p":
                paragraphs += 1
                # The body's paragraphs are "b12", those of a cell "t1/r0c0/12".
                identity = f"{place.prefix}/{paragraphs}" if place.prefix else f"b{paragraphs}"
                if self._paragraph(element, place, identity, toc):
                    last = None
            else:
                grid = read_grid(element, self.styles.table_fills(value(element, "tblPr/tblStyle")))
                if last is None or not _goes_on(last.grid, grid):
                    tables += 1
                    name = f"{place.prefix}/t{tables}" if place.prefix else f"t{tables}"
                    last = _Last(name, grid, 0)
                self._table(grid, place, last)
                last.rows += grid.rows

    def _flow(self, parent: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
        """Yield paragraphs and tables with whether they stand in a table of contents."""
        stack: list[tuple[Iterator[etree._Element], bool]] = [(iter(parent), False)]
        while stack:
            children, toc = stack[-1]
            element = next(children, None)
            if element is None:
                stack.pop()
            elif element.tag in {W + "p", W + "tbl"}:
                yield element, toc
            elif element.tag == W + "altChunk":
                self.foreign += 1
            elif element.tag == W + "sdt":
                properties = child(element, "sdtPr")
                gallery = value(properties, "docPartObj/docPartGallery")
                if not flag(properties, "showingPlcHdr"):
                    stack.append((iter(element.findall(W + "sdtContent")), toc or gallery == _TOC_GALLERY))
            elif isinstance(element.tag, str) and element.tag not in _DROPPED:
                stack.append((iter(element), toc))

    def _paragraph(self, element: etree._Element, place: Place, identity: str, toc: bool) -> bool:
        """Note a paragraph and what hangs on it; tell whether there was anything to read."""
        properties = child(element, "pPr")
        style = self.styles.paragraph(value(properties, "pStyle"))
        content = read_inline(element, style.look, self.styles, self.fields)
        if self._carried:
            content.runs = self._carried + content.runs
            self._carried = []
        if child(properties, "rPr/del") is not None and place.cell is None:
            # The paragraph's mark is deleted: in the final text it is one with the next.
            self._carried = content.runs
            content.runs = []
        noted = False
        if content.text.strip():
            content.runs = [(clean_symbols(text), look) for text, look in content.runs]
            item = make_item(identity, content, properties, style, self.numbering)
            if toc:
                item.toc = True
            self._note(item, place)
            noted = True
        return self._attached(content, place, identity) or noted

    def _attached(self, content: Content, place: Place, identity: str) -> bool:
        for number, text in enumerate(content.pictures, 1):
            self._note(Item(f"{identity}/p{number}", BlockKind.PICTURE, text), place, BlockKind.PICTURE)
        for number, text in enumerate(content.watermarks, 1):
            self._note(Item(f"{identity}/w{number}", BlockKind.WATERMARK, text), place, BlockKind.WATERMARK)
        drawn = [line for relation in content.diagrams for line in self.diagram(relation)]
        for number, (text, level) in enumerate(drawn, 1):
            self._note(Item(f"{identity}/d{number}", BlockKind.TEXT, text, level=level, diagram=True), place)
        for number, box in enumerate(content.boxes, 1):
            name = f"{identity}/x{number}"
            if place.depth < NESTING:
                inside = Place(name, place.kind, name, _box_fill(box), depth=place.depth + 1)
                self.walk(box, inside)
        return bool(content.boxes or drawn)

    def _table(self, grid: Grid, place: Place, last: _Last) -> None:
        if len(grid.cells) == 1 and not place.table:
            # A frame drawn as a table of one cell: its text is text of the page.
            cell = grid.cells[0]
            name = f"{last.table}/r0c0"
            self.walk(cell.element, Place(name, place.kind, name, cell.fill, depth=place.depth + 1))
            return
        for cell in grid.cells:
            name = f"{last.table}/r{cell.row + last.rows}c{cell.column}"
            kind = place.kind or BlockKind.CELL
            inside = Place(name, kind, name, cell.fill, last.table, cell, last.rows, place.depth + 1)
            before = len(self.items)
            self.walk(cell.element, inside)
            if cell.painted and len(self.items) == before:
                # Painted and empty: in a plan drawn as a table the paint is what the cell says.
                self._note(Item(name, BlockKind.SHAPE, ""), inside, BlockKind.SHAPE)

    def _note(self, item: Item, place: Place, kind: BlockKind | None = None) -> None:
        if len(self.items) >= self.limit:
            self.cut = True
            return
        item.kind = kind or place.kind or item.kind
        item.container = place.container
        item.fill = item.fill or place.fill
        if place.cell is not None:
            item.table = place.table
            item.cell = replace(place.cell, row=place.cell.row + place.row_offset)
        self.items.append(item)


def _goes_on(before: Grid, grid: Grid) -> bool:
    """Tell whether a table is the next part of the one before it: as many columns, and no header of its own."""
    if before.columns != grid.columns or grid.columns < 2 or grid.headed or grid.widths != before.widths:
        return False
    first, own = first_row(before), first_row(grid)
    if own.text == first.text or (own.bold and first.bold):
        return False
    return not own.fills or own.fills != first.fills


def _box_fill(box: etree._Element) -> str:
    shape = box.getparent()
    while shape is not None and not str(shape.tag).endswith("}wsp"):
        shape = shape.getparent()
    if shape is None:
        return ""
    for properties in shape:
        if str(properties.tag).endswith("}spPr"):
            colour = properties.find(f"{A}solidFill/{A}srgbClr")
            return "#" + colour.get("val", "").upper() if colour is not None else ""
    return ""
