"""What fills and outlines a shape: said by itself, by its style, or by the placeholder it inherits from."""

from collections.abc import Iterable, Sequence

from lxml import etree

from extract.readers.pptx.colours import Palette, colour_in
from extract.readers.pptx.names import child, local, number
from extract.readers.pptx.sheet import Sheet
from veikart.core.blocks import UNKNOWN_COLOUR
from veikart.core.colour import distance, family

ALIKE = 40.0  # Lab distance up to which the stops of a gradient are one colour
_BACKGROUND = 1000  # style numbers above it count in the theme's background fills


def fill_of(holder: etree._Element | None, palette: Palette, own: str = "", group: str = "") -> str | None:
    """Return the colour of the fill that an element states: "" for none, "?" for no single one, None if it is silent.

    `own` is the colour a style is used with; `group` is the fill of the surrounding group.
    """
    for element in () if holder is None else holder:
        found = _one_fill(element, palette, own, group)
        if found is not None:
            return found
    return None


def _one_fill(element: etree._Element, palette: Palette, own: str, group: str) -> str | None:
    kind = local(element)
    if kind == "noFill":
        return ""
    if kind == "solidFill":
        colour = colour_in(element, palette, own)
        return UNKNOWN_COLOUR if colour is None else colour
    if kind == "gradFill":
        return _gradient(element, palette, own)
    if kind in {"pattFill", "blipFill"}:
        return UNKNOWN_COLOUR
    return group if kind == "grpFill" else None


def shape_fill(parts: Sequence[etree._Element], style: etree._Element | None, sheet: Sheet, group: str = "") -> str:
    """Return the fill of a shape from its properties (its own first, then inherited ones) and its style."""
    own = fill_of(parts[0], sheet.palette, group=group) if parts else None
    if own is not None:
        return own
    styled = _styled(child(style, "a:fillRef"), sheet, sheet.fill_styles)
    if styled is not None:
        return styled
    return _first(fill_of(part, sheet.palette) for part in parts[1:])


def shape_outline(parts: Sequence[etree._Element], style: etree._Element | None, sheet: Sheet) -> str:
    """Return the colour of a shape's outline, found as its fill is."""
    own = fill_of(child(parts[0], "a:ln"), sheet.palette) if parts else None
    if own is not None:
        return own
    styled = _styled(child(style, "a:lnRef"), sheet, sheet.line_styles)
    if styled is not None:
        return styled
    return _first(fill_of(child(part, "a:ln"), sheet.palette) for part in parts[1:])


def _styled(ref: etree._Element | None, sheet: Sheet, styles: Sequence[etree._Element]) -> str | None:
    if ref is None:
        return None
    index = int(number(ref.get("idx")))
    if index == 0:
        return ""
    colour = colour_in(ref, sheet.palette) or ""
    index = index - _BACKGROUND if index > _BACKGROUND else index
    if not 0 < index <= len(styles):
        return colour
    entry = styles[index - 1]
    # A fill stands in the list itself, a line holds its fill.
    found = (
        fill_of(entry, sheet.palette, colour) if local(entry) == "ln" else _one_fill(entry, sheet.palette, colour, "")
    )
    return colour if found is None else found


def _gradient(element: etree._Element, palette: Palette, own: str) -> str:
    stops = [colour_in(stop, palette, own) for stop in element.iter("{*}gs")]
    colours = [stop for stop in stops if stop]
    if not colours:
        return UNKNOWN_COLOUR if None in stops else ""
    first = colours[0]
    if all(distance(first, c) <= ALIKE or family(first) == family(c) for c in colours[1:]):
        return _mean(colours)
    return UNKNOWN_COLOUR


def _mean(colours: list[str]) -> str:
    parts = [bytes.fromhex(colour.lstrip("#")) for colour in colours]
    red, green, blue = (round(sum(part[i] for part in parts) / len(parts)) for i in range(3))
    return f"#{red:02X}{green:02X}{blue:02X}"


def _first(found: Iterable[str | None]) -> str:
    for colour in found:
        if colour is not None:
            return colour
    return ""
