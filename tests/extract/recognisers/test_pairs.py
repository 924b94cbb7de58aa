"""Boxes in two columns that go together row by row."""

import pytest

from extract.recognisers.drawn.pairs import pairs
from extract.recognisers.drawn.pillars import pillars
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


def test_arrows_from_needs_to_proposals_with_chips_beside_them() -> None:
    canvas = Canvas()
    canvas.title("Hva hører sammen")
    canvas.text("Behov", 0.05, 0.16)
    canvas.text("Foreslåtte tiltak", 0.4, 0.16)
    for row, need in enumerate(("Slippe reiser", "Vite hvem")):
        y = 0.22 + 0.25 * row
        canvas.box(need, 0.05, y + 0.04, 0.25, 0.1, fill="#204080")
        for n in range(2):
            canvas.box(f"Nytt tilbud {row}{n}", 0.4, y + 0.1 * n, 0.35, 0.08)
            canvas.box("NHN" if n else "HN", 0.77, y + 0.1 * n + 0.02, 0.06, 0.04, fill="#AA3300")
    found = by_title(pairs(canvas.page, deck_of(canvas)))
    assert {d.role for d in found.values()} == {Role.NEED, Role.PROPOSAL}
    assert {t: told(d, Field.OWNERS) for t, d in found.items() if d.parent} == {
        "Nytt tilbud 00": "HN", "Nytt tilbud 01": "NHN", "Nytt tilbud 10": "HN", "Nytt tilbud 11": "NHN",
    }  # fmt: skip


@pytest.mark.parametrize(("title", "parent"), [("Hva trenger de ansatte?", True), ("Tiltak for ansatte", False)])
def test_columns_that_a_title_asks_needs_of(title: str, parent: bool) -> None:
    canvas = Canvas()
    canvas.title(title)
    for column, need in enumerate(("Mindre dobbeltarbeid", "Raskere hjelp", "Verktøy som virker")):
        x = 0.05 + 0.3 * column
        canvas.box(need, x, 0.2, 0.25, 0.08, fill="#DDEEDD")
        for row in range(3):
            canvas.box(f"Nytt tilbud {column}{row}", x, 0.35 + 0.15 * row, 0.18, 0.1, fill="#FFFFFF", outline="#224422")
            canvas.box(("HN", "KS", "NHN")[(row + column) % 3], x + 0.19, 0.37 + 0.15 * row, 0.05, 0.05, fill="#AA3300")
    found = by_title(pillars(canvas.page, deck_of(canvas)))
    measures = [d for d in found.values() if d.role is Role.MEASURE]
    assert len(measures) == 9
    assert {bool(d.parent) for d in measures} == {parent}
    assert ("Raskere hjelp" in found) is parent


def test_headings_that_are_centred_over_their_boxes() -> None:
    canvas = Canvas()
    canvas.title("Hva hører sammen")
    canvas.text("Behov", 0.16, 0.16)
    canvas.text("Tiltak", 0.66, 0.16)
    for row in range(2):
        canvas.box(f"Lang vei til hjelp {row}", 0.05, 0.22 + 0.2 * row, 0.3, 0.14)
        canvas.box(f"Kontroll på video {row}", 0.55, 0.25 + 0.2 * row, 0.3, 0.08)
    found = by_title(pairs(canvas.page, deck_of(canvas)))
    assert {d.parent.title for d in found.values() if d.parent} == {"Lang vei til hjelp 0", "Lang vei til hjelp 1"}


@pytest.mark.parametrize(("third", "read"), [("Lokalt", False), ("", True)])
def test_three_columns_of_who_does_what_are_no_pairs(third: str, read: bool) -> None:
    canvas = Canvas()
    canvas.title("Hvem gjør hva?")
    heads = [head for head in ("Nasjonalt", "Regionalt", third) if head]
    for column, head in enumerate(heads):
        x = 0.05 + 0.31 * column
        canvas.box(head, x, 0.15, 0.28, 0.06, fill="#31572C", size=18.0, bold=True)
        for row in range(3):
            canvas.box(f"Felles logg {column}{row}", x, 0.25 + 0.2 * row, 0.28, 0.15)
    claim = pairs(canvas.page, deck_of(canvas))
    assert (claim is not None and bool(claim.links)) is read
