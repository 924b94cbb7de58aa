"""Tables whose cells the dump dissolved: a row a line, or a cell a line.

Rows are known by the role they begin with ("Overordnet behov …") or by the column headings above them.
"""

from dataclasses import dataclass, field
from itertools import islice

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.recognisers.flat.claims import on_page, say_owner, say_period
from extract.recognisers.flat.lines import is_period_line
from extract.recognisers.flat.pages import without_side
from extract.recognisers.flat.survey import Item, is_phrase, survey
from extract.recognisers.flat.told import MILD_KINDS
from veikart.core.blocks import Page
from veikart.core.periods import Period, find_periods, parse_period
from veikart.core.records import Field, Role, Status
from veikart.core.text import fold, mend
from veikart.core.vocabulary import Vocabulary

NAME = "flat-rows"
_CONFIDENCE = 0.93  # over descriptions, whose text ends where a table begins
_KEY = "flat.rows"

MIN_ROWS = 3
MIN_HEADS = 3
MAX_HEADS = 12
MAX_HEAD = 40  # characters of a column heading
MAX_ROLE_WORDS = 3
MAX_OWNER_WORDS = 5

_CHECKED = frozenset({"start", "end", "period", "status"})
"""Columns whose cells show that rows are read as rows, not as columns."""

_ROW_ROLES = frozenset({Role.NEED, Role.MEASURE})


@dataclass(slots=True)
class Row:
    """What one row tells; `source` holds the item of its title."""

    source: Item
    title: str
    role: Role = Role.MEASURE
    used: list[Item] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    status: Status | None = None
    status_text: str = ""


def dissolved_rows(page: Page, deck: Deck) -> Claim | None:
    """Take the rows of a table that the dump dissolved into lines; made once for a page."""
    made: dict[int, Claim | None] = deck.shared.setdefault(_KEY, {})
    if page.number not in made:
        made[page.number] = _read(page, deck)
    return made[page.number]


def _read(page: Page, deck: Deck) -> Claim | None:
    items = [i for i in survey(deck).pages.get(page.number, []) if not deck.vocabulary.is_furniture(i.text)]
    if not items or deck.vocabulary.page_kind(items[0].text) not in {"", *MILD_KINDS}:
        return None
    rows = _with_roles(items, deck.vocabulary) or _below_headings(items, deck.vocabulary)
    if len(rows) < MIN_ROWS:
        return None
    claim = Claim(NAME, _CONFIDENCE)
    need: Draft | None = None
    cells = {id(item) for row in rows for item in [*row.used, row.source]}
    above: list[Item] = []
    for row in rows:
        draft = claim.add(_draft(row, page.number))
        claim.use([b for item in row.used for b in item.blocks], Use.RECORD, "cell of a row")
        if row.role is Role.NEED:
            need = draft
        elif need is not None:
            draft.parent = need
        above = _above(row, items, cells, deck.vocabulary) or above
        _say_heading(claim, draft, above, deck.vocabulary)
    return on_page(claim, page.number)


def _draft(row: Row, page: int) -> Draft:
    draft = Draft(row.source.blocks, row.title, row.role, f"p{page}/rows")
    if row.periods:
        first, last = row.periods[0], row.periods[-1]
        whole = Period(first.start, last.end, " – ".join(dict.fromkeys(p.text for p in row.periods)))
        say_period(draft, whole, row.source, "table-cell", 0.9)
    for owner in row.owners:
        say_owner(draft, owner, row.source, "table-cell", 0.9)
    if row.status is not None:
        draft.say(Field.STATUS, row.status.value, row.source.first.block, "table-cell", original=row.status_text)
        draft.say(Field.STATUS_TEXT, row.status_text, row.source.first.block, "table-cell")
    return draft


def _with_roles(items: list[Item], vocabulary: Vocabulary) -> list[Row]:
    """Read rows that begin with their role: on one line, or in cells on lines of their own."""
    rows: list[Row] = []
    index = 0
    while index < len(items):
        columns = _columns(items, index, vocabulary)
        if columns:
            rows += columns
            index += sum(len(row.used) + 1 for row in columns)
            continue
        before = items[index - 1].text if index else ""
        alone = vocabulary.role(before) not in _ROW_ROLES or bool(vocabulary.header(before))
        row = _role_above(items[index : index + 3], vocabulary) if alone else None
        row = row or _role_on_line(items[index], vocabulary)
        rows += [row] if row else []
        index += max(len(row.used) + (row.source is not items[index]), 1) if row else 1
    return rows if {row.role for row in rows} == _ROW_ROLES else []


def _columns(items: list[Item], start: int, vocabulary: Vocabulary) -> list[Row]:
    """Read a table column by column: as many titles as roles, and as many periods again or none at all.

    Where the numbers differ, which belong together is lost: no rows.
    """
    roles: list[Role] = []
    for item in items[start:]:
        role = vocabulary.role(item.text)
        if role not in _ROW_ROLES or role is None or item.text.endswith(":"):
            break
        roles.append(role)
    count, middle, end = len(roles), start + len(roles), start + 2 * len(roles)
    titles = items[middle:end]
    if count < MIN_ROWS or len(titles) < count or not all(_is_title(item, vocabulary) for item in titles):
        return []
    dated = [item for item in items[end : end + count] if is_period_line(item.text)]
    after = items[end + len(dated)] if end + len(dated) < len(items) else None
    if len(dated) not in {0, count} or (after is not None and not after.first.gap and not dated):
        return []
    rows = [Row(t, t.raw, r, [i]) for t, r, i in zip(titles, roles, items[start:middle], strict=True)]
    for row, item in zip(rows, dated, strict=False):
        period = parse_period(item.text)
        row.periods = [period] if period else []
        row.used.append(item)
    return rows


def _role_above(cells: list[Item], vocabulary: Vocabulary) -> Row | None:
    """Read a role, a title below it and perhaps a period below that; a role of one word needs the period.

    "Behov:" above a paragraph is the label of a description, not a role.
    """
    role = vocabulary.role(cells[0].text)
    if role not in _ROW_ROLES or len(cells) < 2 or cells[0].text.endswith(":") or not _is_title(cells[1], vocabulary):
        return None
    row = Row(cells[1], cells[1].raw, role, [cells[0]])
    if len(cells) > 2 and is_period_line(cells[2].text):
        period = parse_period(cells[2].text)
        row.periods = [period] if period else []
        row.used.append(cells[2])
    return row if len(row.used) > 1 or len(cells[0].text.split()) > 1 else None


def _is_title(item: Item, vocabulary: Vocabulary) -> bool:
    told = vocabulary.role(item.text) is not None or bool(vocabulary.header(item.text))
    return is_phrase(item, vocabulary) and not item.marker and not told


def _role_on_line(item: Item, vocabulary: Vocabulary) -> Row | None:
    tokens = item.text.split()
    for cut in range(min(MAX_ROLE_WORDS, len(tokens) - 1), 0, -1):
        role = vocabulary.role(" ".join(tokens[:cut]))
        if role not in _ROW_ROLES:
            continue
        row = Row(item, "", role)
        row.title = _strip_period(" ".join(tokens[cut:]), row)
        return row if row.title and (row.periods or cut > 1) else None
    return None


def _below_headings(items: list[Item], vocabulary: Vocabulary) -> list[Row]:
    """Read rows below column headings, which stand on one line or each on a line of its own."""
    told = [vocabulary.header(item.text) if len(item.text) <= MAX_HEAD else "" for item in items]
    for index, item in enumerate(items):
        concepts = _headings_on_line(item.text, vocabulary)
        if len(concepts) >= MIN_HEADS and "measure" in concepts:
            return [row for row in (_row_on_line(i, vocabulary) for i in items[index + 1 :]) if row is not None]
        width = next((n for n, concept in enumerate(told[index : index + MAX_HEADS]) if not concept), 0)
        heads = set(told[index : index + width])
        if width >= MIN_HEADS and "measure" in heads and heads & _CHECKED:
            return _cells(items[index + width :], told[index : index + width], vocabulary)
    return []


def _headings_on_line(text: str, vocabulary: Vocabulary) -> list[str]:
    """Divide a line into column headings from the left, the longest first; [] where a word is left over."""
    tokens, found, at = text.split(), [], 0
    if len(text) > MAX_HEAD * MIN_HEADS:
        return []
    while at < len(tokens):
        sizes = range(min(4, len(tokens) - at), 0, -1)
        told = next(((n, c) for n in sizes if (c := vocabulary.header(" ".join(tokens[at : at + n])))), None)
        if told is None:
            return []
        found.append(told[1])
        at += told[0]
    return found


def _row_on_line(item: Item, vocabulary: Vocabulary) -> Row | None:
    """Strip status, periods and owner from the end of a line; what is left is the title."""
    row, text, before = Row(item, ""), item.text, ""
    while text != before:
        before = text
        text = _strip_period(text, row)
        text = _strip_words(text, row, vocabulary)
    row.title = text
    told = bool(row.periods) + bool(row.owners) + (row.status is not None)
    return row if told > 1 and fold(text) else None


def _strip_period(text: str, row: Row) -> str:
    found = find_periods(text)
    if not found or text[found[-1].end :].strip(" .)]"):
        return text
    row.periods.insert(0, found[-1].period)
    return text[: found[-1].start].rstrip(" ,;–-(")


def _strip_words(text: str, row: Row, vocabulary: Vocabulary) -> str:
    """Strip a status or an owner that the last words of a line are."""
    tokens = text.split()
    for size in range(min(MAX_OWNER_WORDS, len(tokens) - 1), 0, -1):
        tail, rest = " ".join(tokens[-size:]), " ".join(tokens[:-size])
        status = vocabulary.status(tail) if row.status is None else None
        if status is not None:
            row.status, row.status_text = status, tail
            return rest
        owners = vocabulary.split_organisations(tail) if not row.owners else []
        if owners:
            row.owners = owners
            return rest
    return text


def _cells(items: list[Item], concepts: list[str], vocabulary: Vocabulary) -> list[Row]:
    """Read rows of as many cells as there are headings, while each cell is what its heading says."""
    rows: list[Row] = []
    stream = iter(items)
    while chunk := list(islice(stream, len(concepts))):
        row = _row_of_cells(chunk, concepts, vocabulary)
        if row is None:
            break
        rows.append(row)
    return rows


def _row_of_cells(cells: list[Item], concepts: list[str], vocabulary: Vocabulary) -> Row | None:
    if len(cells) < len(concepts):
        return None
    title = cells[concepts.index("measure")]
    row = Row(title, title.raw, used=[cell for cell in cells if cell is not title])
    for cell, concept in zip(cells, concepts, strict=True):
        if concept in {"start", "end", "period"}:
            period = parse_period(cell.text)
            if period is None:
                return None
            row.periods.append(period)
        elif concept == "status":
            row.status, row.status_text = vocabulary.status(cell.text), cell.text
            if row.status is None:
                return None
        elif concept == "owner":
            row.owners = vocabulary.split_organisations(cell.text) or [mend(cell.raw)]
    return row if is_phrase(title, vocabulary) else None


def _above(row: Row, items: list[Item], cells: set[int], vocabulary: Vocabulary) -> list[Item]:
    """Return the column headings directly above a row with the line above them; [] where another row stands there."""
    first = row.used[0] if row.used and row.used[0].first.number < row.source.first.number else row.source
    at = next(i for i, item in enumerate(items) if item is first)
    top = at
    while top and id(items[top - 1]) not in cells and _is_heading(items[top - 1], vocabulary):
        top -= 1
    return items[max(top - 1, 0) : at] if top < at else []


def _say_heading(claim: Claim, draft: Draft, above: list[Item], vocabulary: Vocabulary) -> None:
    for item in above:
        if _is_heading(item, vocabulary):
            claim.use(item.blocks, Use.HEADING, "heading of a column")
        elif is_phrase(item, vocabulary) and not item.marker:
            block = item.first.block
            draft.say(Field.GROUP, without_side(item.text), block, "heading", original=item.text)
            claim.use(item.blocks, Use.GROUP, "heading of a table")


def _is_heading(item: Item, vocabulary: Vocabulary) -> bool:
    return bool(vocabulary.header(item.text)) or len(_headings_on_line(item.text, vocabulary)) > 1
