"""What a person sees first on a page: the heading of a sheet, the heading over a list."""

from dataclasses import replace

import pytest

from extract.layout.reading import heading_above, page_title
from tests.extract.recognisers.pages import bullets, deck, slide, text_at, title
from veikart.core.blocks import BlockKind
from veikart.core.geometry import Box


@pytest.mark.parametrize(
    ("top", "size", "found"),
    [(0.05, 22.0, "Pasientens reise"), (0.3, 22.0, ""), (0.05, 14.0, "")],
    ids=["at the top", "further down", "no larger than the text"],
)
def test_an_upright_page_is_headed_by_the_largest_heading_at_its_top(top: float, size: float, found: str) -> None:
    head = text_at("Pasientens reise", 0.1, top, kind=BlockKind.TITLE, level=2, size=size)
    page = replace(slide([head, text_at("Før innleggelsen", 0.1, 0.5)]), width=595.0, height=842.0)
    assert page_title(page, deck(page)) == found


@pytest.mark.parametrize(("foot", "found"), [(0.38, True), (0.27, False)])
def test_a_heading_in_the_middle_of_a_shape_is_as_near_as_the_shape(foot: float, found: bool) -> None:
    circle = replace(text_at("Helse Vest", 0.1, 0.24, bold=True, fill="#0B3C5D"), frame=Box(0.1, 0.17, 0.25, foot))
    items = bullets(["Felles kalender", "Digital dialog"], 0.1, 0.42)
    page = slide([title("Neste steg"), circle, *items])
    box = items[0].box
    assert box is not None
    assert (heading_above(box, page, deck(page)) is circle) is found
