"""Reconciling as a whole: extractions in, measures with ids, compared pairs, conflicts and lineage out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.clustering import cluster
from reconcile.compared import compare_corpus
from reconcile.identity import Cluster, assign_ids
from reconcile.mentions import Corpus, make_corpus
from reconcile.registry import Registry
from reconcile.survivors import survive
from veikart.core.config import ReconcileSection
from veikart.core.decisions import Decision
from veikart.core.outcome import Measure, Reconciliation
from veikart.core.problems import Problem
from veikart.core.records import Extraction
from veikart.core.text import fold
from veikart.core.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a reconciliation gives: the tables' content, the registry with new events, and what went wrong."""

    reconciliation: Reconciliation
    registry: Registry
    problems: tuple[Problem, ...] = ()


def reconcile(
    extractions: Sequence[Extraction],
    config: ReconcileSection,
    vocabulary: Vocabulary,
    decisions: Sequence[Decision],
    registry: Registry,
    cache: Path | None,
) -> Outcome:
    """Find out which records are one measure. Pure but for the lemma table kept in `cache`."""
    compared = compare_corpus(make_corpus(extractions), vocabulary, cache)
    corpus = compared.corpus
    weights = {pair: found.weight for pair, found in compared.evidence.items()}
    lists = [m.listings for m in corpus.mentions]
    floor = compared.model.clustering["floor"]
    groups = cluster(len(corpus.mentions), weights, compared.must, [], config.same, floor, lists)
    return _assemble(corpus, groups, config, vocabulary, registry)


def _assemble(
    corpus: Corpus, groups: list[list[int]], config: ReconcileSection, vocabulary: Vocabulary, registry: Registry
) -> Outcome:
    records = [[r for n in group for r in corpus.mentions[n].records] for group in groups]
    clusters = [
        Cluster(tuple((r.id, fold(r.name)) for r in members), corpus.mentions[group[0]].name)
        for members, group in zip(records, groups, strict=True)
    ]
    ids, registry = assign_ids(clusters, registry)
    measures: list[Measure] = []
    chosen: set[tuple[str, str, str]] = set()
    for measure, members in zip(ids, records, strict=True):
        made, picked = survive(measure, members, corpus.documents, config.prefer, vocabulary)
        measures.append(made)
        chosen.update(picked)
    reconciliation = Reconciliation(
        measures=tuple(sorted(measures, key=lambda m: m.id)),
        member_of={r.id: m for m, members in zip(ids, records, strict=True) for r in members},
        chosen=frozenset(chosen),
    )
    return Outcome(reconciliation, registry, registry.problems)
