"""Owners by nearness: which box a sticker, chip or dot belongs to; and short forms that a slide explains."""

import re
from collections.abc import Sequence

from extract.deck import Deck
from extract.layout.things import things_of
from veikart.core.geometry import Box
from veikart.core.text import mend

CLOSE = 0.05
"""Farthest a sticker may stand from its box, in page heights."""
CLEARLY = 0.6
"""A box is the nearest only if the next one is farther away by this share."""
_SHORT = re.compile(r"^(?P<short>[A-ZÆØÅ][\wÆØÅæøå&.-]{0,9})\s*(?:=|[–—-]|:)\s+(?P<long>[A-ZÆØÅ][^=:\n]{3,60})$")
_KEY = "drawn.short_forms"


def host_of(
    chip: Box, hosts: Sequence[tuple[int, Box]], aspect: float, reach: float = CLOSE
) -> tuple[int | None, bool]:
    """Return the number of the box that a chip belongs to, and whether two were equally near.

    A box that holds its centre comes first, the smallest of several; then one on its row; then the nearest.
    """
    x, y = chip.middle
    holding = [(box.area, number) for number, box in hosts if box.holds(x, y) and box.area > chip.area * 0.9]
    if holding:
        return min(holding)[1], False
    near = sorted((_away(chip, box, aspect), number) for number, box in hosts)
    near = [item for item in near if item[0] <= reach]
    if not near:
        return None, False
    if len(near) > 1 and near[1][0] > 0 and near[0][0] > CLEARLY * near[1][0] and near[0][0] > 0.004:
        return None, True
    return near[0][1], False


def _away(chip: Box, box: Box, aspect: float) -> float:
    """Return the distance in page heights; half of it where the two stand on one row."""
    gap = box.gap(chip, aspect)
    beside = chip.overlap_y(box) >= 0.5 * min(chip.height, box.height)
    return gap * 0.5 if beside else gap


def short_forms(deck: Deck) -> dict[str, str]:
    """Return the organisations behind short forms that a slide explains ("HX = Helse Eksempel"), codes where known."""
    if _KEY not in deck.shared:
        found: dict[str, str] = {}
        for page in deck.pages:
            if not page.laid_out:
                continue
            for block in (b for t in things_of(page, deck) if t.has_text for b in t.blocks):
                for line in block.text.split("\n"):
                    match = _SHORT.match(mend(line))
                    name = deck.vocabulary.owner(match["long"]) if match else ""
                    if match and name:
                        found.setdefault(match["short"].casefold(), name)
        deck.shared[_KEY] = found
    forms: dict[str, str] = deck.shared[_KEY]
    return forms
