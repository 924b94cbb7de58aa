"""Boxes in two columns that go together row by row."""

import pytest

from extract.recognisers.drawn.pairs import pairs
from tests.extract.scenes import Canvas, by_title, deck_of, told
from veikart.core.records import Field, LinkKind, Role


def drawn(left: str, right: str) -> Canvas:
    canvas = Canvas()
    canvas.title("Hva hører sammen")
    canvas.text(left, 0.05, 0.16)
    canvas.text(right, 0.45, 0.16)
    for row, (name, members) in enumerate([("Enklere hverdag", 2), ("Trygg hjelp", 1)]):
        y = 0.22 + row * 0.2
        canvas.box(name, 0.05, y, 0.25, 0.14, fill="#204080")
        for n in range(members):
            canvas.box(f"Felles kalender {row}{n}|Helse Nord", 0.45 + 0.2 * n, y, 0.18, 0.14, fill="#CCDDEE")
    return canvas


@pytest.mark.parametrize(
    ("left", "right", "roles", "links"),
    [
        ("Behov", "Tiltak", (Role.NEED, Role.MEASURE), 0),
        ("Felles", "Regionale initiativ", (Role.COMMON, Role.MEMBER), 3),
        ("Overordnet behov", "Tilhørende tiltak", (Role.NEED, Role.MEASURE), 0),
    ],
)
def test_right_boxes_belong_to_the_left_one_on_their_row(
    left: str, right: str, roles: tuple[Role, Role], links: int
) -> None:
    canvas = drawn(left, right)
    claim = pairs(canvas.page, deck_of(canvas))
    found = by_title(claim)
    parents = {name: d.parent.title for name, d in found.items() if d.parent}
    assert parents == {
        "Felles kalender 00": "Enklere hverdag",
        "Felles kalender 01": "Enklere hverdag",
        "Felles kalender 10": "Trygg hjelp",
    }
    assert {d.role for d in found.values()} == set(roles)
    assert told(found["Felles kalender 10"], Field.OWNERS) == "HN"
    assert claim is not None
    assert [link.kind for link in claim.links] == [LinkKind.CROSSWALK] * links


def test_headings_that_tell_no_roles_give_nothing() -> None:
    canvas = drawn("Før", "Etter")
    assert pairs(canvas.page, deck_of(canvas)) is None
