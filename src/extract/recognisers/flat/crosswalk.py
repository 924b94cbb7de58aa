"""Tables of common and regional names, flattened: "Common • Regional (HN)" and further bullets below."""

import re
from dataclasses import dataclass, field

from extract.claims import Claim, Draft, DraftLink, Use
from extract.deck import Deck
from extract.recognisers.flat.claims import on_page
from extract.recognisers.flat.survey import Item, is_phrase, survey
from veikart.core.blocks import Block, Page
from veikart.core.records import LinkKind, Role
from veikart.core.text import mend

NAME = "flat-crosswalk"
_CONFIDENCE = 0.95
_CONFIDENCE_WITHOUT_HEADER = 0.85
_INNER = re.compile(r"\s+[•●▪‣·]\s*")

MIN_ROWS = 2
MIN_CODED = 0.5  # of the right column's entries name their owner, where no header tells what the columns are


@dataclass(slots=True)
class _Side:
    """One entry of a column: its text and the blocks it stands in."""

    text: str
    blocks: tuple[Block, ...]
    suffix: str = ""


@dataclass(slots=True)
class _Row:
    """A common name and the regional ones beside it."""

    left: list[_Side] = field(default_factory=list)
    right: list[_Side] = field(default_factory=list)


def crosswalk(page: Page, deck: Deck) -> Claim | None:
    """Take a flattened table of common and regional names, with a binding link for every pair of a row."""
    items = survey(deck).pages.get(page.number, [])
    header = _header(items, deck)
    below = items[header + 1 :] if header is not None else items
    rows = _rows(below, deck)
    if header is not None and not any(row.right for row in rows):
        rows = _rows_in_blocks(below, deck)
    if header is None and not _looks_like_crosswalk(items, rows, deck):
        return None
    rows = [row for row in rows if row.left and row.right]
    if len(rows) < MIN_ROWS:
        return None
    claim = Claim(NAME, _CONFIDENCE if header is not None else _CONFIDENCE_WITHOUT_HEADER)
    if header is not None:
        for item in items[: header + 1]:
            claim.use(item.blocks, Use.HEADING, "heading of the table")
    for row in rows:
        _add(claim, row, page.number)
    return on_page(claim, page.number)


def _add(claim: Claim, row: _Row, page: int) -> None:
    common = claim.add(_draft(row.left, Role.COMMON, f"p{page}/common"))
    for side in row.right:
        member = claim.add(_draft([side], Role.MEMBER, ""))
        member.parent = common
        claim.links.append(DraftLink(LinkKind.CROSSWALK, common, member, source=side.blocks[0], method="crosswalk-row"))


def _draft(sides: list[_Side], role: Role, listing: str) -> Draft:
    blocks = tuple(block for side in sides for block in side.blocks)
    text = "\n".join(side.text for side in sides)
    return Draft(blocks, text, role, listing, anchor_suffix=sides[-1].suffix)


def _rows(items: list[Item], deck: Deck) -> list[_Row]:
    rows: list[_Row] = []
    for item in items:
        if deck.vocabulary.is_furniture(item.text):
            continue
        parts = _INNER.split(item.raw, maxsplit=1)
        if item.marker and rows:
            rows[-1].right.append(_Side(item.raw, item.blocks))
        elif len(parts) == 2 and not item.marker:
            if not rows or rows[-1].right:
                rows.append(_Row())
            lefts, rights = _divided(item, parts)
            rows[-1].left.append(lefts)
            rows[-1].right.append(rights)
        elif not item.marker and is_phrase(item, deck.vocabulary):
            if not rows or rows[-1].right:
                rows.append(_Row())
            rows[-1].left.append(_Side(item.raw, item.blocks))
    return rows


def _rows_in_blocks(items: list[Item], deck: Deck) -> list[_Row]:
    """Read rows that blank lines part: the first line is the common name, further ones name their owners."""
    rows: list[_Row] = []
    for item in items:
        if not is_phrase(item, deck.vocabulary):
            continue
        side = _Side(item.raw, item.blocks)
        if rows and not item.first.gap:
            rows[-1].right.append(side)
        else:
            rows.append(_Row([side]))
    rights = [mend(side.text) for row in rows for side in row.right]
    coded = sum(_ends_with_owner(text, deck) for text in rights)
    return rows if coded >= MIN_CODED * max(len(rights), 1) else []


def _divided(item: Item, parts: list[str]) -> tuple[_Side, _Side]:
    """Give each side of an inner bullet its lines; the line with the bullet belongs to both."""
    at = parts[0].count("\n")
    return (
        _Side(parts[0], item.blocks[: at + 1], "/left"),
        _Side(parts[1], item.blocks[at:], "/right"),
    )


def _header(items: list[Item], deck: Deck) -> int | None:
    """Return the index of the last line of the table's heading, None for none: one line, or one for each column."""
    told = [deck.vocabulary.header(item.text) for item in items]
    for index, item in enumerate(items):
        if _is_header(item, deck) or told[max(index - 1, 0) : index + 1] == ["common", "regional"]:
            return index
    return None


def _is_header(item: Item, deck: Deck) -> bool:
    """Tell whether a line, or its end, is two column headings: a common one, then a regional one."""
    tokens = mend(item.lines[-1].text).split()
    for cut in range(1, len(tokens)):
        if deck.vocabulary.header(" ".join(tokens[cut:])) == "regional":
            return any(deck.vocabulary.header(" ".join(tokens[start:cut])) == "common" for start in range(cut))
    return False


def _looks_like_crosswalk(items: list[Item], rows: list[_Row], deck: Deck) -> bool:
    inner = sum(len(_INNER.split(item.text, maxsplit=1)) == 2 and not item.marker for item in items)
    rights = [mend(side.text) for row in rows for side in row.right]
    coded = sum(_ends_with_owner(text, deck) for text in rights)
    return inner >= MIN_ROWS and coded >= MIN_CODED * max(len(rights), 1)


def _ends_with_owner(text: str, deck: Deck) -> bool:
    if not text.endswith(")") or "(" not in text:
        return False
    return bool(deck.vocabulary.split_organisations(text[text.rindex("(") + 1 : -1]))
