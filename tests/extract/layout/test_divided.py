"""Rules that part the columns of an axis evenly."""

import pytest

from extract.recognisers.drawn.timeline import timeline
from tests.extract.scenes import Canvas, by_title, deck_of, told
from veikart.core.blocks import Page
from veikart.core.records import Field

LEFT, STEP = 0.04, 0.3


def plan(labels: tuple[str, ...], rules: list[float], foot: float = 0.85) -> Page:
    """Draw a plan whose columns are parted by long rules; `rules` stand at these columns, counted from the left."""
    canvas = Canvas()
    for i, label in enumerate(labels):
        canvas.box(label, LEFT + i * STEP, 0.17, STEP, 0.05, fill="#1F3864", colour="#FFFFFF")
    for i in range(len(labels) + 1):
        canvas.line(LEFT + i * STEP, 0.23, LEFT + i * STEP, 0.85)
    for at in rules:
        canvas.line(LEFT + at * STEP, 0.23, LEFT + at * STEP, foot)
    canvas.box("Bytte av telefoni", LEFT + 0.5 * STEP, 0.3, STEP, 0.06, fill="#70AD47")
    canvas.box("Opplæring av ansatte", LEFT, 0.4, STEP, 0.06, fill="#70AD47")
    return canvas.page


def days(page: Page) -> dict[str, tuple[str, str]]:
    canvas = Canvas()
    canvas.blocks = list(page.blocks)
    deck = deck_of(canvas)
    found = by_title(timeline(deck.pages[0], deck))
    return {name: (told(d, Field.PERIOD_START), told(d, Field.PERIOD_END)) for name, d in found.items()}


@pytest.mark.parametrize(
    ("labels", "rules", "start", "end"),
    [
        (("2026", "2027", "2028"), [0.5, 1.5, 2.5], "2026-07-01", "2027-06-30"),
        (("2026", "2027", "2028"), [n / 4 for n in range(1, 12) if n % 4], "2026-07-01", "2027-06-30"),
        (("Q1 2026", "Q2 2026"), [n / 3 for n in (1, 2, 4, 5)], "2026-02-01", "2026-05-31"),
        (("2026", "2027", "2028"), [0.5, 1.5], "2026-01-01", "2027-12-31"),  # one year is whole
        (("2026", "2027", "2028"), [0.4, 1.4, 2.4], "2026-01-01", "2027-12-31"),  # no even parts
        (("2026", "2027", "2028"), [], "2026-01-01", "2027-12-31"),
    ],
)
def test_rules_between_the_columns_part_their_periods(
    labels: tuple[str, ...], rules: list[float], start: str, end: str
) -> None:
    assert days(plan(labels, rules))["Bytte av telefoni"] == (start, end)


def test_shorter_strokes_part_nothing() -> None:
    found = days(plan(("2026", "2027", "2028"), [0.5, 1.5, 2.5], foot=0.5))
    assert found["Bytte av telefoni"] == ("2026-01-01", "2027-12-31")
    assert found["Opplæring av ansatte"] == ("2026-01-01", "2026-12-31")
