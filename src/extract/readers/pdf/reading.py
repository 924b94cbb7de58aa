"""The order in which a page's texts are read: top to bottom, columns one after the other, tables row by row."""

from itertools import pairwise

from extract.readers.pdf.model import Text
from extract.readers.pdf.tables import TableCell

STEP = 6.0
"""Points: texts whose tops differ by less stand on one level."""
GUTTER = 1.2
"""Of the type size: the blank strip between two columns of running text."""
BARE = 0.6
"""Part of a page's texts that must stand on the bare page for columns to be looked for."""
OVERPRINT = 1.0
"""Points within which two equal texts are one, printed twice."""


def in_order(texts: list[Text], cells: dict[int, TableCell]) -> list[Text]:
    """Return the texts in reading order, what is printed twice once."""
    tops: dict[int, float] = {}
    for found in cells.values():
        tops[found.table] = min(tops.get(found.table, found.cell.y0), found.cell.y0)

    def by_level(text: Text) -> tuple[float, ...]:
        x0, y0, _, y1 = text.bounds
        entry = cells.get(text.paragraph.holder)
        if entry:
            return round((tops[entry.table] + STEP) / STEP), 0.5, entry.table, entry.cell.row, entry.cell.column, y0
        return round((y0 + min(y1 - y0, 12) / 2) / STEP), 0, x0

    ordered = _once(sorted(texts, key=by_level))
    bare = sum(t.bare and not t.paragraph.quarter for t in ordered)
    return _cut(ordered) if len(ordered) > 3 and not cells and bare >= BARE * len(ordered) else ordered


def _once(texts: list[Text]) -> list[Text]:
    """Leave out texts that are printed a second time at the same place, as shadows and false bold are."""
    kept: list[Text] = []
    for text in texts:
        alike = [other for other in kept[-6:] if other.text == text.text]
        if not any(_same_place(other, text) for other in alike):
            kept.append(text)
    return kept


def _same_place(a: Text, b: Text) -> bool:
    return all(abs(one - other) < OVERPRINT for one, other in zip(a.bounds, b.bounds, strict=True))


def _cut(texts: list[Text]) -> list[Text]:
    """Order by cutting the page: along a gutter where there is one, else across the highest blank band."""
    if len(texts) < 3:
        return texts
    gutter = _gutter(texts)
    if gutter is not None:
        left = [t for t in texts if t.bounds[0] < gutter]
        right = [t for t in texts if t.bounds[0] >= gutter]
        return [*_cut(left), *_cut(right)]
    band = _band(texts)
    if band is None:
        return texts
    return [
        *_cut([t for t in texts if t.bounds[1] < band]),
        *_cut([t for t in texts if t.bounds[1] >= band]),
    ]


def _gutter(texts: list[Text]) -> float | None:
    """Return where a blank strip parts two columns of running text, None where none does."""
    reach, place = -1.0, None
    for text in sorted(texts, key=lambda t: t.bounds[0]):
        x0, _, x1, _ = text.bounds
        x0 = min(x0, text.paragraph.lines[0].left)
        if reach >= 0 and x0 - reach >= GUTTER * text.size:
            left = [t for t in texts if t.bounds[0] < x0 - 0.1]
            right = [t for t in texts if t.bounds[0] >= x0 - 0.1]
            if _is_running(left) and _is_running(right) and _beside(left, right):
                place = x0 - 0.1
                break
        reach = max(reach, x1)
    return place


def _is_running(texts: list[Text]) -> bool:
    """Tell whether these are bullets or paragraphs of several lines, not the cells of an unruled table."""
    return len(texts) > 1 and sum(bool(t.marker) or len(t.paragraph.lines) > 1 for t in texts) >= 0.4 * len(texts)


def _beside(left: list[Text], right: list[Text]) -> bool:
    low = max(min(t.bounds[1] for t in left), min(t.bounds[1] for t in right))
    high = min(max(t.bounds[3] for t in left), max(t.bounds[3] for t in right))
    return high > low


def _band(texts: list[Text]) -> float | None:
    """Return the top of the text below the highest blank band across all texts, None if there is none."""
    spans = sorted((t.bounds[1], t.bounds[3]) for t in texts)
    reach, best, place = spans[0][1], 0.5, None
    for (_, foot), (top, _) in pairwise(spans):
        reach = max(reach, foot)
        if top - reach > best:
            best, place = top - reach, top
    return place
