"""What looks alone say: titles that are no placeholders, page numbers, watermarks and footnotes."""

from pathlib import Path

import pytest

from extract.readers.pptx.roles import with_roles
from tests.extract.readers.pptx_decks import deck, only, shape
from veikart.core.blocks import Block, BlockKind
from veikart.core.geometry import Box


def text(words: str, y: float, size: float, **more: object) -> Block:
    place = Box(0.1, y, 0.5, y + 0.05)
    return Block(f"p3/{words}", 3, BlockKind.TEXT, words, place, place, size=size, **more)  # type: ignore[arg-type]


BODY = text("Digital dialog med behandler", 0.5, 14)


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        (text("Veikart", 0.05, 28), BlockKind.TITLE),
        (text("Veikart", 0.05, 14), BlockKind.TEXT),  # as large as the rest
        (text("Veikart", 0.6, 28), BlockKind.TEXT),  # too low
        (text("2027", 0.05, 28), BlockKind.TEXT),  # no word
        (text("Veikart", 0.05, 28, group="chart4"), BlockKind.TEXT),
        (text("3", 0.95, 10), BlockKind.FOOTER),
        (text("Side 3 av 20", 0.95, 10), BlockKind.FOOTER),
        (text("3", 0.5, 10), BlockKind.TEXT),
        (text("2027", 0.95, 10), BlockKind.TEXT),  # a year below an axis is no page number
        (text("3", 0.95, 10, fill="#92D050"), BlockKind.TEXT),  # a number in a box means something
        (text("UTKAST", 0.4, 80, rotation=315.0, colour="#D9D9D9"), BlockKind.WATERMARK),
        (text("UTKAST", 0.4, 14, rotation=315.0, colour="#D9D9D9"), BlockKind.TEXT),
        (text("UTKAST", 0.4, 80, rotation=270.0, colour="#D9D9D9"), BlockKind.TEXT),
    ],
)
def test_kind(block: Block, kind: BlockKind) -> None:
    assert with_roles([block, BODY], 3)[0].kind is kind


def test_title_placeholder_stands() -> None:
    said = Block("p3/t", 3, BlockKind.TITLE, "Sagt", BODY.box, size=10, level=1)
    larger = text("Større", 0.05, 40)
    assert [b.kind for b in with_roles([said, larger], 3)] == [BlockKind.TITLE, BlockKind.TEXT]


def test_lone_text_is_no_title() -> None:
    assert with_roles([text("Alene", 0.05, 40)], 3)[0].kind is BlockKind.TEXT


RAISED = '<a:r><a:rPr baseline="30000"/><a:t>{}</a:t></a:r>'


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ("<a:r><a:t>Innkallingsbrev</a:t></a:r>" + RAISED.format(4), ("text", "", "Innkallingsbrev")),
        (RAISED.format(4) + "<a:r><a:t> Forvaltes sammen.</a:t></a:r>", ("footnote", "4", "Forvaltes sammen.")),
        ("<a:r><a:t>12 m</a:t></a:r>" + RAISED.format(2), ("text", "", "12 m2")),
        ("<a:r><a:t>Den 2</a:t></a:r>" + RAISED.format("nd"), ("text", "", "Den 2nd")),
    ],
)
def test_raised_numbers_are_footnote_marks(tmp_path: Path, runs: str, expected: tuple[str, str, str]) -> None:
    [block] = only(deck(tmp_path / "d.pptx", [shape(5, 0, 2_000_000, 5_000_000, 500_000, f"<a:p>{runs}</a:p>")]))
    assert (block.kind.value, block.marker, block.text) == expected
