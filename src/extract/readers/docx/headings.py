"""Which paragraphs are headings where no style says so, and the path of headings above every block."""

from collections import Counter
from collections.abc import Iterable

from extract.readers.docx.paragraphs import Item
from veikart.core.blocks import Block, BlockKind

_LARGER = 1.15
"""A bold line of its own this much larger than the running text reads as a heading."""

_LONGEST_HEADING = 120
_ENDINGS = (".", ":", ";", ",", "!")
_IN_PATH = frozenset({BlockKind.TEXT, BlockKind.BULLET, BlockKind.TITLE, BlockKind.CELL, BlockKind.PICTURE})


def find_drawn_headings(items: list[Item]) -> None:
    """Mark lines that are set as headings without a heading style."""
    body = body_size(items)
    if not body:
        return
    found = [item for item in items if _looks_like_heading(item, body)]
    styled = _styled_sizes(items)
    ranks = {size: rank for rank, size in enumerate(sorted({item.size for item in found}, reverse=True), 1)}
    for item in found:
        above = [level for level, size in styled.items() if size > item.size]
        item.kind = BlockKind.TITLE
        item.heading = min(max(above) + 1 if above else ranks[item.size] if not styled else 1, 9)


def body_size(items: list[Item]) -> float:
    """Return the size of most running text in points, 0 where unknown."""
    sizes: Counter[float] = Counter()
    for item in items:
        if item.kind in {BlockKind.TEXT, BlockKind.BULLET, BlockKind.CELL}:
            sizes[item.size] += len(item.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def to_blocks(items: Iterable[Item], length: int) -> list[Block]:
    """Make the blocks, each with the headings above it; texts are cut at `length`."""
    path: list[tuple[int, str]] = []
    blocks: list[Block] = []
    for item in items:
        heading = item.kind is BlockKind.TITLE and not item.title and item.cell is None
        if heading:
            path = [(level, text) for level, text in path if level < item.heading]
        blocks.append(_block(item, tuple(text for _, text in path), length))
        if heading:
            path.append((item.heading, " ".join(item.text.split())))
    return blocks


def _block(item: Item, path: tuple[str, ...], length: int) -> Block:
    cell = item.cell
    return Block(
        id=item.id,
        page=1,
        kind=item.kind,
        text=item.text[:length],
        container=item.container,
        fill=item.fill,
        colour=item.colour,
        size=item.size,
        bold=item.bold,
        italic=item.italic,
        strike=item.strike,
        marker=item.marker,
        level=item.heading or item.level,
        table=item.table,
        row=cell.row if cell else 0,
        column=cell.column if cell else 0,
        row_span=cell.row_span if cell else 1,
        column_span=cell.column_span if cell else 1,
        group=_group(item),
        spans=item.spans if len(item.spans) > 1 else (),
        heading_path=path if item.kind in _IN_PATH else (),
    )


def _group(item: Item) -> str:
    if item.cell and item.cell.header:
        return "header"
    return "toc" if item.toc else "title" if item.title else "smartart" if item.diagram else ""


def _styled_sizes(items: list[Item]) -> dict[int, float]:
    """Return the size of each level of real headings."""
    sizes: dict[int, float] = {}
    for item in items:
        if item.heading and not item.title:
            sizes[item.heading] = max(sizes.get(item.heading, 0.0), item.size)
    return sizes


def _looks_like_heading(item: Item, body: float) -> bool:
    return (
        item.kind is BlockKind.TEXT
        and not item.toc
        and item.cell is None
        and not item.container
        and item.bold
        and item.size >= _LARGER * body
        and len(item.text) <= _LONGEST_HEADING
        and not item.text.endswith(_ENDINGS)
    )
