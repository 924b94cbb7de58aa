"""Measure ids for clusters: the heir with the largest overlap keeps the id, the rest redirect, new ones are minted.

Ids are hashed from the least record id of the cluster that first got them, never drawn at random: from an empty
registry the same documents give the same ids.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.registry import Event, EventKind, Registry, State
from veikart.core.ids import short_hash


@dataclass(frozen=True, slots=True)
class Cluster:
    """Records of one measure: (record id, name key), and the name that stands for them."""

    records: tuple[tuple[str, str], ...]
    name: str = ""


def assign_ids(clusters: Sequence[Cluster], registry: Registry) -> tuple[list[str], Registry]:
    """Return an id for each cluster, in order, and the registry with the events that led there."""
    state = registry.state()
    claims = _claims(clusters, state)
    ids: list[str] = [""] * len(clusters)
    taken: dict[str, int] = {}
    for _, measure, index in sorted(claims):
        if not ids[index] and measure not in taken:
            ids[index] = measure
            taken[measure] = index
    known = set(state.members) | set(state.redirects)
    order = sorted(range(len(clusters)), key=lambda i: min(clusters[i].records))
    for index in order:
        if not ids[index]:
            ids[index] = _mint(clusters[index], known)
            known.add(ids[index])
    events = _events(clusters, ids, claims, state, order)
    return ids, Registry((*registry.events, *events), registry.problems)


def _claims(clusters: Sequence[Cluster], state: State) -> list[tuple[float, str, int]]:
    """Overlaps between clusters and known measures, largest first: shared record ids, then shared names."""
    by_record = {record: m for m, members in state.members.items() for record in members}
    by_name: dict[str, Counter[str]] = {}
    present = {record for cluster in clusters for record, _ in cluster.records}
    for measure, members in state.members.items():
        for record, key in members.items():
            if record not in present:  # the record is gone: its name may live on in a changed deck
                by_name.setdefault(key, Counter())[measure] += 1
    claims: list[tuple[float, str, int]] = []
    for index, cluster in enumerate(clusters):
        shared: Counter[str] = Counter()
        carried: Counter[str] = Counter()
        for record, key in cluster.records:
            if record in by_record:
                shared[by_record[record]] += 1
            elif key in by_name:
                carried.update(by_name[key].keys())
        measures = set(shared) | set(carried)
        claims += [(-(shared[m] + min(carried[m], 1000) / 1001), m, index) for m in measures]
    return claims


def _mint(cluster: Cluster, known: set[str]) -> str:
    least = min(cluster.records)[0]
    attempt = 0
    while (measure := "m" + short_hash("measure", least, *([str(attempt)] if attempt else []), length=10)) in known:
        attempt += 1
    return measure


def _events(
    clusters: Sequence[Cluster],
    ids: Sequence[str],
    claims: Sequence[tuple[float, str, int]],
    state: State,
    order: Sequence[int],
) -> list[Event]:
    now = {record: ids[i] for i, cluster in enumerate(clusters) for record, _ in cluster.records}
    events: list[Event] = []
    heirs = {m: ids[i] for _, m, i in sorted(claims, reverse=True)}
    used = set(ids)
    for measure in sorted(state.members):
        if measure in used or measure in state.redirects or measure in state.retired:
            continue
        if measure in heirs:
            events.append(Event(EventKind.MERGED, measure, into=heirs[measure]))
        else:
            events.append(Event(EventKind.RETIRED, measure))
    for event in events:
        state.apply(event)
    for measure in sorted(used & set(state.members)):
        gone = sorted(p for p in state.members[measure].items() if now.get(p[0]) != measure)
        away = [p for p in gone if p[0] in now]
        if left := tuple(p for p in gone if p[0] not in now):
            events.append(Event(EventKind.LEFT, measure, left))
        events += [
            Event(EventKind.SPLIT, measure, tuple(p for p in away if now[p[0]] == target), into=target)
            for target in sorted({now[r] for r, _ in away})
        ]
    for index in order:
        events += _arrivals(clusters[index], ids[index], state)
    return events


def _arrivals(cluster: Cluster, measure: str, state: State) -> list[Event]:
    records = tuple(sorted(cluster.records))
    if measure not in state.members:
        return [Event(EventKind.MINTED, measure, records, name=cluster.name)]
    held = state.members[measure]
    fresh = tuple(p for p in records if held.get(p[0]) != p[1])
    if measure in state.retired:
        return [Event(EventKind.REVIVED, measure, records, name=cluster.name)]
    name = cluster.name if state.names.get(measure) != cluster.name else ""
    return [Event(EventKind.JOINED, measure, fresh, name=name)] if fresh or name else []
