"""Cards of two boxes: a painted head, and the box right below it that holds what is told under it."""

from collections.abc import Sequence

from extract.layout.thing import Thing
from veikart.core.geometry import Box

_FLUSH = 0.008  # by which the sides of head and body may differ, as a share of the page
_GAP = 0.02  # between them, in page heights
_FLATTER = 0.6  # a head is no higher than this share of its body


def painted_boxes(texts: Sequence[Thing], areas: Sequence[Thing]) -> list[Box]:
    """Return the places of all that may be a body: boxes with text, those whose texts stand apart, empty areas."""
    return [*(t.frame for t in texts if t.boxed or t.split), *(t.place for t in areas)]


def body_below(head: Box, painted: Sequence[Box]) -> Box | None:
    """Return the box that a head stands on: as wide, higher, right below it or with the head on its upper edge."""
    below = [
        box
        for box in painted
        if abs(box.x0 - head.x0) <= _FLUSH
        and abs(box.x1 - head.x1) <= _FLUSH
        and min(abs(box.y0 - head.y1), abs(box.y0 - head.y0)) <= _GAP
        and head.height <= _FLATTER * box.height
    ]
    return min(below, key=lambda box: box.height, default=None)
