"""The folder of exports as a whole."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from frictionless import Package

from export.ceiling import LeftOut, highest, over_ceiling, redact
from export.review_workbook import Sheets, review_workbook
from export.rows import Content
from export.schema import TABLES
from export.service import write_exports
from tests.export.material import extraction, record, sample
from veikart.core.config import Config
from veikart.core.problems import Code, ProjectError


def config(**export: object) -> Config:
    return Config.model_validate({"export": export})


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_same_bytes_twice_and_in_another_folder(tmp_path: Path) -> None:
    for folder in ("one", "one", "other"):
        paths = write_exports(tmp_path / folder, *sample(), config(csv_excel=True), version="1")
        assert all(path.is_file() for path in paths)
    assert contents(tmp_path / "one") == contents(tmp_path / "other")
    names = [path.relative_to(tmp_path / "other").as_posix() for path in paths]
    assert names[: len(TABLES)] == [f"{table.name}.csv" for table in TABLES]
    assert {"report.html", "veikart.xlsx", "datapackage.json", "delta.csv", "excel-csv/delta.csv"} <= set(names)


def test_files_of_another_setting_do_not_stay(tmp_path: Path) -> None:
    write_exports(tmp_path, *sample(), config(csv_excel=True), version="1")
    own = tmp_path / "excel-csv" / "mine.csv"
    own.write_text("kept", encoding="utf-8")
    write_exports(tmp_path, *sample(), Config(), version="1")
    assert [path.name for path in (tmp_path / "excel-csv").iterdir()] == ["mine.csv"]


def test_the_data_package_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_exports(tmp_path, *sample(), Config(), version="1")
    monkeypatch.chdir(tmp_path)
    report = Package("datapackage.json").validate()
    assert report.valid, report.flatten(["type", "message"])
    assert json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))["sensitivity"] == "Intern"


def test_an_empty_project_exports_empty_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, found = sample()
    empty = replace(found, measures=(), pairs=(), conflicts=(), lineage=(), member_of={}, chosen=frozenset())
    write_exports(tmp_path, [], empty, Config(), version="1")
    monkeypatch.chdir(tmp_path)
    assert Package("datapackage.json").validate().valid


def test_json_lines_hold_lists_and_statements(tmp_path: Path) -> None:
    write_exports(tmp_path, *sample(), Config(), version="1")
    lines = (tmp_path / "jsonl" / "records.jsonl").read_text(encoding="utf-8").splitlines()
    first = json.loads(lines[0])
    assert lines[0] == json.dumps(first, ensure_ascii=False, sort_keys=True)
    assert (first["record_id"], first["owners"], first["measure_id"]) == ("r1", ["HN"], "m1")
    (status,) = [s for s in first["statements"] if s["field"] == "status"]
    assert (status["value"], status["chosen"], status["page"]) == ("planned", True, 1)
    measures = (tmp_path / "jsonl" / "measures.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(measures[0])["records"] == ["r1"]


def test_parquet_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("export.parquet.find_spec", lambda _name: None)
    with pytest.raises(ProjectError) as told:
        write_exports(tmp_path, *sample(), config(parquet=True), version="1")
    assert told.value.problem.code is Code.PARQUET_MISSING
    assert list(tmp_path.iterdir()) == []


def test_parquet_has_the_rows_of_the_tables_with_types(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    write_exports(tmp_path, *sample(), config(parquet=True), version="1")
    content = Content(*sample())
    for table in TABLES:
        read = parquet.read_table(tmp_path / "parquet" / f"{table.name}.parquet")
        assert read.column_names == table.header
        assert read.num_rows == len(list(content.rows(table)))
        assert read.schema.metadata[b"veikart.sensitivity"] == b"Intern"
    first = parquet.read_table(tmp_path / "parquet" / "measures.parquet").to_pylist()[0]
    assert (first["period_start"], first["period_end"], first["record_count"]) == (date(2025, 1, 1), None, 1)
    write_exports(tmp_path, *sample(), Config(), version="1")
    assert not list((tmp_path / "parquet").iterdir())


def test_the_label_of_a_record_counts() -> None:
    mention = replace(record("r", "x.pdf", "Kø"), sensitivity="Fortrolig")
    found = [extraction("x.pdf", mention, label="Intern"), extraction("y.pdf")]
    assert highest(found, Config()) == "Fortrolig"
    assert over_ceiling(found, config(max_sensitivity="Intern")) == ["x.pdf"]
    assert over_ceiling(found, Config()) == []


def test_leaving_out_takes_the_whole_document_and_counts(tmp_path: Path) -> None:
    extractions, found = sample()
    settings = config(max_sensitivity="Åpen")
    kept, left_out = redact(extractions, settings)
    assert [e.document.path for e in kept] == ["notat.docx"]
    assert left_out == LeftOut(1, 2, "Åpen")
    (tmp_path / "review.xlsx").write_bytes(review_workbook(Sheets("run", [], [], [], []), "nb"))
    only = replace(found, measures=found.measures[1:2], pairs=(), conflicts=(), lineage=())
    write_exports(tmp_path, kept, only, settings, version="1", left_out=left_out)
    assert not (tmp_path / "review.xlsx").exists()
    for name, data in contents(tmp_path).items():
        assert "plan æ".encode() not in data, name
        assert "Oppmøteskjerm".encode() not in data, name
    assert "1 dokumenter over «Åpen», med 2 omtaler" in (tmp_path / "report.html").read_text(encoding="utf-8")
