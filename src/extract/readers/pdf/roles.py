"""What a block of text is by its looks alone: title, heading, footnote, page number, watermark, unseen."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from veikart.core.blocks import Block, BlockKind
from veikart.core.colour import is_light
from veikart.core.geometry import Box

LANDSCAPE = 1.1
"""Width over height from which a page is a slide rather than a sheet."""
TITLE_ZONE = 0.35
"""A slide's title starts in this upper part of it."""
TITLE_GROWTH = 1.12
"""A title's type is this much larger than the rest of the page."""
HEADING_GROWTH = 1.12
"""A heading's type is this much larger than that of running text."""
HEADING_LENGTH = 200
"""Characters of the longest heading."""
SAME_SIZE = 0.04
"""Headings whose sizes differ by less are of one level."""
FOOT_ZONE = 0.88
"""Page numbers and footnotes stand below this."""
MARK_SIZE = 28.0
"""Points: oblique text from this size on is a watermark."""
PAGE_NUMBER = re.compile(r"\W*(?:[^\W\d]+\W*)?(\d{1,4})(?:\W+(?:[^\W\d]+\W+)?\d{1,4})?\W*$")
FOOTNOTE_MARK = re.compile(r"(?:\d{1,2}|\*{1,3}|†|‡)$")


@dataclass(slots=True)
class Outline:
    """The headings that the next page stands under, and the sizes of running text seen so far."""

    sizes: Counter[float] = field(default_factory=Counter)
    open: list[tuple[float, str]] = field(default_factory=list)

    @property
    def body(self) -> float:
        """Size of most of the running text so far."""
        return self.sizes.most_common(1)[0][0] if self.sizes else 0.0


def assign_roles(blocks: list[Block], aspect: float, number: int, outline: Outline) -> list[Block]:
    """Return the blocks with kinds that their looks give; the outline goes on to the next page."""
    marked = [_furniture(block, number) for block in blocks]
    if aspect >= LANDSCAPE:
        return _with_title(marked)
    return _with_headings(marked, outline)


def _furniture(block: Block, number: int) -> Block:
    """Mark watermarks, page numbers and footnotes."""
    if block.kind not in {BlockKind.TEXT, BlockKind.BULLET} or block.box is None:
        return block
    oblique = 15 <= block.rotation % 90 <= 75
    if oblique and block.size >= MARK_SIZE and (block.hidden or is_light(block.colour) or block.size >= 2 * MARK_SIZE):
        return replace(block, kind=BlockKind.WATERMARK)
    if block.box.y0 >= FOOT_ZONE and not block.container:
        match = PAGE_NUMBER.match(block.text)
        if match and (int(match[1]) == number or len(block.text) <= 3):
            return replace(block, kind=BlockKind.FOOTER)
    return _footnote(block)


def _footnote(block: Block) -> Block:
    """Mark text low on the page that starts with a small raised number."""
    first = block.spans[0] if block.spans else None
    if first is None or block.box is None or block.box.y0 < 0.6 or block.kind is not BlockKind.TEXT:
        return block
    if FOOTNOTE_MARK.match(first.text.strip()) and first.size < 0.85 * block.size:
        rest = block.text[len(first.text) :].lstrip()
        return replace(block, kind=BlockKind.FOOTNOTE, marker=first.text.strip(), text=rest, spans=block.spans[1:])
    return block


def _is_text(block: Block) -> bool:
    return bool(block.text) and not block.hidden and block.kind in {BlockKind.TEXT, BlockKind.BULLET}


def _with_title(blocks: list[Block]) -> list[Block]:
    """Mark the largest text at the top of a slide as its title."""
    texts = [b for b in blocks if b.text and not b.hidden and b.kind is not BlockKind.WATERMARK and b.box]
    able = [b for b in texts if _is_text(b) and b.rotation == 0 and b.box and _in_title_zone(b.box)]
    able = [b for b in able if any(c.isalpha() for c in b.text) and len(b.text) <= HEADING_LENGTH]
    if not able:
        return blocks
    title = max(able, key=lambda b: (round(b.size), -(b.box.y0 if b.box else 0.0)))
    others = [b for b in texts if b is not title]
    rest = max((b.size for b in others if any(c.isalpha() for c in b.text)), default=0.0)
    usual = _usual_size(others)
    if title.size < TITLE_GROWTH * usual or title.size < 0.98 * rest:
        return blocks
    return [replace(b, kind=BlockKind.TITLE, level=1) if b is title else b for b in blocks]


def _in_title_zone(box: Box) -> bool:
    return box.y0 < TITLE_ZONE


def _usual_size(blocks: list[Block]) -> float:
    sizes: Counter[float] = Counter()
    for block in blocks:
        sizes[round(block.size, 1)] += len(block.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _with_headings(blocks: list[Block], outline: Outline) -> list[Block]:
    """Mark headings by size, with their level, and give every block the headings it stands under."""
    for block in blocks:
        if block.text and not block.hidden and block.kind not in {BlockKind.WATERMARK, BlockKind.FOOTER}:
            outline.sizes[round(block.size, 1)] += len(block.text)
    body = outline.body
    out: list[Block] = []
    for block in blocks:
        if _is_heading(block, body):
            while outline.open and outline.open[-1][0] <= block.size * (1 + SAME_SIZE):
                outline.open.pop()
            path = tuple(text for _, text in outline.open)
            outline.open.append((block.size, " ".join(block.text.split())))
            out.append(replace(block, kind=BlockKind.TITLE, level=len(outline.open), heading_path=path))
        else:
            out.append(replace(block, heading_path=tuple(text for _, text in outline.open)))
    return out


def _is_heading(block: Block, body: float) -> bool:
    """Tell whether the block is set larger than running text, as headings are."""
    if not _is_text(block) or block.rotation or len(block.text) > HEADING_LENGTH or not body:
        return False
    if block.kind is BlockKind.BULLET and not block.marker[0].isdigit():
        return False
    if block.size < body * HEADING_GROWTH or block.text.rstrip().endswith((".", ";", ",")):
        return False
    return any(c.isalpha() for c in block.text) and (block.bold or block.size >= 1.2 * body)
