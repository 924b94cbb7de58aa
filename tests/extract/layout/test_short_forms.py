"""Short forms that a document explains itself."""

import pytest

from extract.layout.codes import codes_in_use
from extract.layout.short_forms import explained_forms, learned, short_forms
from extract.recognisers.tables import recognise_tables
from tests.extract.recognisers.pages import deck, slide, table, text_at, title
from tests.extract.scenes import by_title, told
from veikart.core.records import Field


@pytest.mark.parametrize(
    ("lines", "forms"),
    [
        (["RK = Rana kommune"], {"RK": "Rana kommune"}),
        (["HX = Helse Nord"], {"HX": "HN"}),
        (["RK = Rana kommune; SK = Sola kommune"], {"RK": "Rana kommune", "SK": "Sola kommune"}),
        (["RK: Rana kommune", "SK – Sola kommune"], {"RK": "Rana kommune", "SK": "Sola kommune"}),
        (["RK: Rana kommune"], {}),  # one alone may be anything
        (["Eier: Helse Vest", "Ansvarlig: Helse Nord"], {}),
        (["RK = Rana kommune", "RK = Sola kommune"], {}),  # explained in two ways
        (["TT = Trygg time"], {}),
    ],
)
def test_short_forms_of_organisations(lines: list[str], forms: dict[str, str]) -> None:
    page = slide([text_at(line, 0.1, 0.2 + 0.05 * n) for n, line in enumerate(lines)])
    assert short_forms(deck(page)) == forms


def test_a_form_explained_on_one_slide_is_an_owner_on_another() -> None:
    rows = [["Tiltak", "Ansvarlig", "År"], ["Felles kalender", "RK", "2026"], ["Digital samtykke", "RK, FHI", "2027"]]
    plan = slide([title("Handlingsplan"), *table(rows)])
    key = slide([text_at("RK = Rana kommune", 0.1, 0.4, page=2)], 2)
    whole = deck(plan, key)
    whole.vocabulary = learned(whole)
    owners = {name: told(d, Field.OWNERS) for name, d in by_title(recognise_tables(plan, whole)).items()}
    assert owners == {"Felles kalender": "Rana kommune", "Digital samtykke": "Rana kommune; FHI"}
    assert [whole.vocabulary.printed_owner("Rana kommune", form) for form in ("RK, FHI", "Ansvar: rana kommune")] == [
        "RK",
        "rana kommune",
    ]
    assert explained_forms(whole) == {"RK": "Rana kommune"}


def test_codes_in_parentheses_and_in_lists() -> None:
    whole = deck(slide([text_at("RK = Rana kommune", 0.1, 0.4)]))
    known = learned(whole)
    assert known.split_organisations("RK og HN") == ["Rana kommune", "HN"]
    assert whole.vocabulary.split_organisations("RK og HN") == []


def test_forms_stand_as_they_are_printed() -> None:
    key = ["NLSH = Nordlandssykehuset", "UNN = Universitetssykehuset\nNord-Norge"]
    page = slide([text_at(line, 0.1, 0.2 + 0.1 * n) for n, line in enumerate(key)])
    known = learned(deck(page))
    shown = [known.printed_owner(known.organisation(form), form) for form in ("NLSH", "UNN", "Nordlandssykehuset")]
    assert shown == ["NLSH", "UNN", "Nordlandssykehuset"]


CHIPS = ["HA", "HD", "HA", "MU", "Felles kalender (HD)"]


@pytest.mark.parametrize(
    ("key", "chips", "forms"),
    [
        ("HA our agency  HD hospital districts  MU municipalities", CHIPS, 3),
        ("HA: our agency   HD: hospital districts   MU: municipalities", CHIPS, 3),
        ("Eier i parentes: HA Etaten, HD Sykehusene, MU Kommunene", CHIPS, 3),
        ("HA = Etaten, HD = Sykehusene, MU = Kommunene. Pil: fortsetter etter 2028.", CHIPS, 3),
        ("HA Etaten | HD Sykehusene | MU Kommuner og MU", CHIPS, 3),  # one code again in a name
        ("HA our agency  HD hospital districts", ["HA", "HD"], 0),  # hardly used
        (
            "HA our agency  HD hospital districts",
            ["Heimeapotek (HA)", "Hvem deler (HD)"] * 2,
            0,
        ),  # their own short forms
        ("HA pågår  HD ferdig  MU planlagt", CHIPS, 0),  # states
        ("Vi spør HA om dette før HD og MU svarer", CHIPS, 0),  # a sentence
        ("HA 2026  HD 2027  MU 2028", CHIPS, 0),
        ("HA: hele etaten   HD: Sykehusene   MU: Kommunene", CHIPS, 3),
        ("Koden viser hvem som sa ja til å eie det (HA Etaten, HD Sykehusene, MU Kommunene)", CHIPS, 3),
        ("HA Etaten vil vite at HD skal være med", CHIPS, 0),
        ("Det gjelder. HA vil vite, og HD er med", CHIPS, 0),
        ("Virksomhet (HA) Etaten (HD) Sykehusene", CHIPS, 2),
        ("Tilstand, årsak og følge (HA), Klassifisering (HD), Mål", CHIPS, 0),
    ],
)
def test_codes_on_chips_and_in_parentheses_are_explained_in_any_way(key: str, chips: list[str], forms: int) -> None:
    page = slide([text_at(key, 0.1, 0.9), *(text_at(t, 0.1 + 0.15 * n, 0.3) for n, t in enumerate(chips))])
    assert len(short_forms(deck(page))) == forms


def test_without_a_key_the_vocabulary_stays_the_same() -> None:
    whole = deck(slide([title("Handlingsplan")]))
    assert learned(whole) is whole.vocabulary


def test_a_table_or_chips_with_names_beside_them_explain_short_forms() -> None:
    rows = [["Kode", "Virksomhet"], ["N", "Helse Nord"], ["M", "Helse Midt-Norge"]]
    known = learned(deck(slide([title("Forkortelser"), *table(rows)])))
    assert known.split_organisations("N, M") == ["HN", "HMN"]
    assert known.organisations_in("Kategori N") == []  # a letter within a sentence is no organisation
    chips = [
        text_at(t, x, y)
        for y, (a, b) in ((0.3, ("RK", "Rana kommune")), (0.4, ("SK", "Sola kommune")))
        for t, x in ((a, 0.1), (b, 0.14))
    ]
    assert short_forms(deck(slide(chips))) == {"RK": "Rana kommune", "SK": "Sola kommune"}


def test_stickers_side_by_side_explain_nothing() -> None:
    row = [text_at(t, x, y) for y in (0.3, 0.4) for t, x in (("KS", 0.1), ("Helse Nord", 0.14))]
    assert short_forms(deck(slide(row))) == {}


@pytest.mark.parametrize(("heading", "known"), [("Hvem er med?", True), ("Begreper vi bruker", False)])
def test_members_without_the_form_of_an_organisation(heading: str, known: bool) -> None:
    key = [text_at(t, 0.1, 0.3 + 0.1 * n) for n, t in enumerate(("GLA = Glarvik", "STU = Stuland", "KIR = Kirnes"))]
    forms = short_forms(deck(slide([title(heading), *key])))
    assert forms == ({"GLA": "Glarvik", "STU": "Stuland", "KIR": "Kirnes"} if known else {})


def test_a_key_behind_a_sentence() -> None:
    key = text_at("Merket viser hvem. GLA = Glarvik sykehus, STU = Stuland sykehus", 0.1, 0.9)
    assert short_forms(deck(slide([key]))) == {"GLA": "Glarvik sykehus", "STU": "Stuland sykehus"}


def test_owner_columns_teach_names() -> None:
    rows = [["Tiltak", "Eier"], ["Nytt lager", "Kesta"], ["Raskt søk", "Kesta / Minera"], ["Kalender", "Ola Nordmann"]]
    whole = deck(slide([title("Status"), *table(rows)]))
    known = learned(whole)
    assert known.split_organisations("Kesta (FI)") == ["Kesta"]
    assert known.split_organisations("Minera") == []  # named once
    lane = slide([title("Plan", 2), text_at("Minera (SE)", 0.1, 0.4, page=2)], 2)
    assert learned(deck(*whole.pages, lane)).split_organisations("Minera") == ["Minera"]
    assert (
        learned(deck(slide([title("Status"), *table([["Tiltak", "Tekst"], *rows[1:]])]))).split_organisations("Kesta")
        == []
    )


def test_a_conjunction_in_small_letters_stands_within_one_name() -> None:
    rows = [["Tiltak", "Ansvar"], ["Nytt lager", "Bygg og eigedom"], ["Raskt søk", "Bygg og eigedom"]]
    known = learned(deck(slide([title("Handlingsplan"), *table(rows)])))
    assert known.split_organisations("Bygg og eigedom") == ["Bygg og eigedom"]
    assert known.split_organisations("Bygg") == []


def test_headings_beside_each_other_explain_no_short_forms() -> None:
    rows = [["Tiltak", "KS", "Helsedirektoratet", "FHI", "RHF-ene"],
            ["Felles journal", "A", "D", "", "D"], ["Kodeverk", "D", "A", "A", ""]]  # fmt: skip
    assert short_forms(deck(slide([title("Hvem gjør hva?"), *table(rows)]))) == {}


@pytest.mark.parametrize(
    ("names", "known"), [(("Eastmark West", "Eastmark North"), True), (("Kari Nes", "Ola Berg"), False)]
)
def test_names_that_begin_with_one_word_behind_labels_are_organisations(names: tuple[str, ...], known: bool) -> None:
    page = slide([text_at(f"Owner: {name}", 0.1, 0.2 + 0.1 * n) for n, name in enumerate(names)])
    assert [bool(learned(deck(page)).organisation(name)) for name in names] == [known, known]


def test_codes_behind_blanks_are_in_use_and_a_table_of_two_columns_is_their_key() -> None:
    names = ["Køvisning på mobil   HX, HY", "Samtykke på nett   HY", "Vaktbok for alle   HX"]
    rows = [["HY", "Verksemda i vest"], ["HX", "Verksemda på øya"]]
    plan = slide([text_at(t, 0.1, 0.3 + 0.1 * n) for n, t in enumerate(names)])
    key = slide([title("Hvem", 2), *table(rows, page=2)], 2)
    assert short_forms(deck(plan, key)) == {"HY": "Verksemda i vest", "HX": "Verksemda på øya"}
    assert short_forms(deck(slide([]), key)) == {}


@pytest.mark.parametrize("column", [0, 1])
def test_names_of_rows_with_a_person_beside_each_are_no_codes(column: int) -> None:
    rows = [["GXF", "Mari Moe, Aker"], ["SOG", "Anton Mo, Bergen"]]
    used = [[code, "pågår"][:: 1 - 2 * column] for code in ("GXF", "SOG", "GXF", "SOG")]
    reps = slide([title("Hvem følger opp?"), *table(rows)])
    named = slide([title("Status", 2), *table([["Prosjekt", "Status"], *used], page=2)], 2)
    assert short_forms(deck(reps, named)) == {}


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Digital hjemmeoppfølging (DHO)", True),
        ("Kritisk informasjon (KI)", True),
        ("Klassifisering av funksjon, helse og hemming (KF)", True),
        ("Heimevaktordning i distrikt (HD)", True),
        ("Vaktbok på heimevakt (HD)", False),
    ],
)
def test_initials_of_the_words_before_are_no_codes_of_owners(name: str, short: bool) -> None:
    assert bool(codes_in_use([slide([text_at(name, 0.1, 0.3)])])) is not short


def test_a_key_in_one_line_goes_before_what_the_vocabulary_knows() -> None:
    key = "HAV = Havdal kommune   LON = Lonevik kommune   STO = Storeid kommune"
    known = learned(deck(slide([text_at(key, 0.1, 0.9)])))
    assert known.split_organisations("STO, LON") == ["Storeid kommune", "Lonevik kommune"]


def test_a_key_behind_a_label_of_owners_may_have_single_letters() -> None:
    key = "Ansvar: K = kommunane, HF = helseføretaket, NIKT = Nordfjella IKT. Pil ut av figuren: held fram."
    known = learned(deck(slide([text_at(key, 0.1, 0.9)])))
    assert [known.split_organisations(code) for code in ("K", "HF")] == [["kommunane"], ["helseføretaket"]]


def test_organisations_with_their_code_behind_them_explain_it() -> None:
    names = ["Felles innsyn (HNE)", "Nytt arkiv (HNE)", "Ny kurve (DPF)", "Helt nye vaktbøker (HNE)"]
    key = ["Helsenettselskapet (HNE)", "Direktoratet for pasientflyt (DPF)"]
    page = slide([text_at(t, 0.1, 0.2 + 0.1 * n) for n, t in enumerate((*names, *key))])
    assert short_forms(deck(page)) == {"HNE": "Helsenettselskapet", "DPF": "Direktoratet for pasientflyt"}
