"""The front of a document: the blocks that tell what it is, and the words that help to tell."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.text import mend

READABLE = frozenset({BlockKind.TEXT, BlockKind.TITLE, BlockKind.BULLET, BlockKind.CELL})
EDGES = frozenset({BlockKind.HEADER, BlockKind.FOOTER})
COVER_BLOCKS = 30
"""Blocks that a cover has at most: a fuller first page is a plan, with its title above and its date below."""

COVER_LINES = 14
"""A first page of a text dump with more lines than this is no cover: only its first lines tell of the document."""

FIRST_LINES = 4

_EDGE_SHARE = 0.08
_HEAD_SHARE = 0.2
_FOOT_SHARE = 0.1
_REPEATED = 3


@dataclass(frozen=True, slots=True)
class IssuerWords:
    """The data of issuers.toml, ready for use."""

    bodies: tuple[str, ...]
    junk: re.Pattern[str]
    updated: re.Pattern[str]  # wherever it stands
    dated: re.Pattern[str]  # these too, on the cover and at the edges of pages
    meetings: tuple[str, ...]
    edition: frozenset[str]


@cache
def issuer_words() -> IssuerWords:
    """Return the packaged words by which documents speak of themselves."""
    text = (files("veikart.core") / "data" / "issuers.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return IssuerWords(
        bodies=tuple(data["bodies"]["endings"]),
        junk=re.compile("|".join(f"(?:{p})" for p in data["titles"]["junk"]), re.IGNORECASE),
        updated=_any_of(data["updated"]["words"]),
        dated=_any_of(data["updated"]["words"] + data["dated"]["words"]),
        meetings=tuple(data["meeting"]["endings"]),
        edition=frozenset(data["edition_words"]["words"]),
    )


def _any_of(forms: list[str]) -> re.Pattern[str]:
    body = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


def shown(pages: Iterable[Page]) -> list[Page]:
    """Return the pages that are not hidden."""
    return [page for page in pages if not page.hidden]


def readable(page: Page) -> list[Block]:
    """Return the blocks of a page that carry its content, without headers, footers and notes."""
    return [b for b in page.blocks if b.kind in READABLE and not b.hidden and b.text.strip()]


def cover(pages: list[Page]) -> list[Block]:
    """Return the blocks of the cover: the first page, or what stands before the first chapter of a Word document."""
    if not pages:
        return []
    blocks = readable(pages[0])
    if pages[0].laid_out:
        return blocks if len(blocks) <= COVER_BLOCKS else _margins(blocks) or blocks
    if not any(block.size or block.kind is BlockKind.TITLE for block in blocks) and len(blocks) > COVER_LINES:
        return blocks[:FIRST_LINES]
    front: list[Block] = []
    for block in blocks[:COVER_BLOCKS]:
        chapter = block.kind is BlockKind.TITLE and block.group != "title" and block.level >= 1
        if front and (chapter or block.group == "toc" or block.table):
            break
        front.append(block)
    return front


def _margins(blocks: list[Block]) -> list[Block]:
    """Return what stands above and below the plan that fills a first page."""
    return [
        block
        for block in blocks
        if block.kind not in {BlockKind.CELL, BlockKind.BULLET}
        and block.box is not None
        and (block.box.y1 <= _HEAD_SHARE or block.box.y0 >= 1 - _FOOT_SHARE)
    ]


def edge_texts(pages: list[Page]) -> list[str]:
    """Return what stands in headers and footers, as marked or as printed at the edge of several pages, once each."""
    marked: dict[str, int] = {}
    printed: dict[str, int] = {}
    for page in pages:
        for block in page.blocks:
            if block.hidden or not block.text.strip():
                continue
            if block.kind in EDGES:
                marked[mend(block.text)] = marked.get(mend(block.text), 0) + 1
            elif at_edge(block):
                printed[mend(block.text)] = printed.get(mend(block.text), 0) + 1
    repeated = [text for text, count in printed.items() if count >= min(_REPEATED, max(2, len(pages)))]
    return list(dict.fromkeys([*marked, *repeated]))


def at_edge(block: Block) -> bool:
    """Tell whether the block lies in the top or bottom strip of its page."""
    return block.box is not None and (block.box.y1 <= _EDGE_SHARE or block.box.y0 >= 1 - _EDGE_SHARE)
