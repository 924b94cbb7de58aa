"""Lists with a dot beside every name, in the colours of the page's legend."""

import pytest

from extract.recognisers.drawn.dotted import dotted
from tests.extract.recognisers.test_drawn import run
from tests.extract.scenes import Canvas, by_title, told
from veikart.core.records import Field

GREEN, BLUE, GREY = "#4CAF50", "#2196F3", "#BDBDBD"
LEFT = {"Kjørerute til ambulansen": GREEN, "Samtykke på nett": BLUE, "Robot på vaskeriet": BLUE}
RIGHT = {"Timebytte på mobil": GREY, "Mat etter ønske": GREEN}


def listed(title: str = "Status våren 2026", *, legend: bool = True, behind: bool = False) -> Canvas:
    canvas = Canvas()
    canvas.title(title)
    for x, head, names in ((0.1, "På sykehuset", LEFT), (0.55, "Hjemme", RIGHT)):
        canvas.text(head, x, 0.2, bold=True)
        for i, (name, colour) in enumerate(names.items()):
            y = 0.3 + i * 0.1
            canvas.text(name, x + 0.04, y)
            canvas.area(x + 0.25 if behind else x, y, 0.016, 0.028, colour, "ellipse")
    for i, (word, colour) in enumerate((("I drift", GREEN), ("Pågår", BLUE), ("Ikke startet", GREY))):
        if legend:
            canvas.area(0.1 + i * 0.2, 0.9, 0.016, 0.028, colour, "ellipse")
            canvas.text(word, 0.12 + i * 0.2, 0.9)
    return canvas


@pytest.mark.parametrize("behind", [False, True])
def test_dots_tell_the_statuses_of_the_names_beside_them(*, behind: bool) -> None:
    found = by_title(run(listed(behind=behind), dotted))
    assert {name: told(draft, Field.STATUS) for name, draft in found.items()} == {
        "Kjørerute til ambulansen": "in_operation",
        "Samtykke på nett": "ongoing",
        "Robot på vaskeriet": "ongoing",
        "Timebytte på mobil": "not_started",
        "Mat etter ønske": "in_operation",
    }


def test_headings_over_the_columns_group_what_stands_below() -> None:
    found = by_title(run(listed(), dotted))
    groups = {name: told(draft, Field.GROUP) for name, draft in found.items()}
    assert groups == {name: "På sykehuset" if name in LEFT else "Hjemme" for name in {**LEFT, **RIGHT}}


@pytest.mark.parametrize("canvas", [listed(legend=False), listed("Risiko")], ids=["colours unexplained", "risks"])
def test_other_dots_are_no_statuses(canvas: Canvas) -> None:
    assert run(canvas, dotted) is None


@pytest.mark.parametrize(("title", "count"), [("Oppsummering", 5), ("Agenda", 0)])
def test_a_page_that_sums_up_may_list_statuses(title: str, count: int) -> None:
    claim = run(listed(title), dotted)
    assert len(claim.drafts if claim else []) == count
