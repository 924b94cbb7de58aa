"""Tables whose rows are counted stages: "# | Content | Status", "Release | Planned date | Description"."""

import re

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.tables import Cell, Table, tables_of
from extract.recognisers.values import say_cell_period
from extract.recognisers.wording import is_number
from extract.recognisers.written.facts import say_status, say_told, status_of
from extract.recognisers.written.scope import standings
from extract.recognisers.written.signs import SIGN, sign_status, signs_of
from veikart.core.blocks import Page
from veikart.core.records import Role
from veikart.core.vocabulary import Vocabulary

NAME = "phase-tables"
_SURE = 0.8
_COUNTED = re.compile(r"[A-ZÆØÅ]{0,4}[-. ]?\d{1,3}(?:[.–-]\d{1,3})*[a-z]?|\d+\.\d+(?:\.\d+)*", re.IGNORECASE)
_COUNTS = frozenset({"number", "status", "group"})  # "Phase" heads columns of states and of numbers alike
_SHARE = 0.6
_LEAST = 2
_MOST_WORDS = 30


def phase_tables(page: Page, deck: Deck) -> Claim | None:
    """Claim the rows of a plan's tables whose first column counts them and whose content column names them."""
    claim = Claim(NAME, _SURE)
    place = {block.id: here for here in standings(page, deck) if here.in_plan for block in here.section.body}
    for table in tables_of(page, deck):
        here = place.get(table.cells[0].blocks[0].id) if table.cells and table.cells[0].blocks else None
        columns = _columns(table, deck.vocabulary)
        if here is None or columns is None:
            continue
        for row in range(1, table.row_count):
            cell = table.at(row, columns["description"])
            if cell is None or not cell.text or is_number(cell.text) or len(cell.text.split()) > _MOST_WORDS:
                continue
            title = "\n".join(block.text for block in cell.written)
            draft = claim.add(Draft(cell.written, title, Role.MEASURE, f"{cell.blocks[0].table}/rows"))
            _say_status(draft, _at(table, row, columns, "status"), page, deck)
            start, end, whole = (_at(table, row, columns, name) for name in ("start", "end", "period"))
            say_cell_period(draft, start, end, whole, claim)
            say_told(draft, here.period, here.status, here.group)
        claim.use([b for cell in table.row(0) for b in cell.blocks], Use.AXIS, "column heading")
    return claim if claim.drafts else None


def _say_status(draft: Draft, cell: Cell | None, page: Page, deck: Deck) -> None:
    """Add the status that a cell tells by words or by a sign in front of them."""
    if cell is None or not cell.text:
        return
    sign = sign_status(cell.text[:2], signs_of(page, deck))
    status = sign[1] if sign is not None else status_of(SIGN.sub("", cell.text).strip(), deck.vocabulary)
    say_status(draft, status, cell.text, cell.written[0], "table-cell")


def _columns(table: Table, vocabulary: Vocabulary) -> dict[str, int] | None:
    """Return the columns of such a table by what they hold; None for any other table."""
    heads = {cell.column: vocabulary.header(cell.text) for cell in table.row(0) if cell.text}
    if "measure" in heads.values() or "description" not in heads.values():
        return None
    counts = [column for column, concept in heads.items() if concept in _COUNTS and _is_counted(table, column)]
    columns = {concept: column for column, concept in reversed(heads.items()) if concept and column not in counts}
    told = {"status", "period", "start", "end"} & columns.keys()
    return columns if counts and told else None


def _is_counted(table: Table, column: int) -> bool:
    texts = [cell.text for cell in table.column(column, 1) if cell.text]
    counted = sum(_COUNTED.fullmatch(text.strip("*~ ")) is not None for text in texts)
    return len(texts) >= _LEAST and counted >= _SHARE * len(texts)


def _at(table: Table, row: int, columns: dict[str, int], name: str) -> Cell | None:
    return table.at(row, columns[name]) if name in columns else None
