"""Merges and what keeps from merging, over whole small corpora."""

import pytest

from reconcile.candidates import candidates
from reconcile.evidence.model import load_model
from reconcile.evidence.rarity import Rarity
from tests.reconcile.make import Deck, language, run, together
from veikart.core.outcome import ConflictKind, Source, Verdict


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Pasientens prøvesvar", "Pasientens prøve svar", True),
        ("Rekvisisjonshotell", "Rekvisisjonshotel", True),
        ("Tilvisingane mine for born", "Mine henvisninger for barn", True),
        ("Digitale behandlingsplaner", "Dig. behandlings-planer", True),
        ("Innføring av dokumentdeling steg 1", "Innføring av dokumentdeling steg 2", False),
        ("Foreldres tilgang 12-16", "Foreldres tilgang 0-11", False),
        ("Digitale behandlingsplaner", "Digitale behandlingsplaner 2.0", False),
        ("Behandlingsplan", "Delt behandlingsplan", False),
        ("Nasjonal timetjeneste", "Nasjonal dokumentdeling", False),
        ("Målbilde for dokumentdeling", "Dokumentdeling", False),
        ("Digital dialog", "Digital henvisning", False),
        ("Datadonor", "Datadonor: Behandling og forskning", True),
        ("Brukarundersøkingar blant behandlarar", "Brukerundersøkelser blant behandlere", True),
        ("Legemiddellista til pasienten", "Pasientens legemiddelliste", True),
        ("Sjølvbetening for fastlegar", "Selvbetjening for fastleger", True),
        ("Bidrag til heimesjukehus", "Bidrag til hjemmesykehus", True),
        ("Dokumentdeling frå fleire kjelder", "Dokumentdeling flere kilder", True),
        ("Finne fram i helsetilbodet", "Finne fram i helsetilbud", True),
        ("Motta data fra eksterne apps", "Motta data fra eksterne apper", True),
        ("Sterk pålogging for ansatte", "Sterk pålogging", False),
        ("Innsyn for pårørende", "Innsyn for fastleger", False),
        ("Brukerundersøkelser blant innbyggere", "Brukerundersøkelser blant behandlere", False),
        ("Varsel og meldingar", "Varsler og meldinger", True),
    ],
)
def test_two_documents(left: str, right: str, same: bool) -> None:
    one, other = Deck("a.txt"), Deck("b.txt")
    a, b = one.add(left), other.add(right)
    for deck, names in ((one, ("Legemiddelliste", "Kurve i nord")), (other, ("Sterk autentisering", "Smarte brev"))):
        for name in names:
            deck.add(name)
    assert together(run(one, other), a, b) is same


def test_a_crosswalk_binds_and_carries_to_other_documents() -> None:
    one, other = Deck("a.txt"), Deck("b.txt")
    one.row("Pasienten booker time selv", "Timebooking (HN)")
    outcome = run(one, other)
    elsewhere = other.add("Timebooking")
    outcome = run(one, other)
    assert together(outcome, one.records[0], one.records[1])
    assert together(outcome, one.records[0], elsewhere)
    assert {p.source for p in outcome.reconciliation.pairs if p.verdict is Verdict.SAME} >= {Source.CROSSWALK}


def test_rows_of_one_common_measure_in_two_documents_bind_the_same_names() -> None:
    one, other, third = Deck("a.txt"), Deck("b.txt"), Deck("c.txt")
    for deck in (one, other):
        deck.row("Pasienten booker time selv", "Timebooking (HN)")
    elsewhere = third.add("Timebooking")
    outcome = run(one, other, third)
    assert together(outcome, one.records[0], other.records[1])
    assert together(outcome, other.records[0], elsewhere)


def test_a_claim_against_a_crosswalk_is_a_conflict_and_no_merge() -> None:
    deck = Deck("a.txt")
    deck.row("Pasienten booker time selv", "Timebooking (HN)")
    deck.row("Mine timeavtaler (Timer 2.0)", "Nasjonal timetjeneste (HN)")
    claim = deck.add("Timebooking (Nasjonal timetjeneste)", page=3)
    outcome = run(deck)
    assert together(outcome, claim, deck.records[0])
    assert not together(outcome, claim, deck.records[2])
    found = [c for c in outcome.reconciliation.conflicts if c.kind is ConflictKind.CONTRADICTORY_LINK]
    assert len(found) == 1
    assert "Nasjonal timetjeneste" in found[0].message


def test_items_of_one_list_stay_apart() -> None:
    deck = Deck("a.txt")
    a, b = deck.add("Digitale behandlingsplaner", listing="l"), deck.add("Digital behandlingsplan", listing="l")
    c, d = deck.add("Pasientens prøvesvar", page=2), deck.add("Pasientens prøve svar", page=3)
    outcome = run(deck)
    assert not together(outcome, a, b)
    assert together(outcome, c, d)


def test_a_municipal_plan_shares_words_and_no_measure() -> None:
    health, town = Deck("helse.txt", issuer="HN"), Deck("kommune.txt", issuer="Storvik kommune")
    for name in ("Digital dialog med behandlende enhet", "Innsyn i pasientjournal", "Digitale skjema via Helsenorge"):
        health.add(name)
    for name in ("Digital dialog med innbyggerne", "Innsyn i byggesaksarkiv", "Digitale skjema for byggesak"):
        town.add(name)
    assert len(run(health, town).reconciliation.measures) == 6


def test_the_order_of_documents_does_not_matter() -> None:
    decks = [Deck(f"{n}.txt") for n in "abc"]
    for deck, title in zip(decks, ("Mine timeavtaler", "Timeavtalene mine", "Smarte brev"), strict=True):
        deck.add(title)
        deck.add("Pasientens prøvesvar")
    assert run(*decks).reconciliation == run(*decks[::-1]).reconciliation


def test_every_merge_can_be_explained() -> None:
    one, other = Deck("a.txt"), Deck("b.txt")
    one.add("Pasientens prøvesvar"), other.add("Pasientens prøve svar")
    (pair,) = run(one, other).reconciliation.pairs
    assert pair.verdict is Verdict.SAME
    assert pair.steps[0].name == "prior"
    assert pair.weight == pytest.approx(sum(s.weight for s in pair.steps))
    assert "prøvesvar" in pair.explanation


def test_values_that_disagree_are_asked_about() -> None:
    one, other = Deck("a.txt", issuer="HN"), Deck("b.txt", issuer="NHN")
    one.add("Pasientens prøvesvar", period_start="2024-01-01", period_end="2024-12-31", status="planned")
    other.add("Pasientens prøvesvar", period_start="2026-01-01", period_end="2027-12-31", status="in_operation")
    kinds = {c.kind for c in run(one, other).reconciliation.conflicts}
    assert {ConflictKind.PERIOD, ConflictKind.STATUS} <= kinds


def test_a_child_outside_its_parents_period_is_asked_about() -> None:
    deck = Deck("a.txt")
    deck.add("Tilrettelegge for nye aktører", period_start="2025-01-01", period_end="2025-12-31")
    deck.add("Blodbank", parent="Tilrettelegge for nye aktører", period_start="2026-01-01", period_end="2027-12-31")
    deck.add("Nettlege", parent="Tilrettelegge for nye aktører", period_start="2025-01-01", period_end="2025-12-31")
    (conflict,) = [c for c in run(deck).reconciliation.conflicts if c.kind is ConflictKind.PERIOD]
    assert "Blodbank" in conflict.message
    assert conflict.values == ("2026–2027", "2025")


@pytest.mark.parametrize(("forms", "owners"), [({"STV": "Storvik sykehus"}, 1), ({}, 2)])
def test_a_code_and_the_name_that_a_key_tells_are_one_owner(forms: dict[str, str], owners: int) -> None:
    coded, named = Deck("a.txt", short_forms=forms), Deck("b.txt")
    coded.add("Pasientens prøvesvar", owners="STV")
    named.add("Pasientens prøvesvar", owners="Storvik sykehus")
    (measure,) = run(coded, named).reconciliation.measures
    assert measure.owners == ("STV", "Storvik sykehus")[:owners]


def test_survivors_prefer_national_over_regional() -> None:
    regional, national = Deck("a.txt", issuer="HN", date="2026-01"), Deck("b.txt", issuer="NHN", date="2025-01")
    regional.add("Pasientens prøvesvar", status="planned", owners="HN")
    national.add("Pasientens prøvesvar", status="ongoing", owners="NHN")
    (measure,) = run(regional, national).reconciliation.measures
    assert (measure.status, measure.owners) == ("ongoing", ("NHN", "HN"))
    assert (measure.first_edition, measure.last_edition) == ("2025-01", "2026-01")


def test_nothing_gives_nothing() -> None:
    assert run().reconciliation.measures == ()
    assert run(Deck("tom.txt")).reconciliation.pairs == ()


@pytest.mark.parametrize("title", ["…", "(HN)", "2.0", "æ" * 400, "«»", "- - -", "A\u00a0B", "1. 2. 3."])
def test_odd_titles_are_measures_like_others(title: str) -> None:
    one, other = Deck("a.txt", date="våren 2025"), Deck("b.txt")
    one.add(title), one.add("Smarte brev"), other.add(title)
    assert sum(len(m.records) for m in run(one, other).reconciliation.measures) == 3


def test_cost_grows_with_the_number_of_names_and_not_with_its_square() -> None:
    def pairs(size: int) -> int:
        names = {i: (language().parse(f"Tiltak {i % 97} om sak{i * 7919 % 1000003}"),) for i in range(size)}
        rarity = Rarity(
            [n[0].parts for n in names.values()], language().is_frame, language().is_light, load_model().title
        )
        return len(candidates(names, rarity, []))

    assert pairs(2000) <= 6 * max(pairs(500), 50)
