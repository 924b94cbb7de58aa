"""Which recognisers look at which page, in one place."""

from functools import lru_cache

from extract.deck import Deck
from extract.registry import Recognise, plugged_in
from veikart.core.blocks import Page

Named = tuple[tuple[str, Recognise], ...]

_KEY = "recognisers"


def recognisers_for(page: Page, deck: Deck) -> list[tuple[str, Recognise]]:
    """Return the recognisers for a page by name, without those that the configuration leaves out."""
    cache: dict[bool, list[tuple[str, Recognise]]] = deck.shared.setdefault(_KEY, {})
    if page.laid_out not in cache:
        cache[page.laid_out] = _chosen(page, deck)
    return cache[page.laid_out]


def _chosen(page: Page, deck: Deck) -> list[tuple[str, Recognise]]:
    if page.laid_out:
        built_in = _laid_out()
    elif deck.kind == "text":
        built_in = _flat()
    elif deck.kind == "markdown":
        built_in = _written()
    else:
        built_in = _flowing()
    chosen = [*built_in, *(plugged_in().items() if deck.config.extract.plugins else ())]
    left_out = set(deck.config.extract.recognisers)
    return [(name, recognise) for name, recognise in chosen if name not in left_out]


# Each part is loaded by the first page that needs it: a project of text files pays for no drawn plans.


@lru_cache(maxsize=1)
def _laid_out() -> Named:
    from extract.recognisers.drawn import DRAWN
    from extract.recognisers.listed import LISTED

    return (*DRAWN, *LISTED, *_flowing())


@lru_cache(maxsize=1)
def _flat() -> Named:
    from extract.recognisers.flat import FLAT

    return tuple(FLAT)


@lru_cache(maxsize=1)
def _written() -> Named:
    from extract.recognisers.flat import DESCRIBED
    from extract.recognisers.written import WRITTEN

    return (*WRITTEN, *DESCRIBED)


@lru_cache(maxsize=1)
def _flowing() -> Named:
    from extract.recognisers.flat import FLOW

    return tuple(FLOW)
