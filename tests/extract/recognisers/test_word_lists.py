"""Bullets below headings of Word documents: names with text about them, proposals, and lists of other things."""

from pathlib import Path

import pytest

from tests.extract.recognisers.word_support import read_word
from veikart.core.records import Field, Role


def test_bold_names_with_sentences_behind_them(tmp_path: Path) -> None:
    found = read_word(
        [
            "# Enablers",
            "Some work is needed by all areas. It is paid by the regional fund.",
            "- **Common sign-on for visitors.** Doctors who work in several hospitals use one card.",
            "- **Equipment pool.** Tablets can be borrowed for six months.",
            "# Ideas for the next plan",
            "They are under consideration:",
            "- Drone transport of samples",
            "- Virtual ward",
        ],
        tmp_path,
    )
    assert {t: r.role for t, r in found.items()} == {
        "Common sign-on for visitors": Role.MEASURE,
        "Equipment pool": Role.MEASURE,
        "Drone transport of samples": Role.PROPOSAL,
        "Virtual ward": Role.PROPOSAL,
    }
    assert found["Equipment pool"].value(Field.DESCRIPTION) == "Tablets can be borrowed for six months."


def test_counted_needs_with_their_measures(tmp_path: Path) -> None:
    found = read_word(
        [
            "## Behov 1: Vite hvor i køen jeg er",
            "Mange ringer for å spørre.",
            "Tiltak:",
            "- Visning av ventetid",
            "- Melding når saken er vurdert",
            "## Behov 2: Forstå regningen",
            "Egenandeler kommer fra flere steder.",
            "Tiltak:",
            "- Oversikt over egenandeler",
        ],
        tmp_path,
    )
    assert {t: (r.role, r.value(Field.PARENT)) for t, r in found.items()} == {
        "Vite hvor i køen jeg er": (Role.NEED, ""),
        "Visning av ventetid": (Role.MEASURE, "Vite hvor i køen jeg er"),
        "Melding når saken er vurdert": (Role.MEASURE, "Vite hvor i køen jeg er"),
        "Forstå regningen": (Role.NEED, ""),
        "Oversikt over egenandeler": (Role.MEASURE, "Forstå regningen"),
    }


@pytest.mark.parametrize("heading", ["Les mer", "Gevinster", "Hvorfor nå?", "Se også"])
def test_lists_of_other_things_under_a_plan(heading: str, tmp_path: Path) -> None:
    parts = ["# Veikart for hjemmeoppfølging", f"## {heading}", "- Tilskudd til kommuner", "- Nyhetsbrev fra rådet"]
    assert not read_word(parts, tmp_path)


def test_lists_below_periods_and_a_checklist(tmp_path: Path) -> None:
    found = read_word(
        [
            "# Hva skal vi gjøre?",
            "## Første halvår 2026",
            "- Anskaffe felles tilsyn (Arendal kommune)",
            "- Kurs for hjemmetjenesten",
            "## 2027",
            "- Felles responssenter",
            "- Innføre medisindispensere",
            "# Sjekkliste",
            "☑ Ansette prosjektleder – frist 1.2.2026",
            "☐ Kartlegge utstyr i kommunene – frist 1.9.2026",
        ],
        tmp_path,
    )
    fields = (Field.OWNERS, Field.PERIOD_START, Field.PERIOD_END, Field.STATUS)
    assert {r.name: tuple(r.value(f) for f in fields) for r in found.values()} == {
        "Anskaffe felles tilsyn": ("Arendal kommune", "2026-01-01", "2026-06-30", ""),
        "Kurs for hjemmetjenesten": ("", "2026-01-01", "2026-06-30", ""),
        "Felles responssenter": ("", "2027-01-01", "2027-12-31", ""),
        "Innføre medisindispensere": ("", "2027-01-01", "2027-12-31", ""),
        "Ansette prosjektleder": ("", "", "2026-02-01", "done"),
        "Kartlegge utstyr i kommunene": ("", "", "2026-09-01", ""),
    }


def test_years_of_a_history_are_no_plan(tmp_path: Path) -> None:
    parts = ["# Historikk", "## 2019", "- Første journal", "- Nytt nett", "## 2020", "- Ny avtale", "- Felles drift"]
    assert not read_word(parts, tmp_path)


CHAPTER = [
    "# 2 Satsinger og tiltak",
    "## 2.1 Pasienten deltar",
    "### 2.1.1 Digitale skjema før alle timer",
    "Skjema sendes ut av seg selv.",
    "### 2.1.2 Samvalg ved hofteprotese",
    "Verktøyet lages sammen med universitetet.",
    "## 2.2 Smartere drift",
    "### 2.2.1 Felles vaktportal",
    "En portal erstatter fire lister.",
]


def test_innermost_headings_of_a_chapter_of_measures(tmp_path: Path) -> None:
    found = read_word(
        ["# 1 Innledning", "Planen er vedtatt.", *CHAPTER, "# 3 Gjennomføring", "Styret eier den."], tmp_path
    )
    assert {t: (r.value(Field.GROUP), r.value(Field.DESCRIPTION)) for t, r in found.items()} == {
        "Digitale skjema før alle timer": ("Pasienten deltar", "Skjema sendes ut av seg selv."),
        "Samvalg ved hofteprotese": ("Pasienten deltar", "Verktøyet lages sammen med universitetet."),
        "Felles vaktportal": ("Smartere drift", "En portal erstatter fire lister."),
    }


@pytest.mark.parametrize(
    "parts",
    [
        [part.replace("Satsinger og tiltak", "Bakgrunn og funn") for part in CHAPTER],
        CHAPTER[:6],  # two are too few
        [*CHAPTER, "### Hvem gjør hva?", "Alle.", "### Roller", "Mange.", "### Kontakt", "Vi svarer."],
    ],
)
def test_headings_over_prose_elsewhere(parts: list[str], tmp_path: Path) -> None:
    assert not [r for r in read_word(parts, tmp_path).values() if r.extractor == "chapter-measures"]


def test_a_document_with_chapters_called_as_labels_is_no_description(tmp_path: Path) -> None:
    parts: list[str] = ["# Tiltaksplan for e-helse", "## Bakgrunn", "Kommunene har drøftet saken.", "## Tiltak"]
    parts += ["Tabellene viser tiltakene.", "## Behov", "Det er mange."]
    assert not read_word(parts, tmp_path)


def test_tables_of_chapters_that_tell_of_the_organisation(tmp_path: Path) -> None:
    rows = [["Navn", "Enhet", "Status"], ["Lederforum nord", "Helse Nord", "Aktiv"], ["Fagforum", "NHN", "Aktiv"]]
    assert not read_word(["# Organisering", [["Enhet", *rows[0][1:]], *rows[1:]], "# Slutt"], tmp_path)


def test_bullets_that_begin_with_their_period_in_bold(tmp_path: Path) -> None:
    found = read_word(
        ["# Deliverables", "- **Q1 2026:** Contract signed", "- **2027:** Patient access to images"], tmp_path
    )
    assert {t: (r.value(Field.PERIOD_START), r.value(Field.PERIOD_END)) for t, r in found.items()} == {
        "Contract signed": ("2026-01-01", "2026-03-31"),
        "Patient access to images": ("2027-01-01", "2027-12-31"),
    }


def test_a_line_that_leads_to_a_list_tells_the_status_of_its_items(tmp_path: Path) -> None:
    found = read_word(
        ["# Status for forrige plan", "Disse tiltakene er ferdige:", "- Brev til innbygger", "- Video i klinikken"],
        tmp_path,
    )
    assert {t: r.value(Field.STATUS) for t, r in found.items()} == {
        "Brev til innbygger": "done",
        "Video i klinikken": "done",
    }


@pytest.mark.parametrize(
    ("name", "count"), [("Handlingsplan for kommunen 2026", 9), ("Årsmelding for kommunen 2026", 0)]
)
def test_lists_of_what_shall_be_done_in_an_action_plan(name: str, count: int, tmp_path: Path) -> None:
    parts = [f"# {name}"]
    for chapter in ("Samferdsel", "Helse", "Kultur"):
        parts += [f"## {chapter}", "Innbyggerne trenger derfor:"]
        parts += [
            f"- Øke tilbudet innen {chapter.lower()} i helgene.",
            f"- Kommunen skal etablere et råd for {chapter.lower()}.",
        ]
        parts += [f"- Etablere møteplasser for {chapter.lower()}", f"- Det skal være trygt med {chapter.lower()}."]
    found = read_word(parts, tmp_path)
    assert len(found) == count
    assert {r.value(Field.GROUP) for r in found.values()} == ({"Samferdsel", "Helse", "Kultur"} if count else set())


def test_bullets_that_end_in_how_far_they_have_come(tmp_path: Path) -> None:
    items = ["- Nye alarmer – fullført", "- Felles leder – i drift", "- Sensor – ikkje starta"]
    found = read_word(
        ["# Plan", "# Vedlegg: Saker frå førre periode", "Oversikta viser kva som har skjedd.", *items], tmp_path
    )
    assert {t: r.value(Field.STATUS) for t, r in found.items()} == {
        "Nye alarmer – fullført": "done",
        "Felles leder – i drift": "in_operation",
        "Sensor – ikkje starta": "not_started",
    }


def test_the_last_sentence_of_a_paragraph_leads_to_a_list(tmp_path: Path) -> None:
    lead = "Ingen områder har fått nytt navn. Følgende tiltak er fullført og er derfor tatt ut av planen:"
    found = read_word(["# Endringer", lead, "- Digital dialog", "- Nytt format"], tmp_path)
    assert {t: r.value(Field.STATUS) for t, r in found.items()} == {"Digital dialog": "done", "Nytt format": "done"}


def test_a_heading_over_goals_and_measures_is_their_group(tmp_path: Path) -> None:
    lists = ["**Mål**", "- Flere skal bo hjemme lenger.", "**Tiltak**", "- Felles mottak", "- Nye sensorer"]
    found = read_word(["# Temaplan", "## Trygg hjemme", "Mange vil bo hjemme.", *lists], tmp_path)
    assert {t: r.value(Field.GROUP) for t, r in found.items()} == {
        "Felles mottak": "Trygg hjemme", "Nye sensorer": "Trygg hjemme"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lead", "count"),
    [
        ("Sundhedsklyngerne har peget på tre fælles projekter, som starter i 2026:", 3),
        ("Vi arbeider videre med følgende initiativer:", 3),
        ("Planen bygger på erfaring fra andre kommuner:", 0),
    ],
)
def test_a_line_that_counts_or_points_leads_to_a_list(lead: str, count: int, tmp_path: Path) -> None:
    items = ["- Fælles tavle", "- Digital plan", "- Direkte henvisning"]
    assert len(read_word(["# Samarbejde", lead, *items], tmp_path)) == count


@pytest.mark.parametrize(
    ("lead", "count"), [("I planperioden skal kommunen:", 3), ("Kommunen har i dag:", 0), ("Vi skal i år:", 3)]
)
def test_one_list_will_do_below_a_line_that_says_who_shall_do_it(lead: str, count: int, tmp_path: Path) -> None:
    items = ["- prøve ut heimemåling", "- innføre videokonsultasjon", "- greie ut felles utstyrslager"]
    found = read_word(
        ["# Handlingsplan for helse", "## Digital oppfølging", f"Dette er aktuelt. {lead}", *items], tmp_path
    )
    assert len(found) == count


def test_who_and_when_behind_the_text_about_bold_names(tmp_path: Path) -> None:
    parts = ["# Handlingsplan 2026–2029", "## Tiltak"]
    names = ("Øvingsrom for hjelpemidler", "Digitale veivisere", "Grunnkurs for vikarer")
    tails = ("Utviklingssenteret, 2026", "Kulturavdelingen, 2026–2029", "Stab helse, 2027")
    parts += [
        f"- **{name}.** De ansatte får prøve i ro og mak ({tail})." for name, tail in zip(names, tails, strict=True)
    ]
    found = read_word(parts, tmp_path)
    assert list(found) == list(names)
    assert [record.value(Field.OWNERS) for record in found.values()] == [tail.split(",")[0] for tail in tails]
    assert [record.value(Field.PERIOD_END)[:4] for record in found.values()] == ["2026", "2029", "2027"]


@pytest.mark.parametrize(
    ("lead", "count"),
    [("Bydelen vil i perioden arbeide med følgende:", 3), ("Bydelen har lært følgende:", 0)],
)
def test_a_line_that_says_what_shall_be_worked_on_announces_named_bullets(
    lead: str, count: int, tmp_path: Path
) -> None:
    names = ("Ambassadører på hver avdeling", "Felles øvingsrom", "Brukerstøtte hele døgnet")
    parts = ["# Strategi", "## Kompetanse og drift", f"Nye løsninger krever trygge brukere. {lead}"]
    parts += [f"- **{name}.** Dette er på plass innen utgangen av 2027." for name in names]
    assert len(read_word(parts, tmp_path)) == count
