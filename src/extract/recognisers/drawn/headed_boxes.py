"""Cards of two boxes: a name in a painted head, and below it a box that tells of it by name: Behov, Nytte, Eier."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.bodies import body_below, painted_boxes
from extract.layout.cards import is_name
from extract.layout.labels import label_of
from extract.layout.panels import is_same_size
from extract.layout.thing import Thing
from extract.recognisers.drawn.gates import is_other_page
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.flat.facts import Fact, concept_of, facts_in, say_facts
from extract.recognisers.values import say_owners
from veikart.core.blocks import Block, Page
from veikart.core.records import Field, Role
from veikart.core.text import mend

NAME = "headed-boxes"
_SURE = 0.965  # over a description of the slide's title, which takes all texts of the page
_LEAST = 3
_TOLD = 0.6  # share of the cards that tell something by a name that most of them use


@dataclass(slots=True)
class _Card:
    """A head, the blocks in the box below it, and what these tell by name."""

    head: Thing
    body: list[Block]
    facts: list[Fact]


def headed_boxes(page: Page, deck: Deck) -> Claim | None:
    """Read cards of a head and a body where they are set alike and tell the same kinds of things of their names."""
    scene = scene_of(page, deck)
    if is_other_page(scene):
        return None
    cards = _cards(scene)
    kinds = Counter(concept for card in cards for concept in {fact.concept for fact in card.facts})
    telling = {concept for concept, count in kinds.items() if count >= max(_LEAST, _TOLD * len(cards))}
    if not telling:
        return None
    claim = scene.claim(NAME, _SURE)
    for card in cards:
        draft = claim.add(Draft(tuple(card.head.blocks), card.head.text, Role.MEASURE, f"p{page.number}/headed-boxes"))
        say_facts(draft, card.facts, deck.vocabulary, "caption")
        if card.body:
            draft.say(Field.DESCRIPTION, "\n".join(mend(b.text) for b in card.body), card.body[0], "below-title")
        claim.use(card.body, Use.DESCRIPTION, "text on the card of a measure")
        if not draft.says(Field.OWNERS):
            say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
    return claim


def _cards(scene: Scene) -> list[_Card]:
    """Return the cards whose heads are of one size and name something."""
    vocabulary = scene.deck.vocabulary
    painted = painted_boxes(scene.texts, scene.areas)
    found = []
    for head in (t for t in scene.texts if t.boxed and is_name(t.text, vocabulary)):
        body = body_below(head.place, painted)
        if body is None or concept_of(mend(head.text), vocabulary) or label_of(head) is not None:
            continue  # "Mål" and "Gevinster" head what is told of one measure, "Nå" and "Senere" several measures
        blocks = [b for t in scene.texts if t is not head and body.holds(*t.ink.middle) for b in t.blocks]
        facts = [fact for block in blocks for fact in facts_in(block.text, block, vocabulary)]
        found.append(_Card(head, blocks, facts))
    return _set_alike(found)


def _set_alike(cards: Sequence[_Card]) -> list[_Card]:
    groups = [[card for card in cards if is_same_size(card.head.place, first.head.place)] for first in cards]
    return max(groups, key=len, default=[])
