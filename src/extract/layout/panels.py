"""Panels set alike: empty painted shapes of one size under several texts each, cards made of many pieces."""

from collections.abc import Sequence

from extract.layout.thing import Thing
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.geometry import Box

LEAST = 2
"""Panels of one size on a page."""
SAME = 0.006
"""By which the sides of what is set alike may differ, as a share of the page."""
NARROWEST, LOWEST, LARGEST = 0.1, 0.08, 0.3
"""Width, height and area that a panel has, as shares of the page: a smaller shape is a sign, a larger one a ground."""


def set_alike(things: Sequence[Thing]) -> list[Thing]:
    """Return the largest group of things of one shape and size."""
    groups: list[list[Thing]] = []
    for thing in things:
        for group in groups:
            if group[0].shape == thing.shape and is_same_size(group[0].place, thing.place):
                group.append(thing)
                break
        else:
            groups.append([thing])
    return max(groups, key=len, default=[])


def is_same_size(a: Box, b: Box) -> bool:
    """Tell whether two boxes have one size."""
    return abs(a.width - b.width) <= SAME and abs(a.height - b.height) <= SAME


def can_be_panel(place: Box) -> bool:
    """Tell whether a shape has the size of a card."""
    return place.width >= NARROWEST and place.height >= LOWEST and place.area <= LARGEST


def texts_on_panels(page: Page) -> dict[str, list[Block]]:
    """Return the texts on each panel by the panel's id, in reading order, where panels of one size hold several."""
    shapes = [(b.id, b.frame) for b in page.blocks if b.kind is BlockKind.SHAPE and b.frame is not None]
    places = {name: frame for name, frame in shapes if can_be_panel(frame)}
    if len(places) < LEAST:
        return {}
    held: dict[str, list[Block]] = {}
    for block in page.blocks:
        if block.box is not None and not block.table and block.text.strip():
            around = [(place.area, name) for name, place in places.items() if place.holds(*block.box.middle)]
            if around:
                held.setdefault(min(around)[1], []).append(block)
    return {
        name: texts
        for name, texts in held.items()
        if len(texts) > 1 and any(other != name and is_same_size(places[name], places[other]) for other in held)
    }
