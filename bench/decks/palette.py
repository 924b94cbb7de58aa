"""Colours of the made decks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Hex colours of a theme; the designs use them through theme names as well."""

    dark: str
    light: str
    accents: tuple[str, str, str, str, str, str]


PALETTES = (
    Palette("1B2A49", "EEF2F7", ("1F5A92", "3FA36B", "E0A526", "B23A48", "7A5BA6", "5B8FB9")),
    Palette("2E2A25", "F6F1E7", ("7A4B2A", "2F7F79", "C9842B", "9C2F4F", "4E5FA8", "8A9A5B")),
    Palette("003B49", "E6F2F0", ("00677F", "78BE20", "FFB549", "E4002B", "6E3FA3", "41B6E6")),
    Palette("3C1053", "F4EEF7", ("6F2C91", "009CA6", "F2A900", "CE0F69", "0057B8", "A2AAAD")),
)
