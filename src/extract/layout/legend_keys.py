"""Keys that are laid out as tables: a painted cell beside its word, painted words in cells, patches beside lines."""

from dataclasses import dataclass

from extract.deck import Deck
from extract.layout.tables import Cell, Table, tables_of
from veikart.core.blocks import UNKNOWN_COLOUR, Block, BlockKind, Page
from veikart.core.colour import distance
from veikart.core.geometry import Box
from veikart.core.text import mend

_LEAST = 2  # entries of a key
_MOST = 9
_WIDEST = 0.12  # share of the page's width that a patch covers at most
_HIGHEST = 0.075
_REACH = 0.4  # a patch in a column of its own stands at most this share of the page's width from its word
_ALIGNED = 0.008
_WHITE = 6.0  # distance in Lab from white up to which a fill is none
_LONGEST = 70  # characters of a word


@dataclass(frozen=True, slots=True)
class Keyed:
    """A colour with the word beside it, and the blocks that carry them."""

    colour: str
    text: str
    blocks: tuple[Block, ...]


def keys_of(page: Page, deck: Deck) -> list[list[Keyed]]:
    """Return the colours and words of everything on a page that is laid out as a key of colours may be."""
    found = [_of_table(table) for table in tables_of(page, deck)] + [_of_patches(page)]
    return [keys for keys in found if _LEAST <= len(keys) <= _MOST]


def _of_table(table: Table) -> list[Keyed]:
    """Return the key that all of a table is; [] for other tables. A heading over it may stand in its first row."""
    if table.column_count > _MOST * 2 or table.row_count > _MOST + 1:
        return []
    keys: list[Keyed] = []
    for row in range(table.row_count):
        cells = table.row(row)
        found = _beside(cells) or _painted(cells)
        if not found and row:
            return []
        keys += found
    return keys


def _beside(cells: list[Cell]) -> list[Keyed]:
    """Return the painted cells without text of a row, each with the word in the cell next to it."""
    patches = [i for i, cell in enumerate(cells) if not cell.text and _is_painted(cell.fill)]
    words = [i for i, cell in enumerate(cells) if cell.text]
    if not patches or len(patches) != len(words):
        return []
    pairs = [(cells[a], cells[b]) for a, b in zip(patches, words, strict=True)]
    return [Keyed(a.fill, b.text, (*a.blocks, *b.written)) for a, b in pairs]


def _painted(cells: list[Cell]) -> list[Keyed]:
    """Return the words of a row whose cells are all painted, each in a colour of its own."""
    told = [cell for cell in cells if cell.text]
    fills = {cell.fill for cell in told if _is_painted(cell.fill)}
    if len(told) < _LEAST or len(fills) < len(told):
        return []
    return [Keyed(cell.fill, cell.text, cell.written) for cell in told]


def _of_patches(page: Page) -> list[Keyed]:
    """Return the patches that stand in a column, each with the line of text at its left or right."""
    columns: dict[tuple[int, int], list[tuple[Box, Block]]] = {}
    for block in page.blocks:
        place = block.frame or block.box
        if block.kind is BlockKind.SHAPE and not block.text.strip() and place is not None and _is_patch(block, place):
            columns.setdefault((round(place.x0 / _ALIGNED), round(place.x1 / _ALIGNED)), []).append((place, block))
    several = [column for column in columns.values() if len(column) >= _LEAST]
    lines = [line for block in page.blocks for line in _lines(block)] if several else []
    best: list[Keyed] = []
    for column in several:
        keys = [key for place, block in column if (key := _level(place, block, lines)) is not None]
        if len(keys) == len(column) and len(keys) > len(best):
            best = keys
    return best


def _is_patch(block: Block, place: Box) -> bool:
    small = 0 < place.width <= _WIDEST and 0 < place.height <= _HIGHEST
    return small and not block.table and not block.hidden and _is_painted(block.fill)


def _lines(block: Block) -> list[tuple[Box, str, Block]]:
    """Return the lines of a text on the bare page with their places: those of one paragraph are of one height."""
    texts = block.text.split("\n")
    if block.box is None or block.table or block.container or not block.text.strip() or len(texts) > _MOST:
        return []
    height, box = block.box.height / len(texts), block.box
    places = [Box(box.x0, box.y0 + i * height, box.x1, box.y0 + (i + 1) * height) for i in range(len(texts))]
    return [(place, mend(text), block) for place, text in zip(places, texts, strict=True)]


def _level(patch: Box, block: Block, lines: list[tuple[Box, str, Block]]) -> Keyed | None:
    """Return a patch with the only line on its height that is near enough."""
    near = [
        (text, words)
        for place, text, words in lines
        if patch.y0 <= place.middle[1] <= patch.y1
        and max(patch.x0 - place.x1, place.x0 - patch.x1) <= _REACH
        and len(text) <= _LONGEST
    ]
    return Keyed(block.fill, near[0][0], (block, near[0][1])) if len(near) == 1 else None


def _is_painted(fill: str) -> bool:
    return bool(fill) and fill != UNKNOWN_COLOUR and distance(fill, "#FFFFFF") > _WHITE
