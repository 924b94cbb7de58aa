"""Text that is too long for its box and flows out over its edges: it still belongs to the box."""

from itertools import pairwise

from extract.readers.pdf.model import Line, Paragraph, Shape

FULL = 0.55
"""Part of the box's height that the text inside must fill before text outside can be its overflow."""
PITCH = 1.6
"""Of the type size: lines of one text are no further apart."""
ASIDE = 0.25
"""Of the box's width: text that reaches further out to the sides is not the box's."""


def adopt_overflow(paragraphs: list[Paragraph], shapes: list[Shape]) -> list[Paragraph]:
    """Join what flows out of a box above or below to the text inside, by the order in which both were painted."""
    able = sorted((p for p in paragraphs if not p.quarter), key=lambda p: p.lines[0].words[0].run)
    gone: set[int] = set()
    for before, after in pairwise(able):
        if before.holder == after.holder or id(before) in gone:
            continue
        inner = _inner(before, after, shapes)
        if inner < 0 or not _one_text(before.lines[-1], after.lines[0], shapes[inner]):
            continue
        home = before if before.holder == inner else after
        if not _fills(home, shapes[inner]):
            continue
        after.lines = [*before.lines, *after.lines]
        after.holder = inner
        gone.add(id(before))
    return [p for p in paragraphs if id(p) not in gone]


def _inner(a: Paragraph, b: Paragraph, shapes: list[Shape]) -> int:
    """Return the holder that lies in the other's, -1 where neither does."""
    if a.holder < 0 or b.holder < 0:
        return max(a.holder, b.holder)
    one, two = shapes[a.holder], shapes[b.holder]
    small, large, index = (one, two, a.holder) if one.area < two.area else (two, one, b.holder)
    inside = large.holds((small.x0 + small.x1) / 2, (small.y0 + small.y1) / 2)
    return index if inside else -1


def _one_text(last: Line, line: Line, box: Shape) -> bool:
    """Tell whether the line follows the last one in the same style and column, about the box."""
    before, after = last.words[-1].style, line.words[0].style
    if before != after or line.marker:
        return False
    pitch = ((line.y0 + line.y1) - (last.y0 + last.y1)) / 2
    if not 0.7 * line.size < pitch < PITCH * line.size:
        return False
    slack = ASIDE * box.width
    within = min(last.x0, line.x0) >= box.x0 - slack and max(last.x1, line.x1) <= box.x1 + slack
    centred = abs((last.x0 + last.x1) - (line.x0 + line.x1)) < 2 * line.size
    return within and (centred or abs(last.x0 - line.x0) < 0.5 * line.size)


def _fills(paragraph: Paragraph, box: Shape) -> bool:
    _, y0, _, y1 = paragraph.bounds
    return y1 - y0 >= FULL * box.height
