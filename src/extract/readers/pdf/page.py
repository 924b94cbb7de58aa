"""One page of a PDF to blocks."""

from collections import defaultdict
from dataclasses import replace
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
from extract.readers.pdf.tables import TableCell, take_tables
from extract.readers.pdf.words import TextLayer
from veikart.core.blocks import Block, BlockKind, Page

OBLIQUE = 8.0
"""Degrees by which text may lean and still count as upright or turned by a quarter."""


def read_page(page: Any, text: Any, number: int, limits: Limits) -> Page:
    """Return the page with its blocks in reading order."""
    view = view_of(page)
    layer = TextLayer(text, view)
    words = layer.words()
    shapes = tidy(read_shapes(page, view), view.width, view.height)
    assign(words, shapes, view.width, view.height)
    cells, drawn = take_tables(words, shapes, view.height)
    paragraphs = paragraphs_of(words, shapes, view)
    blocks = _text_blocks(paragraphs, shapes, cells, number, view)
    used = {p.holder for p in paragraphs} | drawn
    blocks += _shape_blocks(shapes, used, cells, number, view)
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


def _text_blocks(
    paragraphs: list[Paragraph], shapes: list[Shape], cells: dict[int, TableCell], number: int, view: View
) -> list[Block]:
    """Return the blocks of text, top to bottom; a table's cells follow each other row by row."""
    tops: dict[int, float] = {}
    for entry in cells.values():
        tops[entry.table] = min(tops.get(entry.table, entry.cell.y0), entry.cell.y0)

    def order(paragraph: Paragraph) -> tuple[float, ...]:
        x0, y0, _, y1 = paragraph.bounds
        entry = cells.get(paragraph.holder)
        if entry:
            top = round((tops[entry.table] + 6) / 6)
            return top, 0.5, entry.table, entry.cell.row, entry.cell.column, y0
        return round((y0 + min(y1 - y0, 12) / 2) / 6), 0, x0

    counts: dict[int, int] = defaultdict(int)
    blocks: list[Block] = []
    for paragraph in sorted(paragraphs, key=order):
        counts[paragraph.holder] += 1
        holder = shapes[paragraph.holder] if paragraph.holder >= 0 else None
        entry = cells.get(paragraph.holder)
        base = f"p{number}/{_holder_id(holder, entry)}"
        block = text_block(paragraph, f"{base}/{counts[paragraph.holder]}", number, view, holder)
        blocks.append(in_cell(replace(block, container=base if holder else ""), entry, number))
    return blocks


def _holder_id(holder: Shape | None, entry: TableCell | None) -> str:
    if entry:
        return f"t{entry.table}/r{entry.cell.row}c{entry.cell.column}"
    return f"s{holder.order}" if holder else "b"


def in_cell(block: Block, entry: TableCell | None, number: int) -> Block:
    """Add the table, row and column to a block that stands in a cell."""
    if not entry:
        return block
    return replace(
        block,
        kind=BlockKind.CELL if block.text else block.kind,
        table=f"p{number}/t{entry.table}",
        row=entry.cell.row,
        column=entry.cell.column,
        row_span=entry.cell.row_span,
        column_span=entry.cell.column_span,
    )


def _shape_blocks(
    shapes: list[Shape], used: set[int], cells: dict[int, TableCell], number: int, view: View
) -> list[Block]:
    """Return the blocks of areas, rules and pictures without text; of empty cells those that are painted."""
    blocks: list[Block] = []
    for index, shape in enumerate(shapes):
        entry = cells.get(index)
        if index in used or is_background(shape, view.width, view.height) or (entry and not shape.fill):
            continue
        anchor = f"p{number}/{_holder_id(shape, entry)}.{index}"
        blocks.append(in_cell(shape_block(shape, anchor, number, view), entry, number))
    return blocks
