"""The waterfall of evidence on the terminal."""

from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from veikart.core.dates_told import step_value_told
from veikart.core.messages import Catalogue

_VERDICTS = {"same": "bold green", "review": "bold yellow", "related": "bold blue", "different": "bold red"}

_LINKS_SHOWN = 5  # all of them stand in --json


def print_explanation(explanation: dict[str, Any], catalogue: Catalogue) -> None:
    """Print what `explain_subjects` returned."""
    console = Console(highlight=False)
    if "pair" in explanation:
        _pair(console, explanation["pair"], catalogue)
    else:
        _measure(console, explanation["measure"], catalogue)
    console.print()
    console.print(Text(catalogue.text("explain.model", **explanation["model"]), style="dim"))


def _measure(console: Console, measure: dict[str, Any], catalogue: Catalogue) -> None:
    console.print(Text(f"{measure['name']}  ({measure['measure_id']})", style="bold"))
    if measure["aliases"]:
        console.print(Text(catalogue.text("explain.aliases", names="; ".join(measure["aliases"]))))
    if measure["held"]:
        console.print(Text(catalogue.text("explain.records", count=len(measure["record_ids"]))))
    else:
        console.print(Text(catalogue.text("explain.one_name", count=len(measure["record_ids"]))))
    for pair in measure["held"]:
        console.print()
        _pair(console, pair, catalogue)


def _pair(console: Console, pair: dict[str, Any], catalogue: Catalogue) -> None:
    for side in (pair["left"], pair["right"]):
        page = f", {catalogue.text('explain.page', page=side['page'])}" if side["page"] else ""
        console.print(Text(f"«{side['title']}»  {side['document']}{page}  {side['record_id']}"))
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(justify="right")
    for step in pair["steps"]:
        left, right = (step_value_told(step[side], catalogue) for side in ("left", "right"))
        values = f"{left} | {right}" if left or right else ""
        style = "green" if step["weight"] > 0 else "red"
        label = catalogue.label("evidence", step["name"])
        table.add_row(Text(f"{step['weight']:+.1f}", style=style), Text(label), Text(values, style="dim"))
    total = catalogue.text("explain.total", threshold=f"{pair['threshold']:+.1f}")
    table.add_row(Text(f"{pair['weight']:+.1f}", style="bold"), Text(total), Text(""))
    console.print(table)
    for link in pair["links"][:_LINKS_SHOWN]:
        place = f"{link['document']}" + (
            f", {catalogue.text('explain.page', page=link['page'])}" if link["page"] else ""
        )
        kind = catalogue.label("link_kind", link["kind"])
        console.print(Text(f"  {kind}: «{link['left']}» = «{link['right']}» ({place}): {link['snippet']}"))
    for decision in pair["decisions"]:
        told = catalogue.text(
            "explain.decision",
            verdict=catalogue.label("verdict", decision["verdict"]),
            by=decision["by"],
            when=decision["when"][:10],
            reason=decision["reason"],
            id=decision["id"],
        )
        console.print(Text(f"  {told}"))
    if pair["above"]:
        console.print(Text(f"  {catalogue.label('above', pair['above'])}"))
    if len(pair["chain"]) > 2:
        names = " → ".join(f"«{record['title']}»" for record in pair["chain"])
        console.print(Text(f"  {catalogue.text('explain.chain', names=names)}"))
    if pair["apart"]:
        reasons = "; ".join(catalogue.label("apart", reason) for reason in pair["apart"])
        console.print(Text(f"  {catalogue.text('explain.apart', reasons=reasons)}"))
    verdict = catalogue.label("verdict", pair["verdict"])
    console.print(Text(f"  → {verdict}", style=_VERDICTS.get(pair["verdict"], "bold")))
