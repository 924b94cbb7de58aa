"""One hostile document: its name, its bytes, and how reading it may end."""

from collections.abc import Callable
from dataclasses import dataclass

READ = frozenset({"ok", "warning"})
FAILED = frozenset({"failed"})
ANY = READ | FAILED


@dataclass(frozen=True, slots=True)
class Case:
    """A document. Of `codes` one at least must be told, with the page and the place where these are given."""

    file: str
    make: Callable[[], bytes]
    status: frozenset[str] = ANY
    codes: frozenset[str] = frozenset()
    page: int = 0  # a problem must name this page
    place: str = ""  # a problem's place must hold this text

    def __str__(self) -> str:
        return self.file.encode("ascii", "replace").decode()[:60]


def case(file: str, make: Callable[[], bytes], *codes: str, **more: object) -> Case:
    """Return a case: failed where a code is told and nothing else is asked."""
    status = more.pop("status", FAILED if codes else READ)
    return Case(file, make, status, frozenset(codes), **more)  # type: ignore[arg-type]
