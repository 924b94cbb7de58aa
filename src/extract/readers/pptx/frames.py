"""Graphic frames: tables, charts, SmartArt and embedded objects."""

from dataclasses import replace

from lxml import etree

from extract.readers.opc import PartError
from extract.readers.opc_meta import part_lost
from extract.readers.pptx.charts import chart_blocks
from extract.readers.pptx.names import child, local
from extract.readers.pptx.place import Placed
from extract.readers.pptx.scene import Scene
from extract.readers.pptx.shapes import stamp, where
from extract.readers.pptx.sheet import inherited
from extract.readers.pptx.smartart import smartart_blocks
from extract.readers.pptx.tables import table_blocks
from extract.readers.pptx.walk import Found, description
from veikart.core.blocks import Block, BlockKind


def frame_blocks(scene: Scene, item: Found) -> list[Block]:
    """Return the blocks of a graphic frame; of an unknown or lost one only its description."""
    spot = where(item, inherited(item.element, scene.sheet))
    base = stamp(scene, item, spot)
    data = child(item.element, "a:graphic/a:graphicData")
    content = next((e for e in data if isinstance(e.tag, str)), None) if data is not None else None
    blocks: list[Block] = []
    if content is not None and spot is not None:
        try:
            blocks = _content(scene, item, base, spot, content)
        except PartError as fault:
            scene.problems.append(part_lost(base.container, str(fault), scene.number))
    if blocks:
        return blocks
    if content is not None and local(content) == "tbl":
        return []
    return [replace(base, id=base.container, kind=BlockKind.PICTURE, text=description(item.element), box=base.frame)]


def _content(scene: Scene, item: Found, base: Block, spot: Placed, content: etree._Element) -> list[Block]:
    kind = local(content)
    if kind == "tbl":
        return table_blocks(scene, base, spot, content)
    if kind == "chart":
        return chart_blocks(scene, base, content)
    if kind == "relIds":
        return smartart_blocks(scene, item, base, spot, content)
    return []
