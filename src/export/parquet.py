"""parquet/: the tables with types, written by pyarrow, which is an extra (`pip install veikart[parquet]`).

Bytes repeat for one release of pyarrow; to compare across machines, compare content, not files.
"""

from datetime import date
from importlib.util import find_spec
from io import BytesIO

from export.rows import Content
from export.schema import TABLES, Cell, Kind, Table
from export.stamp import Stamp
from veikart.core.problems import Code, Level, ProjectError, problem

FOLDER = "parquet"


def parquet_files(content: Content, stamp: Stamp) -> dict[str, bytes]:
    """Return one file for each table of the contract.

    Raises:
        ProjectError: pyarrow is not installed.
    """
    if find_spec("pyarrow") is None:
        raise ProjectError(problem(Code.PARQUET_MISSING, Level.ERROR))
    return {f"{FOLDER}/{table.name}.parquet": _file(content, table, stamp) for table in TABLES}


def _file(content: Content, table: Table, stamp: Stamp) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet

    types = {
        Kind.STRING: pa.string(),
        Kind.INTEGER: pa.int64(),
        Kind.NUMBER: pa.float64(),
        Kind.DATE: pa.date32(),
        Kind.BOOLEAN: pa.bool_(),
    }
    rows = list(content.rows(table))
    columns = [
        pa.array([_typed(row[number], column.kind) for row in rows], types[column.kind])
        for number, column in enumerate(table.columns)
    ]
    about = {"veikart.sensitivity": stamp.sensitivity, "veikart.content": stamp.content_id}
    out = BytesIO()
    parquet.write_table(pa.table(columns, names=table.header, metadata=about), out, compression="zstd")
    return out.getvalue()


def _typed(cell: Cell, kind: Kind) -> Cell | date:
    if kind is Kind.DATE and isinstance(cell, str):
        return date.fromisoformat(cell)
    return cell
