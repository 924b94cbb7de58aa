"""Where shapes stand: groups, turns, flips, text areas and reading order."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.pptx.order import reading_order
from extract.readers.pptx.place import Group, Placed, put_all
from tests.extract.readers.pptx_decks import deck, group, only, shape, solid
from veikart.core.blocks import Block
from veikart.core.geometry import Box

INNER = shape(5, 100, 100, 200, 100, "x")


def near(box: Box | None, *expected: float) -> bool:
    assert box is not None
    return all(abs(a - b) < 0.0006 for a, b in zip(box, expected, strict=True))


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (shape(5, 1_000_000, 500_000, 2_000_000, 1_000_000, "x"), (0.1, 0.1, 0.3, 0.3)),
        # a group at (1e6, 1e6) that shows 1000 × 1000 units as 4e6 × 2e6
        (group(4, "1000000,1000000", "4000000,2000000", "0,0", "1000,1000", INNER), (0.14, 0.24, 0.22, 0.28)),
        (
            group(3, "0,0", "10000000,5000000", "0,0", "5000000,2500000",
                  group(4, "500000,500000", "2000000,1000000", "0,0", "1000,1000", INNER)),
            (0.14, 0.24, 0.22, 0.28),
        ),
        (
            group(4, "1000000,1000000", "4000000,2000000", "0,0", "1000,1000", INNER, 'flipH="1"'),
            (0.38, 0.24, 0.46, 0.28),
        ),
        # half a turn of the group puts the shape in the opposite corner
        (
            group(4, "1000000,1000000", "4000000,2000000", "0,0", "1000,1000", INNER, 'rot="10800000"'),
            (0.38, 0.52, 0.46, 0.56),
        ),
        # a quarter turn swaps width and height about the centre
        (shape(5, 1_000_000, 1_000_000, 2_000_000, 1_000_000, "x", xfrm='rot="5400000"'), (0.15, 0.1, 0.25, 0.5)),
        (group(4, "0,0", "0,0", "0,0", "0,0", shape(5, 1_000_000, 500_000, 2_000_000, 1_000_000, "x")),
         (0.1, 0.1, 0.3, 0.3)),
    ],
)  # fmt: skip
def test_frame(tmp_path: Path, xml: str, expected: tuple[float, ...]) -> None:
    [block] = only(deck(tmp_path / "d.pptx", [xml]))
    assert near(block.frame, *expected)


def test_group_path_is_outermost_first(tmp_path: Path) -> None:
    inner = group(4, "0,0", "100,100", "0,0", "100,100", INNER)
    [block] = only(deck(tmp_path / "d.pptx", [group(3, "0,0", "100,100", "0,0", "100,100", inner)]))
    assert block.group == "3/4"


def test_four_hundred_nested_groups(tmp_path: Path) -> None:
    xml = shape(5, 1_000_000, 500_000, 2_000_000, 1_000_000, "dypt")
    for number in range(400):
        xml = group(100 + number, "0,0", "100,100", "0,0", "100,100", xml)
    [block] = only(deck_of_raw(tmp_path / "d.pptx", xml))
    assert block.text == "dypt"
    assert near(block.frame, 0.1, 0.1, 0.3, 0.3)


def deck_of_raw(path: Path, xml: str) -> Path:
    """Write the shape by text: lxml's own parser refuses such depth."""
    from tests.extract.readers.pptx_decks import rewrite

    deck(path, [])
    return rewrite(
        path, {"ppt/slides/slide1.xml": lambda old: old.replace(b"</p:spTree>", xml.encode() + b"</p:spTree>")}
    )


def _box(path: Path, body: str, text: str = "Kort", **more: str) -> Block:
    [block] = only(
        deck(path / "d.pptx", [shape(5, 1_000_000, 1_000_000, 4_000_000, 2_000_000, text, body=body, **more)])
    )
    assert block.box is not None
    return block


@pytest.mark.parametrize(("anchor", "middle"), [("t", 0.23), ("ctr", 0.4), ("b", 0.57)])
def test_anchor_moves_the_text(tmp_path: Path, anchor: str, middle: float) -> None:
    block = _box(tmp_path, f'<a:bodyPr anchor="{anchor}"/>')
    assert block.box is not None
    assert block.box.middle[1] == pytest.approx(middle, abs=0.02)


@pytest.mark.parametrize(("align", "side"), [("l", "x0"), ("r", "x1")])
def test_alignment_puts_the_text_at_the_side(tmp_path: Path, align: str, side: str) -> None:
    text = f'<a:p><a:pPr algn="{align}"/><a:r><a:t>Kort</a:t></a:r></a:p>'
    block = _box(tmp_path, '<a:bodyPr lIns="0" rIns="0"/>', text)
    assert getattr(block.box, side) == pytest.approx(getattr(block.frame, side), abs=0.001)


def test_long_text_wraps_and_short_does_not(tmp_path: Path) -> None:
    short = _box(tmp_path, "<a:bodyPr/>", "Kort")
    long = _box(tmp_path, "<a:bodyPr/>", "En lang tekst som trenger flere linjer i denne boksen for å få plass")
    assert short.box
    assert long.box
    assert long.box.height > 1.9 * short.box.height
    assert long.frame
    assert long.frame.contains(long.box, 0.001)


def test_sideways_text_stands_upright_in_its_box(tmp_path: Path) -> None:
    block = _box(tmp_path, '<a:bodyPr vert="vert270"/>', "Helse Sentrum")
    assert block.rotation == 270
    assert block.box
    assert block.box.height * 0.5 > block.box.width  # the page is twice as wide as high


def test_two_columns_of_text(tmp_path: Path) -> None:
    text = "".join(f"<a:p><a:r><a:t>Linje {n}</a:t></a:r></a:p>" for n in range(10))
    body = '<a:bodyPr numCol="2"/>'
    blocks = only(deck(tmp_path / "d.pptx", [shape(5, 0, 0, 8_000_000, 1_500_000, text, body=body)]))
    lefts = sorted({round(b.box.x0, 2) for b in blocks if b.box})
    assert len(lefts) == 2
    assert lefts[1] > 0.38


def test_reading_order_goes_by_bands(tmp_path: Path) -> None:
    places = {"c": (1, 2_000_000), "b": (5_000_000, 1_040_000), "a": (100_000, 1_000_000)}
    path = deck(
        tmp_path / "d.pptx", [shape(i, x, y, 1_000_000, 500_000, t) for i, (t, (x, y)) in enumerate(places.items(), 5)]
    )
    assert [b.text for b in only(path)] == ["a", "b", "c"]


boxes = st.builds(
    lambda x, y, w, h: Box(x, y, x + w, y + h),
    *(st.floats(-1, 2, allow_nan=False) for _ in range(2)),
    *(st.floats(0, 1, allow_nan=False) for _ in range(2)),
)


@given(st.lists(boxes, max_size=30))
def test_reading_order_is_a_permutation_from_the_top(places: list[Box]) -> None:
    order = reading_order(places)
    assert sorted(order) == list(range(len(places)))
    for before, after in pairwise(order):
        assert places[after].y0 > places[before].y0 - 0.0200001


numbers = st.floats(-1000, 1000, allow_nan=False)
sizes = st.floats(1, 1000, allow_nan=False)
placed_shapes = st.builds(Placed, numbers, numbers, sizes, sizes, st.sampled_from([0.0, 30.0, 90.0, 200.0]))


@given(placed_shapes, st.booleans(), st.booleans())
def test_group_that_changes_nothing_keeps_the_place(inner: Placed, flip_h: bool, flip_v: bool) -> None:
    same = Group(Placed(50, 50, 100, 100), 0, 0, 1, 1)
    flipped = Group(Placed(50, 50, 100, 100, 0, flip_h, flip_v), 0, 0, 1, 1)
    assert put_all((same,), inner).bounds() == pytest.approx(inner.bounds(), abs=1e-6)
    twice = put_all((flipped, flipped), inner)
    assert twice.bounds() == pytest.approx(inner.bounds(), abs=1e-6)


@given(placed_shapes)
def test_bounds_hold_the_corners(inner: Placed) -> None:
    bounds = inner.bounds()
    for x in (0.0, inner.width):
        for y in (0.0, inner.height):
            px, py = inner.point(x, y)
            assert bounds.x0 - 1e-6 <= px <= bounds.x1 + 1e-6
            assert bounds.y0 - 1e-6 <= py <= bounds.y1 + 1e-6


def test_fill_is_needed_for_a_shape_without_text(tmp_path: Path) -> None:
    empty = "<a:p/>"
    path = deck(
        tmp_path / "d.pptx",
        [
            shape(5, 0, 0, 1_000_000, 500_000, empty),
            shape(6, 0, 1_000_000, 1_000_000, 500_000, empty, solid("00FF00")),
            shape(7, 0, 2_000_000, 5_000_000, 9_000, empty, solid("00FF00")),
        ],
    )
    assert [(b.id, b.kind.value) for b in only(path)] == [("p1/s6", "shape"), ("p1/s7", "line")]
    line = only(path)[1]
    assert line.box is not None
    assert line.box.height == 0
