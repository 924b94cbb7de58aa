"""Writing exports/: every table as CSV, the report, the workbook, JSON Lines, the model, the data package."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from pathlib import Path

from export.ceiling import NOTHING, LeftOut, highest, over_ceiling, redact
from export.csv_files import excel_csv, machine_csv
from export.delta import delta_files, read_rows
from export.json_lines import json_lines
from export.model_file import model_file
from export.package import data_package
from export.parquet import FOLDER as PARQUET_FOLDER
from export.parquet import parquet_files
from export.report import report
from export.review_workbook import FILE as REVIEW_WORKBOOK
from export.review_workbook_reading import is_answered
from export.rows import Content
from export.schema import ALL, DELTA, TABLES, Row
from export.stamp import Stamp, content_id, facts
from export.workbook import workbook
from veikart.core.config import Config
from veikart.core.executors import Here, start
from veikart.core.files import write_together
from veikart.core.outcome import Reconciliation
from veikart.core.records import Extraction
from veikart.core.vocabulary import load_vocabulary

__all__ = ["LeftOut", "over_ceiling", "redact", "write_exports"]

EXCEL_FOLDER = "excel-csv"

_OPTIONAL = frozenset(
    {f"{EXCEL_FOLDER}/{table.name}.csv" for table in ALL}
    | {f"{PARQUET_FOLDER}/{table.name}.parquet" for table in TABLES}
)
"""Files that are written under some settings only."""


def write_exports(
    folder: Path,
    extractions: Sequence[Extraction],
    outcome: Reconciliation,
    config: Config,
    *,
    version: str,
    left_out: LeftOut = NOTHING,
    executor: Executor | None = None,
    first: Mapping[Path, bytes] | None = None,
) -> list[Path]:
    """Write all exports and return their paths; the same input gives the same bytes.

    The workbook, the longest step, is made on the executor while the rest is made here. Everything is made in memory
    first, so that a failure leaves the old exports whole. `first` are files from elsewhere that the exports rest on:
    they are written with them or not at all.

    Raises:
        OSError: the folder cannot be written.
        ProjectError: Parquet is asked for and cannot be made.
    """
    content = Content(extractions, outcome)
    tables = {table.name: machine_csv(table, content.rows(table)) for table in TABLES}
    stamp = Stamp(
        title=config.project.name,
        version=version,
        sensitivity=highest(extractions, config),
        content_id=content_id(tables),
        language=config.project.language,
        left_out=left_out,
    )
    rank = load_vocabulary(config.vocabulary or None).sensitivity_rank
    highest_rank = rank(stamp.sensitivity)
    delta = delta_files(folder, tables, lambda label: rank(label) <= highest_rank)
    tables[DELTA.name] = delta[f"{DELTA.name}.csv"]
    changes = [_cells(row) for row in read_rows(tables[DELTA.name])]
    files = {f"{name}.csv": data for name, data in tables.items()}
    book = start(executor or Here(), workbook, tables, list(facts(content, stamp)), stamp)
    files["report.html"] = report(content, changes, stamp)
    files |= json_lines(content)
    if config.export.parquet:
        files |= parquet_files(content, stamp)
    if outcome.model is not None:
        files["model.json"] = model_file(outcome.model)
    files["datapackage.json"] = data_package(tables, content, stamp)
    if config.export.csv_excel:
        files |= {f"{EXCEL_FOLDER}/{t.name}.csv": excel_csv(t, content.rows(t)) for t in TABLES}
        files[f"{EXCEL_FOLDER}/{DELTA.name}.csv"] = excel_csv(DELTA, changes)
    files["veikart.xlsx"] = book()
    # The delta first: it was made from the tables that stand in the folder.
    write_together({**(first or {}), **{folder / name: data for name, data in (delta | files).items()}})
    if left_out.documents and not is_answered(folder / REVIEW_WORKBOOK):
        (folder / REVIEW_WORKBOOK).unlink(missing_ok=True)  # it may tell of what is left out now
    for name in _OPTIONAL - files.keys():
        (folder / name).unlink(missing_ok=True)  # what an earlier export wrote would tell of documents that left
    return [folder / name for name in files]


def _cells(row: dict[str, str]) -> Row:
    return [row[name] or None for name in DELTA.header]
