"""The parent that stands beside a title in its row: the need it meets, or the measure it is a part of."""

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.tables import Cell
from extract.recognisers.tables.columns import Columns
from extract.recognisers.tables.context import Context
from extract.recognisers.values import say_cell_owners, say_cell_period, say_cell_status
from extract.recognisers.wording import is_listed_title, is_sentence, is_title
from veikart.core.records import Field, Role
from veikart.core.text import fold, mend


def parent_beside(context: Context, columns: Columns, row: int, claim: Claim, deck: Deck) -> Draft | None:
    """Return the draft of the need or measure beside a row's title; a blank cell goes on with the one above it."""
    column = columns.need if columns.need is not None else columns.outer
    assert column is not None
    cell, known = context.table.at(row, column), context.state.need
    if cell is None or not cell.text:
        return known
    if known is not None and (known.blocks[0] in cell.blocks or fold(known.title) == fold(cell.text)):
        claim.use(cell.blocks, Use.RECORD, "the measure above again")
        return known
    context.state.need = None
    worded = columns.need is not None and _spans_rows(context, column) and is_listed_title(cell.text, marked=True)
    if not worded and (is_sentence(cell.text) or not is_title(cell.text, deck.vocabulary)):
        claim.use(cell.blocks, Use.DESCRIPTION, "need in words")
        return None
    role, listing = (Role.NEED, "needs") if columns.need is not None else (Role.MEASURE, "outer")
    text = "\\n".join(b.text for b in cell.written)
    draft = claim.add(Draft(cell.written, text, role, listing=f"{context.listing}/{listing}"))
    _say_group(draft, context)
    if role is Role.MEASURE:
        _say_shared(draft, cell, context, columns, deck, claim)
    context.state.need = draft
    return draft


def _spans_rows(context: Context, column: int) -> bool:
    """Tell whether cells of a column are merged over several rows: needs over the measures that meet each of them."""
    return any(cell.row_span > 1 for cell in context.table.column(column, context.first))


def _say_group(draft: Draft, context: Context) -> None:
    if context.state.group:
        draft.say(Field.GROUP, context.state.group, context.state.group_source, "table-section")
    elif context.heading is not None:
        draft.say(Field.GROUP, mend(context.heading.text), context.heading, "heading")


def _say_shared(draft: Draft, outer: Cell, context: Context, columns: Columns, deck: Deck, claim: Claim) -> None:
    """Add what the cells say that are merged over the same rows as the outer measure's own cell."""

    def shared(column: int | None) -> Cell | None:
        cell = context.table.at(outer.row, column) if column is not None else None
        return cell if cell is not None and cell.rows == outer.rows and outer.row_span > 1 else None

    for column in columns.owner:
        say_cell_owners(draft, shared(column), deck.vocabulary, claim, columns.organisations)
    say_cell_period(draft, shared(columns.start), shared(columns.end), shared(columns.period), claim, context.year)
    say_cell_status(draft, shared(columns.status), deck.vocabulary, claim)
