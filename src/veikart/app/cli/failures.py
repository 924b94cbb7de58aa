"""From exceptions to a sentence on stderr and an exit code."""

import errno
import os
import sys
from pathlib import Path

import typer

from veikart.app.cli.state import state
from veikart.app.exits import Exit
from veikart.app.run import SensitivityError
from veikart.core.problems import Code, Level, Problem, VeikartError, problem

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM})
"""What the system says where a file cannot be written: a full disk, a quota, a file system or folder without rights."""


def run_guarded(app: typer.Typer) -> int:
    """Run the application and return its exit code."""
    try:
        outcome = app(standalone_mode=False)
    except typer.Exit as end:
        return int(end.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        return _interrupted()
    except BrokenPipeError:
        # The reader of our output has left (head, less); that is no failure of ours.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - kept open until the end
        return int(Exit.DONE)
    except SensitivityError as error:
        _tell(error.problem)
        return int(Exit.SENSITIVE)
    except VeikartError as error:
        _tell(error.problem)
        return int(Exit.FAILED)
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        folder = Path(error.filename).parent if error.filename else ""
        _tell(problem(Code.NOT_WRITABLE, Level.ERROR, folder=folder, cause=error.strerror))
        return int(Exit.FAILED)
    except Exception as error:
        code = _usage(error)
        if code is None:
            raise
        return code
    return int(outcome) if isinstance(outcome, int) else int(Exit.DONE)


def _usage(error: Exception) -> int | None:
    """Print a mistake in the command's use as the library that found it would, None where it is something else."""
    import click

    usage_errors = [click.exceptions.ClickException]
    if "typer._click" in sys.modules:  # newer typer carries its own copy of click
        usage_errors.append(sys.modules["typer._click"].exceptions.ClickException)
    for kind in usage_errors:
        if isinstance(error, kind):
            error.show()
            return int(Exit.USAGE)
    return None


def _interrupted() -> int:
    from veikart.core.messages import Catalogue

    typer.echo(Catalogue(state.language).text("cli.interrupted"), err=True)
    return int(Exit.INTERRUPTED)


def _tell(problem: Problem) -> None:
    from veikart.core.messages import Catalogue

    if state.json:
        import json

        from veikart.app.results import problem_as_json

        failure = {"schema": "veikart/failure/1", "problem": problem_as_json(problem, Catalogue(state.language))}
        typer.echo(json.dumps(failure, ensure_ascii=False))
    else:
        typer.echo(f"{problem.code.value}: {Catalogue(state.language).problem(problem)}", err=True)
