"""Votes that a measure got in a workshop: "Felles vaktbok (14 stemmer)", "Felles vaktbok 14 stemmer"."""

import re

from veikart.core.text import mend

_UNITS = r"(?:stemmer?|røyster?|röster?|votes?|poeng|points?|p)"
_ONE = re.compile(r"=\s*(?:én|en|ei|ett|one|1)\s+(?:stemme|røyst|röst|vote|poeng|point)\b", re.IGNORECASE)
_VOTES = re.compile(rf"\d+\s*{_UNITS}", re.IGNORECASE)
_BEHIND = re.compile(rf"^(?P<name>.*[^\W\d_]\S*?)[\s,:–—-]+(?P<votes>\d+\s*{_UNITS})$", re.IGNORECASE)


def tells_vote(text: str) -> bool:
    """Tell whether a line says that a sign counts for a vote: "● = én stemme"."""
    return _ONE.search(text) is not None


def is_votes(text: str) -> bool:
    """Tell whether a text is a number of votes."""
    return _VOTES.fullmatch(text) is not None


def votes_behind(text: str) -> tuple[str, str] | None:
    """Return the name and the votes that a text ends in, None where it does not."""
    match = _BEHIND.match(mend(text))
    return (match["name"], match["votes"]) if match is not None else None
