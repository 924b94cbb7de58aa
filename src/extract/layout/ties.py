"""Ties: a connector or pole that leads from a box to the axis says where on it the box belongs."""

from collections.abc import Sequence

from extract.layout.axis import Axis
from extract.layout.thing import Thing
from veikart.core.blocks import UNKNOWN_COLOUR
from veikart.core.calendar_words import days_of, tokens
from veikart.core.geometry import Box
from veikart.core.periods import Period
from veikart.core.text import mend

TOUCH = 0.014
"""Farthest that a connector ends from the box that it leads to."""
BAND = 0.035
"""Farthest that it ends from the labels of the axis: they stand in a band or beside a line."""
WIDEST = 0.14
"""Widest connector with a bend, as a share of the page."""
BESIDE = 0.03
"""Farthest from a connector's end that a date stands which tells its day."""
_MOST = 0.6
_POINT = 0.0005


def anchors(boxes: Sequence[Thing], axis: Axis, drawn: Sequence[Thing]) -> dict[str, float]:
    """Return where on the axis each box is tied to, by its id; nothing where most boxes have no tie."""
    ties = [t.place for t in drawn if _is_tie(t)]
    found: dict[str, float] = {}
    for box in boxes:
        ends = {round(x, 4) for tie in ties if (x := _end(box.place, tie, axis.place)) is not None}
        if len(ends) == 1:
            found[box.id] = ends.pop()
    return found if len(found) >= 2 and len(found) >= _MOST * len(boxes) else {}


def point(x: float, axis: Axis) -> Box:
    """Return the place of a point of the axis; where two columns meet it is in the later one."""
    return Box(x - _POINT, axis.place.y0, x + 4 * _POINT, axis.place.y1)


def day_at(x: float, axis: Axis, texts: Sequence[Thing]) -> tuple[Period, Thing] | None:
    """Return the day that a text such as "12. feb" beside the axis tells for a point of it; the axis gives the year."""
    column = axis.nearest(point(x, axis))
    year = column.meaning.period.start if column is not None and column.meaning.period else None
    near = [t for t in texts if abs(t.ink.middle[0] - x) <= BESIDE and axis.place.gap(t.ink) <= 2 * BAND]
    for text in sorted(near, key=lambda t: abs(t.ink.middle[0] - x)):
        found = tokens(mend(text.text))
        if year is not None and len(found) == 1 and found[0].unit == "day":
            days = days_of(found[0] if found[0].year else found[0].in_year(year.year))
            if days is not None:
                return Period(*days, mend(text.text)), text
    return None


def _is_tie(thing: Thing) -> bool:
    bare = thing.is_line or (thing.is_area and thing.outline and thing.fill in {"", UNKNOWN_COLOUR})
    return bool(bare) and thing.place.width <= WIDEST and thing.place.height > TOUCH


def _end(box: Box, tie: Box, band: Box) -> float | None:
    """Return where a tie meets the axis; None where it does not lead there from the box."""
    for near, far in ((tie.y0, tie.y1), (tie.y1, tie.y0)):
        if not (band.y0 - BAND <= far <= band.y1 + BAND):
            continue
        if min(abs(near - box.y0), abs(near - box.y1)) > TOUCH:
            continue
        own = min((tie.x0, tie.x1), key=lambda x: abs(x - box.middle[0]))
        if box.x0 - TOUCH <= own <= box.x1 + TOUCH:
            return tie.x1 if own == tie.x0 else tie.x0
    return None
