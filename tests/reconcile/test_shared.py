"""Clusters and conflicts on the labelled documents of the shared folder."""

import hashlib
import importlib.util
import json
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extract.service import extract_document
from reconcile.registry import Registry
from reconcile.service import Outcome, reconcile
from tests.reconcile.make import VOCABULARY
from veikart.core.config import Config, ReconcileSection
from veikart.core.outcome import ConflictKind
from veikart.core.records import Extraction

SHARED = Path(__file__).parents[2] / "../shared"
GOLD = SHARED / "gold" / "seeds-000-001.jsonl"

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not GOLD.exists(), reason="no shared folder")]


@cache
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def extractions() -> tuple[Extraction, ...]:
    files = sorted((SHARED / "seeds").glob("00[01]_*.txt"))
    return tuple(extract_document(f, f.name, hashlib.sha256(f.read_bytes()).hexdigest(), Config()) for f in files)


@cache
def outcome() -> Outcome:
    return reconcile(extractions(), ReconcileSection(), VOCABULARY, (), Registry(), None)


def linked() -> list[tuple[dict[str, Any], str]]:
    """Gold rows with the id of the record that was found for each."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    found = []
    for extraction in extractions():
        gold = [row for row in rows if extraction.document.path.startswith(row["doc"])]
        records = [{"title": r.title, "name": r.name, "line_start": str(r.line_start)} for r in extraction.records]
        pairs, _, _ = scorer().match_doc(gold, records)
        found += [(gold[g], extraction.records[r].id) for g, r in pairs.items()]
    return found


def test_clusters() -> None:
    members = outcome().reconciliation.member_of
    votes: dict[tuple[str, str], Counter[str]] = {}
    related = set()
    for row, record in linked():
        votes.setdefault((scorer().norm(row["title"]), row["canonical"]), Counter())[members[record]] += 1
        related |= {(row["canonical"], other) for other in row["related"]}
    right = wrong = missed = 0
    for a, b in combinations(votes, 2):
        same = a[1] == b[1]
        said = votes[a].most_common(1)[0][0] == votes[b].most_common(1)[0][0]
        if said and not same and {(a[1], b[1]), (b[1], a[1])} & related:
            continue
        right += same and said
        wrong += said and not same
        missed += same and not said
    precision, recall = right / (right + wrong), right / (right + missed)
    assert precision >= 0.97
    assert 2 * precision * recall / (precision + recall) >= 0.92


def test_the_known_contradictions_are_asked_first() -> None:
    first = outcome().reconciliation.conflicts[:3]
    assert {c.kind for c in first} >= {ConflictKind.CONTRADICTORY_LINK}
    asked = " ".join(c.message for c in first)
    assert "Nasjonal timetjeneste" in asked
    assert "Digital dialog med behandlende enhet" in asked


def test_again_from_nothing_and_again_from_its_registry() -> None:
    first = outcome()
    again = reconcile(extractions()[::-1], ReconcileSection(), VOCABULARY, (), Registry(), None)
    assert again.reconciliation.member_of == first.reconciliation.member_of
    kept = reconcile(extractions(), ReconcileSection(), VOCABULARY, (), first.registry, None)
    assert kept.registry == first.registry


def test_conflicts_have_distinct_ids_and_whole_questions() -> None:
    conflicts = outcome().reconciliation.conflicts
    assert len({c.id for c in conflicts}) == len(conflicts)
    assert all("?" in c.message and "{" not in c.message for c in conflicts)
    assert all(c.measures and c.records for c in conflicts)
