"""What is asked, and what is not: one case for each kind of question."""

import pytest

from tests.reconcile.make import Deck, run
from veikart.core.outcome import Conflict, ConflictKind


def asked(*decks: Deck) -> tuple[Conflict, ...]:
    return run(*decks).reconciliation.conflicts


def about(conflicts: tuple[Conflict, ...], *words: str) -> list[Conflict]:
    return [c for c in conflicts if all(word in c.message for word in words)]


def listed(path: str, *titles: str, issuer: str = "") -> Deck:
    deck = Deck(path, issuer=issuer)
    for page, title in enumerate(titles, 1):
        deck.add(title, page=page)
    return deck


def test_a_joint_name_beside_its_halves() -> None:
    one = listed("a.txt", "Behandlingssteder og oppmøter", "Kurve i nord")
    other = listed("b.txt", "Behandlingsstedsregister", "Oppmøteregister", "Sterk autentisering")
    (found,) = about(asked(one, other), "dekke flere", "Behandlingsstedsregister", "Oppmøteregister")
    assert found.kind is ConflictKind.SPLIT_OR_MERGE


def test_a_name_that_is_one_thing_has_no_halves() -> None:
    one = listed("a.txt", "Digitale behandlings- og egenbehandlingsplaner", "Kurve i nord")
    other = listed("b.txt", "Behandlingsplan", "Egenbehandlingsplan")
    assert not about(asked(one, other), "dekke flere")


def test_a_family_shares_what_its_names_are_about() -> None:
    deck = listed(
        "a.txt", "Dokumentdeling via Kjernejournal", "Dokumentdeling flere kilder", "Innføring av dokumentdeling steg 1"
    )
    (found,) = [c for c in asked(deck) if "deler «dokumentdeling»" in c.message]
    assert len(found.measures) == 3


@pytest.mark.parametrize(
    "titles",
    [
        ("Selvbetjening for fastleger", "Triagering for fastleger", "Innsyn i journal hos fastleger"),
        ("Skjema via Helsenorge", "Pasientbrev på Helsenorge", "Kurs via Helsenorge"),
        ("Tjenesteplattform", "Driftsplattform", "Prosessplattform"),
    ],
)
def test_no_family_around_those_it_is_for_the_channel_or_a_general_word(titles: tuple[str, ...]) -> None:
    assert not [c for c in asked(listed("a.txt", *titles)) if "tiltak deler" in c.message]


def test_a_title_divided_between_two_items() -> None:
    deck = Deck("a.txt")
    deck.add("Skjema – strukturerte data –", listing="l")
    deck.add("Pasientskjema i journal", listing="l")
    deck.add("Innhenting av skjema med strukturerte data – Pasientskjema i journal", page=2)
    (found,) = about(asked(deck), "delt tittel")
    assert found.kind is ConflictKind.SPLIT_OR_MERGE


def test_names_of_one_measure_for_other_ages() -> None:
    deck = Deck("a.txt")
    deck.row("Digitale tjenester 12-16", "Innsyn 12-16 (HV)", "Tjenester for ungdom (12-15 år) (HSØ)")
    (found,) = about(asked(deck), "aldersgrupper")
    assert "12-15" in found.message


def test_captions_in_reverse_order() -> None:
    deck = Deck("a.txt")
    deck.add("Mine timeavtaler", period_start="2025-01-01", period_text="2026→2025-26")
    deck.add("Nettlege", page=2, period_start="2025-01-01", period_text="2025-26 2026→")
    (found,) = [c for c in asked(deck) if c.kind is ConflictKind.PERIOD]
    assert "2026→2025-26" in found.message


def test_a_measure_in_operation_beside_a_new_version() -> None:
    one, other = Deck("a.txt"), Deck("b.txt")
    one.add("Timevisning", status="in_operation")
    other.add("Timevisning for alle 2.0")
    (found,) = [c for c in asked(one, other) if c.kind is ConflictKind.STATUS]
    assert "ny versjon" in found.message


def test_a_national_owner_beside_none() -> None:
    one, other = Deck("a.txt", issuer="HN"), Deck("b.txt")
    one.add("Digitale behandlingsplaner", owners="HN; HDIR; NHN")
    other.add("Digitale behandlingsplaner")
    (found,) = [c for c in asked(one, other) if c.kind is ConflictKind.OWNER]
    assert "HDIR" in found.message


@pytest.mark.parametrize(("left", "right", "count"), [("Smarttrack", "Smartrack", 1), ("Pasientens", "Pasienten", 0)])
def test_a_misspelt_word_is_no_inflected_word(left: str, right: str, count: int) -> None:
    one = listed("a.txt", f"{left} for fastleger og sykehus")
    other = listed("b.txt", f"Utprøving av {right} i kommunen")
    assert len([c for c in asked(one, other) if "skrives" in c.message]) == count


def test_a_title_cut_off() -> None:
    (found,) = asked(listed("a.txt", "Varsel om ekstern hendelse (prøvesvar"))
    assert found.kind is ConflictKind.TITLE


def test_all_documents_with_the_name_are_named() -> None:
    one, other, third = Deck("a.txt"), Deck("b.txt"), Deck("c.txt")
    one.add("Samvalg", status="under_consideration")
    records = [other.add("Samvalg"), third.add("Samvalg")]
    (found,) = [c for c in asked(one, other, third) if c.kind is ConflictKind.STATUS]
    assert {r.id for r in records} <= set(found.records)
