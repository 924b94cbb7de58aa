"""What the colour of a cell, a text or a dot says through the legend of its page or deck."""

from extract.claims import Draft
from extract.deck import Deck
from extract.layout.legend import Told, legend_of
from extract.layout.tables import Cell
from extract.recognisers.values import say_owners
from extract.recognisers.wording import is_mark
from veikart.core.blocks import UNKNOWN_COLOUR, Block, BlockKind, Page
from veikart.core.colour import distance
from veikart.core.geometry import Box
from veikart.core.records import Field
from veikart.core.vocabulary import Vocabulary

_DOT = 0.06  # share of the page that a dot covers at most, across or down
_BEFORE, _AFTER = 0.06, 0.12  # a dot stands at most so far to the left or right of its text
_WHITE = 6.0  # distance in Lab from white up to which a fill is none


def is_coloured(fill: str) -> bool:
    """Tell whether something is painted in one colour that is not white."""
    return bool(fill) and fill != UNKNOWN_COLOUR and distance(fill, "#FFFFFF") > _WHITE


def say_colour(draft: Draft, told: Told, colour: str, source: Block | None, vocabulary: Vocabulary) -> None:
    """Add the status or owner that the legend gives to a colour; a colour without meaning is kept as such."""
    if told.status is not None and not draft.says(Field.STATUS):
        draft.say(Field.STATUS, told.status.value, source, told.method, original=told.text)
    if told and not draft.says(Field.STATUS_TEXT):
        draft.say(Field.STATUS_TEXT, told.phrase(vocabulary), told.block or source, told.method)
    if told.owners and not draft.says(Field.OWNERS):
        say_owners(draft, told.owners, told.text, told.block or source, told.method)
    if is_coloured(colour) and not draft.says(Field.FILL):
        draft.say(Field.FILL, colour, source, told.method or "fill")


def say_dot(draft: Draft, area: Box | None, page: Page, deck: Deck) -> None:
    """Add what the colour of a dot in an area says."""
    dot = dot_in(area, page)
    if dot is not None and not draft.says(Field.STATUS):
        say_colour(draft, legend_of(page, deck).status(mark=dot.fill, shape=dot.shape), dot.fill, dot, deck.vocabulary)


def say_cell_colour(draft: Draft, cell: Cell, page: Page, deck: Deck) -> None:
    """Add what the colour of a status cell says: of a dot in it, of its mark, else of the cell."""
    if draft.says(Field.STATUS):
        return
    dot = dot_in(cell.box, page)
    mark = dot.fill if dot else next((b.colour for b in cell.written if is_mark(b.text)), "")
    colour = mark or cell.fill
    if not is_coloured(colour):
        return
    legend = legend_of(page, deck)
    if cell.text and not mark and not legend.own:
        return  # a word that is not known, on a row's band: another page's colours say nothing here
    told = legend.status(mark=mark) if mark else legend.status(fill=cell.fill)
    say_colour(draft, told, colour, dot or cell.blocks[0], deck.vocabulary)


def say_text_colour(draft: Draft, page: Page, deck: Deck) -> None:
    """Add what the colour of the title's text, its cell or a dot beside it says."""
    legend = legend_of(page, deck)
    if draft.says(Field.STATUS) or not legend.tells_status:
        return
    head = draft.blocks[0]
    dot = dot_beside(head, page)
    if dot is None and not legend.own:
        return  # another page's "black text means …" says nothing here
    told = legend.status(mark=dot.fill) if dot else legend.status(text=head.colour, fill=head.fill)
    if told:
        say_colour(draft, told, dot.fill if dot else "", dot or head, deck.vocabulary)


def dot_in(box: Box | None, page: Page) -> Block | None:
    """Return the small painted shape that stands in an area, None if there is none."""
    if box is None:
        return None
    return next((b for b in _dots(page) if (place := b.frame or b.box) and box.holds(*place.middle)), None)


def dot_beside(block: Block, page: Page) -> Block | None:
    """Return the small painted shape that stands before or after a text, level with its first line."""
    if block.box is None:
        return None
    near: list[tuple[float, str, Block]] = []
    for dot in _dots(page):
        place = dot.frame or dot.box
        assert place is not None
        if not block.box.y0 - 0.01 <= place.middle[1] <= block.box.y0 + max(block.box.height, 0.03):
            continue
        before, after = block.box.x0 - place.x1, place.x0 - block.box.x1
        if -0.01 <= before <= _BEFORE or -0.01 <= after <= _AFTER:
            near.append((max(before, after), dot.id, dot))
    return min(near, key=lambda found: found[:2])[2] if near else None


def _dots(page: Page) -> list[Block]:
    return [
        b
        for b in page.blocks
        if b.kind is BlockKind.SHAPE
        and not b.text.strip()
        and not b.table
        and is_coloured(b.fill)
        and (place := b.frame or b.box) is not None
        and 0 < place.width <= _DOT
        and 0 < place.height <= _DOT * 1.5
    ]
