"""Days, periods and editions in words, in both languages."""

from calendar import monthrange
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from veikart.core.dates_told import day_told, edition_told, moment_told, period_told, step_value_told
from veikart.core.messages import LANGUAGES, Catalogue
from veikart.core.periods import parse_period

PERIODS = [
    ("", "", "", ""),
    ("2025-01-01", "2025-12-31", "2025", "2025"),
    ("2025-01-01", "2027-12-31", "2025–2027", "2025–2027"),
    ("2025-07-01", "2025-09-30", "3. kvartal 2025", "Q3 2025"),
    ("2025-05-01", "2025-07-31", "mai 2025 – juli 2025", "May 2025 – July 2025"),
    ("2026-07-01", "2026-12-31", "2. halvår 2026", "H2 2026"),
    ("2025-02-01", "2025-02-28", "februar 2025", "February 2025"),
    ("2025-05-05", "2025-05-05", "5. mai 2025", "5 May 2025"),
    ("2025-05-05", "2026-06-30", "5. mai 2025 – 30. juni 2026", "5 May 2025 – 30 June 2026"),
    ("2027-01-01", "", "2027 →", "2027 →"),
    ("2027-07-01", "", "1. juli 2027 →", "1 July 2027 →"),
    ("", "2025-12-31", "til og med 2025", "until 2025"),
    ("2026-01-01", "2025-12-31", "1. januar 2026 – 31. desember 2025", "1 January 2026 – 31 December 2025"),
]


@pytest.mark.parametrize(("start", "end", "norwegian", "english"), PERIODS)
def test_a_period_reads_in_the_largest_units(start: str, end: str, norwegian: str, english: str) -> None:
    assert period_told(start, end, Catalogue("nb")) == norwegian
    assert period_told(start, end, Catalogue("en")) == english


DAYS = [
    ("2025", "2025"),
    ("2025-05", "mai 2025"),
    ("2025-05-03", "3. mai 2025"),
    ("våren", "våren"),
    ("2025-13", "2025-13"),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_a_date_is_told_as_precisely_as_it_is(text: str, expected: str) -> None:
    assert day_told(text, Catalogue("nb")) == expected


EDITIONS = [
    ("14.04.2023", "14. april 2023"),
    ("20. april 2023", "20. april 2023"),
    ("November 2025", "november 2025"),
    ("2025-11", "november 2025"),
    ("versjon 2", "versjon 2"),
    ("2027 →", "2027 →"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), EDITIONS)
def test_an_edition_that_is_a_date_reads_like_all_dates(text: str, expected: str) -> None:
    assert edition_told(text, Catalogue("nb")) == expected


STEPS = [
    ("2023-01-01 → 2024-12-31", "2023–2024"),
    ("2027-01-01 →", "2027 →"),
    ("HN; HV", "HN; HV"),
    ("plan.pdf, 4", "plan.pdf, 4"),
    ("a → b", "a → b"),
    ("→", "→"),
]


@pytest.mark.parametrize(("text", "expected"), STEPS)
def test_the_dates_of_a_step_read_like_all_periods(text: str, expected: str) -> None:
    assert step_value_told(text, Catalogue("nb")) == expected


def test_a_moment_is_told_where_the_reader_is() -> None:
    here = datetime(2026, 11, 26, 2, 40, 31).astimezone()
    for zone in (here.tzinfo, UTC):
        assert moment_told(here.astimezone(zone).isoformat(), Catalogue("nb")) == "26. november 2026 02:40"
    for odd in ("i fjor", "", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"):
        assert moment_told(odd, Catalogue("nb")) in (odd, "31. desember 9999 23:59", "1. januar 0001 00:00")


DATES = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@given(DATES, DATES, st.sampled_from(LANGUAGES), st.booleans())
def test_what_is_told_is_read_back_as_the_same_period(one: date, other: date, language: str, whole: bool) -> None:
    start, end = min(one, other), max(one, other)
    if whole:
        start, end = start.replace(day=1), end.replace(day=monthrange(end.year, end.month)[1])
    told = period_told(start.isoformat(), end.isoformat(), Catalogue(language))
    read = parse_period(told)
    assert read is not None
    assert (read.start, read.end) == (start, end)
