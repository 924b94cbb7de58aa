"""Title evidence: one feature with levels. Which words of the names agree, weighted by how rare they are."""

from collections.abc import Mapping

from rapidfuzz import fuzz

from reconcile.evidence.rarity import CONTENT_BITS, Rarity
from reconcile.language.parts import Parsed
from veikart.core.outcome import Step


def compare_titles(left: Parsed, right: Parsed, rarity: Rarity, weights: Mapping[str, float]) -> Step:
    """Return the title step for two names: the level that they reach and its weight."""
    shared = set(left.parts) & set(right.parts)
    only_left, only_right = set(left.parts) - shared, set(right.parts) - shared
    common, least = rarity.sum(shared), weights["missing_least"]
    alone, beside = rarity.missed(only_left, least), rarity.missed(only_right, least)
    if left.key == right.key:
        return _step("title: same", weights["level_same"] + weights["shared"] * common, left, right, weights)
    level, missing = _level(shared, alone, beside, rarity)
    weight = weights[f"level_{level}"] + weights["shared"] * common
    if missing == "longer" and _subtitle(left, right):
        weight -= weights["missing_subtitle"] * max(alone, beside)
    elif missing == "longer":
        weight -= weights["missing_longer"] * max(alone, beside)
    else:
        weight -= weights["missing"] * (alone + beside)
    spelled = _spelling(left, right, rarity, weights)
    if spelled is not None and spelled > weight:
        return _step("title: spelling", spelled, left, right, weights)
    return _step(f"title: {level.replace('_', ' ')}", weight, left, right, weights)


def _subtitle(left: Parsed, right: Parsed) -> bool:
    """Tell whether one name is what the other has before a colon: the rest tells about it."""
    for short, long in ((left, right), (right, left)):
        if ":" in long.text and set(short.parts) == set(long.head):
            return True
    return False


def _level(shared: set[str], alone: float, beside: float, rarity: Rarity) -> tuple[str, str]:
    if not any(rarity.of(part) >= CONTENT_BITS for part in shared):
        return "overlap", "both"
    if alone + beside < CONTENT_BITS:
        return "same_parts", "both"
    if min(alone, beside) < CONTENT_BITS:
        return "contained", "longer"
    return "overlap", "both"


def _spelling(left: Parsed, right: Parsed, rarity: Rarity, weights: Mapping[str, float]) -> float | None:
    """Weight of names that are nearly the same letter by letter, None where they are not.

    Digits must agree: "12-16" and "12-15" differ by more than a slip.
    """
    floor = weights["spelling_floor"]
    alike = fuzz.ratio(left.key, right.key, score_cutoff=100 * floor) / 100
    if alike < floor or min(len(left.key), len(right.key)) < 8:
        return None
    if [c for c in left.key if c.isdigit()] != [c for c in right.key if c.isdigit()]:
        return None
    whole = min(rarity.sum(left.parts), rarity.sum(right.parts))
    return weights["level_spelling"] + weights["shared"] * whole * (alike - floor) / (1 - floor)


def _step(name: str, weight: float, left: Parsed, right: Parsed, weights: Mapping[str, float]) -> Step:
    over = max(0.0, weight - weights["cap"])  # long names need no more, but the nearer of two stays the nearer
    return Step(name, round(weight - (1.0 - weights["beyond_cap"]) * over, 3), left.text, right.text)
