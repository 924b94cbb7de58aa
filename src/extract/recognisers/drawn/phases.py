"""Plans by counted phases: "Fase 1", "Fase 2", "Fase 3" in a row, with what each phase does under or over it."""

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.cards import Card, cards_of, is_name
from extract.layout.thing import Thing
from extract.recognisers.drawn.gates import is_chart_page, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.wording import is_label
from veikart.core.blocks import Page
from veikart.core.counted import counted_label
from veikart.core.geometry import same_row
from veikart.core.records import Field
from veikart.core.text import mend, words

NAME = "phases"
_CONFIDENCE = 0.7
_LEAST = 3  # phases of a plan
_HEAD_WORDS = 2  # a head that says more names the phase, and others read it as a measure of its own


def phases(page: Page, deck: Deck) -> Claim | None:
    """Read what stands in the columns of counted phases on a page whose title says that it is a plan."""
    scene = scene_of(page, deck)
    planned = deck.vocabulary.is_plan_heading(scene.title) or deck.vocabulary.outlook(scene.title) == 1.0
    if not planned or is_chart_page(scene):
        return None
    heads = _heads(scene)
    columns = _columns(heads, scene)
    if len(heads) < _LEAST or not all(columns):
        return None
    claim = scene.claim(NAME, _CONFIDENCE)
    for head, cards in zip(heads, columns, strict=True):
        for card in cards:
            draft = claim.add(Draft(card.blocks, card.title, listing=f"p{page.number}/{head.id}"))
            draft.say(Field.GROUP, mend(head.text), head.blocks[0], "heading")
            claim.use(card.details, Use.DESCRIPTION, "details under a measure of a phase")
        claim.use(head.all_blocks, Use.GROUP, "phase of a plan")
    return claim if mostly_names(claim.drafts) else None


def _heads(scene: Scene) -> list[Thing]:
    """Return the row of texts that count phases from the first on, from the left; none where there is no such row."""
    counted = [t for t in scene.texts if len(words(t.text)) <= _HEAD_WORDS and counted_label(mend(t.text)) is not None]
    row = sorted((t for t in counted if same_row(t.place, counted[0].place)), key=lambda t: t.place.x0)
    told = [words(t.text) for t in row]
    if len(row) != len(counted) or len({word for word, *_ in told}) > 1:
        return []
    return row if [count for *_, count in told] == [str(n) for n in range(1, len(row) + 1)] else []


def _columns(heads: list[Thing], scene: Scene) -> list[list[Card]]:
    """Return what stands in the column of each head: every text belongs to the head whose middle is nearest."""
    columns: list[list[Card]] = [[] for _ in heads]
    for thing in scene.texts:
        if thing in heads or not heads:
            continue
        nearest = min(range(len(heads)), key=lambda n: abs(heads[n].place.middle[0] - thing.place.middle[0]))
        vocabulary = scene.deck.vocabulary
        cards = [card for card in cards_of(thing, vocabulary) if is_name(card.title, vocabulary)]
        columns[nearest] += [card for card in cards if not is_label(mend(card.title), vocabulary)]
    return columns
