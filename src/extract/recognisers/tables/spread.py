"""Tables of how far each place has come with each measure: names down, places across."""

import re

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.legend import Told, legend_of
from extract.layout.tables import Cell
from extract.recognisers.colours import is_coloured, say_colour
from extract.recognisers.tables.context import Context
from extract.recognisers.tables.numbers import is_row_title
from extract.recognisers.tables.signs import own_key, own_sign, say_sign, sign_status
from extract.recognisers.wording import is_mark
from veikart.core.blocks import Page
from veikart.core.counted import heading_label
from veikart.core.periods import find_periods
from veikart.core.records import Field, Role, Status
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_LEAST_ROWS, _LEAST_PLACES = 3, 3
_STATUSES = 2  # that the page's key tells, at least, or that cells tell in words
_MARKED = 0.3  # share of the cells that are marked, at least
_TOLD = 0.6  # share of the cells that tell in words or dates how far a place has come
_NOTHING = re.compile(r"[\W_]*|ikk[ej]e? (?:avklart|avklara|aktuelt|relevant)|n/?a|tbd", re.IGNORECASE)
_SHARE = re.compile(r"(?:100|\d{1,2})\s?%")
_REMARK = re.compile(r"\s*[(,;].*")

Spread = list[tuple[Cell, list[Cell]]]


def spread_of(context: Context, deck: Deck) -> Spread:
    """Return each name with the cells of its row; [] where the cells hold anything else."""
    table, first = context.table, max(context.first, 1)  # names of places are no headings that are known
    if table.column_count <= _LEAST_PLACES or any(head.is_axis or head.status for head in context.header.heads):
        return []
    rows: Spread = []
    for row in range(first, table.row_count):
        name, *places = (table.at(row, column) for column in range(table.column_count))
        if name is None or not is_row_title(name.text, deck.vocabulary):
            return []
        rows.append((name, [place for place in places if place is not None]))
    cells = [place for _, found in rows for place in found]
    fits = _are_explained(cells, context.page, deck) or _are_told(cells, deck.vocabulary)
    return rows if len(rows) >= _LEAST_ROWS and fits else []


def _are_explained(cells: list[Cell], page: Page, deck: Deck) -> bool:
    """Tell whether cells hold nothing but signs and colours that the page explains."""
    legend = legend_of(page, deck)
    told = {e.status for e in legend.entries if e.status} if legend.own else set()
    told |= {status for status, _ in own_key(page.number, deck).values()}
    only = all(not c.text or is_mark(c.text) or own_sign(c.text.strip(), page.number, deck) for c in cells)
    return len(told) >= _STATUSES and only and sum(map(_is_marked, cells)) >= _MARKED * len(cells)


def _are_told(cells: list[Cell], vocabulary: Vocabulary) -> bool:
    """Tell whether cells say in words, dates or shares how far each place has come, or nothing."""
    texts = [mend(cell.text) for cell in cells]
    statuses = [status for text in texts if (status := _status(text, vocabulary)) is not None]
    told = [text for text in texts if _status(text, vocabulary) or _SHARE.fullmatch(text) or _is_dated(text)]
    rest = [text for text in texts if text not in told and not _NOTHING.fullmatch(text)]
    return not rest and len(statuses) >= _STATUSES and len(told) >= _TOLD * len(texts)


def _status(text: str, vocabulary: Vocabulary) -> Status | None:
    return vocabulary.status(_REMARK.sub("", text)) if text else None


def _is_dated(text: str) -> bool:
    label = heading_label(text)  # "Uke 41", "Februar"
    return bool(find_periods(text)) or (label is not None and label.part is not None)


def read_spread(rows: Spread, context: Context, deck: Deck, claim: Claim) -> None:
    """Add a measure for each row; its status is told where all places say the same."""
    claim.use(list(legend_of(context.page, deck).blocks), Use.LEGEND, "legend")
    for name, places in rows:
        draft = claim.add(Draft(name.written, name.text, Role.MEASURE, context.listing))
        for cell in places:
            claim.use(cell.blocks, Use.STATUS, "how far a place has come")
        told = [_told(cell, context, deck) for cell in places]
        if told and len({answer.text for answer in told}) == 1 and told[0]:
            if not say_sign(draft, places[0], deck, claim):
                say_colour(draft, told[0], places[0].fill, places[0].blocks[0], deck.vocabulary)
        elif words := sorted({answer.text for answer in told if answer}):
            draft.say(Field.STATUS_TEXT, "; ".join(words), places[0].blocks[0], "legend-colour")


def _is_marked(cell: Cell) -> bool:
    return bool(cell.text) or is_coloured(cell.fill)


def _told(cell: Cell, context: Context, deck: Deck) -> Told:
    """Return what a cell's words, sign or colour say, the last two through the page's key."""
    text = mend(cell.text)
    if (status := _status(text, deck.vocabulary)) is not None:
        return Told(status, text, "table-cell", block=cell.blocks[0])
    if text and (by_sign := sign_status(text, context.page.number, deck)) is not None:
        return Told(by_sign[0], by_sign[1], "legend-sign", block=cell.blocks[0])
    return legend_of(context.page, deck).status(fill=cell.fill) if is_coloured(cell.fill) else Told(text=text)
