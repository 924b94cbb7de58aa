"""Lineage: what became of measures between two editions.

Editions are the documents of one series in the order of their dates; across series the documents of one year are set
against those of the next. Between two editions a measure is kept, renamed or moved (period, status, owner); one that
only the older has is dropped, split or merged; one that only the newer has is new.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reconcile.conflicts.periods import shown
from reconcile.conflicts.scene import Scene
from reconcile.conflicts.wording import place, say
from reconcile.mentions import Mention
from veikart.core.outcome import Change, Lineage
from veikart.core.records import Document, Field, Record, Role

_MOVES = ((Field.STATUS, "status"), (Field.OWNERS, "owner"))
DERIVED = -1.0
"""Weight in bits from which a measure of the other edition is taken for what became of one that is gone."""

Side = dict[str, list[Mention]]
"""Measure id → its mentions in one edition."""


def find_lineage(scene: Scene) -> list[Lineage]:
    """Return the changes between each edition of a series and the next."""
    found: list[Lineage] = []
    for older, newer in [*_editions(scene), *_years(scene)]:
        found += compare_editions(scene, older, newer)
    return found


def compare_editions(scene: Scene, older: Sequence[Document], newer: Sequence[Document]) -> list[Lineage]:
    """Return what happened between two sets of documents, ordered by kind of change and name."""
    before, after = _side(scene, older), _side(scene, newer)
    labels = (_label(older), _label(newer))
    gone = sorted(before.keys() - after.keys())
    came = sorted(after.keys() - before.keys())
    derived = _derived(scene, before, after, gone, came)
    found = [
        *_kept(before, after, labels),
        *_became(derived, gone, came, before, after, labels),
    ]
    return sorted(found, key=lambda x: (list(Change).index(x.change), x.message, x.from_measures, x.to_measures))


def _editions(scene: Scene) -> Iterator[tuple[list[Document], list[Document]]]:
    """Yield each edition of a series with the next."""
    grouped: dict[str, dict[str, list[Document]]] = defaultdict(lambda: defaultdict(list))
    for document in scene.corpus.documents.values():
        if document.series and document.date:
            grouped[document.series][document.date].append(document)
    for _, dates in sorted(grouped.items()):
        for older, newer in pairwise(sorted(dates)):
            yield dates[older], dates[newer]


def _years(scene: Scene) -> Iterator[tuple[list[Document], list[Document]]]:
    """Yield the documents of each year with those of the next year that has any, across series."""
    years: dict[str, list[Document]] = defaultdict(list)
    for document in sorted(scene.corpus.documents.values(), key=lambda d: d.path):
        if document.date:
            years[document.date[:4]].append(document)
    for older, newer in pairwise(sorted(years)):
        if {d.series for d in years[older]} != {d.series for d in years[newer]} or "" in {
            d.series for d in years[newer]
        }:
            yield years[older], years[newer]


def _side(scene: Scene, documents: Iterable[Document]) -> Side:
    paths = {d.path for d in documents}
    side: Side = defaultdict(list)
    for mention in scene.corpus.mentions:
        if mention.document.path in paths:
            side[scene.measure_of(mention.number)].append(mention)
    for found in side.values():
        found.sort(key=lambda m: (Role.COMMON not in m.roles, m.number))
    return dict(side)


def _label(documents: Sequence[Document]) -> str:
    return "; ".join(d.edition or d.date or d.path for d in documents)


def _kept(before: Side, after: Side, labels: tuple[str, str]) -> Iterator[Lineage]:
    for measure in sorted(before.keys() & after.keys()):
        old, new = before[measure], after[measure]
        names = {m.key for m in old}, {m.key for m in new}
        moves = _moves(old, new)
        change, message = Change.KEPT, say("lineage.kept", name=new[0].name)
        if names[0].isdisjoint(names[1]):
            change = Change.RENAMED
            message = say("lineage.renamed", old=old[0].name, new=new[0].name, places=_both(old[0], new[0]))
        elif moves:
            change = Change.MOVED
        if moves:
            message = say("lineage.moved", text=message, moves="; ".join(moves), places=_both(old[0], new[0]))
        yield Lineage(*labels, change, (measure,), (measure,), message)


def _moves(old: Sequence[Mention], new: Sequence[Mention]) -> list[str]:
    moves: list[str] = []
    one, other = _periods(old), _periods(new)
    if one and other and one.isdisjoint(other):
        moves.append(say("lineage.period", old=", ".join(sorted(one)), new=", ".join(sorted(other))))
    for name, key in _MOVES:
        was, now = _values(old, name), _values(new, name)
        if was and now and was.isdisjoint(now):
            moves.append(say(f"lineage.{key}", old=", ".join(sorted(was)), new=", ".join(sorted(now))))
    return moves


def _periods(mentions: Iterable[Mention]) -> set[str]:
    records = [r for m in mentions for r in m.records]
    return {shown(*p) for r in records if any(p := (r.value(Field.PERIOD_START), r.value(Field.PERIOD_END)))}


def _values(mentions: Iterable[Mention], name: Field) -> set[str]:
    return {value for m in mentions for r in m.records for value in r.values(name)}


def _derived(
    scene: Scene, before: Side, after: Side, gone: Sequence[str], came: Sequence[str]
) -> list[tuple[str, str, float]]:
    """Return (old, new, weight) of measures of the two editions that look like parts or heirs of each other."""
    fresh = set(came)
    lost = set(gone)
    best: dict[tuple[str, str], float] = {}
    of = {m.number: ("old", measure) for measure, ms in before.items() for m in ms}
    of.update({m.number: ("new", measure) for measure, ms in after.items() for m in ms})
    for pair, evidence in scene.compared.evidence.items():
        sides = [of.get(n) for n in pair]
        if None in sides or evidence.weight < DERIVED:
            continue
        found = dict(side for side in sides if side is not None)
        if len(found) == 2 and (found["old"] in lost or found["new"] in fresh) and found["old"] != found["new"]:
            key = found["old"], found["new"]
            best[key] = max(evidence.weight, best.get(key, evidence.weight))
    return sorted((old, new, weight) for (old, new), weight in best.items())


def _became(
    derived: Sequence[tuple[str, str, float]],
    gone: Sequence[str],
    came: Sequence[str],
    before: Side,
    after: Side,
    labels: tuple[str, str],
) -> Iterator[Lineage]:
    heirs: dict[str, list[str]] = defaultdict(list)
    sources: dict[str, list[str]] = defaultdict(list)
    for old, new, _ in derived:
        heirs[old].append(new)
        sources[new].append(old)
    told_new: set[str] = set()
    for old in gone:
        became = heirs.get(old, [])
        record = before[old][0].record
        if not became:
            message = say("lineage.dropped", name=before[old][0].name, places=place(record))
            yield Lineage(*labels, Change.DROPPED, (old,), (), message)
            continue
        told_new.update(became)
        change = (
            Change.SPLIT
            if len(became) > 1
            else Change.MERGED
            if len(sources[became[0]]) > 1 or became[0] in before
            else Change.RENAMED
        )
        names = ", ".join(f"«{after[n][0].name}»" for n in became)
        message = say(
            f"lineage.maybe_{change.value}",
            name=before[old][0].name,
            names=names,
            places=_both(before[old][0], after[became[0]][0]),
        )
        yield Lineage(*labels, change, (old,), tuple(became), message)
    for fresh in came:
        if fresh not in told_new:
            message = say("lineage.new", name=after[fresh][0].name, places=place(after[fresh][0].record))
            yield Lineage(*labels, Change.NEW, (), (fresh,), message)


def _both(old: Mention, new: Mention) -> str:
    return say("and").join(place(r) for r in _records(old, new))


def _records(*mentions: Mention) -> list[Record]:
    return [m.record for m in mentions]
