"""Bullets that are drawn, not set: tiny dots before a line, in the colour of its text."""

from extract.readers.pdf.model import Shape, Word

SMALL = 0.5
"""Of the type size: a drawn bullet is no larger; what is larger may be a status light."""
TINY = 0.08
"""Of the type size: what is smaller is a speck."""
NEAR = 2.2
"""Of the type size: a bullet stands no further from its line."""
MOST = 300
"""More dots than this on a page are a pattern or a map."""
BULLET = "•"


def take_dots(words: list[Word], shapes: list[Shape]) -> list[Shape]:
    """Put a bullet before each word that a dot stands before; return the shapes without those dots."""
    able = {
        i for i, s in enumerate(shapes) if s.kind in {"ellipse", "rect", "roundRect", "diamond", "other"} and _even(s)
    }
    if not able or not words:
        return shapes
    taken: set[int] = set()
    found: list[tuple[int, Word]] = []
    for index in able:
        home = _line_start(shapes[index], words)
        if home is not None:
            taken.add(index)
            found.append((home, _bullet(shapes[index], words[home])))
    for home, bullet in sorted(found, key=lambda f: -f[0]):
        words.insert(home, bullet)
    return [s for i, s in enumerate(shapes) if i not in taken] if taken else shapes


def _even(shape: Shape) -> bool:
    """Tell whether the shape is a dot: small, and about as high as wide."""
    width, height = shape.width, shape.height
    return 0.6 < max(width, height) < 14 and min(width, height) > 0.6 * max(width, height)


def _line_start(dot: Shape, words: list[Word]) -> int | None:
    """Return the index of the word that the dot stands before as a bullet does."""
    middle = (dot.y0 + dot.y1) / 2
    near: list[tuple[float, int]] = []
    for index, word in enumerate(words):
        if word.style.angle or not word.y0 < middle < word.y1:
            continue
        size = word.style.size
        gap = word.x0 - dot.x1
        if 0 <= gap <= NEAR * size:
            near.append((gap, index))
        elif word.x0 < dot.x0 and -0.2 * size < dot.x0 - word.x1 < 0.8 * size:
            return None  # a dot between words
    if not near:
        return None
    index = min(near)[1]
    word = words[index]
    fits = TINY * word.style.size <= dot.width <= SMALL * word.style.size
    return index if fits and word.style.colour in {dot.fill, dot.outline} else None


def _bullet(dot: Shape, word: Word) -> Word:
    return Word(BULLET, dot.x0, word.y0, dot.x1, word.y1, word.style, word.run, True)
