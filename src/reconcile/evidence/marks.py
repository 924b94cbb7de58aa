"""Evidence against: steps, versions and age groups that tell measures of like names apart."""

from collections.abc import Mapping

from reconcile.language.parts import Marks
from veikart.core.outcome import Step


def compare_marks(left: Marks, right: Marks, against: Mapping[str, float]) -> list[Step]:
    """Return a step for each kind of mark in which the names differ."""
    kinds = (
        ("step", left.steps, right.steps, against["steps"], against["step_and_none"]),
        ("version", left.versions, right.versions, against["versions"], against["version_and_none"]),
        ("kind of work", left.kinds, right.kinds, against["kinds"], against["kinds"]),
        ("ages", left.ages, right.ages, against["ages"], against["ages_and_none"]),
    )
    steps = []
    for name, one, other, differ, missing in kinds:
        if one == other:
            continue
        weight, level = (differ, "other") if one and other else (missing, "one only")
        steps.append(Step(name, weight, ", ".join(sorted(one)) or "–", ", ".join(sorted(other)) or "–", level))
    return steps
