"""Paragraphs: bullets as printed, levels, breaks, fields and numbers."""

from pathlib import Path

import pytest

from extract.readers.base import Limits
from extract.readers.pptx.bullets import printed_number
from tests.extract.readers.pptx_decks import deck, only, pages, shape
from veikart.core.problems import Code


def read(path: Path, text: str) -> list[tuple[str, str, str]]:
    blocks = only(deck(path / "d.pptx", [shape(5, 0, 0, 5_000_000, 2_000_000, text)]))
    return [(b.kind.value, b.marker, b.text) for b in blocks]


def paragraph(text: str, properties: str = "") -> str:
    return f"<a:p>{properties}<a:r><a:t>{text}</a:t></a:r></a:p>"


@pytest.mark.parametrize(
    ("properties", "marker"),
    [
        ('<a:pPr><a:buChar char="•"/></a:pPr>', "•"),
        ('<a:pPr><a:buFont typeface="Wingdings"/><a:buChar char="§"/></a:pPr>', "▪"),
        ('<a:pPr><a:buFont typeface="Wingdings"/><a:buChar char="ü"/></a:pPr>', "✓"),
        ('<a:pPr><a:buFont typeface="Wingdings"/><a:buChar char="&#xF0FC;"/></a:pPr>', "✓"),
        ('<a:pPr><a:buAutoNum type="arabicPeriod" startAt="3"/></a:pPr>', "3."),
        ('<a:pPr><a:buAutoNum type="alphaLcParenR"/></a:pPr>', "a)"),
        ("<a:pPr><a:buNone/></a:pPr>", ""),
        ("", ""),
    ],
)
def test_bullet(tmp_path: Path, properties: str, marker: str) -> None:
    assert read(tmp_path, paragraph("Tiltak", properties)) == [("bullet" if marker else "text", marker, "Tiltak")]


@pytest.mark.parametrize(
    ("text", "marker", "rest"),
    [
        ("• Digital dialog", "•", "Digital dialog"),
        ("- Digital dialog", "-", "Digital dialog"),
        ("–\tDigital dialog", "–", "Digital dialog"),
        ("✓Digital dialog", "✓", "Digital dialog"),
        ("-12 grader", "", "-12 grader"),
        ("2027 – Digital dialog", "", "2027 – Digital dialog"),
        ("-", "", "-"),
    ],
)
def test_typed_bullet(tmp_path: Path, text: str, marker: str, rest: str) -> None:
    assert read(tmp_path, paragraph(text)) == [("bullet" if marker else "text", marker, rest)]


def test_numbers_count_by_level_and_start_again_below(tmp_path: Path) -> None:
    def item(level: int) -> str:
        return paragraph("x", f'<a:pPr lvl="{level}"><a:buAutoNum type="arabicPeriod"/></a:pPr>')

    text = item(0) + item(1) + item(1) + "<a:p/>" + item(0) + item(1)
    assert [marker for _, marker, _ in read(tmp_path, text)] == ["1.", "1.", "2.", "2.", "1."]


@pytest.mark.parametrize(
    ("scheme", "count", "printed"),
    [
        ("arabicPlain", 4, "4"),
        ("arabicParenBoth", 4, "(4)"),
        ("romanUcPeriod", 9, "IX."),
        ("romanLcParenR", 14, "xiv)"),
        ("alphaUcPeriod", 28, "BB."),
    ],
)
def test_printed_number(scheme: str, count: int, printed: str) -> None:
    assert printed_number(scheme, count) == printed


def test_breaks_stay_and_empty_paragraphs_go(tmp_path: Path) -> None:
    text = (
        "<a:p><a:r><a:t>Behandlings-</a:t></a:r><a:br/><a:r><a:t>hjelpemidler</a:t></a:r></a:p>"
        "<a:p/><a:p><a:r><a:t> </a:t></a:r></a:p><a:p><a:r><a:t>En_x000B_to</a:t></a:r></a:p>"
    )
    blocks = only(deck(tmp_path / "d.pptx", [shape(5, 0, 0, 5_000_000, 2_000_000, text)]))
    assert [(b.id, b.text) for b in blocks] == [("p1/s5/1", "Behandlings-\nhjelpemidler"), ("p1/s5/4", "En\nto")]


def test_slide_number_field_is_the_real_number(tmp_path: Path) -> None:
    text = '<a:p><a:fld id="{0}" type="slidenum"><a:t>‹#›</a:t></a:fld></a:p>'
    path = deck(tmp_path / "d.pptx", [], [shape(5, 0, 0, 500_000, 200_000, text)])
    assert [b.text for b in pages(path)[1].blocks] == ["2"]


def test_shrunken_text_is_smaller(tmp_path: Path) -> None:
    body = '<a:bodyPr><a:normAutofit fontScale="50000"/></a:bodyPr>'
    [block] = only(deck(tmp_path / "d.pptx", [shape(5, 0, 0, 5_000_000, 500_000, "x", body=body)]))
    assert block.size == 9.0


def test_overlong_text_is_cut_with_a_problem(tmp_path: Path) -> None:
    path = deck(tmp_path / "d.pptx", [shape(5, 0, 0, 5_000_000, 500_000, "x" * 50)])
    [page] = pages(path, Limits(text_length=10))
    assert page.blocks[0].text == "x" * 10
    assert [p.code for p in page.problems] == [Code.TEXT_CUT]


def test_two_shapes_of_one_number_keep_apart(tmp_path: Path) -> None:
    path = deck(tmp_path / "d.pptx", [shape(5, 0, n * 1_000_000, 500_000, 500_000, t) for n, t in enumerate("ab")])
    assert [b.id for b in only(path)] == ["p1/s5/1", "p1/s5.2/1"]


@pytest.mark.parametrize(
    ("margins", "levels"),
    [
        ([(0, 342900), (0, 342900)], [0, 0]),
        ([(0, 342900), (0, 742950), (0, 1143000), (0, 342900)], [0, 1, 2, 0]),
        ([(0, 342900), (1, 342900), (0, 742950)], [0, 1, 0]),  # the author's own levels stand
        ([(0, 342900), (0, 360000)], [0, 0]),
    ],
)
def test_margins_moved_by_hand_are_levels(tmp_path: Path, margins: list[tuple[int, int]], levels: list[int]) -> None:
    text = "".join(
        paragraph(f"Punkt {n}", f'<a:pPr lvl="{level}" marL="{left}"><a:buChar char="•"/></a:pPr>')
        for n, (level, left) in enumerate(margins)
    )
    blocks = only(deck(tmp_path / "d.pptx", [shape(5, 0, 0, 5_000_000, 2_000_000, text)]))
    assert [b.level for b in blocks] == levels
