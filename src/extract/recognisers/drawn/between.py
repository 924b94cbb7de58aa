"""A column of measures between others: "I dag", "Tiltak", "Slik blir det", the boxes of a row belong together."""

from collections.abc import Sequence

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.cards import cards_of, is_name
from extract.layout.thing import Thing
from extract.recognisers.drawn.facts import say_facts
from extract.recognisers.drawn.gates import is_other_page, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.values import say_owners
from veikart.core.blocks import Page
from veikart.core.geometry import same_row
from veikart.core.records import Field, Role
from veikart.core.text import mend

NAME = "between"
_LEAST_COLUMNS, _LEAST_ROWS = 2, 3
_LONGEST = 40  # characters of a heading
_EDGE = 0.02  # by which a box may reach beyond its column, in page widths
_TALLEST = 0.3


def between(page: Page, deck: Deck) -> Claim | None:
    """Read the boxes under the one heading of a row that calls them measures, what stands beside each as its text."""
    scene = scene_of(page, deck)
    heads = [] if is_other_page(scene) else _heads(scene)
    own = next((h for h in heads if _is_measure(h, scene)), None)
    if own is None:
        return None
    boxes = [t for t in scene.texts if t.boxed and t not in heads and t.place.height <= _TALLEST and _under(t, own)]
    rows = {box.id: [t for t in scene.texts if t is not box and same_row(t.place, box.place)] for box in boxes}
    if len(boxes) < _LEAST_ROWS or not all(rows.values()):
        return None
    if not all(len(c := cards_of(b, deck.vocabulary)) == 1 and is_name(c[0].title, deck.vocabulary) for b in boxes):
        return None
    claim = scene.claim(NAME, 0.83)
    for head in heads:
        claim.use(head.all_blocks, Use.GROUP, "heading of a column")
    for box in boxes:
        card = cards_of(box, deck.vocabulary)[0]
        draft = claim.add(Draft(card.blocks, card.title, Role.MEASURE, f"p{page.number}/between"))
        say_facts(draft, card.facts)
        beside = [block for text in rows[box.id] for block in text.all_blocks if block.text.strip()]
        draft.say(Field.DESCRIPTION, " – ".join(mend(b.text) for b in beside), beside[0], "table-cell")
        claim.use(beside, Use.DESCRIPTION, "beside a measure")
        say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
    return claim if mostly_names(claim.drafts) else None


def _heads(scene: Scene) -> list[Thing]:
    """Return the painted headings in one row of which just one is that of measures."""
    short = [t for t in scene.texts if t.boxed and len(mend(t.text)) <= _LONGEST]
    for first in (t for t in short if _is_measure(t, scene)):
        row = [t for t in short if same_row(t.place, first.place) and abs(t.place.y0 - first.place.y0) <= _EDGE]
        if len(row) > _LEAST_COLUMNS and sum(_is_measure(t, scene) for t in row) == 1 and _is_row(row):
            return row
    return []


def _is_row(row: Sequence[Thing]) -> bool:
    widths = [t.place.width for t in row]
    return max(widths) <= 1.5 * min(widths)


def _is_measure(thing: Thing, scene: Scene) -> bool:
    return scene.deck.vocabulary.header(mend(thing.text)) == "measure"


def _under(box: Thing, head: Thing) -> bool:
    place = head.place
    return box.place.y0 >= place.y1 - _EDGE and place.x0 - _EDGE <= box.place.x0 and box.place.x1 <= place.x1 + _EDGE
