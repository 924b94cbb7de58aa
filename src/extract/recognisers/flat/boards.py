"""Boards flattened column by column: a line that is a status, and below it the cards of its column."""

from extract.claims import Claim, Use
from extract.deck import Deck
from extract.recognisers.flat.claims import draft_of, on_page, say_issuer
from extract.recognisers.flat.pages import plan_pages
from extract.recognisers.flat.survey import Item, is_label, is_phrase, names_nothing, survey
from veikart.core.blocks import Page
from veikart.core.records import Field, Role, Status

NAME = "flat-board"
_CONFIDENCE = 0.82  # over a plan whose columns are not known

MIN_COLUMNS = 2
MIN_CARDS = 3
MIN_PHRASES = 0.75  # of what stands below the statuses


def board(page: Page, deck: Deck) -> Claim | None:
    """Take the cards below lines that are statuses, where each such line has cards of its own."""
    items = [i for i in survey(deck).pages.get(page.number, []) if not deck.vocabulary.is_furniture(i.text)]
    plan = plan_pages(deck).get(page.number)
    columns = _columns(items, deck) if plan is None or plan.told else []
    cards = [card for _, _, column in columns for card in column]
    good = [card for card in cards if _is_card(card, deck)]
    if len(columns) < MIN_COLUMNS or len(good) < max(MIN_CARDS, MIN_PHRASES * len(cards)):
        return None
    claim = Claim(NAME, _CONFIDENCE)
    for heading, status, column in columns:
        for card in column:
            if not _is_card(card, deck):
                continue
            draft = claim.add(draft_of(card, Role.MEASURE, f"p{page.number}/board"))
            block = heading.first.block
            draft.say(Field.STATUS, status.value, block, "heading-status", original=heading.text, confidence=0.8)
            draft.say(Field.STATUS_TEXT, heading.text, block, "heading-status")
            say_issuer(draft, card.text, deck)
        claim.use(heading.blocks, Use.STATUS, "column of a board")
    return on_page(claim, page.number)


def _columns(items: list[Item], deck: Deck) -> list[tuple[Item, Status, list[Item]]]:
    """Return each status line with the items below it; none where two status lines stand together."""
    columns: list[tuple[Item, Status, list[Item]]] = []
    ended = False
    for item in items:
        status = None if item.marker else deck.vocabulary.status(item.text.rstrip(" :"))
        if status is not None:
            columns.append((item, status, []))
            ended = False
        elif item.is_heading:
            ended = True  # a heading of its own format that is no status
        elif columns and not ended:
            columns[-1][2].append(item)
    if any(not column for _, _, column in columns) or len({status for _, status, _ in columns}) < len(columns):
        return []
    return columns


def _is_card(item: Item, deck: Deck) -> bool:
    return (
        is_phrase(item, deck.vocabulary)
        and not names_nothing(item.text, deck.vocabulary)
        and not is_label(item, deck.vocabulary)
    )
