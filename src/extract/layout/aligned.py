"""Texts that a writer set in rows and columns under headings, without drawing a table."""

from collections.abc import Sequence
from itertools import pairwise

from extract.deck import Deck
from extract.layout.cards import is_name
from extract.layout.furniture import furniture
from extract.layout.tables import Cell, Table
from extract.layout.thing import Thing
from extract.layout.things import things_of
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.geometry import Box, same_row
from veikart.core.periods import parse_axis
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_KEY = "aligned.tables"
_LONGEST = 45  # characters of a column's heading
_LEAST_ROWS, _LEAST_CELLS = 3, 2
_FULL = 0.6  # share of the rows that have something under another heading
_FLUSH, _CENTRED = 0.012, 0.03  # of the page's width by which a cell may stand off its heading
_APART = 2.5  # times the usual distance between rows from which what stands below is no part of them
_TALLEST = 0.14  # of the page's height: a larger text is no cell
_MEASURES = frozenset({"measure", "need", "need_or_measure"})
_TELLING = frozenset({"status", "owner", "period", "start", "end", "priority"})


def aligned_tables(page: Page, deck: Deck) -> tuple[Table, ...]:
    """Return the rows and columns of texts on a page as tables, looked for once; none on pages without layout.

    A row of headings must name measures and something that is told of them; columns of time make a plan instead.
    """
    return deck.once(_KEY, page, _find) if page.laid_out else ()


def _find(page: Page, deck: Deck) -> tuple[Table, ...]:
    edges = furniture(deck)
    things = things_of(page, deck)
    texts = [t for t in things if _may_be_cell(t) and t.id not in edges]
    heads = _heads(texts, deck.vocabulary)
    if not heads:
        return ()
    titles = _titles(texts, heads, [t for t in things if not t.has_text], deck.vocabulary)
    if any(_is_set_as(title, heads[0]) for title in titles):
        return ()  # headings over texts, below each other: a sheet about one measure
    rows = [_row(title, texts, heads) for title in titles]
    while rows and len(rows[-1]) < _LEAST_CELLS:
        rows.pop()  # a remark under the rows
    if len(rows) < _LEAST_ROWS or sum(len(row) >= _LEAST_CELLS for row in rows) < _FULL * len(rows):
        return ()
    cells = [Cell(0, number, 1, 1, head.blocks) for number, head in enumerate(heads)]
    for number, row in enumerate(rows, start=1):
        cells += [Cell(number, column, 1, 1, blocks) for column, blocks in sorted(row.items())]
    return (Table(f"p{page.number}/aligned", page.number, tuple(cells)),)


def _may_be_cell(thing: Thing) -> bool:
    head = thing.blocks[0]
    plain = thing.has_text and not head.table and not head.marker and head.kind is not BlockKind.TITLE
    return plain and thing.ink.height <= _TALLEST


def _heads(texts: Sequence[Thing], vocabulary: Vocabulary) -> list[Thing]:
    """Return the row of headings from the left, the first of them that of measures; [] where there is none."""
    short = [t for t in texts if len(mend(t.text)) <= _LONGEST and len(t.blocks) == 1]
    for first in (t for t in short if vocabulary.header(mend(t.text)) in _MEASURES):
        row = sorted((t for t in short if same_row(first.ink, t.ink)), key=lambda t: t.ink.x0)
        told = {vocabulary.header(mend(t.text)) for t in row} & _TELLING
        if any(parse_axis(mend(t.text)) is not None for t in row) or not told:
            continue
        if all(a.ink.x1 <= b.ink.x0 for a, b in pairwise(row)):
            return row
    return []


def _is_set_as(title: Thing, head: Thing) -> bool:
    a, b = title.blocks[0], head.blocks[0]
    return a.bold and b.bold and (round(a.size), a.colour) == (round(b.size), b.colour)


def _titles(
    texts: Sequence[Thing], heads: Sequence[Thing], drawn: Sequence[Thing], vocabulary: Vocabulary
) -> list[Thing]:
    """Return the texts under the heading of measures, from the top, as far as they stand at one distance."""
    column = next(n for n, head in enumerate(heads) if vocabulary.header(mend(head.text)) in _MEASURES)
    below = [t for t in texts if t.ink.y0 >= heads[column].ink.y1 and _column(t, heads) == column]
    loose = [t for t in below if not t.boxed or _leads_on(t, drawn)]  # other boxes are cards of a board
    bare = [t for t in loose if is_name(t.text, vocabulary)]
    below = sorted(bare, key=lambda t: t.ink.y0)
    steps = sorted(b.ink.middle[1] - a.ink.middle[1] for a, b in pairwise(below))
    usual = steps[len(steps) // 2] if steps else 0.0
    for count, (a, b) in enumerate(pairwise(below), start=1):
        if b.ink.middle[1] - a.ink.middle[1] > _APART * usual:
            return below[:count]
    return below


def _leads_on(box: Thing, drawn: Sequence[Thing]) -> bool:
    """Tell whether an arrow leads from the right side of a box to what stands in its row."""
    return any(
        abs(t.place.x0 - box.place.x1) <= _FLUSH
        and t.place.width > t.place.height
        and box.place.y0 <= t.place.middle[1] <= box.place.y1
        for t in drawn
    )


def _row(title: Thing, texts: Sequence[Thing], heads: Sequence[Thing]) -> dict[int, tuple[Block, ...]]:
    """Return the blocks on a title's row by the number of the heading that they stand under."""
    row: dict[int, tuple[Block, ...]] = {}
    for text in sorted((t for t in texts if same_row(t.ink, title.ink)), key=lambda t: (t.ink.y0, t.ink.x0)):
        column = _column(text, heads)
        if column is not None and text not in heads:
            row[column] = (*row.get(column, ()), *text.blocks)
    return row


def _column(text: Thing, heads: Sequence[Thing]) -> int | None:
    """Return the number of the heading that a text stands under: flush with it, around its middle, or within its
    reach up to the next heading."""
    for test in (_is_flush, _is_centred, _is_within):
        found = [number for number, head in enumerate(heads) if test(text, head, _next(number, heads))]
        if len(found) == 1:
            return found[0]
    return None


def _next(number: int, heads: Sequence[Thing]) -> float:
    return heads[number + 1].ink.x0 if number + 1 < len(heads) else 1.0


def _is_flush(text: Thing, head: Thing, _: float) -> bool:
    return abs(text.ink.x0 - head.ink.x0) <= _FLUSH


def _is_centred(text: Thing, head: Thing, _: float) -> bool:
    return abs(text.ink.middle[0] - head.ink.middle[0]) <= _CENTRED


def _is_within(text: Thing, head: Thing, end: float) -> bool:
    place: Box = text.ink
    return head.ink.x0 - _FLUSH <= place.x0 and place.x1 <= end + _FLUSH
