"""What changes between two states: measures that come and go, mentions that move, questions that fall away."""

from collections.abc import Mapping
from dataclasses import dataclass

from veikart.app.review.view import View
from veikart.core.outcome import Measure

SHOWN = 12
"""Measures listed; the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One measure before and after; None where it is not there."""

    before: Measure | None
    after: Measure | None


@dataclass(frozen=True, slots=True)
class Effect:
    """The difference between two states."""

    measures: tuple[int, int]  # before and after
    questions: tuple[int, int]  # open ones
    moved: int  # mentions whose neighbours changed
    revalued: int  # measures with the same mentions and other values
    changed: tuple[Changed, ...] = ()

    @property
    def nothing(self) -> bool:
        """Tell whether all measures are as they were."""
        return not self.moved and not self.revalued


def compare(before: View, after: View) -> Effect:
    """Return what is different."""
    old, new = before.measures, after.measures
    together = [_together(measures) for measures in (old, new)]
    moved = sum(together[0].get(r) != members for r, members in together[1].items())
    changed = tuple(
        Changed(old.get(identity), new.get(identity))
        for identity in dict.fromkeys((*old, *new))
        if old.get(identity) != new.get(identity)
    )
    revalued = sum(
        c.before is not None and c.after is not None and c.before.records == c.after.records for c in changed
    )
    return Effect((len(old), len(new)), (len(before.open), len(after.open)), moved, revalued, changed[:SHOWN])


def _together(measures: Mapping[str, Measure]) -> dict[str, tuple[str, ...]]:
    return {record: measure.records for measure in measures.values() for record in measure.records}
