"""The drawn page: its size, and that every use leaves its colour."""

import io
import json
from dataclasses import replace

import pytest
from PIL import Image, ImageColor

from extract.claims import Use
from extract.drawing import COLOURS, draw, page_as_data
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.geometry import Box

FRAME = Box(0.2, 0.2, 0.6, 0.4)


BLOCK = Block("p1/s1/1", 1, BlockKind.TEXT, "Grønn løsning – 2027 →", Box(0.25, 0.25, 0.5, 0.3), FRAME, "p1/s1")


def page(fill: str = "", shape: str = "", bold: bool = False) -> Page:
    return Page(1, (replace(BLOCK, fill=fill, shape=shape, bold=bold),), 960, 540)


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


@pytest.mark.parametrize("use", list(Use))
def test_every_use_has_its_colour(use: Use) -> None:
    picture = opened(draw(page(), {"p1/s1/1": (use, "")}, None, 960))
    assert ImageColor.getrgb(COLOURS[use]) == picture.getpixel((240, 140))
    assert len(set(COLOURS.values())) == len(COLOURS)


@pytest.mark.parametrize("shape", ["rect", "roundRect", "ellipse", "chevron", "homePlate", "diamond", "rightArrow"])
def test_fill_is_painted_without_a_background(shape: str) -> None:
    picture = opened(draw(page(fill="#92D050", shape=shape), {}, None, 960))
    assert picture.getpixel((384, 180)) == (0x92, 0xD0, 0x50)
    assert picture.getpixel((100, 500)) == (255, 255, 255)


def test_background_is_kept() -> None:
    ground = io.BytesIO()
    Image.new("RGB", (480, 270), "#204060").save(ground, "PNG")
    picture = opened(draw(page(fill="#92D050"), {}, ground.getvalue(), 960))
    assert picture.size[0] == 960
    assert picture.getpixel((384, 180)) == (0x20, 0x40, 0x60)


def test_page_without_layout_is_drawn() -> None:
    block = Block("l1", 1, BlockKind.TEXT, "tekst", line_start=1, line_end=1)
    assert opened(draw(Page(1, (block,)), {}, None, 200)).size[0] == 200


def test_data_is_plain_and_tells_the_use() -> None:
    data = json.loads(json.dumps(page_as_data(page(fill="#92D050", bold=True), {"p1/s1/1": (Use.RECORD, "timeline")})))
    assert data[0]["use"] == "record"
    assert data[0]["reason"] == "timeline"
    assert data[0]["frame"] == [0.2, 0.2, 0.6, 0.4]
    assert data[0]["bold"] is True
    assert "marker" not in data[0]
