"""docs/columns.md, made from the schema and the English catalogue: `python -m export.reference > docs/columns.md`."""

import sys
from collections.abc import Iterator

from export.schema import ALL, Column, Table
from veikart.core.messages import Catalogue

_HEAD = """\
# Tables and columns

Made from the schema by `python -m export.reference`; a test compares the two.

All tables are `exports/NAME.csv` (UTF-8, comma, LF, no BOM) and a sheet of `exports/veikart.xlsx`. A cell is empty
where no document tells. Lists inside a cell are joined by `"; "`. Dates are ISO 8601, pages count from 1, documents are
named by their path below `raw/`. The sheets of measures and records end with one more column, `status_label`: the
status in words.

`delta.csv` compares documents, measures and records with the last export of another content: a run that changes nothing
leaves it as it stands, and an export into an empty folder has none. Rows whose sensitivity label was above that of the
new export are not told of. `jsonl/` holds measures and records as JSON Lines, with lists as lists and each record's
statements inside it; `model.json` holds the weights of evidence that the run used; `parquet/` holds the tables with
types, where `export.parquet` asks for it.
"""


def columns_page() -> str:
    """Return the page."""
    catalogue = Catalogue("en")
    return "\n".join([_HEAD, *(line for table in ALL for line in _section(table, catalogue))])


def _section(table: Table, catalogue: Catalogue) -> Iterator[str]:
    yield f"## {table.name}"
    yield ""
    yield f"{_sentence(catalogue.label('table', table.name))} {_keys(table)}".rstrip()
    yield ""
    yield "| column | type | meaning |"
    yield "| --- | --- | --- |"
    for column in table.columns:
        meaning = catalogue.label(f"meaning.{table.name}", column.name)
        yield f"| `{column.name}` | {column.kind.value} | {meaning}{_codes(column)} |"
    yield ""


def _keys(table: Table) -> str:
    if not table.key:
        return ""
    return f"Key: {', '.join(f'`{name}`' for name in table.key)}."


def _codes(column: Column) -> str:
    return f": {', '.join(f'`{code}`' for code in column.allowed)}" if column.allowed else ""


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."


if __name__ == "__main__":
    sys.stdout.write(columns_page())
