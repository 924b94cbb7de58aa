"""Older lines of decisions/ made into lines of today: one step from a version to the next, each in a file of its own.

Every line tells its version (`"schema": "veikart/decision/2"`); a line without one is of version 0, as people write
them by hand. Steps are pure functions of a line's object, so that what is read and what is migrated for good are the
same. A new version is a new file here, a line in `STEPS`, and a case in the tests with lines as the old code wrote
them.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from veikart.core.migrations import decision_1, decision_2, measures_1

Line: TypeAlias = dict[str, Any]
Step: TypeAlias = Callable[[Line], Line]

STEPS: Mapping[str, tuple[Step, ...]] = {
    "decision": (decision_1.step, decision_2.step),
    "measures": (measures_1.step,),
}
"""By kind of line: the step to version 1, to version 2, and so on."""

_SCHEMA = re.compile(r"veikart/([a-z]+)/(\d{1,6})")


def newest(kind: str) -> int:
    """Return the version that is written today."""
    return len(STEPS[kind])


def schema(kind: str) -> str:
    """Return what a line of today says it is."""
    return f"veikart/{kind}/{newest(kind)}"


def version_of(line: Mapping[str, Any], kind: str) -> int:
    """Return a line's version, 0 where it has none.

    Raises:
        ValueError: it is a line of something else.
    """
    told = line.get("schema")
    if told is None:
        return 0
    found = _SCHEMA.fullmatch(str(told))
    if found is None or found[1] != kind:
        raise ValueError(f"not a line of {kind}: {told!r}")
    return int(found[2])


def upgraded(line: Line, kind: str) -> Line:
    """Return a line as it would be written today; one of today is returned as it is.

    Raises:
        ValueError, KeyError, TypeError: it is no line that could ever be used, or one of a version to come.
    """
    version = version_of(line, kind)
    if version > newest(kind):
        raise ValueError(f"version {version} is newer than {newest(kind)}")
    for step in STEPS[kind][version:]:
        line = step(line)
    return {**line, "schema": schema(kind)}
