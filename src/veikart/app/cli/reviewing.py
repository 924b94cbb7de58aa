"""`review`: the local page where people answer what the documents leave open."""

from typing import Annotated

import typer

from veikart.app.cli.options import JsonOption, ProjectOption, QuietOption, open_project, say_json
from veikart.app.cli.state import state
from veikart.app.cli.words import say


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
        serve(place, port, ready)
    except OSError as error:
        cause = error.strerror or type(error).__name__
        raise ProjectError(problem(Code.PORT_TAKEN, Level.ERROR, port=port, cause=cause)) from error
    if not quiet and not json:
        typer.echo(catalogue.text("review.stopped"), err=True)


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command(help=say("help.review"))(review)
