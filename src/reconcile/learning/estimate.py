"""Shares of the fields' levels estimated from a project's own documents, without labels.

Fellegi and Sunter's model: `chance` comes from pairs taken evenly over all mentions, `same` from the compared pairs by
expectation and maximisation, where crosswalk rows count as one measure and items of one list as two. The packaged
shares stand for a number of pairs already seen, so a few documents move nothing and many have their say; what is moved
is bounded. Nothing depends on the order of the documents.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reconcile.evidence.compare import Evidence
from reconcile.evidence.fields import compare_fields
from reconcile.evidence.model import Model, Share, level_of
from reconcile.mentions import Mention

Pair = tuple[int, int]
Numbers = npt.NDArray[np.float64]

CONVERGED = 1e-4
"""Change of the shares below which the rounds end."""
CERTAIN = 40.0
"""Bits on either side of even odds beyond which a weight makes no difference any more."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the documents show: bits by level, the shares behind them, and the pairs that were looked at."""

    shifts: Mapping[str, float]
    shares: Mapping[str, Share]
    pairs_same: float  # compared pairs that are one measure, as expected
    pairs_chance: int


def estimate(
    model: Model, mentions: Sequence[Mention], evidence: Mapping[Pair, Evidence], bound: Collection[Pair]
) -> Estimate:
    """Estimate from plainly weighed pairs; `bound` pairs are one measure for certain."""
    chance, looked_at = _chance(model, mentions)
    levels = [(comparison, level) for comparison, found in model.fields.items() for level in found]
    known = _known(mentions, evidence, bound)
    reached, plain = _reached(levels, evidence)
    shares = {key: Share(model.fields[key[0]][key[1]].same, chance[key]) for key in levels}
    likely = _likely(plain, known)
    for _ in range(int(model.learning["rounds"])):
        before = shares
        shares = _same(model, levels, reached, likely, chance)
        moved = np.array([_shift(model, key, shares[key]) for key in levels])
        likely = _likely(plain + reached @ moved, known)
        if all(abs(shares[key].same - before[key].same) < CONVERGED for key in levels):
            break
    names = {key: f"{key[0]}: {key[1]}" for key in levels}
    shifts = {names[key]: round(_shift(model, key, shares[key]), 2) for key in levels}
    shifts["prior"] = _prior(model, len(mentions), float(likely.sum()))
    return Estimate(shifts, {names[key]: shares[key] for key in levels}, round(float(likely.sum()), 1), looked_at)


def _chance(model: Model, mentions: Sequence[Mention]) -> tuple[dict[tuple[str, str], float], int]:
    counts: Counter[tuple[str, str]] = Counter()
    looked_at = 0
    for left, right in _spread(len(mentions), int(model.learning["sample"])):
        counts.update((s.name, s.level) for s in compare_fields(mentions[left], mentions[right], model))
        looked_at += 1
    weight = model.learning["pairs_chance"]
    found: dict[tuple[str, str], float] = {}
    for comparison, levels in model.fields.items():
        total = sum(counts[comparison, level] for level in levels)
        for level, share in levels.items():
            found[comparison, level] = (counts[comparison, level] + weight * share.chance) / (total + weight)
    return found, looked_at


def _spread(size: int, most: int) -> Iterator[Pair]:
    """Yield up to about `most` pairs, each number in as many as any other: neighbours, next neighbours, and so on.

    Mentions are numbered by hashed ids, so neighbours have nothing to do with each other.
    """
    for distance in range(1, min(size // 2, max(1, most // max(size, 1))) + 1):
        for left in range(size if 2 * distance < size else size // 2):
            right = (left + distance) % size
            yield (left, right) if left < right else (right, left)


def _known(mentions: Sequence[Mention], evidence: Mapping[Pair, Evidence], bound: Collection[Pair]) -> Numbers:
    """Return 1 for pairs that are one measure for certain, 0 for two items of one list, not a number for the others."""
    certain = set(bound)
    known = np.full(len(evidence), np.nan)
    for row, (left, right) in enumerate(evidence):
        if (left, right) in certain:
            known[row] = 1.0
        elif not mentions[left].listings.isdisjoint(mentions[right].listings):
            known[row] = 0.0
    return known


def _reached(levels: Sequence[tuple[str, str]], evidence: Mapping[Pair, Evidence]) -> tuple[Numbers, Numbers]:
    """Return which levels each pair reached, and the weight of each pair."""
    place = {f"{comparison}: {level}": column for column, (comparison, level) in enumerate(levels)}
    reached = np.zeros((len(evidence), len(levels)))
    for row, found in enumerate(evidence.values()):
        for step in found.steps:
            column = place.get(level_of(step))
            if column is not None:
                reached[row, column] = 1.0
    return reached, np.array([found.weight for found in evidence.values()], dtype=np.float64)


def _likely(weights: Numbers, known: Numbers) -> Numbers:
    """Return the probability of each pair to be one measure."""
    odds: Numbers = 1.0 / (1.0 + np.exp2(-np.clip(weights, -CERTAIN, CERTAIN)))
    return np.where(np.isnan(known), odds, known)


def _same(
    model: Model,
    levels: Sequence[tuple[str, str]],
    reached: Numbers,
    likely: Numbers,
    chance: Mapping[tuple[str, str], float],
) -> dict[tuple[str, str], Share]:
    weight = model.learning["pairs_same"]
    counts = dict(zip(levels, (likely @ reached).tolist(), strict=True))
    found: dict[tuple[str, str], Share] = {}
    for comparison, packaged in model.fields.items():
        total = math.fsum(counts[comparison, level] for level in packaged)
        expected = {level: chance[comparison, level] * share.same / share.chance for level, share in packaged.items()}
        whole = math.fsum(expected.values())
        for level in packaged:  # until the documents say otherwise, a level keeps its weight, not its share
            same = (counts[comparison, level] + weight * expected[level] / whole) / (total + weight)
            found[comparison, level] = Share(same, chance[comparison, level])
    return found


def _shift(model: Model, key: tuple[str, str], share: Share) -> float:
    most = model.learning["most_estimated"]
    return min(most, max(-most, share.weight - model.fields[key[0]][key[1]].weight))


def _prior(model: Model, size: int, same: float) -> float:
    """Return what the share of pairs that are one measure moves the prior."""
    weight, odds = model.learning["pairs_prior"], 2.0**model.prior
    total = size * (size - 1) / 2
    share = (same + weight * odds / (1.0 + odds)) / (total + weight)
    most = model.learning["most_estimated"]
    return round(min(most, max(-most, math.log2(share / (1.0 - share)) - model.prior)), 2)
