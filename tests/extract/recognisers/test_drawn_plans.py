"""Plans drawn in ways of their own: rows that are the measures, two plans beside each other, remarks among bullets."""

import pytest

from extract.layout.things import things_of
from extract.recognisers.drawn.captioned import captioned
from tests.extract.recognisers.test_drawn import GREEN, header, run
from tests.extract.scenes import Canvas, by_title, deck_of, told, years
from veikart.core.records import Field

NAMES = ("Heimeovervaking", "Digital sorg", "Felles vaktbok")


def spread_plan(*rows: tuple[str, ...], owner: str = "") -> Canvas:
    """Measures beside the axis, and under each year how far they reach."""
    canvas = Canvas()
    canvas.title("Utbreiing")
    header(canvas, "2026", "2027", "2028", left=0.25, width=0.72)
    for i, (name, reach) in enumerate(zip(NAMES, rows, strict=False)):
        y = 0.24 + i * 0.15
        canvas.text(name, 0.03, y, size=13.0, bold=True)
        if owner:
            canvas.text(owner, 0.03, y + 0.034, 0.1, 0.025, size=9.0)
        for column, text in enumerate(reach):
            canvas.box(text, 0.26 + 0.24 * column, y, 0.22, 0.07)
    return canvas


def test_rows_that_tell_how_far_a_measure_reaches_are_not_measures_each() -> None:
    reach = [tuple(f"{n + more} kommunar" for more in (0, 4, 9)) for n in (3, 6, 11)]
    found = by_title(run(spread_plan(*reach, owner="KS")))
    assert list(found) == list(NAMES)
    assert {told(d, Field.OWNERS) for d in found.values()} == {"KS"}
    assert told(found["Digital sorg"], Field.DESCRIPTION) == "6 kommunar; 10 kommunar; 15 kommunar"


@pytest.mark.parametrize("number", ["", "2.1 ", "3 "])
def test_rows_of_names_stay_groups(number: str) -> None:
    rows = [(f"{number}Ny {n}bok", f"{number}Felles {n}vakt") for n in ("hud", "syn", "ryg")]
    drafts = run(spread_plan(*rows)).drafts
    assert [told(d, Field.GROUP) for d in drafts] == [name for name in NAMES for _ in range(2)]


def test_two_plans_beside_each_other_have_their_own_years_and_owners() -> None:
    canvas = Canvas()
    for left, owner, name in ((0.04, "Helse Nord", "Timebok"), (0.53, "Helse Vest", "Vaktbok")):
        canvas.box(owner, left, 0.12, 0.43, 0.045, fill="#1F3864")
        header(canvas, "2026", "2027", left=left, width=0.43, y=0.18)
        header(canvas, *["H1", "H2"] * 2, left=left, width=0.43, y=0.235)
        canvas.box(f"{name} i pilot", left, 0.32, 0.1, 0.06)
        canvas.box(f"{name} for alle", left + 0.2155, 0.42, 0.2145, 0.06)
    found = by_title(run(canvas))
    told_of = (Field.OWNERS, Field.PERIOD_START, Field.PERIOD_END)
    assert {name: tuple(told(draft, field) for field in told_of) for name, draft in found.items()} == {
        "Timebok i pilot": ("HN", "2026-01-01", "2026-06-30"),
        "Timebok for alle": ("HN", "2027-01-01", "2027-12-31"),
        "Vaktbok i pilot": ("HV", "2026-01-01", "2026-06-30"),
        "Vaktbok for alle": ("HV", "2027-01-01", "2027-12-31"),
    }


@pytest.mark.parametrize(("shift", "count"), [(0.0005, 1), (0.03, 2)])
def test_a_fill_and_its_rim_drawn_apart_are_one_bar(shift: float, count: int) -> None:
    canvas = Canvas()
    canvas.area(0.2, 0.3, 0.25, 0.04, GREEN)
    canvas.area(0.2 + shift, 0.3, 0.25, 0.04, "", outline="#000000")
    deck = deck_of(canvas)
    bars = things_of(deck.pages[0], deck)
    assert len(bars) == count
    assert (bars[0].fill, bars[0].outline) == (GREEN, "#000000" if count == 1 else "")


def dated_names(*more: str) -> Canvas:
    """Names on two lines of a map, each with its year below, and the lines' boxed labels."""
    canvas = Canvas()
    for i in range(6):
        x, y = 0.12 + 0.28 * (i % 3), 0.3 + 0.3 * (i // 3)
        canvas.text(f"Stasjon {'ABCDEF'[i]} til kaien", x, y, size=12.0)
        canvas.text(str(2025 + i), x, y + 0.032, 0.03, size=10.0)
    for i, label in enumerate(("Linje sør", "Linje nord")):
        canvas.box(label, 0.01, 0.3 + 0.3 * i, 0.09, 0.04)
    for text in more:
        canvas.text(text, 0.6, 0.94, size=8.0)
    return canvas


@pytest.mark.parametrize("foot", [(), ("3. mars 2025",)])
def test_labels_of_lines_and_the_date_at_the_foot_do_not_hide_captions(foot: tuple[str, ...]) -> None:
    found = by_title(run(dated_names(*foot), captioned))
    assert [years(d)[0] for d in found.values()] == [str(2025 + i) for i in range(6)]


def test_tasks_in_small_letters_are_measures_of_their_lane() -> None:
    tasks = [(f"utvikle {n}bok", f"etablere {n}vakt", f"lære opp {n}lag") for n in ("hud", "syn", "ryg")]
    assert len(by_title(run(spread_plan(*tasks)))) == 9
