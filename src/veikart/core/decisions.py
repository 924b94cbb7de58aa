"""People's decisions about records: one JSON line each in decisions/decisions.jsonl, appended and never rewritten."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from veikart.core.ids import short_hash
from veikart.core.migrations import schema, upgraded
from veikart.core.problems import Code, Level, Problem, problem

KIND = "decision"


class Judgement(StrEnum):
    """What a person decided."""

    SAME = "same"
    DIFFERENT = "different"
    RELATED = "related"
    UNSURE = "unsure"
    VALUE = "value"  # which value of a field stands, or that a conflict is settled as it is
    UNDO = "undo"  # takes back an earlier decision


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two records of a decision, with what it was called, so that it is found again in the next deck."""

    record: str
    title: str = ""
    name: str = ""
    document: str = ""
    source: str = ""  # series or issuer of the document, "" where unknown


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. `line` is its place in the file, from 1; it is not written."""

    id: str
    judgement: Judgement
    left: Side
    right: Side
    by: str = ""
    when: str = ""  # ISO 8601
    reason: str = ""
    evidence: str = ""  # hash of the evidence that the person saw
    conflict: str = ""  # id of the conflict that it answers
    field: str = ""  # with VALUE: the field and the value that stands
    value: str = ""
    undoes: str = ""  # with UNDO: the id of the decision taken back
    line: int = 0


def make_decision(judgement: Judgement, left: Side, right: Side, *, by: str, when: str, reason: str = "") -> Decision:
    """Return a decision with its id, which hashes what was decided, by whom and when."""
    key = short_hash("decision", judgement, left.record, right.record, by, when)
    return Decision("d" + key, judgement, left, right, by=by, when=when, reason=reason)


def undo(decision: Decision, *, by: str, when: str, reason: str = "") -> Decision:
    """Return the decision that takes back another."""
    made = make_decision(Judgement.UNDO, decision.left, decision.right, by=by, when=when, reason=reason)
    return replace(made, id="d" + short_hash("undo", decision.id, by, when), undoes=decision.id)


def to_line(decision: Decision) -> str:
    """Return the decision as one line of JSON without line feed; empty fields are left out, keys sorted."""
    body: dict[str, object] = {"schema": schema(KIND), "id": decision.id, "verdict": decision.judgement.value}
    body["left"], body["right"] = _side(decision.left), _side(decision.right)
    for name in ("by", "when", "reason", "evidence", "conflict", "field", "value", "undoes"):
        if text := str(getattr(decision, name)):
            body[name] = text
    return json.dumps(body, ensure_ascii=False, sort_keys=True)


def read_decisions(lines: Iterable[str]) -> tuple[list[Decision], list[Problem]]:
    """Read decisions; a line that cannot be used costs that line and is reported with its number."""
    decisions, problems = [], []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            decisions.append(replace(_from_line(line), line=number))
        except (ValueError, KeyError, TypeError) as error:
            reason = f"{type(error).__name__}: {error}"
            problems.append(
                problem(Code.DECISION_UNREADABLE, Level.ERROR, place=f"line {number}", line=number, reason=reason)
            )
    return decisions, problems


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that are in force: not taken back, and none of UNDO. Order is kept."""
    kept: list[Decision] = []
    for decision in decisions:
        if decision.judgement is Judgement.UNDO:
            kept = [d for d in kept if d.id != decision.undoes]
        else:
            kept.append(decision)
    return kept


def _side(side: Side) -> dict[str, str]:
    values = {name: str(getattr(side, name)) for name in ("record", "title", "name", "document", "source")}
    return {name: value for name, value in values.items() if value}


def _from_line(line: str) -> Decision:
    body = json.loads(line)
    if not isinstance(body, dict):
        raise TypeError("not an object")
    body = upgraded(body, KIND)
    left, right = _read_side(body.get("left", {})), _read_side(body.get("right", {}))
    return Decision(
        _text(body, "id"),
        Judgement(body["verdict"]),
        left,
        right,
        by=_text(body, "by"),
        when=_text(body, "when"),
        reason=_text(body, "reason"),
        evidence=_text(body, "evidence"),
        conflict=_text(body, "conflict"),
        field=_text(body, "field"),
        value=_text(body, "value"),
        undoes=_text(body, "undoes"),
    )


def _text(body: dict[str, object], name: str) -> str:
    value = body.get(name, "")
    if not isinstance(value, str):
        raise TypeError(f"{name} is not a text")
    return value


def _read_side(body: object) -> Side:
    if not isinstance(body, dict):
        raise TypeError("a side is not an object")
    return Side(**{name: _text(body, name) for name in ("record", "title", "name", "document", "source")})
