"""Things on a page: a shape with its paragraphs, a text on the bare page, an area or a rule without text."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.deck import Deck
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.geometry import Box, surround

SAME_PLACE = 0.8
"""Share of their common area from which a fill and an outline are one shape."""
LOOSE_LINES = 1.6
"""Gap between paragraphs, in line heights, from which they are things of their own inside a wide area."""

BACK_WIDTH, BACK_HEIGHT = 0.6, 0.3
"""Largest area, in shares of the page, that texts laid over it make a box of."""
OVERHANG = 0.012
"""How far such a text may stick out."""
MOST_TEXTS = 5
RULE = 0.004
"""Widest rule, as a share of the page."""

_TEXTS = frozenset({BlockKind.TEXT, BlockKind.BULLET, BlockKind.TITLE, BlockKind.CELL, BlockKind.FOOTNOTE})
_KEY = "drawn.things"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something drawn as one: its blocks, where it stands and how it is painted.

    `place` is the frame of a painted shape and the ink of anything else; `ink` lies around the text.
    """

    blocks: tuple[Block, ...]
    place: Box
    ink: Box
    frame: Box
    kind: BlockKind = BlockKind.TEXT
    fill: str = ""
    outline: str = ""
    shape: str = ""
    paint: tuple[Block, ...] = ()  # further blocks that paint the same shape
    split: bool = False  # one of several texts inside a wide area

    @property
    def id(self) -> str:
        """Id of its first block."""
        return self.blocks[0].id

    @property
    def text(self) -> str:
        """All of its text, a line for each printed line."""
        return "\n".join(b.text for b in self.blocks if b.text.strip())

    @property
    def colour(self) -> str:
        """Colour of its first text."""
        return self.blocks[0].colour

    @property
    def boxed(self) -> bool:
        """Tell whether its text stands in a painted or outlined shape."""
        return bool(self.fill or self.outline)

    @property
    def extent(self) -> Box:
        """The frame of its box or cell, its ink where it has neither."""
        return self.frame if self.boxed or self.blocks[0].table else self.place

    @property
    def is_area(self) -> bool:
        """Tell whether it is an area without text."""
        return self.kind is BlockKind.SHAPE

    @property
    def is_line(self) -> bool:
        """Tell whether it is a rule."""
        return self.kind is BlockKind.LINE

    @property
    def has_text(self) -> bool:
        """Tell whether it has text."""
        return not (self.is_area or self.is_line)

    @property
    def all_blocks(self) -> tuple[Block, ...]:
        """Its own blocks and those that paint it."""
        return self.blocks + self.paint

    def turned(self) -> "Thing":
        """Return the thing with across and down exchanged, so that rows are read as columns."""
        return replace(self, place=turn(self.place), ink=turn(self.ink), frame=turn(self.frame))


def printed(block: Block) -> str:
    """Return the text with a number that a reader took for a list number: "1." and "kvartal" are one label."""
    return f"{block.marker} {block.text}" if block.marker[:1].isdigit() else block.text


def turn(box: Box) -> Box:
    """Return the box with across and down exchanged."""
    return Box(box.y0, box.x0, box.y1, box.x1)


def things_of(page: Page, deck: Deck) -> tuple[Thing, ...]:
    """Return the things on a page in reading order; made once for a page."""
    cache: dict[int, tuple[Thing, ...]] = deck.shared.setdefault(_KEY, {})
    if page.number not in cache:
        cache[page.number] = tuple(_make(page.blocks))
    return cache[page.number]


def _make(blocks: Iterable[Block]) -> list[Thing]:
    held: dict[str, list[Block]] = {}
    for block in blocks:
        if block.hidden or (block.rotation % 90 > 5 and block.kind is BlockKind.WATERMARK):
            continue
        if block.kind in _TEXTS and block.text.strip() and (block.box or block.frame):
            held.setdefault(block.container or block.id, []).append(block)
        elif block.kind in {BlockKind.SHAPE, BlockKind.LINE} and (block.frame or block.box):
            held.setdefault(f"{block.container}\0{block.id}", []).append(block)
    things = [thing for group in held.values() for thing in _things(group)]
    return _backed(_unruled(_painted(things)))


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


def _backed(things: list[Thing]) -> list[Thing]:
    """Join an area without text and the bare texts that were laid over it into one box, as one sees it."""
    areas = [t for t in things if t.is_area and t.place.width <= BACK_WIDTH and t.place.height <= BACK_HEIGHT]
    areas = [t for t in areas if (t.fill or t.outline) and not t.blocks[0].table]
    held: dict[str, list[Thing]] = {}
    solid: set[str] = set()
    for thing in things:
        over = [
            a
            for a in areas
            if a is not thing and a.place.area > thing.place.area and a.place.holds(*thing.place.middle)
        ]
        if not over:
            continue
        home = min(over, key=lambda a: a.place.area)
        bare = thing.has_text and not thing.boxed and not thing.blocks[0].table
        if bare and home.place.contains(thing.ink, OVERHANG):
            held.setdefault(home.id, []).append(thing)
        elif not thing.is_line:
            solid |= {a.id for a in over}
    backs = {a.id: a for a in areas if a.id in held and a.id not in solid and _stacked(held[a.id])}
    gone = {t.id for key in backs for t in held[key]} | set(backs)
    joined = [_on_back(backs[key], sorted(held[key], key=lambda t: t.ink.y0)) for key in backs]
    return [*(t for t in things if t.id not in gone), *joined] if joined else things


def _stacked(texts: list[Thing]) -> bool:
    """Tell whether texts stand under one another."""
    return len(texts) <= MOST_TEXTS and all(
        a.ink.overlap_x(b.ink) > 0 and a.ink.overlap_y(b.ink) < 0.5 * min(a.ink.height, b.ink.height)
        for i, a in enumerate(texts)
        for b in texts[i + 1 :]
    )


def _on_back(back: Thing, texts: list[Thing]) -> Thing:
    blocks = tuple(b for t in texts for b in t.blocks)
    ink = surround([t.ink for t in texts])
    assert ink is not None
    return replace(
        texts[0], blocks=blocks, place=back.place, ink=ink, frame=back.place, fill=back.fill, outline=back.outline,
        shape=back.shape, paint=back.blocks,
    )  # fmt: skip


def _unruled(things: list[Thing]) -> list[Thing]:
    """Return texts between the rules of a grid as bare: rules that run on past a frame are not its outline."""
    upright = [t.place for t in things if t.is_line and t.place.width < RULE]
    result = []
    for thing in things:
        if thing.has_text and thing.outline and not thing.fill and _is_between(thing.frame, upright):
            thing = replace(thing, outline="", place=thing.ink)  # noqa: PLW2901
        result.append(thing)
    return result


def _is_between(frame: Box, upright: list[Box]) -> bool:
    long = [r for r in upright if r.height > 1.15 * frame.height and r.overlap_y(frame) > 0.9 * frame.height]
    return all(any(abs(rule.middle[0] - x) < RULE for rule in long) for x in (frame.x0, frame.x1))


def _with_paint(thing: Thing, more: list[Thing]) -> Thing:
    fill = thing.fill or next((a.fill for a in more if a.fill), "")
    outline = thing.outline or next((a.outline for a in more if a.outline), "")
    place = thing.frame if fill or outline else thing.place
    paint = tuple(b for a in more for b in a.blocks)
    return replace(thing, fill=fill, outline=outline, place=place, paint=paint)


def _same_place(a: Box, b: Box) -> bool:
    shared = a.shared(b)
    return shared > 0 and shared / (a.area + b.area - shared) >= SAME_PLACE
