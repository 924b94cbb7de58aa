"""Measure the matcher on generated titles: F1 over pairs, CPU seconds and memory, each run in a process of its own.

usage: python bench/match.py [SIZE …] [--seed N] [--tools veikart,tfidf,splink] [--titles made|nouns]

Tools that are not installed are skipped. The exponent of the cost between the sizes is printed last.
"""

import argparse
import importlib.util
import json
import math
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import nouns
import titles

Clusters = list[str]


def veikart(names: Sequence[str], documents: Sequence[str]) -> Clusters:
    """The matcher of this project."""
    from reconcile.language.parts import load_language
    from reconcile.matching import match_table
    from veikart.core.vocabulary import load_vocabulary

    language = load_language(load_vocabulary())
    return list(match_table(names, documents, language=language).clusters)


def tfidf(names: Sequence[str], _documents: Sequence[str]) -> Clusters:
    """Trigram TF-IDF, each title with its ten nearest, connected components at a cosine of 0.6: what is common."""
    import numpy as np
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components

    ids: dict[str, int] = {}
    rows = [sorted({ids.setdefault(t[i : i + 3], len(ids)) for i in range(len(t) - 2)}) for t in names]
    indptr = np.cumsum([0, *map(len, rows)])
    matrix = sparse.csr_matrix(
        (np.ones(indptr[-1], dtype=np.float32), np.concatenate(rows), indptr), shape=(len(rows), len(ids))
    )
    rarity = np.log(len(rows) / np.asarray(matrix.sum(axis=0)).ravel()) + 1.0
    matrix = matrix @ sparse.diags(rarity)
    matrix = sparse.diags(1.0 / np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())) @ matrix
    edges = []
    for start in range(0, len(rows), 1000):
        near = (matrix[start : start + 1000] @ matrix.T).tocoo()
        kept = near.data >= 0.6
        edges.append(np.column_stack((near.row[kept] + start, near.col[kept])))
    pairs = np.concatenate(edges)
    graph = sparse.coo_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(len(rows), len(rows)))
    return [str(c) for c in connected_components(graph, directed=False)[1]]


def splink(names: Sequence[str], _documents: Sequence[str]) -> Clusters:
    """Splink (5) on DuckDB with its own threshold, blocking on the two longest words."""
    import pandas as pd
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    words = [[*sorted(n.casefold().split(), key=len, reverse=True), None, None][:3] for n in names]
    frame = pd.DataFrame(
        {
            "unique_id": range(len(names)),
            "ordered": [" ".join(sorted(n.casefold().split())) for n in names],
            "first": [w[0] for w in words],
            "second": [w[1] for w in words],
            "third": [w[2] for w in words],
        }
    )
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("ordered", [0.95, 0.88, 0.8]),
            *(
                cl.JaroWinklerAtThresholds(word, [0.9]).configure(term_frequency_adjustments=True)
                for word in ("first", "second", "third")
            ),
        ],
        blocking_rules_to_generate_predictions=[block_on("first"), block_on("second")],
    )
    linker = Linker(DuckDBAPI().register(frame), settings)
    rules = [block_on("first", "second"), block_on("ordered")]
    linker.training.estimate_probability_two_random_records_match(rules, recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    for word in ("first", "second"):
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(word))
    predictions = linker.inference.predict(threshold_match_probability=0.5)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, 0.9).as_pandas_dataframe()
    return [str(c) for c in clusters.sort_values("unique_id")["cluster_id"]]


TOOLS: dict[str, tuple[Callable[[Sequence[str], Sequence[str]], Clusters], str]] = {
    "veikart": (veikart, "reconcile"),
    "tfidf": (tfidf, "scipy"),
    "splink": (splink, "splink"),
}


def f1(truth: Sequence[object], guess: Sequence[object]) -> tuple[float, float, float]:
    """Return precision, recall and F1 over pairs."""

    def pairs(groups: Counter[object]) -> int:
        return sum(n * (n - 1) // 2 for n in groups.values())

    true, said, both = pairs(Counter(truth)), pairs(Counter(guess)), pairs(Counter(zip(truth, guess, strict=True)))
    return both / max(said, 1), both / max(true, 1), 2 * both / max(true + said, 1)


GENERATORS = {"made": titles.titles, "nouns": nouns.titles}


def _one(tool: str, size: int, seed: int, generator: str) -> None:
    """Run one tool in this process and print its figures."""
    names, documents, truth = GENERATORS[generator](size, seed)
    started = time.process_time()
    guess = TOOLS[tool][0](names, documents)
    seconds = time.process_time() - started
    precision, recall, score = f1(truth, guess)
    print(json.dumps({"p": precision, "r": recall, "f1": score, "cpu": seconds, "mb": _peak()}))


def _peak() -> float:
    try:
        import resource
    except ImportError:
        return math.nan
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Run all tools at all sizes, or one as a child of this program."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--tools", default="veikart,tfidf,splink")
    parser.add_argument("--titles", choices=GENERATORS, default="made")
    parser.add_argument("--one", default="", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        _one(args.one, args.sizes[0], args.seed, args.titles)
        return
    cost: dict[str, list[tuple[int, float]]] = {}
    print(f"{'tool':8} {'size':>9} {'P':>6} {'R':>6} {'F1':>6} {'CPU s':>8} {'MB':>7}")
    for size in args.sizes or [10_000, 100_000]:
        for tool in args.tools.split(","):
            if importlib.util.find_spec(TOOLS[tool][1]) is None:
                print(f"{tool:8} {size:9} not installed")
                continue
            own = ["--seed", str(args.seed), "--titles", args.titles, "--one", tool]
            here = [sys.executable, str(Path(__file__)), str(size), *own]
            done = subprocess.run(here, capture_output=True, text=True, check=False)
            if done.returncode:
                print(f"{tool:8} {size:9} failed: {done.stderr.strip().splitlines()[-1]}")
                continue
            r = json.loads(done.stdout.splitlines()[-1])
            cost.setdefault(tool, []).append((size, r["cpu"]))
            print(f"{tool:8} {size:9} {r['p']:6.3f} {r['r']:6.3f} {r['f1']:6.3f} {r['cpu']:8.1f} {r['mb']:7.0f}")
    for tool, points in cost.items():
        if len(points) > 1:
            (a, x), (b, y) = points[0], points[-1]
            print(f"{tool}: cost grows with the size to the power of {math.log(y / x) / math.log(b / a):.2f}")


if __name__ == "__main__":
    main()
