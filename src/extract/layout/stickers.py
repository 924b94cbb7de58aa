"""Organisation stickers: small labels that stand beside the items they belong to; nearness gives the owner."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.layout.headers import organisations
from extract.layout.streams import is_bulleted
from veikart.core.blocks import Block, BlockKind
from veikart.core.geometry import Box
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_WIDEST = 0.3  # share of the page that a sticker covers at most, across
_FARTHEST = 0.25  # from the item's text, in page heights
_CLEAR = 0.5  # the second nearest item must be so much farther off, as a share of the sticker's height


@dataclass(frozen=True, slots=True)
class Sticker:
    """A label with the organisations that it names."""

    block: Block
    owners: tuple[str, ...]
    box: Box


def stickers_of(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Sticker]:
    """Return the stickers among the blocks: short texts that name nothing but organisations."""
    found = []
    for block in blocks:
        if is_bulleted(block) or block.kind is BlockKind.TITLE or block.table or len(block.text) > 70:
            continue
        place = _drawn(block)
        owners = organisations(mend(block.text), vocabulary)
        if owners and place is not None and place.width <= _WIDEST:
            found.append(Sticker(block, tuple(owners), place))
    return found


def _drawn(block: Block) -> Box | None:
    """Return the sticker's own shape where it is painted, else the text's place."""
    if block.frame is not None and (block.fill or block.outline):
        return block.frame
    return block.box or block.frame


def nearest(sticker: Sticker, places: Sequence[Box], aspect: float) -> tuple[int | None, bool]:
    """Return which of the places the sticker belongs to, None for none, and whether it stands between two."""
    ranked = sorted((_distance(sticker.box, place, aspect), index) for index, place in enumerate(places))
    if not ranked or ranked[0][0] > _FARTHEST:
        return None, False
    best, index = ranked[0]
    rivals = [(d, i) for d, i in ranked[1:] if d - best < _CLEAR * sticker.box.height]
    if not rivals:
        return index, False
    middle = sticker.box.middle[1]
    offset = abs(places[index].middle[1] - middle)
    close = [i for _, i in rivals if abs(abs(places[i].middle[1] - middle) - offset) < _CLEAR * sticker.box.height]
    if close:
        return None, True
    return min([index, *(i for _, i in rivals)], key=lambda i: abs(places[i].middle[1] - middle)), False


def _distance(sticker: Box, place: Box, aspect: float) -> float:
    """Return how far a sticker is from an item: across from its text, and up or down from its lines to its middle."""
    across = max(0.0, sticker.x0 - place.x1, place.x0 - sticker.x1) * aspect
    middle = sticker.middle[1]
    along = max(0.0, place.y0 - middle, middle - place.y1)
    # Beside a line counts as nearer than above or below it.
    return float((across * 0.35) + along * 1.6)
