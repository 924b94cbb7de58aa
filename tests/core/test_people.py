import pytest

from veikart.core.people import looks_like_person


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
