"""Lists of measures, pages about one project and its stages, counted measures."""

from pathlib import Path

from tests.extract.recognisers.flat_support import read
from veikart.core.records import Field, Role

WORKSHOP = """Tiltak i veikartet som trenger bestilling

Brukerne

• Varsel på mobil

• Pårørende "light"

Samarbeid

• Bedre tall for bruk

Åpne for nye aktører: apotek,_

legevakt

Plattform

• Data fra eksterne apper




Nye forslag

• Oppmøteregister

• Henvisning på nett




• Varsel på mobil

Brukerne

• Pårørende "light"

KS

Oslo kommune




• Bedre tall for bruk

• Åpne for nye aktører: apotek, legevakt

Samarbeid

Helse Vest
"""


def test_bullets_below_categories(tmp_path: Path) -> None:
    found = read(WORKSHOP, tmp_path)
    groups = [(record.title, record.value(Field.GROUP)) for record in found.records]
    assert groups[:5] == [
        ("Varsel på mobil", "Brukerne"),
        ('Pårørende "light"', "Brukerne"),
        ("Bedre tall for bruk", "Samarbeid"),
        ("Åpne for nye aktører: apotek, legevakt", "Samarbeid"),
        ("Data fra eksterne apper", "Plattform"),
    ]


def test_proposals_say_so(tmp_path: Path) -> None:
    found = read(WORKSHOP, tmp_path)
    assert found.one("Oppmøteregister").role is Role.PROPOSAL
    assert found.one("Data fra eksterne apper").role is Role.MEASURE


def test_a_list_repeated_without_its_heading_is_known_again(tmp_path: Path) -> None:
    found = read(WORKSHOP, tmp_path)
    assert found.titles.count("Varsel på mobil") == 2
    assert found.titles.count("Åpne for nye aktører: apotek, legevakt") == 2
    again = [record for record in found.records if record.title == "Bedre tall for bruk"][1]
    assert again.value(Field.GROUP) == "Samarbeid"
    assert again.values(Field.OWNERS) == ()  # which sticker lay beside it is lost


def test_a_page_of_wishes_belongs_to_those_its_heading_names(tmp_path: Path) -> None:
    text = "Innspill fra brukerne i Helse Vest\n\nØnske om ny funksjon\n\n• Attester på nett\n\n• Varsel på mobil\n"
    found = read(text, tmp_path)
    assert set(found.told(Field.OWNERS).values()) == {"HV"}
    assert {record.role for record in found.records} == {Role.PROPOSAL}


DECK = """Digitale tjenester i Helse Nord



Utvikling framover

Pasientbrev i portalen

Felles tillit

Legemiddelliste

Kurve på nett

2025 2026 2027 →



Pasientbrev på nett

• Alle brev samles ett sted.
• I produksjon i Helse Vest fra før.
• Prosjektet planlegger oppstart i 2026



Legemiddelliste

1. Pilot i to byer: små grupper. Prod mars 2025
2. Bredding: alle sykehus. Planlagt prod høsten 2026
3. Innsyn: for innbyggerne. Prod 2027

Prosjektet er ledet av NHN.



Takk for oppmerksomheten

• Spørsmål om prosjektet sendes på e-post.
"""


def test_a_page_about_one_project_is_a_record_of_it(tmp_path: Path) -> None:
    found = read(DECK, tmp_path, issuer="HN")
    brev = found.one("Pasientbrev på nett")
    assert set(brev.values(Field.OWNERS)) == {"HN", "HV"}
    assert brev.value(Field.STATUS) == "planned"
    assert brev.value(Field.PERIOD_START) == "2026-01-01"
    assert "samles ett sted" in brev.value(Field.DESCRIPTION)
    assert not any("Takk" in title for title in found.titles)


def test_stages_are_activities_with_periods(tmp_path: Path) -> None:
    found = read(DECK, tmp_path, issuer="HN")
    stages = {r.title: r for r in found.records if r.role is Role.ACTIVITY}
    assert list(stages) == ["Pilot i to byer", "Bredding", "Innsyn"]
    assert stages["Pilot i to byer"].value(Field.PERIOD_START) == "2025-03-01"
    assert stages["Pilot i to byer"].value(Field.STATUS) == ""
    assert stages["Bredding"].value(Field.STATUS) == "planned"
    assert stages["Innsyn"].value(Field.STATUS) == "planned"  # behind a planned stage


def test_ticked_stages_are_done(tmp_path: Path) -> None:
    text = DECK.replace("1. Pilot i to byer: små grupper. Prod mars 2025", "1. Innsyn i Bodø (V)")
    text = text.replace("2. Bredding: alle sykehus. Planlagt prod høsten 2026", "2. Innsyn i Tromsø (V)")
    found = read(text, tmp_path, issuer="HN")
    assert found.one("Innsyn i Bodø (V)").value(Field.STATUS) == "done"
    assert found.one("Innsyn").value(Field.STATUS) == ""


def test_the_issuer_owns_what_is_not_shared(tmp_path: Path) -> None:
    owners = read(DECK, tmp_path, issuer="HN").told(Field.OWNERS)
    assert owners["Kurve på nett"] == "HN"
    assert owners["Felles tillit"] == ""
    assert set(read(DECK, tmp_path).told(Field.OWNERS).values()) <= {"", "HV", "NHN", "NHN; HV"}


def test_counted_measures(tmp_path: Path) -> None:
    text = (
        "Handlingsplan\n\nTiltak 1: Digital hjemmeoppfølging\nKommunene innfører den.\nAnsvarlig: Helse Vest\n"
        "Frist: 2026\n\nTiltak 2 – Felles legemiddelliste\nAlle ser den samme listen.\n"
    )
    found = read(text, tmp_path)
    assert found.titles == ["Digital hjemmeoppfølging", "Felles legemiddelliste"]
    assert found.told(Field.OWNERS)["Digital hjemmeoppfølging"] == "HV"
    assert read("Tiltak 1 kommer i mai.\nDet er bra.\n", tmp_path).titles == []


def test_a_heading_tells_the_status_of_its_list(tmp_path: Path) -> None:
    text = "Pågående prosjekter\n\n• Ny portal\n• Felles kalender\n\nPlanlagte prosjekter\n\n• Digital resept\n"
    assert read(text, tmp_path).told(Field.STATUS) == {
        "Ny portal": "ongoing",
        "Felles kalender": "ongoing",
        "Digital resept": "planned",
    }


def test_a_planned_start_tells_no_end(tmp_path: Path) -> None:
    found = read(DECK, tmp_path, issuer="HN").one("Pasientbrev på nett")
    assert found.value(Field.PERIOD_END) == ""
    other = read(DECK.replace("oppstart i 2026", "innføring i 2026"), tmp_path, issuer="HN")
    assert other.one("Pasientbrev på nett").value(Field.PERIOD_END) == "2026-12-31"
