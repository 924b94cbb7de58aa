"""Captions: dates, signs and chips that stand right above, below or in the row of the one name they tell about."""

from collections.abc import Callable, Sequence

from extract.layout.meanings import Meaning
from extract.layout.thing import Thing
from veikart.core.geometry import Box, same_row

ABOVE = 0.045
"""Largest gap between a name and a caption above or below it, in page heights."""
CENTRED = 0.03
FLUSH = 0.012
"""Such a caption stands in the middle of its name, or begins where it begins."""
SIGN = 2
"""Letters of a sign that a key explains."""

Captions = dict[str, list[tuple[Thing, Meaning]]]
"""Captions by the id of the name that they belong to."""


def captions_of(names: Sequence[Thing], others: Sequence[Thing], meaning: Callable[[Thing], Meaning]) -> Captions:
    """Return the captions of each name; one that two names claim goes to the side of the others, or to neither."""
    claimed = [(other, said, _homes(other, names)) for other in others if (said := meaning(other))]
    sides = {other.place.y0 > homes[0].place.y0 for other, _, homes in claimed if len(homes) == 1}
    found: Captions = {}
    for other, said, homes in claimed:
        usual = [home for home in homes if (other.place.y0 > home.place.y0) in sides] if len(sides) == 1 else []
        home = homes if len(homes) == 1 else usual
        if len(home) == 1:
            found.setdefault(home[0].id, []).append((other, said))
    return found


def _homes(caption: Thing, names: Sequence[Thing]) -> list[Thing]:
    """Return the names that a caption stands above or below; where there is none, the one in its row."""
    stacked = [(gap, t) for t in names if (gap := _stacked(caption.place, t)) is not None]
    if stacked:
        closest = min(gap for gap, _ in stacked)
        return [t for gap, t in stacked if gap <= closest + 0.004]
    return [t for t in names if same_row(caption.place, t.ink) and not t.place.holds(*caption.place.middle)]


def _stacked(caption: Box, name: Thing) -> float | None:
    """Return the gap between a caption and the name above or below it; None where it stands elsewhere."""
    place = name.place if name.boxed else name.ink
    gap = max(caption.y0 - place.y1, place.y0 - caption.y1)
    aligned = abs(caption.middle[0] - place.middle[0]) <= CENTRED or abs(caption.x0 - place.x0) <= FLUSH
    return gap if aligned and -0.01 <= gap <= ABOVE else None


def is_captioned(texts: Sequence[Thing], names: Sequence[Thing], meaning: Callable[[Thing], Meaning]) -> bool:
    """Tell whether every date on a page is the caption of one name, and nearly every name has one.

    Then the dates are no axis, be they in a row: a wide box stands over several of them, but only one is its own.
    """
    dates = [t for t in texts if meaning(t).period]
    found = captions_of(names, dates, meaning)
    told = sum(len(captions) for captions in found.values())
    alone = all(len(captions) == 1 for captions in found.values())
    return 3 <= len(dates) == told and alone and len(found) >= 0.8 * len(names)
