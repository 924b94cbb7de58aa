"""Boxes made of an area without text and texts that were laid over it: one box to the eye."""

from collections.abc import Sequence
from dataclasses import replace

from extract.layout.thing import Thing
from veikart.core.geometry import Box, surround

BACK_WIDTH, BACK_HEIGHT = 0.6, 0.3
"""Largest area, in shares of the page, that texts laid over it make a box of."""
TALL = 0.4
"""Height up to which it may be one, if a title and notes set in other letters stand on it."""
LEAST_WIDTH, LEAST_HEIGHT = 0.02, 0.015
"""Smallest such area: a letter or two."""
OVERHANG = 0.012
"""How far such a text may stick out."""
MOST_TEXTS = 6
SHORT = 24
"""Characters of a note beside another in a box's lower rows."""
TAG, SMALL = 6, 0.8
"""Characters of a tag behind a name, and its letters against those of the name."""
STRIP = 0.1
"""Part of the box's width or height that a strip along its edge takes at most."""
CHIP = 0.3
"""Part of the box's area, or of its width, that a chip on it takes at most."""
NARROW_CHIP = 0.8
"""Part of the box's height that a chip takes that is as narrow as that."""


def with_backs(things: list[Thing]) -> list[Thing]:
    """Return the things with every such area and its texts made one; strips and chips on it stay their own things."""
    areas = [t for t in things if _may_back(t)]
    held: dict[str, list[Thing]] = {}
    solid: set[str] = set()
    for thing in things:
        (x, y), size = thing.place.middle, thing.place.area
        over = [a for a in areas if a is not thing and a.place.holds(x, y) and a.place.area > size]
        home = min(over, key=lambda a: a.place.area, default=None)
        if home is not None and _is_bare(thing) and home.place.contains(thing.ink, OVERHANG):
            held.setdefault(home.id, []).append(thing)
        elif not thing.is_line:
            solid |= {a.id for a in over if not _is_trim(thing.place, a.place)}
    backs = {a.id: a for a in areas if a.id in held and a.id not in solid and _is_card(held[a.id])}
    backs = {key: a for key, a in backs.items() if a.place.height <= BACK_HEIGHT or _is_titled(held[key])}
    if not backs:
        return things
    made = {key: _joined(back, sorted(held[key], key=lambda t: t.ink.y0)) for key, back in backs.items()}
    gone = {t.id for key in backs for t in held[key]}
    return [made.get(t.id, t) for t in things if t.id not in gone]


def _may_back(thing: Thing) -> bool:
    painted = thing.is_area and (thing.fill or thing.outline) and not thing.blocks[0].table
    wide, high = thing.place.width, thing.place.height
    return bool(painted) and LEAST_WIDTH <= wide <= BACK_WIDTH and LEAST_HEIGHT <= high <= TALL


def _is_titled(texts: Sequence[Thing]) -> bool:
    """Tell whether a title stands over notes that are set in smaller letters."""
    first, *others = sorted(texts, key=lambda t: t.ink.y0)
    sizes = [b.size for t in others for b in t.blocks]
    return bool(sizes) and 0 < max(sizes) < 0.9 * first.blocks[0].size


def _is_bare(thing: Thing) -> bool:
    return thing.has_text and not thing.boxed and not thing.blocks[0].table


def _is_trim(inner: Box, back: Box) -> bool:
    """Tell whether something on a box is a strip along it or a chip, so that the box stays one."""
    if inner.width <= STRIP * back.width or inner.height <= STRIP * back.height:
        return True
    narrow = inner.width <= CHIP * back.width and inner.height <= NARROW_CHIP * back.height
    return narrow or (inner.area <= CHIP * back.area and inner.height <= 0.5 * back.height)


def _is_card(texts: Sequence[Thing]) -> bool:
    """Tell whether texts are a title with what stands below it: nothing beside it, short notes further down."""
    if len(texts) > MOST_TEXTS:
        return False
    first = min(texts, key=lambda t: t.ink.y0)
    for i, a in enumerate(texts):
        for b in texts[i + 1 :]:
            if a.ink.overlap_y(b.ink) < 0.5 * min(a.ink.height, b.ink.height):
                continue
            if (first in (a, b) and not _is_tag(a, b)) or max(len(a.text), len(b.text)) > SHORT:
                return False
    return True


def _is_tag(a: Thing, b: Thing) -> bool:
    """Tell whether one of two texts in a row is a few small letters behind the other: "v4.1"."""
    first, second = sorted((a, b), key=lambda t: t.ink.x0)
    small = second.blocks[0].size < SMALL * first.blocks[0].size
    return small and len(second.text) <= TAG and second.ink.x0 > first.ink.x1


def _joined(back: Thing, texts: list[Thing]) -> Thing:
    ink = surround([t.ink for t in texts])
    assert ink is not None
    return replace(
        texts[0],
        blocks=tuple(b for t in texts for b in t.blocks),
        place=back.place,
        ink=ink,
        frame=back.place,
        fill=back.fill,
        outline=back.outline,
        shape=back.shape,
        paint=back.blocks,
    )
