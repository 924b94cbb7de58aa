"""Contradictory links: a name in parentheses or after a dash that a crosswalk or a list contradicts."""

from collections import defaultdict
from collections.abc import Iterator

from reconcile.bindings import Contradiction
from reconcile.conflicts.scene import Draft, Scene
from reconcile.conflicts.wording import names, place, places, say
from veikart.core.outcome import ConflictKind
from veikart.core.records import BINDING
from veikart.core.text import fold

PRIORITY = 95.0


def contradictory_links(scene: Scene) -> Iterator[Draft]:
    """Yield one question for each pair of names that documents both equate and tell apart."""
    grouped: dict[tuple[str, str], list[Contradiction]] = defaultdict(list)
    for claim in scene.compared.refused:
        key = scene.corpus.mentions[claim.node].key
        grouped[min(key, fold(claim.alias)), max(key, fold(claim.alias))].append(claim)
    for names_of, claims in sorted(grouped.items()):
        yield _claimed(scene, names_of, claims)
    yield from _in_two_rows(scene)


def _claimed(scene: Scene, key: tuple[str, str], claims: list[Contradiction]) -> Draft:
    mentions = scene.corpus.mentions
    first = claims[0]
    own, others = mentions[first.node], [mentions[n] for n in first.others]
    claimed = [r for c in claims for r in mentions[c.node].records]
    claiming = next((r for r in claimed if fold(first.alias) in fold(r.title)), own.record)
    nodes = tuple(dict.fromkeys(n for c in claims for n in (c.node, *c.others)))
    records = (claiming, *(r for m in others for r in m.records))
    left, right = (scene.measures[scene.measure_of(n)].name for n in (first.node, first.others[0]))
    kind = "contradictory_link.listed" if first.listed else "contradictory_link.bound"
    message = say(
        kind,
        claim=place(claiming),
        name=own.name,
        alias=first.alias,
        left=f"«{left}»",
        right=f"«{right}»",
        beside=places(r for m in (own, *others) for r in m.records if r is not claiming),
    )
    priority = PRIORITY - (5.0 if first.listed else 0.0) + min(len(claimed), 10) * 0.1
    return Draft(
        ConflictKind.CONTRADICTORY_LINK, key, priority, nodes, records, message, values=(own.name, first.alias)
    )


def _in_two_rows(scene: Scene) -> Iterator[Draft]:
    """Yield names that a crosswalk puts under two common measures."""
    rows: dict[str, dict[str, int]] = defaultdict(dict)
    members: dict[str, list[int]] = defaultdict(list)
    for bound in scene.compared.bounds:
        if bound.link.kind in BINDING:
            member, common = scene.corpus.mentions[bound.right], scene.corpus.mentions[bound.left]
            if member.key != common.key:
                rows[member.key].setdefault(common.key, bound.left)
                members[member.key].append(bound.right)
    for key, commons in sorted(rows.items()):
        if len({scene.measure_of(n) for n in commons.values()}) > 1:
            own = scene.corpus.mentions[members[key][0]]
            common_names = [scene.corpus.mentions[n].name for n in commons.values()]
            nodes = (own.number, *commons.values())
            message = say("contradictory_link.two_rows", name=own.name, rows=names(common_names))
            records = tuple(r for n in nodes for r in scene.corpus.mentions[n].records)
            yield Draft(ConflictKind.CONTRADICTORY_LINK, (key, "rows"), PRIORITY, nodes, records, message)
