"""Tables: each is read as a crosswalk, a list of measures or a grid of measures, or left alone."""

from collections.abc import Sequence

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.reading import page_owner, title_block
from extract.recognisers.lexicon import lexicon
from extract.recognisers.tables.columns import columns_of
from extract.recognisers.tables.context import Context, contexts
from extract.recognisers.tables.crosswalk import crosswalk_of, read_crosswalk
from extract.recognisers.tables.duties import heads_tasks
from extract.recognisers.tables.grid import grid_of, read_grid
from extract.recognisers.tables.measure import read_measures
from extract.recognisers.tables.spread import read_spread, spread_of
from extract.recognisers.values import say_owners
from veikart.core.blocks import Block, Page
from veikart.core.records import Field
from veikart.core.text import mend

NAME = "tables"
_SURE = 0.95
_KEY = "lists.tables"
_LONGEST_HEADING = 8  # words
_NO_PLANS = frozenset(
    {"agenda", "minutes", "contents", "incident", "survey", "statistics", "economy", "risk", "organisation", "legend"}
)
"""Kinds of pages whose tables are none of measures, however their columns are named."""


def recognise_tables(page: Page, deck: Deck) -> Claim | None:
    """Claim the tables of a page that list measures, laid out or in a Word document; None if there are none.

    All pages of the deck are read at once, since tables go on from page to page; the result is kept with the deck.
    """
    if _KEY not in deck.shared:
        deck.shared[_KEY] = {number: _page(found, deck) for number, found in contexts(deck).items()}
    claims: dict[int, Claim | None] = deck.shared[_KEY]
    return claims.get(page.number)


def _page(found: list[Context], deck: Deck) -> Claim | None:
    claim = Claim(NAME, _SURE)
    for context in found:
        _read(context, deck, claim)
    if not claim.uses:
        return None
    _say_page(claim, found[0].page, deck)
    return claim


def _read(context: Context, deck: Deck, claim: Claim) -> None:
    """Read one table in the first way that fits."""
    before = len(claim.drafts)
    if _is_apart(context, deck):
        claim.use(context.table.blocks, Use.IGNORED, "the heading says that it is no plan")
        return
    crosswalk = crosswalk_of(context, deck.vocabulary)
    columns = None if crosswalk else columns_of(context, deck.vocabulary)
    grid = None if crosswalk or columns else grid_of(context, deck.vocabulary)
    if crosswalk is not None:
        read_crosswalk(context, crosswalk, deck, claim)
    elif columns is not None:
        read_measures(context, columns, deck, claim)
    elif grid is not None:
        read_grid(context, grid, deck, claim)
    elif rows := spread_of(context, deck):
        read_spread(rows, context, deck, claim)
    reason = "part of a table of measures" if len(claim.drafts) > before else "a table without measures"
    claim.use(context.table.blocks, Use.IGNORED, reason)
    if len(claim.drafts) > before and context.heading is not None:
        _say_heading(context.heading, claim.drafts[before:], deck)
        claim.use(context.heading, Use.GROUP, "heading of a table")


def _say_heading(heading: Block, drafts: Sequence[Draft], deck: Deck) -> None:
    """Give the one organisation that a short heading of a table names to the rows without owners."""
    text = mend(heading.text)
    owners = deck.vocabulary.organisations_in(text) if len(text.split()) <= _LONGEST_HEADING else []
    for draft in drafts if len(owners) == 1 else []:
        if not draft.says(Field.OWNERS):
            say_owners(draft, owners, text, heading, "heading")


def _is_apart(context: Context, deck: Deck) -> bool:
    """Tell whether the page's title, or the heading above a table without measures and periods, says it is no plan."""
    if context.header.axis:
        return False
    if deck.vocabulary.page_kind(context.title) in _NO_PLANS:
        return True
    heading = mend(context.heading.text) if context.heading is not None else ""
    planned = deck.vocabulary.is_plan_heading(heading)
    follows = not planned and lexicon().begins("tables", "follow_ups", heading)
    if follows and any(heads_tasks(h.text) for h in context.header.heads):
        return True  # who follows up what by when
    told = context.header.first("measure", "need", "need_or_measure", "start", "end", "period")
    return told is None and deck.vocabulary.page_kind(heading) in _NO_PLANS


def _say_page(claim: Claim, page: Page, deck: Deck) -> None:
    """Give the page's owner to the drafts that have none of their own."""
    title = title_block(page, deck) if page.laid_out else None
    if title is not None:
        claim.use(title, Use.HEADING, "the page's title")
    owners, source = page_owner(page, deck) if page.laid_out else ([], None)
    for draft in claim.drafts:
        if owners and source is not None and not draft.says(Field.OWNERS):
            say_owners(draft, owners, source.text, source, "page-title")
