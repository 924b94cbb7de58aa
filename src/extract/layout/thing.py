"""One thing on a page: a shape with its paragraphs, a text on the bare page, an area or a rule without text."""

from dataclasses import dataclass

from veikart.core.blocks import Block, BlockKind
from veikart.core.geometry import Box

_SHAPE, _LINE = BlockKind.SHAPE, BlockKind.LINE
ARROWS = frozenset({"homePlate", "rightArrow"})
POINTED = ARROWS | {"chevron"}
"""Shapes that point on to the next one."""


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """Something drawn as one: its blocks, where it stands and how it is painted. Two are the same if they are one.

    `place` is the frame of a painted shape and the ink of anything else; `ink` lies around the text.
    """

    blocks: tuple[Block, ...]
    place: Box
    ink: Box
    frame: Box
    kind: BlockKind = BlockKind.TEXT
    fill: str = ""
    outline: str = ""
    shape: str = ""
    paint: tuple[Block, ...] = ()  # further blocks that paint the same shape
    split: bool = False  # one of several texts inside a wide area

    @property
    def id(self) -> str:
        """Id of its first block."""
        return self.blocks[0].id

    @property
    def text(self) -> str:
        """All of its text, a line for each printed line."""
        if len(self.blocks) == 1:
            text = self.blocks[0].text
            return "" if text.isspace() else text
        return "\n".join(b.text for b in self.blocks if b.text.strip())

    @property
    def colour(self) -> str:
        """Colour of its first text."""
        return self.blocks[0].colour

    @property
    def boxed(self) -> bool:
        """Tell whether its text stands in a painted or outlined shape."""
        return bool(self.fill or self.outline)

    @property
    def extent(self) -> Box:
        """The frame of its box or cell, its ink where it has neither."""
        return self.frame if self.boxed or self.blocks[0].table else self.place

    @property
    def is_area(self) -> bool:
        """Tell whether it is an area without text."""
        return self.kind is _SHAPE

    @property
    def is_line(self) -> bool:
        """Tell whether it is a rule."""
        return self.kind is _LINE

    @property
    def has_text(self) -> bool:
        """Tell whether it has text."""
        return self.kind is not _SHAPE and self.kind is not _LINE

    @property
    def all_blocks(self) -> tuple[Block, ...]:
        """Its own blocks and those that paint it."""
        return self.blocks + self.paint

    def turned(self) -> "Thing":
        """Return the thing with across and down exchanged, so that rows are read as columns."""
        place, ink = turn(self.place), turn(self.ink)
        frame = place if self.frame is self.place else turn(self.frame)
        return Thing(
            self.blocks,
            place,
            ink,
            frame,
            self.kind,
            self.fill,
            self.outline,
            self.shape,
            self.paint,
            self.split,
        )


def printed(block: Block) -> str:
    """Return the text with a number that a reader took for a list number: "1." and "kvartal" are one label."""
    return f"{block.marker} {block.text}" if block.marker[:1].isdigit() else block.text


def turn(box: Box) -> Box:
    """Return the box with across and down exchanged."""
    return Box(box.y0, box.x0, box.y1, box.x1)
