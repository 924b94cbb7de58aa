"""Small pages for tests: tables from rows of texts, lists with bullets, stickers."""

from collections.abc import Sequence
from dataclasses import replace

from extract.deck import Deck
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.config import Config
from veikart.core.geometry import Box
from veikart.core.vocabulary import load_vocabulary

Value = str | list[str] | None


def table(
    rows: Sequence[Sequence[Value]],
    *,
    page: int = 1,
    name: str = "t1",
    spans: dict[tuple[int, int], tuple[int, int]] | None = None,
    fills: dict[tuple[int, int], str] | None = None,
    top: float = 0.25,
) -> list[Block]:
    """Return the cells of a table; None leaves a place to the merged cell that `spans` (rows, columns) lays over it."""
    blocks, spans, fills = [], spans or {}, fills or {}
    width, height = 0.9 / len(rows[0]), 0.06
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            down, across = spans.get((r, c), (1, 1))
            frame = Box(0.05 + c * width, top + r * height, 0.05 + (c + across) * width, top + (r + down) * height)
            base = Block(
                id=f"p{page}/{name}/r{r}c{c}", page=page, kind=BlockKind.SHAPE, frame=frame, box=frame, table=name,
                row=r, column=c, row_span=down, column_span=across, fill=fills.get((r, c), ""), size=11.0,
                container=f"p{page}/{name}/r{r}c{c}",
            )  # fmt: skip
            texts = [value] if isinstance(value, str) else (value or [])
            for n, text in enumerate(t for t in texts if t):
                marker, bare = ("•", text[2:]) if text.startswith("• ") else ("", text)
                line = Box(frame.x0 + 0.01, frame.y0 + 0.005 + n * 0.02, frame.x1 - 0.02, frame.y0 + 0.02 + n * 0.02)
                blocks.append(
                    replace(base, id=f"{base.id}/{n + 1}", kind=BlockKind.CELL, text=bare, marker=marker, box=line)
                )
            if not any(texts) and base.fill:
                blocks.append(base)
    return blocks


def title(text: str, page: int = 1) -> Block:
    """Return a slide's title."""
    return text_at(text, 0.05, 0.05, page=page, kind=BlockKind.TITLE, level=1, size=28.0)


def text_at(
    text: str,
    x: float,
    y: float,
    *,
    page: int = 1,
    kind: BlockKind = BlockKind.TEXT,
    marker: str = "",
    level: int = 0,
    size: float = 14.0,
    bold: bool = False,
    container: str = "",
    fill: str = "",
) -> Block:
    """Return a paragraph whose text begins at a point; its width follows from its length."""
    box = Box(x, y, x + 0.5 * size * len(text) / 960, y + 1.2 * size / 540)
    return Block(
        id=f"p{page}/x{round(x * 1000)}y{round(y * 1000)}", page=page, kind=kind, text=text, box=box,
        frame=box if fill else None, container=container, marker=marker, level=level, size=size, bold=bold, fill=fill,
    )  # fmt: skip


def bullets(items: Sequence[str], x: float, y: float, page: int = 1, heading: str = "") -> list[Block]:
    """Return a bulleted list in one text box, with a bold heading on top if there is one."""
    name = f"p{page}/list{round(x * 100)}"
    blocks = [text_at(heading, x, y, page=page, bold=True, container=name)] if heading else []
    for n, item in enumerate(items, start=len(blocks)):
        bare = item.lstrip("– ")
        deep = item[: len(item) - len(bare)].count("–")
        blocks.append(
            text_at(
                bare,
                x + 0.02 + 0.02 * deep,
                y + n * 0.04,
                page=page,
                kind=BlockKind.BULLET,
                marker="–" if deep else "•",
                level=deep,
                container=name,
            )
        )
    return blocks


def slide(blocks: Sequence[Block], number: int = 1) -> Page:
    """Return a slide of 960 by 540 points."""
    return Page(number, tuple(blocks), 960.0, 540.0)


def deck(*pages: Page, kind: str = "pptx") -> Deck:
    """Return a deck with the packaged vocabulary."""
    return Deck(f"x.{kind}", kind, list(pages), load_vocabulary(), Config())
