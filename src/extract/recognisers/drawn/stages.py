"""Stages: boxes or chevrons that each carry their own period, where no axis orders the page."""

import re

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.captions import captions_of
from extract.layout.cards import Card, cards_of, is_name
from extract.layout.legend import Legend
from extract.layout.list_heads import counted_over_lists
from extract.layout.meanings import Meaning, meaning_of, split_dated
from extract.layout.owner_lines import with_owner_lines
from extract.layout.owners import host_of
from extract.layout.row_heads import heads_over_rows
from extract.layout.thing import POINTED, Thing
from extract.recognisers.drawn.counted import counted_labels
from extract.recognisers.drawn.days import Days, without_days
from extract.recognisers.drawn.facts import say_facts
from extract.recognisers.drawn.gates import is_other_page, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.status import page_legend, say_paint
from extract.recognisers.slide_titles import can_be_measure
from extract.recognisers.values import say_owners, say_period
from veikart.core.blocks import Block, Page
from veikart.core.geometry import same_row
from veikart.core.periods import Period
from veikart.core.records import Field, Role
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

NAME = "stages"
_LEAST = 2
_TALLEST = 0.45
_REACH = 0.03
_LEAST_CHAIN = 3
_LEAST_CARD = 3  # paragraphs
_UNLIKE = 0.5  # of the larger side, by which boxes of one kind may differ
_EDGE = 0.012
_ALONG = 0.9  # of a card's width that a stripe over it takes
_COUNT = re.compile(r"(\d{1,2})[.)]?\s")


def stages(page: Page, deck: Deck) -> Claim | None:
    """Read boxes that tell their own period: a chain of chevrons, milestones with dates, cards with a year on them."""
    scene = scene_of(page, deck)
    vocabulary = deck.vocabulary
    if is_other_page(scene) or _has_axis(scene):
        return None
    painted = [t for t in scene.texts if t.boxed and t.place.height <= _TALLEST]
    stripes = {card.id: stripe for card in painted if (stripe := _stripe(card, painted)) is not None}
    taken = {stripe.id for stripe in stripes.values()} | {head.id for head in counted_over_lists(scene.texts)}
    painted, days = without_days(painted, scene.years)
    boxes = [
        t for t in painted if t.id not in taken and not meaning_of(t.text, vocabulary) and _is_stage(t, vocabulary)
    ]
    counted = counted_labels(scene, boxes)
    boxes = [t for t in boxes if t not in counted]
    phases = _phases(scene, [t for t in painted if t.shape in POINTED])
    chain = phases or _chain(scene, [t for t in boxes if t.shape in POINTED])
    return chain or _dated(scene, boxes, stripes, counted, days)


def _has_axis(scene: Scene) -> bool:
    return any(view.axes() for view in scene.ways)


def _stripe(card: Thing, painted: list[Thing]) -> Thing | None:
    """Return the painted stripe along the top of a card whose word is the group of what the card names."""
    for other in painted:
        if other is card or not card.place.contains(other.place, _EDGE):
            continue
        along = other.place.width >= _ALONG * card.place.width and other.place.y0 <= card.place.y0 + _EDGE
        if along and other.place.height < 0.5 * card.place.height:
            return other
    return None


def _dated(
    scene: Scene, boxes: list[Thing], stripes: dict[str, Thing], labels: list[Thing], days: Days
) -> Claim | None:
    """Read boxes of which most tell a period, inside or by a chip."""
    vocabulary = scene.deck.vocabulary
    cards = {t.id: cards_of(t, vocabulary)[0] for t in boxes}
    with_owner_lines(list(cards.values()), vocabulary)
    facts = {name: [*days.get(name, ()), *said] for name, said in _facts(scene, boxes, cards).items()}
    dated = [t for t in boxes if any(m.period for m, _ in facts[t.id])]
    if len(dated) < _LEAST or len(dated) * 2 < len(boxes):
        return None
    heads = _heads([t for t in boxes if t not in dated], dated)
    boxes = [t for t in boxes if t in dated or (t not in heads and any(_is_alike(t, other) for other in dated))]
    whole = _whole(scene, boxes, counted=bool(labels))
    claim = Claim(NAME, 0.75) if whole else scene.claim(NAME, 0.75)
    if whole:
        claim.add(whole)
        claim.use(list(scene.legend.blocks) if scene.legend.own else [], Use.LEGEND, "legend")
    claim.use([b for t in labels for b in t.all_blocks], Use.GROUP, "counts the stages")
    legend = page_legend(scene.legend, dated, [0] * len(dated))
    role = Role.ACTIVITY if whole else Role.MEASURE
    rows = heads_over_rows(scene.texts, boxes)
    for thing in boxes:
        card = cards[thing.id]
        draft = Draft(card.blocks, card.title, role, f"p{scene.page.number}/stages", whole)
        _say(draft, facts[thing.id], claim)
        over = stripes.get(thing.id) or next((head for head in heads if _stands_over(head, thing)), rows.get(thing.id))
        if over is not None:
            draft.say(Field.GROUP, mend(over.text), over.blocks[0], "heading")
            claim.use(over.all_blocks, Use.GROUP, "heading over a card")
        say_paint(draft, thing, legend, vocabulary, text=card.blocks[0])
        if card.details:
            claim.use(list(card.details), Use.DESCRIPTION, "details in the box of a measure")
        if not draft.says(Field.OWNERS):
            say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
        claim.add(draft)
    return claim if mostly_names(claim.drafts) else None


def _is_alike(a: Thing, b: Thing) -> bool:
    """Tell whether two boxes have one shape, and about one size."""
    sides = ((a.place.width, b.place.width), (a.place.height, b.place.height))
    return a.shape == b.shape and all(abs(x - y) <= _UNLIKE * max(x, y) for x, y in sides)


def _heads(plain: list[Thing], dated: list[Thing]) -> list[Thing]:
    """Return the boxes without a date that stand over dated ones and are set unlike them: headings of columns."""
    looks = {(t.fill, round(t.blocks[0].size)) for t in dated}
    lines = max(len(t.blocks) for t in dated)
    unlike = [t for t in plain if (t.fill, round(t.blocks[0].size)) not in looks]
    unlike = [t for t in unlike if len(t.blocks) < max(lines, _LEAST_CARD)]  # else a card whose date is not known
    return [head for head in unlike if any(_stands_over(head, t) for t in dated)]


def _stands_over(head: Thing, box: Thing) -> bool:
    """Tell whether a box stands below another in a column of its width."""
    same = abs(head.place.x0 - box.place.x0) <= _EDGE and abs(head.place.x1 - box.place.x1) <= _EDGE
    return same and head.place.y1 <= box.place.y0 + _EDGE


def _whole(scene: Scene, boxes: list[Thing], *, counted: bool) -> Draft | None:
    """Return the measure that a slide's title names, where its boxes are steps of it: counted, or a chain of work."""
    numbers = [_number(t.blocks[0]) for t in sorted(boxes, key=lambda t: (t.place.x0, t.place.y0))]
    counted = counted or numbers == list(range(1, len(boxes) + 1))
    steps = sum(scene.deck.vocabulary.is_work_step(t.text) for t in boxes)
    chained = all(t.shape in POINTED for t in boxes) and steps * 2 >= len(boxes)
    if len(boxes) < _LEAST_CHAIN or not (counted or chained) or not scene.title_blocks:
        return None
    if not can_be_measure(scene.title, scene.page, scene.deck):
        return None
    return Draft(scene.title_blocks, "\n".join(b.text for b in scene.title_blocks), confidence=0.7)


def _number(block: Block) -> int:
    match = _COUNT.match(f"{block.marker} {block.text}".strip())
    return int(match[1]) if match else 0


def _chain(scene: Scene, heads: list[Thing]) -> Claim | None:
    """Read a chain of pointed boxes with lists of dated steps under them: each box a measure, its steps activities."""
    vocabulary = scene.deck.vocabulary
    if len(heads) < _LEAST_CHAIN:
        return None
    row = sorted((t for t in heads if same_row(t.place, heads[0].place)), key=lambda t: t.place.x0)
    below = [t for t in scene.texts if not t.boxed and t.place.y0 >= row[0].place.y1 - 0.01]
    steps: dict[str, list[tuple[Card, str, Period | None]]] = {t.id: [] for t in row}
    for thing in below:
        home = max(row, key=lambda t: t.place.overlap_x(thing.frame))
        for card in cards_of(thing, vocabulary):
            name, period = split_dated(card.title)
            if card.marked and is_name(name, vocabulary):
                steps[home.id].append((card, name, period))
    found = [step for own in steps.values() for step in own]
    dated = sum(1 for _, _, period in found if period)
    if len(row) < _LEAST_CHAIN or dated < _LEAST_CHAIN or dated * 3 < len(found):
        return None
    claim = scene.claim(NAME, 0.85)
    for head in row:
        card = cards_of(head, vocabulary)[0]
        parent = claim.add(Draft(card.blocks, card.title, Role.MEASURE, f"p{scene.page.number}/stages"))
        say_facts(parent, card.facts)
        legend = scene.legend if scene.legend.own else Legend()
        say_paint(parent, head, legend, vocabulary, text=card.blocks[0])
        for step, name, period in steps[head.id]:
            draft = Draft(step.blocks, name, Role.ACTIVITY, f"{head.id}/steps", parent)
            if period is not None:
                say_period(draft, period, period.text, step.blocks[0], "run-in")
            claim.add(draft)
    return claim


def _phases(scene: Scene, heads: list[Thing]) -> Claim | None:
    """Read the title of a slide whose chain of pointed boxes shows the phases of what it names."""
    vocabulary, title = scene.deck.vocabulary, scene.title
    known = sum(1 for t in heads if vocabulary.status(t.text))
    if len(heads) < _LEAST_CHAIN or known == 0 or any(len(t.text.split()) > 2 for t in heads) or not scene.title_blocks:
        return None
    if not is_name(title, vocabulary) or vocabulary.is_plan_heading(title) or vocabulary.page_kind(title):
        return None
    claim = Claim(NAME, 0.6)
    claim.use([b for t in heads for b in t.blocks], Use.IGNORED, "phases of the slide's measure")
    draft = Draft(scene.title_blocks, title, Role.MEASURE, f"p{scene.page.number}/title", confidence=0.7)
    say_owners(draft, scene.owners, title, scene.owner_block, "page-title")
    claim.add(draft)
    return claim


def _is_stage(thing: Thing, vocabulary: Vocabulary) -> bool:
    cards = cards_of(thing, vocabulary)
    return len(cards) == 1 and is_name(cards[0].title, vocabulary)


def _facts(scene: Scene, boxes: list[Thing], cards: dict[str, Card]) -> dict[str, list[tuple[Meaning, Block]]]:
    """Return what each box says beside its title, with the chips on or close to it that are no other's captions."""
    vocabulary = scene.deck.vocabulary
    others = _captions_of_others(scene, boxes)
    facts = {t.id: list(cards[t.id].facts) for t in boxes}
    hosts = [(i, t.place) for i, t in enumerate(boxes)]
    for chip in scene.texts:
        meaning = meaning_of(chip.text, vocabulary)
        if not meaning or chip.id in others:
            continue
        number, _ = host_of(chip.place, hosts, scene.aspect, reach=_REACH)
        if number is not None:
            facts[boxes[number].id].append((meaning, chip.blocks[0]))
    return facts


def _captions_of_others(scene: Scene, boxes: list[Thing]) -> set[str]:
    """Return the chips on no box that stand in the row of a bare name on their panel."""
    chips = [t for t in scene.texts if t.boxed and not any(box.place.holds(*t.place.middle) for box in boxes)]
    bare = [t for t in scene.texts if not t.boxed and not t.blocks[0].marker and is_name(t.text, scene.deck.vocabulary)]
    grounds = [g for g in scene.grounds if any(g.holds(*name.ink.middle) for name in bare)]
    chips = [t for t in chips if any(g.holds(*t.place.middle) for g in grounds)]
    captions = captions_of(bare, chips, scene.meaning, grounds)
    return {chip.id for own in captions.values() for chip, _ in own}


def _say(draft: Draft, facts: list[tuple[Meaning, Block]], claim: Claim) -> None:
    say_facts(draft, facts)
    for meaning, block in facts:
        if block not in draft.blocks:
            claim.use(block, Use.PERIOD if meaning.period else Use.OWNER, "said in or beside the box")
