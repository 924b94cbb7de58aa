"""The table after a run: per document what was found, what was not, and why."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console, JustifyMethod
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from veikart.app.cli.state import state
from veikart.app.project import Project
from veikart.app.results import DocumentResult, RunResult, text_counts
from veikart.core.messages import Catalogue
from veikart.core.problems import Level, Problem

if TYPE_CHECKING:
    from veikart.app.review.sheets import Written

_SIGNS = {"ok": ("✓", "green"), "unchanged": ("·", "dim"), "warning": ("!", "yellow"), "failed": ("✗", "red")}
_LEVEL_STYLE = {Level.ERROR: "red", Level.WARNING: "yellow", Level.NOTE: "dim"}
_LONG = frozenset({"silent_pages", "textless_pages"})
"""Columns that may break: lists of pages."""

_PROBLEMS_SHOWN = 6  # for one document; the rest is counted, and stands in documents.csv


def print_summary(result: RunResult, project: Project, catalogue: Catalogue, workbook: "Written | None" = None) -> None:
    """Print the summary to stdout, problems to stderr; with --quiet only the problems that are errors.

    `workbook` is the review workbook, where one was written.
    """
    out, err = Console(highlight=False), Console(stderr=True, highlight=False)
    if not state.quiet:
        if result.documents:
            out.print(_documents(result.documents, catalogue))
            out.print("\n" + escape(catalogue.text("summary.text", **text_counts(result))))
        out.print(_totals(result, project, catalogue))
        if workbook is not None:
            out.print(Text(catalogue.text("summary.workbook", file=_within(workbook.path, project))))
            if workbook.set_aside is not None:
                out.print(Text(catalogue.text("summary.set_aside", file=_within(workbook.set_aside, project))))
    for document in result.documents:
        _print_problems(err, document.path, list(document.problems), catalogue)
    _print_problems(err, "", result.problems, catalogue)


def _documents(documents: list[DocumentResult], catalogue: Catalogue) -> Table:
    """Return the table of documents, without the columns that would be empty; names may take most of the room."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("", no_wrap=True)
    table.add_column(catalogue.text("summary.document"), overflow="fold", ratio=3)
    columns: list[tuple[str, JustifyMethod, list[str]]] = [
        ("kind", "left", [d.kind for d in documents]),
        ("pages", "right", [str(d.pages or "") for d in documents]),
        ("records", "right", [str(d.records) for d in documents]),
        ("silent_pages", "left", [ranges(d.silent_pages) for d in documents]),
        ("textless_pages", "left", [ranges(d.textless_pages) for d in documents]),
        ("problems", "right", [_count(d) for d in documents]),
    ]
    shown = [column for column in columns if any(column[2])]
    for name, justify, _ in shown:
        long = name in _LONG
        table.add_column(catalogue.text(f"summary.{name}"), justify=justify, no_wrap=not long, overflow="fold")
    for row, document in enumerate(documents):
        sign, style = _SIGNS[document.status]
        table.add_row(Text(sign, style=style), Text(document.path), *(cells[row] for _, _, cells in shown))
    return table


def _count(document: DocumentResult) -> str:
    return str(sum(p.level is not Level.NOTE for p in document.problems) or "")


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
    where = _within(result.exports[0].parent, project) if result.exports else ""
    key = "summary.totals" if where else "summary.totals_without_exports"
    return escape(
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


def _within(path: Path, project: Project) -> str:
    """Return a path as seen from the project's folder."""
    return path.relative_to(project.root).as_posix() if path.is_relative_to(project.root) else str(path)


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
        line.append(f"{place}{catalogue.problem(replace(problem, page=0))}", style="")  # the page is told once
        err.print(line)
    if len(wanted) > _PROBLEMS_SHOWN:
        err.print("  " + catalogue.text("summary.more_problems", count=len(wanted) - _PROBLEMS_SHOWN))
