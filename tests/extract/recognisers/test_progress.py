"""Headings that tell how far the measures in their lists have come."""

import pytest

from extract.recognisers.progress import progress_of
from tests.extract.recognisers.pages import bullets, title
from tests.extract.recognisers.test_bullets import drafts, value
from veikart.core.records import Field, Status
from veikart.core.vocabulary import load_vocabulary


@pytest.mark.parametrize(
    ("heading", "status", "year"),
    [
        ("Gjennomført i 2025", Status.DONE, 2025),
        ("Vidare i 2027–2028", None, 2027),
        ("Vi vurderer", Status.UNDER_CONSIDERATION, None),
        ("Vi planlegg:", Status.PLANNED, None),
        ("Det vi jobber med", Status.ONGOING, None),
        ("Planlagt for 2027", Status.PLANNED, 2027),
        ("Til vurdering i styringsgruppa", Status.UNDER_CONSIDERATION, None),
        ("Starter opp", Status.PLANNED, None),
        ("Avtalt møte med styret", None, None),
        ("Breddes til flere sykehus", Status.ONGOING, None),
        ("Pågående prosjekter", Status.ONGOING, None),
        ("Planlagt neste periode (oktober–desember 2026)", Status.PLANNED, 2026),
        ("Ferdig siden sist", Status.DONE, None),
        ("Planlagte leveranser 2026", Status.PLANNED, 2026),
        ("Foreslåtte tiltak", None, None),
        ("Prioriterte tiltak", None, None),
        ("Forslag til nye tjenester", None, None),
        ("Drift av felles plattform", None, None),
        ("Erfaringer i 2025", None, None),
        ("Gjennomført i 2025 og hva vi lærte av det", None, None),
        ("2026", None, None),
    ],
)
def test_what_a_heading_tells_of_the_list_below(heading: str, status: Status | None, year: int | None) -> None:
    told = progress_of(heading, load_vocabulary())
    assert told.status is status
    assert (told.period.start.year if told.period and told.period.start else None) == year


def test_lists_under_two_such_headings_are_measures_with_status_and_period() -> None:
    done = bullets(["Digital fødejournal", "Felles pålogging"], 0.05, 0.25, heading="Gjennomført i 2025")
    maybe = bullets(["Virtuell sengepost", "Robotstøtte på lageret"], 0.55, 0.25, heading="Vi vurderer")
    found = drafts([title("Hvor står vi"), *done, *maybe])
    assert [(d.title, value(d, Field.STATUS), value(d, Field.PERIOD_TEXT)) for d in found] == [
        ("Digital fødejournal", "done", "2025"),
        ("Felles pålogging", "done", "2025"),
        ("Virtuell sengepost", "under_consideration", ""),
        ("Robotstøtte på lageret", "under_consideration", ""),
    ]


def test_one_such_heading_beside_another_list_is_not_enough() -> None:
    one = bullets(["Bedre samarbeid", "Lavere kostnader"], 0.05, 0.25, heading="Oppnådd")
    other = bullets(["Travle dager", "Mange systemer"], 0.55, 0.25, heading="Ellers")
    assert not drafts([title("Hvor står vi"), *one, *other])


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Vidare i tredje tertial", True),
        ("Not delivered", True),
        ("Ikke levert", True),
        ("Ikke glem", False),
        ("Vidare samtaler", False),
        ("Om tredje tertial", False),
    ],
)
def test_headings_that_tell_what_comes_in_part_of_a_year_or_was_not_done(heading: str, told: bool) -> None:
    progress = progress_of(heading, load_vocabulary())
    assert (bool(progress), progress.status) == (told, None)
