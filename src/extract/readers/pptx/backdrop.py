"""What layout and master draw behind a slide: their own shapes, without the placeholders that slides fill."""

from dataclasses import replace

from extract.readers.pptx.frames import frame_blocks
from extract.readers.pptx.scene import Scene
from extract.readers.pptx.shapes import shape_blocks
from extract.readers.pptx.sheet import placeholder
from extract.readers.pptx.walk import walk
from veikart.core.blocks import Block, BlockKind

EDGE = 0.1  # of the page's height: text on a layout above or below it is furniture
_TEXTS = frozenset({BlockKind.TEXT, BlockKind.BULLET, BlockKind.CELL, BlockKind.TITLE})


def backdrop_blocks(scene: Scene) -> list[list[Block]]:
    """Return the blocks of layout and master: texts of the master and at the layout's edges as footers.

    A layout may hold a template's axis, lanes or legend, so its middle is read like the slide itself; of the master
    only texts are taken.
    """
    found: list[list[Block]] = []
    shown = scene.sheet.shows_parent_shapes
    for letter, sheet in zip("lm", scene.sheet.ancestors, strict=False):
        if not shown or sheet.tree is None:
            break
        inner = replace(scene, sheet=replace(sheet, palette=scene.sheet.palette), letter=letter)
        shapes = (item for item in walk(sheet.tree, inner.sheet.palette) if placeholder(item.element) is None)
        drawn = shape_blocks(inner, shapes, frame_blocks)
        kept = ([_part(b) for b in blocks if _wanted(b, letter)] for blocks in drawn)
        found += [blocks for blocks in kept if blocks]
        shown = sheet.shows_parent_shapes
    return found


def _wanted(block: Block, letter: str) -> bool:
    if block.kind is BlockKind.PICTURE:
        return False
    return bool(block.text) or (letter == "l" and not _at_edge(block))


def _part(block: Block) -> Block:
    master = f"p{block.page}/m"
    furniture = block.kind in _TEXTS and (block.container.startswith(master) or _at_edge(block))
    return replace(block, kind=BlockKind.FOOTER) if furniture else block


def _at_edge(block: Block) -> bool:
    place = block.box or block.frame
    return place is None or not EDGE <= place.middle[1] <= 1 - EDGE
