"""Plans drawn with numbers: circles or cells on a time axis hold numbers, a list beside it says what they stand for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.axis import Axis, union
from extract.layout.cards import is_name
from extract.layout.lanes import Lane, side_lanes
from extract.layout.thing import Thing, printed
from extract.recognisers.drawn.facts import lane_use, say_lane
from extract.recognisers.drawn.gates import is_other_page, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.values import say_period
from veikart.core.blocks import Page
from veikart.core.geometry import same_row
from veikart.core.records import Role

NAME = "keyed"
_LEAST = 3
_NEAR = 0.04
_COUNTED = re.compile(r"^\s*(\d{1,2})[.):]?\s+(?=\S)")
_NUMBERS = re.compile(r"\s*\d{1,2}(?:[\s,;·]+\d{1,2})*\s*")


@dataclass(slots=True)
class Entry:
    """A numbered name in the list, and the marks with its number on the plan."""

    number: int
    name: Thing
    title: str
    sign: Thing | None = None
    marks: list[Thing] = field(default_factory=list)


def keyed(page: Page, deck: Deck) -> Claim | None:
    """Read a numbered list whose numbers stand on a time axis."""
    scene = scene_of(page, deck)
    if is_other_page(scene) or not scene.across:
        return None
    things = (*scene.texts, *scene.cells)
    entries = numbered_names(scene, things)
    if not entries:
        return None
    axis = next((a for a in scene.over(things).axes() if _holds(a, list(entries.values()))), None)
    if axis is None or any(not e.marks for e in entries.values()):
        return None
    return _read(scene, axis, list(entries.values()))


def numbered_names(scene: Scene, things: Sequence[Thing]) -> dict[int, Entry]:
    """Return the names of a list counted from 1, each with the marks that bear its number; nothing for other lists."""
    entries = _entries(scene)
    if len(entries) < _LEAST or sorted(entries) != list(range(1, len(entries) + 1)):
        return {}
    signs = {e.sign.id for e in entries.values() if e.sign is not None}
    for thing in things:
        if thing.id not in signs and _NUMBERS.fullmatch(_printed(thing)):
            for number in map(int, re.findall(r"\d+", _printed(thing))):
                if number in entries:
                    entries[number].marks.append(thing)
    return entries


def _read(scene: Scene, axis: Axis, entries: Sequence[Entry]) -> Claim | None:
    claim = scene.claim(NAME, 0.93)
    lanes = _lanes(scene, axis, entries)
    for entry in entries:
        draft = Draft(entry.name.blocks, entry.title, Role.MEASURE, f"p{scene.page.number}/keyed")
        told = [axis.period(mark.ink) for mark in entry.marks]
        source = next((column.label.blocks[0] for _, _, column in told if column is not None), None)
        text = " + ".join(dict.fromkeys(text for _, text, _ in told))
        say_period(draft, union([period for period, _, _ in told if period]), text, source, "timeline-x")
        for lane in (lane for lane in lanes for mark in entry.marks if lane.holds(mark.place)):
            say_lane(draft, lane)
            claim.use(lane.label.all_blocks, lane_use(lane), "label of a lane")
        for mark in (*entry.marks, *([entry.sign] if entry.sign else [])):
            claim.use(mark.all_blocks, Use.PERIOD, "number of a measure")
        claim.add(draft)
    for label in axis.labels:
        claim.use(label.all_blocks, Use.AXIS, "label of the period axis")
    return claim if mostly_names(claim.drafts) else None


def _entries(scene: Scene) -> dict[int, Entry]:
    """Return the names that a number stands before, in the same text or in a sign of its own, by their numbers."""
    found: dict[int, Entry] = {}
    signs = [t for t in scene.texts if _printed(t).strip().isdecimal()]
    for thing in scene.texts:
        text = _printed(thing)
        match = _COUNTED.match(text)
        title = text[match.end() :] if match else text
        if not is_name(title, scene.deck.vocabulary):
            continue
        sign = None if match else _sign_of(thing, signs)
        number = int(match[1]) if match else int(_printed(sign)) if sign is not None else 0
        if number > 0 and number not in found:
            found[number] = Entry(number, thing, title, sign)
    return found


def _printed(thing: Thing) -> str:
    return "\n".join(printed(b) for b in thing.blocks)


def _sign_of(name: Thing, signs: Sequence[Thing]) -> Thing | None:
    near = [s for s in signs if same_row(s.ink, name.ink) and -0.005 <= name.ink.x0 - s.place.x1 <= _NEAR]
    return near[0] if len(near) == 1 else None


def _holds(axis: Axis, entries: Sequence[Entry]) -> bool:
    """Tell whether the axis tells dates and most marks stand under or over it."""
    marks = [mark for entry in entries for mark in entry.marks]
    inside = [m for m in marks if axis.start <= m.ink.middle[0] <= axis.end]
    return any(c.meaning.period for c in axis.columns) and bool(marks) and len(inside) * 5 >= len(marks) * 4


def _lanes(scene: Scene, axis: Axis, entries: Sequence[Entry]) -> list[Lane]:
    marks = [mark.place for entry in entries for mark in entry.marks]
    top, bottom = min(m.y0 for m in marks), max(m.y1 for m in marks)
    names = {e.name.id for e in entries}
    side = [
        t
        for t in (*scene.texts, *scene.cells)
        if t.id not in names and t.ink.x1 <= axis.start and top - 0.02 <= t.ink.middle[1] <= bottom + 0.02
    ]
    return side_lanes(side, marks, [], scene.deck.vocabulary) if len(side) > 1 else []
