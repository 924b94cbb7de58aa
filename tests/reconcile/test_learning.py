"""Weights that documents and people move: how far, in which direction, and what they leave alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.deciding import side_of
from reconcile.evidence.compare import Evidence
from reconcile.evidence.model import load_model
from reconcile.learning.adjust import Judged, adjust
from tests.reconcile.make import Deck, run, together
from veikart.core.decisions import Decision, Judgement, make_decision, undo
from veikart.core.outcome import Pair, RunModel, Step

MODEL = load_model()
WORDS = [
    "henvisning", "resept", "vaksine", "journal", "time", "brev", "skjema", "kurs", "dialog", "varsel", "video",
    "måling", "samtykke", "fullmakt", "kart", "robot", "sensor", "laboratorium", "tolk", "transport", "parkering",
    "kantine", "rekruttering", "arkiv", "budsjett", "beredskap", "vakt", "ernæring", "søvn", "smerte",
]  # fmt: skip


def model(*decks: Deck, decisions: tuple[Decision, ...] = ()) -> RunModel:
    found = run(*decks, decisions=decisions).reconciliation.model
    assert found is not None
    return found


def shift(found: RunModel, name: str) -> float:
    return next((level.shift for level in found.levels if level.name == name), 0.0)


def editions(periods: tuple[str, str], count: int) -> tuple[Deck, Deck]:
    """Two plans with the same measures; `periods` are the years that the two give for each of them."""
    decks = Deck("a.txt", issuer="HN"), Deck("b.txt", issuer="HV")
    for number, word in enumerate(WORDS[:count]):
        for deck, year in zip(decks, periods, strict=True):
            start = str(int(year) + number % 7)
            deck.add(f"Utvide {word}sordningen", period_start=f"{start}-01-01", period_end=f"{start}-12-31")
    return decks


def test_a_level_that_one_measure_often_reaches_gains() -> None:
    agreeing, differing = model(*editions(("2024", "2024"), 30)), model(*editions(("2024", "2031"), 30))
    assert shift(agreeing, "period: same") > 0 > shift(agreeing, "period: disjoint")
    assert shift(differing, "period: disjoint") > shift(agreeing, "period: disjoint") + 0.3


def test_a_few_documents_move_little_and_many_no_more_than_the_bound() -> None:
    few, many = model(*editions(("2024", "2024"), 4)), model(*editions(("2024", "2024"), 30))
    assert max(abs(level.shift) for level in few.levels) < 0.35
    assert max(abs(level.shift) for level in many.levels) <= MODEL.learning["most_estimated"]
    assert abs(shift(few, "period: same")) < abs(shift(many, "period: same"))


def test_no_documents_give_the_packaged_weights() -> None:
    assert all(level.shift == 0 for level in model().levels)


def test_the_model_is_frozen_under_a_hash_and_the_order_of_documents_does_not_show() -> None:
    decks = editions(("2024", "2025"), 20)
    assert model(*decks) == model(*decks[::-1])
    assert model(*decks).hash != model(*editions(("2024", "2031"), 20)).hash
    assert model(*decks).packaged == MODEL.hash


def doubtful() -> tuple[Deck, Deck]:
    """Pairs of two plans in which one name holds the other and something more: near the bar."""
    one, other = Deck("a.txt", issuer="HN"), Deck("b.txt", issuer="HV")
    for word in WORDS[:16]:
        one.add(f"Ordning for {word}sutlån")
        other.add(f"Ordning for {word}sutlån og oppfølging")
    one.add("Kurve i nord"), other.add("Kurver i nord")
    return one, other


def decided(decks: tuple[Deck, Deck], judgement: Judgement, rows: range) -> tuple[Decision, ...]:
    sides = [(decks[0].records[n], decks[1].records[n]) for n in rows]
    documents = decks[0].done().document, decks[1].done().document
    return tuple(
        make_decision(judgement, side_of(a, documents[0]), side_of(b, documents[1]), by="abc", when=str(n))
        for n, (a, b) in enumerate(sides)
    )


def weights(decks: tuple[Deck, Deck], decisions: tuple[Decision, ...]) -> dict[frozenset[str], Pair]:
    pairs = run(*decks, decisions=decisions).reconciliation.pairs
    return {frozenset((p.left, p.right)): p for p in pairs}


@pytest.mark.parametrize(("judgement", "sign"), [(Judgement.SAME, 1), (Judgement.DIFFERENT, -1)])
def test_decisions_move_pairs_of_the_same_kind(judgement: Judgement, sign: int) -> None:
    decks = doubtful()
    key = frozenset((decks[0].records[15].id, decks[1].records[15].id))
    before = weights(decks, ())[key].weight
    after = [weights(decks, decided(decks, judgement, range(n)))[key].weight for n in (1, 4, 12)]
    moved = [sign * (weight - before) for weight in after]
    assert 0 < moved[0] < moved[1] < moved[2]
    assert moved[0] < 0.5


def test_one_decision_flips_no_pair_that_it_is_not_about() -> None:
    decks = doubtful()
    before = run(*decks).reconciliation
    after = run(*decks, decisions=decided(decks, Judgement.DIFFERENT, range(1))).reconciliation
    about = {decks[0].records[0].id, decks[1].records[0].id}
    for left in before.member_of.keys() - about:
        for right in before.member_of.keys() - about:
            same = before.member_of[left] == before.member_of[right]
            assert same == (after.member_of[left] == after.member_of[right])


def test_ids_move_with_an_event_only() -> None:
    decks = doubtful()
    first = run(*decks)
    decisions = decided(decks, Judgement.SAME, range(12))
    second = run(*decks, decisions=decisions, registry=first.registry)
    old, new = first.reconciliation.member_of, second.reconciliation.member_of
    told = {event.measure for event in second.registry.events[len(first.registry.events) :]}
    assert all(old[record] == new[record] or old[record] in told for record in old)


def test_what_is_taken_back_moves_nothing() -> None:
    decks = doubtful()
    made = decided(decks, Judgement.DIFFERENT, range(6))
    back = tuple(undo(d, by="abc", when=f"u{n}") for n, d in enumerate(made))
    assert model(*decks, decisions=made).hash != model(*decks).hash
    assert model(*decks, decisions=(*made, *back)).levels == model(*decks).levels


def evidence(weight: float, *names: str) -> Evidence:
    return Evidence(weight, tuple(Step(name, 1.0) for name in names))


def test_a_decision_that_no_evidence_speaks_of_moves_nothing() -> None:
    assert adjust([Judged(evidence(-12.0, "title: overlap"), same=True)], MODEL.learning) == {}
    assert adjust([Judged(evidence(15.0, "title: same"), same=False)], MODEL.learning) == {}


judgements = st.lists(
    st.tuples(st.floats(-7, 7), st.booleans(), st.sets(st.sampled_from("abcd"), min_size=1)), min_size=1, max_size=30
)


@given(judgements, st.randoms())
def test_bounded_and_whatever_the_order(rows: list[tuple[float, bool, set[str]]], random: object) -> None:
    judged = [Judged(evidence(weight, *sorted(names)), same) for weight, same, names in rows]
    found = adjust(judged, MODEL.learning)
    assert all(abs(value) <= MODEL.learning["most_decided"] for value in found.values())
    shuffled = list(judged)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert adjust(shuffled, MODEL.learning) == found
    louder = adjust([replace(j, voice=2.0) for j in judged], MODEL.learning)
    assert set(louder) == set(found)


def test_pairs_that_are_one_measure_stay_so_when_nobody_decides() -> None:
    decks = doubtful()
    assert together(run(*decks), decks[0].records[16], decks[1].records[16])
