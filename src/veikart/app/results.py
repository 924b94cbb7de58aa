"""What a run tells: per document what was found and what was not, and the totals."""

from dataclasses import dataclass, field
from pathlib import Path

from veikart.app.exits import Exit
from veikart.core.messages import Catalogue
from veikart.core.problems import Code, Level, Problem
from veikart.core.records import PageAccount

SCHEMA = "veikart/run/1"
_TEXTLESS = frozenset({Code.NO_TEXT, Code.PICTURE_PAGE, Code.GARBLED_TEXT})


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One document after the extract stage."""

    path: str
    status: str  # ok, warning, failed, unchanged
    kind: str = ""
    pages: int = 0
    records: int = 0
    seconds: float = 0.0
    problems: tuple[Problem, ...] = ()
    accounts: tuple[PageAccount, ...] = ()  # where the text of every page went

    @property
    def silent_pages(self) -> tuple[int, ...]:
        """Pages that were read and gave no record."""
        return tuple(account.page for account in self.accounts if account.records == 0)

    @property
    def textless_pages(self) -> tuple[int, ...]:
        """Pages whose text could not be had: none there, a picture of it, or characters without meaning."""
        return tuple(sorted({p.page for p in self.problems if p.code in _TEXTLESS and p.page}))


@dataclass(slots=True)
class RunResult:
    """A whole run; what did not happen in it stays empty."""

    documents: list[DocumentResult] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)  # of the project, not of one document
    records: int = 0
    measures: int = 0
    conflicts: int = 0
    exports: list[Path] = field(default_factory=list)
    seconds: float = 0.0

    def exit_code(self, fail_on: str = "") -> Exit:
        """Return 1 where a document failed or a problem of the `fail_on` level (or worse) was met, else 0."""
        if any(document.status == "failed" for document in self.documents):
            return Exit.PROBLEMS
        levels = {"error": {Level.ERROR}, "warning": {Level.ERROR, Level.WARNING}, "note": set(Level)}.get(
            fail_on, set()
        )
        met = {p.level for p in self.problems} | {p.level for d in self.documents for p in d.problems}
        stopped = any(p.level is Level.ERROR for p in self.problems)
        return Exit.PROBLEMS if stopped or met & levels else Exit.DONE

    def as_json(self, root: Path, catalogue: Catalogue) -> dict[str, object]:
        """Return the result in the shape that CONTRACT fixes."""
        return {
            "schema": SCHEMA,
            "documents": [
                {
                    "path": d.path,
                    "status": d.status,
                    "kind": d.kind,
                    "pages": d.pages,
                    "records": d.records,
                    "seconds": round(d.seconds, 3),
                    "pages_without_records": list(d.silent_pages),
                    "pages_without_text": list(d.textless_pages),
                    "text": [account_as_json(account) for account in d.accounts],
                    "problems": [problem_as_json(p, catalogue) for p in d.problems],
                }
                for d in self.documents
            ],
            "records": self.records,
            "measures": self.measures,
            "conflicts": self.conflicts,
            "exports": [_relative(path, root) for path in self.exports],
            "problems": [problem_as_json(p, catalogue) for p in self.problems],
            "seconds": round(self.seconds, 3),
        }


def text_counts(result: RunResult) -> dict[str, int]:
    """Return where all text went, in characters: in records, in furniture, in nothing that was recognised."""
    accounts = [account for document in result.documents for account in document.accounts]
    names = ("recorded", "furniture", "unused")
    return {name: sum(getattr(account, name) for account in accounts) for name in names}


def account_as_json(account: PageAccount) -> dict[str, int]:
    """Return where a page's text went: characters in records, in furniture, and in nothing that was recognised."""
    counts = {"recorded": account.recorded, "furniture": account.furniture, "unused": account.unused}
    return {"page": account.page, "records": account.records, **counts}


def problem_as_json(problem: Problem, catalogue: Catalogue) -> dict[str, object]:
    """Return a problem as plain data with its message in the catalogue's language."""
    return {
        "code": problem.code.value,
        "level": problem.level.value,
        "message": catalogue.problem(problem),
        "page": problem.page or None,
    }


def _relative(path: Path, root: Path) -> str:
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()
