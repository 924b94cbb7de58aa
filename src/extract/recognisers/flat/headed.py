"""Measures that are headings: below each stands who is responsible, when, and how far it has come.

"V1 Innkomstsamtale" over "Ansvarlig: … Frist: …", a project's name over its sheet of facts, a card of a web page. Such
headings come in rows; one alone may be a document's own title over who issued it.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.reading import title_block
from extract.layout.tables import Cell, Table, tables_of
from extract.recognisers.flat.fact_tables import facts_in_rows, opens_sheet
from extract.recognisers.flat.facts import CORE, Fact, core_of, say_facts
from extract.recognisers.flat.labelled import labelled_facts
from extract.recognisers.flat.numbered import counted_title, role_of
from extract.recognisers.flat.paragraphs import SLIDE, Paragraph, paragraphs
from extract.recognisers.tables.columns import columns_of
from extract.recognisers.tables.context import State, contexts
from extract.recognisers.tables.measure import read_measures
from extract.recognisers.wording import is_title
from veikart.core.blocks import Page
from veikart.core.periods import parse_axis
from veikart.core.records import Field, Role
from veikart.core.text import mend

NAME = "headed-measures"
_CONFIDENCE = 0.955  # over the tables of rows, whose rows below such a heading are its parts
_KEY = "headed"

LEAST = 2
"""Headings of one rank with facts below them."""
LEAST_FACTS = 2
"""Kinds of facts, of owner, period and status, that a heading needs; with one of them others tell it as well."""
SHARE = 0.5
"""Share of the facts of a table whose names must be known."""
MOST_BODY = 14
"""Paragraphs below a heading that are looked at."""
MOST_WORDS = 14
SAME_SIZE = 0.3
"""Points between letters of one size."""
ABOVE_TABLE = 98
"""Rank of a line right above a table in a text without layout."""
BOLD = 99
"""Rank of a bold line that is no larger than the text."""

_CODE = re.compile(r"^(?P<code>[A-ZÆØÅ]{1,3}[-. ]?\d{1,3}(?:\.\d{1,2})*|\d{1,2}(?:\.\d{1,2})+)[.:)]?\s+(?=\S)")


@dataclass(slots=True)
class Headed:
    """A heading with what stands below it."""

    heading: Paragraph
    rank: int
    body: list[Paragraph] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    cells: list[tuple[Cell, Cell]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)  # below it that list parts of it, perhaps
    above: Paragraph | None = None

    @property
    def looks(self) -> tuple[float, int]:
        """What headings of one kind share: the size of their letters, or the rank that a format gives them."""
        size = round(self.heading.blocks[0].size, 1)
        return (size, 0) if size else (0.0, self.rank)

    @property
    def tells_enough(self) -> bool:
        """Tell whether the facts are those of a measure."""
        core = len(core_of(self.facts))
        return core >= LEAST_FACTS or (core > 0 and len({f.concept for f in self.facts}) > LEAST_FACTS)


def headed_measures(page: Page, deck: Deck) -> Claim | None:
    """Take headings with facts of a measure below them as measures."""
    claim = Claim(NAME, _CONFIDENCE)
    for found in headed(deck):
        if found.heading.page == page.number:
            _add(claim, found, deck)
        for paragraph in found.body:
            if paragraph.page == page.number and not paragraph.breaks:
                claim.use(paragraph.blocks, Use.DESCRIPTION, "text below a measure's heading")
        for name, value in found.cells:
            if name.blocks[0].page == page.number:
                claim.use((*name.blocks, *value.blocks), Use.DESCRIPTION, "tells about the measure above")
        for table in found.tables:
            if table.page == page.number:
                _add_parts(claim, found, table, deck)
    return claim if claim.uses else None


def headed(deck: Deck) -> list[Headed]:
    """Return the headings of the deck that are measures, with what stands below them; looked for once."""
    found = deck.shared.get(_KEY)
    if not isinstance(found, list):
        found = deck.shared[_KEY] = _find(deck)
    return found


def _find(deck: Deck) -> list[Headed]:
    flow = paragraphs(deck)
    tables = {table.id: table for page in deck.pages for table in tables_of(page, deck)}
    slides = {page.number for page in deck.pages if page.aspect > SLIDE}
    found: list[Headed] = []
    above: list[Paragraph] = []
    ranks = [rank_of(paragraph) for paragraph in flow]
    for index, (heading, rank) in enumerate(zip(flow, ranks, strict=True)):
        if not rank:
            continue
        above = [p for p in above if _is_higher(p, heading)]
        one = Headed(heading, rank, above=above[-1] if above else None)
        above.append(heading)
        if not any(ranks[index + 1 : index + 2]) and can_be_measure(heading, deck):  # something stands below it
            _take_below(one, flow[index + 1 : index + 1 + MOST_BODY], tables, deck)
            one.facts += labelled_facts(one.body, deck.vocabulary, bare=heading.page not in slides)
            found += [one] if one.tells_enough else []
    alike = Counter(one.looks for one in found)
    return [one for one in found if alike[one.looks] >= LEAST]


def rank_of(paragraph: Paragraph) -> int:
    """Return the rank of a heading, 0 for other text; a bold line, or one right above a table, is of a low rank."""
    if paragraph.breaks or paragraph.marker:
        return ABOVE_TABLE if paragraph.breaks and paragraph.text else 0
    if paragraph.level:
        return 0 if paragraph.label and not paragraph.blocks[0].heading_path else paragraph.level
    bold = all(b.bold for b in paragraph.blocks) and not paragraph.label
    return BOLD if bold and len(paragraph.text.split()) <= MOST_WORDS and not paragraph.text.endswith((".", ":")) else 0


def _is_higher(above: Paragraph, below: Paragraph) -> bool:
    """Tell whether a heading is of a higher kind: larger, or as large with a higher rank."""
    first, second = above.blocks[0].size, below.blocks[0].size
    if first and second and abs(first - second) > SAME_SIZE:
        return first > second
    return rank_of(above) < rank_of(below)


def can_be_measure(heading: Paragraph, deck: Deck) -> bool:
    """Tell whether a heading is worded as a title, not as a sentence or as what other chapters are called."""
    text = title_of_heading(heading)
    return (
        not heading.is_document_title
        and len(text.split()) <= MOST_WORDS
        and not deck.vocabulary.page_kind(text)
        and not deck.vocabulary.label(text)  # "Nytte" over what it is
        and not text.endswith((".", "?", "!", ":"))
        and is_title(text, deck.vocabulary)
    )


def title_of_heading(heading: Paragraph) -> str:
    """Return a heading without its number or code: "V1 Innkomstsamtale", "Tiltak 1.2: Felles skjema"."""
    counted = counted_title(heading.text)
    return counted[1] if counted else _CODE.sub("", heading.text)


def _take_below(one: Headed, flow: list[Paragraph], tables: dict[str, Table], deck: Deck) -> None:
    """Take the text and the tables up to the next heading: those of facts, and others that may list parts."""
    for paragraph in flow:
        if rank_of(paragraph):
            break
        table = tables.get(paragraph.blocks[0].table) if paragraph.breaks else None
        if table is not None:
            pairs = _sheet(table, deck)
            one.tables += [] if pairs else [table]
            one.facts += [fact for fact, _, _ in pairs]
            one.cells += [(name, value) for _, name, value in pairs]
        elif not one.tables:
            one.body.append(paragraph)


def _sheet(table: Table, deck: Deck) -> list[tuple[Fact, Cell, Cell]]:
    """Return what a table tells whose cells are names and values in turn; [] for others, also of several measures."""
    pairs = facts_in_rows(table, deck.vocabulary)
    names = [cell for row in range(table.row_count) for cell in table.row(row)[::2] if cell.text]
    heads = [cell for cell in table.row(0) if cell.text]
    headed = len(heads) > 2 and all(deck.vocabulary.header(cell.text) for cell in heads)
    core = [fact.concept for fact, _, _ in pairs if fact.concept in CORE]
    several = len(set(core)) < len(core) or any(opens_sheet(cell.text, deck.vocabulary) for cell in names)
    if headed or several or len(pairs) < max(LEAST_FACTS, SHARE * len(names)):
        return []
    return pairs


def _add(claim: Claim, found: Headed, deck: Deck) -> None:
    heading = found.heading
    counted = counted_title(heading.text)
    role = role_of(counted[0]) if counted else Role.MEASURE
    draft = claim.add(Draft(heading.blocks, title_of_heading(heading), role, listing=NAME))
    axis = parse_axis(found.above.text.rstrip(" :")) if found.above is not None else None
    year = axis.period if axis is not None else None
    say_facts(draft, found.facts, deck.vocabulary, "table-cell" if found.cells else "run-in", year)
    _say_above(draft, found.above, deck, claim)
    told = [paragraph.text for paragraph in found.body]
    told += [f"{name.text.rstrip(' :')}: {value.text}" for name, value in found.cells]
    if told:
        block = found.body[0].blocks[0] if found.body else found.cells[0][1].written[0]
        draft.say(Field.DESCRIPTION, "\n".join(told), block, "below-title")


def _add_parts(claim: Claim, found: Headed, table: Table, deck: Deck) -> None:
    """Add the rows of a table of measures as parts of the measure whose heading it stands under."""
    for context in contexts(deck).get(table.page, []):
        columns = columns_of(context, deck.vocabulary) if context.table.id == table.id else None
        if columns is None:
            continue
        count = len(claim.drafts)
        read_measures(replace(context, state=State()), columns, deck, claim)
        whole = Draft(found.heading.blocks, title_of_heading(found.heading))
        for draft in claim.drafts[count:]:
            if draft.parent is None:
                draft.parent, draft.role = whole, Role.ACTIVITY


def _is_slide_title(heading: Paragraph, deck: Deck) -> bool:
    """Tell whether a heading is the title of a slide, which says no more of a measure than that it stands there."""
    page = next((page for page in deck.pages if page.number == heading.page), None)
    return page is not None and page.aspect > SLIDE and title_block(page, deck) is heading.blocks[0]


def _say_above(draft: Draft, above: Paragraph | None, deck: Deck, claim: Claim) -> None:
    """Add what the heading above says: a status ("Planlagt"), a period ("2026"), or else the group."""
    if above is None or above.is_document_title or _is_slide_title(above, deck):
        return
    text = mend(above.text).rstrip(" :")
    status, axis = deck.vocabulary.status(text), parse_axis(text)
    block = above.blocks[0]
    if status is not None and not draft.says(Field.STATUS):
        draft.say(Field.STATUS, status.value, block, "heading", original=text)
        draft.say(Field.STATUS_TEXT, text, block, "heading")
    elif axis is not None and axis.period is not None and not draft.says(Field.PERIOD_TEXT):
        draft.say(Field.PERIOD_START, axis.period.start_iso, block, "heading", original=text)
        draft.say(Field.PERIOD_END, axis.period.end_iso, block, "heading", original=text)
        draft.say(Field.PERIOD_TEXT, text, block, "heading")
    elif status is None and axis is None:
        draft.say(Field.GROUP, above.group_text, block, "heading")
    claim.use(block, Use.GROUP, "heading above measures")
