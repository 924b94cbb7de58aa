"""The id registry: every measure id that was ever given, as events in decisions/measures.jsonl."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from veikart.core.migrations import schema, upgraded
from veikart.core.problems import Code, Level, Problem, problem

KIND = "measures"


class EventKind(StrEnum):
    """What happened to a measure id."""

    MINTED = "minted"
    JOINED = "joined"  # records came to it
    LEFT = "left"  # records went away with their document
    MERGED = "merged"  # into another id, for ever
    SPLIT = "split"  # records of it got an id of their own: `into`
    RETIRED = "retired"  # none of its records is there any more
    REVIVED = "revived"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the registry. Records are told by id and folded name, so that a changed deck is recognised."""

    kind: EventKind
    measure: str
    records: tuple[tuple[str, str], ...] = ()  # record id and name key
    into: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Registry:
    """All events in order."""

    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    def state(self) -> "State":
        """Play the events."""
        state = State()
        for event in self.events:
            state.apply(event)
        return state


@dataclass(slots=True)
class State:
    """Who holds which record now, and where merged ids lead."""

    members: dict[str, dict[str, str]] = field(default_factory=dict)  # measure → record id → name key
    redirects: dict[str, str] = field(default_factory=dict)
    retired: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)

    def apply(self, event: Event) -> None:
        """Play one event."""
        members = self.members.setdefault(event.measure, {})
        if event.name:
            self.names[event.measure] = event.name
        if event.kind in {EventKind.MINTED, EventKind.JOINED, EventKind.REVIVED}:
            members.update(event.records)
            self.retired.discard(event.measure)
        elif event.kind in {EventKind.LEFT, EventKind.SPLIT}:
            for record, _ in event.records:
                members.pop(record, None)
        elif event.kind is EventKind.MERGED:
            self.members.setdefault(event.into, {}).update(members)
            self.redirects[event.measure] = event.into
            members.clear()
        else:
            self.retired.add(event.measure)

    def resolve(self, measure: str) -> str:
        """Follow redirects to the id in use."""
        seen = set()
        while measure in self.redirects and measure not in seen:
            seen.add(measure)
            measure = self.redirects[measure]
        return measure


def load_registry(lines: Iterable[str]) -> Registry:
    """Read the registry; a damaged line is reported in `problems` and left where it is."""
    events, problems = [], []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            events.append(_from_line(line))
        except (ValueError, KeyError, TypeError) as error:
            reason = f"{type(error).__name__}: {error}"
            problems.append(
                problem(Code.STORE_DAMAGED, Level.ERROR, place=f"line {number}", line=number, reason=reason)
            )
    return Registry(tuple(events), tuple(problems))


def dump_events(events: Iterable[Event]) -> str:
    """Return events as lines of JSON, for appending."""
    return "".join(_to_line(event) + "\n" for event in events)


def _to_line(event: Event) -> str:
    body: dict[str, object] = {"schema": schema(KIND), "event": event.kind.value, "measure": event.measure}
    if event.records:
        body["records"] = [list(pair) for pair in event.records]
    for name in ("into", "name"):
        if text := str(getattr(event, name)):
            body[name] = text
    return json.dumps(body, ensure_ascii=False, sort_keys=True)


def _from_line(line: str) -> Event:
    body = json.loads(line)
    if not isinstance(body, dict):
        raise TypeError("not an object")
    body = upgraded(body, KIND)
    records = tuple((str(record), str(key)) for record, key in body.get("records", ()))
    return Event(
        EventKind(body["event"]), str(body["measure"]), records, str(body.get("into", "")), str(body.get("name", ""))
    )
