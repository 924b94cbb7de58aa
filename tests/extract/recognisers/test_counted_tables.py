"""Tables of activities whose rows are counted: long titles, and tables that go on over the page."""

import pytest

from tests.extract.recognisers.pages import Value, table
from tests.extract.recognisers.test_tables import drafts, sheets, summary
from veikart.core.text import mend

COLUMNS: list[Value] = ["Activity", "Result", "Responsible authority", "Term", "Budget"]
LONG = (
    "Participation in the negotiation of the regulation of the parliament and of the council laying down harmonised "
    "rules on records (Records Act) and advocacy of the views of all the regions"
)


def test_a_responsible_authority_and_a_term_tell_about_the_activity() -> None:
    rows = [COLUMNS, ["Guidance for archives", "All know what to keep", "Helse Nord", "Q2 2026", "---"]]
    assert [summary(d) for d in drafts(table(rows))] == [
        ("Guidance for archives", "HN", "2026-04-01", "2026-06-30", ""),
    ]


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        ((f"5.1 {LONG}", f"5.2 {LONG} again"), [LONG, f"{LONG} again"]),
        ((LONG, f"{LONG} again"), []),  # nothing makes sure that these are titles
        ((f"5.1 {LONG}. They will be asked.", f"5.2 {LONG}. They too."), []),  # prose
    ],
)
def test_a_number_makes_sure_of_a_long_title(titles: tuple[str, str], expected: list[str]) -> None:
    rows = [COLUMNS, *([name, "", "Helse Nord", "2026", ""] for name in titles)]
    assert [mend(d.title) for d in sheets(table(rows))] == expected


def test_a_table_whose_rows_are_counted_on_keeps_its_columns() -> None:
    rest: list[list[Value]] = [["prøver og", "", "", "og senere", "", ""], ["1.10 Ny app", "", "KS", "2027", "", ""]]
    first = [COLUMNS, ["1.8 Nettkurs", "", "KS", "2025", "1"], ["1.9 Hjelp til", "", "KS", "2026", "2"]]
    found = sheets(table(first), table(rest, page=2, name="t2", top=0.05))  # a sixth column, of lines alone
    assert [summary(d)[:3] for d in found] == [
        ("Nettkurs", "KS", "2025-01-01"), ("Hjelp til prøver og", "KS", "2026-01-01"), ("Ny app", "KS", "2027-01-01"),
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["1.11", "2.10", "10", ""])
def test_a_table_with_other_numbers_does_not_go_on(number: str) -> None:
    first = [COLUMNS, ["1.8 Nettkurs", "", "KS", "2025", "1"], ["1.9 Hjelp til prøver", "", "KS", "2026", "2"]]
    rest: list[list[Value]] = [[f"{number} Eple", "", "Kari", "20", "", ""], ["Pære", "", "Per", "30", "", ""]]
    found = sheets(table(first), table(rest, page=2, name="t2", top=0.05))
    assert [mend(d.title) for d in found] == ["Nettkurs", "Hjelp til prøver"]
