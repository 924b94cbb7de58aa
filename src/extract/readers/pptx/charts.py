"""The words of a chart: titles, categories and series, marked as a chart's by the group "chart…"."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from extract.readers.opc import PartError
from extract.readers.pptx.names import q
from extract.readers.pptx.scene import Scene
from veikart.core.blocks import Block, BlockKind


def chart_blocks(scene: Scene, base: Block, reference: etree._Element) -> list[Block]:
    """Return the words of a chart, each in the whole frame: their places are not stored.

    Raises:
        PartError: the chart's part cannot be read.
    """
    relation = scene.sheet.relations.get(reference.get(q("r:id"), ""))
    if relation is None or not relation.target:
        raise PartError(f"{base.container}: chart without part")
    root = scene.package.xml(relation.target)
    number = base.container.rpartition("/")[2].lstrip("slm")
    group = f"{base.group}/chart{number}".lstrip("/")
    words = dict.fromkeys(text for text in _words(root) if text)
    return [
        replace(
            base,
            id=f"{base.container}/{index}",
            kind=BlockKind.TEXT,
            text=scene.cut(text, base.container),
            box=base.frame,
            group=group,
        )
        for index, text in enumerate(words, 1)
    ]


def _words(root: etree._Element) -> Iterator[str]:
    for title in root.iter(q("c:title")):
        yield " ".join("".join(t.text or "" for t in p.iter(q("a:t"))) for p in title.iter(q("a:p"))).strip()
    for series in root.iter(q("c:ser")):
        name = series.find(q("c:tx"))
        if name is not None:
            yield _value(name)
        categories = series.find(q("c:cat"))
        if categories is not None and categories.find(f".//{q('c:numCache')}") is None:
            for point in categories.iter(q("c:pt")):
                yield _value(point)


def _value(element: etree._Element) -> str:
    return " ".join((v.text or "").strip() for v in element.iter(q("c:v"))).strip()
