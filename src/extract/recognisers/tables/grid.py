"""Tables whose cells hold the measures: columns are periods, owners or statuses, rows are the other ones."""

from dataclasses import dataclass, replace

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.headers import Head, read_head
from extract.layout.items import Item, is_open, items_of, nest
from extract.layout.tables import Cell, Table
from extract.recognisers.colours import say_text_colour
from extract.recognisers.lexicon import lexicon
from extract.recognisers.qualified import is_qualified
from extract.recognisers.tables.context import Context
from extract.recognisers.tables.signs import say_own_sign
from extract.recognisers.values import say_head
from extract.recognisers.wording import is_listed_title, is_number, is_sentence, is_title
from veikart.core.people import looks_like_person
from veikart.core.periods import Period, parse_axis
from veikart.core.records import Field
from veikart.core.text import fold, mend
from veikart.core.vocabulary import Vocabulary

_LEAST = 0.5  # share of the items that must be worded as titles
_TOLD = 0.2  # … that tell a status or the like in parentheses, where organisations head the columns
_LONGEST_UNIT = 27  # days; a meeting plan has shorter ones


@dataclass(slots=True)
class Grid:
    """The body of such a table, and what stands over and beside it."""

    table: Table
    body: list[int]  # columns whose cells hold measures
    labels: list[int]  # columns whose cells name their row
    heads: dict[int, Head]
    first: int


def grid_of(context: Context, vocabulary: Vocabulary) -> Grid | None:
    """Return the grid of a table, None if its cells are no lists of measures."""
    table, header = context.table, context.header
    heads = dict(enumerate(header.heads))
    typed = [c for c, head in heads.items() if head.is_typed]
    if len(typed) >= 2:
        first = min(typed)
        labels = [c for c in range(first) if not heads[c].concept or heads[c].concept in {"group", "owner", "measure"}]
        body = typed + [c for c in heads if c > first and c not in typed and _is_like_body(table, c, context.first)]
        grid = Grid(table, sorted(body), labels, heads, context.first)
    else:
        found = _by_rows(context, vocabulary)
        if found is None:
            return None
        grid = found
    return grid if _holds_measures(grid, context, vocabulary) else None


def _by_rows(context: Context, vocabulary: Vocabulary) -> Grid | None:
    """Return the grid of a table whose rows are periods: one label column, all others with measures."""
    table = context.table
    labels = [cell for cell in table.column(0, context.first) if cell.text]
    rows = [_row_head(cell, context, vocabulary) for cell in labels]
    dated = [h for h in rows if h.later or h.counted or (h.period is not None and not _is_short(h.period))]
    if len(dated) < 2 or len(dated) * 5 < len(labels) * 3 or table.column_count < 2:
        return None
    heads = dict(enumerate(context.header.heads))
    body = [c for c in range(1, table.column_count) if heads[c].concept in {"", "measure", "need", "need_or_measure"}]
    return Grid(table, body, [0], heads, context.first) if body else None


def _row_head(cell: Cell, context: Context, vocabulary: Vocabulary) -> Head:
    """Return what a row's label says; in a plan a month or quarter may stand there without its year."""
    head = read_head(cell, vocabulary, context.year)
    heading = mend(context.heading.text) if context.heading is not None else context.title
    if head.is_typed or head.concept or not vocabulary.is_plan_heading(heading):
        return head
    label = parse_axis(head.text)
    return replace(head, counted=True) if label is not None and label.part is not None else head


def _is_short(period: Period) -> bool:
    return period.start is not None and period.end is not None and (period.end - period.start).days < _LONGEST_UNIT


def _is_like_body(table: Table, column: int, first: int) -> bool:
    """Tell whether an untyped column at the end of the periods still holds lists, not notes or figures."""
    cells = [cell for cell in table.column(column, first) if cell.text]
    return bool(cells) and sum(len(cell.written) > 1 or bool(cell.blocks[0].marker) for cell in cells) > len(cells) / 2


def _holds_measures(grid: Grid, context: Context, vocabulary: Vocabulary) -> bool:
    """Tell whether most items are worded as titles, and periods or rows with owners stand over and beside them."""
    items = [item for cell in _body_cells(grid) for item in items_of(cell.written, context.page.width, lists=True)]
    if not items or context.header.columns("author"):
        return False  # nothing, or publications by year
    good = [i for i in items if is_title(i.text, vocabulary) and not is_sentence(i.text)]
    if len(good) < _LEAST * len(items) or sum(looks_like_person(i.text) for i in good) > 0.5 * len(good):
        return False
    if sum(is_number(i.text) for i in items) > 0.3 * len(items):
        return False
    axis = [h for c, h in grid.heads.items() if c in grid.body and h.is_axis]
    statuses = [h for c, h in grid.heads.items() if c in grid.body and h.status]
    cells = [cell for c in grid.labels for cell in grid.table.column(c, grid.first)]
    beside = [_row_head(cell, context, vocabulary) for cell in cells]
    dated = [h for h in beside if h.is_axis]
    if len(axis) >= 2 or len(statuses) >= 2 or len(dated) >= 2 or (bool(axis) and bool(beside)):
        return True
    owned = [h for c, h in grid.heads.items() if c in grid.body and h.owners]
    told = sum(is_qualified(mend(item.text), vocabulary) for item in items) >= _TOLD * len(items)
    return len(owned) >= 2 and (told or vocabulary.is_plan_heading(context.title))


def _body_cells(grid: Grid) -> list[Cell]:
    found: dict[tuple[int, int], Cell] = {}
    for row in range(grid.first, grid.table.row_count):
        for column in grid.body:
            cell = grid.table.at(row, column)
            if cell is not None and cell.column not in grid.labels:
                found.setdefault((cell.row, cell.column), cell)
    return list(found.values())


def read_grid(context: Context, grid: Grid, deck: Deck, claim: Claim) -> None:
    """Add a draft for every item in the grid's cells to the claim."""
    claim.use([b for cell in context.header.cells for b in cell.blocks], Use.AXIS, "column heading")
    labels, state = _row_labels(grid, context, deck, claim), context.state
    broken = context.before is not None and grid.first not in labels  # the row goes on from the page before
    if broken:
        labels[grid.first] = state.labels
    for cell in _body_cells(grid):
        if not cell.written:
            continue
        over = [grid.heads[c] for c in cell.columns if c in grid.body]
        beside = list({id(h): h for row in cell.rows for h in labels.get(row, [])}.values())
        items = nest(items_of(cell.written, context.page.width, lists=True))
        if broken and cell.row == grid.first and _goes_on(items[0], state.tails.get(cell.column)):
            _join(items.pop(0), state.tails[cell.column], claim)
        for item in items:
            draft = _add(item, None, over, beside, context, cell, deck, claim)
            if draft is not None:
                state.tails[cell.column] = draft
    state.labels = labels.get(grid.table.row_count - 1, [])


def _goes_on(item: Item, tail: Draft | None) -> bool:
    """Tell whether the first text of a broken row is the rest of the last one on the page before."""
    return tail is not None and not item.marked and (item.text[:1].islower() or is_open(tail.title))


def _join(item: Item, tail: Draft, claim: Claim) -> None:
    tail.title += "\n" + item.text
    claim.use(item.blocks, Use.RECORD, "rest of the row on the page before")


def _row_labels(grid: Grid, context: Context, deck: Deck, claim: Claim) -> dict[int, list[Head]]:
    """Return what stands beside each row: merged and blank label cells hold for the rows below them."""
    labels: dict[int, list[Head]] = {}
    for column in grid.labels:
        above: Head | None = None
        sparse = column < max(grid.labels)
        for row in range(grid.first, grid.table.row_count):
            cell = grid.table.at(row, column)
            if cell is not None and cell.text and (above is None or above.cell is not cell):
                above = _row_head(cell, context, deck.vocabulary)
                claim.use(cell.blocks, Use.OWNER if above.owners else Use.GROUP, "label of the row")
            elif (cell is None or not cell.text) and not sparse:
                above = None
            if above is not None and above.text:
                labels.setdefault(row, []).append(above)
    return _areas(labels)


def _areas(labels: dict[int, list[Head]]) -> dict[int, list[Head]]:
    """Return the labels with "Tjenester" and the like as names of areas, where most rows are named after areas."""
    heads = list({id(h): h for row in labels.values() for h in row}.values())
    plain = sum(1 for h in heads if not h.is_typed and not h.concept)
    titled = [h for h in heads if h.concept == "measure"]
    if not titled or plain <= len(titled):
        return labels
    areas = {id(h): replace(h, concept="") for h in titled}
    return {row: [areas.get(id(h), h) for h in found] for row, found in labels.items()}


def _add(
    item: Item,
    parent: Draft | None,
    over: list[Head],
    beside: list[Head],
    context: Context,
    cell: Cell,
    deck: Deck,
    claim: Claim,
) -> Draft | None:
    prose = is_sentence(item.text) and not is_listed_title(item.text, marked=item.marked)
    if not is_title(item.text, deck.vocabulary) or prose or deck.vocabulary.is_furniture(item.text):
        claim.use(item.blocks, Use.IGNORED, "not worded as a title")
        return None
    suffix = f"/{item.part}" if item.part else ""
    listing = f"{context.listing}/{_list_of(over, beside, cell)}"
    draft = Draft(tuple(item.blocks), item.text, listing=listing, parent=parent, anchor_suffix=suffix)
    claim.add(draft)
    say_own_sign(draft, item.head, deck)
    say_head(draft, over, "table-column")
    for head in beside:
        if head.is_typed:
            say_head(draft, [head], "table-row")
    _say_group(draft, over, beside, context)
    if context.page.laid_out:
        say_text_colour(draft, context.page, deck)
    for child in item.children:
        if is_title(child.text, deck.vocabulary) and not is_sentence(child.text):
            _add(child, draft, over, beside, context, cell, deck, claim)
        else:
            draft.say(Field.DESCRIPTION, mend(child.text), child.head, "table-cell")
            claim.use(child.blocks, Use.DESCRIPTION, "text about the measure")
    return draft


def _list_of(over: list[Head], beside: list[Head], cell: Cell) -> str:
    """Return which list of the table a cell is part of: one owner's row or column, else the whole table."""
    owner = next((fold(h.text) for h in (*beside, *over) if h.owners), "")
    return owner or ("all" if beside or over else f"r{cell.row}")


def _is_body(head: Head) -> bool:
    return lexicon().holds("tables", "bodies", head.text)


def _say_group(draft: Draft, over: list[Head], beside: list[Head], context: Context) -> None:
    for head in (*beside, *over):
        if not head.is_typed and (not head.concept or _is_body(head)) and head.text and not is_number(head.text):
            draft.say(Field.GROUP, head.text, head.cell.written[0] if head.cell else None, "table-row")
            return
    if context.heading is not None:
        draft.say(Field.GROUP, mend(context.heading.text), context.heading, "heading")
