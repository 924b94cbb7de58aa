"""What is stuck on the boxes of a plan and names nothing itself: notes on bars, stickers and labels on cards."""

from collections.abc import Mapping, Sequence

from extract.layout.panels import set_alike
from extract.layout.thing import Thing
from veikart.core.geometry import same_row

_CARD_HEIGHT, _CARD_WIDTH = 0.25, 0.5  # of the page: a larger box is a panel or a lane
_BAR_HEIGHT = 0.08  # of the page: a lane is higher
_STICKER = 0.6  # of a card's width that a sticker on it takes at most
_SMALLER = 0.85  # letters of a label, against those of the card that it is stuck on
_LABELLED = 3  # cards with a label each
_TOUCH = 0.01  # of the page's height that a label and the text of its card share
_FLAT, _NARROW = 0.25, 0.7  # of a card's area and width that its label takes at most


def is_note(chip: Thing, host: Thing) -> bool:
    """Tell whether a box is a note on a bar: in the row of its text, hardly lower than it."""
    return chip.boxed and same_row(chip.place, host.ink) and host.place.height < 2.2 * chip.place.height


def is_sticker(chip: Thing, host: Thing) -> bool:
    """Tell whether a box is a label on a card: much smaller than it and in smaller letters, clear of the card's text.

    A panel is about as wide as the one card on it, a lane as wide as the plan and higher than a bar.
    """
    wide = host.place.width > _CARD_WIDTH and host.place.height > _BAR_HEIGHT
    if not chip.boxed or host.place.height > _CARD_HEIGHT or wide:
        return False
    small = chip.place.area < _FLAT * host.place.area and chip.place.width < _STICKER * host.place.width
    sizes = chip.blocks[0].size, host.blocks[0].size
    return small and 0 < sizes[0] < _SMALLER * sizes[1] and not chip.place.holds(*host.ink.middle)


def labels_of_cards(inside: Sequence[Thing], lying: Mapping[str, Sequence[Thing]]) -> set[str]:
    """Return the boxes that are labels on cards though they are rather wide: one on each of the cards, all alike.

    Of panels with cards on them some hold several, or the cards fill them from side to side.
    """
    hosts = set_alike([t for t in inside if lying.get(t.id)])
    labels = [lying[t.id][0] for t in hosts]
    if len(hosts) < _LABELLED or any(len(lying[t.id]) != 1 for t in hosts) or len(set_alike(labels)) < len(labels):
        return set()
    return {t.id for t in labels} if all(map(_is_label, labels, hosts)) else set()


def _is_label(chip: Thing, host: Thing) -> bool:
    """Tell whether a box on a card is flat, set in smaller letters than its text, and above or below that."""
    first, second = host.blocks[0].size, chip.blocks[0].size
    small = chip.place.area < _FLAT * host.place.area and chip.place.width < _NARROW * host.place.width
    clear = chip.ink.overlap_y(host.ink) < _TOUCH
    return chip.boxed and small and 0 < second < _SMALLER * first and clear
