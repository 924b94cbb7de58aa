"""Paragraphs, shapes and pictures to the blocks that every recogniser reads."""

from collections import Counter
from itertools import groupby

from extract.readers.pdf.lines import line_text
from extract.readers.pdf.model import Paragraph, Shape, Text, View, Word
from extract.readers.pdf.tables import TableCell
from veikart.core.blocks import Block, BlockKind, Span
from veikart.core.geometry import Box

VISIBLE = 0.3
"""Part of a text or area that must lie on the page, in each direction."""


def text_of(paragraph: Paragraph, view: View) -> Text:
    """Take the text and the looks of a paragraph together."""
    words = paragraph.words
    first = words[0].style
    uniform = all(w.style is first for w in words)
    if uniform:
        main, mixed = (first.colour, first.size, first.bold, first.italic), False
    else:
        weights: Counter[tuple[str, float, bool, bool]] = Counter()
        for word in words:
            style = word.style
            weights[style.colour, style.size, style.bold, style.italic] += len(word.text)
        main, mixed = weights.most_common(1)[0][0], len(weights) > 1
    bounds = paragraph.bounds
    box = view.fraction(*upright(bounds, paragraph.quarter, view))
    for line in paragraph.lines:
        line.text = line_text(line.words)
    return Text(
        paragraph,
        bounds,
        "".join(("" if line.glued or not number else "\n") + line.text for number, line in enumerate(paragraph.lines)),
        box,
        *main,
        rotation=round(first.angle),
        hidden=(first.hidden if uniform else all(w.style.hidden for w in words)) or not on_page(box),
        marker=paragraph.marker,
        kind=BlockKind.BULLET if paragraph.marker else BlockKind.TEXT,
        spans=spans(paragraph) if mixed else (),
    )


def text_block(text: Text, anchor: str, page: int, view: View, holder: Shape | None, entry: TableCell | None) -> Block:
    """Make the block of a text in its area or cell."""
    table, row, column, rows, columns = cell_place(entry, page)
    return Block(
        id=anchor,
        page=page,
        kind=BlockKind.CELL if entry else text.kind,
        text=text.text,
        box=text.box,
        frame=frame_of(holder, view),
        container=anchor.rpartition("/")[0] if holder else "",
        fill=holder.fill if holder else "",
        outline=holder.outline if holder else "",
        colour=text.colour,
        size=text.size,
        bold=text.bold,
        italic=text.italic,
        marker=text.marker,
        marker_colour=text.paragraph.lines[0].marker_colour if text.marker else "",
        level=text.level,
        table=table,
        row=row,
        column=column,
        row_span=rows,
        column_span=columns,
        shape=holder.kind if holder else "",
        group=holder.form if holder else "",
        rotation=text.rotation,
        hidden=text.hidden,
        spans=text.spans,
        heading_path=text.path,
    )


def shape_block(shape: Shape, anchor: str, page: int, view: View, entry: TableCell | None) -> Block:
    """Make the block of an area, rule or picture without text."""
    kinds = {"line": BlockKind.LINE, "picture": BlockKind.PICTURE}
    box = view.fraction(shape.x0, shape.y0, shape.x1, shape.y1)
    table, row, column, rows, columns = cell_place(entry, page)
    return Block(
        id=anchor,
        page=page,
        kind=kinds.get(shape.kind, BlockKind.SHAPE),
        box=box,
        frame=box,
        container=anchor,
        fill=shape.fill,
        outline=shape.outline,
        table=table,
        row=row,
        column=column,
        row_span=rows,
        column_span=columns,
        shape="" if shape.kind == "picture" else shape.kind,
        group=shape.form,
        hidden=not on_page(box),
    )


def cell_place(entry: TableCell | None, page: int) -> tuple[str, int, int, int, int]:
    """Return table, row, column and spans; no table for what stands in none."""
    if entry is None:
        return "", 0, 0, 1, 1
    cell = entry.cell
    return f"p{page}/t{entry.table}", cell.row, cell.column, cell.row_span, cell.column_span


def upright(box: tuple[float, float, float, float], quarter: int, view: View) -> tuple[float, float, float, float]:
    """Turn a box of the reading frame back into one of the page."""
    u0, v0, u1, v1 = box
    if quarter == 90:
        return view.width - v1, u0, view.width - v0, u1
    if quarter == 180:
        return view.width - u1, view.height - v1, view.width - u0, view.height - v0
    if quarter == 270:
        return v0, view.height - u1, v1, view.height - u0
    return box


def frame_of(shape: Shape | None, view: View) -> Box | None:
    """Return the area's place, None for the bare page."""
    return view.fraction(shape.x0, shape.y0, shape.x1, shape.y1) if shape else None


def on_page(box: Box) -> bool:
    """Tell whether enough of the box lies on the page to be seen."""
    if box.x0 >= 0 and box.y0 >= 0 and box.x1 <= 1 and box.y1 <= 1:
        return True
    wide = min(box.x1, 1.0) - max(box.x0, 0.0)
    high = min(box.y1, 1.0) - max(box.y0, 0.0)
    return wide >= VISIBLE * box.width and high >= VISIBLE * box.height


def spans(paragraph: Paragraph) -> tuple[Span, ...]:
    """Return the runs of one style; together they are the paragraph's text."""
    found: list[Span] = []
    for index, line in enumerate(paragraph.lines):
        whole, at = line.text, 0
        for style, run in groupby(line.words, key=lambda w: w.style):
            text = line_text(list(run))
            start = whole.index(text, at)
            lead = "\n" if index and at == 0 and not line.glued else whole[at:start]
            found.append(Span(lead + text, style.colour, style.bold, style.italic, style.size))
            at = start + len(text)
    return _joined(found)


def _joined(found: list[Span]) -> tuple[Span, ...]:
    """Join neighbours of one look."""
    out: list[Span] = []
    for span in found:
        last = out[-1] if out else None
        if last and (last.colour, last.bold, last.italic, last.size) == (
            span.colour,
            span.bold,
            span.italic,
            span.size,
        ):
            out[-1] = Span(last.text + span.text, span.colour, span.bold, span.italic, span.size)
        else:
            out.append(span)
    return tuple(out)


def turned(words: list[Word], quarter: int, view: View) -> list[Word]:
    """Return the words in their reading frame: as if the page were turned until they stand upright."""
    out: list[Word] = []
    for w in words:
        if quarter == 90:
            box = w.y0, view.width - w.x1, w.y1, view.width - w.x0
        elif quarter == 180:
            box = view.width - w.x1, view.height - w.y1, view.width - w.x0, view.height - w.y0
        elif quarter == 270:
            box = view.height - w.y1, w.x0, view.height - w.y0, w.x1
        else:
            box = w.x0, w.y0, w.x1, w.y1
        out.append(Word(w.text, *box, w.style, w.run, w.spaced, w.holder))
    return out
