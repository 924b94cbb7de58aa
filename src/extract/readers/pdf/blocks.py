"""Paragraphs, shapes and pictures to the blocks that every recogniser reads."""

from collections import Counter
from itertools import groupby

from extract.readers.pdf.lines import line_text
from extract.readers.pdf.model import Paragraph, Shape, View, Word
from veikart.core.blocks import Block, BlockKind, Span
from veikart.core.geometry import Box


def text_block(paragraph: Paragraph, anchor: str, page: int, view: View, holder: Shape | None) -> Block:
    """Make the block of a paragraph."""
    words = paragraph.words
    weights: Counter[tuple[str, float, bool, bool]] = Counter()
    for word in words:
        style = word.style
        weights[style.colour, style.size, style.bold, style.italic] += len(word.text)
    colour, size, bold, italic = weights.most_common(1)[0][0]
    box = place(paragraph, view)
    return Block(
        id=anchor,
        page=page,
        kind=BlockKind.BULLET if paragraph.marker else BlockKind.TEXT,
        text="\n".join(line_text(line.words) for line in paragraph.lines),
        box=box,
        frame=frame_of(holder, view),
        container=f"p{page}/s{holder.order}" if holder else "",
        fill=holder.fill if holder else "",
        outline=holder.outline if holder else "",
        colour=colour,
        size=size,
        bold=bold,
        italic=italic,
        marker=paragraph.marker,
        shape=holder.kind if holder else "",
        rotation=round(words[0].style.angle),
        hidden=all(w.style.hidden for w in words) or not on_page(box),
        spans=spans(paragraph) if len(weights) > 1 else (),
        group=holder.form if holder else "",
    )


def shape_block(shape: Shape, anchor: str, page: int, view: View) -> Block:
    """Make the block of an area, rule or picture without text."""
    kinds = {"line": BlockKind.LINE, "picture": BlockKind.PICTURE}
    box = view.fraction(shape.x0, shape.y0, shape.x1, shape.y1)
    return Block(
        id=anchor,
        page=page,
        kind=kinds.get(shape.kind, BlockKind.SHAPE),
        box=box,
        frame=box,
        container=f"p{page}/s{shape.order}",
        fill=shape.fill,
        outline=shape.outline,
        shape="" if shape.kind == "picture" else shape.kind,
        group=shape.form,
        hidden=not on_page(box),
    )


def place(paragraph: Paragraph, view: View) -> Box:
    """Return where the paragraph stands, its reading direction undone."""
    return view.fraction(*upright(paragraph.bounds, paragraph.quarter, view))


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
    """Tell whether the middle of the box lies on the page."""
    x, y = box.middle
    return 0.0 <= x <= 1.0 and 0.0 <= y <= 1.0


def spans(paragraph: Paragraph) -> tuple[Span, ...]:
    """Return the runs of one style; together they are the paragraph's text."""
    found: list[Span] = []
    for index, line in enumerate(paragraph.lines):
        whole, at = line_text(line.words), 0
        for style, run in groupby(line.words, key=lambda w: w.style):
            text = line_text(list(run))
            start = whole.index(text, at)
            lead = "\n" if index and at == 0 else whole[at:start]
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
