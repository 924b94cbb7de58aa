import pytest

from veikart.core.vocabulary import load_vocabulary

V = load_vocabulary()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Helse Sør-øst", "HSØ"), ("Helse Sør Øst RHF", "HSØ"), ("HV", "HV"), ("H-SØ", "HSØ"), ("Helse Midt", "HMN"),
        ("Helse Vest RHF", "HV"), ("Helse Vest IKT", "Helse Vest IKT"), ("e-helse", "EHELSE"), ("Helse Førde HF",
        "Helse Førde"), ("Direktoratet for \ne-helse",
        "EHELSE"),
        ("Hdir", "HDIR"), ("Pasientreiser HF", "PASIENTREISER"), ("Norsk Helsenett SF", "NHN"), ("Oslo Kommune",
        "OSLO"),
        ("Helse- og omsorgsdepartementet", "HOD"), ("Oslo", "OSLO"), ("Bømlo kommune", ""), ("vest", ""), ("", ""),
        ("Kurs", "")
    ],
)  # fmt: skip
def test_one_organisation(text: str, code: str) -> None:
    assert V.organisation(text) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("HelsedirektoratetHelse Vest", ["HDIR", "HV"]),
        ("KSOslo kommune", ["KS", "OSLO"]),
        ("FHIDirektoratet for \n\ne-helse", ["FHI", "EHELSE"]),
        ("SIOHelse Vest", ["SIO", "HV"]),
        ("Kslokal", []),
        ("Helse VestHelse Sør-Øst", ["HV", "HSØ"]),
        ("HSØ, HN og HV", ["HSØ", "HN", "HV"]),
        ("Helse Vest          Helse Nord", ["HV", "HN"]),
        ("NHN / Helse Midt-Norge RHF", ["NHN", "HMN"]),
        ("Helse Vest/Bømlo kommune", ["HV", "Bømlo kommune"]),
        ("HDIR\nFHI", ["HDIR", "FHI"]),
        ("HV, HV", ["HV"]),
        ("Helse Nord og noe annet", []),
        ("", []),
    ],
)  # fmt: skip
def test_nothing_but_organisations(text: str, codes: list[str]) -> None:
    assert V.split_organisations(text) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Samarbeid mellom Helse Nord og NHN", ["HN", "NHN"]),
        ("Helse Vest IKT leverer", ["Helse Vest IKT"]),
        ("Oslo legevakt", []),
        ("Status for e-helse i kommunene", []),
        ("et kurs i nav og hv", []),
        ("Helsedirektoratets råd", []),
    ],
)
def test_organisations_inside_a_text(text: str, codes: list[str]) -> None:
    assert V.organisations_in(text) == codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bømlo kommune", True), ("Møre og Romsdal fylkeskommune", True), ("Helse Fonna HF", True),
        ("Universitetet i Agder", True),
        ("Sykehuset Telemark", True), ("Direktoratet for noe", True), ("Eksempel AS", True), ("HN", True),
        ("Bidrag til hjemmesykehus", False), ("Løft for kommuner", False), ("Digital kommune", False),
        ("Oslo legevakt", False),
        ("Ystads lasarett", True), ("Skånes universitetssjukhus", True), ("Länssjukhuset Kalmar", True),
        ("Akademiska sjukhuset", True), ("Sykehusapotek Nord", True), ("Sjukehusapoteka Vest HF", True),
        ("Fremtidens sykehus", False), ("Nya sjukhuset", False), ("Sykehusapotek", False), ("Lasarettets kök", False),
        ("Hjemmesykehuset", False), ("digital dialog", False), ("Sykehuset i framtiden", False),
    ],
)  # fmt: skip
def test_what_looks_like_an_organisation(text: str, expected: bool) -> None:
    assert V.looks_like_organisation(text) is expected


def test_an_owner_outside_the_vocabulary_keeps_its_printed_name() -> None:
    assert [V.owner(t) for t in ("Helse Vest", "Bømlo  kommune", "Digital dialog")] == ["HV", "Bømlo kommune", ""]


@pytest.mark.parametrize(
    ("code", "text", "shown"),
    [
        ("Sykehuset i Vestfold", "SiV", "SiV"),
        ("Sykehuset i Vestfold", "Ansvarlig: Sykehuset i Vestfold HF", "Sykehuset i Vestfold"),
        ("Sykehuset i Vestfold", "SV", "Sykehuset i Vestfold"),  # a form that the document explained itself
        ("HN", "Helse Nord", "HN"),  # a code that the exports promise
    ],
)
def test_other_organisations_are_shown_as_printed(code: str, text: str, shown: str) -> None:
    assert V.printed_owner(code, text) == shown
    assert V.owner_key(shown) == code


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Haugesund", ["Haugesund"]),
        ("Kinn og Solund", ["Kinn", "Solund"]),
        ("Haugesund kommune", ["Haugesund kommune"]),
        ("NHN (NO)", ["NHN"]),
        ("Strand", []),  # a word of other kinds too
        ("Møte i Haugesund", []),
    ],
)
def test_municipalities_stand_by_their_names_where_nothing_else_is_said(text: str, owners: list[str]) -> None:
    assert V.split_organisations(text) == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Helse Solfjord HF", ["Helse Solfjord HF"]),
        ("Helse Solfjord", ["Helse Solfjord"]),
        ("Helse Vest", ["HV"]),
        ("Helse og omsorg", []),
        ("Helse for alle", []),
        ("Digital helse Solfjord", []),
    ],
)
def test_health_trusts_are_known_by_the_form_of_their_names(text: str, owners: list[str]) -> None:
    assert V.split_organisations(text) == owners
