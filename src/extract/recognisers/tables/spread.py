"""Tables of how far each place has come with each measure: names down, places across, signs or colours in the cells."""

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.legend import Told, legend_of
from extract.layout.tables import Cell
from extract.recognisers.colours import is_coloured, say_colour
from extract.recognisers.tables.context import Context
from extract.recognisers.tables.numbers import is_row_title
from extract.recognisers.tables.signs import say_sign, sign_status
from extract.recognisers.wording import is_mark
from veikart.core.records import Field, Role

_LEAST_ROWS, _LEAST_PLACES = 3, 3
_STATUSES = 2  # that the page's legend tells, at least
_MARKED = 0.3  # share of the cells that are marked, at least


def spread_of(context: Context, deck: Deck) -> list[tuple[Cell, list[Cell]]]:
    """Return each name with the cells of its row; [] where a cell holds anything but marks that the page explains."""
    table, first = context.table, max(context.first, 1)  # names of places are no headings that are known
    legend = legend_of(context.page, deck)
    if not legend.own or len({e.status for e in legend.entries if e.status}) < _STATUSES:
        return []
    if table.column_count <= _LEAST_PLACES or any(head.is_typed for head in context.header.heads):
        return []
    rows: list[tuple[Cell, list[Cell]]] = []
    for row in range(first, table.row_count):
        name, *places = (table.at(row, column) for column in range(table.column_count))
        if name is None or not is_row_title(name.text, deck.vocabulary):
            return []
        rows.append((name, [place for place in places if place is not None]))
    cells = [place for _, found in rows for place in found]
    marked = sum(_is_marked(cell) for cell in cells)
    only_marks = all(not cell.text or is_mark(cell.text) for cell in cells)
    return rows if len(rows) >= _LEAST_ROWS and only_marks and marked >= _MARKED * len(cells) else []


def read_spread(rows: list[tuple[Cell, list[Cell]]], context: Context, deck: Deck, claim: Claim) -> None:
    """Add a measure for each row; its status is told where all places say the same."""
    legend = legend_of(context.page, deck)
    claim.use(list(legend.blocks), Use.LEGEND, "legend")
    for name, places in rows:
        draft = claim.add(Draft(name.written, name.text, Role.MEASURE, context.listing))
        for cell in places:
            claim.use(cell.blocks, Use.STATUS, "how far a place has come")
        told = [_told(cell, context, deck) for cell in places]
        if told and len({answer.text for answer in told}) == 1 and told[0]:
            if not say_sign(draft, places[0], deck, claim):
                say_colour(draft, told[0], places[0].fill, places[0].blocks[0], deck.vocabulary)
        elif colours := sorted({answer.text for answer in told if answer}):
            draft.say(Field.STATUS_TEXT, "; ".join(colours), places[0].blocks[0], "legend-colour")


def _is_marked(cell: Cell) -> bool:
    return bool(cell.text) or is_coloured(cell.fill)


def _told(cell: Cell, context: Context, deck: Deck) -> Told:
    """Return what a cell's sign or colour says through the page's key."""
    by_sign = sign_status(cell.text.strip(), context.page.number, deck) if cell.text else None
    if by_sign is not None:
        return Told(by_sign[0], by_sign[1], "legend-sign", block=cell.blocks[0])
    return legend_of(context.page, deck).status(fill=cell.fill) if is_coloured(cell.fill) else Told()
