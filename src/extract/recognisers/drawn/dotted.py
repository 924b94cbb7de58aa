"""Names with a dot each beside them, in the colours of the page's legend: a list of how far every measure has come."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.captions import captions_of
from extract.layout.cards import is_name
from extract.layout.thing import Thing
from extract.recognisers.drawn.facts import say_facts
from extract.recognisers.drawn.gates import is_other_page, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.status import is_dot, say_paint, told_by
from extract.recognisers.judgement import names_group
from extract.recognisers.values import say_owners
from veikart.core.blocks import Page
from veikart.core.geometry import same_row
from veikart.core.records import Field, Role
from veikart.core.text import mend

NAME = "dotted"
_LEAST = 4
_STATUSES = 2  # that the legend tells, at least
_BEFORE, _AFTER = 0.05, 0.1  # a dot stands at most so far to the left or right of its name, in page widths
_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class _Row:
    """A name and the dot beside it."""

    name: Thing
    dot: Thing


def dotted(page: Page, deck: Deck) -> Claim | None:
    """Read the names that dots stand beside, where a legend on the page says what their colours mean."""
    scene = scene_of(page, deck)
    if not scene.legend.own or len({e.status for e in scene.legend.entries if e.status}) < _STATUSES:
        return None
    dots = [t for t in scene.areas if is_dot(t, scene.aspect) and _told(t, scene)]
    if len(dots) < _LEAST or is_other_page(scene, but="summary"):
        return None
    rows = [row for dot in dots if (row := _row(dot, scene)) is not None]
    if len(rows) < len(dots) or len({row.name.id for row in rows}) < len(rows):
        return None
    claim = scene.claim(NAME, 0.7)
    names = [row.name for row in rows]
    captions = captions_of(names, [t for t in scene.texts if t not in names], scene.meaning)
    heads = _heads(rows, [t for t in scene.texts if t not in names], scene)
    for row in rows:
        draft = Draft(row.name.blocks, row.name.text, Role.MEASURE, f"p{page.number}/dotted")
        said = captions.get(row.name.id, [])
        say_facts(draft, [(meaning, other.blocks[0]) for other, meaning in said])
        claim.use([b for other, _ in said for b in other.all_blocks], Use.STATUS, "caption of a measure")
        say_paint(draft, row.name, scene.legend, deck.vocabulary, mark=row.dot)
        claim.use(row.dot.all_blocks, Use.STATUS, "status of a measure")
        if (head := heads.get(row.name.id)) is not None:
            _say_head(draft, head, scene)
            claim.use(head.all_blocks, Use.GROUP, "heading of the list")
        if not draft.says(Field.OWNERS):
            say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
        claim.add(draft)
    return claim if mostly_names(claim.drafts) else None


def _told(dot: Thing, scene: Scene) -> bool:
    return bool(told_by(dot, scene.legend))


def _row(dot: Thing, scene: Scene) -> _Row | None:
    """Return the dot with the nearest name on its row, behind it or before it; None where none stands there."""
    near = []
    for text in scene.texts:
        behind, before = text.ink.x0 - dot.place.x1, dot.place.x0 - text.ink.x1
        if same_row(dot.place, text.ink) and (-_SLACK <= behind <= _BEFORE or -_SLACK <= before <= _AFTER):
            near.append((max(behind, before), text))
    if not near:
        return None
    name = min(near, key=lambda pair: pair[0])[1]
    return _Row(name, dot) if is_name(name.text, scene.deck.vocabulary) and not scene.dated(name) else None


def _heads(rows: Sequence[_Row], others: Sequence[Thing], scene: Scene) -> dict[str, Thing]:
    """Return the text that heads each name's part of the list: the last one above it in its column."""
    found = {}
    for row in rows:
        place = row.dot.place.union(row.name.ink)
        above = [
            t
            for t in others
            if t.ink.y1 <= place.y0 + _SLACK
            and min(place.x0, row.name.ink.x0) - _BEFORE <= t.ink.x0 <= row.name.ink.x0 + _SLACK
            and names_group(mend(t.text), scene.deck.vocabulary)
        ]
        if above:
            found[row.name.id] = max(above, key=lambda t: t.ink.y0)
    served = {t.id for t in found.values()}
    return found if served and len(found) == len(rows) else {}


def _say_head(draft: Draft, head: Thing, scene: Scene) -> None:
    meaning = scene.meaning(head)
    if meaning:
        say_facts(draft, [(meaning, head.blocks[0])])
    else:
        draft.say(Field.GROUP, mend(head.text), head.blocks[0], "heading")
