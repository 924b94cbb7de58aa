"""Decisions are kept: through re-extraction, renamed files, new cleaning rules and new decks."""

from dataclasses import replace

import pytest

from reconcile.deciding import side_of
from tests.reconcile.make import Deck, run, together
from veikart.core.decisions import Decision, Judgement, make_decision, undo
from veikart.core.outcome import Source, Verdict
from veikart.core.problems import Code
from veikart.core.records import Record


def decks() -> tuple[Deck, Deck, Record, Record]:
    one, other = Deck("a.txt", issuer="HN"), Deck("b.txt", issuer="NHN")
    return one, other, one.add("Smarte brev"), other.add("Pasientbrev på Helsenorge")


def decide(judgement: Judgement, one: Deck, left: Record, other: Deck, right: Record, when: str = "1") -> Decision:
    sides = side_of(left, one.done().document), side_of(right, other.done().document)
    return make_decision(judgement, *sides, by="abc", when=when)


def test_same_joins_what_evidence_would_not() -> None:
    one, other, left, right = decks()
    assert not together(run(one, other), left, right)
    outcome = run(one, other, decisions=[decide(Judgement.SAME, one, left, other, right)])
    assert together(outcome, left, right)
    assert [(p.verdict, p.source) for p in outcome.reconciliation.pairs] == [(Verdict.SAME, Source.DECISION)]


@pytest.mark.parametrize("judgement", [Judgement.DIFFERENT, Judgement.RELATED])
def test_different_parts_what_evidence_would_join(judgement: Judgement) -> None:
    one, other = Deck("a.txt"), Deck("b.txt")
    left, right = one.add("Pasientens prøvesvar"), other.add("Pasientens prøve svar")
    assert together(run(one, other), left, right)
    assert not together(run(one, other, decisions=[decide(judgement, one, left, other, right)]), left, right)


def test_different_stands_above_a_crosswalk() -> None:
    deck = Deck("a.txt")
    deck.row("Felles skjema", "Skjema A for blodbank", "Skjema B for hjelpemidler")
    common, first, second = deck.records
    outcome = run(deck, decisions=[decide(Judgement.DIFFERENT, deck, common, deck, first)])
    assert not together(outcome, common, first)
    assert together(outcome, common, second)


def test_records_of_one_name_in_one_document_can_be_told_apart() -> None:
    deck = Deck("a.txt")
    left, right = deck.add("Pilot", page=2), deck.add("Pilot", page=3)
    assert together(run(deck), left, right)
    assert not together(run(deck, decisions=[decide(Judgement.DIFFERENT, deck, left, deck, right)]), left, right)


def test_undo_brings_back_what_was() -> None:
    one, other, left, right = decks()
    made = decide(Judgement.SAME, one, left, other, right)
    assert not together(run(one, other, decisions=[made, undo(made, by="abc", when="2")]), left, right)


def test_a_renamed_file_keeps_its_decisions() -> None:
    one, other, left, right = decks()
    made = decide(Judgement.SAME, one, left, other, right)
    renamed = Deck("nytt-navn.txt", issuer="HN")
    again = renamed.add("Smarte brev")
    outcome = run(renamed, other, decisions=[made])
    assert together(outcome, again, right)
    assert not outcome.problems


def test_the_next_deck_of_the_same_source_keeps_them_too() -> None:
    one, other, left, right = decks()
    made = decide(Judgement.DIFFERENT, one, left, other, right)
    later = Deck("c.txt", issuer="HN")
    again = later.add("Smarte brev")
    outcome = run(one, later, other, decisions=[made])
    assert not together(outcome, again, right)
    stranger = Deck("d.txt", issuer="HV")
    stranger.add("Smarte brev")
    assert len(run(one, stranger, other, decisions=[made]).reconciliation.pairs) >= 1


def test_another_cleaning_rule_keeps_them() -> None:
    one, other, left, right = decks()
    made = decide(Judgement.SAME, one, left, other, right)
    cut = replace(made, left=replace(made.left, name="Smarte brev til pasient", title="Smarte brev (HN)"))
    assert together(run(one, other, decisions=[cut]), left, right)


def test_a_place_that_holds_another_text_is_not_meant() -> None:
    one, other, left, right = decks()
    made = decide(Judgement.SAME, one, left, other, right)
    moved = replace(made, left=replace(made.left, name="Kurve i nord", title="Kurve i nord"))
    outcome = run(one, other, decisions=[moved])
    assert not together(outcome, left, right)
    assert [p.code for p in outcome.problems] == [Code.DECISION_UNMATCHED]


def test_of_two_that_contradict_the_later_stands_and_both_lines_are_told() -> None:
    one, other, left, right = decks()
    first = replace(decide(Judgement.SAME, one, left, other, right), line=3)
    second = replace(decide(Judgement.DIFFERENT, one, left, other, right, when="2"), line=7)
    outcome = run(one, other, decisions=[first, second])
    assert not together(outcome, left, right)
    (problem,) = outcome.problems
    assert problem.code is Code.DECISIONS_CONTRADICT
    assert {"3", "7"} <= set(dict(problem.values)["text"].replace(":", " ").split())


def test_a_roundabout_contradiction_is_found() -> None:
    names = ("Smarte brev", "Kurve i nord", "Nettlege")
    parts = [Deck(f"{n}.txt") for n in "abc"]
    records = [deck.add(name) for deck, name in zip(parts, names, strict=True)]
    a, b, c = zip(parts, records, strict=True)
    lines = [
        replace(decide(Judgement.DIFFERENT, *a, *c), line=1),
        replace(decide(Judgement.SAME, *a, *b, when="2"), line=2),
        replace(decide(Judgement.SAME, *b, *c, when="3"), line=3),
    ]
    outcome = run(*parts, decisions=lines)
    assert [p.code for p in outcome.problems] == [Code.DECISIONS_CONTRADICT]
    assert together(outcome, records[0], records[2])


def test_changed_evidence_is_noted() -> None:
    one, other, left, right = decks()
    made = replace(decide(Judgement.SAME, one, left, other, right), evidence="0" * 12)
    assert [p.code for p in run(one, other, decisions=[made]).problems] == [Code.DECISION_STALE]
