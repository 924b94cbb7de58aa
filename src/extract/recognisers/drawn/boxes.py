"""Pictures of plans without an axis: boxes whose paint tells a status through the page's own legend."""

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.cards import as_one, cards_of, is_card_with_details, is_name
from extract.layout.lanes import headed_lanes, panel_lanes
from extract.layout.thing import Thing
from extract.recognisers.drawn.facts import lane_use, say_facts, say_lane
from extract.recognisers.drawn.gates import is_other_page, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.status import is_dot, marks_of, say_paint
from extract.recognisers.values import say_owners
from veikart.core.blocks import Page
from veikart.core.records import Field, Role

NAME = "boxes"
_LEAST = 3
_TALLEST = 0.3
_SHARE = 0.5


def boxes(page: Page, deck: Deck) -> Claim | None:
    """Read the boxes of a page that has a legend of statuses or of owners, and no axis."""
    scene = scene_of(page, deck)
    told_by = scene.legend.tells_status or scene.legend.tells_owners
    if not (scene.legend.own and told_by) or is_other_page(scene):
        return None
    if any(view.axes() for view in scene.ways):
        return None
    painted = [t for t in scene.texts if t.boxed and t.place.height <= _TALLEST]
    panels = [t for t in scene.texts if t.boxed and _is_panel(t, painted)]
    cards = [t for t in painted if t not in panels and is_name(t.text, deck.vocabulary)]
    marks = marks_of(cards, [t for t in scene.areas if is_dot(t, scene.aspect)], scene.legend, scene.aspect)
    told = [t for t in cards if t.id in marks or _status(scene, t)]
    if len(told) < _LEAST or len(told) < _SHARE * len(cards):
        return None
    claim = scene.claim(NAME, 0.72)
    lanes = panel_lanes(panels, deck.vocabulary)
    lanes += headed_lanes(scene.areas, scene.texts, [t.place for t in told], deck.vocabulary)
    for lane in lanes:
        claim.use(lane.label.all_blocks, lane_use(lane), "heading of a panel")
    for thing in told:
        for card in (
            [as_one(thing, deck.vocabulary)] if is_card_with_details(thing) else cards_of(thing, deck.vocabulary)
        ):
            draft = Draft(card.blocks, card.title, Role.MEASURE, f"p{page.number}/boxes")
            say_facts(draft, card.facts)
            say_paint(draft, thing, scene.legend, deck.vocabulary, mark=marks.get(thing.id), text=card.blocks[0])
            claim.use(list(card.details), Use.DESCRIPTION, "details in the box of a measure")
            for lane in (lane for lane in lanes if lane.holds(thing.place)):
                say_lane(draft, lane)
            if not draft.says(Field.OWNERS):
                say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
            claim.add(draft)
    claim.problems += scene.legend.problems(page.number)
    return claim if mostly_names(claim.drafts) else None


def _status(scene: Scene, thing: Thing) -> bool:
    told = scene.legend.status(thing.fill, thing.outline, thing.colour, shape=thing.shape)
    return told.status is not None or bool(told.owners)


def _is_panel(host: Thing, painted: list[Thing]) -> bool:
    inner = [
        t for t in painted if t is not host and t.place.area < host.place.area and host.place.holds(*t.place.middle)
    ]
    return len(inner) >= 1
