"""`decide`: people's answers from the shell."""

from typing import Annotated

import typer

from veikart.app.cli.options import JsonOption, ProjectOption, QuietOption, open_project, say_json
from veikart.app.cli.words import say


def decide(
    verdict: Annotated[str, typer.Argument(help=say("option.verdict"), show_default=False)],
    left: Annotated[str, typer.Argument(help=say("option.left"), show_default=False)] = "",
    right: Annotated[str, typer.Argument(help=say("option.right"), show_default=False)] = "",
    by: Annotated[str, typer.Option("--by", help=say("option.by"), show_default=False)] = "",
    reason: Annotated[str, typer.Option("--reason", help=say("option.reason"), show_default=False)] = "",
    project: ProjectOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Decide about two records, or take a decision back (`undo ID`)."""
    from veikart.app.explaining import UnknownSubjectError
    from veikart.app.judging import decide as note
    from veikart.app.judging import take_back
    from veikart.app.run import load
    from veikart.core.decisions import Judgement
    from veikart.core.messages import Catalogue

    place = open_project(project, json, quiet)
    catalogue = Catalogue(place.config.project.language)
    verdicts = {j.value: j for j in (Judgement.SAME, Judgement.DIFFERENT, Judgement.RELATED, Judgement.UNSURE)}
    if not by:
        raise typer.BadParameter(catalogue.text("decide.who"), param_hint="--by")
    try:
        if verdict == Judgement.UNDO.value and left and not right:
            decision = take_back(place, left, by=by, reason=reason)
        elif verdict in verdicts and left and right:
            decision = note(place, load(place), verdicts[verdict], left, right, by=by, reason=reason)
        else:
            raise typer.BadParameter(catalogue.text("decide.usage"))
    except UnknownSubjectError as error:
        raise typer.BadParameter(catalogue.text("explain.unknown", subject=error.args[0])) from error
    if json:
        say_json({"schema": "veikart/decision/1", "id": decision.id, "verdict": decision.judgement.value})
    elif not quiet:
        typer.echo(catalogue.text("decide.noted", id=decision.id))


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command(help=say("help.decide"))(decide)
