"""`match_table`: which titles of a list are one thing."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from reconcile.clustering import cluster
from reconcile.language.parts import Language
from reconcile.matching.blocks import Pairs, candidate_pairs
from reconcile.matching.distinct import only, representatives
from reconcile.matching.grams import gram_rows
from reconcile.matching.scores import score_pairs
from reconcile.matching.tokens import Tokens, Whole, tokenise
from reconcile.matching.vectors import Numbers, Vocabulary, known_words, number_rows, part_rows
from veikart.core.ids import short_hash

SAME = 0.52
"""Score from which two titles of a list of up to `FEW` are one thing."""
FEW, CROWD = 10_000, 0.02
"""What the bar rises for each tenfold of `FEW` titles: the more there are, the more are alike by chance."""
REVIEW = 0.45
"""Score from which a pair is worth showing."""
FLOOR = 0.4
"""Score that a pair counts which nobody compared."""


@dataclass(frozen=True, slots=True)
class MatchLink:
    """Two titles of the list with their score between 0 and 1; `same` where they came into one cluster."""

    left: str
    right: str
    score: float
    same: bool


@dataclass(frozen=True, slots=True)
class Matches:
    """The cluster of each title, in the order of the list, and the pairs that are or may be the same."""

    clusters: tuple[str, ...]
    links: tuple[MatchLink, ...]


def match_table(
    titles: Sequence[str],
    documents: Sequence[str] | None = None,
    ids: Sequence[str] | None = None,
    *,
    language: Language,
    within: bool = False,
    threshold: float | None = None,
) -> Matches:
    """Return the clusters of a list of titles.

    Titles of one document are taken as different unless `within`. The order of the list does not matter for who is
    matched with whom; cluster names hash the least id of the cluster.

    Raises:
        ValueError: the columns have different lengths, or an id stands twice.
    """
    names = list(ids) if ids is not None else [str(i + 1) for i in range(len(titles))]
    if len(names) != len(titles) or (documents is not None and len(documents) != len(titles)):
        raise ValueError("titles, documents and ids have different lengths")
    if len(set(names)) != len(names):
        raise ValueError("an id stands twice")
    if not titles:
        return Matches((), ())
    lists = None if within else documents
    bar = same_from(len(titles)) if threshold is None else threshold
    tokens = tokenise(titles)
    known = known_words(tokens, language)
    if lists is None:
        rows, number = representatives(titles, tokens, known)
        pairs, scores = _scored(only(tokens, rows), known, None, language)
        root = rows[np.array(_grouped(len(rows), pairs, scores, None, bar))][number]
        pairs = np.concatenate((rows[pairs].astype(np.int32), _copies(rows, number)))
        scores = np.concatenate((scores, np.ones(len(pairs) - len(scores), dtype=np.float32)))
    else:
        pairs, scores = _scored(tokens, known, lists, language)
        root = np.array(_grouped(len(titles), pairs, scores, lists, bar))
    return _named(names, root.tolist(), pairs, scores)


def same_from(size: int) -> float:
    """Return the score from which two titles of a list of this size are one thing."""
    return SAME + CROWD * max(0.0, math.log10(max(size, 1) / FEW))


def _named(names: Sequence[str], root: list[int], pairs: Pairs, scores: Numbers) -> Matches:
    least: dict[int, str] = {}
    for number, group in enumerate(root):
        least[group] = min(least.get(group, names[number]), names[number])
    links = tuple(
        MatchLink(names[a], names[b], round(score, 4), root[a] == root[b])
        for (a, b), score in zip(pairs.tolist(), scores.tolist(), strict=True)
    )
    cluster_of = {group: "k" + short_hash("match", name) for group, name in least.items()}
    return Matches(tuple(cluster_of[group] for group in root), links)


def _copies(rows: Whole, number: Whole) -> Pairs:
    """Return the pairs of a title that stands for others with each of the others."""
    pairs = np.column_stack((rows[number], np.arange(len(number)))).astype(np.int32)
    apart: Pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    return apart


def _scored(
    tokens: Tokens, known: Vocabulary, documents: Sequence[str] | None, language: Language
) -> tuple[Pairs, Numbers]:
    """Return the pairs worth showing with their scores."""
    parts, grams = part_rows(tokens, known, language), gram_rows(tokens, known)
    of = None
    if documents is not None:
        number = {name: i for i, name in enumerate(sorted(set(documents)))}
        of = np.fromiter((number[d] for d in documents), dtype=np.int64, count=len(documents))
    pairs = candidate_pairs(parts, grams, of)
    scores = score_pairs(parts, grams, number_rows(tokens), pairs, of)
    kept = scores >= REVIEW
    return pairs[kept], scores[kept]


def _grouped(size: int, pairs: Pairs, scores: Numbers, documents: Sequence[str] | None, threshold: float) -> list[int]:
    """Return the least member of each title's cluster. Components of the graph are clustered one by one."""
    strong = scores >= min(threshold, 1.0)
    graph = sparse.coo_matrix((np.ones(int(strong.sum())), (pairs[strong, 0], pairs[strong, 1])), shape=(size, size))
    _, component = connected_components(graph, directed=False)
    members: dict[int, list[int]] = defaultdict(list)
    sizes = np.bincount(component)
    for node in np.flatnonzero(sizes[component] > 1).tolist():
        members[int(component[node])].append(node)
    inside = component[pairs[:, 0]] == component[pairs[:, 1]]
    edges: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
    for (a, b), score in zip(pairs[inside].tolist(), scores[inside].tolist(), strict=True):
        edges[int(component[a])].append((a, b, score))
    root = list(range(size))
    for number, nodes in members.items():
        place = {node: i for i, node in enumerate(nodes)}
        weights = {(place[a], place[b]): round(score, 6) for a, b, score in edges[number]}
        lists = [[documents[n]] for n in nodes] if documents is not None else ()
        for group in cluster(len(nodes), weights, (), (), threshold, FLOOR, lists):
            for member in group:
                root[nodes[member]] = nodes[group[0]]
    return root
