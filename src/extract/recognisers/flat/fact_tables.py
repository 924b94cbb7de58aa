"""Tables of two columns that tell about one measure at a time: "Tiltak 1.1 | name", "Ansvarlig | …", "Periode | …"."""

from dataclasses import dataclass, field

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.tables import Cell, Table, tables_of
from extract.recognisers.flat.facts import Fact, concept_of, say_facts
from extract.recognisers.flat.numbered import counted_word
from extract.recognisers.flat.pages import without_side
from veikart.core.blocks import Page
from veikart.core.records import Field, Role
from veikart.core.vocabulary import Vocabulary

NAME = "fact-tables"
_CONFIDENCE = 0.96  # over the tables of rows, which such a table is not

FACTS = frozenset(
    {"owner", "period", "start", "end", "status", "description", "problem", "need", "benefit", "goal", "solution"}
)
"""What a left cell can be the name of."""

MIN_FACTS = 1


@dataclass(slots=True)
class Sheet:
    """A measure's title cell and the named cells below it."""

    head: Cell
    title: Cell
    facts: list[tuple[str, Cell, Cell]] = field(default_factory=list)


def fact_tables(page: Page, deck: Deck) -> Claim | None:
    """Take measures from tables whose left column names what the right one tells."""
    claim = Claim(NAME, _CONFIDENCE)
    for table in tables_of(page, deck):
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
        if opens_sheet(left.text, vocabulary):
            if not right.text or vocabulary.header(right.text):
                return []
            sheets.append(Sheet(left, right))
        elif not sheets:
            return []
        elif right.text:
            sheets[-1].facts.append((concept_of(left.text, vocabulary), left, right))
    return [sheet for sheet in sheets if any(concept in FACTS for concept, _, _ in sheet.facts)] if sheets else []


def opens_sheet(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a cell's text names the cell beside it as a measure: "Tiltak", "Action 1.1"."""
    return counted_word(text) or vocabulary.header(text.rstrip(" :")) == "measure"


def _add(claim: Claim, sheet: Sheet, deck: Deck) -> None:
    title = sheet.title.written
    draft = claim.add(Draft(title, "\n".join(block.text for block in title), Role.MEASURE, listing=NAME))
    claim.use(sheet.head.blocks, Use.HEADING, "names the measure's cell")
    group = title[0].heading_path[-1] if title[0].heading_path else ""
    draft.say(Field.GROUP, without_side(group), title[0], "heading")
    told: list[str] = []
    facts = [Fact(concept, left.text, right.text, right.written[0]) for concept, left, right in sheet.facts]
    say_facts(draft, facts, deck.vocabulary, "table-cell")
    for _, left, right in sheet.facts:
        told.append(f"{left.text.rstrip(' :')}: {right.text}")
        claim.use((*left.blocks, *right.blocks), Use.DESCRIPTION, "tells about the measure above")
    draft.say(Field.DESCRIPTION, "\n".join(told), sheet.facts[0][2].written[0], "table-cell")


def facts_of(page: Page, deck: Deck) -> list[tuple[Fact, Cell, Cell]]:
    """Return what tables of two columns without a measure of their own tell, with the cells of name and value."""
    found: list[tuple[Fact, Cell, Cell]] = []
    for table in tables_of(page, deck):
        if table.column_count == 2 and not _sheets(table, deck.vocabulary):
            found += facts_in_rows(table, deck.vocabulary)
    return found


def facts_in_rows(table: Table, vocabulary: Vocabulary) -> list[tuple[Fact, Cell, Cell]]:
    """Return the names of known concepts in a table's cells, each with the cell at its right."""
    found: list[tuple[Fact, Cell, Cell]] = []
    for row in range(table.row_count):
        cells = table.row(row)
        for name, value in zip(cells[::2], cells[1::2], strict=False):
            concept = concept_of(name.text, vocabulary) if name.text and value.text else ""
            if concept:
                found.append((Fact(concept, name.text, value.text, value.written[0]), name, value))
    return found
