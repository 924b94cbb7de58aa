"""What people ruled about the fields of measures: their value stands, the documents' values stay in the statements.

A ruling is a decision of VALUE. It holds for the measure that its record belongs to now; of two about one field the
later stands.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from veikart.core.decisions import Decision
from veikart.core.outcome import Measure
from veikart.core.periods import parse_period
from veikart.core.records import Field, Record
from veikart.core.text import fold

NAME, PERIOD, STATUS, OWNERS = "name", "period", "status", "owners"
FIELDS = (NAME, PERIOD, STATUS, OWNERS)
"""What can be ruled about."""
EMPTY = "-"
"""The value that leaves a field empty; no value at all settles a conflict and changes nothing."""
OPEN = ".."
"""An end that is not told, as in ISO 8601-2: "2027-01-01/..". """
OF_FIELD = {
    NAME: (Field.NAME,),
    PERIOD: (Field.PERIOD_START, Field.PERIOD_END, Field.PERIOD_TEXT),
    STATUS: (Field.STATUS,),
    OWNERS: (Field.OWNERS,),
}
"""The fields of records that say something of what is ruled about."""
Chosen = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision about a field and the records that it means."""

    decision: Decision
    records: tuple[Record, ...]


def interval(start: str, end: str) -> str:
    """Return a period as one text: "2026-01-01/2027-12-31", ".." for an end that is not told."""
    return f"{start or OPEN}/{end or OPEN}" if start or end else ""


def read_interval(text: str) -> tuple[str, str] | None:
    """Return start and end of an interval, or of a period as people write it; None for anything else."""
    start, slash, end = text.partition("/")
    if slash and all(part == OPEN or len(part) == len("2026-01-01") for part in (start, end)):
        return start.replace(OPEN, ""), end.replace(OPEN, "")
    period = parse_period(text)
    return (period.start_iso, period.end_iso) if period else None


def apply_rulings(
    measures: Sequence[Measure], chosen: Iterable[Chosen], rulings: Sequence[Ruling], records: Mapping[str, Record]
) -> tuple[list[Measure], set[Chosen]]:
    """Return the measures and the chosen statements with every ruling carried out, in the order they were made."""
    kept = set(chosen)
    place = {record: number for number, measure in enumerate(measures) for record in measure.records}
    ruled = list(measures)
    for ruling in rulings:
        decision = ruling.decision
        if not decision.value or decision.field not in FIELDS:
            continue
        for number in dict.fromkeys(place[r.id] for r in ruling.records[:1] if r.id in place):
            made = _ruled(ruled[number], decision.field, decision.value)
            if made is not None:
                ruled[number] = made
                kept = _choose(kept, made, decision.field, records)
    return ruled, kept


def _ruled(measure: Measure, field: str, value: str) -> Measure | None:
    text = "" if value == EMPTY else value
    if field == STATUS:
        return replace(measure, status=text)
    if field == OWNERS:
        return replace(measure, owners=tuple(dict.fromkeys(o.strip() for o in text.split(";") if o.strip())))
    if field == PERIOD:
        span = read_interval(text) if text else ("", "")
        return replace(measure, period_start=span[0], period_end=span[1]) if span else None
    if not text:
        return None
    names = {fold(n): n for n in reversed((measure.name, *measure.aliases))}
    ordered = [n for n in dict.fromkeys((measure.name, *measure.aliases)) if names.get(fold(n)) == n]
    return replace(measure, name=text, aliases=tuple(n for n in ordered if fold(n) != fold(text)))


def _choose(chosen: set[Chosen], measure: Measure, field: str, records: Mapping[str, Record]) -> set[Chosen]:
    """Mark the statements that say what was ruled instead of those that stood before."""
    fields = OF_FIELD[field]
    ids, names = set(measure.records), {f.value for f in fields}
    kept = {c for c in chosen if c[0] not in ids or c[1] not in names}
    for record in (records[i] for i in measure.records):
        if _says(record, measure, field):
            kept |= {(record.id, s.field.value, s.value) for s in record.statements if s.field in fields}
            if field == NAME:
                kept.add((record.id, Field.NAME.value, record.name))
    if field == OWNERS:
        kept = {c for c in kept if c[0] not in ids or c[1] != Field.OWNERS.value or c[2] in measure.owners}
    return kept


def _says(record: Record, measure: Measure, field: str) -> bool:
    if field == NAME:
        return fold(record.name) == fold(measure.name)
    if field == STATUS:
        return bool(measure.status) and record.value(Field.STATUS) == measure.status
    if field == OWNERS:
        return not set(record.values(Field.OWNERS)).isdisjoint(measure.owners)
    span = (record.value(Field.PERIOD_START), record.value(Field.PERIOD_END))
    return any(span) and span == (measure.period_start, measure.period_end)
