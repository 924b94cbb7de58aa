"""Writing exports/: every table as CSV, the workbook, the data package."""

from collections.abc import Sequence
from pathlib import Path

from export.ceiling import highest, over_ceiling
from export.csv_files import excel_csv, machine_csv
from export.package import data_package
from export.rows import Content
from export.schema import TABLES
from export.workbook import workbook
from veikart.core.config import Config
from veikart.core.files import write_atomic
from veikart.core.outcome import Reconciliation
from veikart.core.records import Extraction

__all__ = ["over_ceiling", "write_exports"]

EXCEL_FOLDER = "excel-csv"


def write_exports(
    folder: Path, extractions: Sequence[Extraction], outcome: Reconciliation, config: Config, *, version: str
) -> list[Path]:
    """Write all exports and return their paths; the same input gives the same bytes.

    Everything is made in memory first, so that a failure leaves the old exports whole.

    Raises:
        OSError: the folder cannot be written.
    """
    content, sensitivity = Content(extractions, outcome), highest(extractions)
    tables = {table.name: machine_csv(table, content.rows(table)) for table in TABLES}
    files = {f"{name}.csv": data for name, data in tables.items()}
    title = config.project.name
    files["veikart.xlsx"] = workbook(content, title=title, version=version, sensitivity=sensitivity)
    files["datapackage.json"] = data_package(tables, title=title, version=version, sensitivity=sensitivity)
    if config.export.csv_excel:
        files |= {f"{EXCEL_FOLDER}/{t.name}.csv": excel_csv(t, content.rows(t)) for t in TABLES}
    for name, data in files.items():
        write_atomic(folder / name, data)
    return [folder / name for name in files]
