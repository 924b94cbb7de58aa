"""Columns of running text on a page: paragraphs below each other, cut into a heading and what stands under it."""

from dataclasses import dataclass, field
from itertools import pairwise

from extract.layout.items import Item, items_of, nest
from extract.layout.reading import is_heading
from veikart.core.blocks import Block, BlockKind
from veikart.core.geometry import Box, surround
from veikart.core.text import mend

_GAP = 0.09  # of the page's height between two paragraphs of one column
_LOOSE_GAP = 0.16  # … where both have bullets and are set alike, flush with each other
_FLUSH = 0.006  # of the page's width between left edges that are one
_INDENT = 0.09  # of its width that a paragraph may stand to the left or right of the column's first one
_UNMARKED_LEAST = 3  # so many paragraphs without bullets make a list


@dataclass(slots=True)
class Section:
    """A heading, or none, with the paragraphs below it."""

    heading: Block | None = None
    blocks: list[Block] = field(default_factory=list)

    def items(self, page_width: float = 0.0) -> list[Item]:
        """Return the bulleted items, deeper ones hung under those before them; all paragraphs if none has a bullet."""
        return nest(items_of(self.listed, page_width))

    @property
    def listed(self) -> list[Block]:
        """The paragraphs that make the list."""
        marked = [b for b in self.blocks if is_bulleted(b)]
        if not marked:
            return self.blocks if len(self.blocks) >= _UNMARKED_LEAST else []
        first = self.blocks.index(marked[0])
        return self.blocks[first:]

    @property
    def box(self) -> Box | None:
        """The area of the paragraphs."""
        return surround([b.box for b in self.blocks if b.box])


def is_bulleted(block: Block) -> bool:
    """Tell whether a bullet or number stands before the paragraph."""
    return bool(block.marker) or block.kind is BlockKind.BULLET


def streams(blocks: list[Block]) -> list[list[Block]]:
    """Return the columns of paragraphs: those of one shape together, bare ones by place."""
    shapes: dict[str, list[Block]] = {}
    for block in blocks:
        if block.container:
            shapes.setdefault(block.container, []).append(block)
    found = [group for group in shapes.values() if len(group) > 1]
    held = {b.id for group in found for b in group}
    bare = [b for b in blocks if b.id not in held and (b.box or b.frame)]
    return found + _columns(bare)


def _columns(blocks: list[Block]) -> list[list[Block]]:
    columns: list[_Column] = []
    for block in sorted(blocks, key=lambda b: (_place(b).y0, _place(b).x0)):
        place = _place(block)
        fitting = [column for column in columns if column.goes_on(block, place)]
        if fitting:
            max(fitting, key=lambda column: column.last.y1).add(block, place)
        else:
            columns.append(_Column([block], place, place.x0, place.x1))
    return [column.blocks for column in columns]


@dataclass(slots=True)
class _Column:
    """Paragraphs one below the other, and how far they reach."""

    blocks: list[Block]
    last: Box
    left: float
    right: float

    def goes_on(self, block: Block, place: Box) -> bool:
        """Tell whether a paragraph there carries the column on."""
        before = self.blocks[-1]
        alike = is_bulleted(before) and is_bulleted(block) and before.size == block.size
        gap = _LOOSE_GAP if alike and abs(place.x0 - self.last.x0) <= _FLUSH else _GAP
        if not (-0.02 <= place.y0 - self.last.y1 <= gap and self.last.x0 < place.x1):
            return False
        return abs(place.x0 - self.left) <= _INDENT and place.x0 < self.right

    def add(self, block: Block, place: Box) -> None:
        """Take the paragraph in."""
        self.blocks.append(block)
        self.last = place
        self.left, self.right = min(self.left, place.x0), max(self.right, place.x1)


def sections(column: list[Block]) -> list[Section]:
    """Return a column cut at its headings: bold, larger or colon-ended paragraphs with bullets or text below them."""
    found: list[Section] = []
    bulleted = any(is_bulleted(b) for b in column)
    body = [b.size for b in column if is_bulleted(b)] or [b.size for b in column]
    usual = sorted(body)[len(body) // 2] if body else 0.0
    categories = _categories(column)
    for index, block in enumerate(column):
        following = column[index + 1] if index + 1 < len(column) else None
        bullet = is_bulleted(block)
        if following is not None and (
            block.id in categories if bullet else _is_section_heading(block, following, usual, bulleted=bulleted)
        ):
            found.append(Section(block))
        elif found:
            found[-1].blocks.append(block)
        else:
            found.append(Section(None, [block]))
    return found


def _categories(column: list[Block]) -> set[str]:
    """Return the bold bullets with deeper plain ones below them, unless most bold bullets like them have none: such a
    list is of bold items, and what hangs under some tells about these."""
    bold = [b for b in column if is_bulleted(b) and b.bold]
    led = [
        block
        for block, below in pairwise(column)
        if block in bold and not below.bold and below.level > block.level and is_bulleted(below)
    ]
    return {b.id for b in led if 2 * sum(o.level == b.level for o in led) > sum(o.level == b.level for o in bold)}


def _is_section_heading(block: Block, following: Block, usual: float, *, bulleted: bool) -> bool:
    text = mend(block.text)
    if len(text) > 110 or (text[:1].islower() and not block.bold and block.size <= usual * 1.05):
        return False  # in small letters it is the rest of the bullet above
    if block.kind is BlockKind.TITLE or (bulleted and is_bulleted(following) and not text.endswith(".")):
        return True
    stands_out = (block.bold and not following.bold) or (usual > 0 and block.size > usual * 1.12)
    return stands_out and is_heading(block)


def _place(block: Block) -> Box:
    place = block.box or block.frame
    assert place is not None
    return place
