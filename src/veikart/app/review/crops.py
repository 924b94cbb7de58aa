"""The place of a record on the picture of its page: cut out with its surroundings, the box drawn."""

import io
from collections.abc import Sequence
from functools import reduce

from PIL import Image, ImageDraw

from veikart.core.geometry import Box

FRAME = "#C2185B"
_MARGIN = (0.08, 0.10)  # around the box, as fractions of the page
_SMALLEST = (0.42, 0.34)  # of what is cut out, so that headings and axes nearby are seen
_WHOLE_WIDTH = 1400  # pixels


def crop(page_png: bytes, box: Box, more: Sequence[Box] = ()) -> bytes:
    """Return the part of the page around the box, and around what else is to be seen, each with a frame."""
    with Image.open(io.BytesIO(page_png)) as page:
        picture = page.convert("RGB")
    for other in more:
        _frame(picture, other)
    _frame(picture, box)
    box = reduce(Box.union, more, box)
    x0, x1 = _reach(box.x0, box.x1, _MARGIN[0], _SMALLEST[0])
    y0, y1 = _reach(box.y0, box.y1, _MARGIN[1], _SMALLEST[1])
    width, height = picture.size
    return _png(picture.crop((int(x0 * width), int(y0 * height), int(x1 * width), int(y1 * height))))


def framed(page_png: bytes, box: Box) -> bytes:
    """Return the whole page with the box drawn."""
    with Image.open(io.BytesIO(page_png)) as page:
        picture = page.convert("RGB")
    _frame(picture, box)
    picture.thumbnail((_WHOLE_WIDTH, _WHOLE_WIDTH * 2))
    return _png(picture)


def _frame(picture: Image.Image, box: Box) -> None:
    width, height = picture.size
    pen = ImageDraw.Draw(picture)
    gap = max(2, width // 500)
    place = (
        max(0, box.x0 * width - gap),
        max(0, box.y0 * height - gap),
        min(width - 1, box.x1 * width + gap),
        min(height - 1, box.y1 * height + gap),
    )
    if place[2] > place[0] and place[3] > place[1]:
        pen.rectangle(place, outline=FRAME, width=gap)  # drawn inwards: the text stays free


def _reach(start: float, end: float, margin: float, smallest: float) -> tuple[float, float]:
    """Widen a stretch by the margin, to the smallest length at least, and keep it on the page."""
    start, end = start - margin, end + margin
    short = smallest - (end - start)
    if short > 0:
        start, end = start - short / 2, end + short / 2
    if start < 0:
        start, end = 0.0, min(1.0, end - start)
    if end > 1:
        start, end = max(0.0, start - (end - 1)), 1.0
    return start, max(end, start + 0.01)


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
