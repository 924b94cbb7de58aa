"""A page as a plain picture, or the lines around a place where there is no layout: for showing a source to people."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.drawing import paint
from extract.readers.base import OpenDocument
from extract.readers.sniff import reader_for, sniff
from extract.service import limits_of
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.config import Config
from veikart.core.text import fold

MAX_LINE = 400  # characters shown of one line
_UNSEEN = frozenset({BlockKind.NOTE, BlockKind.WATERMARK})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document without layout; `number` is 0 where it has none, `hit` marks the record's own lines."""

    number: int
    text: str
    hit: bool


def page_picture(path: Path, page: int, config: Config, width: int) -> bytes:
    """Return a page as PNG, b"" where the document has no layout or no such page.

    Raises:
        DocumentError: the file cannot be read.
    """
    if sniff(path) == "pdf":
        from extract.readers.pdf.render import render

        try:
            return render(path, page, width)
        except ValueError:
            return b""
    found = _page(path, page, config)
    return paint(found, width) if found is not None and found.laid_out else b""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands in a document without layout."""

    page: int
    anchor: str
    lines: tuple[int, int]  # 0 where the format has none
    snippet: str


def lines_around(path: Path, place: Place, config: Config, around: int = 4) -> tuple[Line, ...]:
    """Return the lines about a place, told by its line numbers or anchor, or else by the text that stands there.

    Raises:
        DocumentError: the file cannot be read.
    """
    found = _page(path, place.page, config)
    if found is None:
        return ()
    texts = [b for b in found.blocks if b.text.strip() and b.kind not in _UNSEEN and not b.hidden]
    hits = _hits(texts, place)
    if not hits:
        return ()
    first, last = max(0, hits[0] - around), hits[-1] + around + 1
    marked = set(hits)
    return tuple(Line(block.line_start, _shown(block), n in marked) for n, block in enumerate(texts[first:last], first))


def _hits(texts: Sequence[Block], place: Place) -> list[int]:
    first, last = place.lines
    if first:
        return [n for n, b in enumerate(texts) if b.line_start <= last and max(b.line_end, b.line_start) >= first]
    if hits := [n for n, block in enumerate(texts) if block.id == place.anchor]:
        return hits
    snippet = fold(place.snippet)
    keys = [fold(block.text) for block in texts]
    same = [n for n, key in enumerate(keys) if key == snippet]
    return (same or [n for n, key in enumerate(keys) if snippet and snippet in key])[:1]


def _shown(block: Block) -> str:
    text = " ".join(f"{block.marker} {block.text}".split())
    return text if len(text) <= MAX_LINE else text[: MAX_LINE - 1] + "…"


def _page(path: Path, number: int, config: Config) -> Page | None:
    opened: OpenDocument = reader_for(sniff(path)).open(path, limits_of(config))
    try:
        return next((p for p in opened.pages() if p.number == number), None)
    finally:
        opened.close()
