"""A page's headings as a tree; a line in bold above text, and a line that opens a list, are headings too."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.text import mend

_DRAWN, _OPENING = 7, 8
"""Ranks below the six of real headings: a line in bold, a line that opens a list."""

_MOST_WORDS = 12
_BULLET = frozenset({BlockKind.BULLET})
_BELOW_DRAWN = frozenset({BlockKind.BULLET, BlockKind.CELL, BlockKind.TEXT})

Opens = Callable[[str], bool]
"""Tells whether a line above a list says what the list is: a phase, a period, a plan."""


@dataclass(slots=True)
class Section:
    """A heading with the blocks below it up to the next heading; the root has no heading."""

    heading: Block | None
    level: int
    parent: "Section | None" = None
    body: list[Block] = field(default_factory=list)
    children: list["Section"] = field(default_factory=list)

    @property
    def bullets(self) -> list[Block]:
        """The list items of its own body."""
        return [block for block in self.body if block.kind is BlockKind.BULLET]

    @property
    def text(self) -> list[Block]:
        """The paragraphs of its own body that belong to no list item."""
        return [block for block in self.body if block.kind is BlockKind.TEXT and not block.level]

    @property
    def has_table(self) -> bool:
        """Tell whether a table stands in its own body."""
        return any(block.kind is BlockKind.CELL for block in self.body)

    @property
    def is_leaf(self) -> bool:
        """Tell whether it holds neither lists nor tables nor further headings."""
        return not (self.children or self.bullets or self.has_table)

    def walk(self) -> Iterator["Section"]:
        """Yield it and all sections below it in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def outline(page: Page, opens: Opens) -> Section:
    """Return the root of a page's tree of headings; the document's stated title is not in it."""
    root = Section(None, 0)
    current = root
    blocks = [part for b in page.blocks if b.group != "title" for part in _without_lazy_line(b, opens)]
    for block, behind in zip(blocks, [*blocks[1:], None], strict=True):
        heading, level = _heading(block, behind, opens)
        if heading is None:
            current.body.append(block)
            continue
        parent = current
        while parent.level >= level and parent.parent is not None:
            parent = parent.parent
        current = Section(heading, level, parent)
        parent.children.append(current)
    return root


def _without_lazy_line(block: Block, opens: Opens) -> list[Block]:
    """Part the line that opens the next list from the item above it, where its writer left no blank line between."""
    if block.kind is not BlockKind.BULLET or "\n" not in block.text:
        return [block]
    text, _, last = block.text.rstrip().rpartition("\n")
    if len(last.split()) > _MOST_WORDS or not opens(mend(last)):
        return [block]
    return [replace(block, text=text), replace(block, kind=BlockKind.TEXT, text=last, id=f"{block.id}/2", level=0)]


def _heading(block: Block, behind: Block | None, opens: Opens) -> tuple[Block | None, int]:
    if block.kind is BlockKind.TITLE:
        return block, block.level
    if block.kind is not BlockKind.TEXT or block.level or behind is None:
        return None, 0
    short = len(block.text.split()) <= _MOST_WORDS and not block.text.rstrip().endswith((".", ";", ",", "!"))
    if block.bold and short and behind.kind in _BELOW_DRAWN and "\n" not in block.text:
        return block, _DRAWN
    last = block.text.rstrip().rpartition("\n")[2]
    if behind.kind in _BULLET and len(last.split()) <= _MOST_WORDS and opens(mend(last)):
        return replace(block, text=last), _OPENING
    return None, 0
