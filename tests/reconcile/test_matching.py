"""The matcher on tables."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.matching import match_table
from reconcile.matching.scores import best_in_document
from reconcile.matching.slips import meant
from reconcile.matching.tokens import codes
from tests.reconcile.make import language

TITLES = ["Pasientens prøvesvar", "Pasientens prøve svar", "Smarte brev", "Prøvesvar for pasienter", "Kurve i nord"]


def groups(clusters: tuple[str, ...]) -> list[int]:
    first: dict[str, int] = {}
    return [first.setdefault(c, i) for i, c in enumerate(clusters)]


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(1, 9)), min_size=1, max_size=20))
def test_the_best_partner_in_each_document_is_found(rows: list[tuple[int, int, int]]) -> None:
    documents = np.array([0, 0, 1, 1, 1, 2, 2, 3])
    weights = {(min(a, b), max(a, b)): score / 10 for a, b, score in rows if documents[a] != documents[b]}
    pairs = np.array(sorted(weights), dtype=np.int32).reshape(-1, 2)
    scores = np.array([weights[a, b] for a, b in pairs.tolist()], dtype=np.float32)

    def best(title: int, other: int) -> float:
        return max(w for p, w in weights.items() if title in p and documents[sum(p) - title] == documents[other])

    expected = [(best(a, b) + best(b, a)) / 2 for a, b in pairs.tolist()]
    assert best_in_document(scores, pairs, documents).tolist() == pytest.approx(expected)


def test_a_title_may_have_a_partner_in_each_other_document() -> None:
    titles = [
        "Digital dialog med behandlende enhet",
        "Dialog med behandlende enhet",
        "Digital dialog behandlende enhet",
    ]
    titles += ["Digital dialog med behandlande eining", "Kurve i nord", "Sterk autentisering", "Nettlege"]
    documents = ["a", "b", "c", "d", "a", "b", "c"]
    assert len(set(match_table(titles, documents, language=language()).clusters[:4])) == 1


def test_alike_come_together_and_the_rest_stays_alone() -> None:
    found = match_table(TITLES, language=language())
    assert groups(found.clusters) == [0, 0, 2, 0, 4]
    assert {(link.left, link.right) for link in found.links if link.same} >= {("1", "2")}


def test_items_of_one_document_are_different_unless_asked() -> None:
    documents = ["a", "a", "a", "b", "b"]
    apart = groups(match_table(TITLES, documents, language=language()).clusters)
    assert apart[0] != apart[1]
    assert groups(match_table(TITLES, documents, language=language(), within=True).clusters)[1] == 0


def test_order_does_not_matter() -> None:
    ids = ["a", "b", "c", "d", "e"]
    once = dict(zip(ids, match_table(TITLES, ids=ids, language=language()).clusters, strict=True))
    again = dict(zip(ids[::-1], match_table(TITLES[::-1], ids=ids[::-1], language=language()).clusters, strict=True))
    assert once == again


@pytest.mark.parametrize("titles", [[], ["ett"], ["", "", "…"], ["a", "a"]])
def test_tiny_and_empty_lists(titles: list[str]) -> None:
    assert len(match_table(titles, language=language()).clusters) == len(titles)


def test_ids_and_lengths_are_checked() -> None:
    with pytest.raises(ValueError, match="twice"):
        match_table(["a", "b"], ids=["1", "1"], language=language())
    with pytest.raises(ValueError, match="lengths"):
        match_table(["a", "b"], ["x"], language=language())


def test_generated_titles_reach_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    # Only for this test: bench/extract.py would shadow the package in the processes that later tests start.
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "bench"))
    from match import f1
    from titles import titles

    names, documents, truth = titles(3000, seed=11)
    precision, recall, score = f1(truth, match_table(names, documents, language=language()).clusters)
    assert score >= 0.94, (precision, recall)
    assert Counter(truth).most_common(1)[0][1] <= 4


@pytest.mark.parametrize("documents", [None, ["a", "b", "a", "b", "a"]])
def test_a_slip_in_the_only_word_of_a_title_is_found(documents: list[str] | None) -> None:
    rows = ["Rekvisisjonshotell", "Rekvisisjonshotel", "Kurve i nord", "Smarte brev", "Digitale skjema"]
    assert groups(match_table(rows, documents, language=language()).clusters) == [0, 0, 2, 3, 4]


@pytest.mark.parametrize("documents", [None, ["a", "b", "a", "b"]])
def test_numbers_that_disagree_keep_titles_apart(documents: list[str] | None) -> None:
    rows = ["Helsedata fase 1", "Helsedata fase 2", "Handlingsplan 2025", "Handlingsplan 2026"]
    assert groups(match_table(rows, documents, language=language()).clusters) == [0, 1, 2, 3]


def test_equal_titles_of_one_list_are_one_however_many() -> None:
    rows = ["Smarte brev"] * 60 + ["smarte BREV!"] * 60 + ["Kurve i nord"]
    assert groups(match_table(rows, language=language(), within=True).clusters) == [0] * 120 + [120]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("panasonic kx-tg1033s phone", ["kxtg1033s", "kxtg1033"]),
        ("covid-19 i 2021", ["covid19"]),
        ("plan 2020-2023", []),
        ("gps 010-10704-00", ["0101070400"]),
        ("ein tittel utan tal", []),
        ("7 av 10", []),
    ],
)
def test_codes_lose_their_dashes(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_words_one_slip_away_are_repaired_to_the_frequent_one() -> None:
    names = ["behandlingsplan", "behandlngsplan", "skjemaer", "skjemmaer"]
    found = meant(names, np.array([9, 1, 9, 1]), lambda _word: False, 2)
    assert [names[i] for i in found] == ["behandlingsplan", "behandlingsplan", "skjemaer", "skjemaer"]
    assert meant(["skjemaer", "skjemmaer"], np.array([1, 1]), lambda _word: False, 2).tolist() == [0, 1]
