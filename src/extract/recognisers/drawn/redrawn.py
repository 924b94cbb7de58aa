"""Things as the reading of a plan wants them, where a document draws them as something else."""

import re
from collections.abc import Mapping
from dataclasses import replace

from extract.layout.labels import label_of
from extract.layout.meanings import Meaning, meaning_of
from extract.layout.thing import Thing
from veikart.core.blocks import BlockKind
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_CODE = re.compile(r"[A-ZÆØÅ]{2}(?:[A-ZÆØÅ]?\d{1,2}|\s20[\d\s-]{4,6})?")
"""What a gate is marked with: "BP2", "PC 2020-08". One letter would take "Q3" of the axis, three may be a hospital."""
_PANEL, _ON_PANEL, _LEAST_PANELS = 0.06, 2, 2  # smallest of the page, boxes on one, and such panels beside each other
_MARK, _LEAST_MARKS = 0.08, 6  # widest of the page, and how many make them marks of a plan


def redrawn(things: list[Thing], vocabulary: Vocabulary, signs: Mapping[str, Meaning]) -> list[Thing]:
    """Return the things with headed panels as headings and gates as marks; `signs` are those that the page explains."""
    return _marks_as_areas(_panels_as_headings(things), vocabulary, signs)


def _panels_as_headings(things: list[Thing]) -> list[Thing]:
    """Return the things with the panels of columns or rows that a period heads as that bare heading.

    A PDF has no more than the panel with the heading in it; what stands in the column lies on it.
    """
    tall = [t for t in things if t.boxed and len(t.blocks) == 1 and t.place.area >= _PANEL and label_of(t) is not None]
    names = [t for t in things if t.boxed and t not in tall]
    heads = {t.id for t in tall if sum(t.place.holds(*name.place.middle) for name in names) >= _ON_PANEL}
    if len(heads) < _LEAST_PANELS:
        return things
    return [replace(t, place=t.ink, frame=t.ink, fill="", outline="") if t.id in heads else t for t in things]


def _marks_as_areas(things: list[Thing], vocabulary: Vocabulary, signs: Mapping[str, Meaning]) -> list[Thing]:
    """Return the things with small shapes that hold a code as areas: gates such as "BP2" on the rows of a plan.

    The same few codes come again and again; an organisation's or a status's letters say what they mean.
    """
    coded = [t for t in things if t.boxed and _CODE.fullmatch(mend(t.text)) and t.place.width <= _MARK]
    coded = [t for t in coded if mend(t.text) not in signs and not meaning_of(t.text, vocabulary)]
    if len(coded) < _LEAST_MARKS or len({mend(t.text) for t in coded}) * 2 > len(coded):
        return things
    ids = {t.id for t in coded}
    return [replace(t, kind=BlockKind.SHAPE) if t.id in ids else t for t in things]
