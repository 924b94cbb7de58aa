"""Signs and letters in status columns, explained in a line or a table: "✓ ferdig ► pågår", "P | Planlagt"."""

import re

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.signs import explained
from extract.layout.tables import Cell, tables_of
from veikart.core.blocks import Page
from veikart.core.records import Field, Status
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_KEY = "tables.signs"
_LONGEST = 3  # characters of a sign
_LINE = 200  # characters of a line that explains signs
_LEAST = 2  # statuses that a key explains
_LETTERS = re.compile(
    r"(?:^|[,;|\n]|\s{2,})\s*(?P<sign>[^\W_]{1,3})\s*[=:–—-]\s*(?P<word>[^,;|=\n]+?)(?=\s{2,}|[,;|.\n]|$)"
)

_Key = dict[str, tuple[Status, str]]


def say_sign(draft: Draft, cell: Cell | None, deck: Deck, claim: Claim) -> bool:
    """Add the status that the document's key gives to the sign in a cell; tell whether it does."""
    sign = cell.text.strip() if cell is not None else ""
    if cell is None or not 0 < len(sign) <= _LONGEST or deck.vocabulary.status(sign) is not None:
        return False
    keys = _keys(deck)
    told = next((key[sign] for key in (keys.get(cell.blocks[0].page, {}), *keys.values()) if sign in key), None)
    if told is None:
        return False
    status, word = told
    claim.use(cell.blocks, Use.STATUS, "status of the row")
    draft.say(Field.STATUS, status.value, cell.written[0], "legend-sign", original=sign)
    draft.say(Field.STATUS_TEXT, f"{sign} = {word}", cell.written[0], "legend-sign")
    return True


def _keys(deck: Deck) -> dict[int, _Key]:
    """Return the signs that each page explains, each with its status and word; looked for once."""
    if _KEY not in deck.shared:
        found: dict[int, _Key] = {}
        for page in deck.pages:
            for pairs in _pairs(page, deck):
                for sign, word in pairs if len({word for _, word in pairs}) >= _LEAST else []:
                    status = deck.vocabulary.key_status(word)
                    if status is not None:
                        found.setdefault(page.number, {}).setdefault(sign, (status, word))
        deck.shared[_KEY] = found
    keys: dict[int, _Key] = deck.shared[_KEY]
    return keys


def _pairs(page: Page, deck: Deck) -> list[list[tuple[str, str]]]:
    """Return what each line, and each table of two columns, explains."""
    lines = [f"{b.marker} {b.text}".strip() for b in page.blocks if not b.table and 0 < len(b.text) <= _LINE]
    found = [explained(mend(line), deck.vocabulary) or _lettered(line, deck.vocabulary) for line in lines]
    for table in tables_of(page, deck):
        rows = [table.row(row) for row in range(table.row_count)] if table.column_count == _LEAST else []
        found.append([(c[0].text, c[1].text) for c in rows if len(c) == _LEAST and len(c[0].text) <= _LONGEST])
    return found


def _lettered(line: str, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return the letters that a line explains: "P = planlagt, F = ferdig"."""
    pairs = [(hit["sign"], mend(hit["word"])) for hit in _LETTERS.finditer(line)]
    return pairs if pairs and all(vocabulary.key_status(word) for _, word in pairs) else []
