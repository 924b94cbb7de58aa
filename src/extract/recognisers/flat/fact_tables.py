"""Tables of two columns that tell about one measure at a time: "Tiltak 1.1 | name", "Ansvarlig | …", "Periode | …"."""

from dataclasses import dataclass, field

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.tables import Cell, Table, tables_of
from extract.recognisers.flat.lexicon import lexicon
from extract.recognisers.flat.numbered import counted_word
from extract.recognisers.flat.pages import without_side
from veikart.core.blocks import Block, Page
from veikart.core.periods import find_periods, parse_period
from veikart.core.records import Field, Role
from veikart.core.vocabulary import Vocabulary

NAME = "fact-tables"
_CONFIDENCE = 0.96  # over the tables of rows, which such a table is not

FACTS = frozenset(
    {"owner", "period", "start", "end", "status", "description", "problem", "need", "benefit", "goal", "solution"}
)
"""What a left cell can be the name of."""

MIN_FACTS = 1
MAX_OWNER = 60  # characters of an organisation outside the vocabulary


@dataclass(slots=True)
class Sheet:
    """A measure's title cell and the named cells below it."""

    head: Cell
    title: Cell
    facts: list[tuple[str, Cell, Cell]] = field(default_factory=list)


def fact_tables(page: Page, deck: Deck) -> Claim | None:
    """Take measures from tables whose left column names what the right one tells."""
    claim = Claim(NAME, _CONFIDENCE)
    for table in tables_of(page):
        sheets = _sheets(table, deck.vocabulary)
        if not sheets or any(len(sheet.facts) < MIN_FACTS for sheet in sheets):
            continue
        for sheet in sheets:
            _add(claim, sheet, deck)
    return claim if claim.drafts else None


def _sheets(table: Table, vocabulary: Vocabulary) -> list[Sheet]:
    """Part a table of two columns at the cells that open a measure; [] where a row is something else."""
    if table.column_count != 2:
        return []
    sheets: list[Sheet] = []
    for row in range(table.row_count):
        left, right = table.at(row, 0), table.at(row, 1)
        if left is None or right is None or left is right or not left.text:
            continue
        if _opens(left.text, vocabulary):
            if not right.text or vocabulary.header(right.text):
                return []
            sheets.append(Sheet(left, right))
        elif not sheets:
            return []
        elif right.text:
            sheets[-1].facts.append((_concept(left.text, vocabulary), left, right))
    return [sheet for sheet in sheets if any(concept in FACTS for concept, _, _ in sheet.facts)] if sheets else []


def _opens(text: str, vocabulary: Vocabulary) -> bool:
    return counted_word(text) or vocabulary.header(text.rstrip(" :")) == "measure"


def _concept(text: str, vocabulary: Vocabulary) -> str:
    name = text.rstrip(" :")
    return vocabulary.header(name) or vocabulary.label(name)


def _add(claim: Claim, sheet: Sheet, deck: Deck) -> None:
    title = sheet.title.written
    draft = claim.add(Draft(title, "\n".join(block.text for block in title), Role.MEASURE, listing=NAME))
    claim.use(sheet.head.blocks, Use.HEADING, "names the measure's cell")
    group = title[0].heading_path[-1] if title[0].heading_path else ""
    draft.say(Field.GROUP, without_side(group), title[0], "heading")
    told: list[str] = []
    for concept, left, right in sheet.facts:
        say_fact(draft, concept, left, right, deck)
        told.append(f"{left.text.rstrip(' :')}: {right.text}")
        claim.use((*left.blocks, *right.blocks), Use.DESCRIPTION, "tells about the measure above")
    draft.say(Field.DESCRIPTION, "\n".join(told), sheet.facts[0][2].written[0], "table-cell")


def facts_of(page: Page, deck: Deck) -> list[tuple[str, Cell, Cell]]:
    """Return what tables of two columns without a measure of their own tell: concept, name and value."""
    found: list[tuple[str, Cell, Cell]] = []
    for table in tables_of(page):
        if table.column_count != 2 or _sheets(table, deck.vocabulary):
            continue
        for row in range(table.row_count):
            left, right = table.at(row, 0), table.at(row, 1)
            concept = _concept(left.text, deck.vocabulary) if left is not None and left.text else ""
            if left is not None and right is not None and left is not right and concept and right.text:
                found.append((concept, left, right))
    return found


def say_fact(draft: Draft, concept: str, name: Cell, cell: Cell, deck: Deck) -> None:
    """Take what one named cell tells; a person is no owner."""
    block, text = cell.written[0], cell.text
    if concept == "owner" and not draft.says(Field.OWNERS):
        codes = deck.vocabulary.split_organisations(text) or deck.vocabulary.organisations_in(text)
        person = any(part in name.text.casefold() for part in lexicon().words("people", "parts"))
        for owner in codes or ([text] if len(text) <= MAX_OWNER and not person else []):
            draft.say(Field.OWNERS, owner, block, "table-cell", original=text)
    elif concept in {"period", "start", "end"}:
        _say_period(draft, concept, text, block)
    elif concept == "status" and not draft.says(Field.STATUS):
        whole, part = deck.vocabulary.status(text), deck.vocabulary.status_in(text)
        status = whole or (part[0] if part else None)
        if status is not None:
            draft.say(Field.STATUS, status.value, block, "table-cell", original=text)
            draft.say(Field.STATUS_TEXT, text, block, "table-cell")


def _say_period(draft: Draft, concept: str, text: str, block: Block) -> None:
    hits = find_periods(text)
    period = parse_period(text) or (hits[0].period if len(hits) == 1 else None)
    if period is None:
        return
    if concept != "end" and not draft.says(Field.PERIOD_START):
        draft.say(Field.PERIOD_START, period.start_iso, block, "table-cell", original=text)
    if concept != "start" and not draft.says(Field.PERIOD_END):
        draft.say(Field.PERIOD_END, period.end_iso, block, "table-cell", original=text)
    if not draft.says(Field.PERIOD_TEXT):
        draft.say(Field.PERIOD_TEXT, text, block, "table-cell")
