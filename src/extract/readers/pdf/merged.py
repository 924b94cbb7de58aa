"""Merged cells that a spreadsheet prints row by row: areas on top of each other that the rules beside them pass by."""

from collections import defaultdict
from dataclasses import replace

from extract.readers.pdf.model import Shape

NEAR = 1.6
"""Points within which sides are one."""

Pieces = list[tuple[int, Shape]]


def join_merged(shapes: list[Shape]) -> list[Shape]:
    """Return the shapes with the pieces of a merged cell made one.

    Its pieces have one colour and one width and touch; the rule between their rows ends at their side.
    """
    columns: dict[tuple[int, int, str], Pieces] = defaultdict(list)
    for index, shape in enumerate(shapes):
        if shape.kind == "rect" and shape.fill:
            columns[round(shape.x0), round(shape.x1), shape.fill].append((index, shape))
    rules = [s for s in shapes if s.kind == "line" and s.width > s.height] if columns else []
    made: dict[int, Shape] = {}
    gone: set[int] = set()
    for pieces in columns.values() if rules else ():
        for run in _runs(sorted(pieces, key=lambda piece: piece[1].y0), rules):
            first = run[0][0]
            made[first] = replace(run[0][1], y1=run[-1][1].y1)
            gone |= {index for index, _ in run[1:]}
    return [made.get(i, s) for i, s in enumerate(shapes) if i not in gone] if made else shapes


def _runs(pieces: Pieces, rules: list[Shape]) -> list[Pieces]:
    """Return the runs of two pieces or more that belong together, from the top."""
    runs: list[Pieces] = []
    for piece in pieces:
        above = runs[-1][-1][1] if runs else None
        if above is not None and abs(above.y1 - piece[1].y0) <= NEAR and _passed_by(piece[1], rules):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return [run for run in runs if len(run) > 1]


def _passed_by(piece: Shape, rules: list[Shape]) -> bool:
    """Tell whether a rule at the top of a piece ends at its side, and none runs over it."""
    level = [r for r in rules if abs((r.y0 + r.y1) / 2 - piece.y0) <= NEAR]
    over = any(min(r.x1, piece.x1) - max(r.x0, piece.x0) > NEAR for r in level)
    return not over and any(abs(r.x0 - piece.x1) <= NEAR or abs(r.x1 - piece.x0) <= NEAR for r in level)
