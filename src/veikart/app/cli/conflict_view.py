"""The queue of conflicts on the terminal: one question after the other, as wide as the terminal is."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from veikart.core.messages import Catalogue
from veikart.core.outcome import Conflict, Measure
from veikart.core.question_parts import question_parts

_INDENT = (0, 0, 0, 4)


def print_conflicts(
    conflicts: Sequence[Conflict], measures: Mapping[str, Measure], limit: int, catalogue: Catalogue
) -> None:
    """Print the first conflicts: kind and id, the measures, what was found, what is asked."""
    console = Console(highlight=False)
    if not conflicts:
        console.print(catalogue.text("conflicts.none"))
        return
    for number, conflict in enumerate(conflicts[:limit], start=1):
        kind = catalogue.label("conflict_kind", conflict.kind.value)
        head = Text.assemble((f"{number:>2}. ", "bold"), (kind, "bold yellow"), (f"  {conflict.id}", "dim"))
        console.print(head)
        names = dict.fromkeys(measures[key].name for key in conflict.measures if key in measures)
        found, asked, follows = question_parts(conflict.message)
        for text, style in ((" · ".join(names), "bold"), (found, ""), (asked, "cyan"), (follows, "dim")):
            if text:
                console.print(Padding(Text(text, style=style), _INDENT))
        console.print()
    if len(conflicts) > limit:
        console.print(catalogue.text("conflicts.more", count=len(conflicts) - limit))
