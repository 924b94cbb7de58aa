"""The things on a page, made from its blocks: what stands in one shape or was laid over it is one thing."""

from dataclasses import replace
from itertools import pairwise

from extract.deck import Deck
from extract.layout.backs import with_backs
from extract.layout.hanging import hanging
from extract.layout.thing import Thing
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.geometry import Box, same_row, surround

SAME_PLACE = 0.8
"""Share of their common area from which a fill and an outline are one shape."""
LOOSE_LINES = 1.6
"""Gap between paragraphs, in line heights, from which they are things of their own inside a wide area."""

CARD_WIDTH, CARD_HEIGHT, MOST_TEXTS = 0.45, 0.3, 6
"""Largest card, in shares of the page, and most paragraphs in it."""
TALL_CARD, TITLED = 0.4, 1.2
"""Height of the tallest one, if the letters of its title are so much larger than all others."""
MOST_AREAS = 800
"""Areas and rules that are looked at on one page."""
BAR, NEXT = 0.11, 0.03
"""Highest bar, and how far from it a text stands that names it."""
WITHIN, CENTRED = 0.15, 0.05
"""From the start of an area to a text within it at least, and from the area's middle to that of a centred text at
most, in shares of the area's width."""
_CORNER = 0.004  # of the page, within which the corners of a fill and its outline lie
RULE = 0.004
"""Widest rule, as a share of the page."""

_TEXTS = frozenset({BlockKind.TEXT, BlockKind.BULLET, BlockKind.TITLE, BlockKind.CELL, BlockKind.FOOTNOTE})
_KEY = "drawn.things"


def things_of(page: Page, deck: Deck) -> tuple[Thing, ...]:
    """Return the things on a page in reading order; made once for a page."""
    return deck.once(_KEY, page, _make)


def _make(page: Page, _: Deck) -> tuple[Thing, ...]:
    held: dict[str, list[Block]] = {}
    heads = hanging(page.blocks)
    for block in page.blocks:
        if block.hidden or (block.rotation % 90 > 5 and block.kind is BlockKind.WATERMARK):
            continue
        if block.id in heads:
            held.setdefault(heads[block.id].id, []).append(block)
        elif block.kind in _TEXTS and block.text.strip() and (block.box or block.frame):
            held.setdefault(block.container or block.id, []).append(block)
        elif block.kind in {BlockKind.SHAPE, BlockKind.LINE} and (block.frame or block.box):
            held.setdefault(f"{block.container}\0{block.id}", []).append(block)
    things = _largest([thing for group in held.values() for thing in _things(group)])
    return tuple(with_backs(_off_lanes(_unruled(_painted(_outlined(things))))))


def _largest(things: list[Thing]) -> list[Thing]:
    """Return the things without the smallest areas and rules of a drawing that has thousands of them."""
    drawn = [t for t in things if not t.has_text]
    if len(drawn) <= MOST_AREAS:
        return things
    drawn.sort(key=lambda t: max(t.place.width, t.place.height), reverse=True)
    dropped = {t.id for t in drawn[MOST_AREAS:]}
    return [t for t in things if t.id not in dropped]


def _things(group: list[Block]) -> list[Thing]:
    first = group[0]
    if first.kind in {BlockKind.SHAPE, BlockKind.LINE}:
        place = first.frame or first.box
        assert place is not None
        return [Thing((first,), place, place, place, first.kind, first.fill, first.outline, first.shape)]
    parts = _cell_parts(group) if first.table else _parts(group)
    if len(parts) == 1:
        return [_text_thing(tuple(group))]
    return [_text_thing(tuple(part), split=True) for part in parts]


def _text_thing(group: tuple[Block, ...], *, split: bool = False) -> Thing:
    first = group[0]
    ink = surround([b.box or b.frame for b in group if b.box or b.frame])  # type: ignore[misc]
    assert ink is not None
    frame = first.frame or ink
    if split or not (first.fill or first.outline) or first.table:
        return Thing(group, ink, ink, frame, first.kind, shape=first.shape, split=split)
    return Thing(group, frame, ink, frame, first.kind, first.fill, first.outline, first.shape)


def _parts(group: list[Block]) -> list[list[Block]]:
    """Return a shape's paragraphs in the clusters that stand apart: side by side, or with wide gaps in a tall area."""
    places = [b.box for b in group]
    if len(group) < 2 or any(p is None for p in places) or len(set(places)) == 1:
        return [group]
    if _is_card(group):
        return [group]
    if any(a.overlap_y(b) > 0.5 * min(a.height, b.height) and a.overlap_x(b) <= 0 for a, b in _all_pairs(places)):
        return [[b] for b in group]
    parts: list[list[Block]] = [[group[0]]]
    for before, block in pairwise(group):
        assert before.box is not None
        assert block.box is not None
        line = min(_line_height(before), _line_height(block))
        if block.box.y0 - before.box.y1 > LOOSE_LINES * line:
            parts.append([])
        parts[-1].append(block)
    return parts


def _is_card(group: list[Block]) -> bool:
    """Tell whether a small box holds a title and, set in other letters, notes about it, be they far apart."""
    first, frame = group[0], group[0].frame
    titled = first.size >= TITLED * max((b.size for b in group[1:]), default=0.0) > 0
    tallest = TALL_CARD if titled else CARD_HEIGHT
    if frame is None or frame.width > CARD_WIDTH or frame.height > tallest or len(group) > MOST_TEXTS:
        return False
    look = (round(first.size), first.bold, first.colour)
    return all((round(b.size), b.bold, b.colour) != look and not _beside(first, b) for b in group[1:])


def _beside(a: Block, b: Block) -> bool:
    if a.box is None or b.box is None:
        return False
    return a.box.overlap_y(b.box) > 0.5 * min(a.box.height, b.box.height)


def _cell_parts(group: list[Block]) -> list[list[Block]]:
    """Return a cell's paragraphs one by one, those that go on with the one before together with it."""
    parts: list[list[Block]] = []
    for block in group:
        goes_on = block.text[:1].islower() or block.text[:1] == "("
        if parts and goes_on and not block.marker:
            parts[-1].append(block)
        else:
            parts.append([block])
    return parts


def _all_pairs(places: list[Box | None]) -> list[tuple[Box, Box]]:
    known = [p for p in places if p is not None]
    return [(a, b) for i, a in enumerate(known) for b in known[i + 1 :]]


def _line_height(block: Block) -> float:
    lines = max(1, block.text.count("\n") + 1)
    return (block.box.height if block.box else 0.02) / lines


def _outlined(things: list[Thing]) -> list[Thing]:
    """Join a fill and an outline without text that were drawn apart in one place: a hollow or hatched bar of PDF."""
    rims = {_corner(t): t for t in things if t.is_area and t.outline and not t.fill}
    found: dict[str, Thing] = {}
    for thing in things:
        rim = rims.get(_corner(thing)) if thing.is_area and thing.fill and not thing.outline else None
        if rim is not None and _same_place(rim.frame, thing.frame):
            found[thing.id] = rims.pop(_corner(thing))
    gone = {rim.id for rim in found.values()}
    kept = [t for t in things if t.id not in gone]
    return [replace(t, outline=found[t.id].outline, paint=found[t.id].blocks) if t.id in found else t for t in kept]


def _corner(thing: Thing) -> tuple[int, int]:
    return round(thing.frame.x0 / _CORNER), round(thing.frame.y0 / _CORNER)


def _painted(things: list[Thing]) -> list[Thing]:
    """Join areas without text to the text that stands in the same place: a fill and an outline drawn apart."""
    areas = [t for t in things if t.is_area]
    taken: set[str] = set()
    joined: dict[str, list[Thing]] = {}
    for thing in things:
        if not thing.has_text or thing.split or not thing.blocks[0].container or thing.blocks[0].table:
            continue
        for area in areas:
            if area.id not in taken and _same_place(area.frame, thing.frame):
                joined.setdefault(thing.id, []).append(area)
                taken.add(area.id)
    result = []
    for thing in things:
        if thing.id in taken:
            continue
        more = joined.get(thing.id, [])
        result.append(_with_paint(thing, more) if more else thing)
    return result


def _unruled(things: list[Thing]) -> list[Thing]:
    """Return texts between the rules of a grid as bare: rules that run on past a frame are not its outline."""
    upright = [t.place for t in things if t.is_line and t.place.width < RULE]
    result = []
    for thing in things:
        if thing.has_text and thing.outline and not thing.fill and _is_between(thing.frame, upright):
            thing = replace(thing, outline="", place=thing.ink)  # noqa: PLW2901
        result.append(thing)
    return result


def _off_lanes(things: list[Thing]) -> list[Thing]:
    """Return a text right behind or before a bar as bare, where both lie on a wide area: it names the bar.

    Beside a dot it does so within the area; a name at its start or in its middle has the dot as a mark.
    """
    wide = [t for t in things if t.has_text and t.boxed and t.frame.width > CARD_WIDTH]
    bars = [t.place for t in things if t.is_area and t.fill and t.place.height < BAR] if wide else []
    freed = {t.id for t in wide if any(t.frame.contains(bar) and _is_named_by(bar, t) for bar in bars)}
    return [replace(t, fill="", outline="", place=t.ink, split=True) if t.id in freed else t for t in things]


def _is_named_by(bar: Box, text: Thing) -> bool:
    ink, frame = text.ink, text.frame
    within = ink.x0 - frame.x0 > WITHIN * frame.width and abs(ink.middle[0] - frame.middle[0]) > CENTRED * frame.width
    return (bar.width > bar.height or within) and _is_next_to(bar, ink)


def _is_next_to(bar: Box, text: Box) -> bool:
    return same_row(bar, text) and -0.005 <= max(text.x0 - bar.x1, bar.x0 - text.x1) <= NEXT


def _is_between(frame: Box, upright: list[Box]) -> bool:
    long = [r for r in upright if r.height > 1.15 * frame.height and r.overlap_y(frame) > 0.9 * frame.height]
    return all(any(abs(rule.middle[0] - x) < RULE for rule in long) for x in (frame.x0, frame.x1))


def _with_paint(thing: Thing, more: list[Thing]) -> Thing:
    fill = thing.fill or next((a.fill for a in more if a.fill), "")
    outline = thing.outline or next((a.outline for a in more if a.outline), "")
    paint = tuple(b for a in more for b in a.blocks)
    if thing.boxed or not (fill or outline):
        place = thing.frame if thing.boxed else thing.place
        return replace(thing, fill=fill, outline=outline, place=place, paint=paint)
    painted = max((a.place for a in more if a.fill or a.outline), key=lambda box: box.area)
    return replace(thing, fill=fill, outline=outline, place=painted, frame=painted, paint=paint)


def _same_place(a: Box, b: Box) -> bool:
    shared = a.shared(b)
    return shared > 0 and shared / (a.area + b.area - shared) >= SAME_PLACE
