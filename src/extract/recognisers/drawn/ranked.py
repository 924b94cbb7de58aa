"""Ranked lists: numbers in small shapes under each other, each with a name beside it: a count, votes, or the numbers
that stand in a chart as well."""

import re
from collections.abc import Sequence

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.cards import is_name
from extract.layout.thing import Thing
from extract.recognisers.drawn.alike import announces
from extract.recognisers.drawn.facts import say_facts
from extract.recognisers.drawn.gates import is_other_page, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.status import page_legend, say_paint
from extract.recognisers.drawn.timeline import is_timeline
from extract.recognisers.judgement import heading_role
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
_FLUSH = 0.01  # of the page's width between the left edges of one column


def ranked(page: Page, deck: Deck) -> Claim | None:
    """Read the names beside numbers on a page whose title, or the line above them, says that measures stand on it."""
    scene = scene_of(page, deck)
    numbers = [t for t in scene.texts if t.boxed and _NUMBER.fullmatch(mend(t.text)) and t.place.width <= _WIDEST]
    if len(numbers) < _LEAST or is_other_page(scene) or is_timeline(page, deck):
        return None
    pairs = [(number, name) for number in numbers if (name := _beside(number, scene)) is not None]
    if len(pairs) < _LEAST or len({name.id for _, name in pairs}) < len(pairs) or not _ranks(pairs, numbers):
        return None
    if not announces(scene) and not _headed(pairs, scene):
        return None
    claim = scene.claim(NAME, 0.72)
    legend = page_legend(scene.legend, [number for number, _ in pairs], [0] * len(pairs))
    role = Role.PROPOSAL if heading_role(scene.title, deck.vocabulary) is Role.PROPOSAL else Role.MEASURE
    for number, name in pairs:
        draft = claim.add(Draft(name.blocks, name.text, role, f"p{page.number}/ranked"))
        say_paint(draft, number, legend, deck.vocabulary, mark=number)
        claim.use(number.all_blocks, Use.LEGEND, "rank of a measure")
        for chip in _chips(name, pairs, scene):
            say_facts(draft, [(scene.meaning(chip), chip.blocks[0])])
            claim.use(chip.all_blocks, Use.OWNER, "chip in the row of a measure")
        if not draft.says(Field.OWNERS):
            say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
    for number in numbers:
        claim.use(number.all_blocks, Use.IGNORED, "number of a measure")
    return claim if mostly_names(claim.drafts) else None


def _ranks(pairs: Sequence[tuple[Thing, Thing]], numbers: Sequence[Thing]) -> bool:
    """Tell whether the numbers beside names count them from one, or fall from the first in a column to the last.

    The numbers without a name stand for the same in a chart: those that count, once more.
    """
    counted = [int(mend(number.text)) for number, _ in pairs]
    if sorted(counted) == list(range(1, len(counted) + 1)):
        return {int(mend(number.text)) for number in numbers} == set(counted)
    down = sorted(pairs, key=lambda pair: pair[0].place.y0)
    votes = [int(mend(number.text)) for number, _ in down]
    flush = max(n.place.x0 for n, _ in pairs) - min(n.place.x0 for n, _ in pairs) <= _FLUSH
    return flush and len(pairs) == len(numbers) and votes == sorted(votes, reverse=True) and votes[0] > votes[-1]


def _headed(pairs: Sequence[tuple[Thing, Thing]], scene: Scene) -> bool:
    """Tell whether the line right above the list is a word for measures: "Forslag (innmelder i parentes)"."""
    top, left = min(n.place.y0 for n, _ in pairs), min(n.place.x0 for n, _ in pairs)
    above = [t for t in scene.texts if t.ink.y1 <= top + _FLUSH and abs(t.ink.x0 - left) <= _NEAR]
    nearest = max(above, key=lambda t: t.ink.y1, default=None)
    if nearest is None:
        return False
    return scene.deck.vocabulary.header(mend(nearest.text).split("(")[0]) in {"measure", "need_or_measure"}


def _beside(number: Thing, scene: Scene) -> Thing | None:
    """Return the nearest name right of a number, in its row."""
    right = [
        (t.ink.x0 - number.place.x1, t)
        for t in scene.texts
        if t is not number and same_row(t.ink, number.place) and t.ink.x0 >= number.ink.x1
    ]
    gap, nearest = min(right, key=lambda pair: pair[0], default=(1.0, None))
    return nearest if gap <= _NEAR and nearest and is_name(nearest.text, scene.deck.vocabulary) else None


def _chips(name: Thing, pairs: Sequence[tuple[Thing, Thing]], scene: Scene) -> list[Thing]:
    """Return the boxes in a name's row that tell something, up to the next number in it."""
    right = [t for t in scene.texts if t.boxed and same_row(t.place, name.ink) and t.place.x0 >= name.ink.x1]
    ends = [n.place.x0 for n, _ in pairs if same_row(n.place, name.ink) and n.place.x0 >= name.ink.x1]
    return [t for t in right if t.place.x1 <= min(ends, default=1.0) and scene.meaning(t)]
