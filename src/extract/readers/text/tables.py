"""Tables in text: rows whose cells are parted by tabs or pipes."""

import re
from dataclasses import dataclass

from extract.readers.text.lines import Line

_PIPE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_PIPE = re.compile(r"(?<!\\)\|")
_MANY_CELLS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is a row of a table, with the texts of its cells."""

    line: Line
    cells: tuple[str, ...]


def table_at(lines: list[Line], start: int) -> list[Row]:
    """Return the rows of the table that begins with this line, none where it is not one.

    Rows follow each other without a blank line. One line with a single tab is not yet a table.
    """
    for cells_of in (_piped, _tabbed):
        rows = _run(lines, start, cells_of is _piped)
        if rows:
            return rows
    return []


def is_pipe_rule(text: str) -> bool:
    """Tell whether a line is the rule between head and body of a Markdown table."""
    return "|" in text and _PIPE_RULE.match(text) is not None


def _run(lines: list[Line], start: int, piped: bool) -> list[Row]:
    rows: list[Row] = []
    ruled = False
    for line in lines[start:]:
        cells = _piped(line.text) if piped else _tabbed(line.text)
        if (rows and line.gap) or len(cells) < 2:
            break
        if piped and is_pipe_rule(line.text):
            ruled = True
        rows.append(Row(line, cells))
    if piped:
        framed = all(row.line.text.strip().startswith("|") for row in rows)
        return rows if ruled or (framed and len(rows) > 1) else []
    return rows if len(rows) > 1 or any(len(row.cells) >= _MANY_CELLS for row in rows) else []


def _tabbed(text: str) -> tuple[str, ...]:
    bare = text.strip(" \u00a0").lstrip("\t")
    return tuple(cell.strip() for cell in bare.split("\t")) if "\t" in bare else ()


def _piped(text: str) -> tuple[str, ...]:
    bare = text.strip()
    if "|" not in bare:
        return ()
    if bare.startswith("|"):
        bare = bare[1:]
        if bare.endswith("|"):
            bare = bare[:-1]
        return tuple(cell.replace("\\|", "|").strip() for cell in _PIPE.split(bare)) + ("",) * ("|" not in bare)
    return tuple(cell.replace("\\|", "|").strip() for cell in _PIPE.split(bare))
