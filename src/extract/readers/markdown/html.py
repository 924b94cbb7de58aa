"""The lists, headings and paragraphs of HTML that stands in a Markdown file."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

from extract.readers.markdown.signs import without_template_tags
from veikart.core.blocks import BlockKind

_HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}
_LISTS = frozenset({"ul", "ol"})
_BOLD_TITLES = frozenset({"summary", "dt", "caption"})
_TITLE_ATTRIBUTES = ("details-title", "title", "heading")
_SKIPPED = frozenset({"script", "style", "svg", "button", "form", "nav"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text with what it is; `line` counts from 0 at the block's first line."""

    kind: BlockKind
    text: str
    line: int
    level: int = 0
    bold: bool = False
    cell: tuple[int, int, int] | None = None  # in a table: the line that it begins in, row and column


def pieces_of(source: str) -> Iterator[Piece]:
    """Yield the pieces of a block of HTML in reading order; of a broken one, what its parser makes of it."""
    try:
        parts = html.fragments_fromstring(source.replace("{{", "").replace("}}", ""))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return
    for part in parts:
        if isinstance(part, str):
            yield from _piece(BlockKind.TEXT, part, 0)
        else:
            yield from _walk(part, -1)


def _walk(element: html.HtmlElement, depth: int) -> Iterator[Piece]:
    tag, line = str(element.tag).casefold(), max((element.sourceline or 1) - 1, 0)
    if not isinstance(element.tag, str) or tag in _SKIPPED:
        return
    if tag == "table":
        yield from _cells(element)
    elif tag in _HEADINGS:
        yield from _piece(BlockKind.TITLE, _text(element), line, _HEADINGS[tag])
    elif tag == "li":
        yield from _piece(BlockKind.BULLET, _text(element, _LISTS), line, max(depth, 0))
        for inner in element:
            if inner.tag in _LISTS:
                yield from _walk(inner, depth)
    elif tag == "p" or tag in _BOLD_TITLES or not len(element):
        yield from _piece(BlockKind.TEXT, _text(element), line, bold=tag in _BOLD_TITLES)
    else:
        yield from _piece(BlockKind.TEXT, next(filter(None, map(element.get, _TITLE_ATTRIBUTES)), ""), line, bold=True)
        yield from _piece(BlockKind.TEXT, element.text or "", line)
        for inner in element:
            yield from _walk(inner, depth + (tag in _LISTS))
            yield from _piece(BlockKind.TEXT, inner.tail or "", line)


def _cells(table: html.HtmlElement) -> Iterator[Piece]:
    for row, line in enumerate(table.iter("tr")):
        for column, cell in enumerate(c for c in line if c.tag in {"td", "th"}):
            text = " ".join(without_template_tags(_text(cell)).split())
            if text:
                place = (table.sourceline or 1, row, column)
                yield Piece(BlockKind.CELL, text, max((cell.sourceline or 1) - 1, 0), cell=place)


def _piece(kind: BlockKind, text: str, line: int, level: int = 0, *, bold: bool = False) -> Iterator[Piece]:
    plain = " ".join(without_template_tags(text).split())
    if any(c.isalpha() for c in plain):
        yield Piece(kind, plain, line, level, bold)


def _text(element: html.HtmlElement, left_out: frozenset[str] = frozenset()) -> str:
    """Return the text of an element without that of the elements left out."""
    parts = [element.text or ""]
    for inner in element:
        if isinstance(inner.tag, str) and inner.tag not in left_out:
            parts.append(" " if inner.tag == "br" else _text(inner, left_out))
        parts.append(inner.tail or "")
    return "".join(parts)
