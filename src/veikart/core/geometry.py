"""Places on a page, as fractions of its width and height with the origin at the top left."""

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on a page: left, top, right, bottom as fractions of the page."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Width as a fraction of the page."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height as a fraction of the page."""
        return self.y1 - self.y0

    @property
    def area(self) -> float:
        """Area as a fraction of the page; never negative."""
        width, height = self.x1 - self.x0, self.y1 - self.y0
        return width * height if width > 0 and height > 0 else 0.0

    @property
    def middle(self) -> tuple[float, float]:
        """Centre point (x, y)."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def holds(self, x: float, y: float) -> bool:
        """Tell whether the point lies inside or on the edge."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def contains(self, other: "Box", slack: float = 0.0) -> bool:
        """Tell whether the other box lies inside this one, give or take `slack`."""
        return (
            self.x0 - slack <= other.x0
            and self.y0 - slack <= other.y0
            and other.x1 <= self.x1 + slack
            and other.y1 <= self.y1 + slack
        )

    def overlap_x(self, other: "Box") -> float:
        """Length that the two share horizontally, 0 if none."""
        return _shared(self.x0, self.x1, other.x0, other.x1)

    def overlap_y(self, other: "Box") -> float:
        """Length that the two share vertically, 0 if none."""
        return _shared(self.y0, self.y1, other.y0, other.y1)

    def shared(self, other: "Box") -> float:
        """Area that the two share."""
        across = self.overlap_x(other)
        return across * self.overlap_y(other) if across else 0.0

    def union(self, other: "Box") -> "Box":
        """Return the smallest box that holds both."""
        return Box(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))

    def gap(self, other: "Box", aspect: float = 1.0) -> float:
        """Return the shortest distance to the other box in page heights; `aspect` is page width over height."""
        dx = max(0.0, other.x0 - self.x1, self.x0 - other.x1) * aspect
        dy = max(0.0, other.y0 - self.y1, self.y0 - other.y1)
        return float((dx * dx + dy * dy) ** 0.5)

    def rounded(self) -> "Box":
        """Return the box with four decimals: a tenth of a millimetre on a slide."""
        return Box(*(round(value, 4) for value in self))

    def __str__(self) -> str:
        return " ".join(f"{value:.4f}" for value in self)


def _shared(a0: float, a1: float, b0: float, b1: float) -> float:
    """Length that two stretches share; written out, for places are compared in pairs."""
    length = (a1 if a1 < b1 else b1) - (a0 if a0 > b0 else b0)
    return length if length > 0 else 0.0


def same_row(a: Box, b: Box) -> bool:
    """Tell whether two places stand on one row."""
    return a.overlap_y(b) >= 0.5 * min(a.height, b.height)


def same_column(a: Box, b: Box, flush: float, centred: float) -> bool:
    """Tell whether two boxes begin at one left edge or stand around one middle, as fractions of the page's width."""
    return abs(a.x0 - b.x0) <= flush or abs(a.x0 + a.x1 - b.x0 - b.x1) / 2 <= centred


def surround(boxes: list[Box]) -> Box | None:
    """Return the smallest box around all of them, None for no boxes."""
    if not boxes:
        return None
    if len(boxes) == 1:
        return boxes[0]
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return Box(min(x0), min(y0), max(x1), max(y1))
