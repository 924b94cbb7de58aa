"""What the cells around a title say about it: periods, owners and statuses as statements of a draft."""

import re
from collections.abc import Sequence

from extract.claims import Claim, Draft, Use
from extract.layout.headers import Head, organisations
from extract.layout.tables import Cell
from extract.recognisers.lexicon import lexicon
from extract.recognisers.wording import is_mark
from veikart.core.blocks import Block
from veikart.core.partners import without_partners
from veikart.core.people import looks_like_person, without_people
from veikart.core.periods import Period, find_periods, parse_period
from veikart.core.problems import Code, Level, problem
from veikart.core.records import Field, Status
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_PARTS = re.compile(r"[^\S\n]*[,;/•|+][^\S\n]*")
_JOINED = re.compile(r"\s(?:og|and|och|samt|&)\s")
_WORD = re.compile(r"[^\W\d_]{3}|\d\s?[^\W\d_]|[^\W\d_]\s?\d")
_BROKEN_NUMBER = re.compile(r"(?<=\d)\s+(?=\d)")  # a narrow cell breaks "2026" into "202" and "6"
_REMARK = re.compile(r"\s*[,;(]")  # "Done, first version": what follows the status
_WHEN = re.compile(
    r"\s+(?:i|in|per|pr|fra|frå|från|since|siden|sidan|sedan|på|våren|hausten|høsten|hösten|vinteren|sommeren)\b|\s+\d",
    re.IGNORECASE,
)
"""What begins the time or place behind a status: "Startet høsten 2025", "Levert i versjon 3"."""
_IN_TIME = re.compile(r"\s+(?:i|in|per|pr)\s+(?:\S+\s+)?(?:19|20)\d\d", re.IGNORECASE)
_AMOUNT = re.compile(r"\s*\d+(?:[.,]\d+)?\s*(?:%|prosent|procent|percent|av\b|of\b|/)", re.IGNORECASE)
_UNDATED = re.compile(
    r"[\W\d_]*(?:tbd|tba|n/?a|ukjent|ikke (?:avklart|satt)|ikkje (?:avklart|sett))?[\W_]*", re.IGNORECASE
)


def say_period(draft: Draft, period: Period | None, text: str, source: Block | None, method: str) -> None:
    """Add first day, last day and printed text of a period; without dates only the text."""
    original = mend(text)
    if period is not None:
        draft.say(Field.PERIOD_START, period.start_iso, source, method, original=original)
        draft.say(Field.PERIOD_END, period.end_iso, source, method, original=original)
    draft.say(Field.PERIOD_TEXT, original, source, method)


def say_owners(draft: Draft, owners: Sequence[str], text: str, source: Block | None, method: str) -> None:
    """Add owners, each once; words such as "not decided" name nobody."""
    for owner in dict.fromkeys(owners):
        if lexicon().holds("people", "unknown", owner):
            continue
        draft.say(Field.OWNERS, owner, source, method, original=mend(text) if mend(text) != owner else "")


def say_head(draft: Draft, heads: Sequence[Head], method: str) -> None:
    """Add what the headings over or beside a cell say: the union of their periods, their owners, their status."""
    dated = [head for head in heads if head.period is not None]
    later = [head for head in heads if head.later]
    if dated or later:
        period = None if later and not dated else union([h.period for h in dated], open_end=bool(later))
        text = " – ".join(dict.fromkeys((dated + later)[i].text for i in (0, -1)))
        cell = (dated + later)[0].cell
        say_period(draft, period, text, _first(cell), method)
    elif counted := [head for head in heads if head.counted]:
        text = " – ".join(dict.fromkeys(counted[i].text for i in (0, -1)))
        say_period(draft, None, text, _first(counted[0].cell), method)
    for head in heads:
        say_owners(draft, head.owners, head.text, _first(head.cell), method)
        if head.status is not None and not draft.says(Field.STATUS):
            draft.say(Field.STATUS, head.status.value, _first(head.cell), method, original=head.text)
            draft.say(Field.STATUS_TEXT, head.text, _first(head.cell), method)


def union(periods: Sequence[Period | None], *, open_end: bool = False) -> Period | None:
    """Return the period from the first day of all to the last; open where one of them is."""
    known = [p for p in periods if p is not None]
    if not known:
        return None
    starts = [p.start for p in known if p.start]
    ends = [p.end for p in known if p.end]
    start = min(starts) if len(starts) == len(known) else None
    end = max(ends) if len(ends) == len(known) and not open_end else None
    return Period(start, end, known[0].text)


def read_period(text: str, year: Period | None = None) -> Period | None:
    """Return the period that a cell gives: all of its text, or the only periods in it; a bare quarter needs `year`."""
    whole = parse_period(text) or parse_period(_BROKEN_NUMBER.sub("", text))
    if whole is not None:
        return whole
    found = find_periods(text)
    if found:
        return union([f.period for f in found])
    if year is None or year.start is None or not _WORD.search(text):
        return None
    return parse_period(f"{text} {year.start.year}")  # "1. kvartal", "mars–juni", "heile året"


def say_cell_period(
    draft: Draft, start: Cell | None, end: Cell | None, whole: Cell | None, claim: Claim, year: Period | None = None
) -> None:
    """Add the period that a row's cells give: one cell for all of it, or one for its start and one for its end."""
    for cell in (start, end, whole):
        if cell is not None:
            claim.use(cell.blocks, Use.PERIOD, "period of the row")
    if whole is not None and whole.text:
        period = read_period(whole.text, year)
        if period is None and not is_mark(whole.text):
            _unreadable(whole, claim)
        say_period(draft, period, whole.text, _first(whole), "table-cell")
        return
    first = read_period(start.text, year) if start is not None and start.text else None
    last = read_period(end.text, year) if end is not None and end.text else None
    for cell, period in ((start, first), (end, last)):
        if cell is not None and cell.text and period is None:
            _unreadable(cell, claim)
    if start is not None and first is not None:
        # A lone start column that says "2025-2026" tells both ends.
        draft.say(Field.PERIOD_START, first.start_iso, _first(start), "table-cell", original=start.text)
        if end is None and _is_span(start.text):
            draft.say(Field.PERIOD_END, first.end_iso, _first(start), "table-cell", original=start.text)
    if end is not None and last is not None:
        draft.say(Field.PERIOD_END, last.end_iso, _first(end), "table-cell", original=end.text)
    texts = [cell.text for cell in (start, end) if cell is not None and cell.text]
    draft.say(Field.PERIOD_TEXT, " – ".join(texts), _first(start) or _first(end), "table-cell")


def _is_span(text: str) -> bool:
    return any(found.kind == "span" for found in find_periods(text))


def _unreadable(cell: Cell, claim: Claim) -> None:
    if _UNDATED.fullmatch(cell.text) or not re.search(r"\d", cell.text):
        return
    page = cell.blocks[0].page
    claim.problems.append(problem(Code.PERIOD_UNREADABLE, Level.NOTE, page, cell.blocks[0].id, text=cell.text[:80]))


def say_cell_owners(
    draft: Draft, cell: Cell | None, vocabulary: Vocabulary, claim: Claim, known: frozenset[str] = frozenset()
) -> None:
    """Add the owners that a cell names; `known` as for `owners_in`."""
    if cell is not None and cell.text:
        claim.use(cell.blocks, Use.OWNER, "owner of the row")
        say_owners(draft, owners_in(cell, vocabulary, known), cell.text, _first(cell), "table-cell")


def say_cell_text(draft: Draft, cell: Cell | None, claim: Claim) -> None:
    """Add what a cell tells about the measure as its description."""
    if cell is not None and cell.text:
        claim.use(cell.blocks, Use.DESCRIPTION, "text about the measure")
        draft.say(Field.DESCRIPTION, cell.text, _first(cell), "table-cell")


def owners_in(cell: Cell, vocabulary: Vocabulary, known: frozenset[str] = frozenset()) -> list[str]:
    """Return the organisations that an owner cell names: codes, else printed names.

    What has the form of a person's name is left out, unless it is among the `known` names of organisations.
    """
    whole = organisations(without_partners(cell.text), vocabulary)
    if whole:
        return whole
    return _owners([without_partners(block.text) for block in cell.written], vocabulary, known)


def owners_told(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the organisations that a named value tells: codes, else printed names that are no persons'."""
    text = without_partners(text)
    return organisations(text, vocabulary) or _owners([text], vocabulary, frozenset())


def _owners(texts: Sequence[str], vocabulary: Vocabulary, known: frozenset[str]) -> list[str]:
    """Return the organisations among the parts of texts, lines that only go on from the line above joined to it."""
    owners: list[str] = []
    texts = [without_people(text, vocabulary.split_organisations) for text in texts]
    parts = [part.split("\n") for text in texts for named in _PARTS.split(text) for part in _apart(named, vocabulary)]
    for name in (name for part in parts for name in _unwrapped([mend(line) for line in part], vocabulary)):
        if not re.search(r"[^\W\d_]{2,}", name) or lexicon().holds("people", "unknown", name):
            continue
        inside = vocabulary.split_organisations(name) or vocabulary.organisations_in(name)
        owners += inside or ([] if looks_like_person(name) and name not in known else [name])
    return list(dict.fromkeys(owners))


def _apart(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the names that a conjunction joins; the text itself where it stands within one: "Eiendom og teknikk"."""
    parts = _JOINED.split(text)
    known = any(organisations(part, vocabulary) or looks_like_person(part) for part in parts)
    return parts if known and all(part[:1].isupper() for part in parts) else [text]


def _unwrapped(lines: list[str], vocabulary: Vocabulary) -> list[str]:
    """Return the names on the lines of a narrow cell: one each where every line is one, else all lines as one name."""
    return _names_on(lines, vocabulary) or [mend("\n".join(lines))]


def _names_on(lines: list[str], vocabulary: Vocabulary) -> list[str]:
    """Return the names that the lines are made of, [] where some line is no organisation or person nor part of one."""
    for count in range(len(lines), 0, -1):
        first = mend("\n".join(lines[:count]))
        if not (organisations(first, vocabulary) or looks_like_person(first)):
            continue
        rest = _names_on(lines[count:], vocabulary) if count < len(lines) else []
        if rest or (count == len(lines) and (count == 1 or organisations(first, vocabulary))):
            return [first, *rest]
    return []


def say_cell_status(draft: Draft, cell: Cell | None, vocabulary: Vocabulary, claim: Claim) -> None:
    """Add the status that a cell's words give; unknown words are kept as status text."""
    if cell is None or not cell.text or is_mark(cell.text):
        return
    claim.use(cell.blocks, Use.STATUS, "status of the row")
    status = vocabulary.status(cell.text) or vocabulary.key_status(cell.text)  # "Gjenstår" says one where it stands so
    if status is None:
        inside = vocabulary.status_in(cell.text)
        parts = (pattern.split(cell.text, maxsplit=1)[0] for pattern in (_REMARK, _WHEN))
        parts = (part for part in parts if part == cell.text or not _is_due(mend(part), mend(cell.text)))
        status = inside[0] if inside else next(filter(None, map(vocabulary.status, parts)), None)
        if status is None and lexicon().holds("boards", "phases", mend(cell.text)):
            status = Status.ONGOING  # "Innføring" beside "Konsept" and "Avsluttet"
    if status is not None:
        draft.say(Field.STATUS, status.value, _first(cell), "table-cell", original=cell.text)
    draft.say(Field.STATUS_TEXT, cell.text, _first(cell), "table-cell")


def _is_due(part: str, text: str) -> bool:
    """Tell whether a text says in which year something is or will be done, or how much of it is: "Ferdig i 2028",
    "Levert 2 av 5"."""
    behind = text[len(part) :]
    dated = _IN_TIME.match(behind) is not None and lexicon().holds("progress", "due", part)
    return dated or _AMOUNT.match(behind) is not None


def _first(cell: Cell | None) -> Block | None:
    if cell is None:
        return None
    return cell.written[0] if cell.written else (cell.blocks[0] if cell.blocks else None)
