"""Colour laid behind words: rectangles as high as a line and as wide as its runs hold no text of their own."""

from collections import defaultdict
from itertools import pairwise

from extract.readers.pdf.model import Shape, Word

HIGHEST = 60.0
"""Points: no line of text is higher."""
LEAST, MOST = 0.95, 1.6
"""Of the type size: how high the colour behind a line is."""
SEAM = 0.7
"""Points between two pieces that abut."""
TIGHT = 0.12
"""Of the type size: how near to the edge of the colour its line begins."""
BLANK = 0.6
"""Of the type size: a blank at the end of a run, and between two words of a line."""


def without_highlights(words: list[Word], shapes: list[Shape]) -> list[Shape]:
    """Return the shapes without the colour behind words.

    That words are marked shows where one line stands on pieces of one colour that abut; only on such a page are single
    rectangles of the same colour taken for it, and those must fit a line closely. Cells of a table have margins.
    """
    rows: dict[tuple[str, float, float], list[int]] = defaultdict(list)
    for index, shape in enumerate(shapes):
        if shape.kind == "rect" and shape.fill and not shape.outline and 0 < shape.height <= HIGHEST:
            rows[shape.fill, round(shape.y0, 1), round(shape.y1, 1)].append(index)
    chains = [chain for row in rows.values() if len(row) > 1 for chain in _chains(row, shapes)]
    marked = [chain for chain in chains if _is_marked([shapes[i] for i in chain], words)]
    if not marked:
        return shapes
    fills = {shapes[chain[0]].fill for chain in marked}
    single = {i for row in rows.values() for i in row if shapes[i].fill in fills and _is_marked([shapes[i]], words)}
    gone = single.union(*marked)
    return [shape for index, shape in enumerate(shapes) if index not in gone]


def _chains(row: list[int], shapes: list[Shape]) -> list[list[int]]:
    """Return the runs of two or more pieces of a row that abut, from the left."""
    runs: list[list[int]] = []
    for index in sorted(row, key=lambda i: shapes[i].x0):
        if runs and abs(shapes[index].x0 - shapes[runs[-1][-1]].x1) <= SEAM:
            runs[-1].append(index)
        else:
            runs.append([index])
    return [run for run in runs if len(run) > 1]


def _is_marked(pieces: list[Shape], words: list[Word]) -> bool:
    """Tell whether one line fills the pieces from end to end, no wider blank in it than between words."""
    first, last = pieces[0], pieces[-1]
    line = sorted((word for word in words if _inside(word, first, last)), key=lambda word: word.x0)
    if not line:
        return False
    size = max(word.style.size for word in line)
    fits = line[0].x0 - first.x0 <= TIGHT * size and last.x1 - line[-1].x1 <= BLANK * size
    high = LEAST * size <= first.height <= MOST * size
    gaps = [after.x0 - before.x1 for before, after in pairwise(line)]
    return fits and high and all(gap <= BLANK * size for gap in gaps)


def _inside(word: Word, first: Shape, last: Shape) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return first.x0 <= x <= last.x1 and first.y0 <= y <= first.y1 and not word.style.angle
