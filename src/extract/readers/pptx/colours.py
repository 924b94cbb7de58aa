"""Colours of DrawingML as "#RRGGBB": scheme names through the colour map, and what lightens, darkens or thins them.

Tint and shade work on linear light (ECMA-376 part 1, 20.1.2.3), luminance and saturation on HSL.
"""

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from extract.readers.pptx.names import child, local, number

DEFAULT_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_SYSTEM = {"window": "FFFFFF", "windowText": "000000", "btnFace": "F0F0F0", "highlight": "0078D7", "grayText": "6D6D6D"}
_WHOLE = 100_000.0
_CIRCLE = 21_600_000.0  # 360 degrees in the unit of angles
_SHORT = {"dk": "dark", "lt": "light", "med": "medium"}
Rgb = tuple[float, float, float]  # each 0 to 1


@dataclass(frozen=True, slots=True)
class Palette:
    """A theme's colours and the map from text/background roles to them."""

    theme: Mapping[str, str] = field(default_factory=dict)  # accent1 → "4F81BD"
    roles: Mapping[str, str] = field(default_factory=lambda: DEFAULT_MAP)

    def scheme(self, name: str, own: str = "") -> str:
        """Return "RRGGBB" of a scheme colour, "" if unknown; `own` stands for the placeholder colour of a style."""
        if name == "phClr":
            return own.lstrip("#")
        return self.theme.get(self.roles.get(name, name), "")


def theme_colours(theme: etree._Element | None) -> dict[str, str]:
    """Return the colours of a theme part by name."""
    scheme = child(theme, "a:themeElements/a:clrScheme")
    if scheme is None:
        return {}
    empty = Palette({}, {})
    return {local(e): (colour_in(e, empty) or "").lstrip("#") for e in scheme}


def colour_in(holder: etree._Element | None, palette: Palette, own: str = "") -> str | None:
    """Return the colour that an element such as `a:solidFill` holds; "" if fully transparent, None if it holds none."""
    if holder is None:
        return None
    for element in holder:
        base = _base(element, palette, own)
        if base:
            return _changed(base, element)
    return None


def _base(element: etree._Element, palette: Palette, own: str) -> Rgb | None:
    kind, value = local(element), element.get("val", "")
    if kind == "srgbClr":
        return _rgb(value)
    if kind == "schemeClr":
        return _rgb(palette.scheme(value, own))
    if kind == "sysClr":
        return _rgb(element.get("lastClr") or _SYSTEM.get(value, ""))
    if kind == "prstClr":
        return _named(value)
    if kind == "hslClr":
        hue, sat, lum = (number(element.get(name)) for name in ("hue", "sat", "lum"))
        return colorsys.hls_to_rgb(hue / _CIRCLE % 1, _unit(lum / _WHOLE), _unit(sat / _WHOLE))
    if kind == "scrgbClr":
        red, green, blue = (_light(_unit(number(element.get(name)) / _WHOLE)) for name in "rgb")
        return red, green, blue
    return None


def _rgb(text: str) -> Rgb | None:
    try:
        red, green, blue = bytes.fromhex(text)
    except ValueError:
        return None
    return red / 255, green / 255, blue / 255


def _named(name: str) -> Rgb | None:
    from PIL import ImageColor

    for short, long in _SHORT.items():
        if name.startswith(short) and name[len(short) : len(short) + 1].isupper():
            name = long + name[len(short) :]
    try:
        red, green, blue = ImageColor.getrgb(name.lower())[:3]
    except ValueError:
        return None
    return red / 255, green / 255, blue / 255


def _changed(rgb: Rgb, element: etree._Element) -> str:
    alpha = 1.0
    for change in element:
        name, value = local(change), number(change.get("val"), _WHOLE) / _WHOLE
        if name == "alpha":
            alpha = _unit(value)
        else:
            rgb = _change(rgb, name, value)
    if alpha == 0:
        return ""
    # What shows through is taken as white, the usual ground of a slide.
    red, green, blue = (round(255 * _unit(alpha * part + 1 - alpha)) for part in rgb)
    return f"#{red:02X}{green:02X}{blue:02X}"


def _change(rgb: Rgb, name: str, value: float) -> Rgb:
    if name == "tint":
        red, green, blue = (_light(_unit(_linear(c) * value + 1 - value)) for c in rgb)
        return red, green, blue
    if name == "shade":
        red, green, blue = (_light(_unit(_linear(c) * value)) for c in rgb)
        return red, green, blue
    hue, lum, sat = colorsys.rgb_to_hls(*rgb)
    if name in {"lumMod", "lumOff", "lum"}:
        lum = _moved(lum, name, value)
    elif name in {"satMod", "satOff", "sat"}:
        sat = _moved(sat, name, value)
    elif name in {"hueMod", "hueOff", "hue"}:
        hue = _moved(hue, name, value if name == "hueMod" else value * _WHOLE / _CIRCLE) % 1
    elif name == "gray":
        sat = 0.0
    elif name == "comp":
        hue = (hue + 0.5) % 1
    elif name == "inv":
        return 1 - rgb[0], 1 - rgb[1], 1 - rgb[2]
    return colorsys.hls_to_rgb(hue, _unit(lum), _unit(sat))


def _moved(part: float, name: str, value: float) -> float:
    if name.endswith("Mod"):
        return part * value
    return part + value if name.endswith("Off") else value


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _light(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def _unit(value: float) -> float:
    return min(1.0, max(0.0, value))
