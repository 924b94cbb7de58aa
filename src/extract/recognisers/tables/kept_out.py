"""Tables that their headings keep out: of publications, of people, of risks, of reports, of systems with contracts."""

import re

from extract.recognisers.lexicon import lexicon
from extract.recognisers.tables.context import Context
from veikart.core.text import mend

_TIME = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5][05](?=$|\s*[-–])")
_FROM, _TO = 7 * 60, 21 * 60  # minutes of the day within which people meet
_LEAST_TIMES, _MOST_TIMES = 3, 0.7


def is_of_others(context: Context, title: int) -> bool:
    """Tell whether headings say that a table, whose names stand in the column `title`, lists no measures."""
    header, table = context.header, context.table
    if header.columns("author"):
        return True  # a list of publications
    if any(_is_clock(context, column) for column in range(table.column_count) if column != title):
        return True  # an agenda
    heads = [head.text for head in header.heads]
    first = heads[: title + 1] if header.rows else [cell.text for cell in table.row(0)] if table.row_count else []
    needed = bool(header.rows) and header.heads[title].concept == "need"  # whose need it is stands beside it
    if not needed and any(_heads_others(text) for text in first):
        return True  # "Rolle | Hvem | Oppgave", "Risiko | Tiltak": what is done in the organisation or about a risk
    named = bool(header.rows) and lexicon().holds("tables", "areas", heads[title])
    beside = heads[:title] + heads[title + 1 :]
    if named and any(lexicon().holds("people", "columns", mend(text)) for text in beside):
        return True  # "Navn | Rolle | Ansvar": who takes part
    if any(_heads_risks_or_reports(text) for text in heads):
        return True
    listed = [lexicon().holds("tables", "inventory", mend(text)) for text in heads]
    others = [head.concept for head, is_listed in zip(header.heads, listed, strict=True) if not is_listed]
    return any(listed) and not ("measure" in others and {"start", "end", "period"} & {*others})


def _is_clock(context: Context, column: int) -> bool:
    """Tell whether most cells of a column without a heading, or headed as time, are times of a day, in their order."""
    head = context.header.heads[column] if context.header.rows else None
    if head is not None and head.text and not lexicon().holds("tables", "clock", mend(head.text)):
        return False
    texts = [c.text for c in context.table.column(column, context.first) if c.text and c.column == column]
    times = [match[0] for text in texts if (match := _TIME.match(mend(text))) is not None]
    minutes = [int(re.split(r"[.:]", t)[0]) * 60 + int(re.split(r"[.:]", t)[1]) for t in times]
    if len(times) < max(_LEAST_TIMES, _MOST_TIMES * len(texts)):
        return False
    return minutes == sorted(set(minutes)) and minutes[0] >= _FROM and minutes[-1] <= _TO


def _heads_others(text: str) -> bool:
    name = mend(text)
    return lexicon().holds("people", "roles", name) or lexicon().holds("tables", "others", name)


def _heads_risks_or_reports(text: str) -> bool:
    """Tell whether a table says what may go wrong ("Sannsynlighet"), or what is reported to whom ("Til hvem")."""
    return lexicon().found("tables", "likelihood", text) or lexicon().holds("tables", "reports", text)
