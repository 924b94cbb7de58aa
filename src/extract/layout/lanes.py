"""Lanes: the rows of a drawn plan, named by labels at the left, by bands across it, or by panels around their boxes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.layout.meanings import meaning_of, owners_of
from extract.layout.thing import Thing
from veikart.core.geometry import Box
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

WIDE = 0.5
"""Share of the axis that a rule or band must cover to part lanes."""
BAND = 0.85
"""Share of the axis that a band with a heading covers."""
_LONGEST = 80
_KNOWN, _MOST_OWN, _SHORT = 2, 0.5, 3  # lanes of known organisations, their share of all, and words of the others
_FLUSH = 0.012  # by which the left edges of a label and its line differ, and by which they may touch
_FRAMED = 0.8  # of what stands beside labels that their own frames hold the middles of
_BEHIND = re.compile(r"^(?P<name>.*\w.*?)\s*\((?P<inner>[^()]+)\)$")


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the plan: where it reaches down the page, its label, whose it is, and its name, "" where it has none."""

    top: float
    bottom: float
    label: Thing
    owners: tuple[str, ...] = ()
    name: str = ""
    left: float = 0.0
    right: float = 1.0

    @property
    def text(self) -> str:
        """Its label on one line."""
        return mend(self.label.text)

    def holds(self, place: Box) -> bool:
        """Tell whether the middle of a box lies in the lane."""
        x, y = place.middle
        return self.top <= y <= self.bottom and self.left <= x <= self.right


def side_lanes(
    labels: Sequence[Thing], content: Sequence[Box], rules: Sequence[Box], vocabulary: Vocabulary
) -> list[Lane]:
    """Return the lanes that labels beside the axis name, column by column from the outermost in."""
    lanes: list[Lane] = []
    whole = _with_lines(labels, vocabulary)
    named = [t for t in whole if len(mend(t.text)) <= _LONGEST and any(c.isalpha() for c in t.text)]
    for column in _columns(named):
        lanes += _column_lanes(column, content, rules, vocabulary)
    return lanes


def _with_lines(labels: Sequence[Thing], vocabulary: Vocabulary) -> list[Thing]:
    """Return the labels, each with the small line right below it that tells its owner or status: one thing in PPTX."""
    result: list[Thing] = []
    for label in sorted(labels, key=lambda t: t.ink.y0):
        told = bool(meaning_of(label.text, vocabulary))
        above = next((t for t in reversed(result) if told and _is_line_of(label, t)), None)
        if above is None:
            result.append(label)
        else:
            ink = above.ink.union(label.ink)
            place = above.place if above.boxed else ink
            result[result.index(above)] = replace(above, blocks=above.blocks + label.blocks, ink=ink, place=place)
    return result


def _is_line_of(line: Thing, label: Thing) -> bool:
    """Tell whether a bare text stands right below a bare label, flush with it and in smaller letters."""
    if line.boxed or label.boxed or line.blocks[0].table or not 0 < line.blocks[0].size < label.blocks[0].size:
        return False
    gap = line.ink.y0 - label.ink.y1
    return abs(line.ink.x0 - label.ink.x0) <= _FLUSH and -_FLUSH <= gap <= line.ink.height / 2


def _columns(labels: Sequence[Thing]) -> list[list[Thing]]:
    columns: list[list[Thing]] = []
    for label in sorted(labels, key=lambda t: t.place.x0):
        for column in columns:
            if any(
                label.place.overlap_x(other.place) > 0.3 * min(label.place.width, other.place.width) for other in column
            ):
                column.append(label)
                break
        else:
            columns.append([label])
    return [sorted(column, key=lambda t: t.place.middle[1]) for column in columns]


def _column_lanes(
    column: list[Thing], content: Sequence[Box], rules: Sequence[Box], vocabulary: Vocabulary
) -> list[Lane]:
    if _framed(column, content):
        spans = [(t.extent.y0, t.extent.y1) for t in column]
        spans = _closed(spans)
    else:
        spans = _open_spans(column, content, rules)
    lanes = [Lane(top, bottom, t, *_told(t, vocabulary)) for t, (top, bottom) in zip(column, spans, strict=True)]
    return _all_owners(lanes, vocabulary)


def _all_owners(lanes: list[Lane], vocabulary: Vocabulary) -> list[Lane]:
    """Return the lanes so that all are owners' where half of them are: "Municipalities" below "NHN" and "KS"."""
    known = [lane for lane in lanes if lane.owners and not lane.name]
    short = [lane for lane in lanes if not lane.owners and _may_own(lane.text, vocabulary)]
    if len(known) < _KNOWN or len(known) < _MOST_OWN * len(lanes):
        return lanes
    return [replace(lane, owners=(lane.text,), name="") if lane in short else lane for lane in lanes]


def _may_own(text: str, vocabulary: Vocabulary) -> bool:
    first = text.split(maxsplit=1)[0] if text.split() else ""  # "Felles nasjonalt" is of all
    named = not vocabulary.header(text) and vocabulary.role(text) is None and not vocabulary.titles.is_scope(first)
    return named and len(text.split()) <= _SHORT


def _framed(column: list[Thing], content: Sequence[Box]) -> bool:
    """Tell whether the labels' own frames hold the middles of what stands beside them."""
    if not all(t.boxed or t.blocks[0].table for t in column):
        return False
    middles = [box.middle[1] for box in content]
    held = sum(1 for y in middles if any(t.extent.y0 - 0.01 <= y <= t.extent.y1 + 0.01 for t in column))
    return held >= _FRAMED * len(middles)


def _closed(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Let neighbouring lanes meet half way, so that a box on the edge finds one."""
    edges = [(a[1] + b[0]) / 2 for a, b in pairwise(spans)]
    gaps = [b[0] - a[1] for a, b in pairwise(spans)]
    result = []
    for i, (top, bottom) in enumerate(spans):
        upper = edges[i - 1] if i and gaps[i - 1] < 0.06 else top - 0.02
        lower = edges[i] if i < len(edges) and gaps[i] < 0.06 else bottom + 0.02
        result.append((upper, lower))
    return result


def _open_spans(column: list[Thing], content: Sequence[Box], rules: Sequence[Box]) -> list[tuple[float, float]]:
    """Return the lanes of labels without telling frames: parted by rules, by their tops, or half way between them."""
    edges = []
    for a, b in pairwise(column):
        between = [y for r in rules if a.place.middle[1] < (y := r.middle[1]) < b.place.middle[1]]
        edges.append(between)
    last = max([c.y1 for c in content], default=1.0) + 0.01
    first = min([c.y0 for c in content], default=0.0) - 0.01
    if edges and all(edges):
        inner = [_closest(e, a, b) for e, (a, b) in zip(edges, pairwise(column), strict=True)]
    elif _top_aligned(column, content):
        inner = [b.place.y0 - 0.006 for b in column[1:]]
    else:
        inner = [(a.place.middle[1] + b.place.middle[1]) / 2 for a, b in pairwise(column)]
    bounds = [min(first, column[0].place.y0), *inner, max(last, column[-1].place.y1)]
    return list(pairwise(bounds))


def _closest(edges: list[float], above: Thing, below: Thing) -> float:
    """Return the rule nearest the middle of the gap between two labels."""
    middle = (above.place.y1 + below.place.y0) / 2
    return min(edges, key=lambda y: abs(y - middle))


def _top_aligned(column: list[Thing], content: Sequence[Box]) -> bool:
    tops = [c.y0 for c in content]
    flush = sum(1 for t in column if any(abs(y - t.place.y0) < 0.012 for y in tops))
    above = [t for t in column[:1] if any(c.middle[1] < t.place.y0 - 0.01 for c in content)]
    taller = sum(1 for a, b in pairwise(column) if b.place.y0 - a.place.y1 > 1.2 * a.place.height)
    return not above and flush * 2 >= len(column) and taller * 2 >= len(column) - 1 > 0


def band_lanes(bands: Sequence[Thing], bottom: float, vocabulary: Vocabulary) -> list[Lane]:
    """Return the lanes that full-width headings open: each reaches down to the next."""
    ordered = sorted(bands, key=lambda t: t.place.y0)
    if not ordered:
        return []
    ends = [t.place.y0 for t in ordered[1:]] + [bottom]
    return [Lane(t.place.y1 - 0.002, end, t, *_told(t, vocabulary)) for t, end in zip(ordered, ends, strict=True)]


def panel_lanes(panels: Sequence[Thing], vocabulary: Vocabulary) -> list[Lane]:
    """Return the lanes that panels around boxes make."""
    return [Lane(t.place.y0, t.place.y1, t, *_told(t, vocabulary), t.place.x0, t.place.x1) for t in panels]


def headed_lanes(
    areas: Sequence[Box], texts: Sequence[Thing], content: Sequence[Box], vocabulary: Vocabulary
) -> list[Lane]:
    """Return the lanes that areas make behind boxes where a bare text, or a strip along their top, names them."""
    lanes = []
    for spread in areas:
        held = [box for box in content if spread.holds(*box.middle) and box.area < spread.area]
        top = min((box.y0 for box in held), default=0.0)
        heads = [t for t in texts if spread.holds(*t.ink.middle) and t.ink.y1 <= top + 0.01]
        heads = [t for t in heads if not t.boxed or t.place.width >= BAND * spread.width]
        name = mend(heads[0].text) if len(heads) == 1 else ""
        if 0 < len(name) <= _LONGEST and not name.endswith("."):
            lanes.append(Lane(spread.y0, spread.y1, heads[0], *_told(heads[0], vocabulary), spread.x0, spread.x1))
    return lanes


def _told(label: Thing, vocabulary: Vocabulary) -> tuple[tuple[str, ...], str]:
    """Return the organisations and the name of a lane: "Arkitektur (NHN)" gives both, "NHN" has no name."""
    text = mend(label.text)
    owners = owners_of(text, vocabulary)
    if owners:
        return owners, ""
    behind = _BEHIND.match(text)
    owners = owners_of(behind["inner"], vocabulary) if behind else ()
    return (owners, behind["name"]) if behind and owners else ((), text)
