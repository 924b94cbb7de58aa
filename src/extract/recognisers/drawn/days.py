"""Days without a year on the boxes of a page whose title names the one year that they are in: "15. juni"."""

from collections.abc import Sequence
from dataclasses import replace

from extract.layout.meanings import Meaning
from extract.layout.thing import Thing
from veikart.core.blocks import Block
from veikart.core.periods import find_periods
from veikart.core.text import mend, words

_LONGEST = 24  # characters of a day


Days = dict[str, list[tuple[Meaning, Block]]]
"""What the days on boxes say, by the id of the box."""


def without_days(boxes: Sequence[Thing], years: Sequence[int]) -> tuple[list[Thing], Days]:
    """Return the boxes without the lines that are such days, and what these say by the id of the box.

    `years` are the first and the last year that the page's title names; with more than one there is no telling.
    """
    if not years or years[0] != years[-1]:
        return list(boxes), {}
    kept: list[Thing] = []
    said: Days = {}
    for box in boxes:
        days = [(meaning, b) for b in box.blocks if (meaning := day_told(b.text, years[0])) is not None]
        rest = tuple(b for b in box.blocks if b not in [block for _, block in days])
        if len(days) == 1 and rest:
            kept.append(replace(box, blocks=rest))
            said[kept[-1].id] = days
        else:
            kept.append(box)
    return kept, said


def day_told(text: str, year: int) -> Meaning | None:
    """Return what a text says that is a day of the year, None for other texts."""
    text = mend(text)
    if len(text) > _LONGEST or find_periods(text):
        return None
    found = find_periods(f"{text} {year}")
    if len(found) != 1 or found[0].kind != "date" or words(text[: found[0].start]):
        return None
    return Meaning(period=replace(found[0].period, text=text), text=text)
