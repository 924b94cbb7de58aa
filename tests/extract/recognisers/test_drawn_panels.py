"""Cards made of many pieces on panels of one size, and what only looks like them."""

from dataclasses import replace

import pytest

from extract.layout.hanging import hanging
from extract.layout.panels import texts_on_panels
from extract.recognisers.drawn.panels import panels
from extract.recognisers.drawn.pillars import pillars
from tests.extract.recognisers.test_drawn import run
from tests.extract.scenes import Canvas, by_title, told, years
from veikart.core.blocks import Block, BlockKind
from veikart.core.geometry import Box
from veikart.core.records import Field, Role

NAMES = ("Takst for fastleger", "Felles krav til utstyr", "Avtale om drift", "Nasjonalt utstyrslager")


DATED = ("Mål: 2027",) * 4


def cards(names: tuple[str, ...] = NAMES, notes: tuple[str, ...] = DATED, title: str = "Prioritert") -> Canvas:
    """Two rows of two panels: a circle with a number, a name in bold, a note in small letters."""
    canvas = Canvas()
    canvas.title(title)
    for number, (name, note) in enumerate(zip(names, notes, strict=True)):
        x, y = 0.05 + 0.48 * (number % 2), 0.2 + 0.35 * (number // 2)
        canvas.area(x, y, 0.44, 0.25, "#FFFFFF")
        canvas.box(str(30 - number), x + 0.01, y + 0.06, 0.06, 0.12, shape="ellipse", fill="#E4572E")
        canvas.text(name, x + 0.1, y + 0.04, size=17.0, bold=True)
        canvas.text(note, x + 0.1, y + 0.16, size=12.0)
    return canvas


def test_each_panel_is_a_measure_with_what_stands_on_it() -> None:
    found = by_title(run(cards(notes=("(GJ)  Mål: 2027", "Ansvarlig: NHN", "År ikke avklart", "Mål: 2028")), panels))
    assert set(found) == set(NAMES)
    assert years(found["Takst for fastleger"]) == ("2027", "2027")
    assert told(found["Felles krav til utstyr"], Field.OWNERS) == "NHN"
    assert told(found["Avtale om drift"], Field.DESCRIPTION) == "År ikke avklart"


def test_codes_before_the_names_and_something_told_by_its_name_will_do() -> None:
    names = tuple(f"T{n}.1 {name}" for n, name in enumerate(NAMES, 1))
    notes = ("Sum: kr 1,2 mill.",) * 4
    assert len(by_title(run(cards(names, notes), panels))) == 4
    assert run(cards(NAMES, notes), panels) is None


@pytest.mark.parametrize(
    ("names", "notes", "title"),
    [
        (NAMES, ("Les mer på nettsidene",) * 4, "Prioritert"),
        (("Fase 1", "Fase 2", "Fase 3", "Fase 4"), DATED, "Prioritert"),
        (("Kari Nordmann", "Ola Hansen", "Liv Berg", "Per Lie"), ("Ansvarlig: NHN",) * 4, "Prioritert"),
        (("Helse Nord", "Helse Vest", "NHN", "FHI"), DATED, "Prioritert"),
        (("2 300", "41 %", "4,1 mill.", "700"), ("sparte reiser i 2026",) * 4, "Prioritert"),
        (NAMES, DATED, "Agenda"),
    ],
)
def test_panels_of_other_things_are_no_measures(names: tuple[str, ...], notes: tuple[str, ...], title: str) -> None:
    assert run(cards(names, notes, title), panels) is None


def test_texts_on_panels_are_read_together() -> None:
    page = cards().page
    together = [[block.text for block in blocks] for blocks in texts_on_panels(page).values()]
    assert together == [[str(30 - n), name, "Mål: 2027"] for n, name in enumerate(NAMES)]


def test_deeper_bullets_hang_under_the_one_above_them_in_their_column() -> None:
    def bullet(name: str, x: float, y: float, level: int) -> Block:
        return Block(name, 1, BlockKind.BULLET, name, Box(x, y, x + 0.2, y + 0.03), level=level, marker="•")

    blocks = [
        bullet("a", 0.1, 0.2, 0),
        bullet("a1", 0.12, 0.24, 1),
        bullet("a2", 0.12, 0.28, 1),
        bullet("b", 0.5, 0.2, 0),
        bullet("far", 0.12, 0.6, 1),
        bullet("c", 0.1, 0.32, 0),
    ]
    assert {name: head.id for name, head in hanging(blocks).items()} == {"a1": "a", "a2": "a"}


def columns_of_boxes(title: str, told_of: bool) -> Canvas:
    canvas = Canvas()
    canvas.title(title)
    for c, head in enumerate(("Nasjonale forutsetninger", "Hos oss", "Effekt for pasienten")):
        x = 0.04 + 0.32 * c
        canvas.box(head, x, 0.16, 0.26, 0.05, fill="#0B4F55", colour="#FFFFFF", bold=True)
        for r in range(3):
            line = "|NHN" if told_of and c < 2 else ""
            canvas.box(
                f"{('Register', 'Avtalebok', 'Kortere kø')[c]} for dialyse {r}{line}", x, 0.26 + 0.14 * r, 0.26, 0.11
            )
    canvas.blocks = [replace(b, bold=True) if b.id.endswith("/1") else replace(b, size=9.0) for b in canvas.blocks]
    return canvas


@pytest.mark.parametrize(
    ("title", "told_of", "count"),
    [("Hva er vi avhengige av?", True, 6), ("Hva er vi avhengige av?", False, 0), ("Lappene fra verkstedet", False, 6)],
)
def test_columns_of_boxes_are_measures_where_they_tell_whose_they_are(title: str, told_of: bool, count: int) -> None:
    claim = run(columns_of_boxes(title, told_of), pillars)
    assert len(claim.drafts if claim else []) == count


def test_columns_that_are_all_of_goals_hold_measures() -> None:
    canvas = columns_of_boxes("Tiltak for hvert mål", told_of=False)
    heads = [b for b in canvas.blocks if b.fill == "#0B4F55"]
    named = {head.id: f"Mål {letter}" for head, letter in zip(heads, "abc", strict=True)}
    canvas.blocks = [replace(b, text=named.get(b.id, b.text)) for b in canvas.blocks]
    claim = run(canvas, pillars)
    assert claim is not None
    assert len(claim.drafts) == 9


@pytest.mark.parametrize(("votes", "role"), [(True, Role.NEED), (False, None)])
def test_notes_with_votes_answer_what_the_title_asks(votes: bool, role: Role | None) -> None:
    canvas = Canvas()
    canvas.title("Hva trenger vi? Fra gruppearbeidet")
    for column, head in enumerate(("For innbyggeren", "For den ansatte")):
        x = 0.05 + 0.45 * column
        canvas.text(head, x, 0.18, size=18.0, bold=True)
        for row in range(3):
            canvas.box(f"Ett sted for timer {column}{row}", x, 0.25 + 0.2 * row, 0.15, 0.15, fill="#FFF2A8")
            if votes:
                canvas.box(str(9 - row), x + 0.13, 0.24 + 0.2 * row, 0.03, 0.04, fill="#C00000", shape="ellipse")
    claim = run(canvas, pillars)
    assert {d.role for d in claim.drafts} == {role} if claim else role is None
    assert len(claim.drafts if claim else []) == (6 if votes else 0)


def test_a_period_in_figures_alone_is_told_on_its_panel() -> None:
    found = by_title(run(cards(notes=("2025–2027",) * 4), panels))
    assert {years(draft) for draft in found.values()} == {("2025", "2027")}
