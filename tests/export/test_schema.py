"""The tables are those of the contract, and every text about them stands in the catalogue and the docs."""

from pathlib import Path

import pytest

from export.reference import columns_page
from export.rows import Content
from export.schema import ALL, TABLES, Table
from tests.export.material import sample
from veikart.core.messages import Catalogue

ROOT = Path(__file__).parents[2]

CONTRACT = {
    "records": "record_id, measure_id, document, page, line_start, line_end, bbox, title, name, qualifiers, aliases, "
    "owners, period_start, period_end, period_text, status, status_text, group, parent, role, description, "
    "sensitivity, confidence, extractor, snippet",
    "measures": "measure_id, name, aliases, owners, period_start, period_end, status, group, documents, record_count, "
    "conflict_count, sensitivity, first_edition, last_edition",
    "statements": "measure_id, record_id, field, value, original_value, document, page, bbox, snippet, method, "
    "confidence, chosen",
    "links": "left_record, right_record, left_title, right_title, weight, probability, verdict, source, explanation",
    "conflicts": "conflict_id, kind, priority, measure_ids, record_ids, field, values, message, state, decision",
    "lineage": "from_edition, to_edition, change, from_measures, to_measures, message",
    "documents": "document, sha256, kind, title, issuer, edition, date, language, sensitivity, pages, records, status, "
    "problems",
}


def test_columns_are_those_of_the_contract() -> None:
    assert {table.name: ", ".join(table.header) for table in TABLES} == CONTRACT


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_a_row_has_a_cell_for_each_column(table: Table) -> None:
    rows = list(Content(*sample()).rows(table))
    assert rows
    assert {len(row) for row in rows} == {len(table.columns)}


@pytest.mark.parametrize("table", ALL, ids=lambda t: t.name)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_table_column_and_code_has_words(table: Table, language: str) -> None:
    catalogue = Catalogue(language)
    wanted = {f"table.{table.name}", f"sheet.{table.name}"}
    for column in table.columns:
        wanted |= {f"meaning.{table.name}.{column.name}", f"column.{column.name}"}
        wanted |= {f"{column.coded}.{code}" for code in column.allowed if column.coded}
    assert sorted(key for key in wanted if not catalogue.has(key)) == []


def test_the_docs_are_made_from_the_schema() -> None:
    told = (ROOT / "docs" / "columns.md").read_text(encoding="utf-8")
    assert told == columns_page(), "run: python -m export.reference > docs/columns.md"
