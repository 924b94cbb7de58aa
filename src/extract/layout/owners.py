"""Owners by nearness: which box a sticker, chip or dot belongs to."""

from collections.abc import Sequence

from veikart.core.geometry import Box

CLOSE = 0.05
"""Farthest a sticker may stand from its box, in page heights."""
CLEARLY = 0.6
"""A box is the nearest only if the next one is farther away by this share."""


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
