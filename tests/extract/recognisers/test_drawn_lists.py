"""Lists that are drawn: names with a line below each, stairs of lists, trees of boxes, numbers beside names."""

from dataclasses import replace

import pytest

from extract.claims import Claim
from extract.recognisers.drawn.entries import entries
from extract.recognisers.drawn.panels import panels
from extract.recognisers.drawn.ranked import ranked
from extract.recognisers.drawn.stairs import stairs
from extract.recognisers.drawn.tree import tree
from tests.extract.recognisers.test_drawn import run
from tests.extract.scenes import Canvas, by_title, deck_of, told, years
from veikart.core.blocks import Block
from veikart.core.records import Field, Role

AREAS = {
    "Trygg heime": (("Dørlås utan nøkkel", "Stad, 2026"), ("Nattvakt på skjerm", "Kinn, 2027")),
    "Lettare arbeid": (("Tale til notat", "KS, 2028–2029"), ("Rute for dagen", "Digifjord, 2026")),
}


def cards(areas: dict[str, tuple[tuple[str, str], ...]], title: str = "Satsingar") -> Canvas:
    """A panel for each area: its name in large letters, below it names in bold with a small line each."""
    canvas = Canvas()
    canvas.title(title)
    for number, (area, names) in enumerate(areas.items()):
        x = 0.05 + 0.3 * number
        canvas.area(x, 0.2, 0.28, 0.4, "#FFFFFF")
        canvas.text(area, x + 0.02, 0.22, size=17.0, bold=True)
        for row, (name, line) in enumerate(names):
            canvas.text(name, x + 0.02, 0.3 + 0.08 * row, size=15.0, bold=True)
            canvas.text(line, x + 0.02, 0.33 + 0.08 * row, size=11.0)
    return canvas


def test_names_on_a_card_have_the_line_below_each() -> None:
    found = by_title(run(cards(AREAS), entries))
    assert {name: told(d, Field.OWNERS) for name, d in found.items()} == {
        "Dørlås utan nøkkel": "Stad",  # no municipality by its bare name, but set like one
        "Nattvakt på skjerm": "Kinn",
        "Tale til notat": "KS",
        "Rute for dagen": "Digifjord",
    }
    assert years(found["Tale til notat"]) == ("2028", "2029")
    assert told(found["Rute for dagen"], Field.GROUP) == "Lettare arbeid"


@pytest.mark.parametrize(
    ("lines", "title"),
    [(("Les meir her", "Ring oss"), "Kva vi driv med"), (("Stad, 2026", "KS, 2027"), "Agenda")],
)
def test_lines_that_tell_nothing_or_an_agenda_make_no_measures(lines: tuple[str, str], title: str) -> None:
    areas = {area: tuple((name, line) for (name, _), line in zip(n, lines, strict=True)) for area, n in AREAS.items()}
    assert run(cards(areas, title), entries) is None


def test_a_card_for_each_name_is_left_to_those_who_read_cards() -> None:
    single = {area: names[:1] for area, names in AREAS.items()}
    more = {"Betre flyt": (("Delt plan", "KS, 2027"),), "Meir tid": (("Felles vaktbok", "Kinn, 2026"),)}
    assert run(cards({**single, **more}), entries) is None


def staircase(heads: tuple[str, ...], items: int = 2) -> Canvas:
    canvas = Canvas()
    canvas.title("Vi bygger stein på stein")
    for step, head in enumerate(heads):
        x, y = 0.05 + 0.3 * step, 0.5 - 0.12 * step
        canvas.box(head, x, y, 0.28, 0.1, fill="#2E5E8C")
        canvas.box("|".join(f"• Tiltak {step}{n} for alle" for n in range(items)), x, y + 0.1, 0.28, 0.7 - y)
    return canvas


def test_steps_of_a_staircase_date_their_lists() -> None:
    found = by_title(run(staircase(("Trinn 1 2026|Grunnmur", "Trinn 2 2027–2028|Bredde")), stairs))
    assert [years(d) for d in found.values()] == [("2026", "2026")] * 2 + [("2027", "2028")] * 2
    assert [told(d, Field.GROUP) for d in found.values()] == ["Grunnmur"] * 2 + ["Bredde"] * 2


@pytest.mark.parametrize("heads", [("Trinn 1", "Trinn 2"), ("Trinn 1 2026", "Trinn 2 2026")])
def test_steps_without_periods_of_their_own_are_no_stairs(heads: tuple[str, ...]) -> None:
    assert run(staircase(heads), stairs) is None


def programme(chips: tuple[str, ...], title: str, *, joined: bool = True) -> Canvas:
    """A root, two areas and two leaves of each, joined by connectors, with a chip beside each leaf."""
    canvas = Canvas()
    canvas.title(title)
    canvas.box("Løftet", 0.03, 0.4, 0.14, 0.12)
    for area in range(2):
        middle = 0.3 + 0.35 * area
        canvas.box(f"Område {'AB'[area]} samlet", 0.24, middle - 0.05, 0.2, 0.1)
        canvas.line(0.17, 0.46, 0.24, middle)
        for leaf in range(2):
            y = middle - 0.09 + 0.12 * leaf
            canvas.box(f"Felles kalender {area}{leaf}", 0.5, y, 0.34, 0.07, fill="#FFFFFF", outline="#000000")
            if joined:
                canvas.line(0.44, middle, 0.5, y + 0.035)
            canvas.box(chips[2 * area + leaf], 0.86, y + 0.01, 0.1, 0.05, fill="#C99700")
    return canvas


def test_leaves_of_a_tree_are_measures_of_the_area_that_they_hang_on() -> None:
    found = by_title(
        run(programme(("KN / NHN", "KS", "FHI", "prosjektleder Kari Nes, KS"), "Slik henger det sammen"), tree)
    )
    assert [told(d, Field.OWNERS) for d in found.values()] == ["NHN", "KS", "FHI", "KS"]
    assert [told(d, Field.GROUP) for d in found.values()] == ["Område A samlet"] * 2 + ["Område B samlet"] * 2


@pytest.mark.parametrize(
    ("chips", "title", "joined"),
    [
        (("1", "2", "3", "4"), "Slik henger det sammen", True),
        (("KS", "KS", "FHI", "FHI"), "Slik henger det sammen", False),
        (("KS", "KS", "FHI", "FHI"), "Organisering", True),
    ],
)
def test_other_trees_are_no_plans(chips: tuple[str, ...], title: str, joined: bool) -> None:
    assert run(programme(chips, title, joined=joined), tree) is None


def ranking(numbers: tuple[int, ...], title: str, *, above: str = "") -> Claim | None:
    canvas = Canvas()
    canvas.title(title)
    if above:
        canvas.text(above, 0.1, 0.18)
    for row, number in enumerate(numbers):
        canvas.box(str(number), 0.1, 0.25 + 0.1 * row, 0.04, 0.06, shape="ellipse")
        canvas.text(f"Felles kalender {'ABCDE'[row]}", 0.16, 0.265 + 0.1 * row)
    canvas.box("NHN", 0.7, 0.26, 0.12, 0.05)
    return ranked(canvas.page, deck_of(canvas))


@pytest.mark.parametrize(
    ("numbers", "title", "above", "count"),
    [
        ((1, 2, 3, 4), "Nye forslag", "", 4),
        ((21, 15, 9, 4), "Nye forslag fra veggen, med stemmer", "", 4),
        ((21, 9, 15, 4), "Nye forslag fra veggen, med stemmer", "", 0),
        ((1, 2, 3, 4), "Nytte mot kostnad", "Forslag (innmelder i parentes)", 4),
        ((1, 2, 3, 4), "Nytte mot kostnad", "Sykehus i regionen", 0),
    ],
)
def test_numbers_beside_names(numbers: tuple[int, ...], title: str, above: str, count: int) -> None:
    claim = ranking(numbers, title, above=above)
    assert len(claim.drafts if claim else []) == count


def test_a_chip_in_the_row_of_a_ranked_name_tells_its_owner() -> None:
    claim = ranking((4, 3, 2, 1), "Nye forslag")
    assert claim is not None
    assert [told(d, Field.OWNERS) for d in claim.drafts] == ["NHN", "", "", ""]
    assert {d.role for d in claim.drafts} == {Role.PROPOSAL}


def test_headings_over_columns_of_cards_are_groups_and_lines_set_like_owners_are_owners() -> None:
    canvas = Canvas()
    canvas.title("Grunnmuren bærer det meste")
    owners = iter(("NHN", "KS", "Kontoret for drift", "FHI"))
    for column, head in enumerate(("Grunnmur", "Tjenester")):
        canvas.text(head, 0.1 + 0.4 * column, 0.15, bold=True)
        for row in range(2):
            canvas.box(f"Felles kalender {'ABCD'[2 * column + row]}", 0.1 + 0.4 * column, 0.2 + 0.2 * row, 0.3, 0.15)
            canvas.blocks[-1:] = _with_line(canvas, next(owners))
    found = by_title(run(canvas, panels))
    assert [told(d, Field.GROUP) for d in found.values()] == ["Grunnmur"] * 2 + ["Tjenester"] * 2
    assert [told(d, Field.OWNERS) for d in found.values()] == ["NHN", "KS", "Kontoret for drift", "FHI"]


def _with_line(canvas: Canvas, line: str) -> list[Block]:
    """Return the last block with its name in bold and a small line below it in the same box."""
    last = canvas.blocks[-1]
    assert last.box is not None
    below = last.box._replace(y0=last.box.y1, y1=last.box.y1 + 0.025)
    name = replace(last, bold=True, size=14.0)
    return [name, replace(last, id=f"{last.container}/2", text=line, box=below, size=10.0, bold=False)]


def test_labels_of_facts_are_no_names() -> None:
    facts = {"Om prosjektet": (("Lead", "KS"), ("Partner", "NHN"), ("Period", "2026"), ("Status", "Ongoing"))}
    assert run(cards(facts), entries) is None


@pytest.mark.parametrize(
    "heads", [("Dag 1: 14. mars 2025", "Dag 2: 15. mars 2025"), ("Regnskap 2024", "Budsjett 2025")]
)
def test_days_and_money_are_no_steps(heads: tuple[str, str]) -> None:
    assert run(staircase(heads), stairs) is None


def test_people_and_their_employers_are_no_measures() -> None:
    people = {"Hvem er med?": (("Kari Nes", "NHN"), ("Ola Vik", "KS"), ("Eva Lie", "NHN"), ("Per Dahl", "FHI"))}
    areas = {"Hva vi gjør": (("Dørlås", "NHN"), ("Nattvakt", "KS"), ("Tale", "NHN"), ("Rute", "FHI"))}
    assert run(cards(people, "Vi som jobber her"), entries) is None
    assert run(cards(areas, "Vi som jobber her"), entries) is None


@pytest.mark.parametrize(("dates", "ends"), [(("2025", "2026–2027"), ("2025", "2027")), (("2026", "2025"), ("", ""))])
def test_periods_in_a_row_over_columns_of_names_date_them(dates: tuple[str, ...], ends: tuple[str, ...]) -> None:
    canvas = Canvas()
    canvas.title("To horisonter")
    names = ("Dørlås utan nøkkel", "Nattvakt på skjerm"), ("Tale til notat", "Rute for dagen")
    for column, (date, below) in enumerate(zip(dates, names, strict=True)):
        x = 0.06 + 0.45 * column
        canvas.text(("Nå", "Neste")[column], x, 0.18, size=20.0)
        canvas.text(date, x + 0.3, 0.19, size=14.0)
        for row, name in enumerate(below):
            canvas.text(name, x, 0.3 + 0.15 * row, size=13.0)
            canvas.text(("KS · pågår", "NHN · planlagt")[row], x, 0.34 + 0.15 * row, size=9.5)
    found = by_title(run(canvas, entries))
    assert [years(found[name])[1] for column in names for name in column] == [e for e in ends for _ in range(2)]
