"""Two columns of boxes under headings that tell roles: needs and their measures, common names and regional ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.claims import Claim, Draft, DraftLink, Use
from extract.deck import Deck
from extract.layout.cards import cards_of, is_name
from extract.layout.legend import Legend
from extract.layout.thing import Thing
from extract.recognisers.drawn.chips import Fact, chips_on
from extract.recognisers.drawn.facts import say_facts
from extract.recognisers.drawn.gates import is_other_page, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.status import say_paint
from extract.recognisers.values import say_owners
from veikart.core.blocks import Page
from veikart.core.geometry import same_row
from veikart.core.records import Field, LinkKind, Role
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

NAME = "pairs"
_LEAST = 2
_EDGE = 0.02  # a column's boxes begin so far left of its heading at most
_TALLEST = 0.3
_OFF = 0.6  # heights of the left box and its neighbour that a right box may stand off its middle
_ROLES = {
    "need": Role.NEED,
    "measure": Role.MEASURE,
    "common": Role.COMMON,
    "regional": Role.MEMBER,
}
_TIED = {(Role.NEED, Role.MEASURE), (Role.NEED, Role.PROPOSAL), (Role.COMMON, Role.MEMBER), (Role.COMMON, Role.MEASURE)}


@dataclass(frozen=True, slots=True)
class _Heads:
    """The headings of the two columns and what their boxes are."""

    left: Thing
    right: Thing
    role: Role
    under: Role


def pairs(page: Page, deck: Deck) -> Claim | None:
    """Read boxes in two columns of which the right ones belong to the left one on their row."""
    scene = scene_of(page, deck)
    heads = None if is_other_page(scene) else _heads(scene)
    if heads is None:
        return None
    boxes = [t for t in scene.texts if _is_box(t, heads, deck.vocabulary)]
    between = (heads.left.ink.middle[0] + heads.right.ink.middle[0]) / 2  # headings may be centred over their boxes
    lefts = [t for t in boxes if t.place.x1 <= max(heads.right.place.x0, between) + _EDGE]
    rights = [t for t in boxes if t not in lefts and t.place.x0 >= min(heads.right.place.x0, between) - _EDGE]
    homes = {t.id: home for t in rights if (home := _home(t, lefts)) is not None}
    if len(lefts) < _LEAST or len({home.id for home in homes.values()}) < _LEAST or len(homes) < len(rights):
        return None
    claim = scene.claim(NAME, 0.85)
    claim.use([*heads.left.all_blocks, *heads.right.all_blocks], Use.GROUP, "heading of a column")
    said = chips_on(scene, rights, claim)
    drafts = {t.id: _add(claim, scene, t, heads.role, None, ()) for t in lefts}
    for thing in rights:
        _tie(claim, scene, thing, heads, drafts[homes[thing.id].id], said[thing.id])
    return claim if mostly_names(claim.drafts) else None


def _heads(scene: Scene) -> _Heads | None:
    """Return the headings of the two columns; None where no two on one row go together."""
    told = [(t, role) for t in scene.texts if (role := _role(t, scene.deck.vocabulary)) is not None]
    for left, first in told:
        for right, second in told:
            if left.place.x1 <= right.place.x0 and same_row(left.place, right.place) and (first, second) in _TIED:
                if _is_one_of_more(right, left, scene):
                    continue  # "Nasjonalt", "Regionalt" and "Lokalt": who does what
                under = Role.MEMBER if first is Role.COMMON else second
                return _Heads(left, right, first, under)
    return None


def _is_one_of_more(right: Thing, left: Thing, scene: Scene) -> bool:
    """Tell whether a third heading stands beside the two, in a box as wide and in the same letters."""
    look = (right.blocks[0].size, right.blocks[0].bold)
    row = [t for t in scene.texts if t.boxed and same_row(t.place, right.place) and t not in (left, right)]
    alike = [t for t in row if (t.blocks[0].size, t.blocks[0].bold) == look]
    return right.boxed and any(abs(t.place.width - right.place.width) < _EDGE for t in alike)


def _role(thing: Thing, vocabulary: Vocabulary) -> Role | None:
    text = mend(thing.text)
    told = vocabulary.role(text)
    return told if told is Role.PROPOSAL else _ROLES.get(vocabulary.header(text)) or told


def _is_box(thing: Thing, heads: _Heads, vocabulary: Vocabulary) -> bool:
    if thing is heads.left or thing is heads.right or not thing.boxed or thing.place.height > _TALLEST:
        return False
    below = thing.place.y0 >= heads.left.place.y1 - 0.01
    cards = cards_of(thing, vocabulary) if below else []
    return len(cards) == 1 and is_name(cards[0].title, vocabulary)


def _home(box: Thing, lefts: list[Thing]) -> Thing | None:
    """Return the left box on whose row a box stands: the one whose middle is nearest."""
    if not lefts:
        return None
    y = box.place.middle[1]
    near = min(lefts, key=lambda t: abs(t.place.middle[1] - y))
    reach = _OFF * (near.place.height + box.place.height)
    return near if abs(near.place.middle[1] - y) <= reach else None


def _tie(claim: Claim, scene: Scene, thing: Thing, heads: _Heads, parent: Draft, said: Sequence[Fact]) -> None:
    draft = _add(claim, scene, thing, heads.under, parent, said)
    if heads.role is Role.COMMON:
        source = thing.blocks[0]
        claim.links.append(DraftLink(LinkKind.CROSSWALK, parent, draft, source=source, method="crosswalk-row"))


def _add(claim: Claim, scene: Scene, thing: Thing, role: Role, parent: Draft | None, said: Sequence[Fact]) -> Draft:
    card = cards_of(thing, scene.deck.vocabulary)[0]
    listing = f"p{scene.page.number}/pairs" if parent is None else f"{parent.blocks[0].id}/pairs"
    draft = Draft(card.blocks, card.title, role, listing, parent)
    say_facts(draft, [*card.facts, *said])
    for meaning, block in card.facts:
        if block not in card.blocks:
            claim.use(block, Use.OWNER if meaning.owners else Use.PERIOD, "said in the box")
    say_paint(draft, thing, scene.legend if scene.legend.own else Legend(), scene.deck.vocabulary, text=card.blocks[0])
    claim.use(list(card.details), Use.DESCRIPTION, "details in the box of a measure")
    if not draft.says(Field.OWNERS):
        say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
    return claim.add(draft)
