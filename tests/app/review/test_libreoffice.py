"""The workbooks in the hands of LibreOffice: opened, saved in its own format and back, and still what they were."""

import csv
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from tests.app.review.test_workbook import PAIRS, VALUES, Book
from veikart.app.project import Project
from veikart.app.review.sheets import export_review
from veikart.app.review.workbook import decide_workbook

OFFICE = shutil.which("soffice") or shutil.which("libreoffice") or ""

pytestmark = [
    pytest.mark.skipif(not OFFICE, reason="no LibreOffice on this machine (apt-get install libreoffice-calc)"),
    pytest.mark.slow,
]


def saved_as(file: Path, kind: str, folder: Path) -> Path:
    """Open a file in LibreOffice and save it as another kind."""
    folder.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    made = folder / f"{file.stem}.{kind}"
    assert made.exists()
    return made


@pytest.mark.parametrize("way", [("xlsx",), ("ods", "xlsx")])
def test_answers_survive_libreoffice(samples: Project, tmp_path: Path, way: tuple[str, ...]) -> None:
    book = Book(export_review(samples).path.rename(tmp_path / "review.xlsx"))
    book.fill(PAIRS, book.first(PAIRS), verdict="ulike", comment="to løsninger")
    book.fill(VALUES, book.first(VALUES, "period"), other=2027)
    book.fill(VALUES, book.first(VALUES, "status"), chosen="(la stå som det er)")
    file = book.save()
    direct = decide_workbook(samples, file, dry_run=True)
    for step, kind in enumerate(way):
        file = saved_as(file, kind, tmp_path / str(step))
    report = decide_workbook(samples, file, dry_run=False)
    assert (report.new, report.refused, report.older, report.flagged) == (3, 0, False, 0)
    assert [f.decision.id for f in report.fates if f.decision] == [f.decision.id for f in direct.fates if f.decision]
    assert report.annotated is not None
    kept = openpyxl.load_workbook(file)
    for sheet in kept.worksheets[1:3]:  # still locked, still with its lists
        assert sheet.protection.sheet
        assert sheet.row_dimensions[1].hidden
        assert sheet.data_validations.dataValidation


def test_the_tables_open_with_real_dates_and_links(samples: Project, tmp_path: Path) -> None:
    copy = openpyxl.load_workbook(saved_as(samples.exports / "veikart.xlsx", "xlsx", tmp_path))
    with (samples.exports / "measures.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    sheet = copy["Tiltak"]
    head = [cell.value for cell in sheet[1]]
    for number, row in enumerate(rows, start=2):
        told = dict(zip(head, (cell.value for cell in sheet[number]), strict=True))
        assert told["name"] == row["name"]
        start = told["period_start"]
        assert (f"{start:%Y-%m-%d}" if isinstance(start, datetime) else "") == row["period_start"]
    links = [cell.hyperlink.target or "" for row in copy["Omtaler"].iter_rows() for cell in row if cell.hyperlink]
    assert any(".pdf" in link for link in links)
