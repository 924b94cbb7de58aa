"""Where a shape stands: its box through nested groups, with rotation and flips, in EMU."""

import math
from dataclasses import dataclass

from lxml import etree

from extract.readers.pptx.names import child, number
from veikart.core.geometry import Box

_TURN = 60000.0  # units of a degree


@dataclass(frozen=True, slots=True)
class Placed:
    """A rectangle by its centre, size, turn in degrees clockwise and flips, in EMU from the slide's top left."""

    x: float
    y: float
    width: float
    height: float
    turn: float = 0.0
    flip_h: bool = False
    flip_v: bool = False

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the rectangle (from its own top left, before turning) stands on the slide."""
        dx, dy = x - self.width / 2, y - self.height / 2
        angle = math.radians(self.turn)
        return (
            self.x + dx * math.cos(angle) - dy * math.sin(angle),
            self.y + dx * math.sin(angle) + dy * math.cos(angle),
        )

    def bounds(self, part: Box | None = None) -> Box:
        """Return the upright box around the rectangle, or around a part of it, in EMU."""
        part = part or Box(0, 0, self.width, self.height)
        corners = [self.point(x, y) for x in (part.x0, part.x1) for y in (part.y0, part.y1)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))

    @property
    def sideways(self) -> bool:
        """Tell whether the turn swaps width and height, as a quarter turn does."""
        return 45 <= self.turn % 180 < 135


@dataclass(frozen=True, slots=True)
class Group:
    """A group's own place and the coordinates its children are written in."""

    placed: Placed
    child_x: float
    child_y: float
    scale_x: float
    scale_y: float

    def put(self, inner: Placed) -> Placed:
        """Return a child's place in the coordinates of the group's parent.

        A child turned by about a quarter is scaled along the page's axes, not its own, as PowerPoint does.
        """
        outer = self.placed
        sx, sy = (self.scale_y, self.scale_x) if inner.sideways else (self.scale_x, self.scale_y)
        x, y = (inner.x - self.child_x) * self.scale_x, (inner.y - self.child_y) * self.scale_y
        if outer.flip_h:
            x = outer.width - x
        if outer.flip_v:
            y = outer.height - y
        cx, cy = outer.point(x, y)
        mirrored = outer.flip_h != outer.flip_v
        return Placed(
            cx,
            cy,
            inner.width * sx,
            inner.height * sy,
            (outer.turn + (-inner.turn if mirrored else inner.turn)) % 360,
            inner.flip_h != outer.flip_h,
            inner.flip_v != outer.flip_v,
        )


def placed(xfrm: etree._Element | None) -> Placed | None:
    """Return the place that an `xfrm` element states, None where it has no position or size."""
    offset, extent = child(xfrm, "a:off"), child(xfrm, "a:ext")
    if xfrm is None or offset is None or extent is None:
        return None
    width, height = abs(number(extent.get("cx"))), abs(number(extent.get("cy")))
    return Placed(
        number(offset.get("x")) + width / 2,
        number(offset.get("y")) + height / 2,
        width,
        height,
        (number(xfrm.get("rot")) / _TURN) % 360,
        xfrm.get("flipH") in {"1", "true"},
        xfrm.get("flipV") in {"1", "true"},
    )


def grouped(xfrm: etree._Element | None) -> Group | None:
    """Return what a group's `xfrm` does to its children, None where it changes nothing."""
    own = placed(xfrm)
    offset, extent = child(xfrm, "a:chOff"), child(xfrm, "a:chExt")
    if own is None or offset is None or extent is None:
        return None
    width, height = number(extent.get("cx")), number(extent.get("cy"))
    if own.width == own.height == width == height == 0:
        return None
    return Group(
        own,
        number(offset.get("x")),
        number(offset.get("y")),
        own.width / width if width else 1.0,
        own.height / height if height else 1.0,
    )


def put_all(groups: tuple[Group, ...], inner: Placed) -> Placed:
    """Return a shape's place on the slide through its groups, outermost first."""
    for group in reversed(groups):
        inner = group.put(inner)
    return inner
