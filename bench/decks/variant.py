"""What differs between the variants of one design: words, colours, years, page size."""

from dataclasses import dataclass, field
from math import gcd

from bench.decks.gold import Measure
from bench.decks.pool import POOLS


@dataclass(frozen=True, slots=True)
class Palette:
    """Hex colours of a theme; the designs use them through theme names as well."""

    dark: str
    light: str
    accents: tuple[str, str, str, str, str, str]


PALETTES = (
    Palette("1B2A49", "EEF2F7", ("1F5A92", "3FA36B", "E0A526", "B23A48", "7A5BA6", "5B8FB9")),
    Palette("2E2A25", "F6F1E7", ("7A4B2A", "2F7F79", "C9842B", "9C2F4F", "4E5FA8", "8A9A5B")),
)


@dataclass(slots=True)
class Variant:
    """One variant of one design, with the titles it has used."""

    number: int
    language: str = "nb"
    wide: bool = True
    first_year: int = 2025
    start: int = 3
    _used: set[str] = field(default_factory=set)

    @property
    def palette(self) -> Palette:
        """The colours of this variant."""
        return PALETTES[self.number % len(PALETTES)]

    def pick(self, *options: str) -> str:
        """Return this variant's one of some wordings."""
        return options[self.number % len(options)]

    def take(self, count: int, longest: int = 200) -> list[Measure]:
        """Return the next unused measures of the pool whose titles have at most so many characters."""
        pool = POOLS[self.language]
        step = 7 if self.number % 2 == 0 else 11
        while gcd(step, len(pool)) > 1:
            step += 2
        order = (pool[(self.start + n * step) % len(pool)] for n in range(len(pool)))
        found = [m for m in order if m.title not in self._used and len(m.title) <= longest][:count]
        if len(found) < count:
            raise ValueError(f"pool {self.language} has too few titles of {longest} characters")
        self._used.update(m.title for m in found)
        return found
