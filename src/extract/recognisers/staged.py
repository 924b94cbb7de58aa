"""Staged plans: numbered steps of the measure that the slide's title names, each with its own period or tick."""

import re
from dataclasses import dataclass

from extract.claims import Claim, Draft
from extract.deck import Deck
from extract.layout.items import Item, items_of
from extract.layout.reading import body_of
from extract.layout.streams import streams
from extract.recognisers.values import say_period
from extract.recognisers.wording import is_title
from veikart.core.blocks import Page
from veikart.core.periods import FoundPeriod, find_periods
from veikart.core.records import Field, Role, Status
from veikart.core.text import mend

_NUMBERED = re.compile(r"^\(?(\d{1,2})[.)]?\)?$")
_TYPED = re.compile(r"^\s*\d{1,2}[.)]\s")
_TICK = re.compile(r"\s*(?:\((?:V|v|x|X|OK|ok)\)|[✓✔☑√])\s*$")
_DATED = 0.3  # share of the steps that must be dated or ticked off
_CLOCK = re.compile(r"\b[012]?\d[.:][0-5]\d\s*[-–]")
_SHORTEST = 4


@dataclass(slots=True)
class Step:
    """A numbered step: its title, what is told about it, and when."""

    item: Item
    title: str
    rest: str
    periods: list[FoundPeriod]
    ticked: bool


def steps_of(page: Page, deck: Deck) -> list[Step]:
    """Return the steps of the slide's staged plan, none if it shows no such plan."""
    blocks = [b for b in body_of(page, deck) if not b.table]
    columns = [[i for i in items_of(column, page.width) if _is_numbered(i)] for column in streams(blocks)]
    for items in [*columns, _counted([item for column in columns for item in column])]:
        steps = [_step(item) for item in items]
        if len(steps) < 2 or any(_CLOCK.search(step.item.text) for step in steps):
            continue
        told = [s for s in steps if s.periods or s.ticked or deck.vocabulary.status_in(s.rest)]
        if len(told) >= _DATED * len(steps) and all(is_title(s.title, deck.vocabulary) for s in steps):
            return steps
    return []


def _counted(items: list[Item]) -> list[Item]:
    """Return numbered items that stand apart from each other, each in a box of its own, if they count 1, 2, 3 …"""
    numbers = [int(re.sub(r"\D", "", (i.head.marker or i.head.text)[:4]) or 0) for i in items]
    return items if numbers == list(range(1, len(items) + 1)) else []


def _is_numbered(item: Item) -> bool:
    return bool(_NUMBERED.match(item.head.marker.strip()) or _TYPED.match(item.head.text))


def _step(item: Item) -> Step:
    text = mend(item.text)
    periods = find_periods(text)
    head, colon, rest = text.partition(":")
    if not colon or len(head) < _SHORTEST:
        head, rest = text, ""
    if periods and not rest and periods[-1].start > _SHORTEST:
        head = re.sub(r"[\s,.(–-]*(?:prod\.?|produksjon|frist|innen|fra|i)?[\s:.(]*$", "", text[: periods[-1].start])
        rest = text[len(head) :]
    return Step(item, head.strip(), rest.strip(), periods, bool(_TICK.search(text)))


def say_steps(steps: list[Step], parent: Draft, deck: Deck, claim: Claim) -> None:
    """Add a draft for every step, each an activity of the slide's measure."""
    planned = any(_planned(step, deck) for step in steps)
    ticks = sum(step.ticked for step in steps) >= 2
    for step in steps:
        item, head = step.item, step.item.head
        suffix = f"/{item.part}" if item.part else ""
        draft = Draft(
            tuple(item.blocks), step.title, Role.ACTIVITY, f"p{head.page}/steps", parent, anchor_suffix=suffix
        )
        claim.add(draft)
        for found in step.periods[-1:]:
            say_period(draft, found.period, found.period.text, head, "run-in")
        status = _status(step, deck, planned=planned, ticks=ticks)
        if status is not None:
            draft.say(Field.STATUS, status.value, head, "run-in")
        draft.say(Field.DESCRIPTION, step.rest, head, "run-in")


def _planned(step: Step, deck: Deck) -> bool:
    told = deck.vocabulary.status_in(step.rest)
    return told is not None and told[0] is Status.PLANNED


def _status(step: Step, deck: Deck, *, planned: bool, ticks: bool) -> Status | None:
    if step.ticked and ticks:
        return Status.DONE
    told = deck.vocabulary.status_in(step.rest)
    if told is not None:
        return told[0]
    # Where one step is "planned for production in …", so are its dated neighbours.
    return Status.PLANNED if planned and step.periods else None
