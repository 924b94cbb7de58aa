"""Tables: grids with text in them, told from timelines and boards that are drawn of boxes.

A grid is a table where at least two rows and two columns hold text of their own: text inside a smaller area that
floats in a cell (a bar on a timeline, a chip) belongs to that area.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from extract.readers.pdf.bands import complete
from extract.readers.pdf.grid import GridCell, find_grids
from extract.readers.pdf.gridlines import gridlines
from extract.readers.pdf.model import Shape, Word
from extract.readers.pdf.paper import bars_of, is_paper
from extract.readers.pdf.untangle import untangled
from veikart.core.periods import parse_axis

Columns: TypeAlias = tuple[float, ...]

SMALLEST = 5.0
"""Points: thinner or lower cells are double rules."""
LARGE = 0.7
"""An area of this much of a cell lies under the cell, a smaller one floats in it."""
FILLED = 0.5
"""Part of a cell that a fill must cover to be the cell's own."""
REGULAR = 0.5
"""Part of a table's cells that span no other column; bars of a chart that touch by chance do not line up so."""
FEWEST = 4
"""Rules and areas that can draw a table at the least."""
TOUCHING = 2
"""Sides with which an area must lean on others to be part of a grid."""
STEP = 3.0
"""Points within which the columns of a table stand at the same place on two pages."""
HEADINGS = 3
"""Texts in a row that head the columns of a sheet whose cells are painted."""
DOT = 30.0
"""Points across of the largest dot."""
LEAN = 1.6
"""Points within which two sides lean on each other."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """Where in which table a shape that stands for a cell lies."""

    table: int
    cell: GridCell
    covers: tuple[int, ...] = ()  # shapes that only paint this cell


def take_tables(
    words: list[Word], shapes: list[Shape], tall: float, before: Columns = ()
) -> tuple[dict[int, TableCell], set[int]]:
    """Find the tables, add a shape for each cell and give it its words.

    Returns the cells by index of their shape, and the indices of shapes that only draw a table. `tall` is the height
    of the page: grids nearly as high hold the page, not a table. `before` are the `last_columns` of the page before:
    a grid of the same columns goes on with it, however few its rows.
    """
    real = len(shapes)
    shapes.extend(complete(words, shapes))
    used: set[int] = set(range(real, len(shapes)))
    drawn = [i for i in _ruling(shapes) if shapes[i].height < 0.98 * tall]
    if len(drawn) < FEWEST:
        return {}, used
    painted = [s for s in shapes[:real] if s.kind == "rect" and s.fill not in {"", "#FFFFFF"}]
    cells: dict[int, TableCell] = {}
    ruling, bars = [shapes[i] for i in drawn], bars_of(words, shapes)
    for closed in find_grids(ruling):
        grid = [c for c in untangled(closed, ruling) if c.x1 - c.x0 >= SMALLEST and c.y1 - c.y0 >= SMALLEST]
        if is_paper(grid, bars):
            continue
        owners = _owners(grid, words, shapes)
        goes_on = bool(owners) and _same(_sides_of(grid), before)
        if goes_on or (_is_table(grid, owners, painted, _dotted(grid, shapes)) and not _is_scale(grid, owners, words)):
            used |= _add(grid, owners, words, shapes, drawn, cells)
        else:
            _frame(grid, owners, words, shapes, drawn)
    return cells, used


def _sides_of(cells: Iterable[GridCell]) -> Columns:
    """Return where the columns of a grid begin and end, from the left."""
    found: list[float] = []
    for x in sorted(x for cell in cells for x in (cell.x0, cell.x1)):
        if not found or x - found[-1] > STEP:
            found.append(x)
    return tuple(found)


def _same(left: Columns, right: Columns) -> bool:
    return bool(left) and len(left) == len(right) and all(abs(a - b) <= STEP for a, b in zip(left, right, strict=True))


def last_columns(cells: dict[int, TableCell]) -> Columns:
    """Return the sides of the columns of the lowest table of a page, none where it has no table."""
    if not cells:
        return ()
    lowest = max(cells.values(), key=lambda entry: entry.cell.y1).table
    return _sides_of(entry.cell for entry in cells.values() if entry.table == lowest)


def _ruling(shapes: list[Shape]) -> list[int]:
    """Return the indices of straight rules, and of rectangles that lean on other rectangles or rules."""
    rules = [i for i, s in enumerate(shapes) if s.kind == "line" and min(s.width, s.height) < 3.0]
    rects = [i for i, s in enumerate(shapes) if s.kind == "rect" and min(s.width, s.height) >= SMALLEST]
    if len(rules) + len(rects) > 1_500:
        rules, rects = rules[:1_000], rects[:1_500]
    rounded = [i for i, s in enumerate(shapes) if s.kind == "roundRect" and s.fill][: len(shapes) if rules else 0]
    behind = gridlines([(i, shapes[i]) for i in rules], [(i, shapes[i]) for i in (*rects, *rounded)])
    rules, rects = ([i for i in some if i not in behind] for some in (rules, rects))
    if len(rules) + len(rects) < FEWEST:
        return []
    sides = {index: _sides(shapes[index]) for index in (*rules, *rects)}
    at: dict[tuple[str, int], list[tuple[float, float, int]]] = defaultdict(list)
    for index, own in sides.items():
        for way, place, low, high in own:
            at[way, place].append((low, high, index))
    return sorted([*rules, *(i for i in rects if sum(_leans(side, i, at) for side in sides[i]) >= TOUCHING)])


Side: TypeAlias = tuple[str, int, float, float]  # direction, place in steps of LEAN, from, to


def _sides(shape: Shape) -> list[Side]:
    x0, y0, x1, y1 = shape.x0, shape.y0, shape.x1, shape.y1
    return [
        ("h", round(y0 / LEAN), x0, x1),
        ("h", round(y1 / LEAN), x0, x1),
        ("v", round(x0 / LEAN), y0, y1),
        ("v", round(x1 / LEAN), y0, y1),
    ]


def _leans(side: Side, index: int, at: dict[tuple[str, int], list[tuple[float, float, int]]]) -> bool:
    """Tell whether another area or rule runs along the side for at least half its length."""
    way, place, low, high = side
    half = 0.5 * (high - low)
    for step in (-1, 0, 1):
        for start, stop, other in at.get((way, place + step), ()):
            if other != index and (stop if stop < high else high) - (start if start > low else low) >= half:
                return True
    return False


def _owners(grid: list[GridCell], words: list[Word], shapes: list[Shape]) -> dict[int, int]:
    """Return for each word (by index) the cell (by index) that holds it directly."""
    if not grid:
        return {}
    x0, y0 = min(c.x0 for c in grid), min(c.y0 for c in grid)
    x1, y1 = max(c.x1 for c in grid), max(c.y1 for c in grid)
    rows: dict[tuple[float, float], list[int]] = defaultdict(list)
    for place, cell in enumerate(grid):
        rows[cell.y0, cell.y1].append(place)
    owners: dict[int, int] = {}
    for number, word in enumerate(words):
        x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
        if not (x0 <= x <= x1 and y0 <= y <= y1):
            continue
        index = next(
            (i for (top, foot), some in rows.items() if top <= y <= foot for i in some if grid[i].holds(x, y)), None
        )
        if index is not None and (word.holder < 0 or _under(shapes[word.holder], grid[index])):
            owners[number] = index
    return owners


def _under(shape: Shape, cell: GridCell, part: float = LARGE) -> bool:
    """Tell whether the area lies under this part of the cell, rather than floats in it or runs across it."""
    wide = min(shape.x1, cell.x1) - max(shape.x0, cell.x0)
    high = min(shape.y1, cell.y1) - max(shape.y0, cell.y0)
    return wide > 0 and high > 0 and wide * high >= part * cell.area


def _dotted(grid: list[GridCell], shapes: list[Shape]) -> set[int]:
    """Return the cells (by index) that hold a dot of their own: a small round mark, as of a traffic light."""
    dots = [s for s in shapes if s.kind == "ellipse" and s.fill and max(s.width, s.height) <= DOT]
    middles = [((s.x0 + s.x1) / 2, (s.y0 + s.y1) / 2) for s in dots]
    return {i for i, cell in enumerate(grid) if sum(cell.holds(x, y) for x, y in middles) == 1}


def _is_table(grid: list[GridCell], owners: dict[int, int], painted: list[Shape], dotted: set[int]) -> bool:
    """Tell whether at least two rows hold text in two columns, and most cells keep to one column.

    Below a row of headings, painted cells or dots beside a text will do: in a printed sheet they tell when the work is
    done, or where it stands. So will one painted cell beside a text in every row: a key of colours.
    """
    if len(grid) < FEWEST or sum(c.column_span == 1 for c in grid) < REGULAR * len(grid):
        return False
    held = set(owners.values())
    rows: dict[int, set[int]] = defaultdict(set)
    for index in held:
        rows[grid[index].row].add(grid[index].column)
    headed = rows and len(rows[min(rows)]) >= 2
    for index in dotted if headed else ():
        if grid[index].row in rows:
            rows[grid[index].row].add(grid[index].column)
    full = [columns for columns in rows.values() if len(columns) >= 2]
    if len(full) < 2 and rows and painted:
        blank = _painted_blanks(grid, held, painted)
        if all(len(rows[row]) == 1 and blank[row] == [True] for row in {c.row for c in grid}):
            return True
        if full and len(full[0]) >= HEADINGS:
            full += [columns for row, columns in rows.items() if len(columns) == 1 and len(set(blank[row])) > 1]
    columns = {column for some in full for column in some}
    return len(full) >= 2 and len(columns) >= 2


def _is_scale(grid: list[GridCell], owners: dict[int, int], words: list[Word]) -> bool:
    """Tell whether all that a grid holds are years and their parts, in every row: boxes of a time axis that touch."""
    if {grid[index].row for index in owners.values()} != {cell.row for cell in grid}:
        return False
    texts: dict[int, list[str]] = defaultdict(list)
    for number, index in owners.items():
        texts[index].append(words[number].text)
    return all(parse_axis(" ".join(text)) is not None for text in texts.values())


def _painted_blanks(grid: list[GridCell], held: set[int], painted: list[Shape]) -> dict[int, list[bool]]:
    """Return for each row which of its empty cells lie under an area as high as themselves."""
    told: dict[int, list[bool]] = defaultdict(list)
    by_top: dict[int, list[Shape]] = defaultdict(list)
    for shape in painted:
        for step in (-1, 0, 1):
            by_top[round(shape.y0 / LEAN) + step].append(shape)
    for cell in (c for index, c in enumerate(grid) if index not in held):
        level = (s for s in by_top[round(cell.y0 / LEAN)] if abs(s.y1 - cell.y1) < LEAN)
        told[cell.row].append(any(s.x0 < cell.x0 + LEAN and s.x1 > cell.x1 - LEAN for s in level))
    return told


def _add(
    grid: list[GridCell],
    owners: dict[int, int],
    words: list[Word],
    shapes: list[Shape],
    drawn: list[int],
    cells: dict[int, TableCell],
) -> set[int]:
    """Add a shape for each cell of a table; return the shapes that only draw it."""
    table = 1 + max((c.table for c in cells.values()), default=0)
    x0, y0 = min(c.x0 for c in grid) - 2, min(c.y0 for c in grid) - 2
    x1, y1 = max(c.x1 for c in grid) + 2, max(c.y1 for c in grid) + 2
    inside = [
        i for i in drawn if x0 <= shapes[i].x0 and shapes[i].x1 <= x1 and y0 <= shapes[i].y0 and shapes[i].y1 <= y1
    ]
    at: dict[int, int] = {}
    painted = [s for s in reversed(shapes) if s.fill and s.kind not in {"line", "picture"}]
    for index, cell in enumerate(grid):
        at[index] = len(shapes)
        fill, order = _fill(cell, painted)
        shapes.append(Shape(cell.x0, cell.y0, cell.x1, cell.y1, "rect", fill=fill, order=order))
        cells[at[index]] = TableCell(table, cell)
    for number, index in owners.items():
        words[number].holder = at[index]
    return set(inside)


def _fill(cell: GridCell, painted: list[Shape]) -> tuple[str, int]:
    """Return the fill that lies under the cell's middle and most of it, the first of those painted, with its order."""
    x, y = (cell.x0 + cell.x1) / 2, (cell.y0 + cell.y1) / 2
    for shape in painted:
        if shape.x0 <= x <= shape.x1 and shape.holds(x, y) and _under(shape, cell, FILLED):
            return shape.fill, shape.order
    return "", 0


def _frame(
    grid: list[GridCell], owners: dict[int, int], words: list[Word], shapes: list[Shape], drawn: list[int]
) -> None:
    """Let a box that four rules draw hold the text in it, as one drawn as a rectangle does."""
    if len(grid) > 12:
        return
    for index, cell in enumerate(grid):
        own = [n for n, at in owners.items() if at == index]
        alike = any(_covers(shapes[i], cell) for i in drawn if shapes[i].kind == "rect")
        if own and not alike and all(words[n].holder < 0 for n in own):
            sample = min((shapes[i] for i in drawn), key=lambda s: abs(s.y0 - cell.y0) + abs(s.x0 - cell.x0))
            made = Shape(cell.x0, cell.y0, cell.x1, cell.y1, "rect", order=sample.order, name=f"{sample.name}.f{index}")
            shapes.append(replace(made, outline=sample.outline or sample.fill))
            for n in own:
                words[n].holder = len(shapes) - 1


def _covers(shape: Shape, cell: GridCell) -> bool:
    return (
        abs(shape.x0 - cell.x0) < 3
        and abs(shape.x1 - cell.x1) < 3
        and abs(shape.y0 - cell.y0) < 3
        and abs(shape.y1 - cell.y1) < 3
    )
