"""What a worker notes while it reads, in a file that outlives it: the page at work, and whether memory ran short.

Native code that finds no memory ends the process like any other fault of its own; the note tells the two apart.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DIGITS = 10
_SHORT = b"!"
_SECONDS = 0.05  # between two looks at the memory
_SHARE = 0.6  # of what is allowed, from which a process that ends all at once is taken to have run out
_STATM = Path("/proc/self/statm")
_PAGE_BYTES = 4096


class Trail:
    """The note of one document."""

    def __init__(self, path: Path) -> None:
        self._out = path.open("wb", buffering=0)

    def page(self, number: int) -> None:
        """Note the page at work."""
        self._out.seek(0)
        self._out.write(b"%*d" % (_DIGITS, number))

    @contextmanager
    def watching(self, limit_mb: int) -> Iterator[None]:
        """Look at the process's memory now and then, where the system shows it, and note when it runs short."""
        if not _STATM.exists():
            yield
            return
        done = threading.Event()
        allowed = _SHARE * limit_mb * 2**20 / _PAGE_BYTES
        threading.Thread(target=self._watch, args=(allowed, done), daemon=True).start()
        try:
            yield
        finally:
            done.set()

    def _watch(self, allowed: float, done: threading.Event) -> None:
        while not done.wait(_SECONDS):
            if int(_STATM.read_bytes().split()[0]) > allowed:
                self._out.seek(_DIGITS)
                self._out.write(_SHORT)
                return


def page_at_work(path: Path | None) -> int:
    """Return the page that was noted last, 0 where the worker came to none."""
    try:
        return int(path.read_bytes()[:_DIGITS].strip(b"\x00 ")) if path is not None else 0
    except (OSError, ValueError):
        return 0


def memory_was_short(path: Path | None) -> bool:
    """Tell whether memory ran short before the worker ended."""
    try:
        return path is not None and path.read_bytes()[_DIGITS:] == _SHORT
    except OSError:
        return False
