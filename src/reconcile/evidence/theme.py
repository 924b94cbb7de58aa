"""Evidence from what the names of a bound group have in common.

A crosswalk puts several names under one common measure. A name made of nothing but what those names share ("digitale
skjema" beside six kinds of forms) names the common measure itself, though it is like none of them letter by letter.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.evidence.rarity import CONTENT_BITS, Rarity
from reconcile.language.parts import Parsed
from veikart.core.outcome import Step

MIN_NAMES = 3
"""Distinct names that a group needs before it has a theme."""
MIN_HOLDERS = 2
"""Names that must hold a part for it to belong to the theme."""
MIN_CORE = 0.35
"""Share of the theme's weight that a name must hold."""
RARE_BITS = 4.2
"""Rarity of a part outside the theme from which the name is about something else."""
MIN_SHARE = 0.3
"""Share of the group's names that hold the part which carries the theme."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The parts that two or more names of a bound group share; `core` those that a good share of them hold."""

    node: int  # one of the group
    parts: frozenset[str]
    core: frozenset[str]
    text: str


def make_theme(nodes: Sequence[int], names: Mapping[int, Sequence[Parsed]], rarity: Rarity) -> Theme | None:
    """Return the theme of a bound group, None where its names have too little in common."""
    distinct = {name.key: name for node in nodes for name in names[node]}
    if len(distinct) < MIN_NAMES:
        return None
    held: Counter[str] = Counter(part for name in distinct.values() for part in name.parts)
    parts = frozenset(part for part, count in held.items() if count >= MIN_HOLDERS)
    core = frozenset(p for p in parts if held[p] >= MIN_SHARE * len(distinct) and rarity.of(p) >= CONTENT_BITS)
    return Theme(nodes[0], parts, core, " ".join(sorted(core))) if core else None


def compare_theme(name: Parsed, theme: Theme, rarity: Rarity, weights: Mapping[str, float]) -> Step | None:
    """Weigh a name against a theme; None where it does not hold the core of it."""
    own = {part for part in name.parts if rarity.of(part) >= CONTENT_BITS}
    if rarity.sum(own & theme.core) < MIN_CORE * rarity.sum(theme.core):
        return None
    if any(rarity.of(part) >= RARE_BITS for part in own - theme.parts):
        return None
    shared = rarity.sum(own & theme.parts)
    beside = rarity.sum(own - theme.parts)
    weight = weights["level_theme"] + weights["shared"] * shared - weights["missing"] * beside
    return Step("title: common theme", round(min(weight, weights["cap_theme"]), 3), name.text, theme.text)


def theme_pairs(
    themes: Sequence[Theme], names: Mapping[int, Sequence[Parsed]], bound: frozenset[int]
) -> Iterator[tuple[int, Theme]]:
    """Yield nodes outside the groups with the themes whose core they share."""
    index: dict[str, list[Theme]] = {}
    for theme in themes:
        for part in theme.core:
            index.setdefault(part, []).append(theme)
    for node in sorted(set(names) - bound):
        near = {theme.node: theme for name in names[node] for part in name.parts for theme in index.get(part, ())}
        for key in sorted(near):
            yield node, near[key]
