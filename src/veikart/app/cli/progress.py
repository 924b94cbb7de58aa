"""Progress on stderr: a bar on a terminal, nothing with --quiet, --json or into a file."""

from collections.abc import Iterator
from contextlib import contextmanager

from veikart.app.cli.state import state
from veikart.app.extracting import Progress


@contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """Yield what to call after each document, None where nothing is to be shown."""
    from rich.console import Console

    console = Console(stderr=True)
    if state.quiet or state.json or not console.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    from veikart.core.messages import Catalogue

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task(Catalogue(state.language).text("cli.reading"), total=None)

        def advance(name: str, ready: int, total: int) -> None:
            bar.update(task, completed=ready, total=total, description=name.rsplit("/", 1)[-1][:40])

        yield advance


def tell_waiting() -> None:
    """Say that another run holds the project."""
    from rich.console import Console

    from veikart.core.messages import Catalogue

    if not state.quiet:
        Console(stderr=True).print(Catalogue(state.language).text("cli.waiting"), markup=False)
