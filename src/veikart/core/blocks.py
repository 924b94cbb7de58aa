"""What every reader yields and every recogniser reads: pages of blocks."""

from dataclasses import dataclass, field
from enum import StrEnum

from veikart.core.geometry import Box
from veikart.core.problems import Problem


class BlockKind(StrEnum):
    """What a block is drawn as, before anything is known of what it means."""

    TEXT = "text"  # a paragraph in a shape or on the page
    TITLE = "title"  # the slide's title placeholder, or a heading (level = heading level, 1 is the top)
    BULLET = "bullet"  # a paragraph with a bullet or number in front of it
    CELL = "cell"  # a paragraph in a table cell
    SHAPE = "shape"  # a filled or outlined area without text of its own: bar, dot, lane, legend patch
    LINE = "line"  # a straight rule or connector; its box has no width or no height
    PICTURE = "picture"  # an image, its alternative text as text
    HEADER = "header"  # page furniture as the format itself marks it
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    NOTE = "note"  # speaker notes and comments: kept apart, never a measure
    WATERMARK = "watermark"


UNKNOWN_COLOUR = "?"
"""A fill that has no single colour (pattern, picture, gradient of unlike colours): known to be there, never black."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters in one style inside a block."""

    text: str
    colour: str = ""
    bold: bool = False
    italic: bool = False
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, table cell paragraph, area or line, with its place and its looks.

    Colours are "#RRGGBB" in capitals, "" for none, "?" where something is painted but has no single colour.
    Boxes are fractions of the page, None where the format has no layout (text files, Word).
    Lines that the layout broke are kept apart by "\\n" in `text`; the recogniser joins them.
    """

    id: str  # stable anchor in the document: "p4/s12/1", "p3/t1/r2c3/1", "l67-69"
    page: int  # counts from 1; 1 throughout for formats without pages
    kind: BlockKind
    text: str = ""
    box: Box | None = None  # around the text itself
    frame: Box | None = None  # of the shape, cell or painted area that holds the text
    container: str = ""  # blocks of one shape or cell share this id; "" for text on the bare page
    fill: str = ""  # of the container
    outline: str = ""  # of the container
    colour: str = ""  # of the text (most characters)
    size: float = 0.0  # of the text in points, 0 where unknown
    bold: bool = False
    italic: bool = False
    strike: bool = False
    marker: str = ""  # bullet or number as printed: "•", "–", "1.", "✓"
    marker_colour: str = ""  # of the bullet where it was typed as text; "" where it is not known
    level: int = 0  # list or outline level, 0 is the outermost
    table: str = ""  # id of the table, with row and column from 0 and how many of each a merged cell covers
    row: int = 0
    column: int = 0
    row_span: int = 1
    column_span: int = 1
    group: str = ""  # path of the drawing groups that hold the shape, outermost first: "12/15"
    shape: str = ""  # geometry: rect, roundRect, ellipse, chevron, homePlate, rightArrow, diamond, line, other
    rotation: float = 0.0  # of the text in degrees clockwise
    hidden: bool = False  # marked by the author as not shown, painted outside the page or invisible
    line_start: int = 0  # lines of a text file, from 1; 0 elsewhere
    line_end: int = 0
    spans: tuple[Span, ...] = ()  # runs of different style, empty where all of the text looks the same
    heading_path: tuple[str, ...] = ()  # headings above it, outermost first (Word)


@dataclass(frozen=True, slots=True)
class Page:
    """A page, slide or (for Word) the whole body: its blocks in reading order."""

    number: int
    blocks: tuple[Block, ...]
    width: float = 0.0  # points; 0 where the format has no layout
    height: float = 0.0
    hidden: bool = False  # a slide that is not shown
    problems: tuple[Problem, ...] = ()
    ocr: bool = False  # the text was recognised from a picture

    @property
    def laid_out(self) -> bool:
        """Tell whether blocks have places."""
        return self.width > 0

    @property
    def aspect(self) -> float:
        """Width over height, 1 where unknown."""
        return self.width / self.height if self.height else 1.0


@dataclass(frozen=True, slots=True)
class DocumentMeta:
    """What a file says about itself outside its pages; empty where it does not tell."""

    title: str = ""
    author: str = ""
    company: str = ""
    created: str = ""  # ISO 8601 date
    modified: str = ""
    language: str = ""
    labels: tuple[str, ...] = ()  # sensitivity labels from document properties
    pages: int = 0  # 0 where the format has none
    problems: tuple[Problem, ...] = field(default=())
