"""A page drawn with what each of its blocks became, and the same as plain data."""

import io
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeAlias

from PIL import Image, ImageDraw, ImageFont

from extract.claims import Use
from veikart.core.blocks import UNKNOWN_COLOUR, Block, BlockKind, Page
from veikart.core.geometry import Box

Uses: TypeAlias = Mapping[str, tuple[Use, str]]
COLOURS: dict[Use | None, str] = {
    Use.RECORD: "#1B8A3A",
    Use.AXIS: "#0077C8",
    Use.PERIOD: "#00A3AD",
    Use.LEGEND: "#B5179E",
    Use.STATUS: "#E36414",
    Use.OWNER: "#3A0CA3",
    Use.GROUP: "#8D6E00",
    Use.HEADING: "#5B3A29",
    Use.DESCRIPTION: "#6C8EBF",
    Use.FURNITURE: "#8A8A8A",
    Use.IGNORED: "#C62828",
    None: "#D0A000",
}
"""Outline by use; None is text that nobody claimed."""

_STRIP = 34  # pixels of the legend below the page
_SQUARE = 1.0  # height over width of a page without layout
_PATTERN = "#E8E8E8"  # for fills without a single colour
_FONT_SIZES = (6, 72)
_LINE = 1.2
_SLACK = 1.25  # a line may be this much longer than its estimated box before it is broken
_FACES = (  # as narrow as what plans are set in, then as common as can be
    "Carlito-Regular.ttf",
    "calibri.ttf",
    "LiberationSans-Regular.ttf",
    "arial.ttf",
    "Arial.ttf",
    "segoeui.ttf",
    "DejaVuSans.ttf",
    "NotoSans-Regular.ttf",
)
_PLAIN = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "AE", "Ø": "O", "Å": "A", "–": "-", "—": "-", "…": "..."})
_POINTED = frozenset({"diamond", "homePlate", "chevron", "rightArrow"})
Font: TypeAlias = ImageFont.FreeTypeFont | ImageFont.ImageFont


def draw(page: Page, uses: Uses, background_png: bytes | None, width: int) -> bytes:
    """Return a PNG of the page, `width` pixels wide, every block framed in the colour of its use, with a legend below.

    Without a background picture fills, lines and texts are drawn as the reader saw them.
    """
    height = max(1, round(width / page.aspect if page.laid_out else width * _SQUARE))
    canvas = Image.new("RGB", (width, height + _STRIP), "white")
    if background_png is not None:
        with Image.open(io.BytesIO(background_png)) as background:
            canvas.paste(background.convert("RGB").resize((width, height)), (0, 0))
    pen = ImageDraw.Draw(canvas)
    if background_png is None:
        _draw_page(pen, page, width, height)
    for block in page.blocks:
        _frame(pen, block, uses, width, height)
    _legend(pen, page, uses, width, height)
    out = io.BytesIO()
    canvas.save(out, "PNG")
    return out.getvalue()


def paint(page: Page, width: int) -> bytes:
    """Return a PNG of the page as the reader saw it, without frames."""
    height = max(1, round(width / page.aspect))
    canvas = Image.new("RGB", (width, height), "white")
    _draw_page(ImageDraw.Draw(canvas), page, width, height)
    out = io.BytesIO()
    canvas.save(out, "PNG")
    return out.getvalue()


def page_as_data(page: Page, uses: Uses) -> list[dict[str, object]]:
    """Return the page's blocks with what they became, as plain data in reading order."""
    return [_as_data(block, uses.get(block.id)) for block in page.blocks]


def _as_data(block: Block, use: tuple[Use, str] | None) -> dict[str, object]:
    data: dict[str, object] = {
        "id": block.id,
        "kind": block.kind.value,
        "text": block.text,
        "box": list(block.box) if block.box else None,
        "frame": list(block.frame) if block.frame else None,
        "use": use[0].value if use else None,
        "reason": use[1] if use else "",
    }
    told = {
        "fill": block.fill,
        "outline": block.outline,
        "colour": block.colour,
        "size": block.size,
        "bold": block.bold,
        "marker": block.marker,
        "level": block.level,
        "shape": block.shape,
        "group": block.group,
        "rotation": block.rotation,
        "hidden": block.hidden,
    }
    data |= {name: value for name, value in told.items() if value}
    if block.table:
        data |= {"table": block.table, "row": block.row, "column": block.column}
        data |= {"row_span": block.row_span, "column_span": block.column_span}
    if block.line_start:
        data |= {"line_start": block.line_start, "line_end": block.line_end}
    return data


def _draw_page(pen: ImageDraw.ImageDraw, page: Page, width: int, height: int) -> None:
    """Paint areas, largest first (blocks come in reading order, not in painting order), then lines, then texts."""
    painted: set[str] = set()
    areas = [b for b in page.blocks if b.frame and not b.hidden and b.kind is not BlockKind.LINE]
    for block in sorted(areas, key=lambda b: -(b.frame.area if b.frame else 0.0)):
        if block.frame and (not block.container or block.container not in painted):
            painted.add(block.container)
            _area(pen, block, _pixels(block.frame, width, height))
    for block in page.blocks:
        if block.kind is BlockKind.LINE and block.frame and not block.hidden:
            x0, y0, x1, y1 = _pixels(block.frame, width, height)
            pen.line((x0, y0, x1, y1), fill=_paint(block.outline or block.fill) or "#999999", width=1)
    for block in page.blocks:
        if block.text and not block.hidden and (block.box or block.frame):
            _text(pen, block, page, width, height)


def _area(pen: ImageDraw.ImageDraw, block: Block, place: tuple[float, float, float, float]) -> None:
    fill, outline = _paint(block.fill), _paint(block.outline)
    if block.kind is BlockKind.PICTURE:
        fill, outline = fill or _PATTERN, outline or "#AAAAAA"
    if fill is None and outline is None:
        return
    if block.shape == "ellipse":
        pen.ellipse(place, fill=fill, outline=outline)
    elif block.shape == "roundRect":
        pen.rounded_rectangle(place, radius=6, fill=fill, outline=outline)
    elif block.shape in _POINTED and not block.rotation:
        pen.polygon(_corners(block.shape, place), fill=fill, outline=outline)
    else:
        pen.rectangle(place, fill=fill, outline=outline)


def _corners(shape: str, place: tuple[float, float, float, float]) -> list[tuple[float, float]]:
    x0, y0, x1, y1 = place
    x, y, tip = (x0 + x1) / 2, (y0 + y1) / 2, min(x1 - x0, y1 - y0) / 2
    if shape == "diamond":
        return [(x, y0), (x1, y), (x, y1), (x0, y)]
    pointed = [(x0, y0), (x1 - tip, y0), (x1, y), (x1 - tip, y1), (x0, y1)]
    return [*pointed, (x0 + tip, y)] if shape == "chevron" else pointed


def _text(pen: ImageDraw.ImageDraw, block: Block, page: Page, width: int, height: int) -> None:
    place = block.box or block.frame
    assert place is not None
    x0, y0, x1, _ = _pixels(place, width, height)
    size = max(_FONT_SIZES[0], min(_FONT_SIZES[1], round((block.size or 10) * width / (page.width or 960))))
    font = _font(size)
    ink = _paint(block.colour) or "#000000"
    if block.marker:
        pen.text((x0 - size * 0.7 * len(block.marker), y0), _drawable(block.marker, font), fill=ink, font=font)
    for index, line in enumerate(_wrapped(pen, _drawable(block.text, font), font, max(x1 - x0, 4.0 * size))):
        pen.text((x0, y0 + index * size * _LINE), line, fill=ink, font=font)


def _wrapped(pen: ImageDraw.ImageDraw, text: str, font: Font, room: float) -> list[str]:
    lines: list[str] = []
    for piece in text.split("\n"):
        line = ""
        for word in piece.split():
            longer = f"{line} {word}".strip()
            if line and pen.textlength(longer, font=font) > room * _SLACK:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


def _frame(pen: ImageDraw.ImageDraw, block: Block, uses: Uses, width: int, height: int) -> None:
    use = uses.get(block.id)
    if use is None and not block.text.strip():
        return
    place = block.box or block.frame
    if place is not None and not block.hidden:
        pen.rectangle(_pixels(place, width, height), outline=COLOURS[use[0] if use else None], width=2)


def _legend(pen: ImageDraw.ImageDraw, page: Page, uses: Uses, width: int, height: int) -> None:
    counts: Counter[Use | None] = Counter()
    for block in page.blocks:
        if block.id in uses or block.text.strip():
            counts[uses[block.id][0] if block.id in uses else None] += 1
    pen.rectangle((0, height, width, height + _STRIP), fill="#FAFAFA", outline="#CCCCCC")
    font, x = _font(14), 8.0
    for use, colour in COLOURS.items():
        if not counts[use]:
            continue
        label = f"{use.value if use else '-'} {counts[use]}"
        pen.rectangle((x, height + 10, x + 14, height + 24), outline=colour, width=3)
        pen.text((x + 20, height + 8), label, fill="#222222", font=font)
        x += 34 + pen.textlength(label, font=font)


def _pixels(box: Box, width: int, height: int) -> tuple[float, float, float, float]:
    x0, x1 = sorted((box.x0 * width, box.x1 * width))
    y0, y1 = sorted((box.y0 * height, box.y1 * height))
    return x0, y0, x1, y1


def _paint(colour: str) -> str | None:
    if colour == UNKNOWN_COLOUR:
        return _PATTERN
    return colour or None


@lru_cache(maxsize=64)
def _font(size: int) -> Font:
    for face in _FACES:
        try:
            return ImageFont.truetype(face, size)
        except OSError:  # not installed here
            continue
    return ImageFont.load_default(size)


def _drawable(text: str, font: Font) -> str:
    """Return the text as the face can draw it: Pillow's own face, the last resort, knows little more than ASCII."""
    known = isinstance(font, ImageFont.FreeTypeFont) and font.getname()[0] != "Aileron"
    return text if known else text.translate(_PLAIN).encode("ascii", "replace").decode("ascii")
