"""Names of WordprocessingML elements and small helpers to read their attributes."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
V = "{urn:schemas-microsoft-com:vml}"

_OFF = frozenset({"0", "false", "off", "none"})


def value(parent: etree._Element | None, path: str, attribute: str = "val") -> str:
    """Return an attribute of a child element, "" where either is missing. `path` is given without namespaces."""
    found = child(parent, path)
    return found.get(W + attribute, "") if found is not None else ""


def child(parent: etree._Element | None, path: str) -> etree._Element | None:
    """Return the first child at a path such as "pPr/numPr", None for none."""
    if parent is None:
        return None
    return parent.find("/".join(W + name for name in path.split("/")))


def flag(parent: etree._Element | None, name: str) -> bool | None:
    """Return a toggle: True, False where it is switched off, None where it is not mentioned."""
    found = child(parent, name)
    return None if found is None else found.get(W + "val", "1").lower() not in _OFF


def whole(text: str, default: int = 0) -> int:
    """Return a whole number, the default for anything else."""
    try:
        return int(text)
    except ValueError:
        return default


def hex_colour(text: str) -> str:
    """Return "#RRGGBB" for six hexadecimal digits, "" for "auto" and anything else."""
    text = text.strip().lstrip("#").upper()
    return "#" + text if len(text) == 6 and all(c in "0123456789ABCDEF" for c in text) else ""


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace, "" for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
