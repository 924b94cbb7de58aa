"""`init` and `doctor`: a new project, and whether everything is in order."""

from pathlib import Path
from typing import Annotated

import typer

from veikart.app.cli.options import JsonOption, ProjectOption, QuietOption, begin, say_json
from veikart.app.cli.state import state
from veikart.app.cli.words import say
from veikart.app.exits import Exit


def init(
    folder: Annotated[Path, typer.Argument(help=say("option.folder"), show_default=False)],
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Make a new project: a commented pipeline.toml, raw/ for documents, decisions/ for people's work."""
    from veikart.app.initialise import initialise
    from veikart.core.messages import Catalogue

    begin(json, quiet)
    made = initialise(folder)
    if json:
        say_json({"schema": "veikart/init/1", "project": str(folder), "made": [path.as_posix() for path in made]})
    elif not quiet:
        typer.echo(Catalogue(state.language).text("cli.initialised", folder=folder))


def doctor(project: ProjectOption = None, json: JsonOption = False, quiet: QuietOption = False) -> None:
    """Check the installation and the project, and say what to do where something is missing."""
    from veikart.app.cli.printing import print_checks
    from veikart.app.doctor import examine
    from veikart.core.messages import Catalogue

    begin(json, quiet)
    checks = examine(project)
    bad = any(check.state == "error" for check in checks)
    if json:
        say_json(
            {
                "schema": "veikart/doctor/1",
                "ok": not bad,
                "checks": [{"name": c.name, "state": c.state, "message": c.message} for c in checks],
            }
        )
    else:
        print_checks([c for c in checks if not quiet or c.state == "error"], Catalogue(state.language))
    raise typer.Exit(Exit.FAILED if bad else Exit.DONE)


def register(app: typer.Typer) -> None:
    """Add these commands."""
    for command in (init, doctor):
        app.command(help=say(f"help.{command.__name__}"))(command)
