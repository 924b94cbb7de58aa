"""The weights of the evidence: data/model.toml, hashed so that a run can be told apart from one with other weights."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from veikart.core.ids import short_hash


@dataclass(frozen=True, slots=True)
class Model:
    """Weights in bits by section and name."""

    prior: float
    title: Mapping[str, float]
    fields: Mapping[str, float]
    against: Mapping[str, float]
    link: Mapping[str, float]
    clustering: Mapping[str, float]
    hash: str


@cache
def load_model() -> Model:
    """Return the packaged model."""
    text = (files("reconcile") / "data" / "model.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    sections = {name: data[name] for name in ("title", "fields", "against", "link", "clustering")}
    return Model(prior=data["prior"], hash=short_hash("model", text.replace("\r\n", "\n")), **sections)
