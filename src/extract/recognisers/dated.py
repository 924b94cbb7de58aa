"""Lines that begin with their period: "Q3 2026: Shared calendar", "Mars 2026 – Felles kalender"."""

import re
from dataclasses import dataclass

from veikart.core.periods import FoundPeriod, find_periods
from veikart.core.text import mend

_AFTER = re.compile(r"\s*(?:[:–—|]|-(?=\s)|->|→|\.(?=\s))\s*(?P<rest>\S.*)$")
_BARE = re.compile(r"\s+(?P<rest>[^\W\d_a-zæøåäöü][^\W\d_]*\s.*)$")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_OPENING = " ([*"


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A line whose text stands behind its period."""

    found: FoundPeriod
    rest: str

    @property
    def is_year(self) -> bool:
        """Tell whether the period is no more than a year, as in histories."""
        return self.found.kind == "year"


def dated_line(text: str) -> DatedLine | None:
    """Return the period that a line begins with and what stands behind it; None for any other line."""
    text = mend(text)
    found = next(iter(find_periods(text)), None)
    if found is None or text[: found.start].strip(_OPENING):
        return None
    behind = text[found.end :].lstrip(")]*")
    after = _AFTER.match(behind) or (_BARE.match(behind) if found.kind != "year" else None)
    if after is None or not _LETTERS.search(after["rest"]):
        return None
    return DatedLine(found, after["rest"].strip())


def dated_share(texts: list[str]) -> float:
    """Return the share of texts that begin with a period; a bare year counts half, since histories begin so too."""
    lines = [dated_line(text) for text in texts]
    return sum(0.0 if line is None else 0.5 if line.is_year else 1.0 for line in lines) / max(len(texts), 1)
