from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from veikart.core.periods import find_periods, parse_axis, parse_period

WHOLE = [
    ("2025", "2025-01-01", "2025-12-31"),
    ("'25", "2025-01-01", "2025-12-31"),
    ("2023-2024", "2023-01-01", "2024-12-31"),
    ("2026-27", "2026-01-01", "2027-12-31"),
    ("2023 – 2024", "2023-01-01", "2024-12-31"),
    ("2023 –\n2024", "2023-01-01", "2024-12-31"),
    ("2023/24", "2023-01-01", "2024-12-31"),
    ("2025/2026", "2025-01-01", "2026-12-31"),
    ("2024-2025-2026", "2024-01-01", "2026-12-31"),
    ("mellom 2024 og 2026", "2024-01-01", "2026-12-31"),
    ("fra 2024 til 2026", "2024-01-01", "2026-12-31"),
    ("2024 → 2026", "2024-01-01", "2026-12-31"),
    ("2027 →", "2027-01-01", ""),
    ("2026→", "2026-01-01", ""),
    ("2027+", "2027-01-01", ""),
    ("2025 –", "2025-01-01", ""),
    ("fra 2027", "2027-01-01", ""),
    ("frå 2027", "2027-01-01", ""),
    ("2026 og utover", "2026-01-01", ""),
    ("etter 2028", "2029-01-01", ""),
    ("før 2026", "", "2025-12-31"),
    ("innen 2026", "", "2026-12-31"),
    ("innen utgangen av 2026", "", "2026-12-31"),
    ("by end of 2025", "", "2025-12-31"),
    ("til 2025", "", "2025-12-31"),
    ("frist 1.3.2026", "", "2026-03-01"),
    ("31/12/26", "2026-12-31", "2026-12-31"),
    ("Frist 1. mai 2023", "", "2023-05-01"),
    ("2026 eller senere", "2026-01-01", ""),
    ("2029 og videre", "2029-01-01", ""),
    ("2029 og vidare", "2029-01-01", ""),
    ("Jan 2025 – present", "2025-01-01", ""),
    ("2025Q3", "2025-07-01", "2025-09-30"),
    ("20Q4", "2020-10-01", "2020-12-31"),
    ("25H1", "2025-01-01", "2025-06-30"),
    ("2025@Q3", "2025-07-01", "2025-09-30"),
    ("2025 Q1 - 2026 Q2", "2025-01-01", "2026-06-30"),
    ("Q3 - 2025", "2025-07-01", "2025-09-30"),
    ("2025-03-01 00:00:00", "2025-03-01", "2025-03-01"),
    ("H1 2024", "2024-01-01", "2024-06-30"),
    ("1H24", "2024-01-01", "2024-06-30"),
    ("1.h 2026", "2026-01-01", "2026-06-30"),
    ("2. h 2026", "2026-07-01", "2026-12-31"),
    ("H2'25", "2025-07-01", "2025-12-31"),
    ("2024 H2", "2024-07-01", "2024-12-31"),
    ("1. halvår 2025", "2025-01-01", "2025-06-30"),
    ("andre halvår 2025", "2025-07-01", "2025-12-31"),
    ("1:a halvåret 2025", "2025-01-01", "2025-06-30"),
    ("H1–H2 2025", "2025-01-01", "2025-12-31"),
    ("Q3 2025", "2025-07-01", "2025-09-30"),
    ("Q3/25", "2025-07-01", "2025-09-30"),
    ("2025 Q3", "2025-07-01", "2025-09-30"),
    ("K1 2025", "2025-01-01", "2025-03-31"),
    ("Q3-Q4 2023", "2023-07-01", "2023-12-31"),
    ("2026 Q1–Q2", "2026-01-01", "2026-06-30"),
    ("Q4 2024 – Q2 2025", "2024-10-01", "2025-06-30"),
    ("3. kvartal 2025", "2025-07-01", "2025-09-30"),
    ("3. kv. 2025", "2025-07-01", "2025-09-30"),
    ("fjerde kvartal 2025", "2025-10-01", "2025-12-31"),
    ("1.–2. kvartal 2025", "2025-01-01", "2025-06-30"),
    ("2. tertial 2025", "2025-05-01", "2025-08-31"),
    ("Tertial 3 2025", "2025-09-01", "2025-12-31"),
    ("vår 2025", "2025-01-01", "2025-06-30"),
    ("haust 2025", "2025-07-01", "2025-12-31"),
    ("2026-høst", "2026-07-01", "2026-12-31"),
    ("2026 vår", "2026-01-01", "2026-06-30"),
    ("høst 2025 – vår 2026", "2025-07-01", "2026-06-30"),
    ("mai 2024", "2024-05-01", "2024-05-31"),
    ("februar 2024", "2024-02-01", "2024-02-29"),
    ("des. 2023", "2023-12-01", "2023-12-31"),
    ("jan-24", "2024-01-01", "2024-01-31"),
    ("03/2025", "2025-03-01", "2025-03-31"),
    ("mai–juni 2024", "2024-05-01", "2024-06-30"),
    ("mars 2025 - april 2026", "2025-03-01", "2026-04-30"),
    ("kesäkuu 2025", "2025-06-01", "2025-06-30"),
    ("1.3.2026", "2026-03-01", "2026-03-01"),
    ("14.04.2023", "2023-04-14", "2023-04-14"),
    ("2025-03-01", "2025-03-01", "2025-03-01"),
    ("March 28, 2025", "2025-03-28", "2025-03-28"),
    ("28. mars – 4. april 2025", "2025-03-28", "2025-04-04"),
    ("1.1.2025–30.6.2026", "2025-01-01", "2026-06-30"),
    ("uke 12 2025", "2025-03-17", "2025-03-23"),
    ("uke 10–12 2026", "2026-03-02", "2026-03-22"),
    ("6/30/2027", "2027-06-30", "2027-06-30"),
    ("5/6/2027", "2027-06-05", "2027-06-05"),
    ("uke 36-2026", "2026-08-31", "2026-09-06"),
    ("(2025)", "2025-01-01", "2025-12-31"),
    ("i 2025", "2025-01-01", "2025-12-31"),
]

NOTHING = [
    "", "12-16", "0-11 år", "12-16 år", "2.0", "1–2", "28. mars", "lenger sikt", "TBD", "sak 72-2021", "5-2023",
    "sak 5/2021",
    "31.2.2025", "2000 pasienter", "v2025.1", "covid-19", "2019-nCoV", "TB2022-02", "Sak 11-36/22", "kl 10.30-11.00",
    "ISO 27001:2022", "NOU 2023: 4", "Q3", "kv 3", "tertial 2", "mai", "mai 25", "1850", "20255", "steg 2", "del 1",
    "Q5 2025", "2025-24", "uke 60 2025"
]  # fmt: skip

SEVERAL = [
    ("2026→2025-26", [("2026-01-01", ""), ("2025-01-01", "2026-12-31")]),
    (
        "2023 - 2024 2025 – 2026 2027 →",
        [("2023-01-01", "2024-12-31"), ("2025-01-01", "2026-12-31"), ("2027-01-01", "")],
    ),
    ("2023-24 2024", [("2023-01-01", "2024-12-31"), ("2024-01-01", "2024-12-31")]),
    ("2024, 2026", [("2024-01-01", "2024-12-31"), ("2026-01-01", "2026-12-31")]),
    ("2024 og 2027", [("2024-01-01", "2024-12-31"), ("2027-01-01", "2027-12-31")]),
    ("K1–K3 2026", [("2026-01-01", "2026-09-30")]),
    ("Fyrri hl. 2026", [("2026-01-01", "2026-06-30")]),
    ("Prod des. 2023", [("2023-12-01", "2023-12-31")]),
    ("Forventet aktivitet i Q3-Q4 2023.", [("2023-07-01", "2023-12-31")]),
]


@pytest.mark.parametrize(("text", "start", "end"), WHOLE)
def test_a_text_that_is_a_period(text: str, start: str, end: str) -> None:
    period = parse_period(text)
    assert period is not None
    assert (period.start_iso, period.end_iso) == (start, end)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_period(text: str) -> None:
    assert parse_period(text) is None


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_periods_inside_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.period.start_iso, f.period.end_iso) for f in find_periods(text)] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2025", "year"), ("2025-26", "span"), ("2025 →", "open"), ("H1 2025", "half"), ("T1 2025", "tertial"),
        ("Q1 2025", "quarter"), ("H1 26", "half"), ("vår 2025", "season"), ("mai 2025", "month"), ("1.3.2025", "date"),
        ("innen 2025", "deadline"), ("uke 3 2025", "week"), ("klart 2026", "deadline"), ("tidligst 2027", "open"),
        ("2024 – open", "open"), ("inden udgangen af 2025", "deadline"),
    ],
)  # fmt: skip
def test_kinds(text: str, kind: str) -> None:
    assert [f.kind for f in find_periods(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Q3", ("quarter", 3)), ("Q 3", ("quarter", 3)), ("3. kvartal", ("quarter", 3)), ("kv 3", ("quarter", 3)),
        ("H1", ("half", 1)), ("2. halvår", ("half", 2)), ("Førstehalvår", ("half", 1)),
        ("T1", ("tertial", 1)), ("Jan", ("month", 1)), ("mars", ("month", 3)),
        ("vår", ("half", 1)), ("Høst", ("half", 2)), ("Q1–Q2", ("half", 1)),
    ],
)  # fmt: skip
def test_parts_of_a_year_on_an_axis(text: str, part: tuple[str, int]) -> None:
    label = parse_axis(text)
    assert label is not None
    assert (label.part, label.period, label.later) == (part, None, False)


@pytest.mark.parametrize("text", ["Lenger sikt", "På sikt", "Senere", "Later", "Seinare"])
def test_columns_without_dates(text: str) -> None:
    label = parse_axis(text)
    assert label is not None
    assert label.later
    assert label.period is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Nå (2025)", "2025-01-01", "2025-12-31"),
        ("Neste (2026–27)", "2026-01-01", "2027-12-31"),
        ("Senere (2028 →)", "2028-01-01", ""),
        ("Now 2026", "2026-01-01", "2026-12-31"),
        ("Neste: 2027", "2027-01-01", "2027-12-31"),
        ("Later 2028 and beyond", "2028-01-01", ""),
    ],
)
def test_now_next_and_later_take_the_period_beside_them(text: str, start: str, end: str) -> None:
    label = parse_axis(text)
    assert label is not None
    assert label.period is not None
    assert (label.period.start_iso, label.period.end_iso, label.later) == (start, end, False)


def test_an_axis_label_may_be_explained() -> None:
    label = parse_axis("Q1 2025 (jan–mar)")
    assert label is not None
    assert label.period is not None
    assert label.period.end == date(2025, 3, 31)


@pytest.mark.parametrize(
    "text", ["2023-2024 • 2025-2026 Lenger sikt", "Digital dialog 2025", "28. mars", "uke 36", "12-16"]
)
def test_what_is_no_axis_label(text: str) -> None:
    assert parse_axis(text) is None


@given(st.integers(1991, 2045), st.integers(0, 20))
def test_spans_of_years_hold_both_ends(first: int, length: int) -> None:
    for text in (f"{first}-{first + length}", f"{first} – {first + length}"):
        period = parse_period(text)
        if length == 0:
            assert period is None or period.start == date(first, 1, 1)
        else:
            assert period is not None
            assert (period.start, period.end) == (date(first, 1, 1), date(first + length, 12, 31))


@given(st.text(alphabet="0123456789QqHh.-–/ →'kvartlhåmsi2025", max_size=30))
def test_periods_never_end_before_they_start_nor_overlap(text: str) -> None:
    reached = 0
    for found in find_periods(text):
        assert reached <= found.start < found.end <= len(text)
        reached = found.end
        if found.period.start and found.period.end:
            assert found.period.start <= found.period.end


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("K1-26", "2026-01-01", "2026-03-31"),
        ("3K26", "2026-07-01", "2026-09-30"),
        ("Våren 26", "2026-01-01", "2026-06-30"),
        ("Høst 25/vår 26", "2025-07-01", "2026-06-30"),
        ("HT 2026", "2026-07-01", "2026-12-31"),
        ("okt 25–feb 26", "2025-10-01", "2026-02-28"),
        ("jan.-26", "2026-01-01", "2026-01-31"),
        ("06/26", "2026-06-01", "2026-06-30"),
        ("Nu – resten af 2025", "2025-01-01", "2025-12-31"),
        ("SENERE – 2027 og frem", "2027-01-01", ""),
    ],
)
def test_labels_with_years_of_two_digits(text: str, first: str, last: str) -> None:
    label = parse_axis(text)
    assert label is not None
    assert label.period is not None
    assert (label.period.start_iso, label.period.end_iso) == (first, last)


@pytest.mark.parametrize("text", ["VT", "May 25", "Fall 26 pasienter", "10 K 26", "mai 12"])
def test_what_only_looks_like_a_short_year(text: str) -> None:
    label = parse_axis(text)
    assert label is None or label.period is None


@pytest.mark.parametrize(
    ("text", "start"),
    [("No 2026", "2026-01-01"), ("Neste steg 2027–2028", "2027-01-01"), ("Next steps: 2027", "2027-01-01"), ("No", "")],
)
def test_horizons_with_their_years(text: str, start: str) -> None:
    label = parse_axis(text)
    assert label is not None
    assert (label.period.start_iso if label.period else "", label.later) == (start, not start)


@pytest.mark.parametrize(
    "text", ["Vår 24/7 overvåking", "I vår 30 % av kommunene", "Høsten 25 av 30 kommuner", "fall 25 %"]
)
def test_numbers_behind_seasons_are_no_years(text: str) -> None:
    assert find_periods(text) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Q2 – apr", ("quarter", 2)),
        ("Q1: jan–mar", ("quarter", 1)),
        ("2. halvår (juli)", ("half", 2)),
        ("Q2 – jan", None),
        ("Q2 etter apr", None),
        ("apr Q2", None),
    ],
)
def test_a_part_of_the_year_with_its_months_behind(text: str, part: tuple[str, int] | None) -> None:
    label = parse_axis(text)
    assert (label.part if label else None) == part
