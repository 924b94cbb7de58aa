"""Periods, statuses and owners on which the mentions of one measure disagree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from reconcile.conflicts.scene import Draft, Scene
from reconcile.conflicts.wording import catalogue, place, places, say, status_word
from reconcile.mentions import Mention
from reconcile.survivors import NATIONAL
from veikart.core.dates_told import period_told
from veikart.core.outcome import ConflictKind
from veikart.core.records import Field, Record, Role, Status
from veikart.core.text import fold

_RUNNING = frozenset({Status.IN_OPERATION.value, Status.DONE.value})
_RESERVED = Status.UNDER_CONSIDERATION.value


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


def statuses(scene: Scene) -> Iterator[Draft]:
    """Yield measures whose mentions give different statuses, or a reservation in one place only."""
    for measure, mentions in scene.groups():
        records = [r for m in mentions for r in m.records]
        told: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            told[record.value(Field.STATUS)].append(record)
        given = sorted(told.keys() - {""})
        nodes = tuple(m.number for m in mentions)
        key = (measure, "status")
        if len(given) > 1:
            listed = say("and").join(f"{status_word(s)} – {place(told[s][0])}" for s in given)
            priority = 66.0 if _RUNNING & set(given) and set(given) - _RUNNING else 56.0
            message = say("status.sources", name=scene.measures[measure].name, values=listed)
            shown_records = tuple(r for s in given for r in told[s])
            yield Draft(ConflictKind.STATUS, key, priority, nodes, shown_records, message, "status", tuple(given))
        elif given == [_RESERVED] and told[""]:
            pair = (told[_RESERVED][0], told[""][0])
            message = say(
                "status.reservation",
                name=scene.measures[measure].name,
                status=status_word(_RESERVED),
                places=places(pair),
            )
            yield Draft(
                ConflictKind.STATUS, key, 64.0, nodes, (*told[_RESERVED], *told[""]), message, "status", (_RESERVED, "")
            )
        yield from _future(scene, measure, records, nodes)


def _future(scene: Scene, measure: str, records: Iterable[Record], nodes: tuple[int, ...]) -> Iterator[Draft]:
    """Yield a measure that is in operation in one document and planned for later in a document of the same time."""
    for record in records:
        made = scene.corpus.documents[record.document].date
        start, status = record.value(Field.PERIOD_START), record.value(Field.STATUS)
        if status in _RUNNING and made and start and start[: len(made)] > made:
            message = say(
                "period.past",
                name=record.name,
                status=status_word(status),
                period=shown(start, record.value(Field.PERIOD_END)),
                document=record.document,
                date=made,
            )
            yield Draft(
                ConflictKind.STATUS, (measure, "future"), 62.0, nodes, (record,), message, "status", (status, start)
            )
            return


def owners(scene: Scene) -> Iterator[Draft]:
    """Yield owners that documents disagree on: none in one row, national here and regional there, others elsewhere."""
    for measure, mentions in scene.groups():
        records = [r for m in mentions for r in m.records]
        nodes = tuple(m.number for m in mentions)
        yield from _without_owner(mentions)
        national = [r for r in records if _is_national(r)]
        regional = [r for r in records if r.values(Field.OWNERS) and not _is_national(r)]
        if national and regional:
            pair = (national[0], regional[0])
            listed = say("and").join(_owned(r) for r in pair)
            message = say("owner.national", name=scene.measures[measure].name, values=listed)
            values = tuple("; ".join(r.values(Field.OWNERS)) for r in pair)
            yield Draft(ConflictKind.OWNER, (measure, "national"), 52.0, nodes, pair, message, "owners", values)
            continue
        sets = _stated(records)
        if len(sets) > 1:
            listed = say("and").join(_owned(found[0]) for found in sets.values())
            message = say("owner.sources", name=scene.measures[measure].name, values=listed)
            values = tuple("; ".join(sorted(s)) for s in sets)
            some = tuple(r for found in sets.values() for r in found)
            yield Draft(ConflictKind.OWNER, (measure, "owner"), 48.0, nodes, some, message, "owners", values)


def _stated(records: Iterable[Record]) -> dict[frozenset[str], list[Record]]:
    """Return owner sets outside crosswalk rows that share no member, a national body in one and none in another.

    That regions each do their part of a common measure is no disagreement.
    """
    sets: dict[frozenset[str], list[Record]] = {}
    for record in records:
        owned = frozenset(record.values(Field.OWNERS))
        if owned and record.role not in (Role.MEMBER, Role.COMMON):
            sets.setdefault(owned, []).append(record)
    ordered = sorted(sets, key=sorted)
    apart = {s for s in ordered for o in ordered if not s & o}
    across = {r.document for s in apart for r in sets[s]}
    mixed = any(s & NATIONAL for s in apart) and any(not s & NATIONAL for s in apart)
    return {s: sets[s] for s in ordered if s in apart} if len(across) > 1 and mixed else {}


def _is_national(record: Record) -> bool:
    return any(fold(q).startswith(("nasjonal", "national")) for q in record.values(Field.QUALIFIERS))


def _owned(record: Record) -> str:
    return f"{'; '.join(record.values(Field.OWNERS)) or say('none')} – {place(record)}"


def _without_owner(mentions: Sequence[Mention]) -> Iterator[Draft]:
    """Yield the rows of a crosswalk without owner whose sisters all have one."""
    rows: dict[tuple[str, str], list[tuple[Mention, Record]]] = defaultdict(list)
    for mention in mentions:
        for record in mention.records:
            if record.role is Role.MEMBER:
                rows[record.document, fold(record.value(Field.PARENT))].append((mention, record))
    for (_, common), found in sorted(rows.items()):
        bare = [(m, r) for m, r in found if not r.values(Field.OWNERS)]
        if len(bare) == 1 and len(found) > 1:
            mention, record = bare[0]
            message = say("owner.missing", name=record.name, common=record.value(Field.PARENT), places=place(record))
            key = (mention.key, common, "owner")
            yield Draft(ConflictKind.OWNER, key, 54.0, (mention.number,), (record,), message, "owners")
