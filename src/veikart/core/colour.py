"""Colours as people tell them apart: distance in CIE Lab, and the names of families.

Conversion after IEC 61966-2-1 (sRGB) and CIE 15 (Lab, white point D65).
"""

import colorsys
import re
from functools import lru_cache

_HEX = re.compile(r"#?([0-9a-fA-F]{6})$")
_WHITE = (0.95047, 1.0, 1.08883)
_EPSILON = 216 / 24389
_KAPPA = 24389 / 27
_REMEMBERED = 4096  # a deck has a few dozen colours and asks for them thousands of times

_HUES = (  # upper end of hue in degrees → family
    (18, "red"),
    (43, "orange"),
    (70, "yellow"),
    (164, "green"),
    (194, "teal"),
    (255, "blue"),
    (300, "purple"),
    (342, "pink"),
    (360, "red"),
)


def rgb(colour: str) -> tuple[int, int, int] | None:
    """Return red, green and blue (0–255) of "#RRGGBB", None for anything else."""
    match = _HEX.match(colour)
    if not match:
        return None
    value = int(match[1], 16)
    return value >> 16, value >> 8 & 255, value & 255


@lru_cache(maxsize=_REMEMBERED)
def lab(colour: str) -> tuple[float, float, float] | None:
    """Return L (0–100), a and b of "#RRGGBB", None for anything else."""
    channels = rgb(colour)
    if channels is None:
        return None
    r, g, b = (_linear(c / 255) for c in channels)
    x = 0.4124564 * r + 0.3575761 * g + 0.1804375 * b
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = 0.0193339 * r + 0.1191920 * g + 0.9503041 * b
    fx, fy, fz = (_curve(v / w) for v, w in zip((x, y, z), _WHITE, strict=True))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _curve(value: float) -> float:
    return float(value ** (1 / 3)) if value > _EPSILON else (_KAPPA * value + 16) / 116


def distance(a: str, b: str) -> float:
    """Return the CIE76 distance of two "#RRGGBB" colours; infinite where one of them is not a colour."""
    first, second = lab(a), lab(b)
    if first is None or second is None:
        return float("inf")
    return float(sum((p - q) ** 2 for p, q in zip(first, second, strict=True)) ** 0.5)


@lru_cache(maxsize=_REMEMBERED)
def family(colour: str) -> str:
    """Return green, yellow, red, blue, orange, purple, grey, white, black, teal, pink or brown; "" for no colour."""
    channels, place = rgb(colour), lab(colour)
    if channels is None or place is None:
        return ""
    lightness, chroma = place[0], (place[1] ** 2 + place[2] ** 2) ** 0.5
    if lightness > 96 and chroma < 6:
        return "white"
    if lightness < 12 and chroma < 22:
        return "black"
    if chroma < (5 if lightness > 80 else 9):
        return "grey"
    hue = colorsys.rgb_to_hls(*(c / 255 for c in channels))[0] * 360
    name = next(name for end, name in _HUES if hue <= end)
    if name in {"orange", "red"} and hue > 8 and lightness < 48 and hue <= 43:
        return "brown"
    return name


def is_light(colour: str) -> bool:
    """Tell whether dark text reads on the colour; no colour counts as the white page."""
    place = lab(colour)
    return place is None or place[0] > 60
