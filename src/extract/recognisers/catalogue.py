"""Which recognisers look at which page, in one place."""

from functools import lru_cache

from extract.deck import Deck
from extract.registry import Recognise, plugged_in
from veikart.core.blocks import Page


def recognisers_for(page: Page, deck: Deck) -> list[tuple[str, Recognise]]:
    """Return the recognisers for a page by name, without those that the configuration leaves out."""
    if page.laid_out:
        names = _laid_out()
    elif deck.kind == "text":
        names = _flat()
    else:
        names = _flowing()
    chosen = [*names, *(plugged_in().items() if deck.config.extract.plugins else ())]
    left_out = set(deck.config.extract.recognisers)
    return [(name, recognise) for name, recognise in chosen if name not in left_out]


@lru_cache(maxsize=1)
def _laid_out() -> tuple[tuple[str, Recognise], ...]:
    return (*_part("extract.recognisers.drawn", "DRAWN"), *_part("extract.recognisers.listed", "LISTED"), *_flowing())


@lru_cache(maxsize=1)
def _flat() -> tuple[tuple[str, Recognise], ...]:
    return _part("extract.recognisers.flat", "FLAT")


@lru_cache(maxsize=1)
def _flowing() -> tuple[tuple[str, Recognise], ...]:
    return _part("extract.recognisers.flat", "FLOW")


def _part(module: str, name: str) -> tuple[tuple[str, Recognise], ...]:
    # Until every package has landed: a missing one gives nothing.
    from importlib import import_module

    try:
        return tuple(getattr(import_module(module), name))
    except (ModuleNotFoundError, AttributeError):
        return ()
