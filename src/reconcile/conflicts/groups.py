"""Measures that may be several: crosswalk rows with many names, items of one list, weak ties, other age groups."""

from collections.abc import Iterator
from itertools import combinations

from reconcile.conflicts.scene import Draft, Scene
from reconcile.conflicts.wording import names, places, say
from reconcile.mentions import Mention
from veikart.core.outcome import ConflictKind
from veikart.core.records import Record, Role

MIN_BOUND_NAMES = 4
"""Distinct names in one row of a crosswalk from which it is worth asking whether they are parts."""
WEAK = -4.0
"""Weight in bits below which two names of one measure are worth asking about."""
MAX_WEAK = 25
"""Names of a measure that are compared with each other for the weakest tie."""


def doubtful_groups(scene: Scene) -> Iterator[Draft]:
    """Yield measures that may be several, each for the weightiest reason; other ages are a reason of their own."""
    bound = frozenset(node for pair in scene.merged.must for node in pair)
    for measure, mentions in scene.groups():
        distinct = {m.key: m for m in mentions}
        if len(distinct) < 2:
            continue
        if ages := _ages(scene, list(distinct.values())):
            yield ages
        rows = {key: m for key, m in distinct.items() if Role.MEMBER in m.roles}
        if len(rows) >= MIN_BOUND_NAMES:
            yield _bound(scene, measure, mentions, list(rows.values()))
        elif weak := _weakest(scene, mentions, bound):
            yield weak
        elif pair := _listed(mentions):
            yield _asked("listed", 63.0, pair, {})


def _asked(question: str, priority: float, pair: tuple[Mention, Mention], values: dict[str, str]) -> Draft:
    one, other = pair
    message = say(
        f"split_or_merge.{question}",
        left=one.name,
        right=other.name,
        places=places((one.record, other.record)),
        **values,
    )
    key = (min(one.key, other.key), max(one.key, other.key), question)
    nodes, records = (one.number, other.number), (*one.records, *other.records)
    return Draft(ConflictKind.SPLIT_OR_MERGE, key, priority, nodes, records, message, values=(one.name, other.name))


def _ages(scene: Scene, distinct: list[Mention]) -> Draft | None:
    """Return the question about two names of one measure that tell different age groups."""
    told = [(m, ages) for m in distinct if (ages := scene.compared.comparer.names[m.number][0].marks.ages)]
    for (one, mine), (other, theirs) in combinations(told, 2):
        if mine.isdisjoint(theirs):
            values = {"left_ages": ", ".join(sorted(mine)), "right_ages": ", ".join(sorted(theirs))}
            return _asked("ages", 62.0, (one, other), values)
    return None


def _weakest(scene: Scene, mentions: list[Mention], bound: frozenset[int]) -> Draft | None:
    """Return the question about the two least alike names of a measure, where only others hold them together."""
    distinct = list({m.key: m for m in mentions}.values())
    if not 3 <= len(distinct) <= MAX_WEAK or not bound.isdisjoint(m.number for m in mentions):
        return None
    compare = scene.compared.comparer.compare
    weighed = sorted((compare(a.number, b.number).weight, a.number, b.number) for a, b in combinations(distinct, 2))
    weight, left, right = weighed[0]
    if weight >= WEAK:
        return None
    one, other = scene.corpus.mentions[left], scene.corpus.mentions[right]
    _, between = max(
        (compare(m.number, left).weight + compare(m.number, right).weight, -m.number)
        for m in distinct
        if m not in (one, other)
    )
    return _asked("weak", 61.0, (one, other), {"between": scene.corpus.mentions[-between].name})


def _bound(scene: Scene, measure: str, mentions: list[Mention], rows: list[Mention]) -> Draft:
    records: tuple[Record, ...] = tuple(r for m in rows for r in m.records)
    message = say(
        "split_or_merge.bound",
        count=len(rows),
        name=scene.measures[measure].name,
        names=names(m.name for m in rows),
        places=places(m.record for m in rows),
    )
    nodes = tuple(m.number for m in mentions)
    return Draft(ConflictKind.SPLIT_OR_MERGE, (measure, "bound"), 74.0 + len(rows) * 0.1, nodes, records, message)


def _listed(mentions: list[Mention]) -> tuple[Mention, Mention] | None:
    """Return two items of one list, or of one page outside a crosswalk, that are one measure under two names."""
    for one, other in combinations(mentions, 2):
        if one.key != other.key and not one.listings.isdisjoint(other.listings):
            return one, other
    return None
