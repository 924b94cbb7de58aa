"""Pictures of boxes and columns of bullets on a time axis, flattened to lines."""

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.recognisers.flat.claims import draft_of, on_page, say_issuer, say_owner, say_period, use_items
from extract.recognisers.flat.dates import caption_period
from extract.recognisers.flat.pages import PlanPage, plan_pages
from extract.recognisers.flat.survey import Item, survey
from veikart.core.blocks import Page
from veikart.core.periods import parse_period
from veikart.core.records import Field, Role

PICTURE, COLUMNS = "flat-picture", "flat-columns"
_CONFIDENCE = 0.8


def picture(page: Page, deck: Deck) -> Claim | None:
    """Take the boxes of a flattened picture; a caption of years directly below a box is its period.

    Which column a box stood in is lost: without a caption its period stays empty.
    """
    plan = plan_pages(deck).get(page.number)
    if plan is None or plan.bullets:
        return None
    claim = Claim(PICTURE, _CONFIDENCE)
    for box in plan.boxes:
        draft = claim.add(draft_of(box))
        caption = plan.captions.get(box.first.number)
        if caption is not None:
            say_period(draft, caption_period(caption.text), caption, "caption", 0.8)
            claim.use(caption.blocks, Use.PERIOD, "caption below a box")
        _say_head(draft, plan, box)
        _say_owner(draft, plan, box, deck)
    _furniture(claim, plan)
    return on_page(claim, page.number)


def columns(page: Page, deck: Deck) -> Claim | None:
    """Take the bullets below a flattened axis; the columns are lost, so periods stay empty.

    Bullets without a blank line between them stood in one cell: they are one listing.
    """
    plan = plan_pages(deck).get(page.number)
    if plan is None or not plan.bullets:
        return None
    claim, look = Claim(COLUMNS, _CONFIDENCE), survey(deck)
    known = [box for box in plan.boxes if look.known.whole(box.text)]
    for listing, items in _cells(sorted([*plan.bullets, *known], key=lambda item: item.first.number), page.number):
        for item in items:
            draft = claim.add(draft_of(item, Role.MEASURE, listing))
            _say_head(draft, plan, item)
            _say_owner(draft, plan, item, deck)
    _furniture(claim, plan)
    return on_page(claim, page.number)


def _say_owner(draft: Draft, plan: PlanPage, item: Item, deck: Deck) -> None:
    """Take the owner of the item's row, of the page or of the deck, the nearest first."""
    row = plan.rows.get(item.first.number)
    if row is not None:
        say_owner(draft, deck.vocabulary.split_organisations(row.text)[0], row, "row-label", 0.8)
    elif plan.owner:
        say_owner(draft, plan.owner, plan.owner_item, "page-title", 0.8)
    say_issuer(draft, item.text, deck)


def _say_head(draft: Draft, plan: PlanPage, item: Item) -> None:
    """Take the period of the line above the item's list, where the page lists its items period by period."""
    head = plan.heads.get(item.first.number)
    if head is not None and not draft.says(Field.PERIOD_TEXT):
        say_period(draft, parse_period(head.text), head, "heading-period", 0.7)


def _cells(items: list[Item], page: int) -> list[tuple[str, list[Item]]]:
    cells: list[list[Item]] = []
    for item in items:
        if cells and not item.first.gap:
            cells[-1].append(item)
        else:
            cells.append([item])
    return [(f"p{page}/l{cell[0].first.number}", cell) for cell in cells]


def _furniture(claim: Claim, plan: PlanPage) -> None:
    use_items(claim, plan.axis, Use.AXIS, "label of the time axis")
    use_items(claim, plan.legend, Use.LEGEND, "explains signs or colours")
    use_items(claim, plan.labels, Use.HEADING, "label of a row or of the page")
