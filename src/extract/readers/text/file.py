"""Text files as a whole: read within the limits and decoded, for every format that is plain text."""

import re
from pathlib import Path

from extract.readers.base import Limits
from extract.readers.text.decode import decode
from veikart.core.problems import Code, DocumentError, Level, Problem, problem

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read_text(path: Path, limits: Limits) -> tuple[str, list[Problem]]:
    """Return the text of a file, and a problem where its encoding had to be guessed.

    Raises:
        DocumentError: EMPTY, TOO_LARGE or UNREADABLE.
    """
    try:
        size = path.stat().st_size
        if size > limits.unpacked_bytes:
            cause = problem(Code.TOO_LARGE, Level.ERROR, size=size, limit=limits.unpacked_bytes, unit="bytes")
            raise DocumentError(cause)
        text, notes = decode(path.read_bytes())
    except OSError as fault:
        raise DocumentError(problem(Code.UNREADABLE, Level.ERROR, reason=type(fault).__name__)) from fault
    if not text.strip():
        raise DocumentError(problem(Code.EMPTY, Level.ERROR))
    return text, notes


def iso_day(text: str) -> str:
    """Return the day that a text begins with (ISO 8601), "" where it does not."""
    match = _ISO_DAY.match(text)
    return match[0] if match else ""
