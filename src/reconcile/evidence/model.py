"""The weights of the evidence: data/model.toml, hashed so that a run can be told apart from one with other weights."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from veikart.core.ids import short_hash
from veikart.core.outcome import Step


@dataclass(frozen=True, slots=True)
class Share:
    """How often two mentions reach a level of a comparison: mentions of one measure, and mentions taken by chance."""

    same: float
    chance: float

    @property
    def weight(self) -> float:
        """Weight of the level in bits (Fellegi and Sunter's log2 m/u)."""
        return math.log2(self.same / self.chance)


Shares = Mapping[str, Mapping[str, Share]]
"""Comparison → level → shares; the levels of a comparison exclude each other."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights in bits by section and name, and the shares of the fields' levels."""

    prior: float
    title: Mapping[str, float]
    fields: Shares
    kinship: Mapping[str, float]
    document: Mapping[str, float]
    against: Mapping[str, float]
    link: Mapping[str, float]
    clustering: Mapping[str, float]
    learning: Mapping[str, float]
    hash: str

    def field_step(self, comparison: str, level: str, left: str, right: str) -> Step:
        """Return the step of a field's comparison that reached a level."""
        return Step(comparison, round(self.fields[comparison][level].weight, 3), left, right, level)


@cache
def load_model() -> Model:
    """Return the packaged model."""
    text = (files("reconcile") / "data" / "model.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    sections = ("title", "kinship", "document", "against", "link", "clustering", "learning")
    fields = {name: {level: Share(*pair) for level, pair in levels.items()} for name, levels in data["fields"].items()}
    return Model(
        prior=data["prior"],
        fields=fields,
        hash=short_hash("model", text.replace("\r\n", "\n")),
        **{name: data[name] for name in sections},
    )


def level_of(step: Step) -> str:
    """Return the level of evidence that a step stands for, as it is named in a run's model: "owner: same"."""
    return f"{step.name}: {step.level}" if step.level else step.name
