"""Tables that say which regional names belong to which common measure: binding links."""

import re
from dataclasses import dataclass

from extract.claims import Claim, Draft, DraftLink, Use
from extract.deck import Deck
from extract.layout.headers import Head
from extract.layout.items import items_of
from extract.layout.tables import Cell
from extract.recognisers.tables.context import Context
from extract.recognisers.values import (
    say_cell_owners,
    say_cell_period,
    say_cell_status,
    say_cell_text,
    say_owners,
)
from extract.recognisers.wording import is_listed_title, is_sentence, is_title
from veikart.core.records import Field, LinkKind, Role
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_CODE_AT_END = re.compile(r"\(([^()]+)\)\s*$")
_CODED = 0.6  # share of the right column's items that end in an owner's code, where the headings tell nothing


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """The column of common names, and the columns of regional ones."""

    common: int
    members: tuple[int, ...]


def crosswalk_of(context: Context, vocabulary: Vocabulary) -> Crosswalk | None:
    """Return the columns of a crosswalk, None if the table is none."""
    header = context.header
    common = header.first("common")
    regional = header.columns("regional")
    owners = [c for c, head in enumerate(header.heads) if head.owners]
    if common is not None and (regional or owners):
        return Crosswalk(common, tuple(sorted({*regional, *owners} - {common})))
    if regional and len(regional) < context.table.column_count:
        left = min(regional) - 1
        return Crosswalk(left, tuple(regional)) if left >= 0 else None
    return _by_codes(context, common, vocabulary)


def _by_codes(context: Context, common: int | None, vocabulary: Vocabulary) -> Crosswalk | None:
    """Return a crosswalk of two columns: names at the left, lists of names with owner codes at the right."""
    table = context.table
    if table.column_count != 2 or table.row_count - context.first < 2:
        return None
    if common is None and any(head.is_typed or head.concept not in {"", "measure"} for head in context.header.heads):
        return None
    items = [i for cell in table.column(1, context.first) for i in items_of(cell.written, context.page.width)]
    coded = [i for i in items if _code(i.text, vocabulary)]
    names = [cell for cell in table.column(0, context.first) if cell.text]
    good = sum(is_title(cell.text, vocabulary) for cell in names)
    if len(items) <= len(names) or len(coded) < _CODED * len(items) or good < 0.7 * len(names):
        return None
    return Crosswalk(0, (1,))


def _code(text: str, vocabulary: Vocabulary) -> bool:
    found = _CODE_AT_END.search(mend(text))
    return found is not None and bool(vocabulary.split_organisations(found[1]))


def read_crosswalk(context: Context, crosswalk: Crosswalk, deck: Deck, claim: Claim) -> None:
    """Add common measures, their members and the links between them to the claim."""
    table = context.table
    claim.use([b for cell in context.header.cells for b in cell.blocks], Use.AXIS, "column heading")
    commons: dict[int, Draft] = {}
    last = context.state.need
    for row in range(context.first, table.row_count):
        left = table.at(row, crosswalk.common)
        if left is not None and left.text:
            last = commons.get(id(left)) or _common(left, crosswalk, context, deck, claim)
            if last is not None:
                commons[id(left)] = last
        context.state.need = last
        for column in crosswalk.members:
            cell = table.at(row, column)
            if cell is not None and cell.row == row and cell.text:
                _members(cell, last, context.header.heads[column], context, deck, claim)


def _common(cell: Cell, crosswalk: Crosswalk, context: Context, deck: Deck, claim: Claim) -> Draft | None:
    if not is_title(cell.text, deck.vocabulary):
        claim.use(cell.blocks, Use.GROUP, "heading inside the table")
        return None
    text = "\n".join(block.text for block in cell.written)
    draft = Draft(cell.written, text, Role.COMMON, listing=context.listing)
    if context.heading is not None:
        draft.say(Field.GROUP, mend(context.heading.text), context.heading, "heading")
    _say_row(draft, cell, crosswalk, context, deck, claim)
    return claim.add(draft)


def _say_row(draft: Draft, cell: Cell, crosswalk: Crosswalk, context: Context, deck: Deck, claim: Claim) -> None:
    """Add what the columns that hold no names tell of the common measure of a row.

    An owner right of one of several members of the measure is the member's.
    """
    row = cell.row

    def told(concept: str) -> Cell | None:
        column = context.header.first(concept)
        return context.table.at(row, column) if column is not None else None

    say_cell_period(draft, told("start"), told("end"), told("period"), claim, context.year)
    say_cell_status(draft, told("status"), deck.vocabulary, claim)
    owner = told("owner")
    if owner is None or owner.row_span >= cell.row_span or owner.column - 1 not in crosswalk.members:
        say_cell_owners(draft, owner, deck.vocabulary, claim)
    say_cell_text(draft, told("description"), claim)


def _source(cell: Cell, context: Context, deck: Deck) -> Cell | None:
    """Return the cell right of a member that names nothing but organisations of this very row: whose measure it is."""
    beside = context.table.at(cell.row, cell.column + 1)
    if beside is None or (beside.row, beside.row_span) != (cell.row, cell.row_span):
        return None
    return beside if deck.vocabulary.split_organisations(beside.text) else None


def _members(cell: Cell, common: Draft | None, head: Head, context: Context, deck: Deck, claim: Claim) -> None:
    for item in items_of(cell.written, context.page.width, lists=True):
        others = not set(deck.vocabulary.split_organisations(mend(item.text))) <= set(head.owners)
        named = is_title(item.text, deck.vocabulary) or (bool(head.owners) and others)  # called as who makes it
        if not named or (is_sentence(item.text) and not is_listed_title(item.text, marked=item.marked)):
            claim.use(item.blocks, Use.IGNORED, "not worded as a title")
            continue
        suffix = f"/{item.part}" if item.part else ""
        listing = f"{context.listing}/r{cell.row}"
        role = Role.MEMBER if common is not None else Role.MEASURE
        draft = Draft(tuple(item.blocks), item.text, role, listing, common, anchor_suffix=suffix)
        claim.add(draft)
        say_owners(draft, head.owners, head.text, head.cell.written[0] if head.cell else None, "table-column")
        if not head.owners:
            say_cell_owners(draft, _source(cell, context, deck), deck.vocabulary, claim)
        if common is not None:
            claim.links.append(DraftLink(LinkKind.CROSSWALK, common, draft, source=item.head, method="crosswalk-row"))
