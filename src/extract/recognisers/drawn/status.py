"""The status that paint tells, through the legend; and the fill, where no legend tells."""

from collections.abc import Iterable, Sequence

from extract.claims import Draft
from extract.layout.legend import Legend, Told, is_same_paint
from extract.layout.owners import host_of
from extract.layout.thing import Thing
from veikart.core.blocks import Block
from veikart.core.colour import family
from veikart.core.records import Field
from veikart.core.vocabulary import Vocabulary

_PLAIN = frozenset({"black", "white", "grey", ""})
AT_POINT = 0.01
"""Farthest that the middle of a dot lies from the point of an axis that it stands on, in page widths."""
MARK_REACH = 0.025
"""Farthest a status dot may stand from its box, in page heights."""
DOT = 0.05
"""A dot, icon or milestone is at most so large, in page heights."""


def say_paint(
    draft: Draft,
    thing: Thing,
    legend: Legend,
    vocabulary: Vocabulary,
    *,
    mark: Thing | None = None,
    text: Block | None = None,
) -> None:
    """Add what the legend says of a thing's paint: a status, an owner, or the legend's own word; else its fill."""
    source = (text or thing.blocks[0]) if thing.has_text else thing.blocks[0]
    told = told_by(mark, legend) if mark is not None else Told()
    told = told or legend.status(
        fill=thing.fill,
        outline=thing.outline,
        text=(text or thing.blocks[0]).colour if thing.has_text else "",
        shape=mark.shape if mark is not None else thing.shape,
    )
    if mark is not None and told.status is None and not told.owners:
        say_paint(draft, thing, legend, vocabulary, text=text)  # a milestone or a star: the box tells how far
    if told:
        at = mark.blocks[0] if mark is not None and told.method == "legend-mark" else source
        say_told(draft, told, at, vocabulary)
    elif thing.fill and family(thing.fill) != "white":
        draft.say(Field.FILL, thing.fill, source, "fill")


def told_by(mark: Thing, legend: Legend) -> Told:
    """Return what the legend says of a dot or icon: by its fill, or by its outline where that is filled like paper."""
    told = legend.status(mark=mark.fill or mark.outline, shape=mark.shape)
    hollow = bool(mark.outline) and family(mark.fill) in {"", "white"}
    return legend.status(mark=mark.outline, shape=mark.shape) if hollow and not told else told


def marks_of(things: Sequence[Thing], dots: Sequence[Thing], legend: Legend, aspect: float) -> dict[str, Thing]:
    """Return the dots and icons that tell a status through the legend, by the id of the thing each stands on."""
    found: dict[str, Thing] = {}
    hosts = [(i, t.place) for i, t in enumerate(things)]
    for dot in dots:
        number, _ = host_of(dot.place, hosts, aspect, reach=MARK_REACH)
        if number is not None and told_by(dot, legend):
            found.setdefault(things[number].id, dot)
    return found


def say_mark_at(draft: Draft, x: float, dots: Sequence[Thing], legend: Legend, vocabulary: Vocabulary) -> None:
    """Add the status of the dot at the point of an axis that a box is tied to, where the legend explains such dots."""
    near = [dot for dot in dots if abs(dot.place.middle[0] - x) <= AT_POINT and told_by(dot, legend)]
    if near and not draft.says(Field.STATUS):
        say_told(draft, told_by(near[0], legend), near[0].blocks[0], vocabulary)


def marks_tell(marks: Iterable[Thing], legend: Legend) -> bool:
    """Tell whether dots on boxes tell statuses or owners, rather than milestones or what is new."""
    said = (told_by(dot, legend) for dot in marks)
    return any(told.status is not None or told.owners for told in said)


def is_dot(thing: Thing, aspect: float) -> bool:
    """Tell whether an area is small and about as wide as high, as dots and icons are."""
    place = thing.place
    return max(place.width * aspect, place.height) <= DOT and place.width * aspect < 2.2 * place.height


def say_told(draft: Draft, told: Told, source: Block, vocabulary: Vocabulary) -> None:
    """Add a legend's answer to a draft; the statement names the colour and the legend's word."""
    if told.owners:
        for owner in told.owners:
            draft.say(Field.OWNERS, owner, source, told.method, original=told.phrase(vocabulary))
        return
    if told.status is not None and not draft.says(Field.STATUS):
        draft.say(Field.STATUS, told.status.value, source, told.method, original=told.text)
    draft.say(Field.STATUS_TEXT, told.phrase(vocabulary), source, told.method)


def page_legend(legend: Legend, cards: Sequence[Thing], rows: Sequence[int], dots: Sequence[Thing] = ()) -> Legend:
    """Return the legend if its colours can be statuses here: not where each row of a page has its own colour.

    A legend that stands on another page must suit this page's boxes as well, or the dots on them.
    """
    if legend.own or (dots and legend.suits([(_paint(dot), told_by(dot, legend)) for dot in dots])):
        return legend
    if _colours_are_rows(cards, rows):
        return Legend()
    told = [
        (
            _paint(c),
            legend.status(c.fill, c.outline, c.colour if family(c.colour) not in _PLAIN else "-", shape=c.shape),
        )
        for c in cards
    ]
    return legend if legend.suits(told) else Legend()


def _paint(card: Thing) -> str:
    """Return what a box is told by: its fill, or its outline where it is filled like paper."""
    return card.outline if card.outline and family(card.fill) in {"", "white"} else card.fill


def _colours_are_rows(cards: Sequence[Thing], rows: Sequence[int]) -> bool:
    seen: dict[int, list[str]] = {}
    for card, row in zip(cards, rows, strict=True):
        paints, paint = seen.setdefault(row, []), _paint(card)
        if not any(is_same_paint(paint, p) for p in paints):
            paints.append(paint)
    first = [p[0] for p in seen.values()]
    return len(seen) >= 2 and all(len(p) == 1 for p in seen.values()) and len(set(first)) == len(first)
