"""Plans whose rows are the measures: the labels beside the axis name them, what stands under it tells how far they
reach when ("6 kommuner", "alle sykehus")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.claims import Draft
from extract.layout.cards import Card, cards_of, is_name
from extract.layout.lanes import Lane
from extract.layout.thing import Thing
from extract.recognisers.drawn.facts import say_facts
from veikart.core.geometry import Box, surround
from veikart.core.records import Field, Role
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_LEAST = 3  # rows
_EACH = 2  # texts for each of them
_SMALL = 0.7  # share of the texts that begin small or with a count: no names
_TELLING = 0.5  # share of the texts that tell how far: a count, "alle sykehus"
_EXTENT = re.compile(
    r"\d|\b(?:alle?|all|heile|hele|hela|nasjonal\w*|national\w*|flere|fleire|noen|nokre|resten|every|some|open to)\b",
    re.IGNORECASE,
)
_BEGINS_SMALL = re.compile(r"(?:\d+\s+)?[^\W\d_A-ZÆØÅÄÖ]")  # "alle sykehus", "6 kommuner", not "2.1 Ny journal"

Placed = tuple[Draft, Box, Thing]


@dataclass(frozen=True, slots=True)
class Row:
    """A measure that a label names, with what stands in its row."""

    draft: Draft
    place: Box
    lane: Lane


def told_rows(lanes: Sequence[Lane], drafts: Sequence[Placed], vocabulary: Vocabulary) -> list[Row]:
    """Return the rows as measures, [] where the texts under the axis are the measures."""
    held = [(lane, [d for d in drafts if lane.holds(d[1])]) for lane in lanes]
    cards = [cards_of(lane.label, vocabulary) for lane in lanes]
    named = [own[0] for own in cards if len(own) == 1 and is_name(own[0].title, vocabulary)]
    if len(lanes) < _LEAST or len(named) < len(lanes) or not all(own for _, own in held):
        return []
    if len(drafts) < _EACH * len(lanes):
        return []
    texts = [mend(draft.title) for draft, _, _ in drafts]
    extents = sum(_EXTENT.search(text) is not None for text in texts) >= _TELLING * len(texts)
    small = extents and sum(_BEGINS_SMALL.match(text) is not None for text in texts) >= _SMALL * len(texts)
    return [_row(lane, card, own) for (lane, own), card in zip(held, named, strict=True)] if small else []


def _row(lane: Lane, card: Card, own: Sequence[Placed]) -> Row:
    draft = Draft(card.blocks, card.title, Role.MEASURE)
    say_facts(draft, card.facts)
    text = "; ".join(mend(d.title) for d, _, _ in own)
    draft.say(Field.DESCRIPTION, text, own[0][0].blocks[0], "row")
    place = surround([box for _, box, _ in own])
    assert place is not None
    return Row(draft, place, lane)
