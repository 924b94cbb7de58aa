import pytest

from veikart.core.records import Role, Status
from veikart.core.vocabulary import load_vocabulary

V = load_vocabulary()


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Tiltak", "measure"), ("Behov eller tiltak", "need_or_measure"), ("Behov/tiltak", "need_or_measure"),
        ("Ansvarlig virksomhet", "owner"), ("Ansvarleg", "owner"), ("Oppstart", "start"), ("Ferdig", "end"),
        ("Start – slutt", "period"), ("År", "period"), ("Status", "status"), ("Beskrivelse", "description"),
        ("Kostnad (MNOK)", "cost"), ("Nr.", "number"), ("Felles", "common"), ("Regionale initiativ/prosjekt",
        "regional"),
        ("Nytteverdi", "benefit"), ("Prioritet", "priority"), ("Project", "measure"), ("Responsible", "owner"),
        ("Program / prosjekt", "measure"),
        ("Tiltag", "measure"), ("Leverancer", "measure"), ("Uppgift", "measure"), ("Oppgåver", "measure"),
        ("Tovholder", "owner"), ("Ansvarleg avdeling", "owner"), ("Huvudansvarig", "owner"), ("Hvornår", "period"),
        ("Tidpunkt", "period"), ("Seinast", "end"), ("Færdig", "end"), ("Indsatsområde", "group"),
        ("Insatsområde", "group"), ("Beskrivning", "description"), ("Suksesskriterier", "note"), ("Indikator", "note"),
        ("Klinikk", ""), ("Digital dialog", ""), ("", ""), ("Tiltak " * 20, ""),
    ],
)  # fmt: skip
def test_column_headings(text: str, concept: str) -> None:
    assert V.header(text) == concept


@pytest.mark.parametrize(
    ("text", "concept"),
    [("Problem:", "problem"), ("Nytteverdi", "benefit"), ("Behov og del-tiltak:", "need"), ("Tiltak/løsning:",
    "solution"),
     ("Delområder:", "parts"), ("Bakgrunn", "background"), ("Digital dialog", "")],
)  # fmt: skip
def test_labels(text: str, concept: str) -> None:
    assert V.label(text) == concept


def test_labels_run_into_their_text() -> None:
    assert V.run_in("Behov: Et sted å spørre") == ("need", "Behov", "Et sted å spørre")
    assert V.run_in("Samhandling: Personvern") is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Overordnet behov", Role.NEED),
        ("Tilhørende tiltak:", Role.MEASURE),
        ("Nye forslag", Role.PROPOSAL),
        ("Annet", None),
    ],
)
def test_roles(text: str, role: Role | None) -> None:
    assert V.role(text) is role


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Agenda", "agenda"), ("Agenda for møtet", "agenda"), ("Takk for oppmerksomheten!", "thanks"), ("Innhold",
        "contents"),
        ("14/26 Agenda", "agenda"), ("Sak 9/2026: Innhold", "contents"), ("24/7 helsehjelp", ""),
        ("Vedlegg", "appendix"), ("Vedlegg A: Innhold", "contents"), ("Appendix: completed in 2025", ""),
        ("Spørsmål?", "questions"), ("Organisering av arbeidet", "organisation"), ("Hendelse i mars", "incident"),
        ("Veikart – oppsummering", ""), ("Finansiering som støtter nye forløp", ""), ("Digital dialog", ""),
    ],
)  # fmt: skip
def test_pages_that_are_no_plan(text: str, kind: str) -> None:
    assert V.page_kind(text) == kind


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Kor langt er vi? Framdrift per 1. mars", "progress"),
        ("Status for pilotene", "progress"),
        ("What depends on what", "dependence"),
        ("Avhengigheter mellom prosjektene", "dependence"),
        ("Slik bruker innbyggerne tjenestene", ""),
    ],
)
def test_what_a_figure_shows_of_measures(text: str, theme: str) -> None:
    assert V.theme(text) == theme


@pytest.mark.parametrize(
    ("text", "label", "rank"),
    [
        ("Følsomhet Intern (gul)", "Intern", 2), ("intern", "Intern", 2), ("Sensitivity: Confidential", "Fortrolig", 3),
        ("Strengt fortrolig", "Strengt fortrolig", 4), ("Åpen", "Åpen", 1), ("Vi har intern dialog", "", 0),
        ("Intern opplæring", "", 0), ("TLP:AMBER", "Fortrolig", 3),
    ],
)  # fmt: skip
def test_sensitivity(text: str, label: str, rank: int) -> None:
    assert (V.sensitivity(text), V.sensitivity_rank(label)) == (label, rank)


def test_the_most_protected_label_wins() -> None:
    assert V.highest_sensitivity(["Åpen", "Fortrolig", "Intern", "ukjent"]) == "Fortrolig"
    assert V.highest_sensitivity([]) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Grønn tekst – aktivitet", "green"), ("Rød = stopp", "red"), ("kvit", "white"), ("grønnsaker", ""), ("", "")],
)
def test_colour_words(text: str, expected: str) -> None:
    assert V.colour_word(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Side 3 av 20", True), ("3/20", True), ("Sist oppdatert 12.3.2024", True), ("Kilde: SSB", True),
    ("https://example.org/x", True),
     ("Følsomhet Intern (gul)", True), ("Dokumentdeling", False), ("Kildesortering", False)],
)  # fmt: skip
def test_furniture(text: str, expected: bool) -> None:
    assert V.is_furniture(text) is expected


def test_frame_words() -> None:
    assert V.is_frame("Nasjonal")
    assert not V.is_frame("rekvisisjon")


def test_additions_come_before_the_packaged_words() -> None:
    own = load_vocabulary(
        {
            "organisation": [{"code": "HV", "names": ["Helse Vestlandet"]}, {"code": "XO", "names": ["Xorg"]}],
            "done": {"whole": ["Fikset"]},
            "headers": {"owner": ["Hovedperson"]},
        }
    )
    assert [own.organisation(t) for t in ("Helse Vestlandet", "Helse Vest", "Xorg")] == ["HV", "HV", "XO"]
    assert own.status("fikset") is Status.DONE
    assert own.header("Hovedperson") == "owner"
    assert V.organisation("Xorg") == ""


def test_all_errors_of_additions_are_told_at_once() -> None:
    wrong: dict[str, object] = {
        "organisasjon": [],
        "organisation": [{"names": ["X"]}, {"code": "A", "name": "X"}],
        "headers": {"measur": ["a"], "owner": "a"},
        "patterns": {"organisation": ["(("]},
        "done": [],
    }
    with pytest.raises(ValueError, match="organisasjon") as error:
        load_vocabulary(wrong)
    told = str(error.value).splitlines()
    assert len(told) == 7
    assert "did you mean `organisation`?" in told[0]
    assert any("did you mean `measure`?" in line for line in told)


def test_organisations_are_added_to_a_vocabulary_and_not_to_the_one_it_was_made_from() -> None:
    project = load_vocabulary(
        {"organisation": [{"code": "Testetaten", "short": ["TE"]}], "furniture": {"patterns": ["x+"]}}
    )
    more = project.with_organisations([{"code": "HN", "short": ["HX"]}, {"code": "Rana kommune", "short": ["RK"]}])
    assert more.split_organisations("RK, HX og TE") == ["Rana kommune", "HN", "Testetaten"]
    assert more.organisations_in("sammen med RK og Helse Nord") == ["Rana kommune", "HN"]
    assert more.is_furniture("xxx")
    assert more.status("pågår") is Status.ONGOING
    assert not project.organisation("RK")
    assert not project.organisations_in("sammen med HX")


def test_signs_among_the_words_of_a_project_are_no_words() -> None:
    signs = {
        "organisation": [{"code": "–"}],
        "done": {"phrases": ["✓"]},
        "colours": {"green": ["●"]},
        "page_kinds": {"agenda": {"starts": ["→"]}},
        "sensitivity": [{"name": "Intern", "words": ["★"]}],
    }
    known = load_vocabulary(signs)
    assert known.status_in("skjema ferdigstilt i går") == (Status.DONE, "ferdigstilt")
    assert known.split_organisations("Helse Nord") == ["HN"]
    assert known.colour_word("lysegrønn ramme") == "green"
    assert known.page_kind("Agenda for dagen") == "agenda"
    assert known.sensitivity("Intern") == "Intern"


@pytest.mark.parametrize("heading", ["Hvorfor et veikart", "Därför behövs en färdplan", "Why do we need this roadmap?"])
def test_a_heading_that_tells_why_there_is_a_plan_is_none(heading: str) -> None:
    assert not load_vocabulary().is_plan_heading(heading)
    assert load_vocabulary().page_kind(heading) == "introduction"
    assert load_vocabulary().is_plan_heading("Veikart 2026")


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Foreslåtte tiltak", "measure"),
        ("Planned activities", "measure"),
        ("Antall tiltak", ""),
        ("Kerneleverance", "measure"),
        ("Risikotiltak", ""),
        ("Ansvarlig for tiltak", ""),
        ("Fase / Aktivitet", "measure"),
        ("Ansvarlig / tiltak", "owner"),
    ],
)
def test_a_column_of_measures_behind_another_word(text: str, concept: str) -> None:
    assert V.header(text) == concept
