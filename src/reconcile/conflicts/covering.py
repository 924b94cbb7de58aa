"""Names that join two things, each of which is a measure elsewhere: "brev og skjema" beside letters and forms."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reconcile.conflicts.scene import Draft, Scene
from reconcile.conflicts.wording import names, places, say
from reconcile.evidence.rarity import CONTENT_BITS
from reconcile.mentions import Mention
from veikart.core.outcome import ConflictKind

_JOINT = re.compile(r"\s+(?:og|and|samt|pluss)\s+|\s*\+\s*|,\s+|:\s+")
COVERED = 0.45
"""Share of a measure's content, and of a half's, that the two must have in common."""


@dataclass(frozen=True, slots=True)
class _Half:
    text: str
    parts: frozenset[str]


def covering(scene: Scene) -> Iterator[Draft]:
    """Yield measures whose name has two halves that are, or are like, two different names of other measures."""
    by_part = _index(scene)
    seen: set[str] = set()
    for mention in scene.corpus.mentions:
        measure = scene.measure_of(mention.number)
        halves = _halves(scene, mention.name)
        if measure in seen or len(halves) < 2:
            continue
        covered = _covered(scene, mention, halves, by_part)
        if len(covered) >= 2 and len({scene.measure_of(n) for n in covered}) > 1:
            seen.add(measure)
            yield _draft(scene, mention, covered)


def _index(scene: Scene) -> dict[str, list[int]]:
    by_part: dict[str, list[int]] = defaultdict(list)
    for mention in scene.corpus.mentions:
        for part in scene.compared.comparer.topic(mention.number):
            by_part[part].append(mention.number)
    return by_part


def _halves(scene: Scene, name: str) -> list[_Half]:
    found = []
    for text in _JOINT.split(name):
        if not text.endswith("-"):  # "behandlings- og egenbehandlingsplan" is one thing and a half word
            parts = _content(scene, scene.compared.comparer.language.parse(text).parts)
            found += [_Half(text, parts)] if parts else []
    return found


def _content(scene: Scene, parts: Iterable[str]) -> frozenset[str]:
    comparer = scene.compared.comparer
    return frozenset(p for p in parts if comparer.rarity.of(p) >= CONTENT_BITS)


def _covered(scene: Scene, mention: Mention, halves: Sequence[_Half], by_part: dict[str, list[int]]) -> list[int]:
    """Return a node for each half that has one: the best covered name that is not the whole."""
    best: dict[int, tuple[float, int]] = {}
    for node in sorted({n for half in halves for p in half.parts for n in by_part.get(p, ())}):
        if scene.corpus.mentions[node].key != mention.key and (found := _half_of(scene, node, halves)):
            at, share = found
            if share > best.get(at, (0.0, 0))[0]:
                best[at] = (share, node)
    return [node for _, (_, node) in sorted(best.items())]


def _half_of(scene: Scene, node: int, halves: Sequence[_Half]) -> tuple[int, float] | None:
    """Return the half that a name is like and the share that the two have in common; None where it is like none, or
    has of every half what only that one has."""
    comparer = scene.compared.comparer
    own, topic = _content(scene, comparer.names[node][0].parts), _content(scene, comparer.topic(node))
    alone = [half.parts.difference(*(other.parts for other in halves if other is not half)) for half in halves]
    touched = [at for at, parts in enumerate(alone) if own & parts]
    if not touched or len(touched) == len(halves):
        return None
    at = max(touched, key=lambda i: (comparer.rarity.sum(own & alone[i]), -i))
    half = halves[at].parts
    if all(comparer.language.is_general(p) for p in topic & half):
        return None
    shared = comparer.rarity.sum(half & own)
    share = min(shared / comparer.rarity.sum(own), shared / comparer.rarity.sum(half))
    return (at, share) if share >= COVERED else None


def _draft(scene: Scene, mention: Mention, covered: Sequence[int]) -> Draft:
    others = [scene.corpus.mentions[n] for n in covered]
    message = say(
        "split_or_merge.covers",
        name=mention.name,
        names=names(m.name for m in others),
        places=places((mention.record, *(m.record for m in others))),
    )
    records = tuple(r for m in (mention, *others) for r in m.records)
    nodes = (mention.number, *covered)
    return Draft(ConflictKind.SPLIT_OR_MERGE, (mention.key, "covers"), 57.0, nodes, records, message)
