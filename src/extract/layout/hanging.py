"""Deeper bullets where a format, as PDF, gives each line by itself: which bullet above them they hang under."""

from collections.abc import Sequence

from veikart.core.blocks import Block, BlockKind

FARTHEST = 0.06
"""Largest share of the page's height between two bullets of one list."""
COLUMN = 0.1
"""Most of the page's width that the bullets of one list stand apart."""


def hanging(blocks: Sequence[Block]) -> dict[str, Block]:
    """Return the bullet of the first level that each deeper one belongs to, by the deeper one's id.

    Bullets inside a shape are one text already, and left out.
    """
    bullets = [b for b in blocks if b.kind is BlockKind.BULLET and not b.container and b.box is not None]
    found: dict[str, Block] = {}
    if all(b.level == 0 for b in bullets):
        return found
    bullets.sort(key=lambda b: (b.box.y0, b.box.x0) if b.box else (0.0, 0.0))
    for number, block in enumerate(bullets):
        above = next((b for b in reversed(bullets[:number]) if _is_above(b, block)), None) if block.level else None
        if above is not None and (above.level == 0 or above.id in found):
            found[block.id] = found.get(above.id, above)
    return found


def _is_above(above: Block, block: Block) -> bool:
    """Tell whether a bullet stands right above another, in one column."""
    assert above.box is not None
    assert block.box is not None
    near = -0.01 <= block.box.y0 - above.box.y1 <= FARTHEST
    return near and abs(block.box.x0 - above.box.x0) <= COLUMN and above.box.overlap_x(block.box) > 0
