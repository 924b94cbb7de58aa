"""Tables that tick rows off: a cross, a dot or a coloured cell under a period, an owner or a status."""

from collections import Counter

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.legend import Legend, legend_of
from extract.layout.tables import Cell
from extract.recognisers.colours import is_coloured, say_cell_colour, say_colour
from extract.recognisers.tables.columns import Columns
from extract.recognisers.tables.context import Context
from extract.recognisers.tables.duties import letters_in, owning_letter
from extract.recognisers.values import say_head
from extract.recognisers.wording import is_mark
from veikart.core.blocks import UNKNOWN_COLOUR
from veikart.core.colour import distance, is_light
from veikart.core.records import Field

_ANSWERS = "tables.answers"
_LEGENDS = "marks.legends"
_UNLIKE = 12.0  # distance in Lab from which a fill is another colour than the row's own
_NOTHING = frozenset({"", "-", "–", "—", "nei", "no", "n/a"})


def say_marks(draft: Draft, context: Context, columns: Columns, row: int, deck: Deck, claim: Claim) -> None:
    """Add what the headings of the row's marked cells say: the union of their periods, their owners, their status."""
    marked = marked_cells(context, columns, row)
    for cell in marked:
        claim.use(cell.blocks, Use.PERIOD, "marked cell")
    letter = _letter(context, columns, deck)
    if letter:
        marked = [cell for cell in marked if letter in letters_in(cell.text)]
    heads = [context.header.heads[c] for cell in marked for c in cell.columns if c in columns.marks]
    if not marked:
        return
    say_head(draft, [h for h in heads if h.is_axis], "table-mark")
    owned = bool(columns.owner) and draft.says(Field.OWNERS)  # the others take part
    for head in heads:
        if not head.is_axis and not (owned and head.owners):
            say_head(draft, [head], "table-mark")
    words = [cell.text for cell in marked if cell.text and not is_mark(cell.text) and not letter]
    draft.say(Field.DESCRIPTION, "; ".join(words), marked[0].written[0] if words else None, "table-cell")
    fills = [cell.fill for cell in marked if _is_marked_fill(cell, context, columns, row)]
    colour = Counter(fills).most_common(1)[0][0] if fills else ""
    if colour and not draft.says(Field.STATUS):
        told = _legend(context, columns, deck).status(fill=colour)
        say_colour(draft, told, colour, marked[0].blocks[0], deck.vocabulary)
    elif not colour:
        for cell in marked[:1]:
            say_cell_colour(draft, cell, context.page, deck)


def _letter(context: Context, columns: Columns, deck: Deck) -> str:
    """Return the letter of those who answer for the rows; found once for a table."""
    known: dict[tuple[str, int], str] = deck.shared.setdefault(_ANSWERS, {})
    table = (context.table.id, context.first)
    if table not in known:
        known[table] = owning_letter(context, columns.marks)
    return known[table]


def _legend(context: Context, columns: Columns, deck: Deck) -> Legend:
    """Return the legend that tells what the table's colours mean; found once for a table."""
    known: dict[str, Legend] = deck.shared.setdefault(_LEGENDS, {})
    table = context.table
    if table.id not in known:
        legend = legend_of(context.page, deck)
        rows = range(context.first, table.row_count)
        cells = [cell for row in rows for c in columns.marks if (cell := table.at(row, c)) and is_coloured(cell.fill)]
        suits = legend.suits([(cell.fill, legend.status(fill=cell.fill)) for cell in cells])
        known[table.id] = legend if suits else Legend()
    return known[table.id]


def marked_cells(context: Context, columns: Columns, row: int) -> list[Cell]:
    """Return the row's cells that are ticked off: by a mark or words in them, else by a colour of their own."""
    cells: list[Cell] = []
    for column in columns.marks:
        cell = context.table.at(row, column)
        if cell is not None and cell not in cells:
            cells.append(cell)
    written = [cell for cell in cells if cell.text.casefold() not in _NOTHING]
    if written:
        coloured = [c for c in cells if c not in written and _is_marked_fill(c, context, columns, row)]
        return [c for c in cells if c in written or c in coloured]
    return [cell for cell in cells if _is_marked_fill(cell, context, columns, row)]


def _is_marked_fill(cell: Cell, context: Context, columns: Columns, row: int) -> bool:
    """Tell whether a cell's colour stands out from its row: unlike the title's cell, and not a colour of every cell."""
    if not is_coloured(cell.fill):
        return False
    title = context.table.at(row, columns.title)
    if title is not None and title.fill and title.fill != UNKNOWN_COLOUR and distance(cell.fill, title.fill) < _UNLIKE:
        return False
    beside = [context.table.at(row, c) for c in columns.marks]
    painted = [c.fill for c in beside if c is not None and c.fill]
    whole_row = len(painted) == len(columns.marks) > 1 and len(set(painted)) == 1
    return not (whole_row and is_light(cell.fill)) or _marks_elsewhere(cell.fill, context, columns)


def _marks_elsewhere(fill: str, context: Context, columns: Columns) -> bool:
    """Tell whether the colour marks some cells of other rows, but not all: then a row full of it is no stripe."""
    for row in range(context.first, context.table.row_count):
        cells = [context.table.at(row, c) for c in columns.marks]
        same = sum(c is not None and c.fill == fill for c in cells)
        if 0 < same < len(columns.marks):
            return True
    return False
