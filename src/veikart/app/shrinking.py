"""Whether an export would lose much of what the last one held: a deck that was cut, a reader that fails on it now.

The last export itself is what is compared with, so the question stays until somebody answers it.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from veikart.core.problems import Code, Level, Problem, problem
from veikart.core.records import Extraction

_FEW = 10
"""Fewer records or measures than this come and go without a question."""


def shrunk(exports: Path, extractions: Sequence[Extraction], measures: int, share: float) -> list[Problem]:
    """Return a problem for the export, and for every document that was read, that loses more than the share.

    A document that left raw/ or could not be read at all is told of elsewhere.
    """
    held = Counter(_column(exports / "records.csv", "document"))
    now = {e.document.path: len(e.records) for e in extractions if e.document.kind}
    found = [
        problem(Code.EXPORT_SHRANK, Level.ERROR, 0, "", before=held[path], after=count, document=path)
        for path, count in sorted(now.items())
        if _is_sharp(held[path], count, share)
    ]
    before = sum(1 for _ in _column(exports / "measures.csv", "measure_id"))
    if _is_sharp(before, measures, share):
        found.append(problem(Code.EXPORT_SHRANK, Level.ERROR, before=before, after=measures))
    return found


def _is_sharp(before: int, after: int, share: float) -> bool:
    return before >= _FEW and before - after > share * before


def _column(file: Path, name: str) -> Iterator[str]:
    """Yield a column of a table that may be missing or damaged."""
    try:
        with file.open(encoding="utf-8-sig", errors="replace", newline="") as source:
            for row in csv.DictReader(source):
                yield row.get(name) or ""
    except (OSError, csv.Error):
        return
