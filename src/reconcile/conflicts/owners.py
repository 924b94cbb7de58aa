"""Owners that documents disagree on: none in one row, national here and regional there, others elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reconcile.conflicts.scene import Draft, Scene
from reconcile.conflicts.wording import place, say
from reconcile.mentions import Mention
from reconcile.survivors import NATIONAL
from veikart.core.outcome import ConflictKind
from veikart.core.records import Field, Record, Role
from veikart.core.text import fold


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
        if mixed := _mixed(records):
            yield _asked_of(scene, measure, nodes, *mixed)
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


def _mixed(records: Sequence[Record]) -> tuple[Record, list[Record]] | None:
    """Return a record that names national and other bodies together, and those of other documents that name no
    national one."""
    for record in records:
        owned = set(record.values(Field.OWNERS))
        if owned & NATIONAL and owned - NATIONAL:
            others = [
                r for r in records if r.document != record.document and NATIONAL.isdisjoint(r.values(Field.OWNERS))
            ]
            if others:
                return record, others
    return None


def _asked_of(scene: Scene, measure: str, nodes: tuple[int, ...], one: Record, others: Sequence[Record]) -> Draft:
    listed = say("and").join(_owned(r) for r in (one, others[0]))
    message = say("owner.sources", name=scene.measures[measure].name, values=listed)
    values = ("; ".join(one.values(Field.OWNERS)), "; ".join(others[0].values(Field.OWNERS)))
    return Draft(ConflictKind.OWNER, (measure, "owner"), 49.0, nodes, (one, *others), message, "owners", values)


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
