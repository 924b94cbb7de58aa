"""Decisions, version 0 to 1: a line written by hand gets the id that it goes by when it is undone."""

from typing import Any

from veikart.core.ids import short_hash


def step(line: dict[str, Any]) -> dict[str, Any]:
    """Return the line with an id, which hashes what was decided, by whom and when."""
    if line.get("id"):
        return line
    sides = (_record(line.get(side)) for side in ("left", "right"))
    told = (str(line["verdict"]), *sides, str(line.get("by", "")), str(line.get("when", "")))
    return {**line, "id": "d" + short_hash("decision", *told)}


def _record(side: object) -> str:
    return str(side.get("record", "")) if isinstance(side, dict) else ""
