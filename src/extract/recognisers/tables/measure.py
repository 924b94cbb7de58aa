"""Tables with a measure in each row: title, owner, period, status and the like in columns of their own."""

import re

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.headers import Head, read_head
from extract.layout.items import is_open
from extract.layout.tables import Cell
from extract.recognisers.colours import say_cell_colour, say_dot, say_text_colour
from extract.recognisers.tables.beside import parent_beside
from extract.recognisers.tables.columns import Columns
from extract.recognisers.tables.context import Context
from extract.recognisers.tables.duration import say_duration
from extract.recognisers.tables.marks import say_marks
from extract.recognisers.tables.numbers import is_row_title, leading_number, without_number
from extract.recognisers.tables.rows import repeats_header, section_cell
from extract.recognisers.tables.schedules import count_of, tasks_in
from extract.recognisers.tables.signs import say_sign, sign_column
from extract.recognisers.tables.titles import TitleText, titles_in
from extract.recognisers.values import (
    say_cell_owners,
    say_cell_period,
    say_cell_status,
    say_cell_text,
    say_head,
    say_period,
)
from veikart.core.blocks import Block
from veikart.core.counted import counted_label, is_stage
from veikart.core.geometry import Box
from veikart.core.periods import parse_period
from veikart.core.records import Field, Role
from veikart.core.text import mend

_NUMBER = re.compile(r"(\d+(?:\.\d+)*|[A-ZÆØÅ](?:\.?\d+)*)[.)]?")
_INDENT = 0.008  # share of the page's width that a sub-row stands further in
_SMALLER = 0.9
_TOTAL = re.compile(r"(?:sum|total[t]?|i alt|totalsum|antall|antal|number of|tal på)\b.*", re.IGNORECASE)


def read_measures(context: Context, columns: Columns, deck: Deck, claim: Claim) -> None:
    """Add a draft for every measure of the table to the claim."""
    table = context.table
    if columns.status is None:
        columns.status = sign_column(context, columns, deck)
    claim.use([b for cell in context.header.cells for b in cell.blocks], Use.AXIS, "column heading")
    section: Head | None = None
    done: set[int] = set()
    for row in range(context.first, table.row_count):
        cells = [cell for cell in table.row(row) if cell.row == row]
        if repeats_header(table, row, context.header):
            claim.use([b for cell in cells for b in cell.blocks], Use.AXIS, "column heading again")
            context.state.need = None
            continue
        if row == table.row_count - 1 and (note := _note(cells, context)) is not None:
            claim.use(note.blocks, Use.IGNORED, "note under the table")
            continue
        heading = section_cell(cells, columns, table, context.header)
        if heading is None and repeats_header(table, row + 1, context.header):
            heading = _lone(cells)
        if heading is not None:
            section = _section(heading, context, deck, claim)
            continue
        title = table.at(row, columns.title)
        if title is None or id(title) in done or not title.text or _TOTAL.fullmatch(title.text):
            continue
        done.add(id(title))
        if row == context.first and _is_rest_of_row(context, columns, row, title):
            _go_on(context, title, claim)
            continue
        for draft in _row(context, columns, row, title, deck, claim):
            if section is not None and section.is_typed:
                _say_section(draft, section)


def _is_rest_of_row(context: Context, columns: Columns, row: int, title: Cell) -> bool:
    """Tell whether the first row of a continued table is the rest of the row that the page before ended in."""
    last = context.state.last
    if context.before is None or last is None:
        return False
    telling = {columns.start, columns.end, columns.period, columns.status, columns.number, *columns.marks}
    if any(cell.column in telling and cell.text and not cell.text[0].islower() for cell in context.table.row(row)):
        return False
    return title.text[:1].islower() or title.text.startswith("(") or is_open(last.title)


def _go_on(context: Context, title: Cell, claim: Claim) -> None:
    last = context.state.last
    assert last is not None
    last.title += "\n" + "\n".join(block.text for block in title.written)
    claim.use(title.blocks, Use.RECORD, "rest of the row on the page before")


def _note(cells: list[Cell], context: Context) -> Cell | None:
    """Return the only cell with text of the last row where it is a sentence, or spans columns, in smaller letters than
    what stands above it."""
    lone = _lone(cells)
    above = context.table.at(lone.row - 1, lone.column) if lone is not None else None
    if lone is None or above is None or not above.written or not (lone.text.endswith(".") or lone.column_span > 1):
        return None
    return lone if 0 < lone.written[0].size < _SMALLER * above.written[0].size else None


def _lone(cells: list[Cell]) -> Cell | None:
    """Return the only cell with text of a row, as a heading between two printings of the column headings."""
    written = [cell for cell in cells if cell.text]
    return written[0] if len(written) == 1 else None


def _section(cell: Cell, context: Context, deck: Deck, claim: Claim) -> Head:
    head = read_head(cell, deck.vocabulary, context.year)
    claim.use(cell.blocks, Use.GROUP, "heading inside the table")
    if not head.is_typed:
        context.state.group, context.state.group_source = cell.text, cell.written[0]
    context.state.need = None
    return head


def _say_section(draft: Draft, section: Head) -> None:
    known = draft.says(Field.PERIOD_START) or draft.says(Field.PERIOD_END)
    tells = (
        (bool(section.owners) and not draft.says(Field.OWNERS))
        or (section.is_axis and not known)
        or (section.status is not None and not draft.says(Field.STATUS))
    )
    if tells:
        say_head(draft, [section], "table-section")


def _row(context: Context, columns: Columns, row: int, title: Cell, deck: Deck, claim: Claim) -> list[Draft]:
    role = _role(context, columns, row, deck, claim)
    drafts = []
    for group, found in _titles_of(context, columns, title):
        text = without_number(found.title)
        if not is_row_title(found.title, deck.vocabulary) and not deck.vocabulary.header(mend(text)):
            claim.use(found.item.blocks, Use.IGNORED, "no title in the title column")
            continue
        draft = _draft(context, found, text, role or Role.MEASURE)
        claim.add(draft)
        draft.say(Field.GROUP, group, title.written[0], "table-cell")
        _say_row(draft, context, columns, row, deck, claim)
        draft.say(Field.DESCRIPTION, found.description, found.item.head, "table-cell")
        claim.use(found.about, Use.DESCRIPTION, "text about the measure")
        _tie(draft, context, columns, row, title, role, claim, deck)
        context.state.last = draft
        drafts.append(draft)
    return drafts


def _titles_of(context: Context, columns: Columns, title: Cell) -> list[tuple[str, TitleText]]:
    """Return the titles of a cell, each with the stage that it stands under in it, "" for none."""
    width = context.page.width
    if columns.listed:
        return tasks_in(title, width)
    return [("", found) for found in titles_in(title, width, loose=columns.loose)]


def _draft(context: Context, found: TitleText, text: str, role: Role) -> Draft:
    suffix = f"/{found.item.part}" if found.item.part else ""
    draft = Draft(tuple(found.item.blocks), text, role, listing=context.listing, anchor_suffix=suffix)
    group, source = context.state.group, context.state.group_source
    if group:
        draft.say(Field.GROUP, group, source, "table-section")
    return draft


def _say_row(draft: Draft, context: Context, columns: Columns, row: int, deck: Deck, claim: Claim) -> None:
    table, vocabulary = context.table, deck.vocabulary
    for column in columns.owner:
        say_cell_owners(draft, table.at(row, column), vocabulary, claim, columns.organisations)
    start, end, whole = (
        table.at(row, c) if c is not None else None for c in (columns.start, columns.end, columns.period)
    )
    say_cell_period(draft, start, end, whole, claim, context.year)
    if columns.weeks is not None:
        _say_week(draft, context, columns.weeks, row, claim)
    if columns.duration is not None:
        say_duration(draft, table.at(row, columns.duration), claim)
    told = table.at(row, columns.status) if columns.status is not None else None
    if not say_sign(draft, told, deck, claim):
        say_cell_status(draft, told, vocabulary, claim)
    for column in columns.description:
        say_cell_text(draft, table.at(row, column), claim)
    say_marks(draft, context, columns, row, deck, claim)
    _say_colours(draft, context, columns, row, deck)
    _say_group(draft, context, columns, row, claim)


def _say_week(draft: Draft, context: Context, column: int, row: int, claim: Claim) -> None:
    """Add the week or sprint that the row is, where nothing else dates it; a blank cell repeats the one above it."""
    cell, known = context.table.at(row, column), context.state.inherited
    if cell is not None and cell.text:
        claim.use(cell.blocks, Use.PERIOD, "week of the row")
        known[column] = count_of(context.header.heads[column].text, cell.text)
    text, source = known.get(column, ""), cell.written[0] if cell and cell.text else None
    if is_stage(counted_label(text)):
        draft.say(Field.GROUP, text, source, "table-cell")
    elif text and not draft.says(Field.PERIOD_TEXT):
        dated = f"{text} {context.year.start.year}" if context.year and context.year.start else text
        say_period(draft, parse_period(dated), text, source, "table-cell")


def _say_colours(draft: Draft, context: Context, columns: Columns, row: int, deck: Deck) -> None:
    """Add what the colour of the status cell says, else that of the title."""
    cell = context.table.at(row, columns.status) if columns.status is not None else None
    if cell is not None:
        say_cell_colour(draft, cell, context.page, deck)
    elif columns.status is not None:
        say_dot(draft, context.table.area(row, columns.status) or _right_of(context, columns, row), context.page, deck)
    elif context.page.laid_out:
        say_text_colour(draft, context.page, deck)


def _right_of(context: Context, columns: Columns, row: int) -> Box | None:
    """Return where the status cell of a row would be, by the columns of the table's part on the page before."""
    title = context.table.at(row, columns.title)
    before = context.before
    if title is None or title.box is None or before is None or columns.status is None:
        return None
    head = before.header.heads[columns.status].cell
    return Box(head.box.x0, title.box.y0, head.box.x1, title.box.y1) if head is not None and head.box else None


def _say_group(draft: Draft, context: Context, columns: Columns, row: int, claim: Claim) -> None:
    if draft.says(Field.GROUP) and not columns.group:
        return
    for column in columns.group:
        cell = context.table.at(row, column)
        if cell is not None and cell.text:
            claim.use(cell.blocks, Use.GROUP, "group of the row")
            context.state.inherited[column] = cell.text
        text = context.state.inherited.get(column, "")
        if text and not draft.says(Field.GROUP):
            draft.say(Field.GROUP, text, cell.written[0] if cell and cell.text else None, "table-cell")
    head = context.header.heads[columns.title]
    if context.effort and head.text and not head.concept and not draft.says(Field.GROUP):
        draft.say(Field.GROUP, head.text, head.cell.written[0] if head.cell else None, "table-column")
    if not draft.says(Field.GROUP) and context.heading is not None:
        draft.say(Field.GROUP, mend(context.heading.text), context.heading, "heading")


def _role(context: Context, columns: Columns, row: int, deck: Deck, claim: Claim) -> Role | None:
    if columns.role is None:
        return None
    cell = context.table.at(row, columns.role)
    if cell is None or not cell.text:
        return None
    claim.use(cell.blocks, Use.GROUP, "role of the row")
    return deck.vocabulary.role(cell.text)


def _tie(
    draft: Draft, context: Context, columns: Columns, row: int, title: Cell, role: Role | None, claim: Claim, deck: Deck
) -> None:
    """Set the draft's parent: the need above it, the need beside it, the row with the shorter number, the outer row."""
    state = context.state
    if columns.role is not None:
        if role is Role.NEED:
            state.need = draft
        elif role is not None:
            draft.parent = state.need
        return
    if columns.need is not None or columns.outer is not None:
        draft.parent = parent_beside(context, columns, row, claim, deck)
        if columns.outer is not None and draft.parent is not None:
            draft.role = Role.ACTIVITY
        return
    number = _number_of(context, columns, row, title)
    if number:
        state.numbered[number] = draft
        outer = number.rpartition(".")[0]
        draft.parent = state.numbered.get(outer) if outer else None
        return
    draft.parent = _outer_row(draft, context, title)


def _number_of(context: Context, columns: Columns, row: int, title: Cell) -> str:
    if columns.number is not None:
        cell = context.table.at(row, columns.number)
        found = _NUMBER.fullmatch(cell.text) if cell is not None and cell.text else None
        if found:
            return found[1]
    return leading_number(title.text)


def _outer_row(draft: Draft, context: Context, title: Cell) -> Draft | None:
    """Return the nearest row above that stands less far in."""
    head = draft.blocks[0]
    depth = float(head.level)
    if not head.marker and head.box is not None and title.box is not None and not _is_centred(head, title):
        depth += round((head.box.x0 - title.box.x0) / _INDENT) * 0.5
    stack = context.state.indented
    while stack and stack[-1][0] >= depth:
        stack.pop()
    parent = stack[-1][1] if stack else None
    stack.append((depth, draft))
    return parent


def _is_centred(block: Block, cell: Cell) -> bool:
    if block.box is None or cell.box is None:
        return False
    left, right = block.box.x0 - cell.box.x0, cell.box.x1 - block.box.x1
    return abs(left - right) < 0.15 * max(cell.box.width, 0.01) and left > _INDENT
