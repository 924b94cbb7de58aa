"""A conflict as a question: the sides to judge between, or the values to choose among."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reconcile.rulings import EMPTY, FIELDS, NAME, OWNERS, PERIOD, STATUS, interval
from veikart.app.review.view import View
from veikart.core.dates_told import period_told
from veikart.core.decisions import Decision
from veikart.core.messages import Catalogue
from veikart.core.outcome import Conflict, Measure, Pair
from veikart.core.records import Field, Record
from veikart.core.text import fold

_NAMED = 4
"""Measures that a question is named after."""

MAX_SIDES = 24
"""Sides of one question; of more, the rest is only counted, and the question stays open."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things to be judged: a measure, or one name of a measure. The first record stands for it."""

    title: str
    measure: Measure | None
    records: tuple[Record, ...]

    @property
    def key(self) -> str:
        """The id of the record that decisions about this side name."""
        return self.records[0].id


@dataclass(frozen=True, slots=True)
class Option:
    """One value that can be chosen for a field of a measure."""

    value: str  # as decisions write it
    label: str
    records: tuple[Record, ...]  # those that say so
    current: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The values to choose among for one measure."""

    measure: Measure
    field: str
    options: tuple[Option, ...]

    @property
    def record(self) -> str:
        """The id of the record that a decision about the measure names."""
        return self.measure.records[0]


@dataclass(frozen=True, slots=True)
class Question:
    """One conflict with what its page shows."""

    conflict: Conflict
    place: int  # in the queue, from 1; 0 where it is decided
    sides: tuple[Side, ...]
    choices: tuple[Choice, ...]  # empty where the question is about identity
    pair: Pair | None
    answers: tuple[Decision, ...]
    cut: int = 0  # sides that are not shown

    @property
    def one_measure(self) -> bool:
        """Tell whether all sides are of one measure now."""
        return len(self.sides) > 1 and len({side.measure.id if side.measure else "" for side in self.sides}) == 1

    @property
    def seen(self) -> str:
        """The answer that a person who sees this page knows of."""
        return self.answers[-1].id if self.answers else ""


def said(records: Iterable[Record], field: str, catalogue: Catalogue) -> list[str]:
    """Return the different values that records give a field, as people read them."""
    values = dict.fromkeys(value for r in records if (value := value_of(r, field)))
    return [label(field, value, catalogue) for value in values]


def ask(view: View, conflict: Conflict, catalogue: Catalogue) -> Question:
    """Return a conflict as a question."""
    records = [view.records[r] for r in conflict.records if r in view.records]
    choices: tuple[Choice, ...] = ()
    if conflict.field in FIELDS:
        measures = [view.measures[m] for m in conflict.measures if m in view.measures]
        choices = tuple(choose(view, measure, conflict.field, catalogue, records) for measure in measures)
    found = _sides(view, records)
    sides = tuple(found[:MAX_SIDES])
    pair = _pair(view, sides) if len(sides) == 2 else None
    place = view.open.index(conflict.id) + 1 if conflict.id in view.open else 0
    return Question(conflict, place, sides, choices, pair, _answers(view, conflict), len(found) - len(sides))


def _answers(view: View, conflict: Conflict) -> tuple[Decision, ...]:
    """Return what answers a conflict: decisions about it, else the decision about its pair from elsewhere."""
    given = view.answers.get(conflict.id) or [d for d in view.standing if d.id == conflict.decision]
    return tuple(given)


def about(conflict: Conflict, view: View) -> str:
    """Return the names of the measures that a conflict is about, a few of them where they are many."""
    names = list(dict.fromkeys(view.measures[m].name for m in conflict.measures if m in view.measures))
    more = [f"+ {len(names) - _NAMED}"] if len(names) > _NAMED else []
    return " · ".join([*names[:_NAMED], *more])


def choose(view: View, measure: Measure, field: str, catalogue: Catalogue, more: Iterable[Record] = ()) -> Choice:
    """Return the values that the records of a measure, and some more, give for a field."""
    own = [view.records[r] for r in measure.records if r in view.records]
    said: dict[str, list[Record]] = {}
    for record in dict.fromkeys((*own, *more)):
        said.setdefault(value_of(record, field), []).append(record)
    said.pop("", None)
    current = standing_value(measure, field)
    order = sorted(said, key=lambda value: (value != current, value))
    if current and current not in said:
        order.insert(0, current)
    options = [Option(v, label(field, v, catalogue), tuple(said.get(v, ())), v == current) for v in order]
    if field != NAME:
        options.append(Option(EMPTY, catalogue.text("review.not_given"), (), not current))
    return Choice(measure, field, tuple(options))


def value_of(record: Record, field: str) -> str:
    """Return a record's value of a field as decisions write it."""
    if field == NAME:
        return record.name
    if field == STATUS:
        return record.value(Field.STATUS)
    if field == OWNERS:
        return "; ".join(dict.fromkeys(record.values(Field.OWNERS)))
    return interval(record.value(Field.PERIOD_START), record.value(Field.PERIOD_END))


def standing_value(measure: Measure, field: str) -> str:
    """Return the value of a measure that stands now."""
    values = {
        NAME: measure.name,
        STATUS: measure.status,
        OWNERS: "; ".join(measure.owners),
        PERIOD: interval(measure.period_start, measure.period_end),
    }
    return values[field]


def label(field: str, value: str, catalogue: Catalogue) -> str:
    """Return a value as people read it."""
    if not value or value == EMPTY:
        return catalogue.text("review.not_given")
    if field == STATUS:
        return catalogue.label("status", value)
    if field == PERIOD and "/" in value:
        start, end = (part.replace("..", "") for part in value.split("/", 1))
        return period_told(start, end, catalogue)
    return value


def _sides(view: View, records: Sequence[Record]) -> list[Side]:
    """Gather records by measure; where all are of one measure, by name; where all have one name, by document."""
    by_measure = {r.id: view.outcome.member_of.get(r.id, "") for r in records}
    by_name = {r.id: fold(r.name) for r in records}
    by_place = {r.id: r.document for r in records}
    keys = next((k for k in (by_measure, by_name, by_place) if len(set(k.values())) > 1), by_measure)
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(keys[record.id], []).append(record)
    return [Side(group[0].name, view.measures.get(by_measure[group[0].id]), tuple(group)) for group in groups.values()]


def _pair(view: View, sides: Sequence[Side]) -> Pair | None:
    """Return the weightiest compared pair between the two sides."""
    found = [p for left in sides[0].records for right in sides[1].records if (p := view.pair(left.id, right.id))]
    return max(found, key=lambda p: p.weight, default=None)
