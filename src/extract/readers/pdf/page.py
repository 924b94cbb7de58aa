"""One page of a PDF to blocks."""

from collections import defaultdict
from typing import Any

from extract.readers.base import Limits
from extract.readers.pdf.blocks import shape_block, text_block, turned
from extract.readers.pdf.holders import assign, is_background
from extract.readers.pdf.lines import build_lines
from extract.readers.pdf.model import Paragraph, Shape, View, Word
from extract.readers.pdf.paint import tidy
from extract.readers.pdf.paragraphs import build_paragraphs
from extract.readers.pdf.pdfium import view_of
from extract.readers.pdf.shapes import read_shapes
from extract.readers.pdf.words import TextLayer
from veikart.core.blocks import Block, Page

OBLIQUE = 8.0
"""Degrees by which text may lean and still count as upright or turned by a quarter."""


def read_page(page: Any, text: Any, number: int, limits: Limits) -> Page:
    """Return the page with its blocks in reading order."""
    view = view_of(page)
    layer = TextLayer(text, view)
    words = layer.words()
    shapes = tidy(read_shapes(page, view), view.width, view.height)
    assign(words, shapes, view.width, view.height)
    paragraphs = paragraphs_of(words, shapes, view)
    blocks = _text_blocks(paragraphs, shapes, number, view)
    blocks += _shape_blocks(shapes, {p.holder for p in paragraphs}, number, view)
    return Page(number, tuple(blocks[: limits.blocks_per_page]), view.width, view.height)


def paragraphs_of(words: list[Word], shapes: list[Shape], view: View) -> list[Paragraph]:
    """Return all paragraphs of the page, whatever direction they read in."""
    found: list[Paragraph] = []
    by_quarter: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        by_quarter[quarter_of(word.style.angle)].append(word)
    for quarter, some in sorted(by_quarter.items()):
        frame = turned(some, quarter, view) if quarter > 0 else some
        for holder, lines in build_lines(frame, shapes).items():
            for paragraph in build_paragraphs(lines, holder):
                paragraph.quarter = max(quarter, 0)
                found.append(paragraph)
    return found


def quarter_of(angle: float) -> int:
    """Return 0, 90, 180 or 270 for text turned so, -1 for oblique text."""
    quarter = round(angle / 90) * 90
    return quarter % 360 if abs(angle - quarter) <= OBLIQUE else -1


def _text_blocks(paragraphs: list[Paragraph], shapes: list[Shape], number: int, view: View) -> list[Block]:
    def order(paragraph: Paragraph) -> tuple[float, float]:
        x0, y0, _, y1 = paragraph.bounds
        return round((y0 + min(y1 - y0, 12) / 2) / 6), x0

    counts: dict[int, int] = defaultdict(int)
    blocks: list[Block] = []
    for paragraph in sorted(paragraphs, key=order):
        counts[paragraph.holder] += 1
        holder = shapes[paragraph.holder] if paragraph.holder >= 0 else None
        base = f"p{number}/s{holder.order}" if holder else f"p{number}/b"
        blocks.append(text_block(paragraph, f"{base}/{counts[paragraph.holder]}", number, view, holder))
    return blocks


def _shape_blocks(shapes: list[Shape], used: set[int], number: int, view: View) -> list[Block]:
    return [
        shape_block(shape, f"p{number}/s{shape.order}.{index}", number, view)
        for index, shape in enumerate(shapes)
        if index not in used and not is_background(shape, view.width, view.height)
    ]
