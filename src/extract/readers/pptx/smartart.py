"""SmartArt: its texts and outline from the data part, places and paint from the drawing part where there is one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from extract.readers.opc import PartError
from extract.readers.opc_meta import part_lost
from extract.readers.pptx.names import child, number, q
from extract.readers.pptx.place import Group, Placed, placed
from extract.readers.pptx.scene import Scene
from extract.readers.pptx.shapes import shape_blocks
from extract.readers.pptx.walk import Found, walk
from veikart.core.blocks import Block, BlockKind
from veikart.core.geometry import Box

_INDENT = 0.02  # of the page's width for a level, where the drawing is missing


@dataclass(frozen=True, slots=True)
class Node:
    """One point of the outline: its paragraphs, and how deep it lies (0 is the outermost)."""

    texts: tuple[str, ...]
    depth: int


def smartart_blocks(scene: Scene, item: Found, base: Block, spot: Placed, reference: etree._Element) -> list[Block]:
    """Return the texts of a SmartArt and the areas it draws; the group "smartart…" marks them.

    Raises:
        PartError: the data part cannot be read.
    """
    relation = scene.sheet.relations.get(reference.get(q("r:dm"), ""))
    if relation is None or not relation.target:
        raise PartError(f"{base.container}: SmartArt without data")
    root = scene.package.xml(relation.target)
    nodes = outline(root)
    mark = "smartart" + base.container.rpartition("/")[2].lstrip("slm")
    base = replace(base, group=f"{base.group}/{mark}".lstrip("/"))
    drawn = _drawn(scene, item, base, spot, _drawing(scene, root))
    levelled, missing = _levelled(drawn, nodes)
    return levelled + _stacked(base, missing, bool(levelled))


def outline(root: etree._Element) -> list[Node]:
    """Return the points with text in the order of the outline, from the data part's points and parent connections."""
    points = {e.get("modelId", ""): e for e in root.iter(q("dgm:pt"))}
    children: dict[str, list[tuple[float, str]]] = {}
    for edge in root.iter(q("dgm:cxn")):
        if edge.get("type", "parOf") == "parOf":
            entry = (number(edge.get("srcOrd")), edge.get("destId", ""))
            children.setdefault(edge.get("srcId", ""), []).append(entry)
    roots = [identity for identity, e in points.items() if e.get("type") == "doc"]
    return list(_descend(points, children, roots))


def _descend(
    points: dict[str, etree._Element], children: dict[str, list[tuple[float, str]]], roots: list[str]
) -> Iterator[Node]:
    waiting = [(identity, -1) for identity in reversed(roots)]
    seen: set[str] = set()
    while waiting:
        identity, depth = waiting.pop()
        if identity in seen or identity not in points:
            continue
        seen.add(identity)
        texts = tuple(_texts(points[identity]))
        if texts:
            yield Node(texts, max(depth, 0))
        ordered = sorted(children.get(identity, []), key=lambda entry: entry[0], reverse=True)
        waiting.extend((target, depth + 1) for _, target in ordered)


def _texts(point: etree._Element) -> Iterator[str]:
    body = child(point, "dgm:t")
    for paragraph in () if body is None else body.iter(q("a:p")):
        parts = ["\n" if e.tag == q("a:br") else e.text or "" for e in paragraph.iter(q("a:t"), q("a:br"))]
        text = "".join(parts).strip()
        if text:
            yield text


def _drawing(scene: Scene, data: etree._Element) -> etree._Element | None:
    """Return the tree of shapes of the drawing part that the data part names, None where there is none."""
    named = next((e.get("relId", "") for e in data.iter("{*}dataModelExt")), "")
    drawings = [r for r in scene.sheet.relations.values() if r.kind == "diagramDrawing" and r.target]
    chosen = [r for r in drawings if r.id == named] or (drawings if len(drawings) == 1 else [])
    if not chosen:
        return None
    try:
        return scene.package.xml(chosen[0].target).find(q("dsp:spTree"))
    except PartError as fault:
        scene.problems.append(part_lost(chosen[0].target, str(fault), scene.number))
        return None


def _drawn(scene: Scene, item: Found, base: Block, spot: Placed, tree: etree._Element | None) -> list[Block]:
    if tree is None:
        return []
    own = placed(item.element.find("{*}xfrm")) or spot
    scale_x = spot.width / own.width if own.width else 1.0
    scale_y = spot.height / own.height if own.height else 1.0
    around = Found(tree, (Group(spot, 0.0, 0.0, scale_x, scale_y),), tuple(base.group.split("/")), base.hidden, "")
    inner = replace(scene, letter=base.container.rpartition("/")[2] + "d")
    return [b for blocks in shape_blocks(inner, walk(tree, scene.sheet.palette, around)) for b in blocks]


def _levelled(blocks: list[Block], nodes: list[Node]) -> tuple[list[Block], list[tuple[str, int]]]:
    """Give drawn texts the depth of their point; return also the texts that the drawing lacks."""
    waiting: dict[str, list[int]] = {}
    for node in nodes:
        for text in node.texts:
            waiting.setdefault(_key(text), []).append(node.depth)
    levelled = []
    for block in blocks:
        depths = waiting.get(_key(block.text)) if block.text else None
        if not depths:
            levelled.append(block)
            continue
        depth = depths.pop(0)
        levelled.append(replace(block, level=depth, kind=BlockKind.BULLET if depth else block.kind))
    texts = [text for node in nodes for text in node.texts]
    missing = [(text, waiting[_key(text)].pop(0)) for text in texts if waiting[_key(text)]]
    return levelled, missing


def _stacked(base: Block, texts: list[tuple[str, int]], beside_drawing: bool) -> list[Block]:
    """Return texts without a place: one below the other in the frame, or in all of it beside a drawing."""
    frame = base.frame
    if frame is None:
        return []
    blocks = []
    step = frame.height / max(len(texts), 1)
    for index, (text, depth) in enumerate(texts):
        top = frame.y0 + index * step
        row = Box(min(frame.x0 + depth * _INDENT, frame.x1), top, frame.x1, top + step).rounded()
        container = f"{base.container}/n{index + 1}"
        blocks.append(
            replace(
                base,
                id=f"{container}/1",
                container=container,
                kind=BlockKind.BULLET if depth else BlockKind.TEXT,
                text=text,
                level=depth,
                frame=frame if beside_drawing else row,
                box=None if beside_drawing else row,
            )
        )
    return blocks


def _key(text: str) -> str:
    return "".join(text.split()).casefold()
