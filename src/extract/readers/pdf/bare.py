"""Tables that nothing is drawn for: a line of column headings, and below it words that keep to its columns.

Printed spreadsheets without gridlines look so. The rules that such a table lacks are added, so that one search finds
every kind of grid.
"""

from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from extract.readers.pdf.model import Shape, Word
from veikart.core.periods import parse_axis
from veikart.core.vocabulary import Vocabulary, load_vocabulary

LEAST_COLUMNS = 3
LEAST_ROWS = 2
LEAST_HEADS = 2
"""Headings that must be known, one of them of measures, and half of all."""
LONGEST_HEAD = 40
PIECE_GAP = 0.9
"""Of the type size: words further apart stand in different columns."""
RUN_GAP = 0.3
"""The same for words of two text objects, such as two cells."""
NARROWEST = 0.12
"""Of the type size: what must be blank between two columns."""
LINE_GAP = 2.6
"""Line heights between two rows at most."""
FULL = 0.5
"""Share of the columns that a line fills which begins a row by that alone."""
MOST_SHAPES = 20
"""A page with more is drawn, and so would its tables be."""
MOST_WORDS = 6_000
_MARGIN = 3.0
_TITLED = frozenset({"measure", "need", "need_or_measure"})


@dataclass(slots=True)
class _Line:
    """Words on one level, and the pieces that they make up."""

    words: list[Word]
    pieces: list[tuple[float, float, str]] = field(default_factory=list)

    @property
    def top(self) -> float:
        return min(w.y0 for w in self.words)

    @property
    def foot(self) -> float:
        return max(w.y1 for w in self.words)

    @property
    def size(self) -> float:
        return max(self.words[0].style.size, 1.0)


def bare_tables(words: list[Word], shapes: list[Shape]) -> list[Shape]:
    """Return the rules of the tables on the bare page that are told by their headings alone."""
    if len(shapes) > MOST_SHAPES or len(words) > MOST_WORDS:
        return []
    bare = [w for w in words if w.holder < 0 and not w.style.angle]
    told = any(w.text[:1].isupper() and _vocabulary().header(w.text) in _TITLED for w in bare)
    lines = _lines(bare) if told else []
    made: list[Shape] = []
    index = 0
    while index < len(lines):
        taken, sides = _table(lines[index:]) if _are_heads([p[2] for p in lines[index].pieces]) else ([], [])
        made += _rules(taken, sides) if taken and not _is_drawn(taken, shapes) else []
        index += max(len(taken), 1)
    return made


def _is_drawn(lines: list[_Line], shapes: list[Shape]) -> bool:
    """Tell whether rules or areas are drawn among the lines of a table."""
    left, right = min(p[0] for line in lines for p in line.pieces), max(p[1] for line in lines for p in line.pieces)
    top, foot = lines[0].top, lines[-1].foot
    return any(s.x0 < right and s.x1 > left and s.y0 < foot + _MARGIN and s.y1 > top - _MARGIN for s in shapes)


def _lines(words: list[Word]) -> list[_Line]:
    lines: list[_Line] = []
    for word in sorted(words, key=lambda w: ((w.y0 + w.y1) / 2, w.x0)):
        middle = (word.y0 + word.y1) / 2
        if lines and abs(middle - (lines[-1].words[0].y0 + lines[-1].words[0].y1) / 2) < 0.5 * word.style.size:
            lines[-1].words.append(word)
        else:
            lines.append(_Line([word]))
    for line in lines:
        line.words.sort(key=lambda w: w.x0)
        last: Word | None = None
        for word in line.words:
            if last is not None and word.x0 - last.x1 < (PIECE_GAP if word.run == last.run else RUN_GAP) * line.size:
                x0, _, text = line.pieces[-1]
                line.pieces[-1] = (x0, word.x1, f"{text} {word.text}")
            else:
                line.pieces.append((word.x0, word.x1, word.text))
            last = word
    return lines


@cache
def _vocabulary() -> Vocabulary:
    return load_vocabulary()


def _are_heads(texts: list[str]) -> bool:
    """Tell whether a line names the columns of a table of measures."""
    if len(texts) < LEAST_COLUMNS or any(len(text) > LONGEST_HEAD for text in texts):
        return False
    concepts = [_vocabulary().header(text) for text in texts]
    known = sum(bool(c) or parse_axis(t) is not None for c, t in zip(concepts, texts, strict=True))
    return bool(_TITLED.intersection(concepts)) and known >= max(LEAST_HEADS, len(texts) / 2)


def _table(lines: list[_Line]) -> tuple[list[_Line], list[float]]:
    """Return the lines of the table that the first one heads, and where its columns but the first begin."""
    strips = [(a[1], b[0]) for a, b in pairwise(lines[0].pieces)]
    taken = [lines[0]]
    for line in lines[1:]:
        narrowed = [_narrowed(strip, line) for strip in strips]
        below = line.top - taken[-1].foot
        if below > LINE_GAP * line.size or any(strip is None for strip in narrowed) or _is_heading(line, below):
            break
        strips = [strip for strip in narrowed if strip is not None]
        taken.append(line)
    sides = [high - min(1.0, (high - low) / 2) for low, high in strips]
    full = sum(_filled(line, sides) >= FULL * (len(sides) + 1) for line in taken[1:])
    return (taken, sides) if full >= LEAST_ROWS else ([], [])


def _filled(line: _Line, sides: list[float]) -> int:
    """Return how many columns a line fills."""
    return len({sum(side <= (word.x0 + word.x1) / 2 for side in sides) for word in line.words})


def _is_heading(line: _Line, below: float) -> bool:
    """Tell whether a line alone under a blank is the heading of what follows."""
    return len(line.pieces) == 1 and below > line.size


def _narrowed(strip: tuple[float, float], line: _Line) -> tuple[float, float] | None:
    """Return the widest part of a strip that a line leaves blank; None where it is too narrow."""
    edges = [strip[0]]
    for word in line.words:
        if word.x1 > strip[0] and word.x0 < strip[1]:
            edges += [max(word.x0, strip[0]), min(word.x1, strip[1])]
    edges.append(strip[1])
    low, high = max(zip(edges[::2], edges[1::2], strict=True), key=lambda part: part[1] - part[0])
    return (low, high) if high - low >= NARROWEST * line.size else None


def _rules(lines: list[_Line], sides: list[float]) -> list[Shape]:
    left, right = min(p[0] for line in lines for p in line.pieces), max(p[1] for line in lines for p in line.pieces)
    places = [left - _MARGIN, *sides, right + _MARGIN]
    levels = [lines[0].top - _MARGIN]
    for above, line in pairwise(lines):
        if not _goes_on(line, sides):
            levels.append((above.foot + line.top) / 2)
    levels.append(lines[-1].foot + _MARGIN)
    across = [Shape(places[0], y, places[-1], y, "line") for y in levels]
    return across + [Shape(x, levels[0], x, levels[-1], "line") for x in places]


def _goes_on(line: _Line, sides: list[float]) -> bool:
    """Tell whether a line goes on with the cells above it: small letters, or few pieces and none at the left."""
    first = line.pieces[0]
    if first[2][:1].islower():
        return True
    return first[0] >= sides[0] and _filled(line, sides) < FULL * (len(sides) + 1)
