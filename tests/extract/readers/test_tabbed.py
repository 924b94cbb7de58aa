"""Tables typed with tabs, and texts that only have tabs in them."""

from dataclasses import replace

import pytest

from extract.readers.tabbed import typed_tables
from veikart.core.blocks import Block, BlockKind
from veikart.core.geometry import Box


def lines(*texts: str, container: str = "s1") -> list[Block]:
    return [
        Block(
            f"{container}/{number}",
            1,
            BlockKind.TEXT,
            text,
            Box(0.1, 0.1 * number, 0.5, 0.1 * number + 0.05),
            Box(0.1, 0.1, 0.9, 0.9),
            container,
        )
        for number, text in enumerate(texts, 1)
    ]


def test_rows_of_as_many_parts_are_cells() -> None:
    cells = typed_tables(lines("Tiltak\tAnsvar\tFrist", "Felles skjema\tHdir\t2026", "Delt plan\t\tKS\t 2027"))
    assert [(c.row, c.column, c.text) for c in cells] == [
        (0, 0, "Tiltak"), (0, 1, "Ansvar"), (0, 2, "Frist"),
        (1, 0, "Felles skjema"), (1, 1, "Hdir"), (1, 2, "2026"),
        (2, 0, "Delt plan"), (2, 1, "KS"), (2, 2, "2027"),
    ]  # fmt: skip
    assert {c.kind for c in cells} == {BlockKind.CELL}
    assert len({c.table for c in cells}) == 1
    assert len({c.id for c in cells}) == len(cells)
    assert all(c.box is not None and 0.1 <= c.box.x0 < c.box.x1 <= 0.9 for c in cells)


@pytest.mark.parametrize(
    "texts",
    [
        ("Tiltak\tAnsvar", "Felles skjema\tHdir"),
        ("Innledning\t3", "Tiltak\t7", "Vedlegg\t12"),
        ("Tiltak\tAnsvar", "Felles skjema", "Delt plan\tKS", "Ny portal\tNHN"),
        ("En tekst uten tabulator", "En til", "Og en til"),
        ("Kort\t" + "lang " * 60, "Kort\tkort", "Kort\tkort"),
    ],
)
def test_other_texts_stay_as_they_are(texts: tuple[str, ...]) -> None:
    blocks = lines(*texts)
    assert typed_tables(blocks) == blocks


def test_a_table_ends_with_its_shape_and_bullets_make_none() -> None:
    texts = ("A\tB", "C\tD")
    blocks = [*lines(*texts), *lines(*texts, container="s2")]
    assert typed_tables(blocks) == blocks
    bullets = [replace(block, marker="•") for block in lines("A\tB", "C\tD", "E\tF")]
    assert typed_tables(bullets) == bullets
