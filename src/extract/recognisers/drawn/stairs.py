"""Headings with a period each over a box with a list, in a row or like stairs: horizons, waves, deliveries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.bodies import body_below, painted_boxes
from extract.layout.cards import Card, cards_of, is_name
from extract.layout.meanings import meaning_of
from extract.layout.thing import Thing
from extract.recognisers.drawn.facts import say_facts
from extract.recognisers.drawn.gates import is_other_page, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.timeline import is_timeline
from extract.recognisers.progress import progress_of
from extract.recognisers.values import say_owners, say_period
from veikart.core.blocks import Block, Page
from veikart.core.periods import Period, find_periods
from veikart.core.records import Field, Role
from veikart.core.text import mend, words

NAME = "stairs"
_SURE = 0.77  # over boxes that tell their own period
_LEAST = 2  # steps with a list of two or more
_LEAST_ITEMS = 4
_LONGEST = 12  # words of a heading

_SHORTEST = 27  # days
_MONEY = re.compile(
    r"\b(?:regnskap|rekneskap|budsjett|prognose|økonomi|budget|accounts|forecast)\w{0,3}\b", re.IGNORECASE
)


@dataclass(slots=True)
class _Step:
    """A painted heading that tells a period, and the things in the box below it."""

    head: Thing
    period: Period
    cards: list[Card]


def _is_other(step: _Step, scene: Scene) -> bool:
    """Tell whether a heading is a day of a meeting, or of money: "Dag 1: 14. mars", "Budsjett 2026"."""
    first, last = step.period.start, step.period.end
    short = first is not None and last is not None and (last - first).days < _SHORTEST
    return short or _MONEY.search(step.head.text) is not None or bool(_MONEY.search(scene.title))


def stairs(page: Page, deck: Deck) -> Claim | None:
    """Read the lists under painted headings that tell a period each, wherever the headings stand."""
    scene = scene_of(page, deck)
    if is_other_page(scene) or is_timeline(page, deck):
        return None
    steps = list(_steps(scene))
    listed = [step for step in steps if len(step.cards) > 1]
    periods = {(step.period.start, step.period.end) for step in steps}
    if any(_is_other(step, scene) for step in steps):
        return None
    if len(listed) < _LEAST or len(periods) < len(steps) or sum(len(s.cards) for s in steps) < _LEAST_ITEMS:
        return None
    claim = scene.claim(NAME, _SURE)
    for step in steps:
        claim.use(step.head.all_blocks, Use.AXIS, "heading that tells a period")
        name = _name(step.head, scene)
        status = progress_of(step.head.text, scene.deck.vocabulary).status  # "Ferdig i 2025"
        for card in step.cards:
            draft = Draft(card.blocks, card.title, Role.MEASURE, f"p{page.number}/stairs", anchor_suffix=card.part)
            say_facts(draft, card.facts)
            if not draft.says(Field.PERIOD_TEXT):
                say_period(draft, step.period, step.period.text, step.head.blocks[0], "column-heading")
            if status is not None and not draft.says(Field.STATUS):
                source, printed = step.head.blocks[0], mend(step.head.text)
                draft.say(Field.STATUS, status.value, source, "column-heading", original=printed)
                draft.say(Field.STATUS_TEXT, printed, source, "column-heading")
            if name is not None:
                draft.say(Field.GROUP, mend(name.text), name, "column-heading")
            claim.use(list(card.details), Use.DESCRIPTION, "details of a measure")
            if not draft.says(Field.OWNERS):
                say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
            claim.add(draft)
    return claim if mostly_names(claim.drafts) else None


def _steps(scene: Scene) -> Iterator[_Step]:
    """Yield the headings with one period that stand on a box with names in it."""
    vocabulary = scene.deck.vocabulary
    painted = painted_boxes(scene.texts, scene.areas)
    for head in (t for t in scene.texts if t.boxed and len(words(t.text)) <= _LONGEST):
        found = [period for block in head.blocks for period in find_periods(mend(block.text))]
        body = body_below(head.place, painted) if len(found) == 1 else None
        if body is None:
            continue
        inside = [t for t in scene.texts if t is not head and body.holds(*t.ink.middle)]
        cards = [card for t in inside for card in cards_of(t, vocabulary) if is_name(card.title, vocabulary)]
        if cards:
            yield _Step(head, found[0].period, cards)


def _name(head: Thing, scene: Scene) -> Block | None:
    """Return the paragraph of a heading that names what its list is about, None where it tells but a period."""
    vocabulary = scene.deck.vocabulary
    named = [b for b in head.blocks if not find_periods(mend(b.text)) and is_name(b.text, vocabulary)]
    return next((b for b in named if not meaning_of(b.text, vocabulary)), None)
