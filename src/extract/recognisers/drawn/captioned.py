"""Names with captions: a list whose rows carry chips, signs or words, milestones along a line with their dates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.captions import Captions, captions_of, details_of
from extract.layout.cards import Card, as_one, cards_of, is_card_with_details, is_name
from extract.layout.lanes import Lane, headed_lanes, side_lanes
from extract.layout.list_heads import counted_over_lists
from extract.layout.meanings import Meaning
from extract.layout.owner_lines import take_owners_behind
from extract.layout.thing import Thing
from extract.recognisers.drawn.counted import counted_labels
from extract.recognisers.drawn.facts import lane_use, say_facts, say_lane
from extract.recognisers.drawn.gates import is_other_page, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.status import DOT, page_legend, say_paint
from extract.recognisers.drawn.timeline import is_timeline
from extract.recognisers.flat.facts import concept_of
from extract.recognisers.values import say_owners
from veikart.core.blocks import Block, Page
from veikart.core.geometry import same_row
from veikart.core.records import Field, Role
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

NAME = "captioned"
_LEAST = 3
_LABEL_WORDS = 4
_TALLEST = 0.3
_TOLD = 0.6  # share of the names with a period or status of their own
_TIED = 0.03  # from a connector's end to what it leads to
_UPRIGHT = 0.012
_BESIDE = 0.06
_SAID = re.compile(r"[«“„\"][^«»“”]+[»”\"]")  # what somebody said, no name


@dataclass(slots=True)
class _Named:
    """A name on the page, with what its captions and the dot beside it say."""

    thing: Thing
    card: Card
    facts: list[tuple[Meaning, Block]] = field(default_factory=list)
    mark: Thing | None = None

    @property
    def told(self) -> bool:
        """Tell whether a caption gives it a period or a status."""
        return any(m.period or m.later or m.status for m, _ in self.facts)


def captioned(page: Page, deck: Deck) -> Claim | None:
    """Read names that have captions of their own beside, above or below them, where no axis orders them."""
    scene = scene_of(page, deck)
    if is_other_page(scene) or is_timeline(page, deck):
        return None
    bare = _names(scene)
    captions = captions_of([n.thing for n in bare], _others(scene, bare), scene.dated, scene.grounds)
    _fill(scene, bare, captions)
    bare = _with_details(bare, [t for t in scene.texts if t.blocks[0].marker and not t.boxed])
    told = [n for n in bare if n.told]
    if len(told) < _LEAST or len(told) < _TOLD * len(bare):
        return None
    owners = {id(card): said for card, said in take_owners_behind([n.card for n in told], deck.vocabulary)}
    for named in told:
        named.facts += [(owners[id(named.card)], named.card.blocks[0])] if id(named.card) in owners else []
    claim = scene.claim(NAME, 0.74)
    lanes = _lanes(scene, bare, told)
    legend = page_legend(scene.legend, [n.mark for n in told if n.mark], [0] * sum(n.mark is not None for n in told))
    for named in told:
        draft = Draft(named.card.blocks, named.card.title, Role.MEASURE, f"p{page.number}/captioned")
        say_facts(draft, named.facts)
        if named.mark is not None:
            say_paint(draft, named.mark, legend, deck.vocabulary, mark=named.mark, text=named.card.blocks[0])
            claim.use(named.mark.all_blocks, Use.STATUS, "mark of a status")
        for meaning, block in named.facts:
            claim.use(block, Use.PERIOD if meaning.period else Use.STATUS, "caption of a measure")
        for lane in (lane for lane in lanes if lane.holds(named.thing.place)):
            say_lane(draft, lane)
            claim.use(lane.label.all_blocks, lane_use(lane), "label of a lane")
        if details := named.card.details:
            draft.say(Field.DESCRIPTION, mend("\n".join(b.text for b in details)), details[0], "below-title")
            claim.use(list(details), Use.DESCRIPTION, "details under the name of a measure")
        if not draft.says(Field.OWNERS):
            say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
        claim.add(draft)
    return claim if mostly_names(claim.drafts) else None


def _lanes(scene: Scene, names: Sequence[_Named], told: Sequence[_Named]) -> list[Lane]:
    """Return the lanes of names without captions: those left of all with captions, and those that head panels."""
    vocabulary, places = scene.deck.vocabulary, [n.thing.place for n in told]
    rest = [n.thing for n in names if not n.told]
    labels = [t for t in rest if t.place.x1 <= min(place.x0 for place in places)]
    lanes = side_lanes(labels, places, [], vocabulary) if len(labels) > 1 else []
    return lanes + headed_lanes(scene.grounds, rest, places, vocabulary)


def _names(scene: Scene) -> list[_Named]:
    """Return the texts that name something, without bulleted lists and labels that count what is in them."""
    found = []
    for thing in scene.texts:
        if (
            thing.blocks[0].marker
            or scene.meaning(thing)
            or (thing.place.height > _TALLEST and not _is_alone(thing, scene))
        ):
            continue
        if scene.dated(thing):
            continue
        dates = [(said, b) for b in thing.blocks if (said := scene.dated_text(b.text)).period] if scene.one_year else []
        rest = tuple(b for b in thing.blocks if all(b is not date for _, date in dates))
        named = replace(thing, blocks=rest) if dates else thing
        detailed = not thing.boxed and is_card_with_details(named)  # a heading and bullets about it, one thing in PDF
        cards = [as_one(named, scene.deck.vocabulary)] if detailed else cards_of(named, scene.deck.vocabulary)
        text = mend(cards[0].title if len(cards) == 1 and cards[0].details else thing.text)
        if text.endswith(".") or _SAID.fullmatch(text):
            continue
        named_well = len(cards) == 1 and is_name(cards[0].title, scene.deck.vocabulary)
        if named_well and not _is_label(thing, scene.deck.vocabulary):
            found.append(_Named(thing, cards[0], [*cards[0].facts, *dates]))
    counted = [*counted_labels(scene, [named.thing for named in found]), *counted_over_lists(scene.texts)]
    return [named for named in found if named.thing not in counted]


def _is_label(thing: Thing, vocabulary: Vocabulary) -> bool:
    """Tell whether a text is the word for what stands below it ("Delleveranser"), or a label with its value."""
    first = mend(thing.blocks[0].text).rstrip(" :")
    if len(first.split()) > _LABEL_WORDS:
        return False
    return bool(concept_of(first, vocabulary)) if len(thing.blocks) > 1 else vocabulary.header(first) == "measure"


def _is_alone(box: Thing, scene: Scene) -> bool:
    """Tell whether nothing but its own text stands on a box: a step of a staircase, not the panel of a list."""
    return not any(t is not box and box.place.holds(*t.place.middle) for t in (*scene.texts, *scene.areas))


def _with_details(names: Sequence[_Named], bullets: Sequence[Thing]) -> list[_Named]:
    """Return the names without the texts about one of them, each told name with what stands under it."""
    rest = [*(n.thing for n in names if not n.told), *bullets]
    about = details_of([n.thing for n in names if n.told], rest)
    for named in names:
        named.card.details += tuple(b for t in about.get(named.thing.id, ()) for b in t.blocks)
    gone = {t.id for texts in about.values() for t in texts}
    return [n for n in names if n.thing.id not in gone]


def _others(scene: Scene, names: Sequence[_Named]) -> list[Thing]:
    taken = {n.thing.id for n in names}
    return [t for t in scene.texts if t.id not in taken]


def _fill(scene: Scene, names: Sequence[_Named], captions: Captions) -> None:
    dots = [t for t in scene.areas if max(t.place.width * scene.aspect, t.place.height) <= DOT]
    for named in names:
        named.facts += [(said, other.blocks[0]) for other, said in captions.get(named.thing.id, [])]
        places = [other.place for other, _ in captions.get(named.thing.id, [])]
        around = named.thing.extent if named.thing.boxed else named.thing.ink
        for place in places:
            around = around.union(place) if abs(place.middle[0] - around.middle[0]) < 0.1 else around
        near = [d for d in dots if _is_beside(d, named.thing) or _is_tied(d, around.y0, around.y1, named.thing, scene)]
        named.mark = near[0] if len(near) == 1 else None


def _is_beside(dot: Thing, name: Thing) -> bool:
    gap = max(name.ink.x0 - dot.place.x1, dot.place.x0 - name.ink.x1)
    return same_row(dot.place, name.ink) and 0 <= gap <= _BESIDE


def _is_tied(dot: Thing, top: float, bottom: float, name: Thing, scene: Scene) -> bool:
    """Tell whether an upright rule leads from a name, or from its caption, to the dot."""
    x = name.ink.middle[0]
    if abs(dot.place.middle[0] - x) > _UPRIGHT:
        return False
    rules = [r.place for r in scene.lines if abs(r.place.middle[0] - x) <= _UPRIGHT and r.place.width < _UPRIGHT]
    ends = (top, bottom)
    return any(
        min(abs(a - e) for e in ends) <= _TIED and dot.place.y0 - _TIED <= b <= dot.place.y1 + _TIED
        for r in rules
        for a, b in ((r.y0, r.y1), (r.y1, r.y0))
    )
