"""Lineage: what became of measures between two editions.

Editions are the documents of one series in the order of their dates; across series the documents of one year are set
against those of the next. Between two editions a measure is kept, renamed or moved (period, status, owner); one that
only the older has is dropped, split or merged; one that only the newer has is new.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from reconcile.conflicts.pairs import common_topic
from reconcile.conflicts.periods import shown
from reconcile.conflicts.scene import Scene
from reconcile.conflicts.wording import place, say, status_word
from reconcile.mentions import Mention
from veikart.core.outcome import Change, Lineage
from veikart.core.records import Document, Field, Role

_MOVES = ((Field.STATUS, "status"), (Field.OWNERS, "owner"))
DERIVED, SURE = -3.5, 0.0
"""Weight in bits from which a measure of the other edition may be what became of one that is gone, with a common topic
and without one. Marks do not count: what was a concept or a first step may have become the thing itself."""
MANY = 4
"""Names from which a measure is so wide that being like one of them says little."""
WIDE = 1.0
"""Weight in bits from which it counts none the less."""
_MARKS = frozenset({"step", "version", "kind of work"})

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
        change, message = Change.KEPT, say("lineage.kept", name=new[0].name, places=_both(old[0], new[0]))
        if names[0].isdisjoint(names[1]):
            change = Change.RENAMED
            message = say("lineage.renamed", old=old[0].name, new=new[0].name, places=_both(old[0], new[0]))
        elif moves:
            change = Change.MOVED
        if moves:
            message = say("lineage.moved", text=message, moves="; ".join(moves))
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
    told = {value for m in mentions for r in m.records for value in r.values(name)}
    return set(map(status_word, told)) if name is Field.STATUS else told


def _derived(
    scene: Scene, before: Side, after: Side, gone: Sequence[str], came: Sequence[str]
) -> list[tuple[str, str, float]]:
    """Return (old, new, weight) of measures of the two editions that look like parts or heirs of each other."""
    fresh, lost = set(came), set(gone)
    best: dict[tuple[str, str], float] = {}
    for pair, evidence in sorted(scene.compared.evidence.items()):
        left, right = (scene.measure_of(n) for n in pair)  # other documents tell of the two as well
        weight = evidence.weight - sum(s.weight for s in evidence.steps if s.name in _MARKS)
        for key in ((left, right), (right, left)):
            old, new = key
            told = old != new and old in before and new in after and (old in lost or new in fresh)
            if told and weight >= _least(scene, pair, before[old]):
                best[key] = max(weight, best.get(key, weight))
    return sorted((old, new, weight) for (old, new), weight in best.items())


def _least(scene: Scene, pair: tuple[int, int], old: Sequence[Mention]) -> float:
    """Return the weight from which two names may be one thing before and after."""
    if len({m.key for m in old}) >= MANY:
        return WIDE
    return DERIVED if common_topic(scene, pair) else SURE


def _became(
    derived: Sequence[tuple[str, str, float]],
    gone: Sequence[str],
    came: Sequence[str],
    before: Side,
    after: Side,
    labels: tuple[str, str],
) -> Iterator[Lineage]:
    heirs: dict[str, list[tuple[float, str]]] = defaultdict(list)
    sources: dict[str, list[str]] = defaultdict(list)
    for old, new, weight in derived:
        heirs[old].append((-weight, new))
        sources[new].append(old)
    told_new: set[str] = set()
    for old in gone:
        record = before[old][0].record
        if old not in heirs:
            message = say("lineage.dropped", name=before[old][0].name, places=place(record))
            yield Lineage(*labels, Change.DROPPED, (old,), (), message)
            continue
        change, became = _fate([new for _, new in sorted(heirs[old])], sources, before)
        told_new.update(became)
        names = ", ".join(f"«{after[n][0].name}»" for n in became)
        message = say(
            f"lineage.maybe_{change.value}",
            name=before[old][0].name,
            names=names,
            places=_both(before[old][0], *(after[n][0] for n in became)),
        )
        yield Lineage(*labels, change, (old,), tuple(became), message)
    for fresh in came:
        if fresh not in told_new:
            message = say("lineage.new", name=after[fresh][0].name, places=place(after[fresh][0].record))
            yield Lineage(*labels, Change.NEW, (), (fresh,), message)


def _fate(heirs: Sequence[str], sources: Mapping[str, Sequence[str]], before: Side) -> tuple[Change, list[str]]:
    """Return what became of a measure that is gone: the new measures like it, else the best of those there before."""
    fresh = [new for new in heirs if new not in before]
    if len(fresh) > 1:
        return Change.SPLIT, fresh
    if fresh:
        return (Change.MERGED if len(sources[fresh[0]]) > 1 else Change.RENAMED), fresh
    return Change.MERGED, [heirs[0]]


def _both(*mentions: Mention) -> str:
    return say("and").join(place(m.record) for m in mentions)
