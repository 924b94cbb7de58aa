import time
import zipfile
from pathlib import Path

import pytest

from extract.readers.base import Limits
from extract.readers.docx import READER
from tests.extract.readers.docx_parts import NAMES, blocks_of, p, page_of, table, write
from veikart.core.blocks import BlockKind
from veikart.core.problems import Code, DocumentError


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_merged_cells_stand_once(tmp_path: Path) -> None:
    body = (
        "<w:tbl>"
        + row(cell("Bred", '<w:gridSpan w:val="2"/>'), cell("År"), properties="<w:tblHeader/>")
        + row(cell("Høy", '<w:vMerge w:val="restart"/>'), cell("A"), cell("2025"))
        + row(cell("", "<w:vMerge/>"), cell("B"), cell("2026"))
        + row(cell("Egen", '<w:vMerge w:val="restart"/>'), cell("C"), cell("2027", '<w:shd w:fill="00B050"/>'))
        + "</w:tbl>"
    )
    blocks = blocks_of(tmp_path, body)
    places = {b.text: (b.row, b.column, b.row_span, b.column_span) for b in blocks}
    assert places == {
        "Bred": (0, 0, 1, 2),
        "År": (0, 2, 1, 1),
        "Høy": (1, 0, 2, 1),
        "A": (1, 1, 1, 1),
        "2025": (1, 2, 1, 1),
        "B": (2, 1, 1, 1),
        "2026": (2, 2, 1, 1),
        "Egen": (3, 0, 1, 1),
        "C": (3, 1, 1, 1),
        "2027": (3, 2, 1, 1),
    }
    assert [b.text for b in blocks if b.group == "header"] == ["Bred", "År"]
    assert blocks[-1].fill == "#00B050"
    assert {b.kind for b in blocks} == {BlockKind.CELL}


def test_rows_and_columns_left_out(tmp_path: Path) -> None:
    body = (
        "<w:tbl>"
        + row(cell("A"), cell("B"))
        + row(cell("slettet"), cell("rad"), properties="<w:del/>")
        + row(cell("skjult"), cell("rad"), properties="<w:hidden/>")
        + row(cell("sist"), properties='<w:gridBefore w:val="1"/>')
        + "</w:tbl>"
    )
    assert [(b.text, b.row, b.column) for b in blocks_of(tmp_path, body)] == [("A", 0, 0), ("B", 0, 1), ("sist", 1, 1)]


@pytest.mark.parametrize(
    ("between", "second", "tables"),
    [
        ('<w:p><w:r><w:br w:type="page"/></w:r></w:p>', [["C", "2026"]], {"t1"}),
        ("<w:p/>", [["C", "2026"]], {"t1"}),
        (p("Ny del"), [["C", "2026"]], {"t1", "t2"}),
        ("<w:p/>", [["C", "D", "2026"]], {"t1", "t2"}),
    ],
)
def test_table_goes_on_after_a_page_break(
    tmp_path: Path, between: str, second: list[list[str]], tables: set[str]
) -> None:
    body = table(["Tiltak", "År"], ["A", "2025"]) + between + table(*second)
    blocks = [b for b in blocks_of(tmp_path, body) if b.table]
    assert {b.table for b in blocks} == tables
    last = blocks[-1]
    assert (last.text, last.row) == ("2026", 2 if len(tables) == 1 else 0)
    assert len({b.id for b in blocks}) == len(blocks)


def test_own_header_begins_a_new_table(tmp_path: Path) -> None:
    head = row(cell("Tiltak"), cell("År"), properties="<w:tblHeader/>")
    one = f"<w:tbl>{head}{row(cell('A'), cell('2025'))}</w:tbl>"
    assert {b.table for b in blocks_of(tmp_path, one + "<w:p/>" + one)} == {"t1", "t2"}


def test_frame_of_one_cell_is_text(tmp_path: Path) -> None:
    (block,) = blocks_of(tmp_path, "<w:tbl>" + row(cell("Faktaboks", '<w:shd w:fill="EEEEEE"/>')) + "</w:tbl>")
    assert (block.kind, block.table, block.fill, block.container) == (BlockKind.TEXT, "", "#EEEEEE", "t1/r0c0")


def test_empty_painted_cell_is_an_area(tmp_path: Path) -> None:
    paint = '<w:shd w:val="clear" w:fill="92D050"/>'
    body = "<w:tbl>" + row(cell("Tiltak"), cell("2025")) + row(cell("A"), cell("", paint)) + row(cell("B"), cell(""))
    areas = [b for b in blocks_of(tmp_path, body + "</w:tbl>") if b.kind is BlockKind.SHAPE]
    assert [(b.id, b.fill, b.row, b.column, b.table) for b in areas] == [("t1/r1c1", "#92D050", 1, 1, "t1")]


def test_nested_table_has_its_own_id(tmp_path: Path) -> None:
    outer = "<w:tc>" + p("Ute") + table(["x", "y"]) + "</w:tc>"
    body = "<w:tbl>" + row(outer, cell("Ved siden")) + "</w:tbl>"
    assert [(b.id, b.table) for b in blocks_of(tmp_path, body)] == [
        ("t1/r0c0/1", "t1"),
        ("t1/r0c0/t1/r0c0/1", "t1/r0c0/t1"),
        ("t1/r0c0/t1/r0c1/1", "t1/r0c0/t1"),
        ("t1/r0c1/1", "t1"),
    ]


def test_deep_and_wide_tables_end(tmp_path: Path) -> None:
    deep = p("innerst")
    for _ in range(400):
        deep = f"<w:tbl><w:tr><w:tc>{deep}<w:p/></w:tc><w:tc>{p('ved')}</w:tc></w:tr></w:tbl>"
    wide = table(*[[f"r{n}c{c}" for c in range(731)] for n in range(3)])
    begun = time.perf_counter()
    blocks = blocks_of(tmp_path, deep + p("mellom") + wide)
    assert time.perf_counter() - begun < 10
    assert sum(b.text == "innerst" for b in blocks) == 1
    assert max(b.column for b in blocks) == 730


def test_strict_documents_are_read(tmp_path: Path) -> None:
    strict = NAMES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    page = page_of(write(tmp_path, p("Strengt"), names=strict))
    assert [b.text for b in page.blocks] == ["Strengt"]


def test_too_many_paragraphs_are_told(tmp_path: Path) -> None:
    page = page_of(write(tmp_path, p("x") * 20), Limits(blocks_per_page=5))
    assert len(page.blocks) == 5
    assert [problem.code for problem in page.problems] == [Code.TOO_LARGE]


def test_long_text_is_cut(tmp_path: Path) -> None:
    page = page_of(write(tmp_path, p("x" * 500)), Limits(text_length=100))
    assert [len(b.text) for b in page.blocks] == [100]
    assert [problem.code for problem in page.problems] == [Code.TEXT_CUT]


def test_damaged_style_part_costs_the_styles_only(tmp_path: Path) -> None:
    page = page_of(write(tmp_path, p("Tekst"), styles="<w:styles"))
    assert [b.text for b in page.blocks] == ["Tekst"]
    assert [problem.code for problem in page.problems] == [Code.PART_LOST]


@pytest.mark.parametrize("content", ["<w:document", "<other/>"])
def test_damaged_main_part_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.docx"
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("word/document.xml", content)
    with pytest.raises(DocumentError) as caught:
        READER.open(path, Limits())
    assert caught.value.problem.code is Code.UNREADABLE
