"""datapackage.json: what the CSV files hold, for tools that read Frictionless Data Packages."""

import hashlib
import json
from collections.abc import Mapping

from export.schema import TABLES, Column, Table

PROFILE = "tabular-data-package"


def data_package(files: Mapping[str, bytes], *, title: str, version: str, sensitivity: str) -> bytes:
    """Return the descriptor of the machine CSV files, by table name."""
    package = {
        "profile": PROFILE,
        "name": "veikart",
        "title": title or "veikart",
        "version": version,
        "sensitivity": sensitivity,
        "resources": [_resource(table, files[table.name]) for table in TABLES if table.name in files],
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _resource(table: Table, data: bytes) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.meaning_nb,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, object]:
    schema: dict[str, object] = {"fields": [_field(table, c) for c in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.references:
        schema["foreignKeys"] = [
            {"fields": [r.column], "reference": {"resource": r.table, "fields": [r.other]}} for r in table.references
        ]
    return schema


def _field(table: Table, column: Column) -> dict[str, object]:
    constraints: dict[str, object] = {}
    if column.required:
        constraints["required"] = True
    if column.allowed:
        constraints["enum"] = list(column.allowed)
    if table.key == (column.name,):
        constraints["unique"] = True
    field: dict[str, object] = {"name": column.name, "type": column.kind.value, "description": column.meaning}
    if constraints:
        field["constraints"] = constraints
    return field
