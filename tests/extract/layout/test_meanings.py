"""What short texts say beside naming measures."""

import pytest

from extract.layout.cards import is_name
from extract.layout.meanings import meaning_of
from veikart.core.vocabulary import load_vocabulary

V = load_vocabulary()


@pytest.mark.parametrize(
    ("text", "owners", "start"),
    [
        ("Leder: Sykehuset Innlandet", ("Sykehuset Innlandet",), ""),
        ("Leiar: Nesvik", ("Nesvik",), ""),
        ("Leder: Kari Nordmann", (), ""),
        ("(HN) 2027", ("HN",), "2027-01-01"),
        ("(KLH)  Mål: 2026", (), "2026-01-01"),
        ("4. kvartal 2026 · sammen med FHI", (), "2026-10-01"),
        ("2026 · NHN", ("NHN",), "2026-01-01"),
        ("2026 · Felles journal", (), ""),
        ("HV, planlagt 2027", ("HV",), "2027-01-01"),
        ("NHN, i drift", ("NHN",), ""),
        ("NHN – klar i 2027", ("NHN",), "2027-01-01"),
        ("Mine Timeavtaler (NHN)", (), ""),
        ("EPJ – Helse Nord", (), ""),
        ("Digital Hjemmeoppfølging, NHN", (), ""),
        ("KN / NHN", ("NHN",), ""),
        ("prosjektleder Kari Nes, HV", ("HV",), ""),
        ("Dokumentdeling kommune – pilot", (), ""),
        ("Felles skjema, NHN", (), ""),
        ("Felles journal", (), ""),
    ],
)
def test_owners_and_periods(text: str, owners: tuple[str, ...], start: str) -> None:
    said = meaning_of(text, V)
    assert said.owners == owners
    assert (said.period.start_iso if said.period else "") == start


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Felles journal", True),
        ("Felles journal (pilot)", True),
        ("(beslutning mangler)", False),
        ("* avventer midler", False),
        ("Veikartet binder ingen. Tidspunktene kan endres når budsjettet er klart.", False),
    ],
)
def test_names(text: str, name: bool) -> None:
    assert is_name(text, V) is name
