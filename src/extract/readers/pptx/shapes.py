"""Shapes of a slide as blocks: walked through groups, each with its place, paint and text."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from lxml import etree

from extract.readers.opc import PartError
from extract.readers.opc_meta import part_lost
from extract.readers.pptx.colours import colour_in
from extract.readers.pptx.names import child, local, number, q
from extract.readers.pptx.paint import shape_fill, shape_outline
from extract.readers.pptx.place import Placed, placed, put_all
from extract.readers.pptx.scene import Picture, Scene, area_of, is_hidden, shrink, text_blocks, upright
from extract.readers.pptx.sheet import FURNITURE, TITLES, inherited, placeholder
from extract.readers.pptx.text import Paragraph, TextStyles, read_paragraphs
from extract.readers.pptx.walk import Found, description, name_of, non_visual
from veikart.core.blocks import Block, BlockKind
from veikart.core.geometry import Box
from veikart.core.problems import Code, Level, problem

FrameReader = Callable[[Scene, Found], list[Block]]
"""Reads a graphic frame: a table, a chart, SmartArt."""

THIN = 2 * 12700.0  # EMU; a filled area thinner than this is a line
_FAULTS = (PartError, ValueError, KeyError, TypeError, AttributeError, IndexError, ArithmeticError, RecursionError)
_GEOMETRIES = frozenset({"rect", "roundRect", "ellipse", "chevron", "homePlate", "rightArrow", "diamond", "line"})
_LIKE = {
    "round2SameRect": "roundRect", "round1Rect": "roundRect", "snip1Rect": "rect", "snip2SameRect": "rect",
    "flowChartProcess": "rect", "flowChartAlternateProcess": "roundRect", "flowChartConnector": "ellipse",
    "flowChartDecision": "diamond", "straightConnector1": "line", "pentagon": "homePlate", "donut": "ellipse",
    "flowChartTerminator": "roundRect", "notchedRightArrow": "rightArrow", "stripedRightArrow": "rightArrow",
}  # fmt: skip


def shape_blocks(scene: Scene, shapes: Iterable[Found], read_frame: FrameReader | None = None) -> list[list[Block]]:
    """Return the blocks of every shape, one list a shape; a faulty shape costs itself only.

    Graphic frames are read by `read_frame`; without one they are left out, as inside SmartArt, where none stands.
    """
    found: list[list[Block]] = []
    count = 0
    for item in shapes:
        try:
            kind = local(item.element)
            if kind == "graphicFrame":
                blocks = read_frame(scene, item) if read_frame else []
            else:
                blocks = _blocks(scene, item, kind)
        except _FAULTS as fault:
            reason = str(fault) if isinstance(fault, PartError) else type(fault).__name__
            scene.problems.append(part_lost(name_of(item.element), reason, scene.number))
            continue
        count += len(blocks)
        if count > scene.limits.blocks_per_page:
            limit = scene.limits.blocks_per_page
            over = problem(Code.TOO_LARGE, Level.WARNING, scene.number, size=count, limit=limit, unit="blocks")
            scene.problems.append(over)
            break
        if blocks:
            found.append(blocks)
    return found


def stamp(scene: Scene, item: Found, spot: Placed | None) -> Block:
    """Return a block that carries what all blocks of the shape share."""
    common = non_visual(item.element)
    frame = scene.share(spot.bounds()) if spot else None
    off = frame is not None and (frame.x1 <= 0 or frame.y1 <= 0 or frame.x0 >= 1 or frame.y0 >= 1)
    empty = spot is not None and spot.width == 0 and spot.height == 0
    return Block(
        id="",
        page=scene.number,
        kind=BlockKind.SHAPE,
        frame=frame,
        container=scene.container(common.get("id", "0") if common is not None else "0"),
        group="/".join(item.path),
        hidden=item.hidden or is_hidden(common) or off or empty,
        rotation=spot.turn if spot else 0.0,
    )


def where(item: Found, parents: tuple[etree._Element, ...] = ()) -> Placed | None:
    """Return a shape's place on the slide, from its own properties or the placeholders it inherits from."""
    own = placed(_xfrm(item.element))
    if own is not None:
        return put_all(item.groups, own)
    return next((spot for parent in parents if (spot := placed(_xfrm(parent)))), None)


def _xfrm(element: etree._Element) -> etree._Element | None:
    direct = element.find("{*}xfrm")
    return direct if direct is not None else child(element.find("{*}spPr"), "a:xfrm")


def _blocks(scene: Scene, item: Found, kind: str) -> list[Block]:
    element = item.element
    parents = inherited(element, scene.sheet)
    spot = where(item, parents)
    base = stamp(scene, item, spot)
    parts = [e for s in (element, *parents) if (e := s.find("{*}spPr")) is not None]
    style = element.find("{*}style")
    base = replace(
        base,
        outline=shape_outline(parts, style, scene.sheet),
        shape=_geometry(parts),
        fill="" if kind in {"pic", "cxnSp"} else shape_fill(parts, style, scene.sheet, item.fill),
    )
    if kind == "pic":
        _note_picture(scene, element, base, spot)
        return [replace(base, id=base.container, kind=BlockKind.PICTURE, text=description(element), box=base.frame)]
    body = element.find("{*}txBody")
    blocks = _text(scene, item, base, spot, body, parents) if kind == "sp" and body is not None else []
    return blocks or _bare(base, spot, kind)


def _note_picture(scene: Scene, element: etree._Element, base: Block, spot: Placed | None) -> None:
    """Remember the slide's own upright pictures: they may be all that it says."""
    blip = next(element.iter(q("a:blip")), None)
    relation = scene.sheet.relations.get(blip.get(q("r:embed"), "")) if blip is not None else None
    if relation is None or not relation.target or spot is None or spot.turn or base.hidden or scene.letter != "s":
        return
    cut = next(element.iter(q("a:srcRect")), None)
    left, top, right, bottom = (
        max(0.0, number(cut.get(side)) / 100_000) if cut is not None else 0.0 for side in "ltrb"
    )
    if base.frame is not None and left + right < 1 and top + bottom < 1:
        crop = Box(left, top, 1 - right, 1 - bottom)
        scene.pictures.append(Picture(base.container, relation.target, base.frame, crop))


def _text(
    scene: Scene,
    item: Found,
    base: Block,
    spot: Placed | None,
    body: etree._Element,
    parents: tuple[etree._Element, ...],
) -> list[Block]:
    bodies = [b for s in (item.element, *parents) if (b := child(s.find("{*}txBody"), "a:bodyPr")) is not None]
    styles = text_styles(scene, item.element, parents, shrink(bodies))
    own = placeholder(item.element)
    kind = own[0] if own else ""
    paragraphs = read_paragraphs(body, styles, scene.sheet, scene.number, typed=kind not in TITLES)
    if not any(p.text for p in paragraphs):
        return []
    if spot is None:
        return [replace(b, box=None) for b in _laid(scene, base, Placed(0, 0, 1, 1), bodies, paragraphs, kind)]
    return _laid(scene, base, spot, bodies, paragraphs, kind)


def _laid(
    scene: Scene,
    base: Block,
    spot: Placed,
    bodies: list[etree._Element],
    paragraphs: list[Paragraph],
    kind: str,
) -> list[Block]:
    area, turn = area_of(bodies, spot.width, spot.height, base.shape)
    base = replace(base, rotation=(spot.turn + turn + (180 if spot.flip_v else 0)) % 360)
    blocks = text_blocks(scene, base, paragraphs, area, upright(turn, spot), lambda p: _kind(p, kind))
    return [replace(b, level=1) if b.kind is BlockKind.TITLE else b for b in blocks]


def _kind(paragraph: Paragraph, placeholder_kind: str) -> BlockKind:
    if placeholder_kind in TITLES:
        return BlockKind.TITLE
    if placeholder_kind in FURNITURE:
        return BlockKind.FOOTER
    if paragraph.mark:
        return BlockKind.FOOTNOTE
    return BlockKind.BULLET if paragraph.bullet.shown else BlockKind.TEXT


def text_styles(
    scene: Scene, element: etree._Element, parents: tuple[etree._Element, ...], scale: float = 1.0
) -> TextStyles:
    """Return where a shape's paragraphs find what they do not say themselves."""
    near = [s for e in (element, *parents) if (s := child(e.find("{*}txBody"), "a:lstStyle")) is not None]
    own = placeholder(element)
    if own is None or own[0] in FURNITURE:
        far = [scene.sheet.default_text, scene.sheet.text_style("otherStyle")]
    else:
        far = [scene.sheet.text_style("titleStyle" if own[0] in TITLES else "bodyStyle"), scene.sheet.default_text]
    colour = colour_in(child(element.find("{*}style"), "a:fontRef"), scene.sheet.palette) or ""
    return TextStyles(tuple(near), tuple(e for e in far if e is not None), colour, scale=scale)


def _bare(base: Block, spot: Placed | None, kind: str) -> list[Block]:
    """Return the block of a shape without text: a line, an area, or nothing where it paints nothing."""
    if spot is None or base.frame is None or not (base.fill or base.outline):
        return []
    if kind == "cxnSp" or base.shape == "line":
        return [replace(base, id=base.container, kind=BlockKind.LINE, box=base.frame)]
    bounds = spot.bounds()
    if min(bounds.width, bounds.height) <= THIN < max(bounds.width, bounds.height):
        thin = _collapsed(base.frame, flat=bounds.height <= bounds.width)
        return [replace(base, id=base.container, kind=BlockKind.LINE, shape="line", box=thin)]
    return [replace(base, id=base.container, kind=BlockKind.SHAPE, box=base.frame)]


def _collapsed(box: Box, *, flat: bool) -> Box:
    x, y = box.middle
    return (Box(box.x0, y, box.x1, y) if flat else Box(x, box.y0, x, box.y1)).rounded()


def _geometry(parts: list[etree._Element]) -> str:
    for part in parts:
        preset = child(part, "a:prstGeom")
        if preset is not None:
            name = _LIKE.get(preset.get("prst", ""), preset.get("prst", ""))
            return name if name in _GEOMETRIES else "other"
        if child(part, "a:custGeom") is not None:
            return "other"
    return "rect"
