"""Names that very many mentions bear: few pairs, one measure, and nothing that was told apart comes together."""

import random

import pytest

from reconcile.deciding import side_of
from reconcile.namesakes import MANY
from tests.reconcile.make import Deck, run, together
from veikart.core.decisions import Judgement, make_decision
from veikart.core.outcome import Verdict

TITLES = ("Digital hjemmeoppfølging", "Nasjonal timetjeneste", "Deling av prøvesvar med kommunene")


def decks(count: int, name: str = "plan", **values: str) -> list[Deck]:
    made = [Deck(f"{name}-{number:03}.txt") for number in range(count)]
    for deck in made:
        for title in TITLES:
            deck.add(title, **values)
    return made


@pytest.mark.parametrize("count", [MANY + 1, 60, 250])
def test_the_same_plan_in_many_documents_is_told_with_few_pairs(count: int) -> None:
    outcome = run(*decks(count)).reconciliation
    assert sorted(m.name for m in outcome.measures) == sorted(TITLES)
    assert {len(m.records) for m in outcome.measures} == {count}
    assert len(outcome.pairs) == len(TITLES) * (count - 1)


def test_up_to_a_handful_every_pair_is_told() -> None:
    outcome = run(*decks(MANY)).reconciliation
    assert len(outcome.pairs) == len(TITLES) * MANY * (MANY - 1) // 2


def test_another_name_comes_to_all_of_them() -> None:
    many = decks(40)
    other = Deck("annet.txt")
    record = other.add("Nasjonal timeteneste")
    for title in TITLES[::2]:
        other.add(title)
    outcome = run(*many, other)
    assert all(together(outcome, record, deck.records[1]) for deck in many)


def test_one_that_people_told_apart_stays_apart_from_all_it_was_told_apart_from() -> None:
    many = decks(30)
    left, right = many[3].records[0], many[20].records[0]
    sides = side_of(left, many[3].done().document), side_of(right, many[20].done().document)
    outcome = run(*many, decisions=[make_decision(Judgement.DIFFERENT, *sides, by="Kari", when="1")])
    assert not together(outcome, left, right)
    assert {p.verdict for p in outcome.reconciliation.pairs if {p.left, p.right} == {left.id, right.id}} == {
        Verdict.DIFFERENT
    }


def test_items_of_one_list_never_come_together() -> None:
    many = decks(30)
    listed = Deck("liste.txt")
    one, other = (listed.add(title, listing="l1") for title in ("Nasjonal timetjeneste", "Nasjonal timeteneste"))
    outcome = run(*many, listed)
    assert not together(outcome, one, other)
    assert together(outcome, one, many[0].records[1])


@pytest.mark.parametrize("late", ["2021-06-01", "2022-01-01", "2027-01-01"])
def test_many_come_together_just_as_a_few_do(late: str) -> None:
    few, many = (
        run(*decks(count, period_start="2021-01-01"), *decks(count, "sen", period_start=late)).reconciliation
        for count in (MANY // 2, 30)
    )
    assert sorted(m.name for m in many.measures) == sorted(m.name for m in few.measures)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_documents_does_not_show(seed: int) -> None:
    many = decks(25)
    once = run(*many).reconciliation
    random.Random(seed).shuffle(many)
    assert run(*many).reconciliation == once
