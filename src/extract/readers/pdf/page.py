"""One page of a PDF to blocks."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from extract.readers.base import Limits
from extract.readers.pdf.blocks import shape_block, text_block, text_of, turned
from extract.readers.pdf.dots import take_dots
from extract.readers.pdf.highlights import without_highlights
from extract.readers.pdf.holders import assign, is_background
from extract.readers.pdf.lines import build_lines, oblique_paragraphs
from extract.readers.pdf.merged import join_merged
from extract.readers.pdf.model import Paragraph, Shape, Text, View, Word
from extract.readers.pdf.overflow import adopt_overflow
from extract.readers.pdf.paint import join_drawings, tidy
from extract.readers.pdf.paragraphs import build_paragraphs, mend_cut_words
from extract.readers.pdf.pattern import colour_patterns
from extract.readers.pdf.pdfium import view_of
from extract.readers.pdf.quality import is_garbled, judge
from extract.readers.pdf.reading import in_order
from extract.readers.pdf.roles import Outline, assign_roles
from extract.readers.pdf.shapes import read_shapes
from extract.readers.pdf.sideways import quarter_of, readable
from extract.readers.pdf.tables import Columns, TableCell, last_columns, take_tables
from extract.readers.pdf.visible import blend_in
from extract.readers.pdf.words import TextLayer
from veikart.core.blocks import Block, Page
from veikart.core.problems import Code, Level, problem

Recognise: TypeAlias = Callable[[int, View], list[Word]]
"""Reads the words from a picture of the page with this index."""

WORTH_RECOGNISING = frozenset({Code.PICTURE_PAGE, Code.NO_TEXT, Code.GARBLED_TEXT})


@dataclass(slots=True)
class Context:
    """What one page needs to know of its document."""

    limits: Limits
    recognise: Recognise
    patterns: bool = False  # the file defines gradients or patterns
    outline: Outline = field(default_factory=Outline)  # headings carried from page to page
    columns: Columns = ()  # sides of those of the table that the page before ended with


def read_page(raw: Any, text: Any, number: int, context: Context) -> Page:
    """Return the page with its blocks in reading order; `raw` and `text` are PDFium's page and text layer."""
    limits = context.limits
    shown = view_of(raw)
    layer = TextLayer(text, shown)
    words = layer.words()
    view = readable(words, shown)
    if view is not shown:
        layer = TextLayer(text, view)
        words = layer.words()
    painted = read_shapes(raw, view)
    if context.patterns:
        colour_patterns(raw, view, painted)
    shapes = join_merged(tidy(painted, view.width, view.height))
    problems = judge(words, shapes, view, number, is_garbled(layer.text, text))
    ocr = _is_recognised(words, shapes, view)
    if limits.ocr and any(p.code in WORTH_RECOGNISING and p.level is Level.WARNING for p in problems):
        recognised = context.recognise(number - 1, view)
        words, ocr = (recognised, True) if recognised else (words, ocr)
    assign(words, shapes, view.width, view.height)
    if not ocr:
        _hide(words, shapes)
    kept_shapes = without_highlights(words, take_dots(words, join_drawings(words, shapes, view.width)))
    if kept_shapes is not shapes:
        assign(words, kept_shapes, view.width, view.height)
    blocks = _blocks(words, kept_shapes, view, number, context)
    if len(blocks) > limits.blocks_per_page:
        limit = limits.blocks_per_page
        problems.append(problem(Code.TOO_LARGE, Level.WARNING, number, size=len(blocks), limit=limit, unit="blocks"))
    kept = tuple(_cut(block, limits) for block in blocks[: limits.blocks_per_page])
    longest = max((len(block.text) for block in blocks), default=0)
    if longest > limits.text_length:
        problems.append(problem(Code.TEXT_CUT, Level.WARNING, number, length=longest, limit=limits.text_length))
    return Page(number, kept, view.width, view.height, problems=tuple(problems), ocr=ocr)


def _blocks(words: list[Word], shapes: list[Shape], view: View, number: int, context: Context) -> list[Block]:
    """Put words into tables and paragraphs, and make blocks of them and of what else is painted."""
    cells, drawn = take_tables(words, shapes, view.height, context.columns)
    context.columns = last_columns(cells)
    texts = in_order([text_of(paragraph, view) for paragraph in paragraphs_of(words, shapes, view)], cells)
    assign_roles(texts, set(cells), view, number, context.outline)
    used = {text.paragraph.holder for text in texts} | drawn
    return [
        *_text_blocks(texts, shapes, cells, number, view),
        *_shape_blocks(shapes, used, cells, number, view),
    ]


def _is_recognised(words: list[Word], shapes: list[Shape], view: View) -> bool:
    """Tell whether the page is a picture with recognised text lying unseen over it; that text then counts as seen."""
    if not words or not all(w.style.hidden for w in words):
        return False
    if not any(s.kind == "picture" and is_background(s, view.width, view.height) for s in shapes):
        return False
    for word in words:
        word.style = replace(word.style, hidden=False)
    return True


def _hide(words: list[Word], shapes: list[Shape]) -> None:
    """Mark words in the colour of their ground as hidden."""
    if any(w.style.colour >= "#F0" for w in words):
        for index in blend_in(words, shapes):
            words[index].style = replace(words[index].style, hidden=True)


def _cut(block: Block, limits: Limits) -> Block:
    if len(block.text) <= limits.text_length:
        return block
    return replace(block, text=block.text[: limits.text_length], spans=())


def paragraphs_of(words: list[Word], shapes: list[Shape], view: View) -> list[Paragraph]:
    """Return all paragraphs of the page, whatever direction they read in."""
    found: list[Paragraph] = []
    by_quarter: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        by_quarter[quarter_of(word.style.angle)].append(word)
    found.extend(oblique_paragraphs(by_quarter.pop(-1, [])))
    for quarter, some in sorted(by_quarter.items()):
        frame = turned(some, quarter, view) if quarter else some
        for holder, lines in build_lines(frame, shapes).items():
            for paragraph in build_paragraphs(lines, holder):
                paragraph.quarter = quarter
                found.append(paragraph)
    found = adopt_overflow(found, shapes)
    for paragraph in found:
        if paragraph.holder >= 0 and not paragraph.quarter:
            mend_cut_words(paragraph, shapes[paragraph.holder])
    return found


def _text_blocks(
    texts: list[Text], shapes: list[Shape], cells: dict[int, TableCell], number: int, view: View
) -> list[Block]:
    """Return the blocks of texts; those of one area are counted in it."""
    counts: dict[int, int] = defaultdict(int)
    blocks: list[Block] = []
    for text in texts:
        index = text.paragraph.holder
        counts[index] += 1
        holder = shapes[index] if index >= 0 else None
        entry = cells.get(index)
        anchor = f"p{number}/{_holder_id(holder, entry)}/{counts[index]}"
        blocks.append(text_block(text, anchor, number, view, holder, entry))
    return blocks


def _holder_id(holder: Shape | None, entry: TableCell | None) -> str:
    if entry:
        return f"t{entry.table}/r{entry.cell.row}c{entry.cell.column}"
    return f"s{holder.name}" if holder else "b"


def _shape_blocks(
    shapes: list[Shape], used: set[int], cells: dict[int, TableCell], number: int, view: View
) -> list[Block]:
    """Return the blocks of areas, rules and pictures without text; of empty cells those that are painted."""
    blocks: list[Block] = []
    for index, shape in enumerate(shapes):
        entry = cells.get(index)
        if index in used or is_background(shape, view.width, view.height) or (entry and not shape.fill):
            continue
        blocks.append(shape_block(shape, f"p{number}/{_holder_id(shape, entry)}", number, view, entry))
    return blocks
