"""Slides that are pictures: named, and read where tesseract is installed."""

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from pptx import Presentation
from pptx.util import Emu

from extract.readers.base import Limits
from tests.extract.readers.pptx_decks import HEIGHT, WIDTH, pages
from veikart.core.blocks import Page
from veikart.core.problems import Code, Level


def picture_slide(path: Path, share: float, words: int = 0, layout: int = 6, crop: float = 0.0) -> Path:
    """Write a slide with a picture of two lines of text as wide as `share` of it, and some words of its own."""
    image = Image.new("RGB", (1600, 800), "white")
    pen = ImageDraw.Draw(image)
    pen.text((100, 80), "Digital dialog 2027", fill="black", font=ImageFont.load_default(90))
    pen.text((100, 600), "Nasjonal skjematjeneste", fill="black", font=ImageFont.load_default(90))
    data = io.BytesIO()
    image.save(data, "PNG")
    data.seek(0)
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(WIDTH), Emu(HEIGHT)
    slide = presentation.slides.add_slide(presentation.slide_layouts[layout])
    picture = slide.shapes.add_picture(data, Emu(0), Emu(0), Emu(int(WIDTH * share)), Emu(HEIGHT))
    picture.crop_bottom = crop
    if words:
        slide.shapes.add_textbox(0, 0, 900, 900).text_frame.text = "ord " * words
    presentation.save(str(path))
    return path


def unread(path: Path) -> Page:
    return pages(path, Limits(ocr=False))[0]


@pytest.mark.parametrize(
    ("share", "words", "layout", "level"),
    [
        (0.9, 0, 6, Level.WARNING),
        (0.9, 5, 6, Level.NOTE),
        (0.9, 40, 6, None),
        (0.3, 0, 6, None),
        (0.9, 0, 0, None),  # an opening slide
    ],
)
def test_picture_page(tmp_path: Path, share: float, words: int, layout: int, level: Level | None) -> None:
    problems = unread(picture_slide(tmp_path / "d.pptx", share, words, layout)).problems
    assert [(p.code, p.level) for p in problems] == ([(Code.PICTURE_PAGE, level)] if level else [])


needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")


@needs_tesseract
def test_text_of_a_picture_is_read_in_its_place(tmp_path: Path) -> None:
    [page] = pages(picture_slide(tmp_path / "d.pptx", 0.5))
    texts = {b.text: b for b in page.blocks if b.text}
    assert page.ocr
    assert set(texts) == {"Digital dialog 2027", "Nasjonal skjematjeneste"}
    first, second = texts["Digital dialog 2027"].box, texts["Nasjonal skjematjeneste"].box
    assert first is not None
    assert second is not None
    assert first.x0 == pytest.approx(0.5 * 100 / 1600, abs=0.01)
    assert first.middle[1] < 0.25 < 0.7 < second.middle[1]


@needs_tesseract
def test_cropped_part_of_a_picture_is_not_read(tmp_path: Path) -> None:
    [page] = pages(picture_slide(tmp_path / "d.pptx", 0.5, crop=0.5))
    assert [b.text for b in page.blocks if b.text] == ["Digital dialog 2027"]


def test_picture_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    from tests.extract.readers.pptx_decks import rewrite

    path = rewrite(picture_slide(tmp_path / "d.pptx", 0.9), {"ppt/media/image1.png": b"no picture"})
    assert [p.code for p in pages(path)[0].problems] == [Code.PICTURE_PAGE]
