"""Headings that stand right over bulleted lists, several alike: they name what the list is about, no item of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.layout.thing import Thing
from veikart.core.counted import counted_label
from veikart.core.geometry import Box
from veikart.core.text import mend

_LEAST = 2  # headings alike, and items of a list
_GAP = 0.05  # of the page's height from a heading to its list
_FAR = 0.15  # … where a date may stand between them
_SAME = 0.5  # points by which their letters may differ
_ABOVE = 0.01  # by which a list may begin above the end of its heading


@dataclass(slots=True)
class HeadedList:
    """A heading with the list below it: where the list stands, and how many items it has."""

    head: Thing
    place: Box
    items: int


def heads_over_lists(things: Sequence[Thing]) -> list[HeadedList]:
    """Return the bold bare texts, set alike, that each stand right over a bulleted list, with their lists."""
    heads = [t for t in things if not t.boxed and len(t.blocks) == 1 and t.blocks[0].bold and not t.blocks[0].marker]
    sizes = [t.blocks[0].size for t in heads]
    return _lists(heads, things, _GAP) if sizes and max(sizes) - min(sizes) <= _SAME else []


def counted_over_lists(things: Sequence[Thing]) -> list[Thing]:
    """Return the texts that count stages ("Fase 1: Forberede") and each stand over a bulleted list."""
    heads = [t for t in things if not t.blocks[0].marker and counted_label(mend(t.text)) is not None]
    return [found.head for found in _lists(heads, things, _FAR)]


def _lists(heads: Sequence[Thing], things: Sequence[Thing], gap: float) -> list[HeadedList]:
    """Return the list below each heading; none where a heading has no list, or most lists have one item."""
    if len(heads) < _LEAST:
        return []
    items = [t for t in things if all(b.marker for b in t.blocks) and not t.boxed]
    found = [headed for head in heads if (headed := _list_below(head, heads, items, gap)) is not None]
    several = sum(headed.items >= _LEAST for headed in found)
    return found if len(found) == len(heads) and several * 2 >= len(found) else []


def _list_below(head: Thing, heads: Sequence[Thing], items: Sequence[Thing], gap: float) -> HeadedList | None:
    top = head.place.y1
    floor = min((t.place.y0 for t in heads if t.place.y0 >= top and _share(t, head)), default=1.0)
    below = [t for t in items if top - _ABOVE <= t.place.y0 < floor and _share(t, head)]
    if not below or min(t.place.y0 for t in below) > top + gap:
        return None
    place = below[0].place
    for item in below[1:]:
        place = place.union(item.place)
    return HeadedList(head, place, sum(len(t.blocks) for t in below))


def _share(a: Thing, b: Thing) -> bool:
    """Tell whether two things stand in one column."""
    return a.place.overlap_x(b.place) * 2 >= min(a.place.width, b.place.width)
