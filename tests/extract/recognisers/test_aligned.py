"""Texts set in rows and columns under headings, without a drawn table."""

import pytest

from extract.layout.aligned import aligned_tables
from extract.recognisers.tables import recognise_tables
from tests.extract.scenes import Canvas, by_title, deck_of, told
from veikart.core.records import Field

ROWS = (
    ("Felles kalender", "55 %", "I arbeid"),
    ("Nytt lager", "0 %", "Ikkje starta"),
    ("Raskt søk", "100 %", "I drift"),
)


def drawn(heads: tuple[str, ...] = ("Prosjekt", "Framdrift", "Status"), boxed: bool = False, rows: int = 3) -> Canvas:
    canvas = Canvas()
    canvas.title("Rapport per oktober")
    for head, x in zip(heads, (0.05, 0.5, 0.85), strict=True):
        canvas.text(head, x, 0.16, bold=True)
    for number, (name, share, state) in enumerate(ROWS[:rows]):
        y = 0.24 + 0.09 * number
        if boxed:
            canvas.box(name, 0.04, y, 0.3, 0.06)
        else:
            canvas.text(name, 0.05, y)
        canvas.area(0.5, y, 0.25, 0.03, "#FFFFFF")
        canvas.text(share, 0.77, y)
        canvas.box(state, 0.82, y - 0.01, 0.12, 0.05, fill="#27AE60")
    canvas.text("Tallene er ikke revidert", 0.05, 0.8)
    return canvas


def test_rows_under_headings_are_a_table() -> None:
    canvas = drawn()
    found = by_title(recognise_tables(canvas.page, deck_of(canvas)))
    assert {name: told(draft, Field.STATUS) for name, draft in found.items()} == {
        "Felles kalender": "ongoing", "Nytt lager": "not_started", "Raskt søk": "in_operation",
    }  # fmt: skip


@pytest.mark.parametrize(
    "canvas",
    [
        drawn(boxed=True),  # cards on a board
        drawn(("Prosjekt", "2026", "2027")),  # a plan with a time axis
        drawn(("Prosjekt", "Farge", "Form")),  # nothing that is told of measures
        drawn(("Sykehus", "Framdrift", "Status")),  # no measures
        drawn(rows=2),
    ],
)
def test_other_rows_are_none(canvas: Canvas) -> None:
    assert aligned_tables(canvas.page, deck_of(canvas)) == ()


def test_headings_over_texts_below_each_other_are_no_table() -> None:
    canvas = Canvas()
    canvas.title("Prosjektkort: Felles kalender")
    for row in range(2):
        for x, head, text in ((0.05, "Leveranse", "En kalender for alle"), (0.5, "Eier", "Helse Vest")):
            for step in range(2):
                y = 0.18 + 0.36 * row + 0.18 * step
                canvas.text(f"{head} {row}{step}" if row or step else head, x, y, bold=True)
                canvas.text(f"{text} {row}{step}", x, y + 0.06)
    assert aligned_tables(canvas.page, deck_of(canvas)) == ()


def test_boxes_that_arrows_lead_from_to_their_owners_are_rows() -> None:
    canvas = Canvas()
    canvas.title("Fra mål til ansvar")
    for head, x in (("MÅL", 0.1), ("TILTAK", 0.45), ("ANSVAR", 0.8)):
        canvas.text(head, x, 0.13, bold=True)
    for row, (name, owner) in enumerate(
        (("Felles søk", "Helse Vest"), ("Ny app", "Etat for sykehjem"), ("Nytt lager", "KS"))
    ):
        y = 0.2 + 0.2 * row
        canvas.box(name, 0.35, y, 0.3, 0.1, fill="#FFFFFF")
        canvas.box(owner, 0.75, y, 0.2, 0.1, fill="#E6E6E6")
        canvas.line(0.65, y + 0.05, 0.75, y + 0.05)
    found = by_title(recognise_tables(canvas.page, deck_of(canvas)))
    assert {name: told(draft, Field.OWNERS) for name, draft in found.items()} == {
        "Felles søk": "HV", "Ny app": "Etat for sykehjem", "Nytt lager": "KS",
    }  # fmt: skip
