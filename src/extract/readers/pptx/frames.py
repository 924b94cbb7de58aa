"""Graphic frames: tables, charts, SmartArt and embedded objects."""

from dataclasses import replace

from extract.readers.pptx.names import child, local
from extract.readers.pptx.scene import Scene
from extract.readers.pptx.shapes import Found, non_visual, stamp, where
from extract.readers.pptx.sheet import inherited
from extract.readers.pptx.tables import table_blocks
from veikart.core.blocks import Block, BlockKind


def frame_blocks(scene: Scene, item: Found) -> list[Block]:
    """Return the blocks of a graphic frame; of an unknown kind only its description."""
    spot = where(item, inherited(item.element, scene.sheet))
    base = stamp(scene, item, spot)
    data = child(item.element, "a:graphic/a:graphicData")
    content = next((e for e in data if isinstance(e.tag, str)), None) if data is not None else None
    if content is not None and spot is not None and local(content) == "tbl":
        return table_blocks(scene, base, spot, content)
    common = non_visual(item.element)
    text = (common.get("descr") or "").strip() if common is not None else ""
    return [replace(base, id=base.container, kind=BlockKind.PICTURE, text=text, box=base.frame)]
