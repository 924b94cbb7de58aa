"""The sensitivity of what is exported: the highest of its sources, a ceiling that refuses, and leaving out."""

from collections.abc import Sequence
from dataclasses import dataclass

from veikart.core.config import Config
from veikart.core.records import Extraction
from veikart.core.vocabulary import Vocabulary, load_vocabulary


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How much was left out because its documents are above the ceiling."""

    documents: int = 0
    records: int = 0
    ceiling: str = ""


NOTHING = LeftOut()


def highest(extractions: Sequence[Extraction], config: Config) -> str:
    """Return the highest label among documents and their records, "" where none has one."""
    vocabulary = load_vocabulary(config.vocabulary or None)
    return vocabulary.highest_sensitivity([_label(extraction, vocabulary) for extraction in extractions])


def over_ceiling(extractions: Sequence[Extraction], config: Config) -> list[str]:
    """Return the documents whose label is above `export.max_sensitivity`; none where no ceiling is set."""
    ceiling, vocabulary = config.export.max_sensitivity, load_vocabulary(config.vocabulary or None)
    if not ceiling:
        return []
    rank = vocabulary.sensitivity_rank
    return [e.document.path for e in extractions if rank(_label(e, vocabulary)) > rank(ceiling)]


def redact(extractions: Sequence[Extraction], config: Config) -> tuple[list[Extraction], LeftOut]:
    """Return the extractions below the ceiling, and how many documents and records were left out.

    A document above the ceiling goes whole: its path and title may tell what its records would.
    """
    over = frozenset(over_ceiling(extractions, config))
    kept = [e for e in extractions if e.document.path not in over]
    records = sum(len(e.records) for e in extractions if e.document.path in over)
    return kept, LeftOut(len(over), records, config.export.max_sensitivity) if over else NOTHING


def _label(extraction: Extraction, vocabulary: Vocabulary) -> str:
    """Return the highest label of a document: its own, or that of one of its records."""
    labels = {extraction.document.sensitivity, *(record.sensitivity for record in extraction.records)}
    return vocabulary.highest_sensitivity(sorted(labels))
