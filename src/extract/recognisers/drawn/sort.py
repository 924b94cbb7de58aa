"""Sorting what stands under an axis: cards, chips on them, panels and bands around them, bars, bare texts."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.layout.axis import Axis
from extract.layout.backs import STRIP
from extract.layout.cards import is_name
from extract.layout.lanes import BAND
from extract.layout.legend import is_same_paint
from extract.layout.meanings import Meaning, meaning_of
from extract.layout.thing import Thing
from extract.recognisers.drawn.scene import Scene
from extract.recognisers.drawn.status import is_dot
from extract.recognisers.drawn.stuck import is_note, is_sticker, labels_of_cards
from veikart.core.blocks import BlockKind
from veikart.core.geometry import Box, same_row
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

BAR_HEIGHT = 0.11
BAR_LENGTH = 0.012
_STROKE = 0.05  # shortest line that may be a bar
_BESIDE_AXIS = 0.04
_TILT = (1, 89)  # degrees
MILESTONE = 9
"""Most characters of a milestone's text."""
_BEYOND = 0.02  # a strip that reaches out on both sides of the axis is no bar on it
_EDGE = 0.012
_CAPTION = 0.03  # from a picture to the caption under it
_SENTENCE = 5  # words of a remark, at least
_FEW = 2  # boxes beside which a remark stands out
_FLUSH = 0.03  # from the axis' left end to where a heading of a row begins


@dataclass(slots=True)
class Sorted:
    """The things of one plan by what they are."""

    axis: Axis
    area: Box
    cards: list[Thing] = field(default_factory=list)
    bare: list[Thing] = field(default_factory=list)
    chips: list[tuple[Thing, Meaning]] = field(default_factory=list)
    panels: list[Thing] = field(default_factory=list)
    bands: list[Thing] = field(default_factory=list)
    side: list[Thing] = field(default_factory=list)
    beyond: list[Thing] = field(default_factory=list)  # bare texts right of the axis, such as names behind its bars
    bars: list[Thing] = field(default_factory=list)
    dots: list[Thing] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    strokes: list[Thing] = field(default_factory=list)  # lines under a part of the axis

    @property
    def boxed(self) -> bool:
        """Tell whether the plan's measures stand in boxes, so that a bare text is a note."""
        return len(self.cards) >= 2 and len(self.cards) * 2 >= len(self.bare)


def sort_out(scene: Scene, axis: Axis, area: Box) -> Sorted:
    """Sort the things of a plan with this axis in this part of the page."""
    vocabulary = scene.deck.vocabulary
    result = Sorted(axis, area)
    labels = {t.id for t in axis.labels}
    texts = [_off_band(t, axis, scene) for t in scene.texts if t.id not in labels and _in_rows(t, area)]
    inside = [t for t in texts if _under(t, axis)]
    result.side = [t for t in texts if t not in inside and t.place.middle[0] < axis.start and t.place.x0 < axis.start]
    if not result.side:
        beyond = [t for t in texts if t not in inside and t.place.x0 >= axis.end - _EDGE]
        result.side = [t for t in beyond if not _is_under_picture(t, scene)]
    result.beyond = [t for t in texts if t not in inside and not t.boxed and t.place.x0 >= axis.end - _EDGE]
    wide = [
        t
        for t in inside
        if t.boxed and (t.place.x0 < axis.start + _EDGE and t.place.width >= BAND * (axis.end - axis.start))
    ]
    lying = {t.id: _lying_on(t, inside) for t in inside if t.boxed}
    stuck = labels_of_cards(inside, lying)
    held = {key: _names([t for t in on if t.id not in stuck], scene) for key, on in lying.items()}
    result.panels = [t for t in inside if t.boxed and _is_panel(t, held[t.id])]
    result.bands = _bands(wide, inside, result.panels, axis, vocabulary)
    apart = {t.id for t in (*result.panels, *result.bands)}
    result.chips = [(t, scene.meaning(t)) for t in inside if t.id in stuck]
    for thing in inside:
        if thing.id not in apart | stuck:
            _place(thing, inside, apart, result, scene)
    headings = [*_row_headings(result), *_owner_headings(result)]
    result.chips = [(t, m) for t, m in result.chips if t not in headings]
    result.bare = [t for t in result.bare if t not in headings]
    result.bands += headings
    result.cards = _without_remarks(_without_tilted(result.cards))
    result.cards, stones = _without_milestones(result.cards)
    result.chips += [(t, Meaning()) for t in stones]
    _areas(scene, result, inside)
    result.bars = _without_axis_band(result, axis)
    result.rules = [
        t.place for t in scene.lines if t.place.width >= 0.5 * (axis.end - axis.start) and t.place.height < 0.01
    ]
    bars = {t.id for t in result.bars}
    result.strokes = [
        t
        for t in (*scene.lines, *(t for t in scene.areas if t.id not in bars))
        if _under(t, axis) and _STROKE <= t.place.width < 0.9 * (axis.end - axis.start) and t.place.height < 0.01
    ]
    return result


def _without_axis_band(plan: Sorted, axis: Axis) -> list[Thing]:
    """Return the bars without the areas beside bare labels that are the axis itself: one for each column, as wide as
    it, and no label at their side."""
    bars = plan.bars
    if any(label.boxed for label in axis.labels):
        return bars
    columns = {(round(c.start, 3), round(c.end, 3)) for c in axis.columns}
    near = [bar for bar in bars if axis.place.gap(bar.place) <= _BESIDE_AXIS]
    band = [bar for bar in near if (round(bar.place.x0, 3), round(bar.place.x1, 3)) in columns]
    tops = {round(bar.place.y0, 2) for bar in band}
    if len(band) != len(columns) or len(tops) != 1 or any(same_row(t.ink, band[0].place) for t in plan.side):
        return bars
    return [bar for bar in bars if bar not in band]


def _off_band(text: Thing, axis: Axis, scene: Scene) -> Thing:
    """Return a label at the left of the axis without the band of its row, on which bars lie as well."""
    left = text.boxed and text.ink.x1 <= axis.start + _EDGE and text.place.x0 < axis.start
    if not left or text.place.x1 < axis.end - _EDGE:
        return text
    bars = [t for t in scene.areas if text.place.contains(t.place) and t.place.x0 >= axis.start - _EDGE]
    return replace(text, place=text.ink, frame=text.ink, fill="", outline="") if bars else text


def _in_rows(thing: Thing, area: Box) -> bool:
    x, y = thing.place.middle
    if not area.x0 <= x <= area.x1:
        return False
    return area.y0 - 0.004 <= y <= area.y1 and not (thing.place.y0 < area.y0 - 0.03 and not thing.boxed)


def _is_under_picture(text: Thing, scene: Scene) -> bool:
    """Tell whether a text stands right under a picture, no wider than it: its caption, beside the plan."""
    if scene.turned:
        return False
    pictures = [b.box for b in scene.page.blocks if b.kind is BlockKind.PICTURE and b.box is not None]
    return any(0 <= text.ink.y0 - p.y1 <= _CAPTION and p.overlap_x(text.ink) >= text.ink.width for p in pictures)


def _under(thing: Thing, axis: Axis) -> bool:
    """Tell whether a thing stands under (or over) the axis rather than beside it."""
    place = thing.place
    if place.middle[0] < axis.start:
        return False
    shared = min(place.x1, axis.end) - max(place.x0, axis.start)
    return shared >= 0.5 * max(place.width, 1e-6)


def _lying_on(host: Thing, things: Sequence[Thing]) -> list[Thing]:
    """Return the smaller things whose middles lie on a box."""
    most = 0.9 * host.place.area
    return [t for t in things if t is not host and host.place.holds(*t.place.middle) and t.place.area < most]


def _names(things: Sequence[Thing], scene: Scene) -> list[Thing]:
    return [t for t in things if not scene.meaning(t) and is_name(t.text, scene.deck.vocabulary)]


def _is_panel(host: Thing, held: list[Thing]) -> bool:
    """Tell whether a box is a background with other boxes on it, not a bar with a note or a card with stickers."""
    held = [t for t in held if not is_sticker(t, host)]
    if len(held) >= 2:
        return True
    return len(held) == 1 and not is_note(held[0], host)


def _bands(
    wide: list[Thing], inside: list[Thing], panels: list[Thing], axis: Axis, vocabulary: Vocabulary
) -> list[Thing]:
    """Return the full-width headings: named after organisations, or several set alike and unlike what stands below."""
    alone = [t for t in wide if t not in panels and not any(_beside(t, o) for o in inside if o is not t)]
    owned = [t for t in alone if meaning_of(t.text, vocabulary).owners]
    if owned:
        return [t for t in alone if any(is_same_paint(t.fill, o.fill) for o in owned)]
    labels = [t for t in alone if t.ink.x1 <= axis.start + _EDGE]
    if labels:
        return [t for t in alone if any(is_same_paint(t.fill, o.fill) for o in labels)]
    others = [t for t in inside if t.boxed and t not in alone and t not in panels]
    alike = [t for t in alone if all(is_same_paint(t.fill, o.fill) for o in alone)]
    followed = all(any(o.place.y0 >= t.place.y1 - 0.005 for o in others) for t in alike)
    unlike = not any(is_same_paint(t.fill, o.fill) for t in alike for o in others)
    return alike if len(alike) >= 2 and others and followed and unlike else []


def _row_headings(result: Sorted) -> list[Thing]:
    """Return the bare texts that head rows of boxes: flush with the axis, nothing beside them, boxes under each."""
    if not result.boxed:
        return []
    left = result.axis.start
    heads = [t for t in result.bare if abs(t.ink.x0 - left) < _FLUSH and not t.blocks[0].marker and len(t.text) <= 60]
    heads = [t for t in heads if not any(_beside(t, o) for o in (*result.bare, *result.cards) if o is not t)]
    heads.sort(key=lambda t: t.place.y0)
    if len(heads) < 2:
        return []
    ends = [*(t.place.y0 for t in heads[1:]), result.area.y1]
    tops = [c.place.y0 for c in result.cards]
    followed = [any(t.place.y1 - 0.005 <= y < end for y in tops) for t, end in zip(heads, ends, strict=True)]
    return heads if all(followed) else []


def _owner_headings(result: Sorted) -> list[Thing]:
    """Return the organisation that stands alone on the bare page over all boxes of a plan: it is whose plan it is."""
    top = min((t.place.y0 for t in (*result.cards, *result.bars)), default=0.0)
    over = [t for t, m in result.chips if m.owners and not t.boxed and t.ink.y1 <= top + 0.01]
    side = [t for t in result.side if not t.boxed and t.ink.y1 <= top + 0.01]
    return over if len(over) == 1 and not side else []


def _beside(a: Thing, b: Thing) -> bool:
    return a.place.overlap_y(b.place) > 0.3 * min(a.place.height, b.place.height)


def _place(thing: Thing, inside: Sequence[Thing], apart: set[str], result: Sorted, scene: Scene) -> None:
    least, (x, y) = 1.1 * thing.place.area, thing.place.middle
    on = [t for t in inside if t.boxed and t.place.holds(x, y) and t is not thing and t.id not in apart]
    on = [t for t in on if t.place.area > least]
    meaning = scene.meaning(thing)
    if meaning or any(is_note(thing, host) or is_sticker(thing, host) for host in on):
        result.chips.append((thing, meaning))
    elif thing.boxed:
        result.cards.append(thing)
    else:
        result.bare.append(thing)


def _without_tilted(cards: list[Thing]) -> list[Thing]:
    """Leave out the few boxes that stand askew among upright ones: remarks stuck on the plan."""
    askew = [c for c in cards if _TILT[0] < c.blocks[0].rotation % 90 < _TILT[1]]
    return [c for c in cards if c not in askew] if len(askew) * 4 <= len(cards) else cards


def _without_remarks(cards: list[Thing]) -> list[Thing]:
    """Leave out the one box that says a sentence in a shape of its own, where no other box does."""
    said = [c for c in cards if mend(c.text).endswith(".") and len(c.text.split()) >= _SENTENCE]
    if len(said) != 1 or len(cards) <= _FEW:
        return cards
    rest = [c for c in cards if c is not said[0]]
    return cards if any(c.shape == said[0].shape for c in rest) else rest


def _without_milestones(cards: list[Thing]) -> tuple[list[Thing], list[Thing]]:
    """Part cards from milestones: one short word in a shape much smaller than the cards of the plan."""
    sizes = sorted(c.place.area for c in cards)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    stones = [c for c in cards if _is_milestone(c, usual)]
    return [c for c in cards if c not in stones], stones


def _is_milestone(card: Thing, usual: float) -> bool:
    text = card.text.strip()
    pointed = card.shape in {"diamond", "star", "triangle", "ellipse"}
    return len(text) <= MILESTONE and " " not in text and card.place.area < (0.5 if pointed else 0.15) * usual


def _areas(scene: Scene, result: Sorted, inside: list[Thing]) -> None:
    """Sort the areas without text: bars, dots; backgrounds of rows and columns are neither."""
    axis, area = result.axis, result.area
    boxes = [t.place for t in result.cards]
    for thing in scene.areas:
        place = thing.place
        if not area.x0 <= place.middle[0] <= area.x1 or not area.y0 - 0.01 <= place.middle[1] <= area.y1:
            continue
        if not (thing.fill or thing.outline):
            continue
        if is_dot(thing, scene.aspect):
            result.dots.append(thing)
            continue
        card = next((box for box in boxes if box.holds(*place.middle)), None)
        if card is not None and (place.width <= STRIP * card.width or place.height <= STRIP * card.height):
            result.dots.append(thing)  # a strip along the edge of a card, painted as a dot would be
            continue
        if not _under(thing, axis) or place.height > BAR_HEIGHT or place.width < BAR_LENGTH or place.height < 0.004:
            continue
        if place.x0 < axis.start - _BEYOND and place.x1 > axis.end + _BEYOND:
            continue
        if place.width >= 0.97 * (axis.end - axis.start) and _is_background(place, inside, scene.areas):
            continue
        if card is not None or any(o.contains(place) for o in _places(result.bars)):
            continue
        result.bars.append(thing)


def _places(things: Sequence[Thing]) -> list[Box]:
    return [t.place for t in things]


def _is_background(place: Box, inside: Sequence[Thing], areas: Sequence[Thing]) -> bool:
    over = [t for t in (*inside, *areas) if t.place.area < 0.9 * place.area and place.holds(*t.place.middle)]
    return bool(over) or place.height > 0.06


def bare_notes(result: Sorted, vocabulary: Vocabulary) -> list[Thing]:
    """Return the bare texts that are notes under a plan: below its lowest rule or lane, or in smaller letters there."""
    floor = max((t.place.y1 for t in result.side if t.boxed), default=0.0)
    low = [t for t in result.bare if floor and t.place.middle[1] > floor + 0.01]
    marked = [t for t in result.bare if t.text.lstrip().startswith("*") or vocabulary.is_furniture(t.text)]
    footnotes = [t for t in result.bare if t.kind is BlockKind.FOOTNOTE]
    return [t for t in result.bare if t in low or t in marked or t in footnotes or _is_footnote(t, result.bare)]


def _is_footnote(text: Thing, bare: Sequence[Thing]) -> bool:
    """Tell whether a bare text stands under all others of a list and is set unlike them: no bullet, smaller letters."""
    others = [t for t in bare if t is not text]
    if len(others) < 3 or any(t.ink.y1 > text.ink.y0 for t in others):
        return False
    bullets = sum(1 for t in others if t.blocks[0].marker)
    sizes = sorted(t.blocks[0].size for t in others)
    smaller = 0 < text.blocks[0].size < 0.9 * sizes[len(sizes) // 2]
    return smaller or (bullets * 5 >= len(others) * 3 and not text.blocks[0].marker)
