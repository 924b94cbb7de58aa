"""Speaker notes and comments: read, and kept apart from what the slide shows."""

from collections.abc import Iterator

from lxml import etree

from extract.readers.opc import PartError
from extract.readers.opc_meta import part_lost
from extract.readers.pptx.names import local, q
from extract.readers.pptx.scene import Scene
from extract.readers.pptx.sheet import placeholder
from extract.readers.pptx.text import runs
from veikart.core.blocks import Block, BlockKind


def note_blocks(scene: Scene) -> list[Block]:
    """Return the notes and comments of a slide, one block a paragraph; a lost part is a problem."""
    blocks: list[Block] = []
    for relation in scene.sheet.relations.values():
        if relation.kind not in {"notesSlide", "comments"} or not relation.target:
            continue
        try:
            root = scene.package.xml(relation.target)
        except PartError as fault:
            scene.problems.append(part_lost(relation.target, str(fault), scene.number))
            continue
        letter, texts = ("n", _notes(root)) if relation.kind == "notesSlide" else ("c", _comments(root))
        for text in texts:
            place = f"p{scene.number}/{letter}{len(blocks) + 1}"
            blocks.append(Block(place, scene.number, BlockKind.NOTE, scene.cut(text, place), container=place))
    return blocks


def _notes(root: etree._Element) -> Iterator[str]:
    for shape in root.iter(q("p:sp")):
        if (placeholder(shape) or ("", ""))[0] == "body":
            yield from _paragraphs(shape)


def _comments(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        if local(element) == "txBody":
            yield from _paragraphs(element)
        elif local(element) == "text" and (element.text or "").strip():
            yield (element.text or "").strip()


def _paragraphs(holder: etree._Element) -> Iterator[str]:
    for paragraph in holder.iter(q("a:p")):
        parts = ["\n" if local(run) == "br" else run.findtext(q("a:t")) or "" for run in runs(paragraph)]
        text = "".join(parts).strip()
        if text:
            yield text
