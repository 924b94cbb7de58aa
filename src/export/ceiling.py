"""The sensitivity of what is exported: the highest of its sources, and a ceiling that refuses."""

from collections.abc import Sequence

from veikart.core.config import Config
from veikart.core.records import Extraction
from veikart.core.vocabulary import load_vocabulary


def highest(extractions: Sequence[Extraction]) -> str:
    """Return the highest label among the documents, "" where none has one."""
    return load_vocabulary().highest_sensitivity([e.document.sensitivity for e in extractions])


def over_ceiling(extractions: Sequence[Extraction], config: Config) -> list[str]:
    """Return the documents whose label is above `export.max_sensitivity`; none where no ceiling is set."""
    ceiling = config.export.max_sensitivity
    if not ceiling:
        return []
    rank = load_vocabulary(config.vocabulary or None).sensitivity_rank
    return [e.document.path for e in extractions if rank(e.document.sensitivity) > rank(ceiling)]
