"""`run`, `extract`, `reconcile`, `export`: the main job, whole or one stage at a time."""

import time
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from veikart.app.cli.options import JsonOption, ProjectOption, QuietOption, open_project, say_json
from veikart.app.cli.state import state
from veikart.app.cli.words import say
from veikart.app.project import Project
from veikart.app.results import RunResult

if TYPE_CHECKING:
    from veikart.app.review.sheets import Written


class FailOn(StrEnum):
    """Levels from which a finished run still counts as failed."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


AgainOption = Annotated[bool, typer.Option("--again", help=say("option.again"))]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option("--fail-on", help=say("option.fail_on"), show_default=False),
]

RedactOption = Annotated[bool, typer.Option("--redact", help=say("option.redact"))]

AcceptLossOption = Annotated[bool, typer.Option("--accept-loss", help=say("option.accept_loss"))]


def run(
    project: ProjectOption = None,
    again: AgainOption = False,
    redact: RedactOption = False,
    accept_loss: AcceptLossOption = False,
    fail_on: FailOnOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Read every document in raw/, merge what is the same, and write exports/. Unchanged documents are skipped."""
    from veikart.app.cli.progress import progress_bar, tell_waiting
    from veikart.app.lock import project_lock
    from veikart.app.run import run as run_all

    place = open_project(project, json, quiet)
    with project_lock(place.root, on_wait=tell_waiting), progress_bar() as progress:
        result = run_all(place, progress, again, redact, accept_loss)
    _finish(place, result, fail_on)


def extract(
    project: ProjectOption = None,
    again: AgainOption = False,
    fail_on: FailOnOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Read the documents in raw/ into normalized/ and stop there."""
    from veikart.app.cli.progress import progress_bar, tell_waiting
    from veikart.app.extracting import extract_stage
    from veikart.app.lock import project_lock
    from veikart.app.run import summarise

    place, started = open_project(project, json, quiet), time.perf_counter()
    with project_lock(place.root, on_wait=tell_waiting), progress_bar() as progress:
        extracted = extract_stage(place, progress, again)
    result = summarise(extracted, None, [])
    result.seconds = time.perf_counter() - started
    _finish(place, result, fail_on)


def reconcile(project: ProjectOption = None, json: JsonOption = False, quiet: QuietOption = False) -> None:
    """Merge the records in normalized/ into measures, without reading documents or writing exports."""
    from veikart.app.cli.progress import tell_waiting
    from veikart.app.lock import project_lock
    from veikart.app.run import keep_ids, load, reconcile_stage, summarise

    place, started = open_project(project, json, quiet), time.perf_counter()
    with project_lock(place.root, on_wait=tell_waiting):
        extracted = load(place)
        merging = reconcile_stage(place, extracted)
        keep_ids(place, merging)
    result = summarise(extracted, merging.outcome, merging.problems)
    result.seconds = time.perf_counter() - started
    _finish(place, result, None)


def export(
    project: ProjectOption = None,
    redact: RedactOption = False,
    accept_loss: AcceptLossOption = False,
    review: Annotated[bool, typer.Option("--review", help=say("option.review_book"))] = False,
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Write exports/ anew from normalized/ and decisions/, without reading documents."""
    from veikart.app.cli.progress import tell_waiting
    from veikart.app.lock import project_lock
    from veikart.app.run import export_guarded, load, reconcile_stage, summarise

    place, started = open_project(project, json, quiet), time.perf_counter()
    with project_lock(place.root, on_wait=tell_waiting):
        extracted = load(place)
        merging = reconcile_stage(place, extracted)
        result = summarise(extracted, merging.outcome, merging.problems)
        result.exports, left_out = export_guarded(place, extracted, merging, redact, accept_loss)
        result.problems = [*result.problems, *left_out]
        workbook: Written | None = None
        if review:
            from veikart.app.review.sheets import export_review

            workbook = export_review(place)
            result.exports.append(workbook.path)
    result.seconds = time.perf_counter() - started
    _finish(place, result, None, workbook)


def _finish(project: Project, result: RunResult, fail_on: FailOn | None, workbook: "Written | None" = None) -> None:
    from veikart.core.messages import Catalogue

    catalogue = Catalogue(project.config.project.language)
    if state.json:
        say_json(result.as_json(project.root, catalogue))
    else:
        from veikart.app.cli.summary import print_summary

        print_summary(result, project, catalogue, workbook)
    raise typer.Exit(result.exit_code(fail_on.value if fail_on else ""))


def register(app: typer.Typer) -> None:
    """Add these commands."""
    for command in (run, extract, reconcile, export):
        app.command(help=say(f"help.{command.__name__}"))(command)
