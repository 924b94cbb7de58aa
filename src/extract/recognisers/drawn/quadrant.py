"""Priority charts: boxes between two axes that weigh benefit against effort, each quarter under its own heading."""

import re
from collections.abc import Sequence

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.cards import cards_of, is_name
from extract.layout.thing import Thing
from extract.recognisers.drawn.facts import say_facts
from extract.recognisers.drawn.gates import is_other_page, mostly_names
from extract.recognisers.drawn.keyed import numbered_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.status import page_legend, say_paint
from extract.recognisers.drawn.timeline import is_timeline
from extract.recognisers.judgement import heading_role
from veikart.core.blocks import Page
from veikart.core.geometry import Box
from veikart.core.records import Field, Role
from veikart.core.text import mend

NAME = "quadrant"
_LEAST = 4
_TALLEST = 0.25
_ARROWS = " →➔➜⇒>-–—↑⬆▲▶"
_UP = re.compile("[↑⬆▲]")
_AXIS = 24  # characters of an axis' name
_ABOVE = 0.25  # farthest that a quarter's heading stands above its boxes


def quadrant(page: Page, deck: Deck) -> Claim | None:
    """Read the boxes of a chart whose two axes weigh measures: benefit and cost, value and complexity."""
    scene = scene_of(page, deck)
    axes = [] if is_other_page(scene) or is_timeline(page, deck) else _axes(scene)
    if not axes:
        return None
    boxes = [t for t in scene.texts if t.boxed and t.place.height <= _TALLEST and is_name(t.text, deck.vocabulary)]
    if len(boxes) < _LEAST:
        return _by_numbers(scene, axes)
    claim = scene.claim(NAME, 0.73)  # surer than headings with texts below them: the axes are named
    claim.use([b for t in axes for b in t.all_blocks], Use.AXIS, "axis of a priority chart")
    heads = [t for t in scene.texts if t not in axes and t not in boxes and t.blocks[0].bold]
    panels = [t.place for t in (*scene.areas, *(h for h in heads if h.boxed)) if t.place.height > _TALLEST]
    legend = page_legend(scene.legend, boxes, [0] * len(boxes))
    for box in boxes:
        for card in cards_of(box, deck.vocabulary):
            draft = Draft(card.blocks, card.title, Role.MEASURE, f"p{page.number}/quadrant", anchor_suffix=card.part)
            say_facts(draft, card.facts)
            say_paint(draft, box, legend, deck.vocabulary, text=card.blocks[0])
            head = _head_of(box, heads, panels)
            if head is not None:
                draft.say(Field.GROUP, mend(head.text), head.blocks[0], "heading")
                claim.use(head.all_blocks, Use.GROUP, "heading of a quarter")
            claim.add(draft)
    return claim if mostly_names(claim.drafts) else None


def _by_numbers(scene: Scene, axes: Sequence[Thing]) -> Claim | None:
    """Read the numbered names beside a chart that holds their numbers."""
    entries = numbered_names(scene, scene.texts)
    if not entries or any(not entry.marks for entry in entries.values()):
        return None
    claim = scene.claim(NAME, 0.8)
    claim.use([b for t in axes for b in t.all_blocks], Use.AXIS, "axis of a priority chart")
    role = heading_role(scene.title, scene.deck.vocabulary)
    for entry in entries.values():
        role = role if role is Role.PROPOSAL else Role.MEASURE
        claim.add(Draft(entry.name.blocks, entry.title, role, f"p{scene.page.number}/quadrant"))
        for mark in (*entry.marks, *([entry.sign] if entry.sign else [])):
            claim.use(mark.all_blocks, Use.IGNORED, "number of a measure")
    return claim if mostly_names(claim.drafts) else None


def _axes(scene: Scene) -> list[Thing]:
    """Return the names of the two axes, one turned or with an arrow up; none where fewer than two weigh measures."""
    named = [t for t in scene.texts if _is_axis(t, scene)]
    turned = [t for t in named if t.blocks[0].rotation or t.ink.height > t.ink.width or _UP.search(t.text)]
    return named if len(named) == 2 and turned else []


def _is_axis(thing: Thing, scene: Scene) -> bool:
    text = mend(thing.text).strip(_ARROWS)
    bare = not thing.boxed or thing.place.height > _TALLEST  # on the chart's own frame, as PDF gives it
    return len(text) <= _AXIS and bare and scene.deck.vocabulary.is_weight(text)


def _head_of(box: Thing, heads: Sequence[Thing], panels: Sequence[Box]) -> Thing | None:
    """Return the heading on the quarter that a box lies on, else the nearest above it that begins left of it."""
    own = min((p for p in panels if p.holds(*box.place.middle)), key=lambda p: p.area, default=None)
    on_panel = [h for h in heads if own is not None and own.holds(*h.ink.middle)]
    if len(on_panel) == 1:
        return on_panel[0]
    above = [h for h in heads if h.ink.y1 <= box.place.y0 + 0.01 and box.place.y0 - h.ink.y1 <= _ABOVE]
    left = [h for h in above if h.ink.x0 <= box.place.middle[0]]
    return min(left, key=lambda h: (round(box.place.y0 - h.ink.y1, 2), box.place.x0 - h.ink.x0), default=None)
