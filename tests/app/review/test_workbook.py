"""The workbook round trip: what is filled in becomes decisions once, and every row learns its fate."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from export.review_workbook import ABOUT, PairRow
from export.review_workbook_reading import MAX_BYTES
from tests.app.command import veikart
from veikart.app.project import Project
from veikart.app.review.desk import Desk
from veikart.app.review.sheets import export_review, make_sheets
from veikart.app.review.view import View
from veikart.app.review.workbook import WorkbookReport, decide_workbook
from veikart.core.decisions import Judgement
from veikart.core.messages import Catalogue
from veikart.core.problems import Code, ProjectError

PAIRS, VALUES = 1, 2


class Book:
    """A workbook in the hands of a person."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path)

    def fill(self, sheet: int, row: int, **cells: object) -> None:
        """Fill cells of a row; initials are KN unless told."""
        page = self.book.worksheets[sheet]
        columns = {cell.value: cell.column for cell in page[1]}
        for key, value in {"initials": "KN", **cells}.items():
            page.cell(row, columns[key], value)

    def row(self, sheet: int, **wanted: str) -> int:
        """The first row whose hidden and shown cells are these."""
        page = self.book.worksheets[sheet]
        columns = {cell.value: cell.column for cell in page[1]}
        for row in range(3, page.max_row + 1):
            if all(page.cell(row, columns[key]).value == value for key, value in wanted.items()):
                return row
        raise AssertionError(wanted)

    def first(self, sheet: int, field: str = "") -> int:
        """The first row of a sheet, or the first about a field."""
        return self.row(sheet, field=field) if field else 3

    def cell(self, sheet: int, row: int, key: str) -> str:
        """What a cell holds."""
        page = self.book.worksheets[sheet]
        return str(page.cell(row, {cell.value: cell.column for cell in page[1]}[key]).value)

    def save(self) -> Path:
        """Save it as another program would."""
        self.book.save(self.path)
        return self.path


@pytest.fixture
def book(samples: Project, tmp_path: Path) -> Book:
    """The workbook of the samples, moved to where a person keeps it."""
    return Book(export_review(samples).path.rename(tmp_path / "svar fra Kari.xlsx"))


def view_of(project: Project) -> View:
    return Desk(project).view()


def lines(project: Project) -> list[dict[str, object]]:
    file = project.decisions / "decisions.jsonl"
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def fate(report: WorkbookReport, sheet: str, row: int) -> str:
    return next(" ".join(f.notes) for f in report.fates if (f.answer.sheet, f.answer.row) == (sheet, row))


def pair_rows(project: Project) -> list[PairRow]:
    return list(make_sheets(view_of(project), Catalogue()).pairs)


def test_the_same_state_gives_the_same_bytes(samples: Project) -> None:
    first = export_review(samples).path.read_bytes()
    assert export_review(samples).path.read_bytes() == first


def test_answers_are_never_written_over(samples: Project) -> None:
    for expected in ("review.answered.xlsx", "review.answered-2.xlsx"):
        book = Book(export_review(samples).path)
        book.fill(PAIRS, 3, verdict="samme")
        filled = book.save().read_bytes()
        written = export_review(samples)
        assert written.set_aside is not None
        assert (written.set_aside.name, written.set_aside.read_bytes()) == (expected, filled)
    done = veikart("export", "--review", "--project", samples.root)
    assert "answered" not in done.stdout


def test_only_the_answers_can_be_changed_and_ids_are_hidden(book: Book) -> None:
    names = book.book.sheetnames
    assert names[:5] == ["Slik gjør du", "Mulige like", "Konflikter", "Utgaver", "Avgjørelser hittil"]
    assert all(sheet.protection.sheet for sheet in book.book.worksheets)
    assert book.book[ABOUT].sheet_state == "veryHidden"
    answers = {"verdict", "chosen", "other", "comment", "initials"}
    for sheet in book.book.worksheets[1:3]:
        keys = {cell.value: cell for cell in sheet[1]}
        assert sheet.row_dimensions[1].hidden
        ids = {"conflict", "record", "left_record", "right_record", "seen", "field"}
        hidden = {n for d in sheet.column_dimensions.values() if d.hidden for n in range(d.min, d.max + 1)}
        assert hidden == {head.column for key, head in keys.items() if key in ids}
        for key, head in keys.items():
            assert sheet.cell(3, head.column).protection.locked == (key not in answers)
        assert len(sheet.data_validations.dataValidation) == sheet.max_row - 2
        assert {v.type for v in sheet.data_validations.dataValidation} == {"list"}


def test_answers_become_decisions_once(samples: Project, book: Book) -> None:
    before = view_of(samples)
    pair = book.first(PAIRS)
    book.fill(PAIRS, pair, verdict="Ulike", comment="to løsninger")
    period = book.first(VALUES, "period")
    book.fill(VALUES, period, other=2027)  # a number, as Excel stores a year
    status = book.first(VALUES, "status")
    book.fill(VALUES, status, chosen="(la stå som det er)")
    file = book.save()

    tried = decide_workbook(samples, file, dry_run=True)
    assert (tried.new, tried.refused, tried.annotated) == (3, 0, None)
    assert lines(samples) == []

    report = decide_workbook(samples, file, dry_run=False)
    assert (report.new, report.known, report.refused, report.older) == (3, 0, 0, False)
    made = lines(samples)
    assert [m["verdict"] for m in made] == ["different", "value", "value"]
    assert made[0]["by"] == "KN"
    assert made[0]["reason"] == "to løsninger"
    after = view_of(samples)
    named = {m.name: m for m in after.outcome.measures}
    assert (named["Mine timeavtaler"].period_start, named["Mine timeavtaler"].period_end) == (
        "2027-01-01",
        "2027-12-31",
    )
    assert len(after.open) == len(before.open) - 3

    again = decide_workbook(samples, file, dry_run=False)
    assert (again.new, again.known, again.flagged) == (0, 3, 0)
    assert lines(samples) == made


def test_what_was_undone_since_is_not_brought_back(samples: Project, book: Book) -> None:
    from veikart.app.review.acts import sign, take_back

    book.fill(PAIRS, book.first(PAIRS), verdict="samme")
    file = book.save()
    decide_workbook(samples, file, dry_run=False)
    desk = Desk(samples)
    desk.decide(take_back(desk.view().standing, sign("Ola")))
    assert decide_workbook(samples, file, dry_run=False).known == 1
    assert view_of(samples).standing == ()


BAD: list[tuple[int, dict[str, object], str]] = [
    (PAIRS, {"verdict": "samme", "initials": None}, "initialer"),
    (PAIRS, {"verdict": "kanskje"}, "kanskje"),
    (PAIRS, {"comment": "må sjekkes"}, "ikke svart"),
    (VALUES, {"comment": "må sjekkes"}, "ikke svart"),
    (PAIRS, {"verdict": "samme", "left_record": "r000000"}, "finnes ikke"),
    (VALUES, {"other": "tull og tøys"}, "tull og tøys"),
    (VALUES, {"other": "2026", "chosen": "2027"}, "både valgt"),
    (VALUES, {"other": "2026", "record": "r000000"}, "finnes ikke"),
]


@pytest.mark.parametrize(("sheet", "cells", "told"), BAD)
def test_a_bad_row_is_refused_alone_and_told(
    samples: Project, book: Book, sheet: int, cells: dict[str, object], told: str
) -> None:
    row = 3 if sheet == PAIRS else book.first(VALUES, "period")
    book.fill(sheet, row, **cells)
    good = book.first(VALUES, "status")
    book.fill(VALUES, good, other="ferdig")
    report = decide_workbook(samples, book.save(), dry_run=False)
    assert (report.new, report.refused) == (1, 1)
    assert told in fate(report, "pairs" if sheet == PAIRS else "values", row)
    assert report.annotated
    copy = openpyxl.load_workbook(report.annotated)
    status = copy.worksheets[sheet].cell(row, copy.worksheets[sheet].max_column)
    assert told in str(status.value)
    assert status.data_type == "s"
    assert copy.worksheets[VALUES].cell(good, copy.worksheets[VALUES].max_column).value == "Lagret."


def test_rows_that_contradict_each_other_are_named_and_refused(samples: Project, book: Book) -> None:
    sheet = book.book.worksheets[PAIRS]
    keys = {cell.value: cell.column for cell in sheet[1]}
    ids = [sheet.cell(3, keys[k]).value for k in ("left_record", "right_record")]
    third = next(r for r in view_of(samples).records if r not in ids)
    for row, (left, right, verdict) in enumerate(
        [(ids[0], ids[1], "samme"), (ids[1], third, "samme"), (third, ids[0], "ulike")], start=3
    ):
        book.fill(PAIRS, row, left_record=left, right_record=right, verdict=verdict)
    report = decide_workbook(samples, book.save(), dry_run=False)
    assert (report.new, report.refused) == (0, 3)
    assert "rad 3, 4" in fate(report, "pairs", 5)
    assert "rad 5" in fate(report, "pairs", 3)
    assert lines(samples) == []


def test_a_part_of_a_question_leaves_the_rest_open(
    samples: Project, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    from veikart.app.review import workbook

    monkeypatch.setattr(workbook, "pairs_of", lambda question: [question.sides[:2]] * 3)
    book.fill(PAIRS, book.first(PAIRS), verdict="beslektet")
    decide_workbook(samples, book.save(), dry_run=False)
    assert "conflict" not in lines(samples)[0]


def test_changed_evidence_and_an_older_run_are_flagged(samples: Project, book: Book) -> None:
    row = book.first(PAIRS)
    book.fill(PAIRS, row, verdict="beslektet", seen="ffffffffffff")
    book.book[ABOUT].cell(2, 2, "another run")
    report = decide_workbook(samples, book.save(), dry_run=False)
    assert (report.new, report.flagged, report.older) == (1, 1, True)
    assert "Belegget er endret" in fate(report, "pairs", row)


def test_a_replaced_answer_is_told(samples: Project, book: Book) -> None:
    row = book.first(PAIRS)
    book.fill(PAIRS, row, verdict="samme", initials="ON")
    decide_workbook(samples, book.save(), dry_run=False)
    book.fill(PAIRS, row, verdict="ulike")
    report = decide_workbook(samples, book.save(), dry_run=False)
    assert "Erstatter avgjørelsen av ON" in fate(report, "pairs", row)
    assert [d.judgement for d in view_of(samples).standing] == [Judgement.SAME, Judgement.DIFFERENT]


def _other_schema(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book[ABOUT].cell(1, 2, "veikart/review-workbook/99")
    book.save(path)


def _no_workbook(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 not really")


def _any_workbook(path: Path) -> None:
    openpyxl.Workbook().save(path)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5_000])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _large(path: Path) -> None:
    with path.open("r+b") as out:
        out.truncate(MAX_BYTES + 1)


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package, package.open("xl/bomb.xml", "w") as out:
        for _ in range(300):
            out.write(bytes(2**20))


def _missing(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("harm", [_other_schema, _no_workbook, _any_workbook, _cut, _empty, _large, _bomb, _missing])
def test_another_file_is_refused_and_nothing_changed(
    samples: Project, book: Book, harm: Callable[[Path], None]
) -> None:
    book.fill(PAIRS, 3, verdict="samme")
    file = book.save()
    harm(file)
    with pytest.raises(ProjectError) as refused:
        decide_workbook(samples, file, dry_run=False)
    assert refused.value.problem.code is Code.WORKBOOK_UNUSABLE
    assert lines(samples) == []


def test_the_commands(samples: Project) -> None:
    done = veikart("export", "--review", "--json", "--project", samples.root)
    assert done.returncode == 0, done.stderr
    exported = json.loads(done.stdout)["exports"]
    assert any(str(path).endswith("review.xlsx") for path in exported)
    book = Book(samples.exports / "review.xlsx")
    book.fill(PAIRS, 3, verdict="samme")
    book.fill(PAIRS, 4, verdict="tja")
    file = book.save()
    tried = veikart("decide", file, "--dry-run", "--project", samples.root)
    assert "Blir lagret." in tried.stdout
    assert lines(samples) == []
    done = veikart("decide", file, "--json", "--project", samples.root)
    assert done.returncode == 1  # a row was refused
    told = json.loads(done.stdout)
    assert (told["new"], told["refused"]) == (1, 1)
    assert Path(told["annotated"]).name == "review.annotated.xlsx"
    _other_schema(file)
    assert veikart("decide", file, "--project", samples.root).returncode == 3
