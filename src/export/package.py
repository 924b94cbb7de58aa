"""datapackage.json: what the CSV files hold, for tools that read Frictionless Data Packages."""

import hashlib
import json
from collections.abc import Mapping

from export.rows import Content
from export.schema import ALL, Column, Table
from export.stamp import Stamp
from veikart.core.messages import Catalogue

PROFILE = "tabular-data-package"


def data_package(files: Mapping[str, bytes], content: Content, stamp: Stamp) -> bytes:
    """Return the descriptor of the machine CSV files, by table name."""
    left = stamp.left_out
    package: dict[str, object] = {
        "profile": PROFILE,
        "name": "veikart",
        "id": stamp.content_id,
        "title": stamp.title or "veikart",
        "version": stamp.version,
        "sensitivity": stamp.sensitivity,
    }
    if content.outcome.model is not None:
        package["model"] = content.outcome.model.hash
    if left.documents:
        package["left_out"] = {"documents": left.documents, "records": left.records, "ceiling": left.ceiling}
    package["sources"] = [
        {"title": e.document.title or e.document.path, "path": e.document.path} for e in content.extractions
    ]
    catalogue = stamp.catalogue
    package["resources"] = [_resource(table, files[table.name], catalogue) for table in ALL if table.name in files]
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _resource(table: Table, data: bytes, catalogue: Catalogue) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": catalogue.label("table", table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(table, catalogue),
    }


def _schema(table: Table, catalogue: Catalogue) -> dict[str, object]:
    fields = [_field(table, column, catalogue) for column in table.columns]
    schema: dict[str, object] = {"fields": fields, "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.references:
        schema["foreignKeys"] = [
            {"fields": [r.column], "reference": {"resource": r.table, "fields": [r.other]}} for r in table.references
        ]
    return schema


def _field(table: Table, column: Column, catalogue: Catalogue) -> dict[str, object]:
    constraints: dict[str, object] = {}
    if column.required:
        constraints["required"] = True
    if column.allowed:
        constraints["enum"] = list(column.allowed)
    if table.key == (column.name,):
        constraints["unique"] = True
    meaning = catalogue.label(f"meaning.{table.name}", column.name)
    field: dict[str, object] = {"name": column.name, "type": column.kind.value, "description": meaning}
    if constraints:
        field["constraints"] = constraints
    return field
