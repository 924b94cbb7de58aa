"""Boxes or texts set alike under a title that says what they are: a honeycomb of measures, names spread over a page."""

from collections import Counter
from collections.abc import Sequence

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.cards import cards_of, is_name
from extract.layout.panels import set_alike
from extract.layout.thing import POINTED, Thing
from extract.recognisers.drawn.facts import say_facts
from extract.recognisers.drawn.gates import is_other_page, is_process, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.status import page_legend, say_paint
from extract.recognisers.drawn.timeline import is_timeline
from extract.recognisers.judgement import about_measures
from extract.recognisers.lexicon import lexicon
from extract.recognisers.values import say_owners
from veikart.core.blocks import UNKNOWN_COLOUR, Page
from veikart.core.geometry import Box, same_row
from veikart.core.records import Field, Role
from veikart.core.text import mend

NAME = "alike"
_LEAST = 4
_LEAST_SPREAD, _LEAST_ROW, _FEW_WORDS = 8, 3, 7  # bare texts, how many of them stand beside each other, and their words
_SURE = 0.75  # of the page's title being about measures
_LEAST_STACKED, _FLUSH = 3, 0.01  # lines under each other, and how far apart their left edges may be
_NAMED = 0.8  # share of bare texts that are names
_TALLEST = 0.4
_MOST = 0.6  # share of the page's boxes that are alike
_TIES = 3
_TOUCH = 0.02  # from a connector's end to the box that it leads to, in page heights


def alike(page: Page, deck: Deck) -> Claim | None:
    """Read boxes of one size where the title says that measures stand on the page, or how they depend on each other."""
    scene = scene_of(page, deck)
    if not scene.title_blocks or not announces(scene) or is_other_page(scene):
        return None
    if sum(1 for t in scene.texts if t.blocks[0].marker and not t.boxed) > 1:
        return None  # the boxes are headings of lists
    boxes = _boxes(scene) or _spread(scene) or _stacked(scene)
    if not boxes or is_timeline(page, deck):
        return None
    cards = [cards_of(t, deck.vocabulary) for t in boxes]
    named = [len(own) == 1 and is_name(own[0].title, deck.vocabulary) for own in cards]
    if not all(named) and (boxes[0].boxed or sum(named) < min(_NAMED * len(boxes), len(boxes) - 1)):
        return None  # among many bare names one may look like an organisation
    if not _fits(_ties(scene, boxes), len(boxes), depends=_depends(scene)):
        return None
    claim = scene.claim(NAME, 0.6)
    legend = page_legend(scene.legend, boxes, [0] * len(boxes))
    for box, card in [(box, own[0]) for box, own, good in zip(boxes, cards, named, strict=True) if good]:
        draft = Draft(card.blocks, card.title, Role.MEASURE, f"p{page.number}/alike")
        say_facts(draft, card.facts)
        say_paint(draft, box, legend, deck.vocabulary, text=card.blocks[0])
        claim.use(list(card.details), Use.DESCRIPTION, "details in the box of a measure")
        if not draft.says(Field.OWNERS):
            say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
        claim.add(draft)
    return claim if mostly_names(claim.drafts) and not is_process(claim.drafts) else None


def _boxes(scene: Scene) -> list[Thing]:
    """Return the boxes of one size, where most boxes of the page are."""
    boxed = [t for t in scene.texts if t.boxed and t.place.height <= _TALLEST and t.shape not in POINTED]
    boxes = set_alike(boxed)
    told_apart = len({mend(t.text) for t in boxes}) >= _MOST * len(boxes)  # "Avventes" on each row is a label
    return boxes if told_apart and len(boxes) >= max(_LEAST, _MOST * len(boxed)) else []


def _spread(scene: Scene) -> list[Thing]:
    """Return the bare texts in letters of one size that are spread over rows and columns, where most of the page's
    texts are."""
    bare = [t for t in scene.texts if not t.boxed and not t.blocks[0].marker]
    looks = Counter((round(t.blocks[0].size), t.blocks[0].bold) for t in bare)
    look = max(looks, key=lambda known: looks[known], default=None)
    found = [t for t in bare if (round(t.blocks[0].size), t.blocks[0].bold) == look]
    if len(found) < max(_LEAST_SPREAD, _MOST * len(bare)):
        return []
    rows = [sum(same_row(t.ink, other.ink) for other in found) for t in found]
    columns = [sum(t.ink.overlap_x(other.ink) > 0 for other in found) for t in found]
    wide = all(len(mend(t.text).split()) <= _FEW_WORDS for t in found)
    return found if wide and min(max(rows), max(columns)) >= _LEAST_ROW else []


def _stacked(scene: Scene) -> list[Thing]:
    """Return the bare texts that begin at one edge, in letters of one size, under a title that is nothing but the word
    for measures: lines with a small picture each."""
    vocabulary = scene.deck.vocabulary
    if vocabulary.header(scene.title) != "measure" or any(t.boxed or t.blocks[0].marker for t in scene.texts):
        return []
    edges = Counter((round(t.ink.x0 / _FLUSH), round(t.blocks[0].size)) for t in scene.texts)
    edge = max(edges, key=lambda known: edges[known], default=None)
    found = [t for t in scene.texts if (round(t.ink.x0 / _FLUSH), round(t.blocks[0].size)) == edge]
    return found if len(found) >= max(_LEAST_STACKED, _MOST * len(scene.texts)) else []


def announces(scene: Scene) -> bool:
    """Tell whether a page's title says that measures stand on it, or how they depend on each other."""
    vocabulary = scene.deck.vocabulary
    if lexicon().found("lists", "notes", scene.title):
        return True
    return vocabulary.outlook(scene.title) == 1.0 or about_measures(scene.title, vocabulary) >= _SURE or _depends(scene)


def _depends(scene: Scene) -> bool:
    return scene.deck.vocabulary.theme(scene.title) == "dependence"


def _fits(ties: int, boxes: int, *, depends: bool) -> bool:
    """Tell whether as many connectors lead on as the title promises: elsewhere a chain of boxes is a process."""
    return ties >= _TIES if depends else ties * 2 < boxes


def _ties(scene: Scene, boxes: Sequence[Thing]) -> int:
    """Return how many connectors lead from one of the boxes to another."""
    bare = [t for t in scene.areas if t.shape.endswith("Arrow") or (t.outline and t.fill in {"", UNKNOWN_COLOUR})]
    return sum(1 for t in (*scene.lines, *bare) if _touched(t, boxes, scene.aspect) > 1)


def _touched(tie: Thing, boxes: Sequence[Thing], aspect: float) -> int:
    """Return how many boxes a connector touches: with its ends, where it leads aslant past others."""
    near = [box for box in boxes if box.place.gap(tie.place, aspect) <= _TOUCH]
    if not tie.is_line or len(near) < 2:
        return len(near)
    (x0, y0, x1, y1) = tie.place
    ways = (((x0, y0), (x1, y1)), ((x0, y1), (x1, y0)))
    return max(sum(1 for box in near if any(_reaches(box, end, aspect) for end in ends)) for ends in ways)


def _reaches(box: Thing, end: tuple[float, float], aspect: float) -> bool:
    return box.place.gap(Box(*end, *end), aspect) <= _TOUCH
