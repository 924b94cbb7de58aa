"""`review`: the local page where people answer what the documents leave open."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from veikart.app.cli.options import JsonOption, ProjectOption, QuietOption, open_project, say_json
from veikart.app.cli.state import state
from veikart.app.cli.words import say
from veikart.app.exits import Exit
from veikart.app.project import Project


def review(
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help=say("option.port"))] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help=say("option.no_browser"))] = False,
    project: ProjectOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Serve the review page on this machine until Ctrl-C."""
    from veikart.app.review.serve import serve
    from veikart.app.run import load
    from veikart.core.messages import Catalogue
    from veikart.core.problems import Code, Level, ProjectError, problem

    place = open_project(project, json, quiet)
    load(place)
    catalogue = Catalogue(place.config.project.language)

    def ready(address: str) -> None:
        if state.json:
            say_json({"schema": "veikart/review/1", "address": address})
        elif not state.quiet:
            typer.echo(catalogue.text("review.serving", address=address), err=True)
        if not no_browser and not state.json:
            import webbrowser

            webbrowser.open(address)

    try:
        with suppress(KeyboardInterrupt):  # how people end it
            serve(place, port, ready)
    except OSError as error:
        cause = error.strerror or type(error).__name__
        raise ProjectError(problem(Code.PORT_TAKEN, Level.ERROR, port=port, cause=cause)) from error
    if not quiet and not json:
        typer.echo(catalogue.text("review.stopped"), err=True)


def decide_file(file: Path, dry_run: bool, project: Project) -> None:
    """Read a filled review workbook and tell what became of it; exit 1 where rows were refused."""
    from veikart.app.review.workbook import decide_workbook
    from veikart.core.messages import Catalogue

    report, catalogue = decide_workbook(project, file, dry_run), Catalogue(project.config.project.language)
    if state.json:
        counts = {"new": report.new, "known": report.known, "refused": report.refused, "flagged": report.flagged}
        rows = [
            {
                "sheet": fate.answer.sheet,
                "row": fate.answer.row,
                "decision": fate.decision.id if fate.decision else "",
                "notes": fate.notes,
            }
            for fate in report.fates
        ]
        copy = str(report.annotated) if report.annotated else ""
        document = {"dry_run": dry_run, "older_run": report.older, "annotated": copy, **counts, "rows": rows}
        say_json({"schema": "veikart/decide-workbook/1", **document})
    elif not state.quiet:
        key = "read_dry" if dry_run else "read"
        if report.older:
            typer.echo(catalogue.text("review_book.older"))
        for fate in report.fates:
            if fate.decision is None or dry_run:
                sheet = catalogue.text(f"review_book.sheet.{fate.answer.sheet}")
                typer.echo(f"{sheet} {fate.answer.row}: {' '.join(fate.notes)}")
        typer.echo(
            catalogue.text(
                f"review_book.{key}",
                new=report.new,
                known=report.known,
                refused=report.refused,
                flagged=report.flagged,
                file=report.annotated or "–",
            )
        )
    raise typer.Exit(Exit.PROBLEMS if report.refused else Exit.DONE)


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command(help=say("help.review"))(review)
