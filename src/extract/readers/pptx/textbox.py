"""Where the text of a shape stands inside it: an estimate from insets, anchor, sizes and wrapped lines.

PowerPoint stores no text positions. Widths of characters are those of the common sans-serif faces in classes; an error
of a few per cent of a line is expected and harmless for nearness.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.readers.pptx.text import Paragraph
from veikart.core.geometry import Box

EMU = 12700.0
LINE = 1.18  # line height over size
_NARROW, _THIN, _WIDE, _WIDEST = "iljI.,:;'|!", 'ftr()[]/- "', "mwMW%@", "—…"
DEFAULT_INSETS = (91440.0, 45720.0, 91440.0, 45720.0)


@dataclass(frozen=True, slots=True)
class TextArea:
    """The area a text is set in: size and insets (left, top, right, bottom) in EMU, anchor, wrapping and columns."""

    width: float
    height: float
    insets: tuple[float, float, float, float] = DEFAULT_INSETS
    anchor: str = "t"
    wrap: bool = True
    columns: int = 1
    gutter: float = 0.0


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return the estimated width in EMU of a text of this size in points."""
    units = sum(_units(char) for char in text)
    return units * size * EMU * (1.06 if bold else 1.0)


def _units(char: str) -> float:
    if char in _NARROW:
        return 0.24
    if char in _THIN:
        return 0.31
    if char in _WIDE:
        return 0.83
    if char in _WIDEST:
        return 0.95
    return 0.65 if char.isupper() else 0.53


def wrapped(text: str, size: float, width: float, bold: bool = False) -> list[float]:
    """Return the widths in EMU of the lines that the text breaks into."""
    lines: list[float] = []
    for piece in text.split("\n"):
        current = 0.0
        blank = text_width(" ", size, bold)
        for word in piece.split():
            extent = text_width(word, size, bold)
            if current and current + blank + extent > width:
                lines.append(current)
                current = extent
            else:
                current += extent + (blank if current else 0.0)
        lines.append(current)
    return lines


def needed_height(paragraphs: Sequence[Paragraph], width: float) -> float:
    """Return the height in EMU that the paragraphs need in this width, without insets."""
    return sum(_before(p, i) + len(_lines(p, width)) * _line(p) + p.after for i, p in enumerate(paragraphs))


def text_boxes(paragraphs: Sequence[Paragraph], area: TextArea) -> list[Box]:
    """Return the box of each paragraph's text in the area's own coordinates, in EMU."""
    left, top, right, bottom = area.insets
    inner = area.width - left - right
    width = max((inner - area.gutter * (area.columns - 1)) / area.columns, EMU)
    room = area.height - top - bottom
    total = needed_height(paragraphs, width if area.wrap else 1e12)
    y = top
    if area.columns == 1 and area.anchor in {"ctr", "b"}:
        y += (room - total) * (0.5 if area.anchor == "ctr" else 1.0)
    start, column, boxes = y, 0, []
    for index, paragraph in enumerate(paragraphs):
        lines = _lines(paragraph, width if area.wrap else 1e12)
        height = len(lines) * _line(paragraph)
        y += _before(paragraph, index)
        if column + 1 < area.columns and y + height > start + room and y > start:
            column, y = column + 1, start
        x0, x1 = _across(paragraph, max(lines), left + column * (width + area.gutter), width)
        boxes.append(Box(x0, y, x1, y + height))
        y += height + paragraph.after
    return boxes


def _across(paragraph: Paragraph, extent: float, left: float, width: float) -> tuple[float, float]:
    indent = _indent(paragraph)
    if paragraph.align == "ctr":
        middle = left + (indent + width) / 2
        return middle - extent / 2, middle + extent / 2
    if paragraph.align == "r":
        return left + width - extent, left + width
    return left + indent, left + indent + extent


def _indent(paragraph: Paragraph) -> float:
    return paragraph.left if paragraph.bullet.shown else max(0.0, paragraph.left + min(paragraph.indent, 0.0))


def _lines(paragraph: Paragraph, width: float) -> list[float]:
    return wrapped(paragraph.text, paragraph.size, max(width - _indent(paragraph), EMU), paragraph.main.bold)


def _line(paragraph: Paragraph) -> float:
    return paragraph.size * EMU * LINE * paragraph.spacing


def _before(paragraph: Paragraph, index: int) -> float:
    return paragraph.before if index else 0.0
