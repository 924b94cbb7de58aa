"""Tables of a written text: read like all others, with what the headings above them tell of their rows."""

from dataclasses import replace

from extract.claims import Claim, Draft
from extract.deck import Deck
from extract.recognisers.judgement import about_measures
from extract.recognisers.lexicon import lexicon
from extract.recognisers.tables import NAME, recognise_tables
from extract.recognisers.written.facts import say_told
from extract.recognisers.written.scope import standings
from extract.recognisers.written.signs import sign_status, signs_of
from veikart.core.blocks import Block, Page
from veikart.core.records import Field, Status
from veikart.core.text import mend

__all__ = ["NAME", "written_tables"]


def written_tables(page: Page, deck: Deck) -> Claim | None:
    """Claim the tables of a page but for those under headings that say that they are no part of a plan."""
    claim = recognise_tables(page, deck)
    if claim is None:
        return None
    signs, cells = signs_of(page, deck), _cells(page)
    place = {block.id: here for here in standings(page, deck) for block in here.section.body}
    telling = {draft.blocks[0].table for draft in claim.drafts if _tells_when_or_how_far(draft)}
    telling |= _of_measures(page, deck, claim)
    kept = []
    for draft in claim.drafts:
        here = place.get(draft.blocks[0].id)
        if here is not None and (here.shut or not (here.in_plan or draft.blocks[0].table in telling)):
            claim.uses.pop(draft.blocks[0].id, None)
            continue
        kept.append(draft)
        if not draft.says(Field.STATUS):
            _say_sign(draft, cells, signs)
        if here is not None:
            say_told(draft, here.period, here.status, here.group)
    return replace(claim, drafts=kept)


def _tells_when_or_how_far(draft: Draft) -> bool:
    """Tell whether a row has a period or a status: outside a plan, names with descriptions are any table's."""
    return any(map(draft.says, (Field.PERIOD_TEXT, Field.PERIOD_START, Field.PERIOD_END, Field.STATUS)))


def _of_measures(page: Page, deck: Deck, claim: Claim) -> set[str]:
    """Return the tables whose column of titles says that measures stand in it: "Tiltak", not "Name" or "Feature"."""
    titled = {(draft.blocks[0].table, draft.blocks[0].column) for draft in claim.drafts}
    heads = [block for block in page.blocks if block.row == 0 and (block.table, block.column) in titled]
    named = [head for head in heads if not lexicon().holds("tables", "areas", mend(head.text))]
    return {head.table for head in named if about_measures(mend(head.text), deck.vocabulary) == 1.0}


def _cells(page: Page) -> dict[tuple[str, int], list[Block]]:
    """Return the cells of each row of a page's tables."""
    rows: dict[tuple[str, int], list[Block]] = {}
    for block in page.blocks:
        if block.table:
            rows.setdefault((block.table, block.row), []).append(block)
    return rows


def _say_sign(draft: Draft, cells: dict[tuple[str, int], list[Block]], signs: dict[str, Status | None]) -> None:
    """Add the status for which a sign stands at the beginning of another cell of the row."""
    head = draft.blocks[0]
    for cell in cells.get((head.table, head.row), ()):
        told = sign_status(cell.text[:2], signs) if cell.column != head.column else None
        if told is not None and told[1] is not None:
            draft.say(Field.STATUS, told[1].value, cell, "table-cell", original=cell.text)
            if not draft.says(Field.STATUS_TEXT):
                draft.say(Field.STATUS_TEXT, cell.text, cell, "table-cell")
            return
