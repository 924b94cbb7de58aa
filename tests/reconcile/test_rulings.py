"""A person's value of a field stands; the documents' values stay in the statements."""

import pytest

from reconcile.rulings import EMPTY, Ruling, apply_rulings, interval, read_interval
from veikart.core.decisions import Decision, Judgement, Side
from veikart.core.outcome import Measure
from veikart.core.records import Field, Record, Role, Statement


def record(key: str, name: str, **values: str) -> Record:
    statements = (Statement(Field.NAME, name), *(Statement(Field(f), v) for f, v in values.items()))
    return Record(key, "a.pdf", key, 1, Role.MEASURE, statements)


RECORDS = {
    "r1": record("r1", "Timer 2.0", period_start="2023-01-01", period_end="2023-12-31", status="planned", owners="HN"),
    "r2": record("r2", "Timetjeneste", period_start="2025-01-01", status="ongoing", owners="HV"),
    "r3": record("r3", "Noe annet", status="done"),
}
MEASURES = (
    Measure("m1", "Timer 2.0", ("Timetjeneste",), ("HN", "HV"), "2023-01-01", "2023-12-31", "planned", "",
            ("r1", "r2"), ("a.pdf",)),
    Measure("m2", "Noe annet", (), (), "", "", "done", "", ("r3",), ("a.pdf",)),
)  # fmt: skip
CHOSEN = {("r1", "name", "Timer 2.0"), ("r1", "period_start", "2023-01-01"), ("r1", "period_end", "2023-12-31"),
          ("r1", "status", "planned"), ("r1", "owners", "HN"), ("r2", "owners", "HV"),
          ("r3", "status", "done")}  # fmt: skip


def rule(field: str, value: str, key: str = "r1") -> Ruling:
    side = Side(key)
    return Ruling(Decision("d1", Judgement.VALUE, side, side, field=field, value=value), (RECORDS[key],))


def ruled(*rulings: Ruling) -> tuple[Measure, set[tuple[str, str, str]]]:
    measures, chosen = apply_rulings(MEASURES, CHOSEN, rulings, RECORDS)
    assert measures[1] == MEASURES[1]
    assert ("r3", "status", "done") in chosen
    return measures[0], chosen


def test_a_name_of_the_documents() -> None:
    measure, chosen = ruled(rule("name", "Timetjeneste"))
    assert (measure.name, measure.aliases) == ("Timetjeneste", ("Timer 2.0",))
    assert {c for c in chosen if c[1] == "name"} == {("r2", "name", "Timetjeneste")}


def test_a_name_of_their_own() -> None:
    measure, chosen = ruled(rule("name", "Bestille time"))
    assert (measure.name, measure.aliases) == ("Bestille time", ("Timer 2.0", "Timetjeneste"))
    assert not {c for c in chosen if c[1] == "name"}


@pytest.mark.parametrize("value", ["2025-01-01/..", "2025 →"])
def test_a_period_marks_the_statements_that_say_so(value: str) -> None:
    measure, chosen = ruled(rule("period", value))
    assert (measure.period_start, measure.period_end) == ("2025-01-01", "")
    assert {c for c in chosen if c[1].startswith("period")} == {("r2", "period_start", "2025-01-01")}


def test_status_owners_and_leaving_empty() -> None:
    measure, chosen = ruled(rule("status", "ongoing", "r2"), rule("owners", "HV; Sunnby kommune"))
    assert (measure.status, measure.owners) == ("ongoing", ("HV", "Sunnby kommune"))
    assert {c for c in chosen if c[1] == "owners"} == {("r2", "owners", "HV")}
    assert ("r2", "status", "ongoing") in chosen
    empty, chosen = ruled(rule("status", EMPTY), rule("owners", EMPTY), rule("period", EMPTY))
    assert (empty.status, empty.owners, empty.period_start, empty.period_end) == ("", (), "", "")
    assert not {c for c in chosen if c[0] in ("r1", "r2") and c[1] != "name"}


def test_of_two_rulings_the_later_stands() -> None:
    measure, _ = ruled(rule("status", "done"), rule("status", "planned", "r2"))
    assert measure.status == "planned"


@pytest.mark.parametrize(("field", "value"), [("period", "snart"), ("name", EMPTY), ("status", ""), ("colour", "red")])
def test_what_cannot_be_carried_out_changes_nothing(field: str, value: str) -> None:
    assert ruled(rule(field, value)) == (MEASURES[0], CHOSEN)


@pytest.mark.parametrize("span", [("2026-01-01", "2027-12-31"), ("2026-01-01", ""), ("", "2027-12-31")])
def test_intervals_come_back(span: tuple[str, str]) -> None:
    assert read_interval(interval(*span)) == span
