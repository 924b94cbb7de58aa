"""Letters under organisations that say what each of them does about a measure: who answers for it, who is asked."""

import re
from collections.abc import Sequence

from extract.recognisers.lexicon import lexicon
from extract.recognisers.tables.context import Context
from veikart.core.text import mend

_LETTERS = re.compile(r"[A-ZÆØÅ](?:\s*[/,&+ ]\s*[A-ZÆØÅ])*")
_EXPLAINED = re.compile(
    r"(?:^|(?<=[\s,;.|(]))(?P<letter>[A-ZÆØÅ])\s*[=:–-]\s*(?P<word>[^=]+?)(?=\s+[A-ZÆØÅ]\s*[=:–-]|[;,.|\n]|$)"
)
_MATRIX = frozenset("RACIS")  # responsible, accountable, consulted, informed, supporting
_LEAST, _KINDS = 4, 2  # cells with letters, and how many different letters


def owning_letter(context: Context, marks: Sequence[int]) -> str:
    """Return the letter of those who answer for a measure, "" where the cells under the owners hold no such letters.

    What the page says about a letter counts; else the matrix is read as usual: A before R.
    """
    heads = context.header.heads
    owners = [c for c in marks if heads[c].owners]
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


def heads_tasks(text: str) -> bool:
    """Tell whether a column is headed as what somebody is to do: "Oppgave", "Hva"."""
    return lexicon().holds("tables", "tasks", mend(text))


def are_duties(context: Context, title: int) -> bool:
    """Tell whether all columns but that of the tasks hold letters of duties, under heads that are no organisations.

    "Oppgave | Produkteier | Brukerråd": they share the work of one team.
    """
    table, heads = context.table, context.header.heads
    others = [c for c in range(table.column_count) if c != title]
    cells = [cell for c in others for cell in table.column(c, context.first) if cell.text.strip(" –-")]
    known = sum(heads[c].is_typed for c in others)  # most bodies of a plan are organisations
    if len(cells) < _LEAST or known * 2 > len(others) or not heads_tasks(heads[title].text):
        return False
    used = {letter for cell in cells for letter in letters_in(cell.text) if _LETTERS.fullmatch(cell.text.strip())}
    return len(used) >= _KINDS and used <= _MATRIX and all(_LETTERS.fullmatch(cell.text.strip()) for cell in cells)


def letters_in(text: str) -> set[str]:
    """Return the letters of a cell: "A/R" has two."""
    return {c for c in text if c.isalpha()}
