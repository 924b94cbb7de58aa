"""The place of a record on the picture of its page: cut out with its surroundings, the box drawn."""

import io
from collections.abc import Sequence
from functools import reduce

from PIL import Image, ImageDraw

from veikart.core.geometry import Box

FRAME = "#C2185B"
_MARGIN = 0.03  # around the box, as a fraction of the page's width
_NEAR = {True: 0.6, False: 0.9}  # width of what is cut out of a wide page and of a tall one, as fractions of the page's
_SHAPE = 5 / 8  # height of what is cut out to its width
_WHOLE_WIDTH = 1400  # pixels


def crop(page_png: bytes, box: Box, more: Sequence[Box] = ()) -> bytes:
    """Return the part of the page around the box, and around what else is to be seen, each with a frame."""
    with Image.open(io.BytesIO(page_png)) as page:
        picture = page.convert("RGB")
    for other in more:
        _frame(picture, other)
    _frame(picture, box)
    x0, y0, x1, y1 = _window(picture.size, reduce(Box.union, more, box))
    return _png(picture.crop((x0, y0, x1, y1)))


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


def _window(size: tuple[int, int], box: Box) -> tuple[int, int, int, int]:
    """Return what to cut out, in pixels.

    The window has one of two widths, so that texts beside each other are of one size: near, or the whole width where
    the box does not fit.
    """
    width, height = size
    margin = _MARGIN * width
    least = (box.x1 - box.x0) * width + 2 * margin, (box.y1 - box.y0) * height + 2 * margin
    near = _NEAR[width > height] * width
    wide = near if least[0] <= near and least[1] <= near * _SHAPE else width
    tall = min(max(wide * _SHAPE, least[1]), height)
    x0, x1 = _centred((box.x0 + box.x1) / 2 * width, wide, width)
    y0, y1 = _centred((box.y0 + box.y1) / 2 * height, tall, height)
    return x0, y0, x1, y1


def _centred(middle: float, length: float, limit: int) -> tuple[int, int]:
    """Return a stretch around a middle, moved so far that it stays on the page."""
    start = int(min(max(middle - length / 2, 0), limit - length))
    return start, start + max(int(length), 1)


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
