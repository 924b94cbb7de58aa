"""Votes that a measure got in a workshop: "Felles vaktbok (14 stemmer)", "Felles vaktbok 14 stemmer"."""

import re

from veikart.core.text import mend

_UNITS = r"(?:stemmer?|røyster?|röster?|votes?|poeng|points?|p)"
_VOTES = re.compile(rf"\d+\s*{_UNITS}", re.IGNORECASE)
_BEHIND = re.compile(rf"^(?P<name>.*[^\W\d_]\S*?)[\s,:–—-]+(?P<votes>\d+\s*{_UNITS})$", re.IGNORECASE)


def is_votes(text: str) -> bool:
    """Tell whether a text is a number of votes."""
    return _VOTES.fullmatch(text) is not None


def votes_behind(text: str) -> tuple[str, str] | None:
    """Return the name and the votes that a text ends in, None where it does not."""
    match = _BEHIND.match(mend(text))
    return (match["name"], match["votes"]) if match is not None else None
