"""The walk through a slide's shapes: groups entered, alternatives chosen, nothing read yet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from extract.readers.pptx.colours import Palette
from extract.readers.pptx.names import child, local
from extract.readers.pptx.paint import fill_of
from extract.readers.pptx.place import Group, grouped
from extract.readers.pptx.scene import is_hidden

_FILE_NAME = re.compile(r"\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A shape met on the walk, with the groups around it (outermost first)."""

    element: etree._Element
    groups: tuple[Group, ...] = ()
    path: tuple[str, ...] = ()
    hidden: bool = False
    fill: str = ""  # of the group


def walk(tree: etree._Element, palette: Palette, around: Found | None = None) -> Iterator[Found]:
    """Yield all shapes below a tree in drawing order, `around` being the groups outside; no recursion."""
    around = around or Found(tree)
    waiting = [replace(around, element=element) for element in reversed(tree)]
    while waiting:
        item = waiting.pop()
        kind = local(item.element)
        if kind == "grpSp":
            inner = _entered(item, palette)
        elif kind == "AlternateContent":
            inner = [replace(item, element=e) for e in _chosen(item.element)]
        elif kind in {"sp", "cxnSp", "pic", "graphicFrame"}:
            yield item
            continue
        else:
            continue
        waiting.extend(reversed(inner))


def _entered(item: Found, palette: Palette) -> list[Found]:
    properties = item.element.find("{*}grpSpPr")
    common = non_visual(item.element)
    own = grouped(child(properties, "a:xfrm"))
    groups = (*item.groups, own) if own else item.groups
    path = (*item.path, common.get("id", "0") if common is not None else "0")
    fill = fill_of(properties, palette, group=item.fill)
    hidden = item.hidden or is_hidden(common)
    return [Found(e, groups, path, hidden, item.fill if fill is None else fill) for e in item.element]


def _chosen(alternatives: etree._Element) -> list[etree._Element]:
    """Return the shapes of the first alternative that can be read."""
    options = [e for e in alternatives if local(e) in {"Choice", "Fallback"}]
    for option in options:
        readable = [e for e in option if local(e) in {"sp", "grpSp", "pic", "cxnSp"} or _known_frame(e)]
        if readable:
            return readable
    return list(options[0]) if options else []


def _known_frame(element: etree._Element) -> bool:
    data = child(element, "a:graphic/a:graphicData")
    return data is not None and data.get("uri", "").rsplit("/", 1)[-1] in {"table", "chart", "diagram", "ole"}


def non_visual(element: etree._Element) -> etree._Element | None:
    """Return the `cNvPr` of a shape."""
    for holder in element:
        if local(holder).startswith("nv"):
            return holder.find("{*}cNvPr")
    return None


def description(element: etree._Element) -> str:
    """Return the alternative text of a shape; a file name, which programs put there themselves, is none."""
    common = non_visual(element)
    text = "" if common is None else (common.get("descr") or "").strip()
    return "" if _FILE_NAME.search(text) else text


def name_of(element: etree._Element) -> str:
    """Return what a shape is called in the file."""
    common = non_visual(element)
    return local(element) if common is None else common.get("name") or common.get("id") or local(element)
