from dataclasses import replace

import pytest

from extract.claims import Draft
from extract.recognisers.checklists import recognise_checklist
from tests.extract.recognisers.pages import bullets, deck, slide, title
from veikart.core.blocks import Block
from veikart.core.records import Field

NAMES = ["Hente en side", "Lagre siden", "Følge lenker", "Lese robotfilen"]


def drafts(heading: str, markers: str) -> list[Draft]:
    listed = bullets(NAMES, 0.05, 0.25, heading="Innhenting")
    marked = [b for b in listed if b.marker]
    ticked: list[Block] = [replace(b, marker=m) for b, m in zip(marked, markers, strict=True)]
    page = slide([title(heading), *(b for b in listed if not b.marker), *ticked])
    claim = recognise_checklist(page, deck(page))
    return claim.drafts if claim else []


def test_ticks_are_done_and_open_boxes_are_not() -> None:
    found = drafts("Kart over samleren", "✓✓❑☐")
    assert [draft.title for draft in found] == NAMES
    assert [[s.value for s in d.statements if s.field is Field.STATUS] for d in found] == [["done"], ["done"], [], []]
    assert {s.value for d in found for s in d.statements if s.field is Field.GROUP} == {"Innhenting"}


@pytest.mark.parametrize(
    ("heading", "markers"), [("Kart", "❑❑❑❑"), ("Kart", "✓✓✓✓"), ("Kart", "••✓❑"), ("Agenda", "✓✓❑❑")]
)
def test_bullets_that_only_look_like_boxes_make_no_checklist(heading: str, markers: str) -> None:
    assert drafts(heading, markers) == []
