import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.headers import read_header
from extract.layout.items import items_of, nest
from extract.layout.tables import Table, same_columns, tables_of
from tests.extract.recognisers.pages import bullets, deck, slide, table, text_at
from veikart.core.blocks import Page
from veikart.core.text import mend
from veikart.core.vocabulary import load_vocabulary


def grid_on(page: Page) -> Table:
    return tables_of(page, deck(page))[0]


def test_merged_cells_cover_their_places_once() -> None:
    page = slide(table([["A", None, "C"], ["D", "E", "F"]], spans={(0, 0): (1, 2)}))
    found = grid_on(page)
    assert [cell.text for cell in found.row(0)] == ["A", "C"]
    assert found.at(0, 1) is found.at(0, 0)
    assert (found.row_count, found.column_count) == (2, 3)


def test_a_printed_spreadsheet_is_read_without_its_letters_and_numbers() -> None:
    rows = [["", "A", "B", "C"], ["1", "Tiltak", "Eier", "År"], ["2", "Timer", "HN", "2026"]]
    found = grid_on(slide(table(rows)))
    assert [cell.text for cell in found.row(0)] == ["Tiltak", "Eier", "År"]
    plan = grid_on(slide(table([["A", "B", "D"], ["x", "y", "z"]])))
    assert plan.row_count == 2


def test_rows_that_part_a_wide_heading_belong_to_the_header() -> None:
    rows = [["Prosjekt", "Fordeling", None, "Ferdig"], [None, "SI", "Drift", None], ["Timer", "A", "R", "2026"]]
    spans = {(0, 0): (2, 1), (0, 1): (1, 2), (0, 3): (2, 1)}
    assert read_header(grid_on(slide(table(rows, spans=spans))), load_vocabulary()).rows == 2


def test_twelve_letters_under_a_year_are_its_months() -> None:
    rows = [["Tiltak", "2026", *[None] * 11], [None, *"JFMAMJJASOND"], ["Timer", *"x" * 12]]
    header = read_header(grid_on(slide(table(rows, spans={(0, 0): (2, 1), (0, 1): (1, 12)}))), load_vocabulary())
    periods = [head.period for head in header.heads[1:]]
    assert [(p.start_iso, p.end_iso) for p in periods if p][2] == ("2026-03-01", "2026-03-31")
    assert len(periods) == 12


def test_twelve_letters_beside_other_headings_are_months_of_the_year_above() -> None:
    rows = [["", "", "2026", *[None] * 11], ["Tiltak", "Eier", *"JFMAMJJASOND"], ["Timer", "KS", *"x" * 12]]
    header = read_header(grid_on(slide(table(rows, spans={(0, 2): (1, 12)}))), load_vocabulary())
    assert [head.period.start_iso for head in header.heads if head.period][-1] == "2026-12-01"


@given(st.integers(1, 5), st.integers(1, 5), st.data())
def test_parts_of_a_table_hold_its_rows(rows: int, columns: int, data: st.DataObject) -> None:
    made = grid_on(slide(table([[f"r{r}c{c}" for c in range(columns)] for r in range(rows)])))
    cut = data.draw(st.integers(0, rows))
    parts = [made.part(0, cut), made.part(cut, rows)]
    assert [c.text for part in parts for c in part.cells] == [c.text for c in made.cells]
    assert all(part.row_count == size for part, size in zip(parts, (cut, rows - cut), strict=True))


def test_columns_are_the_same_by_number_and_place() -> None:
    one, other, three = (
        grid_on(slide(table([["x"] * n, ["y"] * n], name=f"t{n}{i}"))) for i, n in enumerate((2, 2, 3))
    )
    assert same_columns(one, other)
    assert not same_columns(one, three)


@pytest.mark.parametrize(
    ("rows", "count", "concepts"),
    [
        ([["Tiltak", "Ansvarlig"], ["Nettkurs", "NHN"]], 1, ["measure", "owner"]),
        ([["Initiative", "Owner", "Status"], ["Portal", "NHN", "Done"]], 1, ["measure", "owner", "status"]),
        ([["Nettkurs", "NHN", "2025", "Planlagt"], ["Ny app", "KS", "2026", "Ferdig"]], 0, ["", "", "", ""]),
        ([["Tiltak 2025", "Tiltak 2026"], ["Nettkurs", "Ny app"]], 1, ["", ""]),
        ([["Tjeneste", "Helse Nord", "KS"], ["Nettkurs", "2025", "2026"]], 1, ["measure", "", ""]),
        ([["Vår plan", None], ["Tiltak", "Frist"], ["Nettkurs", "2025"], ["Ny app", "2026"]], 2, ["measure", "end"]),
    ],
)
def test_header_rows(rows: list[list[str]], count: int, concepts: list[str]) -> None:
    spans = {(0, 0): (1, 2)} if None in rows[0] else {}
    header = read_header(grid_on(slide(table(rows, spans=spans))), load_vocabulary())
    assert header.rows == count
    assert [head.concept for head in header.heads] == concepts


def test_years_over_quarters_give_dated_columns() -> None:
    rows = [["Tiltak", "2025", None, "2026", None], [None, "Q1", "Q2", "Q1", "Q2"], ["Nettkurs", "", "", "x", ""]]
    spans = {(0, 1): (1, 2), (0, 3): (1, 2), (0, 0): (2, 1)}
    header = read_header(grid_on(slide(table(rows, spans=spans))), load_vocabulary())
    assert [head.period.start_iso for head in header.heads if head.period] == [
        "2025-01-01", "2025-04-01", "2026-01-01", "2026-04-01",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Digital dialog med", "behandlende enhet"], ["Digital dialog med behandlende enhet"]),
        (["Nettkurs", "Ny app"], ["Nettkurs", "Ny app"]),
        (["Behandlings-", "hjelpemidler"], ["Behandlingshjelpemidler"]),
        (["Ny plattform (delt", "mellom regionene)"], ["Ny plattform (delt mellom regionene)"]),
        (["• Nettkurs", "• Ny app"], ["Nettkurs", "Ny app"]),
    ],
)
def test_paragraphs_of_a_cell_are_joined_or_kept_apart(texts: list[str], expected: list[str]) -> None:
    blocks = [text_at(text, 0.1, 0.1 + n * 0.03) for n, text in enumerate(texts)]
    assert [mend(item.text) for item in items_of(blocks, 960)] == expected


def test_deeper_bullets_hang_under_the_one_above() -> None:
    items = nest(items_of(bullets(["Nettkurs", "– for pårørende", "Ny app"], 0.1, 0.2)))
    assert [(i.text, [c.text for c in i.children]) for i in items] == [("Nettkurs", ["for pårørende"]), ("Ny app", [])]
