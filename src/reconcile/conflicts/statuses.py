"""Statuses on which the mentions of one measure, or of a measure and its next version, disagree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reconcile.conflicts.pairs import common_topic
from reconcile.conflicts.periods import shown
from reconcile.conflicts.scene import Draft, Scene
from reconcile.conflicts.wording import place, places, say, status_word
from veikart.core.outcome import ConflictKind
from veikart.core.records import Field, Record, Status

_RUNNING = frozenset({Status.IN_OPERATION.value, Status.DONE.value})
_RESERVED = Status.UNDER_CONSIDERATION.value


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
    yield from _next_versions(scene)


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


ALIKE = -16.0
"""Weight in bits from which a measure may be the next version of another."""


def _next_versions(scene: Scene) -> Iterator[Draft]:
    """Yield measures in operation beside a new version of something with their topic: replaced, or two measures?"""
    running: dict[str, Record] = {}
    versions: dict[str, int] = {}
    for measure, mentions in scene.groups():
        for mention in mentions:
            if scene.compared.comparer.names[mention.number][0].marks.versions:
                versions.setdefault(measure, mention.number)
            for record in mention.records:
                if record.value(Field.STATUS) in _RUNNING:
                    running.setdefault(measure, record)
    for old in sorted(running):
        for new in sorted(versions.keys() - running.keys()):
            if pair := _nearest(scene, old, new):
                yield _next_version(scene, running[old], versions[new], pair)


def _nearest(scene: Scene, old: str, new: str) -> tuple[int, int] | None:
    """Return the nodes of two measures that share a topic and are nearest, None where none are near."""
    nodes = [[scene.corpus.by_record[r] for r in scene.measures[m].records] for m in (old, new)]
    pairs = {(min(a, b), max(a, b)) for a in nodes[0] for b in nodes[1] if common_topic(scene, (a, b))}
    weighed = [(scene.compared.comparer.compare(*pair).weight, pair) for pair in sorted(pairs)]
    weight, pair = max(weighed, default=(ALIKE - 1, (0, 0)), key=lambda item: item[0])
    return pair if weight >= ALIKE else None


def _next_version(scene: Scene, old: Record, new: int, pair: tuple[int, int]) -> Draft:
    mention = scene.corpus.mentions[new]
    message = say(
        "status.next_version",
        old=old.name,
        status=status_word(old.value(Field.STATUS)),
        new=mention.name,
        places=places((old, mention.record)),
    )
    measures = (scene.measure_of(scene.corpus.by_record[old.id]), scene.measure_of(new))
    records = (old, *(r for n in {*pair, new} for r in scene.corpus.mentions[n].records))
    nodes = tuple(sorted({*pair, new}))
    values = (old.value(Field.STATUS), "")
    return Draft(ConflictKind.STATUS, (*measures, "version"), 50.0, nodes, records, message, "status", values)
