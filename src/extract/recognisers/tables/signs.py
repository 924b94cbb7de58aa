"""Signs and letters in status columns, explained in a line or a table: "✓ ferdig ► pågår", "P | Planlagt"."""

import re
from itertools import groupby

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.signs import explained, sign_of, without_sign
from extract.layout.tables import Cell, tables_of
from extract.recognisers.tables.columns import Columns
from extract.recognisers.tables.context import Context
from veikart.core.blocks import Block, Page
from veikart.core.geometry import same_row
from veikart.core.records import Field, Status
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_KEY = "tables.signs"
_LONGEST = 3  # characters of a sign
_LONGEST_WORD = 8  # … of a word that a key explains
_LINE = 200  # characters of a line that explains signs
_LEAST = 2  # statuses that a key explains
_NEAR = 0.04  # of the page's width between a sign and its word
_LETTERS = re.compile(
    r"(?:^|[,;|\n]|\s{2,})\s*(?P<sign>[^\W_]{1,3})\s*[=:–—-]\s*(?P<word>[^,;|=\n]+?)(?=\s{2,}|[,;|.\n]|$)"
)

_EQUATION = re.compile(r"(?<!\S)(?P<sign>\S{1,8})\s*=\s*(?=\S)")

_Key = dict[str, tuple[Status, str]]


def say_sign(draft: Draft, cell: Cell | None, deck: Deck, claim: Claim) -> bool:
    """Add the status that the document's key gives to the sign in a cell; tell whether it does."""
    sign = cell.text.strip() if cell is not None else ""
    if cell is None or not 0 < len(sign) <= _LONGEST_WORD or deck.vocabulary.status(sign) is not None:
        return False
    told = sign_status(sign, cell.blocks[0].page, deck)
    if told is None:
        return False
    claim.use(cell.blocks, Use.STATUS, "status of the row")
    _say(draft, sign, told, cell.written[0])
    return True


def say_own_sign(draft: Draft, block: Block, deck: Deck) -> None:
    """Add the status that its page's key gives to the sign before a text, set as a bullet or as part of the text; the
    title goes on without it."""
    key = own_key(block.page, deck)
    sign = sign_of(block, key)
    if not sign or sign.isalnum():
        return
    draft.title = without_sign(draft.title, sign)
    _say(draft, sign, key[sign], block)


def say_explained_sign(draft: Draft, sign: str, block: Block, deck: Deck) -> None:
    """Add the status that the key of any page gives to a sign in a text."""
    told = sign_status(sign, block.page, deck) if sign else None
    if told is not None:
        _say(draft, sign, told, block)


def _say(draft: Draft, sign: str, told: tuple[Status, str], source: Block) -> None:
    status, word = told
    draft.say(Field.STATUS, status.value, source, "legend-sign", original=sign)
    draft.say(Field.STATUS_TEXT, f"{sign} = {word}", source, "legend-sign")


def explained_signs(deck: Deck) -> dict[str, tuple[Status, str]]:
    """Return the signs that some page explains, those of the first page that does."""
    found: dict[str, tuple[Status, str]] = {}
    for key in _keys(deck).values():
        found = {**key, **found}
    return found


def sign_column(context: Context, columns: Columns, deck: Deck) -> int | None:
    """Return the column without a heading whose cells hold nothing but signs that the document explains."""
    taken = {columns.title, columns.number, *columns.owner, *columns.marks, *columns.group, *columns.description}
    for column, head in enumerate(context.header.heads):
        if column in taken or head.text:
            continue
        texts = [c.text.strip() for c in context.table.column(column, context.first) if c.text and c.column == column]
        if len(texts) >= _LEAST and all(sign_status(text, context.page.number, deck) for text in texts):
            return column
    return None


def sign_status(sign: str, page: int, deck: Deck) -> tuple[Status, str] | None:
    """Return the status and word of a sign: by the key of its page, else by that of another one."""
    keys = _keys(deck)
    return next((key[sign] for key in (keys.get(page, {}), *keys.values()) if sign in key), None)


def own_sign(sign: str, page: int, deck: Deck) -> tuple[Status, str] | None:
    """Return the status and word that the key of a sign's own page gives to it."""
    return own_key(page, deck).get(sign)


def own_key(page: int, deck: Deck) -> dict[str, tuple[Status, str]]:
    """Return the signs that a page explains, with their statuses and words."""
    return _keys(deck).get(page, {})


def is_key(block: Block, vocabulary: Vocabulary) -> bool:
    """Tell whether a line explains several signs."""
    return len(_explained(f"{block.marker} {block.text}".strip(), block.text, vocabulary)) >= _LEAST


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
    lines = [b for b in page.blocks if not b.table and 0 < len(b.text) <= _LINE]
    found = [_explained(f"{b.marker} {b.text}".strip(), b.text, deck.vocabulary) for b in lines]
    keys = [[pair for pairs in run for pair in pairs] for run in _runs(found)]
    found += [key for key in keys if len({sign for sign, _ in key}) == len(key)]  # dots told apart by colour are none
    found.append(_set_beside(page))
    for table in tables_of(page, deck):
        rows = [[cell for cell in table.row(row) if cell.text] for row in range(table.row_count)]
        rows = [row for row in rows if row]
        rows = rows if all(len(row) == _LEAST for row in rows) else []
        found.append([(row[0].text, row[1].text) for row in rows if len(row[0].text) <= _LONGEST])
    return found


def _set_beside(page: Page) -> list[tuple[str, str]]:
    """Return the signs that are texts of their own, each with the text right of it: "◔" "Planlagt" "●" "I drift"."""
    texts = [(b.box, mend(b.text)) for b in page.blocks if b.box is not None and not b.table and b.text.strip()]
    pairs = []
    for place, sign in texts:
        if len(sign) > _LONGEST or any(c.isalnum() for c in sign):
            continue
        right = [(b.x0 - place.x1, text) for b, text in texts if same_row(b, place) and 0 <= b.x0 - place.x1 <= _NEAR]
        if right:
            pairs.append((sign, min(right)[1]))
    return pairs


def _explained(whole: str, bare: str, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return what a line explains, the bullet before it taken for a sign or not."""
    told = explained(mend(whole), vocabulary) or explained(mend(bare), vocabulary) or _lettered(whole, vocabulary)
    return told or _equated(mend(whole), vocabulary)


def _equated(line: str, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return the signs and words of a line of equations, most of them statuses: "✓ = i drift  test = utprøving"."""
    hits = list(_EQUATION.finditer(line))
    if len(hits) < _LEAST:
        return []
    ends = [hit.start() for hit in hits[1:]] + [len(line)]
    pairs = [(hit["sign"], mend(line[hit.end() : end]).strip(" ,;.")) for hit, end in zip(hits, ends, strict=True)]
    told = sum(vocabulary.key_status(word) is not None for _, word in pairs)
    return pairs if told >= _LEAST and told * 2 > len(pairs) else []


def _runs(lines: list[list[tuple[str, str]]]) -> list[list[list[tuple[str, str]]]]:
    """Return the lines that explain one sign each, those that follow each other together: a key written as a list."""
    return [list(run) for single, run in groupby(lines, key=lambda pairs: len(pairs) == 1) if single]


def _lettered(line: str, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return the letters that a line explains: "P = planlagt, F = ferdig"."""
    pairs = [(hit["sign"], mend(hit["word"])) for hit in _LETTERS.finditer(line)]
    return pairs if pairs and all(vocabulary.key_status(word) for _, word in pairs) else []
