"""What differs between the variants of one design: words, colours, years, page size."""

from dataclasses import dataclass, field
from math import gcd

from bench.decks.canvas import Canvas
from bench.decks.gold import Measure
from bench.decks.palette import PALETTES, Palette
from bench.decks.pool import POOLS


@dataclass(slots=True)
class Variant:
    """One variant of one design, with the titles it has used."""

    number: int
    language: str = "nb"
    wide: bool = True
    first_year: int = 2025
    start: int = 3
    _used: set[str] = field(default_factory=set)

    def canvas(self, *, dark: bool = False) -> Canvas:
        """A canvas in this variant's look: 2 and 3 have wide margins and other type."""
        shrink, margins = ((1.0, (0.0, 0.0)), (1.0, (0.0, 0.0)), (0.88, (6.0, 3.0)), (0.92, (1.0, 7.0)))[
            self.number % 4
        ]
        font = ("Arial", "Arial", "DejaVu Sans Condensed", "Liberation Serif")[self.number % 4]
        return Canvas(self.palette, wide=self.wide, dark=dark, font=font, shrink=shrink, margins=margins)

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
