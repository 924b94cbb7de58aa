"""Which column of a measure table holds what: by its heading, and where that is silent by its cells."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from extract.layout.headers import organisations
from extract.layout.tables import Table
from extract.recognisers.colours import is_coloured
from extract.recognisers.lexicon import lexicon
from extract.recognisers.tables.amounts import has_gaps, hold_amounts, tell_amounts
from extract.recognisers.tables.context import Context
from extract.recognisers.tables.duties import are_duties
from extract.recognisers.tables.kept_out import is_of_others
from extract.recognisers.tables.numbers import is_long_title, is_row_title
from extract.recognisers.tables.schedules import counts_rows, holds_tasks
from extract.recognisers.tables.titles import has_bold_start, titles_in
from extract.recognisers.values import read_period
from extract.recognisers.wording import is_mark, is_number, is_sentence, is_title
from veikart.core.people import looks_like_person
from veikart.core.periods import find_periods
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_COSTS = re.compile(r"kost|cost|budsjett|budget|utgift", re.IGNORECASE)
"""In the heading of a column whose rows are what money is spent on."""
_WORD = re.compile(r"\w")
_SHARE = re.compile(r"\d{1,3}(?:[.,]\d+)?\s*%")
_MOST = 0.6  # share of a column's cells that decides what it holds
_GOAL_WORDS = 8  # of a goal or area that rows stand under
_STYLED = 0.8  # share of the titles that begin in bold, from which that is how the column sets names apart
_TOLD = 2  # kinds of columns beside a title that no heading tells
_TITLES = ("measure", "need", "need_or_measure")


@dataclass(slots=True)
class Columns:
    """The columns of a measure table, None or empty for what it does not have."""

    title: int
    role: int | None = None
    loose: bool = False  # some titles begin in bold and others do not
    need: int | None = None  # needs whose measures stand beside them
    outer: int | None = None  # measures whose parts stand beside them
    number: int | None = None
    weeks: int | None = None  # numbers of the weeks or sprints that the rows are
    listed: bool = False  # a cell in the title column is a list of tasks
    owner: list[int] = field(default_factory=list)
    organisations: frozenset[str] = frozenset()  # owners that are no persons though they look so
    start: int | None = None
    end: int | None = None
    period: int | None = None
    duration: int | None = None  # how long it takes from its start
    status: int | None = None
    description: list[int] = field(default_factory=list)
    group: list[int] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)  # columns of periods, owners or statuses that rows are ticked off in

    @property
    def others(self) -> int:
        """How many columns tell something about the title."""
        lone = (self.role, self.need, self.outer, self.start, self.end, self.period, self.status, self.weeks)
        return sum(1 for c in lone if c is not None) + len(self.owner) + len(self.group) + len(self.marks)


def columns_of(context: Context, vocabulary: Vocabulary) -> Columns | None:
    """Return the columns of a measure table, None if the table is no such table."""
    table, header = context.table, context.header
    role = _role_column(context, vocabulary)
    title = _title_column(context, vocabulary, role)
    if title is None:
        return None
    columns = Columns(title, role)
    columns.need = next(
        (c for name in ("need", "need_or_measure") for c in header.columns(name) if c not in {title, role}), None
    )
    for column, head in enumerate(header.heads):
        if column in {title, role, columns.need}:
            continue
        if head.is_typed and not _is_now(context, column, vocabulary):
            columns.marks.append(column)
        elif columns.weeks is None and counts_rows(context, column) and (column < title or head.concept == "week"):
            columns.weeks = column
        elif _holds_groups(head.concept, context, column, columns):
            if head.concept == "measure" and not lexicon().holds("tables", "areas", head.text):
                columns.outer = column
            else:
                columns.group.append(column)
        elif head.concept in {"duration", "week"}:
            dated = _kind(table, column, context.first, vocabulary) == "period"
            _by_heading(columns, column, "period" if dated else head.concept)
        elif head.concept and not _tells_other(head.concept, context, column, vocabulary):
            _by_heading(columns, column, head.concept)
        else:
            _by_cells(columns, column, context, vocabulary)
    _take_newer(columns, context, vocabulary)
    columns.owner = _without_units(columns.owner, context)
    columns.status = _status_column(columns, context, vocabulary)
    columns.loose = _is_loose(context, title)
    columns.listed = holds_tasks(context, title)
    columns.period = _newest_period(context) or columns.period
    untold = _untold_periods(context, vocabulary)
    if len(untold) > 1 and columns.period in untold:
        columns.period = None  # an old and a new plan side by side: which one holds is not told
    if columns.start is not None and columns.end is None and columns.period in untold:
        columns.end, columns.period = columns.period, None  # "Start | Klart": what stands beside a start is the end
    names = [_repeated_owners(_texts(table, column, context.first), vocabulary) for column in columns.owner]
    columns.organisations = frozenset(name for found in names for name in found)
    return columns if _is_measure_table(columns, context, vocabulary) else None


def _take_newer(columns: Columns, context: Context, vocabulary: Vocabulary) -> None:
    """Read "Nå" instead of "Før" where the two stand under one heading: "Ferdig" in the old and in the new plan."""
    table, last = context.table, context.first - 1
    lowest = {c: cell.text for c in range(table.column_count) if (cell := table.at(last, c)) is not None}
    for name in ("start", "end", "period"):
        old = getattr(columns, name)
        new = None if old is None else old + 1
        if new not in columns.marks or not _heads_now(lowest.get(new, "")) or not _heads_before(lowest.get(old, "")):
            continue
        if _kind(context.table, new, context.first, vocabulary) == "period":
            setattr(columns, name, new)
            columns.marks.remove(new)


def _is_now(context: Context, column: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a lone column headed as a time ("Nå", "2026") says where each row stands: a status in most cells."""
    alone = sum(head.is_typed for head in context.header.heads) == 1
    return alone and _kind(context.table, column, context.first, vocabulary) == "status"


def _holds_groups(concept: str, context: Context, column: int, columns: Columns) -> bool:
    """Tell whether a column left of the titles names what several rows are part of, though its heading says else."""
    if concept == "description":
        return _heads_rows(context.table, column, context.first, columns)
    return concept == "measure" and column < columns.title and _is_sparse(context.table, column, context.first)


def _tells_other(concept: str, context: Context, column: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a column headed as periods holds none: "Framdrift" may stand over statuses, shares or dots."""
    if concept != "period":
        return False
    texts = _texts(context.table, column, context.first)
    if not texts:
        return len(context.header.columns("period")) > 1  # lights are drawn over "Tid", years stand under "Periode"
    bare = [t for t in texts if is_mark(t) or not _WORD.search(t) or _SHARE.fullmatch(t.strip())]
    other = [t for t in texts if t in bare or vocabulary.status(t) is not None]
    return len(other) == len(texts)


def _without_units(owners: list[int], context: Context) -> list[int]:
    """Return the columns of owners without those of their parts or helpers: "Eier" beside "Avdeling" and "Bidrar"."""
    beside = [c for c in owners if _heads_units(text := context.header.heads[c].text) or _heads_helpers(text)]
    return [c for c in owners if c not in beside] if len(beside) < len(owners) else owners


def _heads_helpers(text: str) -> bool:
    return lexicon().holds("tables", "helpers", mend(text))


def _heads_units(text: str) -> bool:
    """Tell whether a heading names parts of an organisation alone: "Klinikk / avdeling"."""
    return all(lexicon().holds("tables", "units", mend(part)) for part in text.split("/"))


def _status_column(columns: Columns, context: Context, vocabulary: Vocabulary) -> int | None:
    """Return the column that tells how far the rows are now: "Nå" beside "Sist", "Status" beside "Fase"."""
    headed = [c for c in context.header.columns("status") if c != columns.title]
    now = [c for c, head in enumerate(context.header.heads) if _heads_now(head.text) and c != columns.title]
    told = [c for c in now if _kind(context.table, c, context.first, vocabulary) == "status"]
    if len(told) == 1 and not headed:
        return told[0]

    def known(column: int) -> int:
        return sum(vocabulary.status(text) is not None for text in _texts(context.table, column, context.first))

    return max(headed, key=known) if len(headed) > 1 else columns.status


def _heads_now(text: str) -> bool:
    return lexicon().holds("boards", "now", mend(text))


def _heads_before(text: str) -> bool:
    return lexicon().holds("boards", "before", mend(text))


def _newest_period(context: Context) -> int | None:
    """Return the last of several columns of periods by the years in their lowest headings: "Plan 2025 | Plan 2026"."""
    lowest = {c: context.table.at(context.first - 1, c) for c in context.header.columns("period")}
    years = {c: find_periods(cell.text) for c, cell in lowest.items() if cell is not None}
    starts = {c: found[0].period.start for c, found in years.items() if len(found) == 1}
    if len(starts) < 2 or len(set(starts.values())) < len(lowest) or None in starts.values():
        return None
    return max(starts, key=lambda c: starts[c] or date.min)


def _untold_periods(context: Context, vocabulary: Vocabulary) -> list[int]:
    """Return the columns that hold periods under headings that tell nothing."""
    heads = context.header.heads
    plain = [c for c, head in enumerate(heads) if not head.concept and not head.is_typed]
    return [c for c in plain if _kind(context.table, c, context.first, vocabulary) == "period"]


def _repeated_owners(texts: list[str], vocabulary: Vocabulary) -> list[str]:
    """Return the names that come again and again in an owner column where most cells are no persons."""
    people = [text for text in texts if looks_like_person(text) and not organisations(text, vocabulary)]
    return [name for name in people if people.count(name) > 1] if len(people) * 2 < len(texts) else []


def _role_column(context: Context, vocabulary: Vocabulary) -> int | None:
    for column in range(min(3, context.table.column_count)):
        texts = _texts(context.table, column, context.first)
        if texts and sum(vocabulary.role(t) is not None for t in texts) >= _MOST * len(texts):
            return column
    return None


def _title_column(context: Context, vocabulary: Vocabulary, role: int | None) -> int | None:
    header = context.header
    for name in _TITLES:
        fit = [c for c in header.columns(name) if c != role and _holds_titles(context, c, vocabulary)]
        # "Satsing" beside "Tiltak": what comes again from row to row is what the others are part of.
        own = [c for c in fit if not _is_sparse(context.table, c, context.first)]
        if fit:
            return (own or fit)[0]
    if role is not None:
        rest = [c for c in range(context.table.column_count) if c != role and _holds_titles(context, c, vocabulary)]
        return rest[0] if rest else None
    untold = _untold_title(context, vocabulary)
    return _described(context) if untold is None and _is_of_measures(context, vocabulary) else untold


def _is_of_measures(context: Context, vocabulary: Vocabulary) -> bool:
    """Tell whether the heading over a table says that measures stand in it, and its columns tell when."""
    heading = mend(context.heading.text) if context.heading is not None else context.title
    dated = context.header.first("start", "end", "period") is not None
    told = vocabulary.header(heading) == "measure" or vocabulary.is_plan_heading(heading)
    return told and dated and len(context.header.columns("description")) == 1


def _described(context: Context) -> int:
    """Return the column of descriptions: below "Hovedleveranser" they are all that names them."""
    return context.header.columns("description")[0]


def _untold_title(context: Context, vocabulary: Vocabulary) -> int | None:
    """Return the only column of titles in a table whose other columns give periods, owners or statuses.

    Two kinds of such columns must speak for it, so that meeting plans and contact lists are left alone.
    """
    header, table, first = context.header, context.table, context.first
    if header.columns("common") or header.columns("regional") or table.row_count - first < 2:
        return None
    axis = [c for c, head in enumerate(header.heads) if head.is_axis]
    if len(axis) > 1 and axis[0] > 0 and _is_shaded(table, axis, first):
        names = [c for c in range(axis[0]) if _kind(table, c, first, vocabulary) == "title"]
        return names[-1] if names else None
    kinds = {_kind(table, c, first, vocabulary) for c in range(table.column_count)} & {"period", "owner", "status"}
    kinds |= {h.concept for h in header.heads if h.concept in {"start", "end", "status", "owner"}}
    told = len(kinds - {"start", "end"}) + bool(kinds & {"start", "end", "period"}) - ("period" in kinds)
    stated = "status" in kinds and _is_about_status(context.title, vocabulary)
    if told < _TOLD and not context.effort and not stated:
        return None
    free = [
        c
        for c, head in enumerate(header.heads)
        if not head.concept
        and (not head.is_typed or (c == 0 and head.status is not None))  # "Utredning": what the rows are
        and _kind(table, c, first, vocabulary) == "title"
        and not _COSTS.search(head.text)
    ]
    return free[0] if free else None


def _is_about_status(title: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a page's title says that it tells how far things have come: "Status i trafikklys"."""
    first = mend(title).partition(" ")[0]
    return vocabulary.theme(title) == "progress" or vocabulary.header(first) == "status"


def _is_shaded(table: Table, columns: list[int], first: int) -> bool:
    """Tell whether the cells under the periods hold no words and some of them, not all, are painted or ticked."""
    cells = [table.at(row, c) for row in range(first, table.row_count) for c in columns]
    known = [cell for cell in cells if cell is not None]
    painted = sum(is_mark(cell.text) or is_coloured(cell.fill) for cell in known)
    return not any(cell.text and not is_mark(cell.text) for cell in known) and 0 < painted < len(cells)


def _holds_titles(context: Context, column: int, vocabulary: Vocabulary) -> bool:
    texts = _titles(context, column)
    good = sum(is_row_title(t, vocabulary) or bool(vocabulary.header(t)) for t in texts)
    return bool(texts) and (good >= 0.5 * len(texts) or holds_tasks(context, column))


def _titles(context: Context, column: int) -> list[str]:
    """Return what would be the titles of a column, without the text about them."""
    cells = [cell for cell in context.table.column(column, context.first) if cell.text and cell.column == column]
    return [mend(found.title) for cell in cells for found in titles_in(cell, context.page.width)[:1]]


def _is_loose(context: Context, column: int) -> bool:
    """Tell whether bold words stand here and there in a title column: at the start, within a title, or not at all."""
    cells = [cell for cell in context.table.column(column, context.first) if cell.text and cell.column == column]
    begun = sum(has_bold_start(cell) for cell in cells)
    return 0 < begun < _STYLED * len(cells)


def _texts(table: Table, column: int, first: int) -> list[str]:
    return [cell.text for cell in table.column(column, first) if cell.text and cell.column == column]


def _kind(table: Table, column: int, first: int, vocabulary: Vocabulary) -> str:
    """Return what the cells of a column are: period, owner, status, number, mark, person, prose, title or nothing."""
    texts = _texts(table, column, first)
    if not texts:
        return ""
    return next((name for name, test in _tests(vocabulary) if sum(map(test, texts)) >= _MOST * len(texts)), "")


def _tests(vocabulary: Vocabulary) -> tuple[tuple[str, Callable[[str], bool]], ...]:
    return (
        ("owner", lambda t: bool(organisations(t, vocabulary))),  # before marks: a deck's key may have single letters
        ("mark", is_mark),
        ("period", lambda t: read_period(t) is not None and len(t) < 40),
        ("number", is_number),
        ("status", lambda t: vocabulary.status(t) is not None),
        ("person", looks_like_person),
        ("prose", is_sentence),
        ("title", lambda t: is_title(t, vocabulary)),
    )


_SINGLE = frozenset({"number", "start", "end", "period", "duration", "status"})


def _by_heading(columns: Columns, column: int, concept: str) -> None:
    if concept in _SINGLE:
        if getattr(columns, concept) is None:
            setattr(columns, concept, column)
    elif concept in {"owner", "group", "description"}:
        getattr(columns, concept).append(column)


def _heads_rows(table: Table, column: int, first: int, columns: Columns) -> bool:
    """Tell whether a column left of the titles has short texts that hold for several rows each, such as goals."""
    cells = [cell for cell in table.column(column, first) if cell.text and cell.column == column]
    short = all(len(cell.text.split()) <= _GOAL_WORDS for cell in cells)
    return column < columns.title and bool(cells) and short and any(cell.row_span > 1 for cell in cells)


def _by_cells(columns: Columns, column: int, context: Context, vocabulary: Vocabulary) -> None:
    table, first = context.table, context.first
    kind = _kind(table, column, first, vocabulary)
    if kind == "owner":
        headed = context.header.heads[column].text if column < len(context.header.heads) else ""
        if not (headed and context.header.columns("owner")):  # "Ansvarlig | Bidrar": who else takes part
            columns.owner.append(column)
    elif kind in {"period", "status", "number"}:
        _by_heading(columns, column, kind)
    elif kind == "title" and column < columns.title and _is_sparse(table, column, first):
        columns.group.append(column)


def _is_sparse(table: Table, column: int, first: int) -> bool:
    """Tell whether a column has fewer texts than the table has rows: merged, blank or repeated."""
    rows = table.row_count - first
    texts = [cell.text for cell in table.column(column, first) if cell.text]
    return len(set(texts)) < rows and len(set(texts)) <= max(1, int(0.75 * rows))


def _is_measure_table(columns: Columns, context: Context, vocabulary: Vocabulary) -> bool:
    """Tell whether the table lists measures: no prose, and no bare amounts where periods head the columns."""
    table, first = context.table, context.first
    bare = not (columns.others or columns.description or context.effort) and bool(context.header.rows)
    if (
        is_of_others(context, columns.title)
        or are_duties(context, columns.title)
        or (bare and tell_amounts(context, {columns.title, columns.number}))
    ):
        return False
    concept = context.header.heads[columns.title].concept
    marked = [cell for c in columns.marks for cell in table.column(c, first) if cell.text and cell.column == c]
    planned = concept == "measure" and (bool(columns.owner) or has_gaps(context, columns.marks))
    if hold_amounts(marked) and not planned:
        return False  # what each costs a year; it is a plan where it tells by whom, or in which years alone
    weak = lexicon().holds("tables", "labels", context.header.heads[columns.title].text) and not columns.others
    titled = (concept == "measure" and not weak) or (concept == "need" and bool(context.header.columns("priority")))
    if not titled and not columns.others and not context.effort:
        return False
    texts = _titles(context, columns.title)
    dated = [c for c in (columns.start, columns.end, columns.period, columns.status, columns.weeks) if c is not None]
    if not dated and not columns.marks and sum(map(looks_like_person, texts)) > _MOST * len(texts):
        return False  # a list of people
    prose = sum(is_sentence(t) and not is_long_title(t, vocabulary) for t in texts)
    return not titled or (bool(texts) and prose <= 0.7 * len(texts))
