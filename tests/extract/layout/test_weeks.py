import pytest

from extract.layout.labels import week_labels
from extract.layout.things import things_of
from tests.extract.scenes import Canvas, deck_of


@pytest.mark.parametrize(
    ("weeks", "read"),
    [
        ((1, 2, 3, 4), [1, 2, 3, 4]),
        ((1, 2, 2, 3), []),  # told twice in one row: captions of what stands beside them
    ],
)
def test_weeks_in_a_row_are_labels_of_an_axis_unless_one_is_told_twice(weeks: tuple[int, ...], read: list[int]) -> None:
    canvas = Canvas()
    for i, week in enumerate(weeks):
        canvas.text(f"Uke {week}", 0.1 + i * 0.2, 0.3)
    deck = deck_of(canvas)
    found = week_labels(things_of(deck.pages[0], deck))
    assert [label.part for label in found] == [("week", number) for number in read]
