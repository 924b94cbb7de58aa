"""Pages on the terminal: every text with what it became and why."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extract.claims import Use
from extract.service import PageReport
from veikart.app.results import account_as_json
from veikart.core.messages import Catalogue

_STYLES = {Use.RECORD: "bold green", Use.AXIS: "cyan", Use.LEGEND: "magenta", Use.OWNER: "blue", Use.PERIOD: "cyan"}
_TEXT_SHOWN = 100  # characters


def print_pages(reports: Sequence[PageReport], catalogue: Catalogue) -> None:
    """Print the pages one after the other."""
    console = Console(highlight=False)
    for report in reports:
        mark = f" ({catalogue.text('inspect.hidden')})" if report.page.hidden else ""
        console.print(Text(f"\n{catalogue.text('inspect.page', page=report.page.number)}{mark}", style="bold"))
        if report.account is not None:
            console.print(Text(catalogue.text("inspect.text", **account_as_json(report.account)), style="dim"))
        table = Table(box=None, show_header=False, pad_edge=False)
        for block in report.page.blocks:
            if not block.text.strip():
                continue
            use, reason = report.uses.get(block.id, (None, ""))
            text = " ".join(block.text.split())
            shown = text if len(text) <= _TEXT_SHOWN else text[: _TEXT_SHOWN - 1] + "…"
            name = use.value if use else "–"
            style = _STYLES.get(use, "dim") if use else "dim"
            table.add_row(Text(name, style=style), Text(shown), Text(reason, style="dim"))
        console.print(table)
