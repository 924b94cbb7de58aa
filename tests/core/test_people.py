import pytest

from veikart.core.people import looks_like_person, names_role


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
