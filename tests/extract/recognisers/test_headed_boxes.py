"""Cards of two boxes: a painted head with the name, and a box below it that tells of it by name."""

import pytest

from extract.recognisers.drawn.headed_boxes import headed_boxes
from extract.recognisers.flat.descriptions import describe_measures
from tests.extract.scenes import Canvas, by_title, deck_of, told
from veikart.core.records import Field

NAMES = ("Digital skole", "Trygg start", "Felles tolk")


def drawn(
    names: tuple[str, ...] = NAMES, body: str = "Behov: Lang reisevei.|Eigar: Helse Førde", gap: float = 0.0
) -> Canvas:
    canvas = Canvas()
    canvas.title("Nye kort til godkjenning")
    for number, name in enumerate(names):
        x = 0.05 + 0.3 * number
        canvas.box(name, x, 0.2, 0.28, 0.06, fill="#005B82", bold=True)
        canvas.box(body, x, 0.26 + gap, 0.28, 0.25, fill="", outline="#A4C8D8")
    return canvas


def test_heads_are_measures_with_what_their_boxes_tell() -> None:
    canvas = drawn()
    found = by_title(headed_boxes(canvas.page, deck_of(canvas)))
    assert list(found) == list(NAMES)
    assert {told(draft, Field.OWNERS) for draft in found.values()} == {"Helse Førde"}
    assert "Lang reisevei" in told(found["Trygg start"], Field.DESCRIPTION)


@pytest.mark.parametrize(
    "canvas",
    [
        drawn(("Mål", "Gevinster", "Leveranser")),  # what is told of one measure
        drawn(("Nå", "Neste", "Senere")),  # the columns of a board
        drawn(body="Noe om saken.|Mer om den."),  # nothing told by name
        drawn(NAMES[:2]),
        drawn(gap=0.1),  # the boxes below belong to nobody
    ],
)
def test_other_boxes_are_none(canvas: Canvas) -> None:
    assert headed_boxes(canvas.page, deck_of(canvas)) is None


def test_a_head_on_the_upper_edge_of_its_card() -> None:
    canvas = Canvas()
    canvas.title("Nye kort til godkjenning")
    for number, name in enumerate(NAMES):
        x = 0.05 + 0.3 * number
        canvas.area(x, 0.2, 0.28, 0.3, "#FFFFFF", outline="#A4C8D8")
        canvas.box(name, x, 0.2, 0.28, 0.06, fill="#005B82", bold=True)
        canvas.text("Behov: Lang reisevei.", x + 0.01, 0.3)
        canvas.text(f"Eigar: Helse {('Førde', 'Bergen', 'Fonna')[number]}", x + 0.01, 0.45)
    found = by_title(headed_boxes(canvas.page, deck_of(canvas)))
    assert [told(draft, Field.OWNERS) for draft in found.values()] == ["Helse Førde", "Helse Bergen", "Helse Fonna"]


def test_a_slide_that_tells_the_same_of_several_is_no_description_of_its_title() -> None:
    canvas = Canvas()
    canvas.title("Felles løft")
    for number in range(3):
        for row, text in enumerate(("Behov: Lang reisevei.", "Nytte: Kortere reise.")):
            canvas.text(text, 0.05 + 0.3 * number, 0.3 + 0.1 * row)
    assert describe_measures(canvas.page, deck_of(canvas)) is None
