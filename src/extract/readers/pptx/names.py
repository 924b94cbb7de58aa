"""Names and numbers of DrawingML: short element names, lengths, percentages and flags as they stand in attributes."""

import math
import re
from functools import lru_cache

from lxml import etree

_MAIN = "http://schemas.openxmlformats.org/"
NAMESPACES = {
    "a": _MAIN + "drawingml/2006/main",
    "p": _MAIN + "presentationml/2006/main",
    "r": _MAIN + "officeDocument/2006/relationships",
    "c": _MAIN + "drawingml/2006/chart",
    "dgm": _MAIN + "drawingml/2006/diagram",
    "dsp": "http://schemas.microsoft.com/office/drawing/2008/diagram",
    "mc": _MAIN + "markup-compatibility/2006",
}
EMU_PER_POINT = 12700
_UNITS = {"": 1.0, "pt": 12700.0, "in": 914400.0, "cm": 360000.0, "mm": 36000.0, "pc": 152400.0, "pi": 152400.0}
_NUMBER = re.compile(r"\s*([-+]?\d+(?:\.\d+)?)\s*(%|[a-z]{2}|)\s*$")
_LARGEST = 1e9  # EMU, a kilometre: beyond any slide


@lru_cache(maxsize=1024)
def q(name: str) -> str:
    """Return a name such as "a:off" in full."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def child(element: etree._Element | None, path: str) -> etree._Element | None:
    """Return the first element at a path such as "p:spPr/a:xfrm", None where a step is missing."""
    for step in path.split("/"):
        if element is None:
            return None
        element = element.find(q(step))
    return element


def local(element: etree._Element) -> str:
    """Return the element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def number(text: str | None, default: float = 0.0) -> float:
    """Return a length in EMU, a percentage in thousandths or a plain number; the default where it is none of them."""
    found = _NUMBER.match(text or "")
    if not found:
        return default
    factor = 1000.0 if found[2] == "%" else _UNITS.get(found[2])
    if factor is None:
        return default
    value = float(found[1]) * factor
    return max(-_LARGEST, min(_LARGEST, value)) if math.isfinite(value) else default


def flag(text: str | None, default: bool = False) -> bool:
    """Return what a boolean attribute says."""
    return default if text is None else text.strip().lower() in {"1", "true", "on", "t"}
