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
_TALLEST = 0.085  # and down
_FARTHEST = 0.25  # from the item's text, in page heights
_WRONG_SIDE = 0.4  # added to the way across where the other stickers stand on the other side of their lists
_SLACK = 0.02
_CLEAR = 0.5  # the second nearest item must be so much farther off, as a share of the sticker's height …
_BETWEEN = 0.3  # … or as a share of the way from item to item, where the items stand closer than stickers are high


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
        if owners and place is not None and place.width <= _WIDEST and place.height <= _TALLEST:
            found.append(Sticker(block, tuple(owners), place))
    return found


def _drawn(block: Block) -> Box | None:
    """Return the sticker's own shape where it is painted, else the text's place."""
    if block.frame is not None and (block.fill or block.outline):
        return block.frame
    return block.box or block.frame


@dataclass(frozen=True, slots=True)
class Spot:
    """An item that stickers may belong to: its lines, and how far across its list reaches."""

    lines: Box
    left: float
    right: float


def usual_side(stickers: Sequence[Sticker], spots: Sequence[Spot], aspect: float) -> int:
    """Return on which side of their lists the stickers stand that have only one list near them: 1 right, -1 left."""
    votes = 0
    for sticker in stickers:
        sides = {_side(sticker.box, s) for s in spots if _distance(sticker.box, s, aspect, 0) <= _FARTHEST} - {0}
        if len(sides) == 1:
            votes += sides.pop()
    return (votes > 0) - (votes < 0)


def nearest(sticker: Sticker, spots: Sequence[Spot], aspect: float, side: int = 0) -> tuple[int | None, bool]:
    """Return which of the spots the sticker is nearest to, None for none, and whether it stands between two."""
    ranked = sorted((_distance(sticker.box, spot, aspect, side), index) for index, spot in enumerate(spots))
    if not ranked or ranked[0][0] > _FARTHEST:
        return None, False
    best, index = ranked[0]
    middle, height = sticker.box.middle[1], sticker.box.height
    for distance, other in ranked[1:]:
        if distance - best >= _CLEAR * height:
            break
        lines = [spots[i].lines.middle[1] for i in (index, other)]
        offsets = [abs(line - middle) for line in lines]
        if abs(offsets[0] - offsets[1]) < min(_CLEAR * height, _BETWEEN * abs(lines[0] - lines[1])):
            return index, True
        if offsets[1] < offsets[0]:
            index = other
    return index, False


def _side(sticker: Box, spot: Spot) -> int:
    if sticker.x0 >= spot.right - _SLACK:
        return 1
    return -1 if sticker.x1 <= spot.left + _SLACK else 0


def _distance(sticker: Box, spot: Spot, aspect: float, side: int) -> float:
    """Return how far a sticker is from an item: across from its list, and up or down from its lines."""
    across = max(0.0, sticker.x0 - spot.right, spot.left - sticker.x1) * aspect
    middle = sticker.middle[1]
    along = max(0.0, spot.lines.y0 - middle, middle - spot.lines.y1)
    if side and _side(sticker, spot) == -side:
        across += _WRONG_SIDE
    # Beside a line counts as nearer than above or below it.
    return float((across * 0.35) + along * 1.6)
