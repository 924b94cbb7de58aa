"""Tables that their headings keep out: of publications, of people, of risks, of reports, of systems with contracts."""

from extract.recognisers.lexicon import lexicon
from extract.recognisers.tables.context import Context
from veikart.core.text import mend


def is_of_others(context: Context, title: int) -> bool:
    """Tell whether headings say that a table, whose names stand in the column `title`, lists no measures."""
    header, table = context.header, context.table
    if header.columns("author"):
        return True  # a list of publications
    heads = [head.text for head in header.heads]
    first = heads[: title + 1] if header.rows else [cell.text for cell in table.row(0)] if table.row_count else []
    needed = bool(header.rows) and header.heads[title].concept == "need"  # whose need it is stands beside it
    if not needed and any(_heads_others(text) for text in first):
        return True  # "Rolle | Hvem | Oppgave", "Risiko | Tiltak": what is done in the organisation or about a risk
    named = bool(header.rows) and lexicon().holds("tables", "areas", heads[title])
    beside = heads[:title] + heads[title + 1 :]
    if named and any(lexicon().holds("people", "columns", mend(text)) for text in beside):
        return True  # "Navn | Rolle | Ansvar": who takes part
    return any(_heads_risks_or_reports(text) or lexicon().holds("tables", "inventory", mend(text)) for text in heads)


def _heads_others(text: str) -> bool:
    name = mend(text)
    return lexicon().holds("people", "roles", name) or lexicon().holds("tables", "others", name)


def _heads_risks_or_reports(text: str) -> bool:
    """Tell whether a table says what may go wrong ("Sannsynlighet"), or what is reported to whom ("Til hvem")."""
    return lexicon().found("tables", "likelihood", text) or lexicon().holds("tables", "reports", text)
