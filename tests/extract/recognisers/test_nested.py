import pytest

from extract.claims import Draft
from extract.recognisers.bullets import recognise_bullets
from tests.extract.recognisers.pages import bullets, deck, slide, title
from veikart.core.records import Field

PLAN = "Tiltak i regionene"


def told(heading: str, items: list[str], name: Field) -> list[tuple[str, str]]:
    page = slide([title(heading), *bullets(items, 0.1, 0.2)])
    claim = recognise_bullets(page, deck(page))
    drafts = claim.drafts if claim else []
    return [(d.title, "; ".join(s.value for s in d.statements if s.field is name)) for d in drafts]


def drafts(items: list[str]) -> list[Draft]:
    page = slide([title("Path forward"), *bullets(items, 0.1, 0.2)])
    claim = recognise_bullets(page, deck(page))
    return claim.drafts if claim else []


@pytest.mark.parametrize(
    ("heads", "field", "values"),
    [
        (("Helse Nord", "Helse Sør-Øst"), Field.OWNERS, ("HN", "HSØ")),
        (("Helse Vest:", "KS:"), Field.OWNERS, ("HV", "KS")),
        (("I 2026", "2027:"), Field.PERIOD_START, ("2026-01-01", "2027-01-01")),
        (("2026–2027", "På sikt"), Field.PERIOD_TEXT, ("2026–2027", "På sikt")),
        (("Innbyggertjenester", "Samhandling"), Field.GROUP, ("Innbyggertjenester", "Samhandling")),
    ],
)
def test_short_bullets_over_measures_are_their_headings(
    heads: tuple[str, str], field: Field, values: tuple[str, str]
) -> None:
    items = [heads[0], "– Bildearkiv for hud", "– Timebok på nett", heads[1], "– Måling hjemme", "– Tolk på skjerm"]
    assert told(PLAN, items, field) == [
        ("Bildearkiv for hud", values[0]), ("Timebok på nett", values[0]),
        ("Måling hjemme", values[1]), ("Tolk på skjerm", values[1]),
    ]  # fmt: skip


def test_a_measure_with_what_it_consists_of_is_no_area() -> None:
    items = ["Nasjonalt bildearkiv", "– Innkjøp", "– Opplæring", "Timebok på nett", "– Pilot i nord", "– Bredding"]
    assert [name for name, _ in told(PLAN, items, Field.GROUP)] == ["Nasjonalt bildearkiv", "Timebok på nett"]


def test_a_measure_with_the_stages_of_its_work_is_no_area() -> None:
    items = ["Nettkurs", "– Opplæring av alle ansatte", "– Innkjøp av kamera", "Bildearkiv", "– Utrulling i to bydeler"]
    items.append("– Evaluering etter første år")
    assert [name for name, _ in told(PLAN, items, Field.GROUP)] == ["Nettkurs", "Bildearkiv"]


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("Kontaktpersoner", ["Helse Nord", "– Siv Nordmo", "– Ola Brekke", "KS", "– Kari Lunde", "– Per Vik"]),
        ("Status fra regionene", ["Helse Nord", "– Nytt styre", "– Ny direktør", "KS", "– Ny leder", "– Nytt kontor"]),
        ("Hvor bor vi?", ["Helse Nord", "– Store avstander", "– Lang reisevei", "KS", "– Mange kommuner"]),
        ("Historie", ["2017", "– Første kontor i Bergen", "– Ny logo", "2019", "– Flytting til Oslo", "– Nytt navn"]),
        ("Regionene", ["2017", "– Første kontor i Bergen", "– Ny logo", "2019", "– Flytting til Oslo", "– Nytt navn"]),
        ("Møteplan", ["2026:", "– Ledermøte i januar", "– Allmøte", "2027:", "– Styremøte", "– Samling i nord"]),
        (
            "Våre verdier",
            ["Åpenhet", "– Korte referater til alle", "– Dele tidlig", "Respekt", "– Lytte til hverandre"],
        ),
    ],
)
def test_nested_lists_of_other_things_are_no_measures(heading: str, items: list[str]) -> None:
    assert told(heading, items, Field.TITLE) == []


def test_an_owner_of_its_own_goes_before_the_heading() -> None:
    items = ["Helse Nord", "– Bildearkiv, KS, 2026", "– Timebok på nett, FHI, 2027"]
    assert [owner for _, owner in told(PLAN, items, Field.OWNERS)] == ["KS", "FHI"]


UPDATE = ["Spesifikasjon", "– Vedtatt i mai"]


@pytest.mark.parametrize("ahead", ["Next", "Neste steg", "Videre arbeid:", "Leveranser"])
def test_undertakings_under_a_bullet_that_looks_ahead_are_measures(ahead: str) -> None:
    items = [*UPDATE, ahead, "– Etablere testmiljø for kjernen", "– Flytte dokumentasjon til fellesområdet"]
    assert [name for name, _ in told("Dokumentasjon", items, Field.TITLE)] == [
        "Etablere testmiljø for kjernen", "Flytte dokumentasjon til fellesområdet",
    ]  # fmt: skip


def test_topics_and_dates_under_a_bullet_that_looks_ahead_are_no_measures() -> None:
    items = ["Leveranser", "– October 1st", "– – Etablere testmiljø", "– – Flytte kode", "– Later on", "– – Bildearkiv"]
    assert told("Verktøy", items, Field.PERIOD_TEXT) == [
        ("Etablere testmiljø", ""), ("Flytte kode", ""), ("Bildearkiv", "Later on"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "items",
    [
        ["Next", "– Kaffe og frukt", "– Møterom 3"],  # not worded as undertakings
        ["Gjennomført", "– Etablere testmiljø", "– Flytte kode"],  # does not look ahead
        ["Next", "Etablere testmiljø", "Flytte kode"],  # nothing stands below it
    ],
)
def test_other_bullets_that_stand_over_bullets_announce_nothing(items: list[str]) -> None:
    assert told("Dokumentasjon", [*UPDATE, *items], Field.TITLE) == []


def test_a_slide_about_the_project_itself_lists_no_measures() -> None:
    items = ["Resources", "– Kari Lunde", "– Per Vik", "Meeting rooms", "– Room 3"]
    assert told("Project", items, Field.TITLE) == []


def test_indicators_with_their_values_are_no_measures() -> None:
    figures = ["Andel som bruker nettkurs: 91 %, nullpunkt: 85 %", "Antall deltakere på kurs: 1 400"]
    assert told(PLAN, figures, Field.TITLE) == []
    dated = ["Bildearkiv for hud: 2026", "Timebok på nett: 2027"]
    assert len(told(PLAN, dated, Field.TITLE)) == len(dated)


def test_a_bullet_that_ends_in_for_example_announces_what_stands_below() -> None:
    items = ["Arbeid videre med ideer fra samlingen, f.eks.", "– Bildearkiv for hud", "– Timebok på nett", "– Tolk"]
    assert [name for name, _ in told(PLAN, items, Field.TITLE)] == ["Bildearkiv for hud", "Timebok på nett", "Tolk"]


def test_bullets_below_a_measure_that_say_what_is_to_be_done_are_its_parts() -> None:
    acting = ["Ny journal i sør", "–Build the store", "–Move the data", "Felles kalender", "–For all wards"]
    found = drafts(acting)
    assert {d.title: d.parent.title if d.parent else "" for d in found} == {
        "Ny journal i sør": "",
        "Build the store": "Ny journal i sør",
        "Move the data": "Ny journal i sør",
        "Felles kalender": "",
    }
    steps = ["Ny journal i sør", "–Innkjøp av utstyr", "–Opplæring av ansatte", "Felles kalender"]
    assert len(drafts(steps)) == 2


def test_areas_below_a_title_that_begins_with_a_time_to_come() -> None:
    items = ["For pasienten", "–Eigen tidslinje for behandlinga", "–Val av ny kontaktform", "Teknologi"]
    items += ["–Sensorar på alle rom", "–Mobilt ultralyd med støtte"]
    page = slide([title("Lengre sikt: idear til styret"), *bullets(items, 0.1, 0.2)])
    claim = recognise_bullets(page, deck(page))
    assert claim is not None
    assert [d.title for d in claim.drafts] == [item[1:] for item in items if item.startswith("–")]


def test_goals_among_the_bullets_of_a_page_that_looks_ahead() -> None:
    items = ["Nye partnere", "–Universitetet", "Goals", "–More platforms", "–Cloud support", "–Fewer servers"]
    page = slide([title("Future"), *bullets(items, 0.1, 0.2)])
    claim = recognise_bullets(page, deck(page))
    assert claim is not None
    assert [d.title for d in claim.drafts] == ["More platforms", "Cloud support", "Fewer servers"]
