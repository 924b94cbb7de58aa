"""Slides that are mostly one picture: named as such, and their text recognised where tesseract is installed."""

import io
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.readers.base import Limits
from extract.readers.opc import Package, PartError
from extract.readers.pptx.names import EMU_PER_POINT
from extract.readers.pptx.scene import Picture, Scene
from veikart.core.blocks import Block, BlockKind
from veikart.core.geometry import Box
from veikart.core.problems import Code, Level, Problem, problem

LARGE_PICTURE = 0.4
"""Part of the slide that makes a picture the slide's content."""
FEW_WORDS = 12
"""A slide with no more words than this beside title and footers says little without its picture."""
_APART = frozenset({BlockKind.TITLE, BlockKind.FOOTER, BlockKind.NOTE, BlockKind.PICTURE})
_OPENERS = frozenset({"title", "secHead"})  # layouts of opening slides, where the picture is decoration
_WIDEST = 2400  # pixels; more does not help recognition
_SLIDE = Box(0, 0, 1, 1)


@dataclass(slots=True)
class Recogniser:
    """Recognises text in pictures, within one document's allowance of time."""

    package: Package
    limits: Limits
    spent: float = field(default=0.0)

    def look_at(self, scene: Scene, blocks: Sequence[Block]) -> tuple[list[Block], list[Problem]]:
        """Return the text recognised in the slide's large pictures, and a problem where there is one and no text."""
        large = [p for p in scene.pictures if p.frame.shared(_SLIDE) >= LARGE_PICTURE]
        words = sum(len(b.text.split()) for b in blocks if b.kind not in _APART and not b.hidden)
        layout = scene.sheet.parent.root.get("type", "") if scene.sheet.parent else ""
        if not large or words > FEW_WORDS or layout in _OPENERS:
            return [], []
        found = [block for picture in large for block in self._recognised(scene, picture)]
        if found:
            return found, []
        share = round(100 * max(p.frame.shared(_SLIDE) for p in large))
        level = Level.NOTE if words else Level.WARNING
        return [], [problem(Code.PICTURE_PAGE, level, scene.number, share=share)]

    def _recognised(self, scene: Scene, picture: Picture) -> list[Block]:
        left = self.limits.ocr_seconds - self.spent
        if not self.limits.ocr or left <= 0:
            return []
        from extract.readers.pdf import ocr  # PDFium is needed only for slides that are pictures

        if not ocr.available():
            return []
        start = time.monotonic()
        try:
            png, ratio = _png(self.package.read(picture.part), picture.crop)
            return _read(scene, picture, png, ratio, left)
        except (PartError, OSError, ValueError, SyntaxError, ArithmeticError):  # a picture that cannot be opened
            return []
        finally:
            self.spent += time.monotonic() - start


def _read(scene: Scene, picture: Picture, png: bytes, ratio: float, seconds: float) -> list[Block]:
    from extract.readers.pdf.blocks import text_block, text_of
    from extract.readers.pdf.model import View
    from extract.readers.pdf.ocr import recognise
    from extract.readers.pdf.page import paragraphs_of

    frame = picture.frame
    width, height = scene.width / EMU_PER_POINT, scene.height / EMU_PER_POINT
    words = recognise(png, View(0, 0, frame.width * width, frame.height * height, 0), seconds)
    # Recognition takes one scale for both directions, while a slide may stretch its pictures.
    stretch = frame.height * height / (frame.width * width * ratio)
    view = View(0, 0, width, height, 0)
    for word in words:
        word.x0, word.x1 = word.x0 + frame.x0 * width, word.x1 + frame.x0 * width
        word.y0, word.y1 = word.y0 * stretch + frame.y0 * height, word.y1 * stretch + frame.y0 * height
    texts = [text_of(paragraph, view) for paragraph in paragraphs_of(words, [], view)]
    blocks = [
        text_block(text, f"{picture.container}/o{index}", scene.number, view, None, None)
        for index, text in enumerate(texts, 1)
    ]
    return [replace(block, frame=block.box) for block in blocks]


def _png(data: bytes, crop: Box) -> tuple[bytes, float]:
    """Return the shown part of a picture as PNG, and its height over its width.

    Raises:
        OSError, ValueError, SyntaxError: it cannot be opened (EMF, WMF, damaged).
    """
    from PIL import Image

    with Image.open(io.BytesIO(data)) as picture:
        if picture.width * picture.height > (Image.MAX_IMAGE_PIXELS or 0):
            raise ValueError("too many pixels")
        shown = picture.convert("RGB")
    places = (crop.x0 * shown.width, crop.y0 * shown.height, crop.x1 * shown.width, crop.y1 * shown.height)
    shown = shown.crop((round(places[0]), round(places[1]), round(places[2]), round(places[3])))
    if shown.width > _WIDEST:
        shown = shown.resize((_WIDEST, max(1, round(shown.height * _WIDEST / shown.width))))
    out = io.BytesIO()
    shown.save(out, "PNG")
    return out.getvalue(), shown.height / shown.width
