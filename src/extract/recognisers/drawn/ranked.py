"""Ranked lists: numbers in small shapes, counting from one, each with a name beside it."""

import re

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.cards import is_name
from extract.layout.thing import Thing
from extract.recognisers.drawn.alike import announces
from extract.recognisers.drawn.gates import is_other_page, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.status import page_legend, say_paint
from extract.recognisers.drawn.timeline import is_timeline
from extract.recognisers.values import say_owners
from veikart.core.blocks import Page
from veikart.core.geometry import same_row
from veikart.core.records import Field, Role
from veikart.core.text import mend

NAME = "ranked"
_LEAST = 4
_NUMBER = re.compile(r"[1-9]\d?")
_WIDEST = 0.08  # of the page: a larger shape with a number is a figure
_NEAR = 0.06  # of the page's width between a number and its name


def ranked(page: Page, deck: Deck) -> Claim | None:
    """Read the names beside numbers on a page whose title says that measures stand on it."""
    scene = scene_of(page, deck)
    numbers = [t for t in scene.texts if t.boxed and _NUMBER.fullmatch(mend(t.text)) and t.place.width <= _WIDEST]
    counted = sorted(int(mend(t.text)) for t in numbers)
    if len(counted) < _LEAST or counted != list(range(1, len(counted) + 1)):
        return None
    if not announces(scene) or is_other_page(scene) or is_timeline(page, deck):
        return None
    pairs = [(number, name) for number in numbers if (name := _beside(number, scene)) is not None]
    if len({name.id for _, name in pairs}) < len(numbers):
        return None
    claim = scene.claim(NAME, 0.72)
    legend = page_legend(scene.legend, [number for number, _ in pairs], [0] * len(pairs))
    for number, name in sorted(pairs, key=lambda pair: int(mend(pair[0].text))):
        draft = claim.add(Draft(name.blocks, name.text, Role.MEASURE, f"p{page.number}/ranked"))
        say_paint(draft, number, legend, deck.vocabulary, mark=number)
        claim.use(number.all_blocks, Use.LEGEND, "rank of a measure")
        if not draft.says(Field.OWNERS):
            say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
    return claim if mostly_names(claim.drafts) else None


def _beside(number: Thing, scene: Scene) -> Thing | None:
    """Return the nearest name right of a number, in its row."""
    right = [
        (t.ink.x0 - number.place.x1, t)
        for t in scene.texts
        if t is not number and same_row(t.ink, number.place) and t.ink.x0 >= number.ink.x1
    ]
    gap, nearest = min(right, key=lambda pair: pair[0], default=(1.0, None))
    return nearest if gap <= _NEAR and nearest and is_name(nearest.text, scene.deck.vocabulary) else None
