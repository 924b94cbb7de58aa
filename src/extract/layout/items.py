"""Items of a cell, box or list: paragraphs whose broken lines are joined, and lines that are items of their own."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from veikart.core.blocks import Block
from veikart.core.calendar_words import MONTHS

_OPEN_END = re.compile(
    r"(?:[-–,/(+&]|\b(?:og|eller|for|av|til|i|på|med|fra|frå|om|mellom|ved|som|mot|hos|under|the|of|and|for|to|in|with|on"
    r"|from|by|or|og/eller|samt))$",
    re.IGNORECASE,
)
_ITEM_START = re.compile(r"[A-ZÆØÅÄÖÜÉ0-9«\"“‘'(]")
_MONTHS = "|".join(word for names in MONTHS.values() for word in names.split())
NUMBER = rf"\d{{1,2}}[.)](?=\s)(?!\s+(?i:{_MONTHS})\b)"
"""The number of an item, as a pattern; "15. mai" is a day."""
_MARKS = re.compile(rf"^\s*(?:[•●▪■◦‣–*·○✓✔➢►→]|-(?=\s)|{NUMBER})\s*")
_PART = re.compile(r"\s*[–—-]\s+[a-zæøåäöü]")
_NAME_AND_PART = 2
"""Lines of a name that goes on behind a dash: "Digital patologi ⏎ – utrulling i region sør"."""
_CHARACTER = 0.5  # width of an average character as a share of the font size
_FITS = 0.92  # a next word that would have taken less than this of the line could have stood on it
_FITS_PHRASE = 1.1  # the same where the line looks like the beginning of a new phrase


@dataclass(slots=True)
class Item:
    """One thing that a list, cell or box names: the blocks and the raw text of its title, and how deep it stands."""

    blocks: list[Block]
    text: str
    level: int = 0
    marked: bool = False  # a bullet or number stood before it
    part: int = 0  # which item of its first block, where one block holds several
    children: list["Item"] = field(default_factory=list)

    @property
    def head(self) -> Block:
        """The block where it starts."""
        return self.blocks[0]


def unmarked(text: str) -> str:
    """Return the text without a bullet or number that was typed before it."""
    return _MARKS.sub("", text, count=1)


def begins_item(block: Block) -> bool:
    """Tell whether a bullet or number stands before the paragraph, or was typed before one of its lines."""
    return bool(block.marker) or any(map(_MARKS.match, block.text.split("\n")))


def is_open(text: str) -> bool:
    """Tell whether a text cannot end here: a small word, a hyphen or an open parenthesis stands last."""
    text = text.strip()
    return bool(_OPEN_END.search(text)) or text.count("(") > text.count(")")


def items_of(blocks: tuple[Block, ...] | list[Block], page_width: float = 0.0, *, lists: bool = False) -> list[Item]:
    """Return the items that the paragraphs of one cell or box hold, wrapped lines joined.

    Where the cells of a table are known to hold `lists`, a line that looks like a new phrase is taken as one.
    """
    items: list[Item] = []
    any_marker = any(b.marker or _MARKS.match(b.text) for b in blocks)
    for block in blocks:
        if not block.text.strip():
            continue
        pieces = split_lines(block, page_width, lists=lists)
        for part, piece in enumerate(pieces):
            marked = bool(_MARKS.match(piece)) or (bool(block.marker) and part == 0)
            if items and not marked and _goes_on(items[-1], block, piece, any_marker, part):
                _join(items[-1], block, piece)
            else:
                items.append(Item([block], unmarked(piece), block.level, marked, part))
    return items


def split_lines(block: Block, page_width: float = 0.0, *, lists: bool = False) -> list[str]:
    """Return the block's text cut where its author began a new line, not where the line was full."""
    lines = [line for line in block.text.split("\n") if line.strip()]
    if len(lines) < 2 or (block.marker and not any(_MARKS.match(line) for line in lines[1:])):
        return [block.text] if lines else []
    if len(lines) == _NAME_AND_PART and _PART.match(lines[1]):
        return [block.text]
    if lists and block.box is None and not block.line_start:
        return lines  # a Word document has no lines but those that its author broke
    capacity = _capacity(block, lines, page_width)
    pieces = [lines[0]]
    for index, (before, line) in enumerate(pairwise(lines), start=1):
        begun = (
            lists
            and _begins_phrase(before, " ".join(lines[index:]))
            and not is_open(before)
            and len(pieces[-1].split()) > 1
        )
        if _MARKS.match(line) or begun or _is_own_line(before, line, capacity):
            pieces.append(line)
        else:
            pieces[-1] += "\n" + line
    return pieces


def _is_own_line(before: str, line: str, capacity: float) -> bool:
    if capacity <= 0 or not _ITEM_START.match(line.strip()) or _OPEN_END.search(before.strip()):
        return False
    if before.count("(") > before.count(")") or line.strip().startswith("("):
        return False
    needed = len(before.strip()) + 1 + len(line.split(maxsplit=1)[0])
    return needed < capacity * (_FITS_PHRASE if _begins_phrase(before, line) else _FITS)


def _begins_phrase(before: str, line: str) -> bool:
    """Tell whether a line looks like a new phrase: a capital, then small words; or a long word alone, as above it."""
    words = line.split()
    if len(words) >= 3 and words[0][:1].isupper() and words[1].islower():
        return True
    return len(words) == len(before.split()) == 1 and words[0].istitle()


def _capacity(block: Block, lines: list[str], page_width: float) -> float:
    """Return how many characters a line of the block's frame takes, 0 where that is not known."""
    frame, longest = block.frame, max(len(line) for line in lines)
    if frame is None or frame.width <= 0:
        return 0.0
    if block.box is not None and 0 < block.box.width < frame.width * 0.98:
        return frame.width * 0.94 / (block.box.width / longest)
    if block.size > 0 and page_width > 0:
        return frame.width * 0.94 * page_width / (block.size * _CHARACTER)
    return 0.0


def _goes_on(item: Item, block: Block, piece: str, any_marker: bool, part: int) -> bool:
    """Tell whether a paragraph without a bullet continues the item before it."""
    before, text = item.text.strip(), piece.strip()
    if part:
        return False
    if is_open(before):
        return True
    if text[:1].islower() or text.startswith("("):
        return True
    return any_marker and item.marked and not block.marker and not block.bold and block.level >= item.level > 0


def _join(item: Item, block: Block, piece: str) -> None:
    item.text += "\n" + piece
    if block is not item.blocks[-1]:
        item.blocks.append(block)


def nest(items: list[Item]) -> list[Item]:
    """Return the outermost items, deeper ones hung under the item before them."""
    roots: list[Item] = []
    path: list[Item] = []
    for item in items:
        while path and path[-1].level >= item.level:
            path.pop()
        (path[-1].children if path else roots).append(item)
        path.append(item)
    return roots
