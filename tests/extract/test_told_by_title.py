"""Periods and statuses that only the title of a page tells."""

import pytest

from extract.claims import Draft
from extract.told_by_title import date_by_title, state_by_title
from tests.extract.recognisers.pages import deck, slide, text_at, title
from veikart.core.records import Field


def dates(heading: str, *names: str) -> list[tuple[str, str]]:
    blocks = [text_at(name, 0.1, 0.3 + 0.1 * n) for n, name in enumerate(names)]
    page = slide([title(heading), *blocks])
    drafts = [Draft((block,), block.text) for block in blocks]
    date_by_title(drafts, page, deck(page))
    told = [{s.field: s.value for s in draft.statements} for draft in drafts]
    return [(own.get(Field.PERIOD_START, ""), own.get(Field.PERIOD_END, "")) for own in told]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Leveranser i 2026 per produkt", ("2026-01-01", "2026-12-31")),
        ("Tiltak i første halvår 2027", ("2027-01-01", "2027-06-30")),
        ("Measures in Q2 2027", ("2027-04-01", "2027-06-30")),
        ("Veikart 2026", ("", "")),  # the plan's year
        ("Tiltak i 2026–2028", ("", "")),  # the plan's horizon
        ("Fra behov i 2025 til leveranse i 2026", ("", "")),  # two of them
        ("Tiltak i regionen", ("", "")),
        ("Status for prosjekter i april 2026", ("", "")),  # when it is told
        ("Rundtur i 2026", ("", "")),  # about no measures
    ],
)
def test_a_title_that_says_in_which_year_dates_what_stands_below(heading: str, expected: tuple[str, str]) -> None:
    assert dates(heading, "Felles kalender", "Nytt lager") == [expected, expected]


def test_a_page_that_dates_one_measure_itself_is_not_dated_by_its_title() -> None:
    assert dates("Tiltak i 2026", "Felles kalender", "Nytt lager (2027)")[0] == ("", "")


@pytest.mark.parametrize(
    ("heading", "status", "dated"),
    [
        ("Tiltak meldt inn i 2026", "", False),
        ("Forslag mottatt, innsendt i 2026", "", False),
        ("Proposals received for 2027", "", True),
        ("Forslag til prioriterte tiltak 2027", "", True),
        ("Tiltak i 2026", "ongoing", False),
        ("Tiltak per 2026", "", False),
        ("Tiltak 2026", "", True),
        ("Tiltak, oppdatert januar 2026", "", False),
        ("Tiltak vedtatt 2026", "", False),
    ],
)
def test_when_something_was_proposed_or_reported_is_not_when_it_is_done(heading: str, status: str, dated: bool) -> None:
    block = text_at("Felles kalender", 0.1, 0.3)
    page = slide([title(heading), block])
    draft = Draft((block,), block.text)
    if status:
        draft.say(Field.STATUS, status, block, "chip")
    date_by_title([draft], page, deck(page))
    assert draft.says(Field.PERIOD_TEXT) is dated


@pytest.mark.parametrize(
    ("heading", "names", "status"),
    [
        ("Åtte forslag er til vurdering", ("Felles kalender", "Nytt lager"), "under_consideration"),
        ("Tiltak under arbeid", ("Felles kalender", "Nytt lager"), "ongoing"),
        ("Tiltak under arbeid", ("Felles kalender (i drift)", "Nytt lager"), ""),
        ("Sykehus i drift", ("Felles kalender", "Nytt lager"), ""),
        ("Tiltak i regionen", ("Felles kalender", "Nytt lager"), ""),
    ],
)
def test_a_title_that_says_where_measures_stand(heading: str, names: tuple[str, ...], status: str) -> None:
    blocks = [text_at(name, 0.1, 0.3 + 0.1 * n) for n, name in enumerate(names)]
    page = slide([title(heading), *blocks])
    drafts = [Draft((block,), block.text) for block in blocks]
    state_by_title(drafts, page, deck(page))
    assert {next((s.value for s in d.statements if s.field is Field.STATUS), "") for d in drafts} == {status}


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Planlagte tiltak", "planned"),
        ("Pågående og planlagte tiltak", ""),
        ("Tiltak etter avsluttet pilot", ""),
        ("Forslag til tiltak for løsninger i drift", ""),
    ],
)
def test_a_status_must_be_that_of_the_measures(heading: str, status: str) -> None:
    block = text_at("Felles kalender", 0.1, 0.3)
    page = slide([title(heading), block])
    draft = Draft((block,), block.text)
    state_by_title([draft], page, deck(page))
    assert next((s.value for s in draft.statements if s.field is Field.STATUS), "") == status
