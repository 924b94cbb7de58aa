"""The `veikart` command and its subcommands in the order in which people meet them."""

import sys
from typing import Annotated

import typer

from veikart import __version__
from veikart.app.cli import deciding, looking, project_commands, reviewing, running
from veikart.app.cli.failures import run_guarded
from veikart.app.cli.words import say

app = typer.Typer(
    name="veikart",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_show_locals=False,  # the text of documents must not leak into a traceback
    context_settings={"help_option_names": ["-h", "--help"]},
    help=say("help.app"),
    epilog=say("help.epilog"),
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"veikart {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=say("option.version"))
    ] = False,
) -> None:
    pass


for module in (project_commands, running, looking, reviewing, deciding):
    module.register(app)


def main() -> None:
    """Run the command line; every way to fail ends in a sentence and a documented exit code."""
    sys.exit(run_guarded(app))
