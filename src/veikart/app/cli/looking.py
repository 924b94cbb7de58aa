"""`inspect`, `explain`, `conflicts`, `diff`: looking at what was found, and why."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from veikart.app.cli.options import JsonOption, ProjectOption, QuietOption, open_project, say_json
from veikart.app.cli.words import say
from veikart.app.exits import Exit

if TYPE_CHECKING:
    from veikart.app.subjects import AmbiguousSubjectError
    from veikart.core.messages import Catalogue


def inspect(
    file: Annotated[Path, typer.Argument(help=say("option.file"), show_default=False)],
    page: Annotated[int | None, typer.Option("--page", min=1, help=say("option.page"), show_default=False)] = None,
    png: Annotated[Path | None, typer.Option("--png", help=say("option.png"), show_default=False)] = None,
    project: ProjectOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Show what the reader saw in a document and what became a record, as text, data or a picture."""
    from veikart.app.cli.page_view import print_pages
    from veikart.app.inspecting import as_data, find_document, inspect_pages, picture_of
    from veikart.core.files import write_atomic
    from veikart.core.messages import Catalogue

    place = open_project(project, json, quiet)
    catalogue = Catalogue(place.config.project.language)
    if png is not None and page is None:
        raise typer.BadParameter(catalogue.text("cli.png_needs_page"))
    try:
        name, path = find_document(place, file)
    except FileNotFoundError as error:
        raise typer.BadParameter(catalogue.text("cli.no_such_document", file=file)) from error
    reports = inspect_pages(place, name, path, page)
    if page is not None and not reports:
        raise typer.BadParameter(catalogue.text("cli.no_such_page", page=page))
    if png is not None:
        write_atomic(png, picture_of(place, path, reports[0]))
    if json:
        say_json({"schema": "veikart/inspect/1", "document": name, "pages": [as_data(r) for r in reports]})
    elif not quiet:
        print_pages(reports, catalogue)


def explain(
    subjects: Annotated[list[str], typer.Argument(help=say("option.subjects"), show_default=False)],
    project: ProjectOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Tell why records are one measure, or are not: the evidence, weight by weight."""
    from veikart.app.cli.evidence_view import print_explanation
    from veikart.app.explaining import explain_subjects
    from veikart.app.run import load
    from veikart.app.subjects import AmbiguousSubjectError, UnknownSubjectError
    from veikart.core.messages import Catalogue

    place = open_project(project, json, quiet)
    catalogue = Catalogue(place.config.project.language)
    try:
        explanation = explain_subjects(place, load(place), subjects)
    except UnknownSubjectError as error:
        raise typer.BadParameter(catalogue.text("explain.unknown", subject=error.args[0])) from error
    except AmbiguousSubjectError as error:
        raise typer.BadParameter(_candidates(error, catalogue)) from error
    except ValueError as error:
        raise typer.BadParameter(catalogue.text("explain.usage")) from error
    if json:
        say_json({"schema": "veikart/explain/1", **explanation})
    elif not quiet:
        print_explanation(explanation, catalogue)


def _candidates(error: "AmbiguousSubjectError", catalogue: "Catalogue") -> str:
    from veikart.app.subjects import MOST_SHOWN

    told = "; ".join(error.candidates[:MOST_SHOWN])
    return catalogue.text("explain.ambiguous", subject=error.subject, count=len(error.candidates), candidates=told)


def conflicts(
    limit: Annotated[int, typer.Option("--limit", min=1, help=say("option.limit"))] = 40,
    project: ProjectOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """List the open questions, most consequential first."""
    from veikart.app.cli.conflict_view import print_conflicts
    from veikart.app.run import load, reconcile_stage
    from veikart.core.messages import Catalogue

    place = open_project(project, json, quiet)
    outcome = reconcile_stage(place, load(place)).outcome
    if json:
        rows = [
            {
                "conflict_id": c.id,
                "kind": c.kind.value,
                "priority": c.priority,
                "measure_ids": list(c.measures),
                "record_ids": list(c.records),
                "field": c.field,
                "values": list(c.values),
                "message": c.message,
                "state": c.state,
                "decision": c.decision,
            }
            for c in outcome.conflicts
        ]
        say_json({"schema": "veikart/conflicts/1", "conflicts": rows})
    elif not quiet:
        asked = [c for c in outcome.conflicts if c.state == "open"]
        measures = {measure.id: measure for measure in outcome.measures}
        print_conflicts(asked, measures, limit, Catalogue(place.config.project.language))
    raise typer.Exit(Exit.DONE)


def diff(
    old: Annotated[str, typer.Argument(help=say("option.old"), show_default=False)],
    new: Annotated[str, typer.Argument(help=say("option.new"), show_default=False)],
    project: ProjectOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Tell what became of the measures between two editions."""
    from veikart.app.cli.lineage_view import print_lineage
    from veikart.app.comparing import compare
    from veikart.app.run import load
    from veikart.app.subjects import UnknownSubjectError
    from veikart.core.messages import Catalogue

    place = open_project(project, json, quiet)
    catalogue = Catalogue(place.config.project.language)
    try:
        changes = compare(place, load(place), old, new)
    except UnknownSubjectError as error:
        raise typer.BadParameter(catalogue.text("cli.no_such_document", file=error.args[0])) from error
    if json:
        rows = [
            {
                "from_edition": c.from_edition,
                "to_edition": c.to_edition,
                "change": c.change.value,
                "from_measures": list(c.from_measures),
                "to_measures": list(c.to_measures),
                "message": c.message,
            }
            for c in changes
        ]
        say_json({"schema": "veikart/diff/1", "changes": rows})
    elif not quiet:
        print_lineage(changes, catalogue)


def register(app: typer.Typer) -> None:
    """Add these commands."""
    for command in (inspect, explain, conflicts, diff):
        app.command(help=say(f"help.{command.__name__}"))(command)
