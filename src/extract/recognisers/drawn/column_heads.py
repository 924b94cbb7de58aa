"""Bare headings in a row over columns of boxes: what they say is the group of the boxes below."""

from collections.abc import Sequence

from extract.layout.cards import is_name
from extract.layout.thing import Thing
from extract.recognisers.drawn.scene import Scene
from veikart.core.geometry import Box, same_row
from veikart.core.text import mend

_LEAST = 2  # headings in a row
_LONGEST = 45  # characters
_SLACK = 0.01


def column_head(box: Box, boxes: Sequence[Box], scene: Scene) -> Thing | None:
    """Return the bold bare text in a row of such over the columns of boxes that stands over this one.

    The row stands above all of the boxes, and each heading over some of them.
    """
    top = min(b.y0 for b in boxes)
    bare = [t for t in scene.texts if not t.boxed and t.blocks[0].bold and t.ink.y1 <= top + _SLACK]
    heads = [t for t in bare if len(mend(t.text)) <= _LONGEST and is_name(t.text, scene.deck.vocabulary)]
    lowest = max(heads, key=lambda t: t.ink.y1, default=None)
    row = [t for t in heads if lowest is not None and same_row(t.ink, lowest.ink)]
    if len(row) < _LEAST or any(all(t.ink.overlap_x(b) <= 0 for b in boxes) for t in row):
        return None
    over = [t for t in row if t.ink.overlap_x(box) > 0]
    return over[0] if len(over) == 1 else None
