"""Every page's text is accounted for, and what is left out is told."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.service import extract_document, inspect_document
from tests.app.command import run_json, veikart
from tests.extract.readers.pdf_pages import Sheet, make_pdf
from tests.hostile.standing import CONFIG, stands
from veikart.core.blocks import BlockKind
from veikart.core.problems import Code

ROOT = Path(__file__).parents[2]
UNCOUNTED = {BlockKind.NOTE, BlockKind.WATERMARK}


@pytest.mark.parametrize("file", sorted((ROOT / "raw").iterdir()), ids=lambda p: p.name)
def test_the_sums_are_the_pages_characters(file: Path) -> None:
    found = extract_document(file, file.name, "", CONFIG)
    shown = {
        report.page.number: sum(
            len(b.text.strip()) for b in report.page.blocks if not b.hidden and b.kind not in UNCOUNTED
        )
        for report in inspect_document(file, file.name, CONFIG)
        if not report.page.hidden
    }
    assert {a.page: a.recorded + a.furniture + a.unused for a in found.accounts} == shown
    assert sum(a.records for a in found.accounts) == len(found.records) > 0


def test_a_run_tells_where_the_text_of_every_page_went(project: Path) -> None:
    result = run_json(project)
    told = {d["path"]: d for d in result["documents"]}
    for document in told.values():
        assert [page["page"] for page in document["text"]] == list(range(1, (document["pages"] or 1) + 1))
        assert sum(page["records"] for page in document["text"]) == document["records"]
        assert [p["page"] for p in document["text"] if not p["records"]] == document["pages_without_records"]
    name = "produktstyre-status-2024.pdf"
    seen = json.loads(veikart("inspect", name, "--project", project, "--json").stdout)
    assert [page["text"] for page in seen["pages"]] == told[name]["text"]
    summary = veikart("run", "--project", project).stdout
    assert str(sum(page["recorded"] for d in told.values() for page in d["text"])) in summary


def test_a_page_of_text_that_nobody_sees_is_told(tmp_path: Path) -> None:
    unseen = Sheet().text(50, 50, "Trace-based compilation of dynamic languages, page two", extra="3 Tr")
    path = make_pdf(tmp_path / "a.pdf", Sheet().text(50, 50, "Digital dialog"), unseen)
    found = extract_document(path, "a.pdf", "", CONFIG)
    assert [p.page for p in found.document.problems if p.code is Code.HIDDEN_CONTENT] == [2]


TEXT = "Tiltak Ansvarlig 2025 2026 H1 • Helse Nord HV felles digital dialog plan: Status pågår ferdig Q3 – (HN) 3."
WORDS = st.sampled_from(TEXT.split())
LINES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
BOXES = st.tuples(st.integers(0, 900), st.integers(0, 500), st.integers(20, 400), st.integers(10, 80), LINES)
PAINT = st.sampled_from(["", "1 0 0", "0 0.6 0", "1 0.9 0", "0.9 0.9 0.9"])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages=st.lists(st.lists(st.tuples(BOXES, PAINT), max_size=14), min_size=1, max_size=3))
def test_any_drawn_deck_is_read_and_its_snippets_stand_on_their_pages(tmp_path: Path, pages: list[object]) -> None:
    sheets = []
    for shapes in pages:
        sheet = Sheet()
        for (x, y, w, h, text), fill in shapes:  # type: ignore[attr-defined]
            sheet.box(x, y, w, h, fill, stroke="0 0 0").text(x + 2, y + h / 2, text)
        sheets.append(sheet)
    stands(make_pdf(tmp_path / "a.pdf", *sheets))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(LINES | st.sampled_from(["", "\x0c", "• ", "Tiltak\tÅr"]), max_size=30).map("\n".join))
def test_any_text_is_read_and_its_snippets_stand_in_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text + "\nx", encoding="utf-8")
    stands(path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.text(max_size=400))
def test_any_characters_are_read(tmp_path: Path, data: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Tiltak\n" + data, encoding="utf-8", errors="replace")
    stands(path)
