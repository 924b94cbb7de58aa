"""model.json: the weights that the run used, each with the packaged weight and what moved it."""

import json
from dataclasses import asdict

from veikart.core.outcome import LevelWeight, RunModel

SCHEMA = "veikart/model/1"


def model_file(model: RunModel) -> bytes:
    """Return the model as JSON; all weights are in bits, what is not known is null."""
    body = asdict(model) | {"schema": SCHEMA, "levels": [_level(level) for level in model.levels]}
    return (json.dumps(body, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _level(level: LevelWeight) -> dict[str, object]:
    weight = None if level.packaged is None else round(level.packaged + level.shift, 3)
    return asdict(level) | {"weight": weight}
