"""What texts are by their looks where the deck itself does not say: title, page number, watermark.

The measures are those of the PDF reader, so that a deck reads alike as PPTX and as PDF.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from veikart.core.blocks import Block, BlockKind
from veikart.core.colour import is_light

TITLE_ZONE = 0.35
"""A title starts in this upper part of the slide."""
TITLE_GROWTH = 1.12
"""A title's type is this much larger than most of the other text."""
TITLE_LENGTH = 200
"""Characters of the longest title."""
FOOT_ZONE = 0.88
"""Page numbers stand below this."""
MARK_SIZE = 28.0
"""Points: oblique light text from this size on is a watermark."""
_PAGE_NUMBER = re.compile(r"\W*(?:[^\W\d]+\W*)?(\d{1,4})(?:\W+(?:[^\W\d]+\W+)?\d{1,4})?\W*$")


def with_roles(blocks: Sequence[Block], number: int) -> list[Block]:
    """Return the slide's blocks with the kinds that their looks give; what placeholders say stands."""
    marked = [_marked(block, number) for block in blocks]
    if any(block.kind is BlockKind.TITLE and not block.hidden for block in marked):
        return marked
    title = _title(marked)
    return [replace(b, kind=BlockKind.TITLE, level=1) if b is title else b for b in marked]


def _marked(block: Block, number: int) -> Block:
    if block.kind is not BlockKind.TEXT:
        return block
    oblique = 15 <= block.rotation % 90 <= 75
    if oblique and block.size >= MARK_SIZE and (is_light(block.colour) or block.size >= 2 * MARK_SIZE):
        return replace(block, kind=BlockKind.WATERMARK)
    if block.box is not None and block.box.y0 >= FOOT_ZONE and not block.fill:
        match = _PAGE_NUMBER.match(block.text)
        if match and (int(match[1]) == number or len(block.text) <= 3):
            return replace(block, kind=BlockKind.FOOTER)
    return block


def _title(blocks: Sequence[Block]) -> Block | None:
    """Return the largest text at the top, where it stands out from others."""
    seen = [b for b in blocks if b.text and not b.hidden and b.kind not in {BlockKind.NOTE, BlockKind.WATERMARK}]
    able = [b for b in seen if b.kind is BlockKind.TEXT and _is_heading_like(b)]
    if not able or len(seen) == 1:
        return None
    title = max(able, key=lambda b: (round(b.size), -(b.box.y0 if b.box else 0.0)))
    others = [b for b in seen if b is not title]
    rest = max((b.size for b in others if any(c.isalpha() for c in b.text)), default=0.0)
    stands_out = title.size >= TITLE_GROWTH * _usual_size(others) and title.size >= 0.98 * rest
    return title if stands_out else None


def _is_heading_like(block: Block) -> bool:
    """Tell whether the text is upright, high on the slide, of words, and no part of a chart or SmartArt."""
    if block.rotation or block.box is None or block.box.y0 >= TITLE_ZONE or len(block.text) > TITLE_LENGTH:
        return False
    drawn = any(part.startswith(("chart", "smartart")) for part in block.group.split("/"))
    return not drawn and any(c.isalpha() for c in block.text)


def _usual_size(blocks: Sequence[Block]) -> float:
    sizes: Counter[float] = Counter()
    for block in blocks:
        sizes[round(block.size, 1)] += len(block.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
