"""Words to lines: side by side, in one area, no further apart than words of a sentence are."""

from collections import defaultdict

from extract.readers.pdf.bullets import is_marker, split_marker
from extract.readers.pdf.model import Line, Paragraph, Shape, Word

WORD_GAP = 0.6
"""Of the type size: no wider blank stands inside one text object's sentence."""
LINE_GAP = 1.3
"""Of the type size: words further apart stand in different columns."""
STRETCHED = 6.0
"""The same where the blank is one of the text itself, drawn wide in a justified line."""
JUSTIFIED_GAP = 3.5
"""Of the type size: the widest blank in a justified line."""
RUNNING_WORDS = 4
"""A line of so many words is running text."""
JOIN_GAP = 0.12
"""Of the type size: pieces closer than this are one word."""
COLUMN_BULLETS = frozenset("•●○▪■◦➢►✓‣")
FLUSH = 1.5
"""Points by which bullets below each other may stand apart."""
MARKER_GAP = 5.0
"""Of the type size: how far a bullet may stand from its text."""


def build_lines(words: list[Word], shapes: list[Shape]) -> dict[int, list[Line]]:
    """Return the lines of each holder (-1 for the bare page), top to bottom."""
    strips: dict[int, list[list[Word]]] = defaultdict(list)
    for strip in _strips(words):
        strips[_holder(strip, shapes)].append(strip)
    return {holder: _lines(found) for holder, found in strips.items()}


def oblique_paragraphs(words: list[Word]) -> list[Paragraph]:
    """Join slanting words that follow each other into paragraphs of one line: labels and watermarks."""
    groups: list[list[Word]] = []
    for word in words:
        last = groups[-1][-1] if groups else None
        reach = 2 * word.style.size
        if last and last.style == word.style and abs(word.x0 - last.x1) < reach and abs(word.y0 - last.y1) < 3 * reach:
            groups[-1].append(word)
        else:
            groups.append([word])
    return [Paragraph([_line(group)], group[0].holder) for group in groups]


def line_text(words: list[Word]) -> str:
    """Join words as they are spaced."""
    parts: list[str] = []
    last: Word | None = None
    for word in words:
        if last is not None and (word.spaced if word.run == last.run else _apart(last, word)):
            parts.append(" ")
        parts.append(word.text)
        last = word
    return "".join(parts)


def _apart(left: Word, right: Word) -> bool:
    gap = right.x0 - left.x1
    size = min(left.style.size, right.style.size)
    if right.spaced:
        return gap > -JOIN_GAP * size
    return gap > 2 * JOIN_GAP * size


def _strips(words: list[Word]) -> list[list[Word]]:
    """Cut the stream of words wherever it leaps."""
    found: list[list[Word]] = []
    for word in words:
        if found and _follows(found[-1][-1], word):
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _follows(last: Word, word: Word) -> bool:
    size = max(min(last.style.size, word.style.size), 1.0)
    gap = word.x0 - last.x1
    if not _level(last, word) or gap < -0.5 * size or gap > (STRETCHED if word.stretched else LINE_GAP) * size:
        return False
    return last.holder == word.holder or (last.run == word.run and gap < WORD_GAP * size)


def _level(a: Word | Line, b: Word | Line) -> bool:
    if a.y0 == b.y0:
        return True
    if a.y1 <= b.y0 or b.y1 <= a.y0:
        return False
    return min(a.y1, b.y1) - max(a.y0, b.y0) > 0.5 * min(a.y1 - a.y0, b.y1 - b.y0)


def _holder(strip: list[Word], shapes: list[Shape]) -> int:
    """The area that holds most of the strip; the smaller one where two hold as much."""
    first = strip[0].holder
    if all(word.holder == first for word in strip):
        return first
    votes: dict[int, int] = defaultdict(int)
    for word in strip:
        votes[word.holder] += len(word.text)
    return max(votes, key=lambda h: (votes[h], -shapes[h].area if h >= 0 else -1e12))


def _lines(strips: list[list[Word]]) -> list[Line]:
    """Merge strips that stand side by side, and set bullets apart from text."""
    lines = [_line(strip) for strip in strips]
    lines.sort(key=lambda line: ((line.y0 + line.y1) / 2, line.x0))
    merged: list[Line] = []
    for line in lines:
        for other in merged[-12:]:
            if _level(other, line) and _merge(other, line):
                break
        else:
            merged.append(line)
    merged = _parted(_join_justified(merged))
    for line in merged:
        split_marker(line)
    return [line for line in merged if line.words]


def _parted(lines: list[Line]) -> list[Line]:
    """Part lines before a bullet that stands in them where other bullets stand below each other: lists side by side."""
    marks = [word for line in lines for word in line.words if word.text in COLUMN_BULLETS]
    if len(marks) < 2 or not any(word.text in COLUMN_BULLETS for line in lines for word in line.words[1:]):
        return lines
    out: list[Line] = []
    for line in lines:
        begun = 0
        for place, word in enumerate(line.words):
            if place and word.text in COLUMN_BULLETS and sum(abs(m.x0 - word.x0) <= FLUSH for m in marks) > 1:
                out.append(_line(line.words[begun:place]))
                begun = place
        out.append(_line(line.words[begun:]) if begun else line)
    return out


def _join_justified(lines: list[Line]) -> list[Line]:
    """Join pieces that wide blanks part in a line which is drawn out to the edges of the lines about it."""
    whole = [line for line in lines if len(line.words) >= RUNNING_WORDS]
    if not whole or len(whole) == len(lines):
        return lines
    out: list[Line] = []
    for line in lines:
        before = out[-1] if out else None
        if before and _level(before, line) and 0 < line.x0 - before.x1 < JUSTIFIED_GAP * line.size:
            chain = _chain(line, lines)
            if any(_same_edges(before, chain[-1], other) for other in whole if other is not before):
                before.words = [*before.words, *line.words]
                before.x1 = line.x1
                continue
        out.append(line)
    return out


def _chain(line: Line, lines: list[Line]) -> list[Line]:
    """Return the line and the pieces that follow it on its level, each within reach of the last."""
    chain = [line]
    for other in lines:
        if other is not line and _level(line, other) and 0 < other.x0 - chain[-1].x1 < JUSTIFIED_GAP * line.size:
            chain.append(other)
    return chain


def _same_edges(first: Line, last: Line, other: Line) -> bool:
    """Tell whether the line near by starts where the first piece does and ends where the last one does."""
    size = first.size
    near = size < abs(other.y0 - first.y0) + 0.5 * size < 3.5 * size and abs(other.size - size) < 0.1 * size
    return near and abs(other.x0 - first.x0) < 0.3 * size and abs(other.x1 - last.x1) < 0.3 * size


def _merge(line: Line, other: Line) -> bool:
    """Add the other's words to the line on its level if they stand close enough; tell whether so."""
    left, right = (line, other) if line.x0 <= other.x0 else (other, line)
    gap = right.x0 - left.x1
    size = min(line.size, other.size)
    lone = len(left.words) == 1 and is_marker(left.words[0])
    if gap < -0.7 * size and right.x1 < left.x1:
        return _set_in(line, left, right)
    if gap < -0.7 * size or gap > (MARKER_GAP if lone else LINE_GAP) * size:
        return False
    line.words = [*left.words, *right.words]
    line.x0, line.x1 = left.x0, max(left.x1, right.x1)
    line.y0, line.y1 = min(line.y0, other.y0), max(line.y1, other.y1)
    line.size = max(line.size, other.size)
    return True


def _set_in(line: Line, outer: Line, inner: Line) -> bool:
    """Set a sign of another font into the blank that the text leaves for it; tell whether there is one."""
    if len(inner.words) > 1:
        return False
    place = sum(word.x0 < inner.x0 for word in outer.words)
    slack = JOIN_GAP * inner.size
    if not 0 < place < len(outer.words):
        return False
    if inner.x0 < outer.words[place - 1].x1 - slack or inner.x1 > outer.words[place].x0 + slack:
        return False
    line.words = [*outer.words[:place], *inner.words, *outer.words[place:]]
    line.x0, line.x1, line.size = outer.x0, outer.x1, max(outer.size, inner.size)
    line.y0, line.y1 = min(outer.y0, inner.y0), max(outer.y1, inner.y1)
    return True


def _line(words: list[Word]) -> Line:
    if len(words) == 1:
        word = words[0]
        return Line(list(words), word.x0, word.y0, word.x1, word.y1, word.style.size)
    return Line(
        words=list(words),
        x0=min([w.x0 for w in words]),
        y0=min([w.y0 for w in words]),
        x1=max([w.x1 for w in words]),
        y1=max([w.y1 for w in words]),
        size=max([w.style.size for w in words]),
    )
