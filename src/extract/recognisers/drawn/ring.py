"""Rings: shapes set alike in a circle, each with a list of its own beside it, under a title that announces measures."""

from collections.abc import Sequence
from itertools import pairwise

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.cards import cards_of, is_name
from extract.layout.meanings import Meaning
from extract.layout.panels import set_alike
from extract.layout.thing import Thing
from extract.recognisers.drawn.alike import announces
from extract.recognisers.drawn.facts import say_facts
from extract.recognisers.drawn.gates import is_other_page, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.timeline import is_timeline
from extract.recognisers.values import say_owners
from veikart.core.blocks import Block, Page
from veikart.core.geometry import same_row
from veikart.core.records import Field, Role
from veikart.core.text import mend

NAME = "ring"
_LEAST_STOPS, _LEAST_LISTS = 3, 3
_SHORT = 3  # words of a stop
_NEAR = 0.08  # from a stop to its list, in page heights
_CLEARLY = 0.6  # of the distance to the next stop


def ring(page: Page, deck: Deck) -> Claim | None:
    """Read the bullets beside the stops of a ring where the page's title says that they are measures."""
    scene = scene_of(page, deck)
    lists = [t for t in scene.texts if t.blocks[0].marker and not t.boxed]
    if len(lists) < _LEAST_LISTS or not announces(scene) or is_other_page(scene) or is_timeline(page, deck):
        return None
    stops = _stops(scene)
    homes = {t.id: _home(t, stops, scene.aspect) for t in lists} if stops else {}
    if not homes or None in homes.values() or len({home.id for home in homes.values() if home}) < _LEAST_LISTS:
        return None
    claim = scene.claim(NAME, 0.65)
    for found in lists:
        stop = homes[found.id]
        assert stop is not None
        claim.use(stop.all_blocks, Use.GROUP, "stop of a ring")
        for card in cards_of(found, deck.vocabulary):
            if not is_name(card.title, deck.vocabulary):
                continue
            draft = Draft(card.blocks, card.title, Role.MEASURE, f"{stop.id}/ring")
            say_facts(draft, [*card.facts, *_said(stop, scene)])
            if not _said(stop, scene):
                draft.say(Field.GROUP, mend(stop.text), stop.blocks[0], "nearness")
            if not draft.says(Field.OWNERS):
                say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
            claim.add(draft)
    return claim if len(claim.drafts) >= _LEAST_LISTS and mostly_names(claim.drafts) else None


def _stops(scene: Scene) -> list[Thing]:
    """Return the short texts in shapes of one size that stand neither in one row nor in one column."""
    boxed = [t for t in scene.texts if t.boxed and not t.blocks[0].marker and len(t.text.split()) <= _SHORT]
    stops = set_alike(boxed) if len(boxed) >= _LEAST_STOPS else []
    in_row = all(same_row(a.place, b.place) for a, b in pairwise(stops))
    in_column = all(a.place.overlap_x(b.place) > 0 for a, b in pairwise(stops))
    return stops if len(stops) >= _LEAST_STOPS and not (in_row or in_column) else []


def _home(found: Thing, stops: Sequence[Thing], aspect: float) -> Thing | None:
    """Return the stop that a list stands beside, clearly nearer than any other."""
    near = sorted(((stop.place.gap(found.ink, aspect), stop.id, stop) for stop in stops), key=lambda n: n[:2])
    first, second = near[0][0], near[1][0]
    return near[0][2] if first <= _NEAR and first <= _CLEARLY * second else None


def _said(stop: Thing, scene: Scene) -> list[tuple[Meaning, Block]]:
    meaning = scene.meaning(stop)
    return [(meaning, stop.blocks[0])] if meaning else []
