import pytest

from veikart.core.partners import without_partners
from veikart.core.people import after_role, looks_like_person, names_body, names_role, without_people
from veikart.core.vocabulary import load_vocabulary


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Kari Nordmann", True),
        ("Ola A. Tveit", True),
        ("Per-Olav Siggervåg", True),
        ("Anne Haukeland", True),
        ("Nære Sundhedstilbud", False),
        ("Hospitalsenhed Midt", False),
        ("Digitale Tjenester", False),
        ("Kirurgisk Klinikk", False),
        ("NHN Drift", False),
        ("Felles kalender", False),
    ],
)
def test_names_of_people_are_told_from_those_of_bodies(text: str, person: bool) -> None:
    assert looks_like_person(text) is person


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("fagsjef", True),
        ("seksjonsleiar poliklinikk", True),
        ("avdelingssjef medisin", True),
        ("seksjon for nettbehandling", True),
        ("sone Årstad", True),
        ("systemforvalter", True),
        ("administrerende direktør", True),
        ("IKT-leder", True),
        ("kurs for leder", False),
        ("ny koordinator", False),
        ("fagsjef " * 40, False),
        ("innkjøp", False),
        ("fase 2", False),
        ("ny løsning", False),
        ("alle", False),
    ],
)
def test_roles_and_parts_of_an_organisation_name_who_is_in_charge(text: str, role: bool) -> None:
    assert names_role(text) is role


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("prosjektleder Kari Nes, Helse Vest IKT", "Helse Vest IKT"),
        ("koordinator T. Lie, Helse Fonna", "Helse Fonna"),
        ("KN / Hdir", "Hdir"),
        ("Stad (MKB)", "Stad"),
        ("Firma AS (prosjektleder Mette Holm)", "Firma AS"),
        ("Sykehuset (prosjektleder Anne Berg, medisinsk avdeling)", "Sykehuset"),
        ("KS / NHN", "KS / NHN"),  # short forms, no initials
        ("Data & Analyse, KS", "Data & Analyse, KS"),
        ("Helse Nord", "Helse Nord"),
        ("Kari Nes", "Kari Nes"),
    ],
)
def test_people_stand_for_those_they_work_for(text: str, who: str) -> None:
    assert without_people(text, load_vocabulary().split_organisations) == who


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Stryn saman med Helse Førde", "Stryn"),
        ("NHN i nært samarbeid med KS", "NHN"),
        ("Stad, støtta av Statsforvaltaren", "Stad"),
        ("Gloppen, med fastlegane", "Gloppen"),
        ("alle fire kommunane; SYS IKT bistår", "alle fire kommunane"),
        ("Senter for arbeid med kvalitet", "Senter for arbeid med kvalitet"),
    ],
)
def test_partners_are_no_owners(text: str, owner: str) -> None:
    assert without_partners(text) == owner


def test_what_follows_a_role_and_parts_of_organisations() -> None:
    assert (after_role("tjenesteeier NHN"), after_role("Felles kalender")) == ("NHN", "")
    assert [names_body(text) for text in ("HR-avdelingen", "Solbakken sykehjem", "Felles kalender", "")] == [
        True, True, False, False,
    ]  # fmt: skip
