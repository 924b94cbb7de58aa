"""What short texts say beside naming measures."""

import pytest

from extract.layout.cards import is_name
from extract.layout.meanings import meaning_of
from veikart.core.records import Status
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


@pytest.mark.parametrize(
    ("text", "status", "start"),
    [
        ("I bruk sidan 2024", Status.IN_OPERATION, "2024-01-01"),
        ("pågår sedan mars 2024", Status.ONGOING, "2024-03-01"),
        ("Under arbeid (2026–2027)", Status.ONGOING, "2026-01-01"),
        ("Planlagt (3)", Status.PLANNED, ""),
        ("Nytt arkiv 2024", None, ""),
    ],
)
def test_a_status_with_its_time_or_a_count_behind_it(text: str, status: Status | None, start: str) -> None:
    told = meaning_of(text, load_vocabulary())
    assert (told.status, told.period.start_iso if told.period else "") == (status, start)
