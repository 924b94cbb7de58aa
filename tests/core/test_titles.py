import json
from datetime import date
from pathlib import Path

import pytest

from veikart.core.records import LinkKind, Status
from veikart.core.titles import clean_title, parse_title
from veikart.core.vocabulary import load_vocabulary

V = load_vocabulary()
GOLD = Path(__file__).parents[3] / "shared" / "gold" / "seeds-000-001.jsonl"

CLEAN = [
    ("• Skjema for alle", "Skjema for alle"),
    ("- Skjema –", "Skjema"),
    ("Tekst i innkallingsbrev4", "Tekst i innkallingsbrev"),
    ("Digital dialog¹", "Digital dialog"),
    ("Prøvesvar*", "Prøvesvar"),
    ("EPJ2", "EPJ2"),
    ("Timer2", "Timer2"),
    ("ICD11", "ICD11"),
    ("Nasjonal tjeneste)", "Nasjonal tjeneste"),
    ("Journal 2.0", "Journal 2.0"),
    ("Innsyn 12-16.", "Innsyn 12-16"),
    ("Journal, vaksiner, etc.", "Journal, vaksiner, etc."),
    ("Varsel (prøvesvar", "Varsel (prøvesvar"),
    ("Behandlings-\nhjelpemidler", "Behandlingshjelpemidler"),
]

PARSED = [  # title, name, qualifiers, aliases
    ("Samvalg (Under revurdering)", "Samvalg", ["Under revurdering"], []),
    ("Timebestilling (i drift)", "Timebestilling", ["i drift"], []),
    ("Prøvesvar (HSØ, HN, HV)", "Prøvesvar", ["HSØ", "HN", "HV"], []),
    ("Skjema (arketype) (HN)", "Skjema (arketype)", ["HN"], []),
    ("Booking (Nasjonalt)", "Booking", ["Nasjonalt"], []),
    ("Innsyn (2016, 2020)", "Innsyn", ["2016, 2020"], []),
    ("Tilgang (V)", "Tilgang", ["V"], []),
    ("Mine avtaler (Avtaler 2.0)", "Mine avtaler", [], ["Avtaler 2.0"]),
    ("Datadeling(DEIS)", "Datadeling", [], ["DEIS"]),
    ("Resept (eResept)", "Resept", [], ["eResept"]),
    ("Ny løsning (tidligere Avtaler 2.0)", "Ny løsning", [], ["Avtaler 2.0"]),
    ("Felles skjema – tidligere Skjemabank", "Felles skjema", [], ["Skjemabank"]),
    ("Forbedret SkjemaWare-løsning – Skjema via portalen", "Forbedret SkjemaWare-løsning", [], ["Skjema via portalen"]),
    ("DEIS: Data mellom Eksterne og Interne Systemer", "Data mellom Eksterne og Interne Systemer", [], ["DEIS"]),
    ("Henvisninger (0-11 år)", "Henvisninger (0-11 år)", [], []),
    ("Tilpasning (EU/EØS)", "Tilpasning (EU/EØS)", [], []),
    ("Innhente opplysninger (skjema)", "Innhente opplysninger (skjema)", [], []),
    ("Støtte (Fase 2)", "Støtte (Fase 2)", [], []),
    ("Støtte (14 stemmer)", "Støtte", ["14 stemmer"], []),
    ("Støtte (14 kommuner)", "Støtte (14 kommuner)", [], []),
    ("Løsning (pilot)", "Løsning (pilot)", [], []),
    ("Rapport (PDF)", "Rapport (PDF)", [], []),
    ("Oppgave - registrere informasjon", "Oppgave - registrere informasjon", [], []),
    ("Screening - BDS", "Screening - BDS", [], []),
    ("Barn og unge – nektingperiode", "Barn og unge – nektingperiode", [], []),
    ("Velg time – i drift", "Velg time", ["i drift"], []),
    ("HN: Digital dialog", "Digital dialog", ["HN"], []),
    ("Helse Vest – Digital dialog", "Digital dialog", ["Helse Vest"], []),
    ("Ny integrasjon (Krever ny avtale)", "Ny integrasjon (Krever ny avtale)", [], []),
    ("Flere verktøy for triagering - Verktøy for leger og Verktøy for alle",
     "Flere verktøy for triagering - Verktøy for leger og Verktøy for alle", [], []),
    ("Helsehjelp: Råd og støtte", "Helsehjelp: Råd og støtte", [], []),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "title"), CLEAN)
def test_titles_are_cleaned(printed: str, title: str) -> None:
    assert clean_title(printed) == title
    assert clean_title(title) == title


@pytest.mark.parametrize(("text", "name", "qualifiers", "aliases"), PARSED)
def test_titles_are_taken_apart(text: str, name: str, qualifiers: list[str], aliases: list[str]) -> None:
    title = parse_title(text, V)
    assert title.title == text
    assert (title.name, list(title.qualifiers), list(title.aliases)) == (name, qualifiers, aliases)


def test_what_a_title_tells_beside_the_name() -> None:
    title = parse_title("Digital dialog (Dialog 2) (HN, i drift)", V)
    assert (title.owners, title.status, title.status_text) == (("HN",), Status.IN_OPERATION, "HN, i drift")
    assert title.links == ((LinkKind.ALIAS, "Dialog 2"),)
    planned = parse_title("Samvalg (planlagt 2026)", V)
    assert planned.status is Status.PLANNED
    assert planned.period is not None
    assert planned.period.start_iso == "2026-01-01"
    both = parse_title("Bytte fastlege for barn (HDIR) – under vurdering", V)
    assert (both.name, both.owners, both.status) == ("Bytte fastlege for barn", ("HDIR",), Status.UNDER_CONSIDERATION)
    assert parse_title("Dokumentdeling kommune – pilot", V).owners == ()
    assert parse_title("X – tidligere Y", V).links == ((LinkKind.FORMERLY, "Y"),)


@pytest.mark.parametrize(
    ("text", "title"),
    [("1. Standarddialog", "Standarddialog"), ("2.3 Digital dialog", "Digital dialog"), ("Tiltak 4: Digital dialog",
    "Digital dialog"),
     ("Projekt i fokus: Virtuel klinik", "Virtuel klinik"), ("In focus: Open status page", "Open status page"),
     ("Prosjektark: Felles kurve", "Felles kurve"), ("Fokus på barn", "Fokus på barn"),
     ("Swagger support https://github.com/x/422", "Swagger support"), ("Ny portal (https://a.no/b)", "Ny portal"),
     ("https://a.no/b", "https://a.no/b"),
     ("1. halvår", "1. halvår"), ("3 nye skjema", "3 nye skjema"), ("2.0 plattform", "2.0 plattform")],
)  # fmt: skip
def test_numbers_in_front_go(text: str, title: str) -> None:
    assert parse_title(text, V).title == title


@pytest.mark.shared
def test_qualifiers_and_aliases_of_the_labelled_titles() -> None:
    if not GOLD.exists():
        pytest.skip("the shared folder is not here")
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    right = 0
    for row in rows:
        title = parse_title(row["title"], V)
        right += [title.title, list(title.qualifiers), list(title.aliases)] == [
            row["title"],
            row["qualifiers"],
            row["aliases"],
        ]
    assert right / len(rows) >= 0.97


@pytest.mark.parametrize("title", ["Felles kart (2026–27)", "Felles kart (2026-2027)", "Felles kart (2026 – 2027)"])
def test_years_in_parentheses_are_a_period_and_no_ages(title: str) -> None:
    parsed = parse_title(title, load_vocabulary())
    assert parsed.name == "Felles kart"
    assert parsed.period is not None
    assert (parsed.period.start_iso, parsed.period.end_iso) == ("2026-01-01", "2027-12-31")
    assert parse_title("Tilgang (12–16)", load_vocabulary()).name == "Tilgang (12–16)"


@pytest.mark.parametrize(
    ("text", "owners", "year"),
    [
        ("Felles journal (ansvar: Solund)", ("Solund",), None),
        ("Felles journal (Gulen, starta 2025)", ("Gulen",), 2025),
        ("Felles journal (Solund saman med frivilligsentralen, 2026)", ("Solund",), 2026),
        ("Felles journal (alle kommunane, 2026)", (), 2026),
        ("Felles journal (for Solund, snart)", (), None),
        ("Felles journal (Solund, støtta av Statsforvaltaren)", ("Solund",), None),
        ("Felles journal (ansvarlig: Fjordby legevakt, 2027)", ("Fjordby legevakt",), 2027),
        ("Felles journal (ansvarlig: personvernombudet i Lia kommune)", ("Lia kommune",), None),
        ("Felles journal (ansvarlig: Kari Nes)", (), None),
    ],
)
def test_words_that_lead_owner_and_year_in_a_parenthesis(text: str, owners: tuple[str, ...], year: int | None) -> None:
    found = parse_title(text, load_vocabulary())
    assert found.owners == owners
    assert (found.period.start.year if found.period and found.period.start else None) == year


def test_what_has_started_has_no_end() -> None:
    found = parse_title("Felles journal (Gulen, starta 2025)", V)
    assert found.period is not None
    assert (found.period.start, found.period.end) == (date(2025, 1, 1), None)


def test_nobody_is_no_owner_and_no_part_of_the_name() -> None:
    found = parse_title("Drone med medisin (ingen eigar)", V)
    assert (found.name, found.owners, found.qualifiers) == ("Drone med medisin", (), ("ingen eigar",))


@pytest.mark.parametrize(
    ("text", "name", "owners"),
    [
        ("Køvisning på mobil   HN, HV", "Køvisning på mobil", ("HN", "HV")),
        ("Køvisning på mobil\tNHN", "Køvisning på mobil", ("NHN",)),
        ("Køvisning på mobil HN", "Køvisning på mobil HN", ()),  # one blank sets nothing apart
        ("Køvisning på mobil   versjon", "Køvisning på mobil versjon", ()),
    ],
)
def test_an_owner_behind_several_blanks(text: str, name: str, owners: tuple[str, ...]) -> None:
    title = parse_title(text, V)
    assert (title.name, title.owners) == (name, owners)
