"""The table after a run: per document what was found, what was not, and why."""

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from veikart.app.cli.state import state
from veikart.app.project import Project
from veikart.app.results import DocumentResult, RunResult
from veikart.core.messages import Catalogue
from veikart.core.problems import Level, Problem

_SIGNS = {"ok": ("✓", "green"), "unchanged": ("·", "dim"), "warning": ("!", "yellow"), "failed": ("✗", "red")}
_LEVEL_STYLE = {Level.ERROR: "red", Level.WARNING: "yellow", Level.NOTE: "dim"}
_PROBLEMS_SHOWN = 6  # for one document; the rest is counted, and stands in documents.csv


def print_summary(result: RunResult, project: Project, catalogue: Catalogue) -> None:
    """Print the summary to stdout, problems to stderr; with --quiet only the problems that are errors."""
    out, err = Console(highlight=False), Console(stderr=True, highlight=False)
    if not state.quiet:
        if result.documents:
            out.print(_documents(result.documents, catalogue))
        out.print(_totals(result, project, catalogue))
    for document in result.documents:
        _print_problems(err, document.path, list(document.problems), catalogue)
    _print_problems(err, "", result.problems, catalogue)


def _documents(documents: list[DocumentResult], catalogue: Catalogue) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for key, justify in (
        ("", "left"),
        ("summary.document", "left"),
        ("summary.kind", "left"),
        ("summary.pages", "right"),
        ("summary.records", "right"),
        ("summary.silent_pages", "left"),
        ("summary.textless_pages", "left"),
        ("summary.problems", "right"),
    ):
        table.add_column(catalogue.text(key) if key else "", justify=justify, overflow="fold")  # type: ignore[arg-type]
    for document in documents:
        sign, style = _SIGNS[document.status]
        table.add_row(
            Text(sign, style=style),
            Text(document.path),
            document.kind,
            str(document.pages or ""),
            str(document.records),
            ranges(document.silent_pages),
            ranges(document.textless_pages),
            str(sum(p.level is not Level.NOTE for p in document.problems) or ""),
        )
    return table


def ranges(numbers: tuple[int, ...]) -> str:
    """Write page numbers short: (1, 2, 3, 7) becomes "1–3, 7"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)


def _totals(result: RunResult, project: Project, catalogue: Catalogue) -> str:
    where = ""
    if result.exports:
        folder = result.exports[0].parent
        where = folder.relative_to(project.root).as_posix() if folder.is_relative_to(project.root) else str(folder)
    key = "summary.totals" if where else "summary.totals_without_exports"
    return "\n" + escape(
        catalogue.text(
            key,
            documents=len(result.documents),
            records=result.records,
            measures=result.measures,
            conflicts=result.conflicts,
            exports=where,
            seconds=f"{result.seconds:.1f}",
        )
    )


def _print_problems(err: Console, name: str, problems: list[Problem], catalogue: Catalogue) -> None:
    wanted = [p for p in problems if p.level is Level.ERROR or not state.quiet]
    wanted = [p for p in wanted if p.level is not Level.NOTE]
    if not wanted:
        return
    if name:
        err.print(Text(f"\n{name}", style="bold"))
    for problem in sorted(wanted, key=lambda p: (p.level is not Level.ERROR, p.page))[:_PROBLEMS_SHOWN]:
        line = Text(f"  {problem.code.value} ", style=_LEVEL_STYLE[problem.level])
        place = catalogue.text("summary.on_page", page=problem.page) if problem.page else ""
        line.append(f"{place}{catalogue.problem(problem)}", style="")
        err.print(line)
    if len(wanted) > _PROBLEMS_SHOWN:
        err.print("  " + catalogue.text("summary.more_problems", count=len(wanted) - _PROBLEMS_SHOWN))
