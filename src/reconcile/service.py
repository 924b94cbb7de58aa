"""Reconciling as a whole: extractions in, measures with ids, compared pairs, conflicts and lineage out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.compared import compare_corpus
from reconcile.conflicts.scene import Scene
from reconcile.conflicts.service import find_conflicts
from reconcile.conflicts.wording import speaking
from reconcile.deciding import Matched, match_decisions, match_rulings, to_nodes, told_apart
from reconcile.identity import Cluster, assign_ids
from reconcile.lineage import find_lineage
from reconcile.mentions import Corpus, make_corpus
from reconcile.merging import Merged, merge
from reconcile.pairs import evidence_hash, make_pairs
from reconcile.registry import Registry
from reconcile.rulings import apply_rulings
from reconcile.survivors import survive
from veikart.core.config import ReconcileSection
from veikart.core.decisions import Decision
from veikart.core.outcome import Measure, Pair, Reconciliation
from veikart.core.problems import Code, Level, Problem, problem
from veikart.core.records import Extraction
from veikart.core.text import fold
from veikart.core.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a reconciliation gives: the tables' content, the registry with new events, and what went wrong."""

    reconciliation: Reconciliation
    registry: Registry
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A reconciliation with everything that explains it."""

    scene: Scene
    pairs: tuple[Pair, ...]
    measures: tuple[Measure, ...]
    chosen: frozenset[tuple[str, str, str]]
    registry: Registry
    problems: tuple[Problem, ...] = ()


def reconcile(
    extractions: Sequence[Extraction],
    config: ReconcileSection,
    vocabulary: Vocabulary,
    decisions: Sequence[Decision],
    registry: Registry,
    cache: Path | None,
    language: str = "nb",
) -> Outcome:
    """Find out which records are one measure; questions are worded in `language`.

    Pure but for the lemma table kept in `cache`.
    """
    prepared = prepare(extractions, config, vocabulary, decisions, registry, cache)
    scene, corpus = prepared.scene, prepared.scene.corpus
    measures, chosen = prepared.measures, prepared.chosen
    with speaking(language):
        conflicts, lineage = find_conflicts(scene, decisions, config.review), find_lineage(scene)
    reconciliation = Reconciliation(
        measures=measures,
        pairs=prepared.pairs,
        conflicts=tuple(conflicts),
        lineage=tuple(lineage),
        member_of={r.id: scene.measure_of(m.number) for m in corpus.mentions for r in m.records},
        chosen=chosen,
        model=scene.compared.weights,
    )
    return Outcome(reconciliation, prepared.registry, prepared.problems)


def prepare(
    extractions: Sequence[Extraction],
    config: ReconcileSection,
    vocabulary: Vocabulary,
    decisions: Sequence[Decision],
    registry: Registry,
    cache: Path | None,
) -> Prepared:
    """Compare, cluster and name everything, short of conflicts and lineage; `explain` needs no more."""
    matched, problems = match_decisions(decisions, extractions)
    corpus = make_corpus(extractions, told_apart(matched))
    verdicts, contradicting = to_nodes(matched, corpus)
    compared = compare_corpus(corpus, vocabulary, cache, verdicts, config.same)
    merged = merge(compared, verdicts, config.same)
    pairs = make_pairs(compared, merged, verdicts, config.review)
    ids, registry = _identify(corpus, merged, registry)
    measures, chosen = _survivors(corpus, merged, ids, config, vocabulary)
    known = {r.id: r for e in extractions for r in e.records}
    measures, chosen = apply_rulings(measures, chosen, match_rulings(decisions, extractions), known)
    problems += [*contradicting, *_stale(pairs, matched), *registry.problems]
    scene = Scene(compared, merged, verdicts, ids, {m.id: m for m in measures})
    ordered = tuple(sorted(measures, key=lambda m: m.id))
    return Prepared(scene, tuple(pairs), ordered, frozenset(chosen), registry, tuple(problems))


def _identify(corpus: Corpus, merged: Merged, registry: Registry) -> tuple[list[str], Registry]:
    clusters = [
        Cluster(
            tuple((r.id, fold(r.name)) for n in group for r in corpus.mentions[n].records),
            corpus.mentions[group[0]].name,
        )
        for group in merged.groups
    ]
    return assign_ids(clusters, registry)


def _survivors(
    corpus: Corpus, merged: Merged, ids: Sequence[str], config: ReconcileSection, vocabulary: Vocabulary
) -> tuple[list[Measure], set[tuple[str, str, str]]]:
    measures: list[Measure] = []
    chosen: set[tuple[str, str, str]] = set()
    for measure, group in zip(ids, merged.groups, strict=True):
        records = [r for n in group for r in corpus.mentions[n].records]
        made, picked = survive(measure, records, corpus.documents, config.prefer, vocabulary)
        measures.append(made)
        chosen.update(picked)
    return measures, chosen


def _stale(pairs: Iterable[Pair], matched: Iterable[Matched]) -> list[Problem]:
    """Report decisions whose evidence is no longer what the person saw."""
    told = [m for m in matched if m.decision.evidence]
    wanted = {_records(m) for m in told}
    now = {(p.left, p.right): evidence_hash(p) for p in pairs if (p.left, p.right) in wanted}
    found = []
    for m in told:
        if now.get(_records(m), m.decision.evidence) != m.decision.evidence:
            text = f"{m.decision.line}: «{m.decision.left.title}» / «{m.decision.right.title}»"
            found.append(problem(Code.DECISION_STALE, Level.NOTE, place=f"line {m.decision.line}", text=text))
    return found


def _records(matched: Matched) -> tuple[str, str]:
    left, right = matched.decision.left.record, matched.decision.right.record
    return (left, right) if left <= right else (right, left)
