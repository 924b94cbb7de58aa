"""Tables of the smaller commands."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from veikart.app.doctor import Check
from veikart.core.messages import Catalogue

_STATES = {"ok": ("✓", "green"), "note": ("·", "yellow"), "error": ("✗", "red")}


def print_checks(checks: list[Check], catalogue: Catalogue) -> None:
    """Print what `doctor` found."""
    table = Table(box=None, show_header=False, pad_edge=False)
    for check in checks:
        sign, style = _STATES[check.state]
        table.add_row(Text(sign, style=style), Text(check.name), Text(check.message))
    console = Console(highlight=False)
    console.print(table)
    bad = sum(check.state == "error" for check in checks)
    console.print(catalogue.text("doctor.bad", count=bad) if bad else catalogue.text("doctor.good"))
