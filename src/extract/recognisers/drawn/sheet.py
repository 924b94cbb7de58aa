"""Sheets about one project: texts that describe it, and a chain or a list of boxes: its steps with their dates."""

from collections.abc import Sequence

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.captions import captions_of
from extract.layout.cards import cards_of, is_name
from extract.layout.meanings import Meaning
from extract.layout.thing import POINTED, Thing
from extract.recognisers.drawn.facts import say_facts
from extract.recognisers.drawn.gates import is_other_page
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.slide_titles import can_be_measure
from veikart.core.blocks import Block, Page
from veikart.core.geometry import same_row
from veikart.core.records import Role
from veikart.core.text import mend

NAME = "sheet"
_SURE = 0.97  # over the description, which takes all texts of the page
_LEAST_STEPS, _LEAST_LABELS = 3, 2
_FLUSH = 0.012  # of the page's width that the left edges of steps in a column differ by
_DESCRIBING = frozenset({"problem", "need", "benefit", "solution", "goal", "background"})


def sheet(page: Page, deck: Deck) -> Claim | None:
    """Read the dated steps on a page that describes the one project in its title."""
    scene = scene_of(page, deck)
    if not scene.title_blocks or is_other_page(scene) or _labels(scene) < _LEAST_LABELS:
        return None
    chain, told = _chain(scene)
    if len(chain) < _LEAST_STEPS or not can_be_measure(scene.title, page, deck):
        return None
    claim = Claim(NAME, _SURE)
    whole = Draft(scene.title_blocks, "\n".join(b.text for b in scene.title_blocks))  # the description's own record
    for step in chain:
        card = cards_of(step, deck.vocabulary)[0]
        draft = Draft(card.blocks, card.title, Role.ACTIVITY, f"p{page.number}/sheet", whole)
        say_facts(draft, told[step.id])
        claim.use([b for _, b in told[step.id] if b not in card.blocks], Use.PERIOD, "date of a step")
        claim.add(draft)
    return claim


def _chain(scene: Scene) -> tuple[list[Thing], dict[str, list[tuple[Meaning, Block]]]]:
    """Return the steps with what their dates say: a row of pointed boxes, or boxes in a column with a date beside each.

    Nothing where a pointed box has no date.
    """
    pointed = [t for t in scene.texts if t.shape in POINTED and t.boxed]
    if len(pointed) >= _LEAST_STEPS and all(same_row(t.place, pointed[0].place) for t in pointed):
        told = _dated(scene, pointed)
        return (pointed, told) if len(told) == len(pointed) else ([], {})
    listed = [t for t in scene.texts if t.boxed and not scene.dated(t) and not _label(t, scene)]
    told = _dated(scene, listed)
    chain = [t for t in listed if t.id in told]
    edges = [t.place.x0 for t in chain]
    return (chain, told) if chain and max(edges) - min(edges) <= _FLUSH else ([], {})


def _label(thing: Thing, scene: Scene) -> str:
    return scene.deck.vocabulary.label(mend(thing.text).rstrip(" :"))


def _labels(scene: Scene) -> int:
    """Return how many different labels of a description stand on the page: "Problem", "Behov", "Nytteverdi"."""
    found = {scene.deck.vocabulary.label(mend(b.text).rstrip(" :")) for t in scene.texts for b in t.blocks}
    return len(found & _DESCRIBING)


def _dated(scene: Scene, chain: Sequence[Thing]) -> dict[str, list[tuple[Meaning, Block]]]:
    """Return what the steps that name something and have a date say, inside or right above or below them."""
    captions = captions_of(chain, [t for t in scene.texts if t not in chain], scene.meaning)
    told = {}
    for step in chain:
        cards = cards_of(step, scene.deck.vocabulary)
        if len(cards) != 1 or not is_name(cards[0].title, scene.deck.vocabulary):
            continue
        said = [*cards[0].facts, *((meaning, other.blocks[0]) for other, meaning in captions.get(step.id, ()))]
        if any(meaning.period for meaning, _ in said):
            told[step.id] = said
    return told
