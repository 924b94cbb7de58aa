"""Pictures of plans without an axis: boxes whose paint or sign tells a status through the page's own key."""

from collections.abc import Sequence

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.cards import Card, as_one, cards_of, is_card_with_details, is_name
from extract.layout.lanes import Lane, headed_lanes, panel_lanes
from extract.layout.legend import Legend
from extract.layout.signs import sign_of, without_sign
from extract.layout.thing import Thing
from extract.recognisers.drawn.facts import lane_use, say_facts, say_lane, say_sign
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
    """Read the boxes of a page that has a key of statuses or of owners, and no axis."""
    scene = scene_of(page, deck)
    painted = scene.legend.own and (scene.legend.tells_status or scene.legend.tells_owners)
    if not (painted or scene.signs) or is_other_page(scene) or any(view.axes() for view in scene.ways):
        return None
    legend = scene.legend if painted else Legend()
    low = [t for t in scene.texts if t.boxed and t.place.height <= _TALLEST]
    panels = [t for t in scene.texts if t.boxed and _is_panel(t, low)]
    cards = [t for t in low if t not in panels and is_name(t.text, deck.vocabulary)]
    marks = marks_of(cards, [t for t in scene.areas if is_dot(t, scene.aspect)], legend, scene.aspect)
    told = [t for t in cards if t.id in marks or sign_of(t.blocks[0], scene.signs) or _status(legend, t)]
    if len(told) < _LEAST or len(told) < _SHARE * len(cards):
        return None
    claim = scene.claim(NAME, 0.72)
    lanes = panel_lanes(panels, deck.vocabulary)
    lanes += headed_lanes([t.place for t in scene.areas], scene.texts, [t.place for t in told], deck.vocabulary)
    for lane in lanes:
        claim.use(lane.label.all_blocks, lane_use(lane), "heading of a panel")
    for thing in told:
        around = _innermost([lane for lane in lanes if lane.holds(thing.place)])
        single = is_card_with_details(thing)
        for card in [as_one(thing, deck.vocabulary)] if single else cards_of(thing, deck.vocabulary):
            _add(claim, scene, card, legend, marks.get(thing.id), around)
    claim.problems += legend.problems(page.number)
    return claim if mostly_names(claim.drafts) else None


def _innermost(lanes: Sequence[Lane]) -> list[Lane]:
    """Return the smallest of nested lanes that has a name, and the smallest that has owners."""
    sized = sorted(lanes, key=lambda lane: (lane.bottom - lane.top) * (lane.right - lane.left))
    named = [lane for lane in sized if lane.name][:1]
    return named + [lane for lane in sized if lane.owners and lane not in named][:1]


def _add(claim: Claim, scene: Scene, card: Card, legend: Legend, mark: Thing | None, lanes: Sequence[Lane]) -> None:
    block, vocabulary = card.blocks[0], scene.deck.vocabulary
    sign = sign_of(block, scene.signs)
    draft = Draft(card.blocks, without_sign(card.title, sign), Role.MEASURE, f"p{scene.page.number}/boxes")
    say_facts(draft, card.facts)
    if sign:
        say_sign(draft, scene.signs[sign], block)
    say_paint(draft, card.place, legend, vocabulary, mark=mark, text=block)
    claim.use(list(card.details), Use.DESCRIPTION, "details in the box of a measure")
    for lane in lanes:
        say_lane(draft, lane)
    if not draft.says(Field.OWNERS):
        say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
    claim.add(draft)


def _status(legend: Legend, thing: Thing) -> bool:
    told = legend.status(thing.fill, thing.outline, thing.colour, shape=thing.shape)
    return told.status is not None or bool(told.owners)


def _is_panel(host: Thing, painted: list[Thing]) -> bool:
    inner = [
        t for t in painted if t is not host and t.place.area < host.place.area and host.place.holds(*t.place.middle)
    ]
    return len(inner) >= 1
