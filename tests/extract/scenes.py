"""Pages built from blocks, for tests of what is drawn."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from extract.claims import Claim, Draft
from extract.deck import Deck
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.config import Config
from veikart.core.geometry import Box
from veikart.core.records import Field
from veikart.core.vocabulary import load_vocabulary


class Canvas:
    """Draws blocks as the readers give them: places are fractions of a 13.3 × 7.5 inch slide."""

    def __init__(self, number: int = 1) -> None:
        self.number = number
        self.blocks: list[Block] = []
        self._ids = count(1)

    def _id(self) -> str:
        return f"p{self.number}/s{next(self._ids)}"

    def title(self, text: str) -> None:
        place = Box(0.04, 0.03, 0.6, 0.09)
        self.blocks.append(
            Block(f"{self._id()}/1", self.number, BlockKind.TITLE, text, place, place, "p/title", size=28.0)
        )

    def box(self, text: str, x: float, y: float, w: float, h: float, **look: object) -> None:
        """Draw a painted shape; lines of the text are centred, several paragraphs are parted by a vertical bar."""
        frame, container = Box(x, y, x + w, y + h), self._id()
        look = {"fill": "#DDDDDD", "shape": "rect", "size": 11.0, "colour": "#000000", **look}
        paragraphs = text.split("|")
        height = min(0.03, h / len(paragraphs))
        top = y + (h - height * len(paragraphs)) / 2
        for i, line in enumerate(paragraphs):
            width = min(w * 0.95, 0.008 * len(line))
            ink = Box(x + (w - width) / 2, top + i * height, x + (w + width) / 2, top + (i + 1) * height)
            block = Block(f"{container}/{i + 1}", self.number, BlockKind.TEXT, line, ink, frame, container)
            if line.startswith("• "):
                block = replace(block, text=line[2:], kind=BlockKind.BULLET, marker="•")
            self.blocks.append(replace(block, **look))  # type: ignore[arg-type]

    def text(self, text: str, x: float, y: float, w: float = 0.0, h: float = 0.03, **look: object) -> None:
        """Draw a text on the bare page."""
        ink = Box(x, y, x + (w or 0.008 * len(text)), y + h)
        look = {"size": 11.0, "colour": "#000000", **look}
        self.blocks.append(
            replace(Block(f"{self._id()}/1", self.number, BlockKind.TEXT, text, ink), **look)  # type: ignore[arg-type]
        )

    def area(self, x: float, y: float, w: float, h: float, fill: str, shape: str = "rect", outline: str = "") -> None:
        """Draw a shape without text."""
        place, name = Box(x, y, x + w, y + h), self._id()
        self.blocks.append(
            Block(name, self.number, BlockKind.SHAPE, "", place, place, name, fill, outline, shape=shape)
        )

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a rule."""
        place, name = Box(x0, y0, x1, y1), self._id()
        self.blocks.append(Block(name, self.number, BlockKind.LINE, "", place, place, name, outline="#999999"))

    @property
    def page(self) -> Page:
        return Page(self.number, tuple(self.blocks), 960.0, 540.0)


def deck_of(*canvases: Canvas) -> Deck:
    return Deck("t.pptx", "pptx", [c.page for c in canvases], load_vocabulary(), Config())


def told(draft: Draft, name: Field) -> str:
    return "; ".join(s.value for s in draft.statements if s.field is name)


def years(draft: Draft) -> tuple[str, str]:
    return told(draft, Field.PERIOD_START)[:4], told(draft, Field.PERIOD_END)[:4]


def by_title(claim: Claim | None) -> dict[str, Draft]:
    assert claim is not None
    return {" ".join(d.title.split()): d for d in claim.drafts}


def titles(claims: Sequence[Draft]) -> list[str]:
    return [" ".join(d.title.split()) for d in claims]
