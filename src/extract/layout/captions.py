"""Captions: dates, signs and chips that stand right above, below or in the row of the one name they tell about."""

import re
from collections.abc import Callable, Sequence

from extract.layout.cards import heads
from extract.layout.meanings import Meaning
from extract.layout.thing import Thing
from veikart.core.geometry import Box, same_column, same_row

ABOVE = 0.045
"""Largest gap between a name and a caption above or below it, in page heights."""
CENTRED = 0.03
FLUSH = 0.012
"""Such a caption stands in the middle of its name, or begins where it begins."""
NEXT = 0.03
"""By which one of two names in its row may be farther from a caption, so that both claim it."""
LEAST = 3
"""Names with dates of their own that make a page of captions."""
POLE = 0.01
"""By which the middles of a date and of the box across the line may differ, in page widths."""
UNDER = 0.03
"""Largest gap between a name and the text about it that stands below it, in page heights."""
SIGN = 2
"""Letters of a sign that a key explains."""
_DAY = re.compile(r"\d{1,2}\.\s?(?:\d{1,2}\b|[^\W\d_]{3,})")
_FOOT = 0.92  # of the page's height: a date below is that of the document
_PAGE = Box(0.0, 0.0, 1.0, 1.0)

Captions = dict[str, list[tuple[Thing, Meaning]]]
"""Captions by the id of the name that they belong to."""


def captions_of(
    names: Sequence[Thing],
    others: Sequence[Thing],
    meaning: Callable[[Thing], Meaning],
    grounds: Sequence[Box] = (),
) -> Captions:
    """Return the captions of each name; one that two names claim goes to the side of the others, or to neither.

    `grounds` are the panels on the page: a caption in the row of names on several of them belongs to one on its own.
    """
    told = [(other, said) for other in others if (said := meaning(other))]
    claimed = [(other, said, _homes(other, names, [t for t, _ in told], grounds)) for other, said in told]
    sides = {other.place.y0 > homes[0].place.y0 for other, _, homes in claimed if len(homes) == 1}
    found: Captions = {}
    for other, said, homes in claimed:
        usual = [home for home in homes if (other.place.y0 > home.place.y0) in sides] if len(sides) == 1 else []
        home = homes if len(homes) == 1 else usual
        if len(home) == 1:
            found.setdefault(home[0].id, []).append((other, said))
    return found


def _homes(caption: Thing, names: Sequence[Thing], captions: Sequence[Thing], grounds: Sequence[Box]) -> list[Thing]:
    """Return the name on whose box a caption lies, else those above or below it, else the one in its row.

    In a shape with one name, however far apart the two stand, it belongs to that.
    """
    held = [t for t in names if caption.split and t.split and t.blocks[0].container == caption.blocks[0].container]
    if len(held) == 1:
        return held
    under = [t for t in names if t.boxed and t.place.holds(*caption.place.middle) and t.place.area > caption.place.area]
    if under:
        return [min(under, key=lambda t: t.place.area)]
    stacked = [(gap, t) for t in names if (gap := _stacked(caption.place, t)) is not None]
    if stacked:
        closest = min(gap for gap, _ in stacked)
        return [t for gap, t in stacked if gap <= closest + 0.004]
    row = [t for t in names if same_row(caption.place, t.ink) and not t.place.holds(*caption.place.middle)]
    own = [g for g in grounds if g.holds(*caption.place.middle)] if len(row) > 1 else []
    row = [t for t in row if own and min(own, key=lambda g: g.area).holds(*t.ink.middle)] or row
    if not row:
        ends = [t for t in names if not caption.boxed and _over_end(caption.place, t)]
        return ends or _across(caption, names, captions)
    turn = _in_turn(caption, row, captions) if len(row) > 1 else None
    if turn is not None:
        return [turn]
    aside = [_aside(caption.place, t) for t in row]
    return [t for t, gap in zip(row, aside, strict=True) if gap <= min(aside) + NEXT]


def _across(caption: Thing, names: Sequence[Thing], captions: Sequence[Thing]) -> list[Thing]:
    """Return the box on the other side of a line: the only name that stands around one middle with its day.

    Years and quarters on a line are an axis.
    """
    if caption.boxed or not _DAY.match(caption.text.strip()):
        return []
    middle = caption.ink.middle[0]
    mates = [t for t in captions if t is not caption and abs(t.ink.middle[0] - middle) <= POLE]
    found = [t for t in names if t.boxed and abs(t.place.middle[0] - middle) <= POLE]
    return found if len(found) == 1 and not mates else []


def _in_turn(caption: Thing, row: Sequence[Thing], captions: Sequence[Thing]) -> Thing | None:
    """Return the name of a caption in a row where every name has as many captions behind it, or every one before it."""
    mates = [(t.place.x0, t) for t in captions if same_row(t.place, caption.place)]
    order = [t for _, t in sorted([*mates, *((t.ink.x0, t) for t in row)], key=lambda pair: pair[0])]
    order = order if order[0] in row else order[::-1]
    runs: list[list[Thing]] = []
    for thing in order:
        if thing in row:
            runs.append([])
        elif not runs:
            return None
        runs[-1].append(thing)
    even = len({len(run) for run in runs}) == 1 < len(runs[0])
    return next((run[0] for run in runs if caption in run), None) if even else None


def _stacked(caption: Box, name: Thing) -> float | None:
    """Return the gap between a caption and the name above or below it; None where it stands elsewhere."""
    place = name.place if name.boxed else name.ink
    gap = max(caption.y0 - place.y1, place.y0 - caption.y1)
    return gap if same_column(caption, place, FLUSH, CENTRED) and -0.01 <= gap <= ABOVE else None


def _over_end(caption: Box, name: Thing) -> bool:
    """Tell whether a caption stands right over a bare name that ends where it ends, as left of an upright line."""
    gap = name.ink.y0 - caption.y1
    return not name.boxed and -0.01 <= gap <= ABOVE and abs(caption.x1 - name.ink.x1) <= FLUSH


def _aside(caption: Box, name: Thing) -> float:
    """Return how far a caption stands beside a name or its box."""
    return max(caption.x0 - name.extent.x1, name.extent.x0 - caption.x1)


def details_of(told: Sequence[Thing], rest: Sequence[Thing]) -> dict[str, list[Thing]]:
    """Return the texts right below a name with captions that are set plainer or smaller: they tell about it.

    A format without text boxes, as PDF, gives the date, the name and the text about it one by one.
    """
    found: dict[str, list[Thing]] = {}
    for text in rest:
        over = [t for t in told if not (t.boxed or text.boxed) and _is_under(t, text)]
        if len(over) == 1:
            found.setdefault(over[0].id, []).append(text)
    return found


def _is_under(name: Thing, text: Thing) -> bool:
    a, b = name.ink, text.ink
    near = -0.01 <= b.y0 - a.y1 <= UNDER
    return near and same_column(a, b, FLUSH, CENTRED) and heads(name.blocks[-1], text.blocks[0])


def is_captioned(
    texts: Sequence[Thing],
    names: Sequence[Thing],
    meaning: Callable[[Thing], Meaning],
    grounds: Sequence[Box] = (),
) -> bool:
    """Tell whether the dates on a page are captions of one name each, and nearly every name has one.

    Then they are no axis, be they in a row: a wide box stands over several of them, but only one is its own. The
    scale of a curve may stand in a row of its own under bare names that tell their dates themselves.
    """
    dates = [t for t in texts if meaning(t).period]
    found = captions_of(names, dates, meaning, grounds)
    about = details_of([n for n in names if n.id in found], [n for n in names if n.id not in found])
    boxed = {t.id for t in names if t.boxed}
    few = not boxed & found.keys() and len(boxed) * 2 < len(found)  # labels of lines and lanes beside bare names
    aside = _headings(names, found, grounds) | (boxed if few else set())
    others = len(names) - sum(map(len, about.values())) - len(aside)
    if len(found) < max(LEAST, 0.8 * others) or any(len(captions) > 1 for captions in found.values()):
        return False
    own = [caption for captions in found.values() for caption, _ in captions]
    rest = [t for t in dates if t not in own and t.ink.y0 < _FOOT]
    return not rest or (_is_scale(rest, own) and not any(t.boxed and not t.split for t in names if t.id in found))


def _headings(names: Sequence[Thing], found: Captions, grounds: Sequence[Box]) -> set[str]:
    """Return the names without captions over all with captions: on a panel, or where captions stand beside their names.

    Above an axis at the foot of a page only the lowest names have a date, under them.
    """
    beside = all(same_row(caption.place, t.ink) for t in names if t.id in found for caption, _ in found[t.id])
    headings: set[str] = set()
    for ground in (*grounds, *((_PAGE,) if beside else ())):
        held = [t for t in names if ground.holds(*t.ink.middle)]
        top = min((t.ink.y0 for t in held if t.id in found), default=0.0)
        headings |= {t.id for t in held if t.id not in found and t.ink.y1 <= top}
    return headings


def _is_scale(dates: Sequence[Thing], captions: Sequence[Thing]) -> bool:
    """Tell whether dates stand in one row without a caption, under the captions or between those above and below."""
    row = all(same_row(dates[0].ink, t.ink) for t in dates)
    apart = not any(same_row(dates[0].ink, t.ink) for t in captions)
    between = any(t.ink.y1 <= dates[0].ink.y0 for t in captions)
    return len(dates) > 1 and row and apart and between and not all(same_row(captions[0].ink, t.ink) for t in captions)
