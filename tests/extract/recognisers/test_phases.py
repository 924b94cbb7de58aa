"""Counted phases in a row with what each of them does."""

import pytest

from extract.recognisers.drawn.phases import phases
from tests.extract.recognisers.pages import deck
from tests.extract.scenes import Canvas
from veikart.core.records import Field


def told(heading: str, heads: list[str]) -> dict[str, str]:
    canvas = Canvas()
    canvas.title(heading)
    for number, (head, work) in enumerate(
        zip(heads, ("Pilot i to avdelinger", "Felles opplæring", "Drift i hele huset"), strict=True)
    ):
        canvas.text(head, 0.15 + 0.25 * number, 0.3)
        canvas.text(work, 0.14 + 0.25 * number, 0.5)
    page = canvas.page
    claim = phases(page, deck(page))
    drafts = claim.drafts if claim else []
    return {d.title: next(s.value for s in d.statements if s.field is Field.GROUP) for d in drafts}


@pytest.mark.parametrize("word", ["Fase", "Phase", "Etappe", "Milepæl"])
def test_each_text_belongs_to_the_phase_over_it(word: str) -> None:
    assert told("Veien videre", [f"{word} {n}" for n in (1, 2, 3)]) == {
        "Pilot i to avdelinger": f"{word} 1", "Felles opplæring": f"{word} 2", "Drift i hele huset": f"{word} 3",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "heads"),
    [
        ("Slik arbeider vi", ["Fase 1", "Fase 2", "Fase 3"]),
        ("Veikart", ["Fase 1", "Fase 1", "Fase 1"]),
        ("Veikart", ["Bygg 1", "Bygg 2", "Bygg 3"]),
    ],
)
def test_other_rows_are_no_phases_of_a_plan(heading: str, heads: list[str]) -> None:
    assert told(heading, heads) == {}
