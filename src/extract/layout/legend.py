"""Legends: which colour stands for which status on a page, or on the pages of a deck."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.deck import Deck
from extract.layout.legend_entries import entries_of
from extract.layout.legend_entry import WHITE, Applies, Entry
from veikart.core.blocks import Block, Page
from veikart.core.colour import distance, family
from veikart.core.geometry import Box, surround
from veikart.core.problems import Code, Level, Problem, problem
from veikart.core.records import Status
from veikart.core.vocabulary import Vocabulary

NEAR = 22.0
"""CIE76 distance up to which a colour of the same family is an entry's colour."""
NEAR_GREY = 12.0
"""The same for greys, which differ in lightness alone."""
VERY_NEAR = 8.0
"""The same for colours of different families: a grey is not a pale blue."""
SAME_FAMILY = 55.0
"""The same where both have the name of one colour family that only one entry has."""

_SHOWN = 2
_FOREIGN = 1 / 3
"""Entries of a legend on another page that things must show, and the share of their colours that it may lack."""

_KEY, _GIVEN = "drawn.legends", "drawn.legends.given"
_PLAIN = frozenset({"black", "white", "grey", ""})


@dataclass(frozen=True, slots=True)
class Told:
    """What a legend says about a colour: status (None where its word is not known), its word, and how it was told."""

    status: Status | None = None
    text: str = ""
    method: str = ""
    owners: tuple[str, ...] = ()
    block: Block | None = None
    colour: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)

    def phrase(self, vocabulary: Vocabulary) -> str:
        """Return what told it, the colour named: "grønn = Under arbeid"; the word alone where no colour is known."""
        name = vocabulary.colour_name(family(self.colour)) or self.colour
        return f"{name} = {self.text}" if name else self.text


@dataclass(frozen=True, slots=True)
class Legend:
    """The entries that hold on a page; `own` tells that they stand on it."""

    entries: tuple[Entry, ...] = ()
    own: bool = True
    page: int = 0

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks of the legend on its own page."""
        return tuple(b for e in self.entries for b in e.blocks)

    @property
    def place(self) -> Box | None:
        """Where it stands on its own page."""
        return surround([place for b in self.blocks if (place := b.frame or b.box)])

    @property
    def tells_status(self) -> bool:
        """Tell whether any entry names a status."""
        return any(e.status for e in self.entries)

    @property
    def tells_owners(self) -> bool:
        """Tell whether at least two entries name organisations."""
        return sum(1 for e in self.entries if e.owners) > 1

    def status(self, fill: str = "", outline: str = "", text: str = "", mark: str = "", shape: str = "") -> Told:
        """Return what the legend says about something painted so; an empty answer where it says nothing.

        `mark` is the colour of a dot or icon beside the text. What a legend says of text counts for text alone.
        """
        tries = (
            (mark, {Applies.ANY, Applies.PATCH}, "legend-mark"),
            (text, {Applies.TEXT}, "legend-text-colour"),
            (outline, {Applies.OUTLINE}, "legend-outline"),
            (fill or (WHITE if outline else ""), {Applies.ANY, Applies.PATCH}, "legend-colour"),
            (outline, {Applies.ANY, Applies.PATCH}, "legend-outline"),
            (text, {Applies.ANY}, "legend-text-colour"),
        )
        for colour, kinds, method in tries:
            entries = [e for e in self.entries if e.applies in kinds]
            if not entries:
                continue
            paint = colour or ("#000000" if kinds == {Applies.TEXT} else "")
            found = _nearest(paint, entries, shape) if paint else None
            if found is not None:
                return Told(found.status, found.text, method, found.owners, found.blocks[-1], paint)
        return Told()

    def suits(self, told: Sequence[tuple[str, Told]]) -> bool:
        """Tell whether the legend can be meant for things, given each one's paint and what it says about that.

        One that stands on another page is where they show two of its entries, and hardly a colour that it lacks.
        """
        if self.own:
            return True
        shown = {answer.text for _, answer in told if answer}
        foreign = {family(paint) for paint, answer in told if not answer} - _PLAIN
        return len(shown) >= _SHOWN and len(foreign) < _FOREIGN * (len(shown) + len(foreign))

    def problems(self, page: int) -> list[Problem]:
        """Return a note for every word of a status legend that the vocabulary does not know."""
        if not self.own or not self.tells_status:
            return []
        unknown = [e for e in self.entries if e.status is None and not e.owners and e.applies is not Applies.NONE]
        return [problem(Code.LEGEND_UNKNOWN, Level.NOTE, page, e.blocks[0].id, text=e.text[:80]) for e in unknown]


def _nearest(colour: str, entries: list[Entry], shape: str) -> Entry | None:
    """Return the entry whose colour this is; two shades of one entry count as it, a shade between two as neither."""
    shaped = [e for e in entries if e.shape and e.shape == shape]
    pool = shaped or entries
    near = sorted(((e.distance(colour), i, e) for i, e in enumerate(pool)), key=lambda item: item[:2])
    near = [n for n in near if n[0] < float("inf")]
    name = family(colour)
    for away, _, entry in near:
        if away <= _limit(family(entry.colour), name):
            return entry
    alike = [(d, e) for d, _, e in near if family(e.colour) == name]
    if name in _PLAIN or len(alike) != 1 or alike[0][0] > SAME_FAMILY:
        return None
    return alike[0][1]


def _limit(entry: str, colour: str) -> float:
    if entry == colour and entry in _PLAIN:
        return NEAR_GREY
    return NEAR if entry in {colour, ""} else VERY_NEAR


def legend_of(page: Page, deck: Deck) -> Legend:
    """Return the legend of a page; where it has none, the nearest status legend of the deck."""
    own = _own_legend(page, deck)
    if own.entries:
        return own
    if _GIVEN not in deck.shared:
        deck.shared[_GIVEN] = [found for other in deck.pages if (found := _own_legend(other, deck)).tells_status]
    given: list[Legend] = deck.shared[_GIVEN]
    if not given:
        return own
    nearest = min(given, key=lambda g: (abs(g.page - page.number), g.page > page.number))
    return Legend(nearest.entries, own=False, page=nearest.page)


def _own_legend(page: Page, deck: Deck) -> Legend:
    return deck.once(_KEY, page, lambda page, deck: Legend(entries_of(page, deck), own=True, page=page.number))


def is_same_paint(a: str, b: str) -> bool:
    """Tell whether two paints are one colour to the eye; no paint is only like no paint."""
    if not a or not b or "?" in (a, b):
        return a == b
    return distance(a, b) <= NEAR / 2
