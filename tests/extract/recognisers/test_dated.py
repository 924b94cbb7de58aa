import pytest

from extract.recognisers.dated import dated_line, dated_share


@pytest.mark.parametrize(
    ("text", "start", "rest"),
    [
        ("Q3 2026: Shared calendar", "2026-07-01", "Shared calendar"),
        ("Mars 2026 – Felles kalender", "2026-03-01", "Felles kalender"),
        ("15. mars 2026 Felles kalender", "2026-03-15", "Felles kalender"),
        ("(H2 2027) New archive search", "2027-07-01", "New archive search"),
        ("2027: Felles arkiv", "2027-01-01", "Felles arkiv"),
    ],
)
def test_the_period_stands_before_the_name(text: str, start: str, rest: str) -> None:
    found = dated_line(text)
    assert found is not None
    assert (found.found.period.start_iso, found.rest) == (start, rest)


@pytest.mark.parametrize(
    "text", ["2027 Reference Platform", "Felles arkiv Q3 2026", "10.00 Velkommen", "2027", "Arkiv"]
)
def test_other_lines_do_not_begin_with_a_period(text: str) -> None:
    assert dated_line(text) is None


def test_a_bare_year_counts_half() -> None:
    assert dated_share(["2017: Founded", "2019: First release"]) == 0.5
    assert dated_share(["Q1 2026: Archive", "Q2 2026: Search"]) == 1.0
