"""Tables in text files, read like all others; the line above a table is its heading."""

from extract.claims import Claim, Use
from extract.deck import Deck
from extract.recognisers.flat.pages import without_side
from extract.recognisers.tables import NAME, recognise_tables
from veikart.core.blocks import Block, Page
from veikart.core.records import Field

__all__ = ["NAME", "flat_tables", "flow_tables"]

MAX_HEADING = 14
"""Words of a line above a table that can be its heading."""


def flat_tables(page: Page, deck: Deck) -> Claim | None:
    """Claim the tables of a page, their rows grouped by the line above each."""
    claim = recognise_tables(page, deck)
    if claim is None:
        return None
    headings = _headings(page)
    for draft in claim.drafts:
        heading = headings.get(draft.blocks[0].table)
        if heading is None or draft.says(Field.GROUP):
            continue
        draft.say(Field.GROUP, without_side(heading.text), heading, "heading", original=heading.text)
        claim.use(heading, Use.GROUP, "heading of a table")
    return claim


def flow_tables(page: Page, deck: Deck) -> Claim | None:
    """Claim the tables of a document without layout; laid-out pages have recognisers of their own for them."""
    return None if page.laid_out else recognise_tables(page, deck)


def _headings(page: Page) -> dict[str, Block]:
    found: dict[str, Block] = {}
    before: Block | None = None
    for block in page.blocks:
        if not block.table:
            before = block if block.text.strip() else before
        elif before is not None:
            text = before.text.strip()
            if not before.marker and not text.endswith(".") and len(text.split()) <= MAX_HEADING:
                found.setdefault(block.table, before)
            before = None
    return found
