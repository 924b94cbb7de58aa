"""Trees of boxes: a programme, its areas and their measures in columns, or in rows, that connectors join."""

from collections.abc import Sequence
from itertools import pairwise

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.cards import cards_of, is_name
from extract.layout.thing import Thing
from extract.recognisers.drawn.alike import announces
from extract.recognisers.drawn.chips import chips_on
from extract.recognisers.drawn.facts import say_facts
from extract.recognisers.drawn.gates import is_other_page, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.status import page_legend, say_paint
from extract.recognisers.drawn.timeline import is_timeline
from extract.recognisers.values import say_owners
from veikart.core.blocks import Page
from veikart.core.records import Field, Role
from veikart.core.text import mend

NAME = "tree"
_SURE = 0.77
_LEAST_LEAVES, _LEAST_AREAS = 4, 2
_FLUSH = 0.012  # by which the edges of the boxes in a column differ
_JOINED = 0.6  # connectors between two columns, for each leaf
_TOLD = 0.6  # share of the leaves that tell an owner or a period, where the title does not say what stands there

Column = list[Thing]


def tree(page: Page, deck: Deck) -> Claim | None:
    """Read the leaves of a tree as measures of the areas that they hang on."""
    scene = scene_of(page, deck)
    if is_other_page(scene) or is_timeline(page, deck):
        return None
    for view in (scene, scene.turn()):
        found = _levels(view)
        if found is not None and (claim := _read(view, *found)) is not None:
            return claim
    return None


def _read(scene: Scene, areas: Column, leaves: Column, roots: Column) -> Claim | None:
    upright = scene.turn() if scene.turned else scene
    things = {t.id: t for t in upright.texts}
    boxes = [things[leaf.id] for leaf in leaves]
    claim = scene.claim(NAME, _SURE)
    said = chips_on(upright, boxes, claim)
    told = sum(bool(said[box.id]) for box in boxes)
    if not announces(scene) and told < _TOLD * len(boxes):
        return None
    headings = [_over(column, scene) for column in (areas, leaves)]
    needs = _needs(claim, areas, things, scene) if _are_needs(headings[0], scene) else {}
    claim.use([b for over in headings for t in over for b in t.all_blocks], Use.GROUP, "heading of a column")
    claim.use([b for t in (*areas, *roots) for b in t.all_blocks], Use.GROUP, "area of a tree")
    legend = page_legend(scene.legend, boxes, [0] * len(boxes))
    for leaf, box in zip(leaves, boxes, strict=True):
        area = min(areas, key=lambda t: abs(t.place.middle[1] - leaf.place.middle[1]))
        for card in cards_of(box, scene.deck.vocabulary):
            draft = Draft(card.blocks, card.title, Role.MEASURE, f"p{scene.page.number}/tree", anchor_suffix=card.part)
            say_facts(draft, [*card.facts, *said[box.id]])
            say_paint(draft, box, legend, scene.deck.vocabulary, text=card.blocks[0])
            draft.parent = needs.get(area.id)
            if draft.parent is None:
                draft.say(Field.GROUP, mend(area.text), area.blocks[0], "tree")
            claim.use(list(card.details), Use.DESCRIPTION, "details in the box of a measure")
            if not draft.says(Field.OWNERS):
                say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
            claim.add(draft)
    return claim if mostly_names(claim.drafts) else None


def _over(column: Column, scene: Scene) -> list[Thing]:
    """Return the bare texts over a column of boxes."""
    top = min(t.place.y0 for t in column)
    return [t for t in scene.texts if not t.boxed and t.place.y1 <= top and t.ink.overlap_x(column[0].place) > 0]


def _are_needs(over: Sequence[Thing], scene: Scene) -> bool:
    """Tell whether a heading over the boxes that others hang on says that they are needs."""
    return any(scene.deck.vocabulary.header(mend(t.text)) in {"need", "need_or_measure"} for t in over)


def _needs(claim: Claim, areas: Column, things: dict[str, Thing], scene: Scene) -> dict[str, Draft]:
    """Add what the measures hang on as needs, and return them by the id of the box."""
    boxes = [things[area.id] for area in areas]
    listing = f"p{scene.page.number}/needs"
    return {box.id: claim.add(Draft(box.blocks, box.text, Role.NEED, listing)) for box in boxes}


def _levels(scene: Scene) -> tuple[Column, Column, Column] | None:
    """Return the areas, the leaves right of them and what stands left of both, where connectors join the columns."""
    boxed = [t for t in scene.texts if t.boxed and is_name(t.text, scene.deck.vocabulary)]
    columns = _columns(boxed)
    for areas, leaves in pairwise(columns):
        if len(leaves) < _LEAST_LEAVES or not _LEAST_AREAS <= len(areas) < len(leaves):
            continue
        left, right = max(t.place.x1 for t in areas), min(t.place.x0 for t in leaves)
        between = [t for t in scene.lines if t.place.x0 >= left - _FLUSH and t.place.x1 <= right + _FLUSH]
        if left < right and len(between) >= _JOINED * len(leaves) and leaves is columns[-1]:
            roots = [t for column in columns[: columns.index(areas)] for t in column]
            return areas, leaves, roots
    return None


def _columns(boxed: Sequence[Thing]) -> list[Column]:
    """Return the boxes that begin and end at the same edges together, from the left."""
    columns: list[Column] = []
    for thing in sorted(boxed, key=lambda t: t.place.x0):
        for column in columns:
            first = column[0].place
            if abs(first.x0 - thing.place.x0) <= _FLUSH and abs(first.x1 - thing.place.x1) <= _FLUSH:
                column.append(thing)
                break
        else:
            columns.append([thing])
    return columns
