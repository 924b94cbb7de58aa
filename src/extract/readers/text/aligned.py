"""Tables in text whose columns are set apart by blanks, as a page printed to text has them.

A table begins with a line of column headings and goes on as long as some column of blanks between them stays blank.
Layout of other kinds (cards side by side, columns of prose) has no such line.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from extract.readers.text.lines import Line
from veikart.core.periods import parse_axis
from veikart.core.vocabulary import Vocabulary, load_vocabulary

LEAST_COLUMNS = 3
LEAST_ROWS = 2
"""Rows below the headings."""
LEAST_HEADS = 2
"""Headings that must be known, and half of all."""
LONGEST_HEAD = 40
SHORT = 5  # characters of a heading that may be an abbreviation: "No."
WIDEST_GAP = 5
"""Blank lines inside a table."""
PARTING = 2
"""Blank lines before a line of few pieces that part it from the table above."""
FULL = 0.5
"""Share of the columns that a line must fill to begin a row by that alone."""
REGULAR = 4
"""Lines with pieces at the same places that are a table whatever stands in the first one."""
LONGEST_CELL = 70
MOST_LINES = 400

_BULLETS = frozenset("•●○▪■-–*·")

_PIECE = re.compile(r"\S+(?: \S+)*")

Strip = tuple[int, int]


@dataclass(slots=True)
class AlignedRow:
    """A row: its lines, and the text of each column, parts of one cell on lines of their own."""

    lines: list[Line]
    cells: list[str]
    is_section: bool = False


@dataclass(slots=True)
class Aligned:
    """A table, and how many lines it takes."""

    rows: list[AlignedRow] = field(default_factory=list)
    count: int = 0


def aligned_at(lines: list[Line], start: int) -> Aligned | None:
    """Return the table whose headings stand on this line, None where it is no such line."""
    pieces = _pieces(lines[start].text)
    told = len(pieces) >= LEAST_COLUMNS and _are_heads([text for _, text in pieces])
    if not told and not _is_regular(lines[start : start + REGULAR]):
        return None
    strips = _strips(pieces)
    taken = [lines[start]]
    for line in lines[start + 1 : start + MOST_LINES]:
        narrowed = _narrowed(strips, line.text) if line.gap <= WIDEST_GAP and "\t" not in line.text else None
        if narrowed is None or (line.gap and (_is_torn(line.text, narrowed) or _begins_anew(line, len(strips) + 1))):
            break
        strips = narrowed
        taken.append(line)
    cuts = [(low + high) // 2 for low, high in strips]
    rows = _rows(taken, cuts)
    while len(rows) > 1 and (rows[-1].is_section or _is_loose(rows[-1])):
        rows.pop()
    full = sum(sum(map(bool, row.cells)) > 1 for row in rows[1:])
    return Aligned(rows, sum(len(row.lines) for row in rows)) if full >= LEAST_ROWS else None


def _pieces(text: str) -> list[tuple[int, str]]:
    return [(found.start(), found[0]) for found in _PIECE.finditer(text)]


@cache
def _vocabulary() -> Vocabulary:
    return load_vocabulary()


def _are_heads(texts: list[str]) -> bool:
    """Tell whether texts name columns: most of them known headings or periods, the first ones included."""
    if any(len(text) > LONGEST_HEAD or (text.endswith((".", ":")) and len(text) > SHORT) for text in texts):
        return False
    known = [bool(_vocabulary().header(text)) or parse_axis(text) is not None for text in texts]
    return sum(known) >= max(LEAST_HEADS, len(texts) / 2) and any(known[:2])


def _strips(pieces: list[tuple[int, str]]) -> list[Strip]:
    """Return the blanks between the pieces of a line: from, to."""
    return [(at + len(text), after) for (at, text), (after, _) in pairwise(pieces)]


def _narrowed(strips: list[Strip], text: str) -> list[Strip] | None:
    """Return what of each strip a line leaves blank, None where it leaves nothing of one."""
    found: list[Strip] = []
    for low, high in strips:
        part = text[low:high].ljust(high - low)
        blanks = [(hit.start(), hit.end()) for hit in re.finditer(r" +", part)]
        widest = max(blanks, key=lambda blank: blank[1] - blank[0], default=None)
        if widest is None:
            return None
        found.append((low + widest[0], low + widest[1]))
    return found


def _is_regular(lines: list[Line]) -> bool:
    """Tell whether lines that follow each other have pieces at the very same places: a table without known headings."""
    starts = [[at for at, _ in _pieces(line.text)] for line in lines]
    texts = [text for line in lines for _, text in _pieces(line.text)[:-1]]
    return (
        len(lines) == REGULAR
        and len(starts[0]) > 1
        and all(found == starts[0] for found in starts[1:])
        and not any(line.gap for line in lines[1:])
        and not any(text[0] in _BULLETS or len(text) > LONGEST_CELL for text in texts)
        and (len(starts[0]) > 2 or _names_values([_pieces(line.text)[0][1] for line in lines]))
    )


def _names_values(texts: list[str]) -> bool:
    """Tell whether the first of two columns names what stands in the second: "Status", "Periode"."""
    return 2 * sum(bool(_vocabulary().header(text)) for text in texts) >= len(texts)


def _begins_anew(line: Line, columns: int) -> bool:
    """Tell whether a line after blank ones is a heading or the head of another table rather than a row."""
    pieces = _pieces(line.text)
    if len(pieces) >= LEAST_COLUMNS and _are_heads([text for _, text in pieces]):
        return True
    return line.gap >= PARTING and (len(pieces) == 1 or len(pieces) < FULL * columns)


def _is_torn(text: str, strips: list[Strip]) -> bool:
    """Tell whether the columns would cut a line of text between two of its words."""
    tight = sum(text[low - 1 : low].strip() != "" and text[high : high + 1].strip() != "" and high - low < 2
                for low, high in strips)  # fmt: skip
    cells = _cells(text, [(low + high) // 2 for low, high in strips])
    return bool(tight) and sum(map(bool, cells)) < FULL * len(cells) + 1


def _rows(lines: list[Line], cuts: list[int]) -> list[AlignedRow]:
    rows: list[AlignedRow] = []
    for line in lines:
        cells = _cells(line.text, cuts)
        filled = [text for text in cells if text]
        if rows and _goes_on(line, cells, filled, rows[-1]):
            rows[-1].lines.append(line)
            rows[-1].cells = ["\n".join(filter(None, pair)) for pair in zip(rows[-1].cells, cells, strict=True)]
        else:
            rows.append(AlignedRow([line], cells, is_section=bool(rows) and len(filled) == 1))
    return rows


def _cells(text: str, cuts: list[int]) -> list[str]:
    edges = [0, *cuts, len(text)]
    return [text[low:high].strip() for low, high in pairwise(edges)]


def _goes_on(line: Line, cells: list[str], filled: list[str], above: AlignedRow) -> bool:
    """Tell whether a line goes on with the cells of the row above rather than begins one."""
    if line.gap or above.is_section or any(len(text) == 1 for text in filled):
        return False  # a mark under a period belongs to a row of its own
    if filled[0][:1].islower():
        return True
    return not cells[0] and len(filled) < FULL * len(cells)


def _is_loose(row: AlignedRow) -> bool:
    """Tell whether a row below a table is one only by chance: a line or two of text after blank lines."""
    return row.lines[0].gap > 1 and sum(map(bool, row.cells)) < LEAST_COLUMNS - 1
