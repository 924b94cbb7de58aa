"""The queue of conflicts on the terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from veikart.core.messages import Catalogue
from veikart.core.outcome import Conflict


def print_conflicts(conflicts: Sequence[Conflict], limit: int, catalogue: Catalogue) -> None:
    """Print the first conflicts, one question a row."""
    console = Console(highlight=False)
    if not conflicts:
        console.print(catalogue.text("conflicts.none"))
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for key in ("conflicts.id", "conflicts.kind", "conflicts.question"):
        table.add_column(catalogue.text(key), overflow="fold")
    for conflict in conflicts[:limit]:
        kind = catalogue.text(f"conflict_kind.{conflict.kind.value}")
        style = "dim" if conflict.state == "decided" else ""
        table.add_row(Text(conflict.id), Text(kind), Text(conflict.message), style=style)
    console.print(table)
    if len(conflicts) > limit:
        console.print(catalogue.text("conflicts.more", count=len(conflicts) - limit))
