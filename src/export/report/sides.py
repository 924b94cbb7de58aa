"""The sides of a question: by measure, by name within one measure, or by value where a field is in dispute."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from export.report.words import Words
from veikart.core.outcome import Conflict, Measure
from veikart.core.records import Field, Record
from veikart.core.text import fold

_PERIODS = frozenset({"period", "period_start", "period_end"})
_VALUES = _PERIODS | {Field.STATUS.value, Field.OWNERS.value, Field.GROUP.value}
"""Fields whose values are the sides; names are sides of their own."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its heading, the mentions that stand for it, and whether it is a value that holds now."""

    heading: str
    records: tuple[Record, ...]
    is_value: bool = False
    holds: bool = False


def sides_of(conflict: Conflict, words: Words) -> list[Side]:
    """Return the sides in the order of the conflict's records."""
    content = words.content
    records = [content.records[key] for key in conflict.records if key in content.records]
    measures = {content.outcome.member_of.get(record.id, "") for record in records}
    if len(measures) == 1 and conflict.field in _VALUES:
        measure = words.measures.get(measures.pop())
        return _by_value(records, conflict.field, measure, words)
    by: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        key = content.outcome.member_of.get(record.id, "") if len(measures) > 1 else fold(record.name)
        by[key].append(record)
    return [Side(_name(found[0], len(measures) > 1, words), tuple(found)) for found in by.values()]


def told(record: Record, field: str, words: Words) -> str:
    """Return what a mention says of the field in dispute, in words; "" where no value is in dispute."""
    if field not in _VALUES:
        return ""
    if field in _PERIODS:
        text = words.period(record.value(Field.PERIOD_START), record.value(Field.PERIOD_END))
    else:
        text = _listed(record.values(Field(field)), field, words)
    return text or words.say("not_told")


def _by_value(records: Iterable[Record], field: str, measure: Measure | None, words: Words) -> list[Side]:
    by: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by[told(record, field, words)].append(record)
    now = _now(measure, field, words) if measure else ""
    return [Side(value, tuple(found), is_value=True, holds=value == now) for value, found in by.items()]


def _now(measure: Measure, field: str, words: Words) -> str:
    if field in _PERIODS:
        return words.period(measure.period_start, measure.period_end)
    values = {"status": (measure.status,), "owners": measure.owners, "group": (measure.group,)}[field]
    return _listed(values, field, words)


def _listed(values: Iterable[str], field: str, words: Words) -> str:
    return ", ".join(words.catalogue.label("status", v) if field == Field.STATUS else v for v in values if v)


def _name(record: Record, several: bool, words: Words) -> str:
    measure = words.measures.get(words.content.outcome.member_of.get(record.id, ""))
    return measure.name if several and measure else record.name
