"""One run at a time in a project: an operating system lock, which dies with its holder and so is never stale."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from veikart.core.problems import Code, Level, ProjectError, problem

_POLL_SECONDS = 0.2


@contextmanager
def project_lock(root: Path, wait_seconds: float = 600.0, on_wait: Callable[[], None] | None = None) -> Iterator[None]:
    """Hold the project's lock; wait for another run to end, calling `on_wait` once.

    Raises:
        ProjectError: the folder cannot be written, or the other run did not end in time.
    """
    file = root / "normalized" / ".lock"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = file.open("a+b")
    except OSError as error:
        raise ProjectError(problem(Code.NOT_WRITABLE, Level.ERROR, folder=file.parent, cause=error.strerror)) from error
    with handle:
        deadline, told = time.monotonic() + wait_seconds, False
        while not _try_lock(handle):
            if not told and on_wait is not None:
                on_wait()
            told = True
            if time.monotonic() > deadline:
                raise ProjectError(problem(Code.LOCKED, Level.ERROR, folder=root))
            time.sleep(_POLL_SECONDS)
        try:
            yield
        finally:
            _unlock(handle)


def _try_lock(handle: IO[bytes]) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _unlock(handle: IO[bytes]) -> None:
    if os.name == "nt":
        import msvcrt

        handle.seek(0)
        msvcrt.locking(handle.fileno(), msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_UN)
