"""Doubtful pairs: two measures that may be one, that may be parts of each other, or that only share their topic."""

from collections import Counter
from collections.abc import Iterable, Iterator

from reconcile.conflicts.scene import Draft, Scene
from reconcile.conflicts.wording import places, say, step_name
from reconcile.evidence.compare import Evidence
from reconcile.mentions import Mention
from veikart.core.outcome import ConflictKind, Step

Pair = tuple[int, int]
Doubt = tuple[float, Pair, Evidence]

NEAR = -11.0
"""Weight in bits from which two measures about one thing are worth a question, below all others."""
CLOSE = -4.5
"""Weight in bits from which they need not be about one thing."""
CENTRAL = 0.3
"""Share of a name's weight that the common topic must have for two names to be about one thing."""
TOPIC_BITS = 2.5
"""Rarity from which a part makes a topic."""
MOST_NEAR = 2
"""Near questions that one measure is part of, so that a common word does not flood the list."""
_MARKS = frozenset({"step", "version", "ages", "kind of work"})


def doubtful_pairs(scene: Scene, review: float) -> Iterator[Draft]:
    """Yield one question for each pair of measures with evidence between same and different, the best pair of nodes."""
    for weight, pair, evidence in _best(scene, review):
        yield _doubt(scene, pair, weight, evidence)


def near_pairs(scene: Scene, review: float, asked: Iterable[Draft]) -> Iterator[Draft]:
    """Yield questions about measures with one topic that evidence speaks against, the nearest first."""
    covered = [frozenset(scene.measure_of(n) for n in draft.nodes) for draft in asked]
    count: Counter[str] = Counter()
    for weight, pair, evidence in sorted(_best(scene, NEAR), key=lambda d: (-d[0], d[1])):
        measures = frozenset(scene.measure_of(n) for n in pair)
        if weight >= review or any(measures <= c for c in covered):
            continue
        about_one = weight >= CLOSE or _one_topic(scene, pair)
        if about_one and all(count[m] < MOST_NEAR for m in measures):
            count.update(measures)
            yield _near(scene, pair, weight, evidence)


def common_topic(scene: Scene, pair: Pair) -> float:
    """Return the weight of the topic that two nodes share, in bits."""
    comparer = scene.compared.comparer
    shared = {p for p in comparer.topic(pair[0]) if p in comparer.topic(pair[1])}
    if all(comparer.language.is_general(p) for p in shared):
        return 0.0
    return comparer.rarity.sum(p for p in shared if comparer.rarity.of(p) >= TOPIC_BITS)


def _one_topic(scene: Scene, pair: Pair) -> bool:
    names, rarity = scene.compared.comparer.names, scene.compared.comparer.rarity
    return common_topic(scene, pair) >= CENTRAL * max(rarity.sum(names[n][0].parts) for n in pair)


def _best(scene: Scene, least: float) -> list[Doubt]:
    """Return the best compared pair of nodes for each two measures, of a weight of at least `least`."""
    best: dict[tuple[str, str], Doubt] = {}
    for pair, evidence in sorted(scene.compared.evidence.items()):
        left, right = (scene.measure_of(n) for n in pair)
        if left == right or evidence.weight < least:
            continue
        key = (min(left, right), max(left, right))
        if key not in best or evidence.weight > best[key][0]:
            best[key] = (evidence.weight, pair, evidence)
    return list(best.values())


def _doubt(scene: Scene, pair: Pair, weight: float, evidence: Evidence) -> Draft:
    one, other = (scene.corpus.mentions[n] for n in pair)
    mark = next((s for s in evidence.steps if s.name in _MARKS and s.weight < 0), None)
    wider = next((s for s in evidence.steps if s.name == "title: contained"), None)
    kind, priority = ConflictKind.AMBIGUOUS_IDENTITY, 60.0 + weight
    if mark is not None:
        kind, priority = ConflictKind.SPLIT_OR_MERGE, 44.0 + weight
        message = say(
            "split_or_merge.versions",
            left=one.name,
            right=other.name,
            mark=step_name(mark.name),
            places=places((one.record, other.record)),
        )
    elif wider is not None:
        short, long = sorted((one, other), key=lambda m: len(m.name))
        kind = ConflictKind.SPLIT_OR_MERGE if " og " in long.name else kind
        message = say(
            "split_or_merge.wider", left=short.name, right=long.name, places=places((short.record, long.record))
        )
    else:
        message = _pair_message(scene, (one, other), evidence)
    if len({r.document for r in (*one.records, *other.records)}) == 1 and one.pages & other.pages:
        priority -= 12.0  # one page that lists both means two measures more often than not
    return _draft(kind, priority, one, other, message)


def _near(scene: Scene, pair: Pair, weight: float, evidence: Evidence) -> Draft:
    one, other = (scene.corpus.mentions[n] for n in pair)
    message = _pair_message(scene, (one, other), evidence)
    across = 4.0 if one.document.path != other.document.path else 0.0
    return _draft(ConflictKind.AMBIGUOUS_IDENTITY, 44.0 + weight + across, one, other, message)


def _draft(kind: ConflictKind, priority: float, one: Mention, other: Mention, message: str) -> Draft:
    key = (min(one.key, other.key), max(one.key, other.key))
    records, nodes = (*one.records, *other.records), (one.number, other.number)
    return Draft(kind, key, priority, nodes, records, message, values=(one.name, other.name))


def _pair_message(scene: Scene, pair: tuple[Mention, Mention], evidence: Evidence) -> str:
    one, other = pair
    count = sum(len(scene.measures[scene.measure_of(m.number)].records) for m in pair)
    return say(
        "ambiguous_identity.pair",
        left=one.name,
        right=other.name,
        places=places((one.record, other.record)),
        for_=_told(s for s in evidence.steps if s.weight > 0),
        against=_told(s for s in evidence.steps if s.weight < 0 and s.name != "prior"),
        count=count,
    )


def _told(steps: Iterable[Step]) -> str:
    return say("and").join(f"{step_name(s.name)} ({s.left} | {s.right})" for s in steps) or say("none")
