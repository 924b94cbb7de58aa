"""`decide` and `match`: people's answers from the shell, and the matcher on any list."""

from pathlib import Path
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
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("option.dry_run"))] = False,
    project: ProjectOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Decide about two records, take a decision back (`undo ID`), or read a filled review workbook (`FILE.xlsx`)."""
    if verdict.lower().endswith(".xlsx") and not left:
        from veikart.app.cli.reviewing import decide_file

        decide_file(Path(verdict), dry_run, open_project(project, json, quiet))
        return
    from veikart.app.judging import decide as note
    from veikart.app.judging import take_back
    from veikart.app.run import load
    from veikart.app.subjects import UnknownSubjectError
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


def match(
    table: Annotated[Path, typer.Argument(help=say("option.table"), show_default=False)],
    title: Annotated[str, typer.Option("--title", help=say("option.title_column"), show_default=False)],
    document: Annotated[str, typer.Option("--document", help=say("option.document_column"), show_default=False)] = "",
    identity: Annotated[str, typer.Option("--id", help=say("option.id_column"), show_default=False)] = "",
    out: Annotated[Path | None, typer.Option("--out", help=say("option.out"), show_default=False)] = None,
    links: Annotated[Path | None, typer.Option("--links", help=say("option.links"), show_default=False)] = None,
    within: Annotated[bool, typer.Option("--within", help=say("option.within"))] = False,
    project: ProjectOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Find equal entries in any list."""
    from veikart.app.cli.options import begin
    from veikart.app.matching import TableError, match_file, write_clusters, write_links
    from veikart.core.files import write_atomic
    from veikart.core.messages import Catalogue

    begin(json, quiet)
    catalogue = Catalogue(open_project(project, json, quiet).config.project.language if project else "nb")
    try:
        listed = match_file(table, title, document, identity, within=within)
    except TableError as error:
        raise typer.BadParameter(catalogue.text(error.key, **error.values)) from error
    if links is not None:
        write_atomic(links, write_links(listed))
    if out is not None:
        write_atomic(out, write_clusters(listed))
    count = len(set(listed.matches.clusters))
    if json:
        clusters = dict(zip(listed.ids, listed.matches.clusters, strict=True))
        say_json({"schema": "veikart/match/1", "rows": len(clusters), "clusters": count, "members": clusters})
    elif out is None:
        typer.echo(write_clusters(listed), nl=False)
    elif not quiet:
        typer.echo(catalogue.text("match.done", rows=len(listed.ids), clusters=count), err=True)


def register(app: typer.Typer) -> None:
    """Add these commands."""
    for command in (decide, match):
        app.command(help=say(f"help.{command.__name__}"))(command)
