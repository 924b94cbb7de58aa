"""What the PDF reader passes between its steps, in points with the origin at the top left of the page as shown."""

from dataclasses import dataclass, field

from veikart.core.blocks import BlockKind, Span
from veikart.core.geometry import Box


@dataclass(frozen=True, slots=True)
class View:
    """How a page is shown: its bounding box in user space, its rotation, and the way from one to the other."""

    x0: float
    y0: float
    x1: float
    y1: float
    turns: int  # quarter turns clockwise

    @property
    def width(self) -> float:
        """Width as shown, in points."""
        return self.y1 - self.y0 if self.turns % 2 else self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height as shown, in points."""
        return self.x1 - self.x0 if self.turns % 2 else self.y1 - self.y0

    def show(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Turn a rectangle of user space into left, top, right, bottom as shown."""
        if self.turns == 0:
            return left - self.x0, self.y1 - top, right - self.x0, self.y1 - bottom
        if self.turns == 1:
            return bottom - self.y0, left - self.x0, top - self.y0, right - self.x0
        if self.turns == 2:
            return self.x1 - right, bottom - self.y0, self.x1 - left, top - self.y0
        return self.y1 - top, self.x1 - right, self.y1 - bottom, self.x1 - left

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """The way from user space to points as shown, as a PDF matrix."""
        return (
            (1.0, 0.0, 0.0, -1.0, -self.x0, self.y1),
            (0.0, 1.0, 1.0, 0.0, -self.y0, -self.x0),
            (-1.0, 0.0, 0.0, 1.0, self.x1, -self.y0),
            (0.0, -1.0, -1.0, 0.0, self.y1, self.x1),
        )[self.turns]

    def fraction(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Return points as shown as fractions of the page."""
        width, height = self.width or 1.0, self.height or 1.0
        return Box(round(x0 / width, 5), round(y0 / height, 5), round(x1 / width, 5), round(y1 / height, 5))


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of characters looks."""

    font: str
    size: float
    bold: bool
    italic: bool
    colour: str
    hidden: bool = False
    angle: float = 0.0  # degrees clockwise, as shown
    symbol: bool = False  # a dingbat font
    faint: bool = False  # painted half through or less


@dataclass(slots=True)
class Word:
    """Characters between blanks, on one line and in one style."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    style: Style
    run: int  # number of the text object on the page, in painting order
    spaced: bool  # a blank stands before it in the text layer
    holder: int = -1  # index of the shape that holds it
    stretched: bool = False  # a blank of the text itself, drawn wide, stands before it
    parted: bool = False  # it begins a line, and a blank of the text itself ends the line before


@dataclass(slots=True)
class Shape:
    """A painted area, outline, rule or picture."""

    x0: float
    y0: float
    x1: float
    y1: float
    kind: str  # rect, roundRect, ellipse, chevron, homePlate, diamond, triangle, line, picture, way, other
    fill: str = ""
    outline: str = ""
    order: int = 0  # painting order
    form: str = ""  # path of the form XObjects that hold it
    name: str = ""  # unique on the page, the same at every reading
    last: int = 0  # order of the last step, where a gradient is painted in steps
    steps: int = 0
    tint: str = ""  # colour of that step

    def __post_init__(self) -> None:
        self.last = self.last or self.order

    @property
    def width(self) -> float:
        """Width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in points."""
        return self.y1 - self.y0

    @property
    def area(self) -> float:
        """Area in square points."""
        width, height = self.x1 - self.x0, self.y1 - self.y0
        return width * height if width > 0 and height > 0 else 0.0

    def holds(self, x: float, y: float) -> bool:
        """Tell whether the point lies inside."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


@dataclass(slots=True)
class Line:
    """Words side by side that belong together, left to right."""

    words: list[Word]
    x0: float
    y0: float
    x1: float
    y1: float
    size: float  # largest type size of its words
    marker: str = ""
    marker_x: float = 0.0  # left edge of the marker
    marker_colour: str = ""
    glued: bool = False  # carries on the last word of the line before: a word that did not fit was cut
    text: str = ""

    @property
    def height(self) -> float:
        """Height in points."""
        return self.y1 - self.y0

    @property
    def left(self) -> float:
        """Left edge, that of the marker if there is one."""
        return self.marker_x if self.marker else self.x0


@dataclass(slots=True)
class Paragraph:
    """Lines that one would read as one."""

    lines: list[Line] = field(default_factory=list)
    holder: int = -1
    quarter: int = 0  # reading direction: 0, 90, 180 or 270 degrees clockwise

    @property
    def marker(self) -> str:
        """Bullet or number before its first line."""
        return self.lines[0].marker

    @property
    def words(self) -> list[Word]:
        """All words, in order."""
        return [w for line in self.lines for w in line.words]

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom around its lines, markers left out."""
        lines = self.lines
        if len(lines) == 1:
            line = lines[0]
            return line.x0, line.y0, line.x1, line.y1
        return (
            min([q.x0 for q in lines]),
            min([q.y0 for q in lines]),
            max([q.x1 for q in lines]),
            max([q.y1 for q in lines]),
        )


@dataclass(slots=True)
class Text:
    """A paragraph with its looks and what they make it: what becomes a block of text."""

    paragraph: Paragraph
    bounds: tuple[float, float, float, float]  # of the paragraph, in its reading direction
    text: str
    box: Box
    colour: str
    size: float
    bold: bool
    italic: bool
    rotation: float
    hidden: bool
    marker: str
    kind: BlockKind
    spans: tuple[Span, ...] = ()
    level: int = 0
    path: tuple[str, ...] = ()

    @property
    def bare(self) -> bool:
        """Tell whether it stands on the bare page."""
        return self.paragraph.holder < 0
