"""Tables with headers that a screen reader can follow, in a frame that scrolls where they are too wide."""

from collections.abc import Iterable, Sequence

from export.report.html import Child, Markup, h


def table(columns: Sequence[str], rows: Iterable[Sequence[Child]], caption: str, class_: str | None = None) -> Markup:
    """Return a table; the first cell of a row is its header."""
    head = h("thead", h("tr", [h("th", name, scope="col") for name in columns]))
    body = h("tbody", [h("tr", h("th", row[0], scope="row"), [h("td", cell) for cell in row[1:]]) for row in rows])
    return h("table", h("caption", caption), head, body, class_=class_)


def cards(columns: Sequence[str], rows: Iterable[Sequence[Child]], caption: str, class_: str = "") -> Markup:
    """Return a table whose rows become cards on a narrow screen, each value under the name of its column.

    The roles say what the elements are, because browsers forget it of a table that is shown as blocks.
    """
    heads = [h("th", name, scope="col", role="columnheader") for name in columns]
    head = h("thead", h("tr", heads, role="row"), role="rowgroup")
    body = h("tbody", [_card(columns, row) for row in rows], role="rowgroup")
    return h("table", h("caption", caption), head, body, class_=f"cards {class_}".strip(), role="table")


def _card(columns: Sequence[str], row: Sequence[Child]) -> Markup:
    cells = [
        h("td", cell, role="cell", data_label=name if cell else None)
        for name, cell in zip(columns[1:], row[1:], strict=True)
    ]
    return h("tr", h("th", row[0], scope="row", role="rowheader"), cells, role="row")


def region(content: Markup, label: str) -> Markup:
    """Return a frame that scrolls sideways and can be reached by key."""
    return h("div", content, class_="scroll", role="region", aria_label=label, tabindex=0)


def fold_away(summary: Child, *content: Child, open_: bool = False, class_: str | None = None) -> Markup:
    """Return content that can be folded away; open on paper."""
    return h("details", h("summary", summary), *content, open=open_, class_=class_)
