"""Checklists on slides: bullets that are ticks and open boxes, under the headings of their groups."""

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.reading import body_of, is_slide, page_title, title_blocks
from extract.layout.streams import is_bulleted, streams
from extract.recognisers.wording import is_title
from veikart.core.blocks import Block, Page
from veikart.core.records import Field, Role, Status
from veikart.core.text import mend

NAME = "checklist"
_SURE = 0.8
_TICKED = frozenset("✓✔✅☑🗹√")
_OPEN = frozenset("☐□❑❏❒▢⬜")
_LEAST = 4
_PLAIN = 0.7  # share of a list's bullets that must be ticks or boxes


def recognise_checklist(page: Page, deck: Deck) -> Claim | None:
    """Claim the items of lists of which some are ticked off and others open; open boxes alone are mere bullets."""
    title = page_title(page, deck)
    if not is_slide(page) or deck.vocabulary.page_kind(title):
        return None
    blocks = [b for b in body_of(page, deck) if not b.table]
    if not any(block.marker in _TICKED for block in blocks):
        return None
    claim = Claim(NAME, _SURE)
    for column in streams(blocks):
        bullets = [block for block in column if is_bulleted(block)]
        ticked = [block for block in bullets if block.marker in _TICKED]
        boxed = [block for block in bullets if block.marker in _OPEN]
        if ticked and boxed and max(_LEAST, _PLAIN * len(bullets)) <= len(ticked) + len(boxed):
            _read(column, deck, claim)
    claim.use(title_blocks(page, deck), Use.HEADING, "the page's title")
    return claim if claim.drafts else None


def _read(column: list[Block], deck: Deck, claim: Claim) -> None:
    group: Block | None = None
    for block in column:
        if not is_bulleted(block):
            group = block
            claim.use(block, Use.GROUP, "heading of a checklist")
            continue
        if block.marker not in _TICKED | _OPEN or not is_title(block.text, deck.vocabulary):
            continue
        draft = claim.add(Draft((block,), block.text, Role.MEASURE, f"{column[0].id}/checks"))
        if block.marker in _TICKED:
            draft.say(Field.STATUS, Status.DONE.value, block, "tick", original=block.marker)
            draft.say(Field.STATUS_TEXT, block.marker, block, "tick")
        if group is not None:
            draft.say(Field.GROUP, mend(group.text).rstrip(" :"), group, "heading")
