"""PDF files that cannot be read, or only in part: each is told with its code, none is lost in silence."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.readers.base import Limits
from extract.readers.pdf import READER, ocr
from extract.readers.pdf import document as pdf_document
from extract.readers.pdf.holders import assign
from extract.readers.pdf.model import Style, Word
from extract.readers.pdf.render import render
from tests.extract.readers.pdf_pages import Sheet, make_pdf
from veikart.core.blocks import Page
from veikart.core.problems import Code, DocumentError, Level

NO_OCR = Limits(ocr=False)


def read(path: Path, limits: Limits = NO_OCR) -> list[Page]:
    document = READER.open(path, limits)
    try:
        return list(document.pages())
    finally:
        document.close()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", Code.EMPTY),
        (b"<!DOCTYPE html><html><body>404</body></html>", Code.UNREADABLE),
        (b"just text", Code.UNREADABLE),
        (b"%PDF-1.7\n", Code.UNREADABLE),
        (b"%PDF-1.7\n" + b"\x00" * 5000, Code.UNREADABLE),
    ],
)
def test_what_is_no_pdf_is_refused_with_its_cause(tmp_path: Path, content: bytes, code: Code) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(DocumentError) as refusal:
        READER.open(path, NO_OCR)
    assert refusal.value.problem.code is code
    if code is Code.UNREADABLE:
        assert dict(refusal.value.problem.values)["reason"]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as refusal:
        READER.open(tmp_path / "none.pdf", NO_OCR)
    assert refusal.value.problem.code is Code.UNREADABLE


def test_a_password_is_named_as_the_cause(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", Sheet().text(50, 50, "hemmelig"))
    locked = path.read_bytes().replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
        b" /O <" + b"ab" * 32 + b"> /U <" + b"cd" * 32 + b"> >>",
    )
    path.write_bytes(locked)
    with pytest.raises(DocumentError) as refusal:
        READER.open(path, NO_OCR)
    assert refusal.value.problem.code is Code.ENCRYPTED


def test_every_page_is_told_of_even_if_one_is_broken(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", *(Sheet().text(50, 50, f"side {n}") for n in range(3)))
    data = path.read_bytes()
    kid = data.index(b"/Kids [") + 7
    second = data[kid:].split(b" 0 R")[1].strip()
    path.write_bytes(data.replace(second + b" 0 R", b"9" * len(second) + b" 0 R", 1))
    pages = read(path)
    assert [p.number for p in pages] == [1, 2, 3]
    assert [any(q.level is Level.ERROR for q in p.problems) for p in pages] == [False, True, False]
    assert [b.text for b in pages[2].blocks] == ["side 2"]


def test_pages_over_the_limit_are_cut_with_a_problem(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", *(Sheet() for _ in range(4)))
    document = READER.open(path, Limits(pages=2, ocr=False))
    assert len(list(document.pages())) == 2
    assert [p.code for p in document.meta.problems] == [Code.TOO_LARGE]
    document.close()


def test_a_page_that_is_a_picture_is_named(tmp_path: Path) -> None:
    sheets = [
        Sheet().text(50, 50, "tekst"),
        Sheet().picture(0, 0, 960, 540),
        Sheet().picture(50, 50, 800, 400).text(9, 530, "2"),
    ]
    problems = [
        [(p.code, p.level, p.page) for p in page.problems] for page in read(make_pdf(tmp_path / "a.pdf", *sheets))
    ]
    assert problems == [[], [(Code.PICTURE_PAGE, Level.WARNING, 2)], [(Code.PICTURE_PAGE, Level.NOTE, 3)]]


def test_recognised_text_under_a_picture_is_used(tmp_path: Path) -> None:
    sheet = Sheet().picture(0, 0, 960, 540).text(50, 50, "skannet tiltak", extra="3 Tr")
    page = read(make_pdf(tmp_path / "a.pdf", sheet))[0]
    assert page.ocr
    assert not page.problems
    assert [b.hidden for b in page.blocks if b.text] == [False]


def test_text_without_meaning_is_named(tmp_path: Path) -> None:
    sheet = Sheet().raw("BT /F1 12 Tf 50 300 Td <0102030405060708090B0C0E0F101112131415161718> Tj ET")
    page = read(make_pdf(tmp_path / "a.pdf", sheet))[0]
    assert [p.code for p in page.problems] == [Code.GARBLED_TEXT]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cuts=st.lists(st.tuples(st.integers(0, 4000), st.binary(min_size=1, max_size=6)), max_size=8),
    end=st.integers(200, 5000),
)
def test_damage_never_escapes_as_another_error(tmp_path: Path, cuts: list[tuple[int, bytes]], end: int) -> None:
    sheet = Sheet().box(10, 10, 200, 90, "1 0 0").text(20, 40, "Digital dialog").picture(300, 100, 80, 80).raw("/Fm Do")
    path = make_pdf(tmp_path / "a.pdf", sheet, sheet, forms="0 0 1 rg 5 5 50 50 re f")
    data = bytearray(path.read_bytes()[:end])
    for at, junk in cuts:
        data[at : at + len(junk)] = junk
    path.write_bytes(bytes(data))
    try:
        pages = read(path)
    except DocumentError:
        return
    assert [p.number for p in pages] == list(range(1, len(pages) + 1))


def test_render_gives_a_picture_as_wide_as_asked(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", Sheet().text(50, 50, "a"))
    png = render(path, 1, 480)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 480
    with pytest.raises(ValueError, match="page 2 of 1"):
        render(path, 2, 480)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which(ocr.PROGRAM) is None, reason="tesseract is not installed")
def test_text_in_pictures_is_recognised(tmp_path: Path) -> None:
    import pypdfium2

    drawn = render(make_pdf(tmp_path / "a.pdf", Sheet().text(100, 200, "Digital dialog", 40)), 1, 1920)
    from io import BytesIO

    from PIL import Image

    Image.open(BytesIO(drawn)).convert("RGB").save(tmp_path / "scan.pdf", resolution=144)
    assert pypdfium2.PdfDocument(tmp_path / "scan.pdf")[0].get_textpage().count_chars() == 0
    page = read(tmp_path / "scan.pdf", Limits(ocr=True))[0]
    (block,) = [b for b in page.blocks if b.text]
    assert page.ocr
    assert block.text == "Digital dialog"
    assert block.box is not None
    assert block.box.x0 == pytest.approx(100 / 960, abs=0.02)


def test_a_fault_on_one_page_costs_that_page_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_on_the_second(raw: Any, text: Any, number: int, context: Any) -> Page:
        if number == 2:
            raise IndexError("list index out of range")
        return whole(raw, text, number, context)

    path = make_pdf(tmp_path / "a.pdf", *(Sheet().text(50, 50, f"Side {n}") for n in range(3)))
    whole = pdf_document.read_page
    monkeypatch.setattr(pdf_document, "read_page", fail_on_the_second)
    pages = read(path)
    assert [[b.text for b in page.blocks] for page in pages] == [["Side 0"], [], ["Side 2"]]
    [lost] = pages[1].problems
    assert (lost.code, lost.page, dict(lost.values)["reason"]) == (
        Code.PART_LOST,
        2,
        "IndexError: list index out of range",
    )


def test_words_are_held_by_no_shape_that_is_gone() -> None:
    word = Word(
        "Vaktbok", 10, 10, 50, 20, Style("Arial", 12.0, bold=False, italic=False, colour="#000000"), 0, spaced=True
    )
    word.holder = 3  # of the shapes before they were told apart
    assign([word], [], 960, 540)
    assert word.holder == -1
