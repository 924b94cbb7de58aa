"""One entry of a legend: a colour and its word."""

from dataclasses import dataclass
from enum import StrEnum

from veikart.core.blocks import Block
from veikart.core.colour import distance, family
from veikart.core.geometry import Box
from veikart.core.records import Status

WHITE = "#FFFFFF"
_ONE_COLOUR = 4.0  # so near are two printings of one colour


class Applies(StrEnum):
    """What of a thing an entry's colour is compared with."""

    PATCH = "patch"  # fill, outline, or a dot beside the text
    TEXT = "text"
    OUTLINE = "outline"
    ANY = "any"
    NONE = "none"  # its word says what a box is, not how it stands


@dataclass(frozen=True, slots=True)
class Entry:
    """A colour and its word. `by_name` compares by colour family, where the legend only names the colour."""

    colour: str
    text: str
    status: Status | None
    applies: Applies
    blocks: tuple[Block, ...]
    owners: tuple[str, ...] = ()
    by_name: str = ""
    shape: str = ""
    edge: str = ""  # outline of the patch

    def distance(self, colour: str) -> float:
        """Return how far a colour is from the entry's; 0 for any of its family where only a name is known."""
        if self.by_name and not self.colour:
            return 0.0 if family(colour) == self.by_name else float("inf")
        return distance(self.colour, colour)

    @property
    def place(self) -> Box:
        """Where the patch or the word stands."""
        place = self.blocks[0].frame or self.blocks[0].box
        return place if place is not None else Box(0.0, 0.0, 0.0, 0.0)

    def looks_like(self, other: "Entry") -> bool:
        """Tell whether two entries have one sign: nearly one colour and one shape."""
        alike = self.colour == other.colour or distance(self.colour, other.colour) < _ONE_COLOUR
        return alike and self.shape == other.shape
