"""Periods on which the mentions of one measure disagree, and children outside their parents' periods."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from reconcile.conflicts.scene import Draft, Scene
from reconcile.conflicts.wording import catalogue, place, places, say
from reconcile.mentions import Mention
from veikart.core.dates_told import period_told
from veikart.core.outcome import ConflictKind
from veikart.core.records import Field, Record, Role

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def periods(scene: Scene) -> Iterator[Draft]:
    """Yield measures whose mentions give different periods, and children outside their parents' periods."""
    for measure, mentions in scene.groups():
        records = [r for m in mentions for r in m.records]
        told: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for record in records:
            start, end = record.value(Field.PERIOD_START), record.value(Field.PERIOD_END)
            if start or end:
                told[start, end].append(record)
        if len(told) > 1:
            yield _periods(scene, measure, mentions, told)
        yield from _out_of_order(scene, measure, mentions)
        yield from _outside(scene, measure, mentions)


def _periods(
    scene: Scene, measure: str, mentions: Sequence[Mention], told: dict[tuple[str, str], list[Record]]
) -> Draft:
    spans = [(s or e, e or "9999") for s, e in told]
    disjoint = max(s for s, _ in spans) > min(e for _, e in spans)
    one_document = len({r.document for rs in told.values() for r in rs}) == 1
    values = tuple(shown(*p) for p in sorted(told))
    listed = say("and").join(f"{shown(*p)} – {place(told[p][0])}" for p in sorted(told))
    priority = (72.0 if disjoint else 58.0) + (4.0 if one_document else 0.0)
    records = tuple(r for p in sorted(told) for r in told[p])
    message = say("period.sources", name=scene.measures[measure].name, values=listed)
    nodes = tuple(m.number for m in mentions)
    return Draft(ConflictKind.PERIOD, (measure, "period"), priority, nodes, records, message, "period", values)


def _out_of_order(scene: Scene, measure: str, mentions: Sequence[Mention]) -> Iterator[Draft]:
    """Yield a measure whose captions give a later period before an earlier one: which of them is which?"""
    for mention in mentions:
        for record in mention.records:
            text = record.value(Field.PERIOD_TEXT)
            years = _YEAR.findall(text)
            if any(a > b for a, b in pairwise(years)):
                message = say(
                    "period.order", name=scene.measures[measure].name, text=text, places=places(mention.records)
                )
                nodes, key = tuple(m.number for m in mentions), (measure, "order")
                yield Draft(ConflictKind.PERIOD, key, 59.0, nodes, mention.records, message, "period", (text,))
                return


def shown(start: str, end: str) -> str:
    """Return a period as people write it."""
    return period_told(start, end, catalogue())


def _outside(scene: Scene, measure: str, mentions: Sequence[Mention]) -> Iterator[Draft]:
    seen: set[str] = set()
    for mention in mentions:
        for record in mention.records:
            parent = _parent(scene, record)
            if parent is None or parent[0].key in seen:
                continue
            needed, needs = parent
            if _beyond(record.period, needs.period):
                seen.add(needed.key)
                own = shown(record.value(Field.PERIOD_START), record.value(Field.PERIOD_END))
                theirs = shown(needs.value(Field.PERIOD_START), needs.value(Field.PERIOD_END))
                message = say(
                    "period.outside",
                    child=record.name,
                    child_period=own,
                    parent=needs.name,
                    parent_period=theirs,
                    places=places((record, needs)),
                )
                nodes, key = (mention.number, needed.number), (measure, scene.measure_of(needed.number), "outside")
                yield Draft(ConflictKind.PERIOD, key, 68.0, nodes, (record, needs), message, "period", (own, theirs))


def _parent(scene: Scene, record: Record) -> tuple[Mention, Record] | None:
    """Return the need that a record names as its parent, nearest page first; rows of a crosswalk have no need."""
    title = record.value(Field.PARENT)
    if not title or record.role in (Role.MEMBER, Role.COMMON):
        return None
    found = [
        (abs(r.page - record.page), m.number, r.id)
        for n in scene.corpus.in_document(record.document, title)
        for m in (scene.corpus.mentions[n],)
        for r in m.records
        if r.id != record.id and (r.value(Field.PERIOD_START) or r.value(Field.PERIOD_END))
    ]
    if not found:
        return None
    _, number, identity = min(found)
    mention = scene.corpus.mentions[number]
    return mention, next(r for r in mention.records if r.id == identity)


def _beyond(child: tuple[date | None, date | None], parent: tuple[date | None, date | None]) -> bool:
    if not any(child) or not any(parent):
        return False
    starts_early = child[0] is not None and parent[0] is not None and child[0] < parent[0]
    ends_late = parent[1] is not None and ((child[1] or date.max) > parent[1]) and child[1] is not None
    starts_late = child[0] is not None and parent[1] is not None and child[0] > parent[1]
    return starts_early or ends_late or starts_late
