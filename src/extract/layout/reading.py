"""What a person sees first on a page: its title, the headings above a place, and the texts that are content."""

from extract.deck import Deck
from extract.layout.furniture import furniture
from extract.layout.headers import organisations
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.geometry import Box
from veikart.core.periods import find_periods
from veikart.core.text import mend

_CONTENT = frozenset({BlockKind.TEXT, BlockKind.TITLE, BlockKind.BULLET, BlockKind.CELL})
_CONTENT_KEY, _TITLE_KEY, _TITLES_KEY = "reading.content", "reading.title", "reading.titles"
_TOP = 0.28  # a page's title ends above this share of its height
_HEAD = 0.12  # that of a sheet ends above this share
_DASHES = ("–", "—", "-", ":", "|")
_TOGETHER = frozenset({"med", "og", "mot", "mellom", "with", "and", "to", "between"})  # others share in such a plan
_TITLE_LENGTH = 80  # characters of a title that is no larger than the text below it
_ABOVE = 0.12  # a heading belongs to what stands at most this share of the page below it
_STANDS, _COVERS = 0.05, 0.9  # of the page's height between a list and the shape it stands on; of its width above that
_NOT_IN_A_PLAN = 1.3  # width over height from which a page is a slide rather than a sheet of a document


def is_slide(page: Page) -> bool:
    """Tell whether the page is wider than it is high, as slides are."""
    return page.laid_out and page.aspect >= _NOT_IN_A_PLAN


def content(page: Page, deck: Deck) -> list[Block]:
    """Return the blocks with text that are no furniture, in reading order; looked for once a page."""
    return list(deck.once(_CONTENT_KEY, page, _find_content))


def _find_content(page: Page, deck: Deck) -> list[Block]:
    apart = furniture(deck)
    return [b for b in page.blocks if b.kind in _CONTENT and b.text.strip() and b.id not in apart]


def title_block(page: Page, deck: Deck) -> Block | None:
    """Return the slide's title: what the format marks as such, else the largest text at the top; None for none."""
    return deck.once(_TITLE_KEY, page, _find_title)


def _find_title(page: Page, deck: Deck) -> Block | None:
    blocks = [b for b in content(page, deck) if not b.table]
    marked = [b for b in blocks if b.kind is BlockKind.TITLE and b.level <= 1]
    if marked:
        return marked[0] if not page.laid_out else min(marked, key=_top)
    if not is_slide(page):
        return _head_of_sheet(blocks)
    sizes = sorted((b.size for b in blocks), reverse=True)
    high = [b for b in blocks if b.size and b.box and b.box.y1 <= _TOP]
    if not high or not sizes:
        return None
    largest = max(high, key=lambda b: (b.size, -_top(b)))
    others = [b.size for b in blocks if b is not largest]
    if not others or largest.size >= 1.15 * sorted(others)[len(others) // 2]:
        return largest
    return _telling_line(min(high, key=_top), blocks, deck)


def _head_of_sheet(blocks: list[Block]) -> Block | None:
    """Return the heading that a page which is no slide begins with, if no larger text stands on it."""
    top = min(blocks, key=_top, default=None)
    if top is None or top.kind is not BlockKind.TITLE or top.box is None or top.box.y1 > _HEAD:
        return None
    return top if top.size > max((b.size for b in blocks if b is not top), default=0.0) else None


def _telling_line(top: Block, blocks: list[Block], deck: Deck) -> Block | None:
    """Return the topmost line of a page where it stands alone and says that the page is a plan, though it is small."""
    text, box = mend(top.text), top.box
    if box is None or top.marker or len(text) > _TITLE_LENGTH:
        return None
    beside = any(b is not top and b.box is not None and b.box.y0 < box.y1 - 0.2 * box.height for b in blocks)
    tells = deck.vocabulary.is_plan_heading(text) or deck.vocabulary.outlook(text) == 1.0
    return top if tells and not beside else None


def title_blocks(page: Page, deck: Deck) -> tuple[Block, ...]:
    """Return all paragraphs of the slide's title."""
    return deck.once(_TITLES_KEY, page, _find_titles)


def _find_titles(page: Page, deck: Deck) -> tuple[Block, ...]:
    first = title_block(page, deck)
    if first is None:
        return ()
    same = [b for b in content(page, deck) if b.kind is first.kind and b.container and b.container == first.container]
    return tuple(b for b in same if b.size >= first.size * 0.9) if first in same else (first,)


def body_of(page: Page, deck: Deck) -> list[Block]:
    """Return the content of a page without its title."""
    title = {b.id for b in title_blocks(page, deck)}
    return [b for b in content(page, deck) if b.id not in title]


def page_title(page: Page, deck: Deck) -> str:
    """Return the slide's title on one line, "" if it has none."""
    return mend("\n".join(block.text for block in title_blocks(page, deck)))


def page_owner(page: Page, deck: Deck) -> tuple[list[str], Block | None]:
    """Return the organisations that the page's title ends or begins with, and the title: they own what it shows."""
    block = title_block(page, deck)
    if block is None:
        return [], None
    text = page_title(page, deck)
    for dash in _DASHES:
        spaced = dash if dash in ":|" else f" {dash} "
        head, found, tail = text.rpartition(spaced)
        if not found or not head.strip():
            continue
        first = text.partition(spaced)[0].strip()  # "Helse Nord – veikart 2025–2027"
        owners = deck.vocabulary.split_organisations(tail.strip()) or deck.vocabulary.split_organisations(first)
        if owners:
            return owners, block
    owners = organisations(text, deck.vocabulary) or _named_behind(text, deck)
    return (owners, block) if owners else ([], None)


def _named_behind(title: str, deck: Deck) -> list[str]:
    """Return the organisations behind the words of a title that say that the page is a plan ("Veikart Helse Nord")."""
    years = find_periods(title)
    words = (title[: years[-1].start] if years and years[-1].start else title).rstrip(" (,–-").split()
    for at in range(1, len(words)):
        owners = deck.vocabulary.split_organisations(" ".join(words[at:]))
        if owners:
            head = " ".join(words[:at])
            return owners if deck.vocabulary.is_plan_heading(head) and words[at - 1].lower() not in _TOGETHER else []
    return []


def heading_above(box: Box, page: Page, deck: Deck, apart: frozenset[str] = frozenset()) -> Block | None:
    """Return the heading that stands right above a table or list and covers its left part, None if there is none."""
    candidates = [
        b
        for b in content(page, deck)
        if b.box is not None
        and b.id not in apart
        and not b.table
        and b.box.y1 <= box.y0 + 0.01
        and box.y0 - _foot(b, box) <= _ABOVE
        and b.box.x0 < box.x1
        and box.x0 < b.box.x1
    ]
    nearest = max(candidates, key=lambda b: b.box.y1 if b.box else 0.0, default=None)
    if nearest is None or not is_heading(nearest):
        return None
    return nearest


def heading_beside(box: Box, page: Page, deck: Deck) -> Block | None:
    """Return the heading that stands alone in the rows of a list, at its left; None if there is none or several.

    Several in one box are the heading and what is told of it: "Delprosjekt Data" over "Leder: …".
    """
    beside = [
        b
        for b in content(page, deck)
        if b.box is not None
        and not b.table
        and is_heading(b)
        and b.box.x1 <= box.x0
        and box.y0 - _ABOVE / 2 <= b.box.middle[1] <= box.y1 + _ABOVE / 2
    ]
    return beside[0] if len({b.container or b.id for b in beside}) == 1 else None


def box_below(box: Box, page: Page, deck: Deck) -> Block | None:
    """Return the text of the painted shape that a list stands on, as on a step of a staircase; None if there is none.

    Its text stands in the shape's upper part.
    """
    below = [
        b
        for b in content(page, deck)
        if b.fill
        and b.box is not None
        and b.frame is not None
        and -_STANDS <= b.frame.y0 - box.y1 <= _STANDS
        and b.frame.overlap_x(box) >= _COVERS * box.width
    ]
    return below[0] if len(below) == 1 else None


def _foot(block: Block, below: Box) -> float:
    """Return where a text ends, or the painted shape that it stands in the middle of."""
    assert block.box is not None
    shape = block.frame if block.fill and block.frame is not None else block.box
    return shape.y1 if shape.y1 <= below.y0 + 0.01 else block.box.y1


def is_heading(block: Block) -> bool:
    """Tell whether a block is drawn and worded as a heading: short, a title or bold or large, no sentence."""
    text = mend(block.text)
    if block.marker or block.kind in {BlockKind.BULLET, BlockKind.CELL} or not 2 <= len(text) <= 110:
        return False
    if block.kind is BlockKind.TITLE:
        return True
    drawn = block.bold or block.size > 12.9 or (bool(text) and text.isupper())
    return drawn and not (text.endswith(".") and len(text.split()) > 6)


def _top(block: Block) -> float:
    place = block.box or block.frame
    return place.y0 if place else 1.0
