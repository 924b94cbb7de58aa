"""A document, or a stretch of a very long one, as recognisers see it: pages, what they share, and the vocabulary."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from veikart.core.blocks import Page
from veikart.core.config import Config
from veikart.core.vocabulary import Vocabulary

_Found = TypeVar("_Found")


@dataclass(slots=True)
class Deck:
    """Up to WINDOW pages of a document with the context that one page borrows from another.

    `carried` goes from one stretch of a long document to the next: a table that continues, the heading it stands under.
    """

    path: str
    kind: str
    pages: list[Page]
    vocabulary: Vocabulary
    config: Config
    issuer: str = ""  # organisation code of the document's issuer, "" where not known
    carried: dict[str, Any] = field(default_factory=dict)
    shared: dict[str, Any] = field(
        default_factory=dict
    )  # cached findings per deck: furniture, legend, key of short forms

    def once(self, key: str, page: Page, find: "Callable[[Page, Deck], _Found]") -> _Found:
        """Return what `find` finds on a page, looked for once; the answer is shared and must not be changed."""
        known: dict[int, tuple[Page, _Found]] = self.shared.setdefault(key, {})
        entry = known.get(page.number)
        if entry is None or entry[0] is not page:
            entry = known[page.number] = (page, find(page, self))
        return entry[1]

    def neighbour(self, page: Page, step: int) -> Page | None:
        """Return the page `step` places before (negative) or after this one within the stretch."""
        numbers = {p.number: i for i, p in enumerate(self.pages)}
        index = numbers[page.number] + step
        return self.pages[index] if 0 <= index < len(self.pages) else None
