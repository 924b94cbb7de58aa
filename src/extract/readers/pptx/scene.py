"""The slide being read: its size, number and sheet, the ids given so far, and how text becomes blocks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from extract.readers.base import Limits
from extract.readers.opc import Package
from extract.readers.pptx.names import flag, number
from extract.readers.pptx.place import Placed
from extract.readers.pptx.sheet import Sheet
from extract.readers.pptx.text import Paragraph
from extract.readers.pptx.textbox import DEFAULT_INSETS, TextArea, text_boxes
from veikart.core.blocks import Block, BlockKind
from veikart.core.geometry import Box
from veikart.core.problems import Code, Level, Problem, problem

_INSETS = ("lIns", "tIns", "rIns", "bIns")
_NARROWED = {"diamond": (0.25, 0.25), "ellipse": (0.146, 0.146), "chevron": (0.1, 0.0)}
_SIDEWAYS = {"vert": 90.0, "vert270": 270.0, "eaVert": 90.0, "mongolianVert": 90.0}


@dataclass(frozen=True, slots=True)
class Picture:
    """An image on the slide: its part, and the share of it that is shown."""

    container: str
    part: str
    frame: Box
    crop: Box


@dataclass(slots=True)
class Scene:
    """What all shapes of one slide share. Sizes in EMU."""

    number: int
    width: float
    height: float
    sheet: Sheet
    package: Package
    limits: Limits
    letter: str = "s"  # in ids: s for the slide's own shapes, l and m for those of layout and master
    table_styles: etree._Element | None = None
    problems: list[Problem] = field(default_factory=list)
    given: dict[str, int] = field(default_factory=dict)
    pictures: list[Picture] = field(default_factory=list)

    def container(self, shape_id: str) -> str:
        """Return a new container id for a shape; the second shape of one number gets a suffix."""
        wanted = f"p{self.number}/{self.letter}{shape_id or '0'}"
        count = self.given[wanted] = self.given.get(wanted, 0) + 1
        return wanted if count == 1 else f"{wanted}.{count}"

    def share(self, box: Box) -> Box:
        """Return a box in EMU as fractions of the slide."""
        return Box(box.x0 / self.width, box.y0 / self.height, box.x1 / self.width, box.y1 / self.height).rounded()

    def cut(self, text: str, place: str) -> str:
        """Return the text within the limit for one block, with a problem where it was cut."""
        if len(text) <= self.limits.text_length:
            return text
        self.problems.append(problem(Code.TEXT_CUT, Level.WARNING, self.number, place, length=len(text)))
        return text[: self.limits.text_length]


def text_blocks(
    scene: Scene,
    base: Block,
    paragraphs: Sequence[Paragraph],
    area: TextArea,
    to_slide: Callable[[Box], Box],
    kind: Callable[[Paragraph], BlockKind],
) -> list[Block]:
    """Return a block for each paragraph with text; `base` carries what they share, `to_slide` maps places to EMU."""
    blocks: list[Block] = []
    boxes = text_boxes(paragraphs, area)
    for index, (paragraph, box) in enumerate(zip(paragraphs, boxes, strict=True), 1):
        if not paragraph.text:
            continue
        look = paragraph.main
        blocks.append(
            replace(
                base,
                id=f"{base.container}/{index}",
                kind=kind(paragraph),
                text=scene.cut(paragraph.text, base.container),
                box=scene.share(to_slide(box)),
                colour=look.colour,
                size=look.size,
                bold=look.bold,
                italic=look.italic,
                strike=paragraph.strike,
                marker=paragraph.mark or paragraph.bullet.mark,
                marker_colour=paragraph.bullet.colour,
                level=paragraph.level,
                spans=paragraph.spans if len(paragraph.spans) > 1 else (),
            )
        )
    return blocks


def area_of(bodies: Sequence[etree._Element], width: float, height: float, shape: str = "") -> tuple[TextArea, float]:
    """Return the text area that body properties, nearest first, set, and how far its text is turned in degrees.

    The shape's geometry narrows it, as a diamond's text stands in its middle half.
    """
    turn = _SIDEWAYS.get(_said(bodies, "vert"), 0.0)
    insets = [number(_said(bodies, n) or None, d) for n, d in zip(_INSETS, DEFAULT_INSETS, strict=True)]
    across, down = _NARROWED.get(shape, (0.0, 0.0))
    insets = [i + share * side for i, share, side in zip(insets, (across, down) * 2, (width, height) * 2, strict=True)]
    if turn:
        width, height = height, width
        left, top, right, bottom = insets
        insets = [top, right, bottom, left] if turn == 90.0 else [bottom, left, top, right]
    area = TextArea(
        width,
        height,
        (insets[0], insets[1], insets[2], insets[3]),
        _said(bodies, "anchor") or "t",
        _said(bodies, "wrap") != "none",
        max(1, min(16, int(number(_said(bodies, "numCol"), 1)))),
        number(_said(bodies, "spcCol")),
    )
    return area, turn


def upright(turn: float, placed: Placed) -> Callable[[Box], Box]:
    """Return what maps a place in a turned text area to the slide, in EMU."""

    def to_slide(box: Box) -> Box:
        if turn == 90.0:
            box = Box(placed.width - box.y1, box.x0, placed.width - box.y0, box.x1)
        elif turn == 270.0:
            box = Box(box.y0, placed.height - box.x1, box.y1, placed.height - box.x0)
        return placed.bounds(box)

    return to_slide


def shrink(bodies: Sequence[etree._Element]) -> float:
    """Return the factor that text is shrunken by to fit its shape."""
    for body in bodies:
        fit = body.find("{*}normAutofit")
        if fit is not None:
            return max(0.1, min(1.0, number(fit.get("fontScale"), 100_000) / 100_000))
        if body.find("{*}spAutoFit") is not None or body.find("{*}noAutofit") is not None:
            return 1.0
    return 1.0


def is_hidden(properties: etree._Element | None) -> bool:
    """Tell whether a shape's non-visual properties mark it as hidden."""
    return properties is not None and flag(properties.get("hidden"))


def _said(bodies: Sequence[etree._Element], name: str) -> str:
    return next((value for body in bodies if (value := body.get(name))), "")
