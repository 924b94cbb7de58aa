"""Doubtful identity: pairs of measures that may be one, families that share a rare word, groups that may be several."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from reconcile.conflicts.scene import Draft, Scene
from reconcile.conflicts.wording import names, places, say, step_name
from reconcile.evidence.compare import Evidence
from reconcile.evidence.rarity import Rarity
from reconcile.mentions import Mention
from veikart.core.outcome import ConflictKind, Step
from veikart.core.records import Record

Pair = tuple[int, int]

MIN_BOUND_NAMES = 4
"""Distinct names in one row of a crosswalk from which it is worth asking whether they are parts."""
FAMILY = (3, 7)
"""Fewest and most measures that share a word and are asked about together."""
CENTRAL = 0.3
"""Share of a name's weight that a word must have to make it one of the word's family."""
FAMILY_BITS = 3.0
"""Rarity from which a shared word makes a family."""
WEAK = -4.0
"""Weight in bits below which two names of one measure are worth asking about."""
MAX_WEAK = 25
"""Names of a measure that are compared with each other for the weakest tie."""
_MARKS = {
    "step": "steg eller del",
    "version": "versjon",
    "ages": "aldersgruppe",
    "kind of work": "hva slags arbeid det er",
}


def doubtful_pairs(scene: Scene, review: float) -> Iterator[Draft]:
    """Yield one question for each pair of measures with evidence between same and different, the best pair of nodes."""
    best: dict[tuple[str, str], tuple[float, Pair, Evidence]] = {}
    for pair, evidence in sorted(scene.compared.evidence.items()):
        left, right = (scene.measure_of(n) for n in pair)
        if left == right or evidence.weight < review:
            continue
        key = (min(left, right), max(left, right))
        if key not in best or evidence.weight > best[key][0]:
            best[key] = (evidence.weight, pair, evidence)
    for weight, pair, evidence in best.values():
        yield _doubt(scene, pair, weight, evidence)


def _doubt(scene: Scene, pair: Pair, weight: float, evidence: Evidence) -> Draft:
    one, other = (scene.corpus.mentions[n] for n in pair)
    records = (*one.records, *other.records)
    key = (min(one.key, other.key), max(one.key, other.key))
    count = sum(len(scene.measures[scene.measure_of(n)].records) for n in pair)
    mark = next((s for s in evidence.steps if s.name in _MARKS and s.weight < 0), None)
    wider = next((s for s in evidence.steps if s.name == "title: contained"), None)
    kind, priority = ConflictKind.AMBIGUOUS_IDENTITY, 60.0 + weight
    if mark is not None:
        kind, priority = ConflictKind.SPLIT_OR_MERGE, 44.0 + weight
        message = say(
            "split_or_merge.versions",
            left=one.name,
            right=other.name,
            mark=_MARKS[mark.name],
            places=places((one.record, other.record)),
        )
    elif wider is not None:
        short, long = sorted((one, other), key=lambda m: len(m.name))
        kind = ConflictKind.SPLIT_OR_MERGE if " og " in long.name else kind
        message = say(
            "split_or_merge.wider", left=short.name, right=long.name, places=places((short.record, long.record))
        )
    else:
        message = say(
            "ambiguous_identity.pair",
            left=_called(scene, one, evidence),
            right=_called(scene, other, evidence),
            places=places((one.record, other.record)),
            for_=_told(s for s in evidence.steps if s.weight > 0),
            against=_told(s for s in evidence.steps if s.weight < 0 and s.name != "prior"),
            count=count,
        )
    if len({r.document for r in records}) == 1 and one.pages & other.pages:
        priority -= 12.0  # one page that lists both means two measures more often than not
    return Draft(kind, key, priority, pair, records, message, values=(one.name, other.name))


def _called(scene: Scene, mention: Mention, evidence: Evidence) -> str:
    """A theme is compared with the whole group: ask by the measure's name, not by that of one row."""
    themed = any(s.name == "title: common theme" for s in evidence.steps)
    return scene.measures[scene.measure_of(mention.number)].name if themed else mention.name


def _told(steps: Iterable[Step]) -> str:
    return say("and").join(f"{step_name(s.name)} ({s.left} | {s.right})" for s in steps) or say("none")


def families(scene: Scene, asked: Iterable[Draft]) -> Iterator[Draft]:
    """Yield groups of measures that share a rare word and are not asked about pair by pair already."""
    covered = {frozenset(scene.measure_of(n) for n in draft.nodes) for draft in asked}
    holders: dict[str, dict[str, int]] = defaultdict(dict)
    rarity = scene.compared.comparer.rarity
    for mention in scene.corpus.mentions:
        parts = scene.compared.comparer.names[mention.number][0].parts
        whole = rarity.sum(parts)
        for part in (*parts, *_compounds(scene, mention.number)):
            if len(part) > 3 and _weight(part, rarity) >= max(FAMILY_BITS, CENTRAL * whole):
                holders[part].setdefault(scene.measure_of(mention.number), mention.number)
    seen: set[frozenset[str]] = set()
    for part, found in sorted(holders.items(), key=lambda item: (-len(item[1]), item[0])):
        measures = frozenset(found)
        if not FAMILY[0] <= len(found) <= FAMILY[1] or any(measures <= s for s in seen):
            continue
        seen.add(measures)
        pairs = sum(len(c & measures) > 1 for c in covered)
        yield _family(scene, part, found, pairs)


def _compounds(scene: Scene, node: int) -> list[str]:
    """Return the compounds of a name, parts joined by +."""
    return ["+".join(word) for word in scene.compared.comparer.names[node][0].spelled if len(word) > 1]


def _weight(part: str, rarity: Rarity) -> float:
    return rarity.sum(part.split("+"))


def _family(scene: Scene, part: str, found: dict[str, int], pairs: int) -> Draft:
    mentions = [scene.corpus.mentions[n] for n in found.values()]
    documents = {scene.corpus.documents[m.document.path].path for m in mentions}
    message = say(
        "ambiguous_identity.family",
        count=len(found),
        part="".join(part.split("+")),
        names=names(scene.measures[m].name for m in sorted(found)),
        places=places(m.record for m in mentions),
    )
    rarity = scene.compared.comparer.rarity
    priority = 38.0 + _weight(part, rarity) + (6.0 if len(documents) > 1 else 0.0) + min(pairs, 3)
    records = tuple(m.record for m in mentions)
    nodes = tuple(sorted(found.values()))
    return Draft(ConflictKind.AMBIGUOUS_IDENTITY, ("family", part), priority, nodes, records, message)


def doubtful_groups(scene: Scene) -> Iterator[Draft]:
    """Yield measures that may be several: crosswalk rows with many names, and two items of one list made one."""
    bound = frozenset(node for pair in scene.merged.must for node in pair)
    for measure, mentions in scene.groups():
        distinct = {m.key: m for m in mentions}
        if len(distinct) < 2:
            continue
        rows = {key: m for key, m in distinct.items() if any(r.role.value == "member" for r in m.records)}
        if len(rows) >= MIN_BOUND_NAMES:
            yield _bound(scene, measure, mentions, list(rows.values()))
            continue
        if weak := _weakest(scene, mentions, bound):
            yield weak
        elif pair := _listed(mentions):
            one, other = pair
            message = say(
                "split_or_merge.listed", left=one.name, right=other.name, places=places((one.record, other.record))
            )
            key = (min(one.key, other.key), max(one.key, other.key), "listed")
            nodes = (one.number, other.number)
            records = (*one.records, *other.records)
            yield Draft(ConflictKind.SPLIT_OR_MERGE, key, 63.0, nodes, records, message, values=(one.name, other.name))


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
    message = say(
        "split_or_merge.weak",
        left=one.name,
        right=other.name,
        between=scene.corpus.mentions[-between].name,
        places=places((one.record, other.record)),
    )
    key = (min(one.key, other.key), max(one.key, other.key), "weak")
    records = tuple(r for m in distinct for r in m.records)
    nodes = (left, right)
    return Draft(ConflictKind.SPLIT_OR_MERGE, key, 61.0, nodes, records, message, values=(one.name, other.name))


def _bound(scene: Scene, measure: str, mentions: list[Mention], rows: list[Mention]) -> Draft:
    records: tuple[Record, ...] = tuple(m.record for m in rows)
    message = say(
        "split_or_merge.bound",
        count=len(rows),
        name=scene.measures[measure].name,
        names=names(m.name for m in rows),
        places=places(records),
    )
    nodes = tuple(m.number for m in mentions)
    return Draft(ConflictKind.SPLIT_OR_MERGE, (measure, "bound"), 74.0 + len(rows) * 0.1, nodes, records, message)


def _listed(mentions: list[Mention]) -> tuple[Mention, Mention] | None:
    """Return two items of one list, or of one page outside a crosswalk, that are one measure under two names."""
    for i, one in enumerate(mentions):
        for other in mentions[i + 1 :]:
            if one.key != other.key and not one.listings.isdisjoint(other.listings):
                return one, other
    return None


def covering(scene: Scene) -> Iterator[Draft]:
    """Yield measures whose name joins the names of others: "brev og skjema" beside one of letters and one of forms."""
    rarity = scene.compared.comparer.rarity
    parsed = scene.compared.comparer.names
    near: dict[int, set[int]] = defaultdict(set)
    for left, right in scene.compared.evidence:
        if scene.measure_of(left) != scene.measure_of(right):
            near[left].add(right)
            near[right].add(left)
    seen: set[str] = set()
    for mention in scene.corpus.mentions:
        measure = scene.measure_of(mention.number)
        if measure in seen or not {"og", "and", "+"} & set(mention.name.casefold().split()):
            continue
        own = set(parsed[mention.number][0].parts)
        covered: dict[str, int] = {}
        for other in sorted(near[mention.number]):
            parts = [p for p in parsed[other][0].parts if rarity.of(p) > 2.0]
            if parts and rarity.sum(set(parts) & own) >= 0.6 * rarity.sum(parts):
                covered.setdefault(scene.measure_of(other), other)
        if len(covered) >= 2:
            seen.add(measure)
            yield _covers(scene, mention, covered)


def _covers(scene: Scene, mention: Mention, covered: dict[str, int]) -> Draft:
    others = [scene.corpus.mentions[n] for n in covered.values()]
    records = (mention.record, *(m.record for m in others))
    message = say(
        "split_or_merge.covers", name=mention.name, names=names(m.name for m in others), places=places(records)
    )
    nodes = (mention.number, *covered.values())
    return Draft(ConflictKind.SPLIT_OR_MERGE, (mention.key, "covers"), 57.0, nodes, records, message)
