"""Files of an older version in decisions/: rewritten line by line, with a copy of what they were.

Lines that cannot be read stay byte for byte. A kill in the middle leaves a file as it was or as it will be, and a copy
that the next time makes anew.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from veikart.core.files import exclusive, write_atomic
from veikart.core.migrations import newest, upgraded, version_of

Usable: TypeAlias = Callable[[str], bool]
"""Tells whether a line can be read."""


def migrate(file: Path, kind: str, is_usable: Usable) -> Path | None:
    """Bring the lines of a file to today's version; return where the copy lies, None where all were of today.

    A line that is not usable afterwards stays as it is.

    To be called by one who may write the file; writers that append meanwhile wait (see `append_lines`).

    Raises:
        OSError: the file or the copy cannot be written; the file is as it was.
    """
    if not file.exists() or not _has_older(file.read_bytes(), kind, is_usable):
        return None
    with exclusive(file):
        old = file.read_bytes()
        lines = old.split(b"\n")
        copy = _free_name(file)
        write_atomic(copy, old)
        write_atomic(file, b"\n".join(_of_today(line, kind, is_usable) for line in lines))
    return copy


def _has_older(data: bytes, kind: str, is_usable: Usable) -> bool:
    return any(_of_today(line, kind, is_usable) is not line for line in data.split(b"\n"))


def _of_today(line: bytes, kind: str, is_usable: Usable) -> bytes:
    """Return the line as it would be written today; the very same one where it is of today or cannot be used."""
    try:
        body = json.loads(line)
        if not isinstance(body, dict) or version_of(body, kind) >= newest(kind):
            return line
        text = json.dumps(upgraded(body, kind), ensure_ascii=False, sort_keys=True)
        return text.encode("utf-8") if is_usable(text) else line
    except (ValueError, KeyError, TypeError, RecursionError):
        return line


def _free_name(file: Path) -> Path:
    """Return a name for the copy that no copy has yet."""
    folder = file.parent / "backup"
    number = 1
    while (copy := folder / f"{file.stem}.{number}{file.suffix}").exists():
        number += 1
    return copy
