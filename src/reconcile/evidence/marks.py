"""Evidence against: steps, versions and age groups that tell measures of like names apart."""

from collections.abc import Mapping

from reconcile.evidence.rarity import CONTENT_BITS, Rarity
from reconcile.language.parts import Marks, Parsed
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


def compare_whom(left: Parsed, right: Parsed, rarity: Rarity, against: Mapping[str, float]) -> list[Step]:
    """Return a step where a name tells for whom it is, and the other says nothing of them: "… for fastleger"."""
    one, other = _unshared(left, right, rarity), _unshared(right, left, rarity)
    if not one and not other:
        return []
    weight, level = (against["whom"], "other") if one and other else (against["whom_and_none"], "one only")
    return [Step("for whom", weight, " ".join(left.whom) or "–", " ".join(right.whom) or "–", level)]


def _unshared(name: Parsed, beside: Parsed, rarity: Rarity) -> bool:
    told = [part for part in name.whom if rarity.of(part) >= CONTENT_BITS]
    return bool(told) and set(told).isdisjoint(beside.parts)
