import pytest

from extract.recognisers.bullets import recognise_bullets
from extract.recognisers.tails import signed_behind, tail_of, tails_of
from tests.extract.recognisers.pages import bullets, deck, slide, text_at, title
from veikart.core.records import Field
from veikart.core.vocabulary import load_vocabulary

WORDS = load_vocabulary()


@pytest.mark.parametrize(
    ("text", "name", "owners", "year", "status"),
    [
        ("Bildearkiv for hud, HN, 2027 (pågår)", "Bildearkiv for hud", ("HN",), "2027", "ongoing"),
        ("Bildearkiv – del 2, Helse Vest, 2026", "Bildearkiv – del 2", ("HV",), "2026", ""),
        ("Bildearkiv – HV – 2026", "Bildearkiv", ("HV",), "2026", ""),
        ("Timebok, 2026", "Timebok", (), "2026", ""),
        ("Timebok på nett (HV), 2027–2028", "Timebok på nett (HV)", (), "2027", ""),
        ("Timebok, KS, 2027 – 2028", "Timebok", ("KS",), "2027", ""),
        ("Timebok, HN, HV, 2026", "Timebok", ("HN", "HV"), "2026", ""),
    ],
)
def test_a_tail_is_read(text: str, name: str, owners: tuple[str, ...], year: str, status: str) -> None:
    tail = tail_of(text, WORDS)
    assert tail is not None
    assert (tail.title, tail.owners) == (name, owners)
    assert (tail.period.start_iso[:4] if tail.period else "") == year
    assert (tail.status.value if tail.status else "") == status


@pytest.mark.parametrize(
    "text",
    [
        "Bildearkiv (HN)",  # read as a title
        "Bildearkiv (pågår)",
        "Bildearkiv – 2026",
        "Bildearkiv for hud (HN) – 2025",
        "Samarbeid med HN, HV",  # an enumeration
        "Deling mellom HN, HV og KS",
        "Kurs i hud, hår og negler",
        "2026, HN",
    ],
)
def test_no_tail(text: str) -> None:
    assert tail_of(text, WORDS) is None


def test_a_tail_is_the_style_of_its_list() -> None:
    one = ["Seminar, Oslo, 2026", "Felles bildearkiv", "Timebok på nett"]
    assert tails_of(one, WORDS) == [None, None, None]
    assert [tail is not None for tail in tails_of(["Arkiv, HN, 2026", "Timebok, KS, 2027", "Tolk"], WORDS)] == [
        True, True, False,
    ]  # fmt: skip


def test_tails_become_fields_of_the_measures() -> None:
    listed = bullets(["Bildearkiv, HN, 2026 (pågår)", "Timebok på nett, KS, 2027 (planlagt)"], 0.1, 0.3)
    page = slide([title("Tiltak i plan"), *listed])
    claim = recognise_bullets(page, deck(page))
    assert claim is not None
    names = (Field.OWNERS, Field.PERIOD_START, Field.STATUS)
    found = [(d.title, *(s.value for n in names for s in d.statements if s.field is n)) for d in claim.drafts]
    assert found == [
        ("Bildearkiv", "HN", "2026-01-01", "ongoing"), ("Timebok på nett", "KS", "2027-01-01", "planned"),
    ]  # fmt: skip
    assert all(s.method == "line-end" and s.page == 1 for d in claim.drafts for s in d.statements)


def test_columns_behind_tabs_are_no_part_of_the_title() -> None:
    texts = ["Documentation\t\t\t6/30/2027", "Nye hyller\tHN\t2026", "Bedre lås \t\tKari & Ola"]
    documentation, shelves, lock = tails_of(texts, WORDS)
    assert documentation is not None
    assert shelves is not None
    assert lock is not None
    assert (documentation.title, documentation.period_text) == ("Documentation", "6/30/2027")
    assert (shelves.title, shelves.owners, shelves.period_text) == ("Nye hyller", ("HN",), "2026")
    assert (lock.title, lock.owners) == ("Bedre lås", ())
    assert tail_of("Hyller\tDe skal være høyere enn de gamle og bedre merket", WORDS) is None


def test_a_role_in_parentheses_needs_no_list_of_its_style() -> None:
    texts = ["Ny arbeidsflyt for epikrise (fagsjef)", "Digital kriseplan (Helse Midt-Norge)", "Felles søk – fagsjef"]
    found = [(tail.title, tail.owners) if tail else None for tail in tails_of(texts, WORDS)]
    assert found == [("Ny arbeidsflyt for epikrise", ("fagsjef",)), None, ("Felles søk", ("fagsjef",))]
    assert tails_of(["Felles søk – fagsjef", "Ny app", "Nytt lager"], WORDS) == [None, None, None]


@pytest.mark.parametrize(
    ("bullets", "owners"),
    [
        (("Ruter (Hjemmetjenesten, 2026)", "Notat (Teknisk drift, 2027)", "Brikker (KS, 2028)"),
         ["Hjemmetjenesten", "Teknisk drift", "KS"]),
        (("Møte (London, 2026)", "Fest (Paris, 2027)", "Tur (Roma, 2028)"), []),
    ],
)  # fmt: skip
def test_who_and_when_in_parentheses_is_the_style_of_a_list(bullets: tuple[str, ...], owners: list[str]) -> None:
    found = tails_of(bullets, WORDS)
    assert [owner for tail in found if tail for owner in tail.owners] == owners


def test_a_status_behind_a_dash_ends_the_names_of_a_list() -> None:
    texts = ["Felles kurve – i drift siden 2023", "Timebok – i drift", "Ny vaktbok – under innføring i tre kommuner"]
    found = [tail and (tail.title, tail.status_text) for tail in tails_of(texts, WORDS)]
    assert found == [
        ("Felles kurve", "i drift siden 2023"),
        None,  # read as a title
        ("Ny vaktbok", "under innføring i tre kommuner"),
    ]
    places = tails_of(["Møte – Storsalen, 2026", "Kurs – Lillesalen, 2027", "Samling – Festsalen, 2026"], WORDS)
    assert [tail.owners for tail in places if tail is not None] == [()] * 3


DATED = [
    "Felles kalender: 1. januar 2026 til 31. mai 2026",
    "Nytt lager: starter 1. oktober 2026",
    "Deling: ferdig innen 30. juni 2027",
]
MEETINGS = ["Styremøte: 1. januar 2026", "Rådsmøte: 5. mars 2026", "Fagforum: 9. mai 2026"]


@pytest.mark.parametrize(("items", "found"), [(DATED, 3), (MEETINGS, 0), (DATED[:2], 0)])
def test_names_with_a_stretch_of_time_behind_a_colon_are_a_plan(items: list[str], found: int) -> None:
    page = slide([title("Når starter og slutter tiltakene?"), *bullets(items, 0.1, 0.25)])
    claim = recognise_bullets(page, deck(page))
    assert len(claim.drafts if claim else []) == found
    if found:
        assert claim is not None
        assert [d.title for d in claim.drafts] == ["Felles kalender", "Nytt lager", "Deling"]


@pytest.mark.parametrize(
    ("whom", "owners"),
    [
        (("Hjemmetenesta", "Legekontoret", "Sundheimen"), ("Hjemmetenesta", "Legekontoret", "Sundheimen")),
        (("steg 1", "ny utgave", "innlogging"), ()),
    ],
)
def test_parts_of_an_organisation_in_parentheses_are_owners(whom: tuple[str, ...], owners: tuple[str, ...]) -> None:
    names = ("Felles kalender", "Nytt lager", "Deling av bilder")
    tails = tails_of([f"{name} ({who})" for name, who in zip(names, whom, strict=True)], WORDS)
    assert tuple(owner for tail in tails if tail for owner in tail.owners) == owners


SIGNED = ["Vaktbok på mobil  26–27 · P", "Samtykke på nett  2028 · V", "Robot på lageret  27 · D"]


def test_years_and_the_letter_of_a_key_end_bullets() -> None:
    key = text_at("P = pågår   D = i drift   V = vurderes", 0.1, 0.4, page=2)
    whole = deck(slide([title("Samarbeidet"), *bullets(SIGNED, 0.1, 0.3)]), slide([title("Lesemåte", 2), key], 2))
    claim = recognise_bullets(whole.pages[0], whole)
    assert claim is not None
    found = {d.title: {s.field: s.value for s in d.statements} for d in claim.drafts}
    assert {name: values[Field.STATUS] for name, values in found.items()} == {
        "Vaktbok på mobil": "ongoing",
        "Samtykke på nett": "under_consideration",
        "Robot på lageret": "in_operation",
    }
    assert found["Vaktbok på mobil"][Field.PERIOD_START] == "2026-01-01"
    assert found["Vaktbok på mobil"][Field.PERIOD_END] == "2027-12-31"


@pytest.mark.parametrize("text", ["Vaktbok på mobil 26", "Vaktbok 45 · P", "Rom 26 – Kari", "2026 · P"])
def test_other_ends_are_no_signs(text: str) -> None:
    assert signed_behind(text) is None
