"""What a page's title tells of all measures on it ("Leveranser i 2026", "Forslag til vurdering"), where nothing else
on the page tells it."""

import re
from collections.abc import Sequence

from extract.claims import Draft
from extract.deck import Deck
from extract.layout.reading import page_title, title_blocks
from extract.recognisers.judgement import about_measures
from extract.recognisers.values import say_period
from veikart.core.blocks import Page
from veikart.core.periods import find_periods
from veikart.core.records import Field, Role

_IN = re.compile(r"\b(?:i|for|in|im|under|during)\s+$", re.IGNORECASE)
_SURE = 0.75  # of the title being about measures
_LONGEST = 366
"""Days of a period that says when all of a page's measures are due; a longer one is the plan's horizon."""


def date_by_title(drafts: Sequence[Draft], page: Page, deck: Deck) -> None:
    """Date the drafts of a page by its title, where the title says "in" a year or less and nothing else is dated."""
    title = page_title(page, deck) if drafts and page.width else ""
    found = find_periods(title) if title else []
    if len(found) != 1 or not _IN.search(title[: found[0].start]):
        return
    if not _dates_measures(title, drafts, deck):
        return
    period = found[0].period
    if period.start is None or period.end is None or (period.end - period.start).days > _LONGEST:
        return
    heading = title_blocks(page, deck)
    own = {block.id for block in heading}
    if any(d.says(Field.PERIOD_TEXT) or find_periods(d.title) or d.blocks[0].id in own for d in drafts):
        return
    for draft in drafts:
        say_period(draft, period, period.text, heading[0] if heading else None, "page-title")


def state_by_title(drafts: Sequence[Draft], page: Page, deck: Deck) -> None:
    """Give the drafts of a page the one status that its title tells of measures, where no status stands on it."""
    title = page_title(page, deck) if drafts and page.width else ""
    told = deck.vocabulary.status_in(title) if title else None
    if told is None or deck.vocabulary.theme(title) or about_measures(title, deck.vocabulary) < _SURE:
        return
    heading = title_blocks(page, deck)
    own = {block.id for block in heading}
    stated = (d.says(Field.STATUS) or d.says(Field.STATUS_TEXT) or deck.vocabulary.status_in(d.title) for d in drafts)
    if any(stated) or any(d.blocks[0].id in own for d in drafts):
        return
    for draft in drafts:
        source = heading[0] if heading else None
        draft.say(Field.STATUS, told[0].value, source, "page-title", original=told[1])
        draft.say(Field.STATUS_TEXT, told[1], source, "page-title")


def _dates_measures(title: str, drafts: Sequence[Draft], deck: Deck) -> bool:
    """Tell whether the title's period is that of the measures, not the time of a report or of the proposing."""
    vocabulary = deck.vocabulary
    if vocabulary.theme(title) or any(d.says(Field.STATUS) or d.role is Role.PROPOSAL for d in drafts):
        return False
    return vocabulary.outlook(title) == 1.0 or about_measures(title, vocabulary) >= _SURE
