"""Survivorship: which record's value represents a measure. The losing values stay in the statements."""

from collections.abc import Iterable, Sequence

from veikart.core.outcome import Measure
from veikart.core.records import MANY, Document, Field, Record, Role
from veikart.core.text import fold
from veikart.core.vocabulary import Vocabulary

NATIONAL = frozenset({"NHN", "HDIR", "EHELSE", "FHI", "HOD", "PASIENTREISER"})
"""Issuers that speak for the whole country."""

_INFERRED = ("nearness", "timeline-x", "legend-colour", "group", "heading", "issuer")
"""Methods that infer a value from its surroundings; every other reads it as printed."""

_ROLE_ORDER = {Role.COMMON: 0, Role.NEED: 1, Role.MEASURE: 2, Role.MEMBER: 3, Role.PROPOSAL: 4, Role.ACTIVITY: 5}


def order_records(records: Sequence[Record], documents: dict[str, Document], prefer: Sequence[str]) -> list[Record]:
    """Return the records, the one whose values stand first, by the rules of `[reconcile] prefer`."""

    def key(record: Record) -> tuple[object, ...]:
        document = documents[record.document]
        ranks = tuple(_rank(rule, record, document) for rule in prefer)
        return (*ranks, record.document, record.page, record.line_start, record.id)

    return sorted(records, key=key)


def _rank(rule: str, record: Record, document: Document) -> float:
    if rule == "national":
        return 0.0 if document.issuer in NATIONAL else 1.0
    if rule == "newer":
        digits = "".join(c for c in document.date if c in "0123456789")[:8]
        return -float(digits.ljust(8, "0"))
    if rule == "measured":
        return float(any(s.method.startswith(_INFERRED) for s in record.statements if s.field is Field.PERIOD_START))
    if rule == "confidence":
        return -record.confidence
    return 0.0


def survive(
    measure: str,
    records: Sequence[Record],
    documents: dict[str, Document],
    prefer: Sequence[str],
    vocabulary: Vocabulary,
) -> tuple[Measure, list[tuple[str, str, str]]]:
    """Return the measure and the (record id, field, value) that were chosen for it."""
    ordered = order_records(records, documents, prefer)
    chosen: list[tuple[str, str, str]] = []

    def first(name: Field) -> str:
        for record in ordered:
            if value := record.value(name):
                chosen.append((record.id, name.value, value))
                return value
        return ""

    named = min(ordered, key=lambda r: (_ROLE_ORDER[r.role] > 0, ordered.index(r)))
    chosen.append((named.id, Field.NAME.value, named.name))
    start, end = _period(ordered, chosen)
    owners = _owners(ordered, documents, vocabulary)
    names = [n for r in ordered for n in (r.name, *r.values(Field.ALIASES))]
    editions = sorted({_edition(documents[r.document]) for r in records} - {""})
    made = Measure(
        id=measure,
        name=named.name,
        aliases=tuple(n for n in _distinct(names) if fold(n) != fold(named.name)),
        owners=owners,
        period_start=start,
        period_end=end,
        status=first(Field.STATUS),
        group=first(Field.GROUP),
        records=tuple(sorted(r.id for r in records)),
        documents=tuple(sorted({r.document for r in records})),
        sensitivity=vocabulary.highest_sensitivity([r.sensitivity for r in records if r.sensitivity]),
        first_edition=editions[0] if editions else "",
        last_edition=editions[-1] if editions else "",
    )
    chosen += [(r.id, s.field.value, s.value) for r in ordered for s in r.statements if s.field in MANY]
    return made, chosen


def _period(ordered: Sequence[Record], chosen: list[tuple[str, str, str]]) -> tuple[str, str]:
    """Start and end come from one record: mixing two sources' periods would invent a third."""
    for record in ordered:
        start, end = record.value(Field.PERIOD_START), record.value(Field.PERIOD_END)
        if start or end:
            pairs = (
                (Field.PERIOD_START, start),
                (Field.PERIOD_END, end),
                (Field.PERIOD_TEXT, record.value(Field.PERIOD_TEXT)),
            )
            chosen += [(record.id, name.value, value) for name, value in pairs if value]
            return start, end
    return "", ""


def _owners(ordered: Sequence[Record], documents: dict[str, Document], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the owners of all records, each organisation once and in the form that stands first."""
    seen: dict[str, str] = {}
    for record in ordered:
        for owner in record.values(Field.OWNERS):
            seen.setdefault(vocabulary.owner_key(documents[record.document].spelled_out(owner)), owner)
    return tuple(seen.values())


def _distinct(values: Iterable[str]) -> list[str]:
    seen: dict[str, str] = {}
    for value in values:
        seen.setdefault(fold(value), value)
    return list(seen.values())


def _edition(document: Document) -> str:
    return document.date or document.edition
