"""Tables that were typed: paragraphs in a row whose parts are set apart by as many tabs each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from veikart.core.blocks import Block, BlockKind
from veikart.core.geometry import Box

LEAST = 3
"""Rows of such a table."""
LONGEST = 160
"""Characters of a part; longer ones are text that happens to have a tab in it."""
_TABS = re.compile(r"[ \t]*\t[ \t]*")
_NUMBER = re.compile(r"[\d.\s]*")


def typed_tables(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with the parts of such paragraphs as cells; all others as they are.

    Only paragraphs that follow each other in one shape, or in the running text, make a table. Two parts of which the
    second is a number are a table of contents or a score, not a plan.
    """
    found: list[Block] = []
    for run in _runs(blocks):
        rows = [_TABS.split(block.text.strip()) for block in run]
        found += _cells(run, rows) if _is_table(rows) else run
    return found


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the blocks in runs of one number of parts in one container; a block without tabs is one alone."""
    run: list[Block] = []
    for before, block in pairwise((None, *blocks)):
        assert block is not None
        if before is None or not _follows(before, block):
            if run:
                yield run
            run = []
        run.append(block)
    if run:
        yield run


def _follows(before: Block, block: Block) -> bool:
    parts = _parts(block)
    return parts > 1 and parts == _parts(before) and (before.container, before.group) == (block.container, block.group)


def _parts(block: Block) -> int:
    if "\t" not in block.text or block.table or block.marker or block.kind is not BlockKind.TEXT:
        return 1
    return len(_TABS.split(block.text.strip()))


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    if len(rows) < LEAST or len(rows[0]) < 2 or any(not 0 < len(part) <= LONGEST for row in rows for part in row):
        return False
    return len(rows[0]) > 2 or not all(_NUMBER.fullmatch(row[1]) for row in rows)


def _cells(run: Sequence[Block], rows: Sequence[Sequence[str]]) -> list[Block]:
    table = f"{run[0].container or run[0].id}/tabs"
    cells: list[Block] = []
    for row, (block, parts) in enumerate(zip(run, rows, strict=True)):
        for column, part in enumerate(parts):
            name = f"{block.id}/c{column}"
            place = {"table": table, "row": row, "column": column, "container": name, "group": ""}
            box, frame = (_share(b, column, len(parts)) if b else None for b in (block.frame or block.box, block.frame))
            box = Box(box.x0, block.box.y0, box.x1, block.box.y1) if box and block.box else box
            look = replace(block, id=name, kind=BlockKind.CELL, text=part, box=box, frame=frame, spans=())
            cells.append(replace(look, **place))  # type: ignore[arg-type]
    return cells


def _share(box: Box, column: int, columns: int) -> Box:
    """Return an even share of a box's width: where the tab stops are is not told by every format."""
    width = box.width / columns
    return Box(box.x0 + width * column, box.y0, box.x0 + width * (column + 1), box.y1)
