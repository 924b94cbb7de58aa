from collections.abc import Sequence

from extract.recognisers.flat.flow_lists import flow_list
from tests.extract.recognisers.pages import deck, text_at
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.records import Field

CHAPTERS = (("1.", "Lesesal", ["Nye lamper", "Flere bord"]), ("2.", "Lager", ["Høyere hyller", "Bedre lås"]))


def sheet(chapters: Sequence[tuple[str, str, list[str]]]) -> Page:
    blocks: list[Block] = [text_at("Veikart for arkivet", 0.1, 0.05, kind=BlockKind.TITLE, level=1, size=18.0)]
    y = 0.15
    for number, name, items in chapters:
        blocks.append(text_at(name, 0.1, y, kind=BlockKind.TITLE, level=2, marker=number, size=14.0))
        for item in items:
            y += 0.04
            blocks.append(text_at(item, 0.12, y, kind=BlockKind.BULLET, marker="•", size=10.0))
        y += 0.08
    return Page(1, tuple(blocks), 595.0, 842.0)


def test_numbered_headings_end_the_list_above_them_and_head_their_own() -> None:
    page = sheet(CHAPTERS)
    claim = flow_list(page, deck(page, kind="pdf"))
    assert claim is not None
    assert [(d.title, next(s.value for s in d.statements if s.field is Field.GROUP)) for d in claim.drafts] == [
        ("Nye lamper", "Lesesal"), ("Flere bord", "Lesesal"), ("Høyere hyller", "Lager"), ("Bedre lås", "Lager")
    ]  # fmt: skip
