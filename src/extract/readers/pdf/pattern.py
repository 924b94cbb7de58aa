"""The colour of areas filled with a gradient or pattern, which PDFium tells as white: taken from the page as painted.

Painting a page costs as much as reading it, so this is done only where the file has patterns at all.
"""

from collections import Counter
from ctypes import POINTER, c_ubyte, cast
from typing import Any

import pypdfium2.raw as pdfium

from extract.readers.pdf.model import Shape, View
from veikart.core.blocks import UNKNOWN_COLOUR
from veikart.core.colour import distance

PIXELS = 320
"""Width at which a page is painted for its colours."""
STEPS = 7
"""Samples across an area; and down."""
SMALLEST = 6.0
"""Points: lower or narrower areas are left white."""
MOST = 400
"""White areas of one page that are looked at."""
ONE_COLOUR = 26.0
"""Distance up to which the samples of a gradient are shades of one colour."""
WHITE = "#FFFFFF"


def colour_patterns(page: Any, view: View, shapes: list[Shape]) -> None:
    """Give areas that PDFium tells as white the colour they are painted in, "?" where it is more than one."""
    white = [i for i, s in enumerate(shapes) if s.fill in {WHITE, UNKNOWN_COLOUR} and s.kind != "line" and _large(s)]
    if not white or len(white) > MOST:
        return
    picture = _Picture(page, view)
    for index in white:
        colour = picture.colour(shapes[index], shapes[index + 1 :])
        if colour:
            shapes[index].fill = colour


def _large(shape: Shape) -> bool:
    return min(shape.width, shape.height) >= SMALLEST


ROUGH = pdfium.FPDF_RENDER_NO_SMOOTHTEXT | pdfium.FPDF_RENDER_NO_SMOOTHIMAGE | pdfium.FPDF_RENDER_NO_SMOOTHPATH


class _Picture:
    """A page painted small."""

    def __init__(self, page: Any, view: View) -> None:
        self.scale = PIXELS / max(view.width, view.height, 1.0)
        self.width = max(1, round(view.width * self.scale))
        self.height = max(1, round(view.height * self.scale))
        bitmap = pdfium.FPDFBitmap_Create(self.width, self.height, 0)
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, self.width, self.height, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, self.width, self.height, 0, ROUGH)
            self.stride = int(pdfium.FPDFBitmap_GetStride(bitmap))
            start = cast(pdfium.FPDFBitmap_GetBuffer(bitmap), POINTER(c_ubyte))
            self.data = bytes(start[: self.stride * self.height])
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)

    def colour(self, shape: Shape, above: list[Shape]) -> str:
        """Return the colour of the area where nothing else is painted on it, "" for white."""
        over = [s for s in above if (s.fill or s.kind == "picture") and s.x0 < shape.x1 and shape.x0 < s.x1]
        seen: Counter[str] = Counter()
        for row in range(STEPS):
            for column in range(STEPS):
                x = shape.x0 + (column + 0.5) / STEPS * shape.width
                y = shape.y0 + (row + 0.5) / STEPS * shape.height
                if not any(s.holds(x, y) for s in over):
                    seen[self._at(x, y)] += 1
        if not seen or seen[WHITE] > 0.4 * seen.total():
            return ""
        main = [c for c, n in seen.items() if n > 1 or len(seen) > STEPS]
        if not main:
            return UNKNOWN_COLOUR
        middle = sorted(main)[len(main) // 2]
        far = sum(seen[c] for c in main if distance(c, middle) > ONE_COLOUR)
        return UNKNOWN_COLOUR if far > 0.2 * seen.total() else middle

    def _at(self, x: float, y: float) -> str:
        column = min(max(int(x * self.scale), 0), self.width - 1)
        row = min(max(int(y * self.scale), 0), self.height - 1)
        at = row * self.stride + column * 4
        blue, green, red = self.data[at : at + 3]
        return f"#{red:02X}{green:02X}{blue:02X}"
