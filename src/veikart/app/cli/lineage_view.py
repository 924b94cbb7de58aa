"""Changes between two editions on the terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from veikart.core.messages import Catalogue
from veikart.core.outcome import Change, Lineage

_STYLES = {Change.NEW: "green", Change.DROPPED: "red", Change.MOVED: "yellow", Change.KEPT: "dim"}


def print_lineage(changes: Sequence[Lineage], catalogue: Catalogue) -> None:
    """Print the changes, one a row, and how many there are of each."""
    console = Console(highlight=False)
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(no_wrap=True)
    for change in changes:
        label = catalogue.label("change", change.change.value)
        table.add_row(Text(label, style=_STYLES.get(change.change, "")), Text(change.message))
    console.print(table)
    counts = {kind: sum(c.change is kind for c in changes) for kind in Change}
    console.print(Text(", ".join(f"{catalogue.label('change', k.value)} {n}" for k, n in counts.items() if n)))
