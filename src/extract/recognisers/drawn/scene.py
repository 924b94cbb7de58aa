"""A page sorted for reading a drawn plan: texts, areas and rules, without furniture, title and legend."""

import re
from dataclasses import dataclass, field, replace

from extract.claims import Claim, Use
from extract.deck import Deck
from extract.layout.axis import LEAST_SPREAD, Axis, find_axes, header_axis
from extract.layout.captions import is_captioned
from extract.layout.cards import is_name, own_lines
from extract.layout.furniture import furniture
from extract.layout.labels import labelled
from extract.layout.legend import Legend, is_same_paint, legend_of
from extract.layout.meanings import NOTHING, Meaning, meaning_of
from extract.layout.panels import can_be_panel
from extract.layout.reading import page_owner, page_title, title_block
from extract.layout.signs import signs_of
from extract.layout.thing import Thing
from extract.layout.things import things_of
from extract.recognisers.drawn.days import day_told
from extract.recognisers.drawn.redrawn import redrawn
from extract.recognisers.tables.signs import explained_signs
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.calendar_words import Token, days_of
from veikart.core.geometry import Box, same_row, surround
from veikart.core.periods import Period, find_periods, parse_axis
from veikart.core.text import mend

MOST_TEXTS = 600
"""Texts on a page from which it is no drawn plan."""
_KEY, _TURNED, _AXES = "drawn.scenes", "drawn.turned", "drawn.axes"
_YEAR = re.compile(r"\b20[1-4]\d\b")
_OF_WHOM = re.compile(r"\b(?:i|hos|for|ved|fra|frå|til|in|of|by|from)\s+(?P<owner>[A-ZÆØÅ][\w.-]*(?:\s+\S+){0,4})$")


@dataclass(frozen=True, slots=True)
class Scene:
    """What a recogniser of drawn plans looks at. `turned` tells that across and down are exchanged."""

    page: Page
    deck: Deck
    texts: tuple[Thing, ...]
    areas: tuple[Thing, ...]
    lines: tuple[Thing, ...]
    cells: tuple[Thing, ...]
    legend: Legend
    title: str = ""
    title_blocks: tuple[Block, ...] = ()
    owners: tuple[str, ...] = ()
    owner_block: Block | None = None
    years: tuple[int, ...] = ()
    across: bool = False  # labels enough for a time axis lie spread across the page
    down: bool = False  # … and down it
    turned: bool = False
    signs: dict[str, Meaning] = field(default_factory=dict)  # letters and glyphs that the page explains
    letters: dict[str, Meaning] = field(default_factory=dict)  # on chips, that another page of the deck explains
    sign_blocks: tuple[Block, ...] = ()
    furniture: frozenset[str] = field(default_factory=frozenset)

    @property
    def crowded(self) -> bool:
        """Tell whether the page has more texts than a drawn plan can have: a map, a figure, a spreadsheet."""
        return len(self.texts) > MOST_TEXTS

    @property
    def aspect(self) -> float:
        """Width over height as the things lie."""
        return 1 / self.page.aspect if self.turned else self.page.aspect

    def turn(self) -> "Scene":
        """Return the scene with across and down exchanged; made once for a page."""
        cache: dict[int, tuple[Scene, Scene]] = self.deck.shared.setdefault(_TURNED, {})
        known = cache.get(self.page.number)
        if known is None or known[0] is not self:
            known = cache[self.page.number] = (self, self._turn())
        return known[1]

    def over(self, texts: "tuple[Thing, ...]") -> "Scene":
        """Return the scene with these texts: those of a table as well, where it is the paper of a plan."""
        return replace(self, texts=texts)

    def axes(self, *, themed: bool = False) -> list[Axis]:
        """Return the time axes of the things as they lie; looked for once."""
        cache: dict[tuple[int, bool], tuple[tuple[Thing, ...], list[Axis]]] = self.deck.shared.setdefault(_AXES, {})
        known = cache.get((id(self.texts), themed))
        if known is None or known[0] is not self.texts:
            found = find_axes(self.texts, (*self.lines, *self.areas), self.years, themed=themed)
            found = [self._with_stated(axis) for axis in found]
            found = [] if found and self._with_captions(len(found)) else found
            known = cache[id(self.texts), themed] = (self.texts, found)
        return list(known[1])

    def _with_stated(self, axis: Axis) -> Axis:
        """Return an axis with the headings set as its labels beside it that tell a status: "Pågår nå | Start 2027"."""
        first, vocabulary = axis.labels[0], self.deck.vocabulary
        alike = [t for t in self.texts if t.boxed and t.shape == first.shape and is_same_paint(t.fill, first.fill)]
        outside = [t for t in alike if t not in axis.labels and same_row(t.place, first.place)]
        dated = first.boxed and any(column.meaning.period for column in axis.columns)  # else it is a board
        stated = [(t, vocabulary.key_status(t.text)) for t in outside] if dated else []
        row = [(column.label, column.meaning) for column in axis.columns]
        row += [(t, Meaning(status=status, text=mend(t.text))) for t, status in stated if status is not None]
        if len(row) == len(axis.columns):
            return axis
        row.sort(key=lambda pair: pair[0].place.x0)
        return header_axis(row, self.lines, self.texts, axis.kind) or axis

    @property
    def captioned(self) -> bool:
        """Tell whether the dates on the page are captions of one name each, and so no axis."""
        listed = [t for t in self.texts if t.has_text and not t.blocks[0].marker]  # a date over a list is its heading
        names = [t for t in listed if is_name(t.text, self.deck.vocabulary) and not self.dated(t)]
        names = [t for t in names if not own_lines(t.blocks)]
        return is_captioned(self.texts, names, self.dated, self.grounds)

    def _with_captions(self, axes: int) -> bool:
        """Tell whether what may be so many axes are captions.

        Dates on several panels, or in several columns, are looked at as they lie: a row of a list holds name and date.
        """
        upright = self.turned and (axes > 1 or self._on_panels())
        return self.captioned or (upright and self._turn().captioned)

    def _on_panels(self) -> bool:
        """Tell whether all dates stand on panels, not all on one."""
        grounds, dates = self.grounds, [t.place.middle for t in self.texts if self.dated(t).period]
        homes = [next((i for i, ground in enumerate(grounds) if ground.holds(*middle)), -1) for middle in dates]
        return len(set(homes)) > 1 and -1 not in homes

    @property
    def grounds(self) -> list[Box]:
        """The places of shapes that may be panels: painted without text, or holding several texts apart."""
        shapes = [*(t.place for t in self.areas), *(t.frame for t in self.texts if t.split)]
        return [place for place in dict.fromkeys(shapes) if can_be_panel(place)]

    @property
    def ways(self) -> "tuple[Scene, ...]":
        """The scene as it lies, the turned one, both or neither: as far as labels enough for a time axis lie so."""
        return (*((self,) if self.across else ()), *((self.turn(),) if self.down else ()))

    def meaning(self, thing: Thing) -> Meaning:
        """Return what a text says when it names no measure; signs that the page explains count."""
        if len(thing.blocks) > 1 and any(block.marker for block in thing.blocks[1:]):
            return NOTHING  # a name with a list below it
        text = mend(thing.text)
        told = self.signs.get(text) or meaning_of(thing.text, self.deck.vocabulary)
        return told or (self.letters.get(text, NOTHING) if thing.boxed else NOTHING)

    @property
    def one_year(self) -> bool:
        """Tell whether the page's title names one year."""
        return len(set(self.years)) == 1

    def dated(self, thing: Thing) -> Meaning:
        """Return what a text says; a day, month, quarter or half alone is of the year that the page's title names."""
        return self.meaning(thing) or (self.dated_text(thing.text) if self.one_year else NOTHING)

    def dated_text(self, text: str) -> Meaning:
        """Return the part of the title's year that a text is."""
        printed = mend(text)
        label = parse_axis(printed)
        days = days_of(Token(*label.part, self.years[0], 0, 0)) if label is not None and label.part else None
        if days:
            return Meaning(period=Period(*days, printed), text=printed)
        return day_told(printed, self.years[0]) or NOTHING

    def _turn(self) -> "Scene":
        return replace(
            self,
            texts=tuple(t.turned() for t in self.texts),
            areas=tuple(t.turned() for t in self.areas),
            lines=tuple(t.turned() for t in self.lines),
            cells=tuple(t.turned() for t in self.cells),
            turned=not self.turned,
        )

    def claim(self, name: str, confidence: float) -> Claim:
        """Return a claim in which legend, title and furniture are already noted."""
        claim = Claim(name, confidence)
        claim.use(list(self.title_blocks), Use.HEADING, "title of the page")
        if self.legend.own:
            claim.use(list(self.legend.blocks), Use.LEGEND, "legend")
        claim.use(list(self.sign_blocks), Use.LEGEND, "key of signs")
        return claim


def scene_of(page: Page, deck: Deck) -> Scene:
    """Return the things of a page, sorted; made once for a page."""
    return deck.once(_KEY, page, _sort)


def _sort(page: Page, deck: Deck) -> Scene:
    apart = furniture(deck)
    legend = legend_of(page, deck)
    in_legend = {b.id for b in legend.blocks} if legend.own else set()
    title = title_block(page, deck)
    if title is not None and _is_one_of_a_row(title, page):
        title = None
    heading = (title,) if title is not None else ()
    known = apart | in_legend | {b.id for b in heading}
    things = [t for t in things_of(page, deck) if not any(b.id in known for b in t.blocks)]
    signs, keys = signs_of([t for t in things if t.has_text and t.kind is not BlockKind.CELL], deck.vocabulary)
    key_ids = {t.id for t in keys}
    things = redrawn([t for t in things if t.id not in key_ids], deck.vocabulary, signs)
    text = page_title(page, deck) if title is not None else ""
    owners, owner_block = page_owner(page, deck) if title is not None else ([], None)
    if not owners and (found := _owner_at_end(text, deck)):
        owners, owner_block = [found], title
    labels = surround([t.place for t in labelled(things)])
    return Scene(
        page=page,
        deck=deck,
        texts=tuple(t for t in things if t.has_text and t.kind is not BlockKind.CELL),
        areas=tuple(t for t in things if t.is_area and not t.blocks[0].table),
        lines=tuple(t for t in things if t.is_line),
        cells=tuple(t for t in things if t.kind is BlockKind.CELL),
        legend=legend,
        title=text,
        title_blocks=heading,
        owners=tuple(owners),
        owner_block=owner_block,
        years=_years(text),
        across=labels is not None and labels.width >= LEAST_SPREAD,
        down=labels is not None and labels.height >= LEAST_SPREAD,
        signs=signs,
        letters=_letters(things, deck),
        sign_blocks=tuple(b for t in keys for b in t.blocks),
        furniture=apart,
    )


def _letters(things: list[Thing], deck: Deck) -> dict[str, Meaning]:
    """Return what pages of the deck say that the letters on chips mean, where they do so for most of these."""
    chips = {text for t in things if t.has_text and t.boxed and len(text := mend(t.text)) == 1 and text.isalpha()}
    known = explained_signs(deck) if chips else {}
    told = {letter: known[letter] for letter in chips & known.keys()}
    if 2 * len(told) <= len(chips):
        return {}
    return {sign: Meaning(status=status, text=f"{sign} = {word}") for sign, (status, word) in told.items()}


def _is_one_of_a_row(title: Block, page: Page) -> bool:
    """Tell whether what looks like the title is the first heading of a row of columns, set like the others."""
    if title.kind is BlockKind.TITLE or title.box is None:
        return False
    look = (title.size, title.bold)
    row = [b for b in page.blocks if b is not title and b.box and (b.size, b.bold) == look and b.text.strip()]
    return any(b.box is not None and b.box.overlap_y(title.box) > 0.5 * title.box.height for b in row)


def _owner_at_end(title: str, deck: Deck) -> str:
    """Return the organisation that a heading ends with after a preposition: "Tiltak i Helse Eksempel"."""
    match = _OF_WHOM.search(title)
    return deck.vocabulary.organisation(match["owner"]) if match else ""


def _years(text: str) -> tuple[int, ...]:
    found = [f.period for f in find_periods(text) if f.kind not in {"date", "deadline", "open"}]
    years = [p.start.year for p in found if p.start] + [p.end.year for p in found if p.end]
    years = years or [int(year) for year in _YEAR.findall(text)]  # "per kvartal 2027" is no period of its own
    return (min(years), max(years)) if years else ()
