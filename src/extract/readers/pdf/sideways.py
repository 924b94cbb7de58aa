"""Pages whose text lies on its side though the file does not say so: a wide table on a sheet printed upright."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extract.readers.pdf.model import View, Word

LEAST = 12
"""Words from which the direction of a page's text tells how it is to be read."""
SHARE = 0.8
"""Part of the page's characters that must lie the same way."""
OBLIQUE = 8.0
"""Degrees by which text may lean and still count as upright or turned by a quarter."""


def quarter_of(angle: float) -> int:
    """Return 0, 90, 180 or 270 for text turned so, -1 for oblique text."""
    if not angle:
        return 0
    quarter = round(angle / 90) * 90
    return quarter % 360 if abs(angle - quarter) <= OBLIQUE else -1


def readable(words: Sequence[Word], view: View) -> View:
    """Return the page turned so that most of its text stands upright; the same view where it does already."""
    if len(words) < LEAST or not any(w.style.angle for w in words):
        return view
    letters: Counter[int] = Counter()
    for word in words:
        letters[quarter_of(word.style.angle)] += len(word.text)
    quarter, most = letters.most_common(1)[0]
    if quarter in {-1, 0} or most < SHARE * letters.total():
        return view
    return replace(view, turns=(view.turns - quarter // 90) % 4)
