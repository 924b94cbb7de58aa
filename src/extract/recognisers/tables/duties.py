"""Letters under organisations that say what each of them does about a measure: who answers for it, who is asked."""

import re

from extract.recognisers.lexicon import lexicon
from extract.recognisers.tables.columns import Columns
from extract.recognisers.tables.context import Context
from veikart.core.text import mend

_LETTERS = re.compile(r"[A-ZÆØÅ](?:\s*[/,&+ ]\s*[A-ZÆØÅ])*")
_EXPLAINED = re.compile(
    r"(?:^|(?<=[\s,;.|(]))(?P<letter>[A-ZÆØÅ])\s*[=:–-]\s*(?P<word>[^=]+?)(?=\s+[A-ZÆØÅ]\s*[=:–-]|[;,.|\n]|$)"
)
_MATRIX = frozenset("RACIS")  # responsible, accountable, consulted, informed, supporting
_LEAST, _KINDS = 4, 2  # cells with letters, and how many different letters


def owning_letter(context: Context, columns: Columns) -> str:
    """Return the letter of those who answer for a measure, "" where the cells under the owners hold no such letters.

    What the page says about a letter counts; else the matrix is read as usual: A before R.
    """
    heads = context.header.heads
    owners = [c for c in columns.marks if heads[c].owners]
    cells = [c for column in owners for c in context.table.column(column, context.first) if c.text.strip(" –-")]
    if len(cells) < _LEAST or not all(_LETTERS.fullmatch(cell.text.strip()) for cell in cells):
        return ""
    used = {letter for cell in cells for letter in letters_in(cell.text)}
    if len(used) < _KINDS:
        return ""
    told = [m for b in context.page.blocks if not b.table for m in _EXPLAINED.finditer(mend(b.text))]
    named = [m["letter"] for m in told if m["letter"] in used and lexicon().found("people", "answers", m["word"])]
    if named:
        return named[0]
    return next((letter for letter in "AR" if letter in used), "") if used <= _MATRIX else ""


def letters_in(text: str) -> set[str]:
    """Return the letters of a cell: "A/R" has two."""
    return {c for c in text if c.isalpha()}
