"""Page furniture: what stands at the same place on page after page, and footers, page numbers and watermarks."""

import re
from collections import Counter
from math import ceil

from extract.deck import Deck
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.text import fold, mend

_KINDS = frozenset({BlockKind.HEADER, BlockKind.FOOTER, BlockKind.WATERMARK, BlockKind.NOTE})
_KEY = "lists.furniture"
_CARRIED = "lists.furniture"
_EDGE = 0.13  # furniture stands in the outer part of the page …
_SHARE = 0.4  # … on at least this share of the pages
_LEAST = 2  # … and on at least so many
_ROUND = 50  # places are compared on a grid of so many parts of the page
_PAGE_NUMBER = re.compile(
    r"(?:(?:side|page|s\.|sida|lysbilde|slide|#)\s*)?\d{1,4}(?:\s*(?:av|of|/|\|)\s*\d{1,4})?|[-–]\s*\d{1,4}\s*[-–]",
    re.IGNORECASE,
)
_COUNT = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_REFERS = re.compile(r"\w\)?\*+(?=\s|$|[.,;)])")
_TITLE_SIZE = 17.0  # points; larger text at the top is the page's title, also when the next page has the same
_SHORT = 24  # characters that the name of a kind of page takes at most
_LONG = 120  # characters; longer texts are content even when repeated


def furniture(deck: Deck) -> frozenset[str]:
    """Return the ids of the blocks that are furniture on the deck's pages."""
    if _KEY not in deck.shared:
        deck.shared[_KEY] = _find(deck)
    found: frozenset[str] = deck.shared[_KEY]
    return found


def _find(deck: Deck) -> frozenset[str]:
    seen: Counter[tuple[str, int, int]] = Counter()
    for page in deck.pages:
        seen.update({_place(b) for b in page.blocks if _is_outside(b) and _may_be(b)})
    carried: frozenset[tuple[str, int, int]] = deck.carried.get(_CARRIED, frozenset())
    enough = max(_LEAST, ceil(len(deck.pages) * _SHARE)) if len(deck.pages) < 10 else max(3, len(deck.pages) // 8)
    repeated = carried | {key for key, count in seen.items() if count >= enough}
    deck.carried[_CARRIED] = repeated
    return frozenset(b.id for page in deck.pages for b in page.blocks if _is_furniture(b, page, deck, repeated))


def _is_furniture(block: Block, page: Page, deck: Deck, repeated: frozenset[tuple[str, int, int]]) -> bool:
    if block.kind in _KINDS or (page.laid_out and (_names_sheet(block, deck) or _is_footnote(block, page))):
        return True
    if not (_at_edge(block) and _may_be(block)):
        return False
    text = mend(block.text)
    if _PAGE_NUMBER.fullmatch(text) and _is_page_number(block, page, text):
        return True
    if deck.vocabulary.sensitivity(text) and len(text) < 60:
        return True
    return _place(block) in repeated


def _names_sheet(block: Block, deck: Deck) -> bool:
    """Tell whether all that a text says is what kind of page it stands on: "Prosjektark"."""
    return 0 < len(block.text) <= _SHORT and not block.table and deck.vocabulary.titles.is_sheet(mend(block.text))


def _is_footnote(block: Block, page: Page) -> bool:
    """Tell whether an asterisk stands before a text that another text on the page refers to: "… innkallinger*"."""
    if block.marker != "*" and not block.text.lstrip().startswith("*"):
        return False
    return any(b is not block and _REFERS.search(b.text) for b in page.blocks if "*" in b.text)


def _is_page_number(block: Block, page: Page, text: str) -> bool:
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    low = block.box is not None and block.box.y0 > 1 - _EDGE
    return low and (len(numbers) > 1 or not text.isdigit() or numbers[0] <= max(page.number + 20, 60))


def _may_be(block: Block) -> bool:
    return bool(
        block.text.strip()
        and not block.table
        and len(block.text) <= _LONG
        and block.kind in {BlockKind.TEXT, BlockKind.BULLET, BlockKind.TITLE, BlockKind.PICTURE}
    )


def _at_edge(block: Block) -> bool:
    low = block.kind is BlockKind.TITLE or block.size >= _TITLE_SIZE
    return _is_outside(block, below=low)


def _is_outside(block: Block, *, below: bool = False) -> bool:
    """Tell whether the block stands in the lowest or, unless only `below` counts, the highest part of the page."""
    box = block.box or block.frame
    return box is not None and (box.y0 >= 1 - _EDGE or (box.y1 <= _EDGE and not below))


def _place(block: Block) -> tuple[str, int, int]:
    """Return what makes two sightings the same: the text without its numbers, and where it stands."""
    box = block.box or block.frame
    text = fold(_COUNT.sub("0", block.text))  # years stay: "2026" and "2027" are two texts
    return (text, round(box.x0 * _ROUND), round(box.y0 * _ROUND)) if box is not None else (text, -1, -1)
