"""What a table's columns are about: read from its header rows, and where these are silent from the cells below."""

import re
from dataclasses import dataclass, field, replace

from extract.layout.counted_columns import week_labels
from extract.layout.tables import Cell, Table
from veikart.core.calendar_words import Token, days_of
from veikart.core.counted import counted_label, heading_label
from veikart.core.periods import AxisLabel, Period, find_periods, parse_axis, parse_period
from veikart.core.records import Status
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_MAX_HEADER_ROWS = 4
_HEADING_LENGTH = 60  # characters of a column heading at most
_INITIALS = "JFMAMJJASOND"
_PHASE = re.compile(r"(?P<name>[^()\d]*[^\W\d_][^()]*?)\s*\((?P<when>[^()]+)\)")
_PHASE_WORDS = 2
_LEAST_TURNED = 3  # rows and columns of a table whose headings stand in its first column
_LEAST_COUNTED = 2
_PAIR = 2
_EFFORT = re.compile(r"\d+(?:[.,/½]\d+)?\s*(?:t|h|d|sp|timer|timar|hours)?", re.IGNORECASE)
_TITLED = frozenset({"measure", "need", "need_or_measure"})


@dataclass(frozen=True, slots=True)
class Head:
    """What the heading of a column or row says about the cells it stands over or beside."""

    text: str = ""
    concept: str = ""  # of Vocabulary.header
    period: Period | None = None
    later: bool = False  # "Lenger sikt": a period that is not told
    counted: bool = False  # a week, a stage or a part of a year that no year is told of
    status: Status | None = None
    owners: tuple[str, ...] = ()
    cell: Cell | None = None

    @property
    def is_axis(self) -> bool:
        """Tell whether it names a period."""
        return self.period is not None or self.later or self.counted

    @property
    def is_typed(self) -> bool:
        """Tell whether it gives its cells a period, an owner or a status."""
        return self.is_axis or bool(self.owners) or self.status is not None


@dataclass(frozen=True, slots=True)
class Header:
    """The header rows of a table: how many there are, and one head for each column."""

    rows: int
    heads: tuple[Head, ...]
    cells: tuple[Cell, ...] = field(default=())

    def columns(self, concept: str) -> list[int]:
        """Return the columns with this concept."""
        return [i for i, head in enumerate(self.heads) if head.concept == concept]

    def first(self, *concepts: str) -> int | None:
        """Return the first column with one of the concepts, earlier concepts preferred."""
        return next((column for concept in concepts for column in self.columns(concept)), None)

    @property
    def axis(self) -> list[int]:
        """The columns that name periods."""
        return [i for i, head in enumerate(self.heads) if head.is_axis]

    @property
    def texts(self) -> tuple[str, ...]:
        """The headings as printed."""
        return tuple(head.text for head in self.heads)


def read_head(cell: Cell | None, vocabulary: Vocabulary, year: Period | None = None) -> Head:
    """Return what a heading cell says; `year` completes a quarter or half that stands under it."""
    text = cell.text if cell is not None else ""
    if not text or len(text) > _HEADING_LENGTH:
        return Head(text, cell=cell)
    label = heading_label(text)
    if label is not None:
        period = label.period or _completed(label, year)
        if period is not None or label.later:
            status = _status_beside(text, vocabulary)
            return Head(text, period=period, later=label.later, status=status, cell=cell)
    owners = organisations(text, vocabulary)
    if owners:
        return Head(text, owners=tuple(owners), cell=cell)
    named = _named_period(text, vocabulary)
    if named is not None:
        return Head(text, period=named, cell=cell)
    concept = vocabulary.header(text) or vocabulary.header(_CLAUSE.sub("", text))
    if (status := _status_beside(text, vocabulary)) is not None:
        return Head(text, period=find_periods(text)[0].period, status=status, cell=cell)
    status = None if concept else vocabulary.status(text)
    return Head(text, concept=concept, status=status, cell=cell)


def organisations(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the organisations when the text names nothing else: codes, or the printed name outside the vocabulary."""
    codes = vocabulary.split_organisations(text)
    if codes:
        return codes
    code = vocabulary.organisation(text)
    if code:
        return [code]
    if len(text) <= _HEADING_LENGTH and vocabulary.looks_like_organisation(text):
        return [mend(text)]
    return []


def _named_period(text: str, vocabulary: Vocabulary) -> Period | None:
    """Return the period of a heading such as "Tiltak 2026": measures of that period."""
    found = find_periods(text)
    if len(found) != 1 or found[0].kind in {"date", "deadline", "week"}:
        return None
    rest = (text[: found[0].start] + " " + text[found[0].end :]).strip(" :–-()i")
    known = vocabulary.header(rest) in {"measure", "need", "need_or_measure"}
    return found[0].period if known or _is_phase(text) else None


_CLAUSE = re.compile(r"\s+(?:som|that|which|der)\s.*$", re.IGNORECASE)  # "Lokale tiltak som går inn"
_NO_STATUS = frozenset({"plan", "drift"})  # "Plan 2025" beside "Plan 2026", "Drift 2025" over amounts


def _status_beside(text: str, vocabulary: Vocabulary) -> Status | None:
    """Return the status that stands beside the only period of a heading: "Pågår 2026", "Planlagt 2027"."""
    found = find_periods(text)
    if len(found) != 1:
        return None
    rest = mend(text[: found[0].start] + " " + text[found[0].end :]).strip(" :–-()")
    return vocabulary.status(rest) if rest and rest.casefold() not in _NO_STATUS else None


def _is_phase(text: str) -> bool:
    """Tell whether a heading is a word or two with a period in parentheses: "Etablere (2025)"."""
    match = _PHASE.fullmatch(mend(text))
    return match is not None and len(match["name"].split()) <= _PHASE_WORDS and parse_period(match["when"]) is not None


def _completed(label: AxisLabel, year: Period | None) -> Period | None:
    """Return the period of a part of a year, the year known from the level above."""
    if label.part is None or year is None or year.start is None:
        return None
    kind, number = label.part
    if kind == "week":
        return parse_period(f"{label.text} {year.start.year}")
    days = days_of(Token(kind, number, year.start.year, 0, 0))
    return Period(*days, f"{label.text} {year.start.year}") if days else None


def read_header(table: Table, vocabulary: Vocabulary, year: Period | None = None) -> Header:
    """Return the header of a table; one without rows where nothing in it looks like column headings."""
    first = _title_rows(table)
    rows = 0
    for row in range(first, min(first + _MAX_HEADER_ROWS, table.row_count - 1)):
        below = rows > 0 and _is_part_of_header(table, row)
        if not below and not _is_heading_row(table, row, vocabulary, year, lower=rows > 0):
            break
        rows = row - first + 1
    if rows == 0:
        return Header(0, tuple(Head() for _ in range(table.column_count)))
    heads = tuple(
        _column_head(table, column, first, first + rows, vocabulary, year) for column in range(table.column_count)
    )
    heads = _by_weeks(table, first + rows - 1, _by_initials(table, first + rows - 1, heads, year), year)
    heads = _counted(_efforts(table, first + rows, heads, vocabulary))
    cells = [cell for row in range(first + rows) for cell in table.row(row)]
    return Header(first + rows, _as_board(heads, vocabulary), tuple(cells))


def _is_part_of_header(table: Table, row: int) -> bool:
    """Tell whether a row only parts the wide headings above it: all other headings of that row reach into it."""
    above = [cell for cell in table.row(row - 1) if cell.row == row - 1]
    wide = [cell for cell in above if cell.column_span > 1 and cell.row_span == 1]
    others = [cell for cell in above if cell not in wide]
    inside = {column for cell in wide for column in cell.columns}
    own = [cell for cell in table.row(row) if cell.row == row and cell.text]
    return bool(wide and others and own) and all(c.row_span > 1 for c in others) and {c.column for c in own} <= inside


def _initials(table: Table, row: int) -> list[Cell]:
    """Return the twelve cells of a row with a month's letter each; [] where there are none. Others may stand beside."""
    cells = [cell for cell in table.row(row) if cell.row == row and len(cell.text) == 1]
    return cells if "".join(cell.text.upper() for cell in cells) == _INITIALS else []


def _by_initials(table: Table, row: int, heads: tuple[Head, ...], year: Period | None) -> tuple[Head, ...]:
    """Return the heads with the months that twelve single letters under a year stand for: J F M A M J J A S O N D."""
    made = list(heads)
    for number, cell in enumerate(_initials(table, row), start=1):
        above = table.at(row - 1, cell.column) if row else None
        over = parse_period(above.text) if above is not None and above is not cell else None
        period = _completed(AxisLabel(cell.text, None, ("month", number), later=False), over or year)
        if period is not None:
            made[cell.column] = Head(cell.text, period=period, cell=cell)
    return tuple(made)


def _by_weeks(table: Table, row: int, heads: tuple[Head, ...], year: Period | None) -> tuple[Head, ...]:
    """Return the heads with the weeks that numbers in the last row stand for: "Uke | 10 | 11 | 12"."""
    weeks = week_labels(table, row)
    made = list(heads)
    for column, text in weeks.items():
        label = counted_label(text)
        period = _completed(label, year) if label is not None else None
        made[column] = Head(text, period=period, counted=period is None, cell=table.at(row, column))
    return tuple(made)


def _efforts(table: Table, row: int, heads: tuple[Head, ...], vocabulary: Vocabulary) -> tuple[Head, ...]:
    """Return the heads with those over numbers that say how much work it is: "SP" is no organisation there."""
    made = list(heads)
    for column, head in enumerate(heads):
        if head.text and vocabulary.header(head.text) == "effort" and _are_efforts(table, column, row):
            made[column] = Head(head.text, concept="effort", cell=head.cell)
    return tuple(made)


def _are_efforts(table: Table, column: int, row: int) -> bool:
    below = [cell.text for cell in table.column(column, row) if cell.text]
    return bool(below) and sum(bool(_EFFORT.fullmatch(text)) for text in below) * 4 >= 3 * len(below)


def _counted(heads: tuple[Head, ...]) -> tuple[Head, ...]:
    """Return the heads with those marked that count weeks, stages or quarters of an untold year, if there are two."""
    plain = [h for h in heads if h.text and not h.is_typed and not h.concept and heading_label(h.text) is not None]
    if len(plain) < _LEAST_COUNTED:
        return heads
    return tuple(replace(head, counted=True) if head in plain else head for head in heads)


def _as_board(heads: tuple[Head, ...], vocabulary: Vocabulary) -> tuple[Head, ...]:
    """Return the heads as statuses where most of them are: "Planned" beside "Done" is no column of periods."""
    statuses = [vocabulary.status(head.text) if head.text else None for head in heads]
    told = sum(status is not None for status in statuses)
    others = [head for head, status in zip(heads, statuses, strict=True) if status is None]
    if told < 2 or told * 2 <= sum(bool(h.text) for h in heads) or any(h.concept == "measure" for h in others):
        return heads
    return tuple(
        Head(head.text, status=status, cell=head.cell) if status is not None else head
        for head, status in zip(heads, statuses, strict=True)
    )


def stacked(table: Table, vocabulary: Vocabulary) -> list[tuple[Table, Cell | None]]:
    """Return the tables that stand on top of each other in one grid, each with the heading between it and the last one.

    A table begins anew where a row with nothing but a heading is followed by a row of column headings.
    """
    cuts: list[tuple[int, Cell | None]] = [(0, None)]
    for row in range(1, table.row_count - 2):
        written = [cell for cell in table.row(row) if cell.text]
        if not written and not _starts(table, row + 1) <= _starts(table, 0):
            cuts.append((row + 1, None))  # an empty row, and other columns below it
        if len(written) != 1 or written[0].row_span > 1:
            continue
        below = [cell for cell in table.row(row + 1) if cell.text]
        known = sum(bool(vocabulary.header(cell.text)) or _is_axis(cell.text) for cell in below)
        if len(below) >= 2 and (known == len(below) or (written[0].bold and known >= 2 and known * 2 > len(below))):
            cuts.append((row + 1, written[0]))
    ends = [row - 1 for row, _ in cuts[1:]] + [table.row_count]
    if len(cuts) == 1:
        return [(table, None)]
    return [(table.part(first, last), heading) for (first, heading), last in zip(cuts, ends, strict=True)]


def upright(table: Table, vocabulary: Vocabulary) -> Table:
    """Return a table with its headings on top: where they stand in the first column, it is turned."""
    beside = [cell.text for cell in table.column(0)]
    above = [cell.text for cell in table.row(0)[1:]]
    if table.column_count < _LEAST_TURNED or len(beside) < _LEAST_TURNED or not all(above):
        return table
    first, rest = beside[0], [vocabulary.header(text) for text in beside[1:]]
    told = {concept for concept in rest if concept} - {"measure"}
    if (first and vocabulary.header(first) != "measure") or len(told) < 2 or "" in rest[:1]:
        return table
    named = any(vocabulary.header(text) or _is_axis(text) for text in above)
    return table if named or rest.count("") * 3 > len(rest) else table.turned()


def _starts(table: Table, row: int) -> set[int]:
    return {cell.column for cell in table.row(row) if cell.text}


def _title_rows(table: Table) -> int:
    """Return how many rows at the top hold nothing but the table's own title."""
    row = 0
    while row < min(2, table.row_count - 2):
        cells = [cell for cell in table.row(row) if cell.text]
        if len(cells) == 1 and cells[0].column_span >= table.column_count > 1 and parse_axis(cells[0].text) is None:
            row += 1
        else:
            break
    return row


def _is_heading_row(table: Table, row: int, vocabulary: Vocabulary, year: Period | None, *, lower: bool) -> bool:
    """Tell whether a row names columns: most of its texts are known headings or period labels."""
    cells = [cell for cell in table.row(row) if cell.row == row and cell.text]
    if not cells:
        return False
    if week_labels(table, row) or _initials(table, row) or _weighs(table, row, cells, vocabulary):
        return True
    parts = [cell for cell in cells if _is_axis(cell.text)]
    if lower:
        others = [cell for cell in cells if cell not in parts]
        headed = all(vocabulary.header(c.text) and not _text_above(table, c) for c in others)
        return (len(parts) >= 2 and headed) or _divides(table, row, cells, vocabulary)
    heads = [read_head(cell, vocabulary, year) for cell in cells]
    # "Planned" and "done" may head columns of dates, or be the statuses of a row.
    named = sum(1 for head in heads if head.concept and vocabulary.status(head.text) is None)
    dated = sum(1 for head, cell in zip(heads, cells, strict=True) if head.is_axis or cell in parts)
    owned, told = sum(bool(head.owners) for head in heads), sum(head.status is not None for head in heads)
    # Headings are of one kind; a row with a period, an owner and a status in it is a row of the body.
    told += sum(1 for head in heads if head.concept) - named
    known = named + dated + owned + told if named else max(dated, owned, told)
    if len(cells) == 1:
        return known == 1 and cells[0].column_span < table.column_count and bool(heads[0].is_axis)
    if not named and sum(map(bool, (dated, owned, told))) > 1:
        return False  # a period, an owner and a status side by side are a row of the body
    if known * 2 > len(cells) or (bool(named) and known >= 2 and known * 3 >= len(cells)):
        return True
    if named and _heads_periods(table, row, cells):
        return True
    titled = any(head.concept in _TITLED for head in heads) or heads[0].concept == "period"  # "År | Sykehus"
    return titled and _is_set_apart(table, row, cells)


def _text_above(table: Table, cell: Cell) -> str:
    above = table.at(cell.row - 1, cell.column)
    return above.text if above is not None else ""


def _heads_periods(table: Table, row: int, cells: list[Cell]) -> bool:
    """Tell whether a wide heading beside others stands over nothing but periods: "Tiltak | Kostnad per år"."""
    below = [cell for cell in table.row(row + 1) if cell.row == row + 1 and cell.text]
    wide = {column for cell in cells if cell.column_span > 1 for column in cell.columns}
    return len(below) > 1 and all(cell.column in wide and _is_axis(cell.text) for cell in below)


def _weighs(table: Table, row: int, cells: list[Cell], vocabulary: Vocabulary) -> bool:
    """Tell whether a row has a heading of efforts beside one other text, with numbers below it: "Lager | SP"."""
    if len(cells) != _PAIR or vocabulary.header(cells[1].text) != "effort":
        return False
    return _are_efforts(table, cells[1].column, row + 1)


def _is_set_apart(table: Table, row: int, cells: list[Cell]) -> bool:
    """Tell whether a full row is bold or painted as none of those below it, or marked as a header by its format."""
    if all(block.group == "header" for cell in cells for block in cell.blocks):
        return True
    below = [cell for other in range(row + 1, table.row_count) for cell in table.row(other) if cell.text]
    if len(cells) < table.column_count or not below:
        return False
    fills = {cell.fill for cell in cells}
    painted = len(fills) == 1 and "" not in fills and not fills & {cell.fill for cell in below}
    return painted or (all(cell.bold for cell in cells) and not any(cell.bold for cell in below))


def _divides(table: Table, row: int, cells: list[Cell], vocabulary: Vocabulary) -> bool:
    """Tell whether a row's only texts are known headings under headings that span several columns."""
    if len(cells) < 2 or len(cells) == table.column_count:
        return False
    above = [table.at(row - 1, cell.column) for cell in cells]
    wide = [cell for cell in above if cell is not None and cell.text and cell.column_span > 1]
    return len(wide) == len(cells) and all(vocabulary.header(cell.text) for cell in cells)


def _is_axis(text: str) -> bool:
    return len(text) <= _HEADING_LENGTH and heading_label(text) is not None


def _is_wide(cell: Cell | None) -> bool:
    return cell is not None and cell.column_span > 1


def _column_head(table: Table, column: int, first: int, last: int, vocabulary: Vocabulary, year: Period | None) -> Head:
    """Return the head of one column, read from the top level down: years before their quarters."""
    found = Head()
    for row in range(first, last):
        cell = table.at(row, column)
        if cell is None or not cell.text or cell is found.cell:
            continue
        head = read_head(cell, vocabulary, found.period or year)
        if head.is_axis or not (found.is_typed or found.concept) or (head.concept and _is_wide(found.cell)):
            found = head
    return found
