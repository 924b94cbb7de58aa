"""Reading order: bands from the top, each from the left."""

from collections.abc import Sequence

from veikart.core.geometry import Box

BAND = 0.02  # tops closer than this share of the page's height are one band


def reading_order(boxes: Sequence[Box]) -> list[int]:
    """Return the positions of the boxes in the order they are read; equal places keep their order."""
    by_top = sorted(range(len(boxes)), key=lambda i: (boxes[i].y0, boxes[i].x0))
    ordered: list[int] = []
    band: list[int] = []
    for index in by_top:
        if band and boxes[index].y0 - boxes[band[0]].y0 > BAND:
            ordered += sorted(band, key=lambda i: boxes[i].x0)
            band = []
        band.append(index)
    return ordered + sorted(band, key=lambda i: boxes[i].x0)
