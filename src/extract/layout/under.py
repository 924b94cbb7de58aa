"""What stands right under a label on a drawn page, whatever the order in which the page's texts are read."""

from collections.abc import Sequence

from veikart.core.blocks import Block
from veikart.core.geometry import same_column

GAP = 0.08
"""Largest gap between a label and the text under it, in page heights."""
FLUSH, CENTRED = 0.012, 0.02
"""By which their left edges, or their middles, may differ, in page widths."""


def text_under(label: Block, others: Sequence[Block]) -> Block | None:
    """Return the nearest of the others that stands under a label, flush with it or centred; None where none does."""
    own = label.box
    if own is None:
        return None
    under = [
        (other.box.y0, other)
        for other in others
        if other is not label
        and other.page == label.page
        and other.box is not None
        and -0.25 * own.height <= other.box.y0 - own.y1 <= GAP
        and same_column(own, other.box, FLUSH, CENTRED)
    ]
    return min(under, key=lambda pair: pair[0])[1] if under else None
