"""Measure the matcher on public sets with known answers: titles only, no labels used, the same settings for all.

usage: python bench/public_match.py FOLDER

FOLDER is the `data` folder of pyJedAI's repository (github.com/AI-team-UoA/pyJedAI), which is not part of this project.
Two-source sets are scored by F1 over pairs, the set of citations by B-cubed F1.
"""

import argparse
import csv
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.language.parts import load_language
from reconcile.matching import match_table
from veikart.core.vocabulary import load_vocabulary


@dataclass(frozen=True)
class TwoSources:
    """Where a set with two lists lies, and the least F1 that is asked for."""

    name: str
    left: str
    right: str
    column: str
    truth: str
    delimiter: str
    bar: float


SETS = (
    TwoSources("Abt-Buy", "ccer/D2/abt.csv", "ccer/D2/buy.csv", "name", "ccer/D2/gt.csv", "|", 0.88),
    TwoSources("Amazon-Google", "ccer/D3/amazon.csv", "ccer/D3/gp.csv", "title", "ccer/D3/gt.csv", "#", 0.66),
    TwoSources("DBLP-ACM", "ccer/D4/dblp.csv", "ccer/D4/acm.csv", "title", "ccer/D4/gt.csv", "%", 0.975),
)
CORA_BAR = 0.87


def _rows(path: Path, delimiter: str) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        yield from csv.DictReader(file, delimiter=delimiter)


def two_sources(folder: Path, which: TwoSources) -> tuple[float, float, float, float]:
    """Return precision, recall, F1 and CPU seconds of one set."""
    titles: list[str] = []
    documents: list[str] = []
    ids: list[str] = []
    for source, name in (("l", which.left), ("r", which.right)):
        for row in _rows(folder / name, which.delimiter):
            titles.append(row[which.column] or "")
            documents.append(source)
            ids.append(source + row["id"])
    with (folder / which.truth).open(encoding="utf-8") as file:
        answers = list(csv.reader(file, delimiter=which.delimiter))[1:]
    truth = {("l" + a, "r" + b) for a, b in answers}
    started = time.process_time()
    clusters = match_table(titles, documents, ids, language=load_language(load_vocabulary())).clusters
    seconds = time.process_time() - started
    groups: dict[str, list[str]] = {}
    for identifier, cluster in zip(ids, clusters, strict=True):
        groups.setdefault(cluster, []).append(identifier)
    said = {(a, b) for g in groups.values() for a in g for b in g if a[0] == "l" and b[0] == "r"}
    both = len(said & truth)
    return both / max(len(said), 1), both / len(truth), 2 * both / (len(said) + len(truth)), seconds


def b_cubed(truth: Sequence[object], guess: Sequence[object]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 (Bagga and Baldwin, 1998)."""
    true, said, both = Counter(truth), Counter(guess), Counter(zip(truth, guess, strict=True))
    precision = sum(n * n / said[g] for (_, g), n in both.items()) / len(truth)
    recall = sum(n * n / true[t] for (t, _), n in both.items()) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def cora(folder: Path) -> tuple[float, float, float, float]:
    """Return B-cubed precision, recall, F1 and CPU seconds of the citations, matched as one list."""
    names = _rows(folder / "der/cora/cora.csv", "," if _commas(folder / "der/cora/cora.csv") else "|")
    rows = [(row.get("Entity Id") or row["id"], row.get("title") or row.get("Title") or "") for row in names]
    place = {identifier.strip(): i for i, (identifier, _) in enumerate(rows)}
    root = list(range(len(rows)))

    def find(x: int) -> int:
        while root[x] != x:
            root[x] = root[root[x]]
            x = root[x]
        return x

    with (folder / "der/cora/cora_gt.csv").open(encoding="utf-8") as file:
        for a, b in csv.reader(file, delimiter="|"):
            if a.strip() in place and b.strip() in place:
                root[find(place[a.strip()])] = find(place[b.strip()])
    truth = [find(i) for i in range(len(rows))]
    started = time.process_time()
    language = load_language(load_vocabulary())
    guess = match_table([title for _, title in rows], ids=[i for i, _ in rows], language=language, within=True).clusters
    return (*b_cubed(truth, guess), time.process_time() - started)


def _commas(path: Path) -> bool:
    with path.open(encoding="utf-8", errors="replace") as file:
        head = file.readline()
    return head.count(",") > head.count("|")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    print(f"{'set':14} {'P':>6} {'R':>6} {'F1':>6} {'bar':>6} {'CPU s':>6}")
    table = [(which.name, two_sources(folder, which), which.bar) for which in SETS]
    table.append(("cora (B3)", cora(folder), CORA_BAR))
    for name, (precision, recall, score, seconds), bar in table:
        print(f"{name:14} {precision:6.3f} {recall:6.3f} {score:6.3f} {bar:6.3f} {seconds:6.1f}")


if __name__ == "__main__":
    main()
