"""The recognisers in use: the built-in ones and those that other packages register by entry point."""

from collections.abc import Callable
from importlib.metadata import entry_points
from typing import TypeAlias

from extract.claims import Claim
from extract.deck import Deck
from veikart.core.blocks import Page

Recognise: TypeAlias = Callable[[Page, Deck], Claim | None]
"""Look at a page and claim what is known on it, None for nothing. Pure: the page and the deck are not changed."""

ENTRY_POINT = "veikart.recognisers"


def plugged_in() -> dict[str, Recognise]:
    """Load the recognisers that installed packages register under the entry point group."""
    return {point.name: point.load() for point in sorted(entry_points(group=ENTRY_POINT), key=lambda p: p.name)}
