"""Explanations and lineage as data."""

import pytest

from reconcile.explain import explain_measure, explain_pair
from reconcile.registry import Registry
from reconcile.service import Prepared, prepare
from tests.reconcile.make import VOCABULARY, Deck, run
from veikart.core.config import ReconcileSection
from veikart.core.outcome import Change, Verdict


def prepared(*decks: Deck) -> Prepared:
    return prepare([d.done() for d in decks], ReconcileSection(), VOCABULARY, (), Registry(), None)


def test_a_pair_is_told_with_its_steps_and_the_chain_between() -> None:
    deck, other = Deck("a.txt"), Deck("b.txt")
    deck.row("Felles skjema", "Skjema for blodbank", "Kvittering for timer")
    far = other.add("Kvittering for timer")
    found = explain_pair(prepared(deck, other), deck.records[1].id, far.id, 3.0)
    assert found.verdict is Verdict.SAME
    assert [r.name for r in found.chain] == ["Felles skjema", "Kvittering for timer"]
    assert found.links
    assert found.links[0].page == 9


def test_what_kept_two_apart_is_told() -> None:
    deck = Deck("a.txt")
    deck.add("Digitale behandlingsplaner", listing="l"), deck.add("Digital behandlingsplan", listing="l")
    found = explain_pair(prepared(deck), deck.records[0].id, deck.records[1].id, 3.0)
    assert found.verdict is not Verdict.SAME
    assert found.apart[0] == "same list"
    assert found.steps[0].name == "prior"


def test_a_measure_is_told_by_its_ties() -> None:
    one, other = Deck("a.txt"), Deck("b.txt")
    one.add("Pasientens prøvesvar"), other.add("Pasientens prøve svar")
    ready = prepared(one, other)
    (measure,) = ready.measures
    found = explain_measure(ready, measure.id, 3.0)
    assert [h.verdict for h in found.held] == [Verdict.SAME]
    with pytest.raises(KeyError):
        explain_measure(ready, "m0", 3.0)


def test_lineage_between_editions() -> None:
    old, new = Deck("a.txt", date="2023-04", series="s"), Deck("b.txt", date="2025-11", series="s")
    old.add("Pasientens prøvesvar", page=2, period_start="2023-01-01", period_end="2023-12-31")
    old.add("Smarte brev", page=3)
    old.add("Kurve i nord", page=4)
    new.add("Pasientens prøvesvar", page=2, period_start="2026-01-01", period_end="2026-12-31")
    new.add("De smarte brevene", page=3)
    new.add("Nettlege", page=4)
    changes = {line.change: line for line in run(old, new).reconciliation.lineage}
    assert set(changes) == {Change.MOVED, Change.RENAMED, Change.DROPPED, Change.NEW}
    assert "2023" in changes[Change.MOVED].message
    assert "2026" in changes[Change.MOVED].message
    assert "Kurve i nord" in changes[Change.DROPPED].message
    assert changes[Change.NEW].from_measures == ()


def test_a_concept_may_have_become_the_thing() -> None:
    old, new = Deck("a.txt", date="2023-04", series="s"), Deck("b.txt", date="2025-11", series="s")
    for page, title in enumerate(("Konsept for digital poliklinikk", "Digitale behandlingsplaner"), 1):
        old.add(title, page=page)
    new.add("Digital poliklinikk", page=1), new.add("Digitale behandlingsplaner", page=2)
    lines = run(old, new).reconciliation.lineage
    told = {line.message.split("»")[0].strip("«"): line for line in lines}
    assert told["Konsept for digital poliklinikk"].change is Change.RENAMED
    assert told["Digitale behandlingsplaner"].change is Change.KEPT
    assert all("a.txt" in line.message and "b.txt" in line.message for line in lines)


def test_what_stands_above_the_sum_is_told() -> None:
    deck = Deck("a.txt")
    deck.row("Felles skjema", "Skjema for blodbank", "Kvittering for timer")
    found = explain_pair(prepared(deck), deck.records[1].id, deck.records[2].id, 3.0)
    assert found.weight < found.threshold
    assert (found.verdict, found.above) == (Verdict.SAME, "crosswalk")
