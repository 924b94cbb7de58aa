"""Headings on the bare page over rows of boxes: each holds for the boxes down to the next one."""

from collections.abc import Sequence

from extract.layout.thing import Thing

_LEAST = 2  # headings, and boxes below them all
_LARGER = 1.1  # letters of a heading over those of the boxes' names
_SAME = 0.5  # points by which headings differ
_FLUSH = 0.02  # of the page's width between the left edges of a heading and of the boxes below it


def heads_over_rows(texts: Sequence[Thing], boxes: Sequence[Thing]) -> dict[str, Thing]:
    """Return the heading of each box by the box's id; nothing where fewer than two bold texts, set alike in larger
    letters and flush with the leftmost box, part the boxes into rows that each have one."""
    if not boxes:
        return {}
    name = max(box.blocks[0].size for box in boxes)
    left = min(box.place.x0 for box in boxes)
    bare = [t for t in texts if not t.boxed and len(t.blocks) == 1 and t.blocks[0].bold and not t.blocks[0].marker]
    heads = [t for t in bare if t.blocks[0].size >= _LARGER * name and abs(t.ink.x0 - left) <= _FLUSH]
    heads = sorted((t for t in heads if t.place.y1 <= max(b.place.y0 for b in boxes)), key=lambda t: t.place.y0)
    heads = [t for t in heads if abs(t.blocks[0].size - heads[-1].blocks[0].size) <= _SAME]
    over = {b.id: [t for t in heads if t.place.y1 <= b.place.y0 + 0.5 * b.place.height] for b in boxes}
    found = {box: above[-1] for box, above in over.items() if above}
    return found if len({t.id for t in found.values()}) == len(heads) >= _LEAST and len(found) == len(boxes) else {}
