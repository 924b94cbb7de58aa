"""What people's decisions move: every verdict adjusts the levels of evidence that spoke for or against it.

Logistic regression on the levels that the decided pairs reached, with the weights of the run as offset and a normal
prior around them: the most probable shifts, found by Newton's method. One decision moves a level by a fraction of a
bit, many that agree move it up to a bound. A decision that the evidence was far from (`surprise`) rests on what the
evidence does not know, and moves nothing. Nothing depends on the order of the decisions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reconcile.evidence.compare import Evidence
from reconcile.evidence.model import level_of

ROUNDS = 25
"""Steps of Newton's method; the problem is convex and small, a handful is enough."""
UNMOVED = frozenset({"prior", "documents"})
"""What decisions do not move, because it is no level of a pair. People see doubtful pairs only: their answers say
nothing of how many pairs are one measure."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A decided pair with its evidence. A decision about several pairs shares its one voice among them."""

    evidence: Evidence
    same: bool
    voice: float = 1.0


def adjust(judged: Sequence[Judged], learning: Mapping[str, float]) -> dict[str, float]:
    """Return the bits that decisions move each level."""
    heard = [j for j in judged if (j.evidence.weight if j.same else -j.evidence.weight) > -learning["surprise"]]
    names = sorted({level for j in heard for level in _levels(j.evidence)})
    if not names:
        return {}
    place = {name: column for column, name in enumerate(names)}
    rows = sorted((j.evidence.weight, j.same, j.voice, sorted(place[n] for n in _levels(j.evidence))) for j in heard)
    reached = np.zeros((len(rows), len(names)))
    for row, (_, _, _, columns) in enumerate(rows):
        reached[row, columns] = 1.0
    offset = np.array([weight for weight, _, _, _ in rows])
    same = np.array([float(same) for _, same, _, _ in rows])
    voice = np.array([voice for _, _, voice, _ in rows])
    shifts = np.zeros(len(names))
    ridge = 1.0 / learning["spread"] ** 2
    for _ in range(ROUNDS):
        likely = 1.0 / (1.0 + np.exp2(-(offset + reached @ shifts)))
        slope = np.log(2.0) * reached.T @ (voice * (same - likely)) - ridge * shifts
        bend = np.log(2.0) ** 2 * (reached.T * (voice * likely * (1.0 - likely))) @ reached + ridge * np.eye(len(names))
        shifts = shifts + np.linalg.solve(bend, slope)
    most = learning["most_decided"]
    return {name: round(float(min(most, max(-most, shift))), 2) for name, shift in zip(names, shifts, strict=True)}


def _levels(evidence: Evidence) -> set[str]:
    return {level_of(step) for step in evidence.steps} - UNMOVED
