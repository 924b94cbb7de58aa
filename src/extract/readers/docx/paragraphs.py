"""From a paragraph's content to an item: kind, list, looks, and whether it is a line of a table of contents."""

import re
from collections import Counter
from dataclasses import dataclass

from lxml import etree

from extract.readers.docx.inline import Content, spans_of
from extract.readers.docx.names import W, child, value, whole
from extract.readers.docx.numbering import Numbering
from extract.readers.docx.styles import Look, ParagraphStyle, fill_of, outline_level
from extract.readers.docx.tables import GridCell
from extract.readers.text.marks import take_apart
from veikart.core.blocks import BlockKind, Span

_PAGE_AT_END = re.compile(r"\S\s*\t\s*(?:\d{1,4}|[ivxlc]{1,6})\s*$")
_TOC_FIELD = re.compile(r"\s*TOC\b", re.I)
_PAGE_REFERENCE = re.compile(r"\s*PAGEREF\s+_Toc", re.I)
_LEADERS = frozenset({"dot", "middleDot", "hyphen", "underscore", "heavy"})


@dataclass(slots=True)
class Item:
    """A paragraph on its way to a block. `heading` is a level from 1, 0 for none."""

    id: str
    kind: BlockKind
    text: str
    spans: tuple[Span, ...] = ()
    heading: int = 0
    title: bool = False
    toc: bool = False
    diagram: bool = False
    marker: str = ""
    level: int = 0
    fill: str = ""
    strike: bool = False
    container: str = ""
    table: str = ""
    cell: GridCell | None = None

    @property
    def bold(self) -> bool:
        """Tell whether all of the text is bold."""
        return bool(self.spans) and all(span.bold for span in self.spans if span.text.strip())

    @property
    def italic(self) -> bool:
        """Tell whether all of the text is slanted."""
        return bool(self.spans) and all(span.italic for span in self.spans if span.text.strip())

    @property
    def size(self) -> float:
        """Size of most of the characters in points."""
        return float(most([(span.size, len(span.text)) for span in self.spans]) or 0.0)

    @property
    def colour(self) -> str:
        """Colour of most of the characters."""
        return str(most([(span.colour, len(span.text)) for span in self.spans]) or "")


def make_item(
    identity: str, content: Content, properties: etree._Element | None, style: ParagraphStyle, numbering: Numbering
) -> Item:
    """Make the item of a paragraph with text; its list counts on."""
    number, depth = _list_of(properties, style)
    marker = numbering.marker(number, depth) if number else ""
    text = content.text.strip()
    item = Item(identity, BlockKind.TEXT, text, spans_of(content.runs), marker=marker, level=depth if number else 0)
    item.fill = fill_of(child(properties, "shd")) or _highlight(content.runs)
    item.strike = all(look.strike for part, look in content.runs if part.strip())
    item.toc = style.toc or _in_contents(content, properties)
    own = outline_level(properties)
    level = style.level if own is None else own
    if item.toc:
        return item
    if style.title:
        item.kind, item.title, item.heading = BlockKind.TITLE, True, 1
    elif level:
        item.kind, item.heading = BlockKind.TITLE, level
    elif marker:
        item.kind = BlockKind.BULLET
    else:
        _typed_bullet(item)
    return item


def most(weighted: list[tuple[float, int]] | list[tuple[str, int]]) -> float | str | None:
    """Return the value with most weight, the first of equals, None for none."""
    counts: Counter[float | str] = Counter()
    for key, weight in weighted:
        counts[key] += weight
    return max(counts, key=lambda key: counts[key], default=None)


def _list_of(properties: etree._Element | None, style: ParagraphStyle) -> tuple[str, int]:
    own = child(properties, "numPr")
    number = value(own, "numId") or style.number
    depth = whole(value(own, "ilvl"), style.number_level)
    return ("", 0) if number == "0" else (number, depth)


def _typed_bullet(item: Item) -> None:
    """Take a bullet that was typed as text out of it; typed numbers stay, they may be part of a name."""
    marked = take_apart(item.text)
    if marked.marker and not any(c.isalnum() for c in marked.marker) and marked.text:
        item.kind, item.marker, item.text = BlockKind.BULLET, marked.marker, marked.text


def _highlight(runs: list[tuple[str, Look]]) -> str:
    colours = {look.highlight for text, look in runs if text.strip()}
    return colours.pop() if len(colours) == 1 else ""


def _in_contents(content: Content, properties: etree._Element | None) -> bool:
    if any(_TOC_FIELD.match(text) or _PAGE_REFERENCE.match(text) for text in content.fields):
        return True
    if not _PAGE_AT_END.search(content.text):
        return False
    tabs = child(properties, "tabs")
    return tabs is not None and any(tab.get(W + "leader") in _LEADERS for tab in tabs.iterfind(W + "tab"))
