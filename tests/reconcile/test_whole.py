"""What holds for any corpus: order does not show, decisions stand, ids move with an event only."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconcile.deciding import side_of
from tests.reconcile.make import Deck, run
from veikart.core.decisions import Decision, Judgement, make_decision

NAMES = [
    "Pasientens prøvesvar",
    "Prøvesvar for pasienten",
    "Digitale behandlingsplaner",
    "Digital behandlingsplan 2.0",
    "Behandlingsplan",
    "Innføring av dokumentdeling steg 1",
    "Innføring av dokumentdeling steg 2",
    "Mine timeavtaler (Timer 2.0)",
    "Nasjonal timetjeneste",
    "Timebooking (Nasjonal timetjeneste)",
    "Rekvisisjonshotell",
    "Rekvisisjonshotel",
]
quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def corpora(draw: st.DrawFn, paths: str = "abc") -> list[Deck]:
    decks = []
    for path in paths:
        deck = Deck(f"{path}.txt", issuer=draw(st.sampled_from(["", "HN", "HV"])))
        for page, name in enumerate(draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5)), 1):
            deck.add(name, page=page, listing=draw(st.sampled_from(["", "l"])))
        if draw(st.booleans()):
            deck.row("Pasienten booker time selv", "Timebooking (HN)")
        decks.append(deck)
    return decks


@st.composite
def judged(draw: st.DrawFn) -> tuple[list[Deck], tuple[Decision, ...]]:
    decks = draw(corpora())
    records = [(record, deck) for deck in decks for record in deck.records]
    kinds = st.sampled_from([Judgement.SAME, Judgement.DIFFERENT, Judgement.RELATED])
    made = []
    for number in range(draw(st.integers(1, 3))):
        (left, one), (right, other) = draw(st.lists(st.sampled_from(records), min_size=2, max_size=2))
        if left.id != right.id:
            sides = side_of(left, one.done().document), side_of(right, other.done().document)
            made.append(make_decision(draw(kinds), *sides, by="abc", when=str(number)))
    return decks, tuple(made)


@quick
@given(judged(), st.randoms())
def test_the_order_of_documents_does_not_show(case: tuple[list[Deck], tuple[Decision, ...]], random: object) -> None:
    decks, decisions = case
    shuffled = list(decks)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    once, again = run(*decks, decisions=decisions), run(*shuffled, decisions=decisions)
    assert once.reconciliation == again.reconciliation
    assert once.registry == again.registry


@quick
@given(judged())
def test_the_last_decision_stands(case: tuple[list[Deck], tuple[Decision, ...]]) -> None:
    decks, decisions = case
    if decisions:
        last = decisions[-1]
        members = run(*decks, decisions=decisions).reconciliation.member_of
        together = members[last.left.record] == members[last.right.record]
        assert together is (last.judgement is Judgement.SAME)


@quick
@given(corpora("abcd"))
def test_ids_stay_and_move_with_an_event_only(decks: list[Deck]) -> None:
    first = run(*decks[:3])
    assert run(*decks[:3], registry=first.registry).registry == first.registry
    second = run(*decks, registry=first.registry)
    old, new = first.reconciliation.member_of, second.reconciliation.member_of
    told = {event.measure for event in second.registry.events[len(first.registry.events) :]}
    assert all(new[record] == measure or measure in told for record, measure in old.items())
    gone = run(*decks[1:3], registry=second.registry)
    back = run(*decks, registry=gone.registry)
    state = back.registry.state()
    assert all(state.resolve(measure) in set(back.reconciliation.member_of.values()) for measure in new.values())
