"""The options that every command takes, and the project they lead to."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from veikart.app.cli.state import state
from veikart.app.cli.words import say
from veikart.app.project import ENVIRONMENT, Project, find_project

ProjectOption = Annotated[
    Path | None,
    typer.Option(
        "--project",
        envvar=ENVIRONMENT,
        help=say("option.project"),
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help=say("option.json"))]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help=say("option.quiet"))]


def begin(json: bool = False, quiet: bool = False) -> None:
    """Note how the command at hand is to speak."""
    state.json, state.quiet = json, quiet


def open_project(folder: Path | None, json: bool, quiet: bool) -> Project:
    """Return the project the options lead to.

    Raises:
        ProjectError: there is none, or its configuration has mistakes.
    """
    begin(json, quiet)
    project = find_project(folder)
    state.language = project.config.project.language
    return project


def say_json(document: Mapping[str, object]) -> None:
    """Print the command's one JSON document."""
    import json

    typer.echo(json.dumps(document, ensure_ascii=False, indent=1))
