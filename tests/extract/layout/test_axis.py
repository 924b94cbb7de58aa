"""Time axes: which labels make one, where its columns are, and what period a box gets."""

from dataclasses import replace

import pytest

from extract.layout.axis import Axis, find_axes
from extract.layout.things import things_of
from tests.extract.recognisers.pages import table
from tests.extract.scenes import Canvas, deck_of
from veikart.core.geometry import Box


def axes_of(canvas: Canvas, years: tuple[int, ...] = ()) -> list[Axis]:
    deck = deck_of(canvas)
    things = things_of(deck.pages[0], deck)
    return find_axes([t for t in things if t.has_text], [t for t in things if t.is_line], years)


def row(*labels: str, boxed: bool = True, y: float = 0.15) -> Canvas:
    canvas = Canvas()
    width = 0.8 / len(labels)
    for i, label in enumerate(labels):
        if boxed:
            canvas.box(label, 0.1 + i * width, y, width - 0.004, 0.05)
        else:
            canvas.text(label, 0.1 + (i + 0.5) * width - 0.02, y, 0.04)
    return canvas


@pytest.mark.parametrize(
    ("labels", "box", "start", "end"),
    [
        (("2024", "2025", "2026"), (0.1, 0.36), "2024-01-01", "2024-12-31"),
        (("2024", "2025", "2026"), (0.1, 0.63), "2024-01-01", "2025-12-31"),
        (("2024", "2025", "2026"), (0.1, 0.39), "2024-01-01", "2024-12-31"),  # a sliver of the next column
        (("2024", "2025", "2026"), (0.23, 0.55), "2024-01-01", "2025-12-31"),  # starts and ends mid-column
        (("2023-2024", "2025–2026", "2027 →"), (0.4, 0.9), "2025-01-01", ""),
        (("H1 2025", "H2 2025", "2026", "Lenger sikt"), (0.31, 0.48), "2025-07-01", "2025-12-31"),
        (("H1 2025", "H2 2025", "2026", "Lenger sikt"), (0.71, 0.88), "", ""),
        (("H1 2025", "H2 2025", "2026", "Lenger sikt"), (0.51, 0.88), "2026-01-01", ""),
    ],
)
@pytest.mark.parametrize("boxed", [True, False])
def test_a_box_gets_the_period_of_the_columns_it_covers(
    labels: tuple[str, ...], box: tuple[float, float], start: str, end: str, boxed: bool
) -> None:
    [axis] = axes_of(row(*labels, boxed=boxed))
    period, text, column = axis.period(Box(box[0], 0.3, box[1], 0.35))
    assert (period.start_iso if period else "", period.end_iso if period else "") == (start, end)
    assert text
    assert column is not None


def test_quarters_get_their_years_from_the_level_above() -> None:
    canvas = Canvas()
    for i, year in enumerate(("2025", "2026")):
        canvas.text(year, 0.3 + i * 0.4 - 0.02, 0.12, 0.04)
    for q in range(8):
        canvas.box(f"Q{q % 4 + 1}", 0.1 + q * 0.1, 0.16, 0.098, 0.04)
    [axis] = axes_of(canvas)
    assert len(axis.columns) == 8
    assert [c.meaning.period.start_iso for c in axis.columns if c.meaning.period][4] == "2026-01-01"
    assert len(axis.labels) == 10


def test_quarters_without_years_take_the_year_of_the_heading_or_none() -> None:
    canvas = row("1. kvartal", "2. kvartal", "3. kvartal", "4. kvartal")
    [undated] = axes_of(canvas)
    assert undated.period(Box(0.1, 0.3, 0.28, 0.4))[:2] == (None, "1. kvartal")
    [axis] = axes_of(canvas, (2026, 2026))
    assert axis.columns[2].meaning.period is not None
    assert axis.columns[2].meaning.period.start_iso == "2026-07-01"


def test_quarters_of_the_first_year_stand_beside_whole_years() -> None:
    canvas = Canvas()
    canvas.box("2025", 0.1, 0.12, 0.4, 0.04)
    for q in range(4):
        canvas.box(f"Q{q + 1}", 0.1 + q * 0.1, 0.16, 0.1, 0.04)
    canvas.box("2026", 0.5, 0.12, 0.2, 0.04)
    canvas.box("2027", 0.7, 0.12, 0.2, 0.04)
    [axis] = axes_of(canvas)
    assert [c.meaning.text for c in axis.columns] == ["Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025", "2026", "2027"]


def test_labels_on_rules_are_ticks_where_columns_begin() -> None:
    canvas = Canvas()
    for i in range(4):
        canvas.text(str(2024 + i), 0.1 + i * 0.2 - 0.015, 0.14, 0.03)
        canvas.line(0.1 + i * 0.2, 0.18, 0.1 + i * 0.2, 0.8)
    [axis] = axes_of(canvas)
    assert axis.columns[1].start == pytest.approx(0.3, abs=0.002)


def test_rules_between_labels_part_uneven_columns() -> None:
    canvas = Canvas()
    for label, x in (("2024", 0.15), ("2025", 0.35), ("2026", 0.75)):
        canvas.text(label, x, 0.14, 0.04)
    for x in (0.1, 0.25, 0.5, 0.98):
        canvas.line(x, 0.12, x, 0.8)
    [axis] = axes_of(canvas)
    assert [round(c.start, 2) for c in axis.columns] == [0.1, 0.25, 0.5]
    assert axis.end == pytest.approx(0.98)


def test_chips_on_bars_and_years_in_sentences_are_no_axis() -> None:
    canvas = Canvas()
    for i, year in enumerate(("2024", "2025", "2026")):
        canvas.box(f"Tiltak nummer {'ABC'[i]}", 0.1 + i * 0.3, 0.2, 0.28, 0.05)
        canvas.box(year, 0.32 + i * 0.3, 0.21, 0.05, 0.03, fill="#FFCC00")
    canvas.text("Siden 2019 har", 0.1, 0.5)
    canvas.text("planen for 2024", 0.5, 0.5)
    assert axes_of(canvas) == []


def test_chips_under_the_titles_of_cards_are_no_axis() -> None:
    canvas = Canvas()
    for i, quarter in enumerate(("Q1 2025", "Q2 2025", "Q3 2025")):
        canvas.box(f"Tiltak nummer {'ABC'[i]}", 0.1 + i * 0.3, 0.2, 0.28, 0.09)
        canvas.box(quarter, 0.11 + i * 0.3, 0.26, 0.05, 0.028, fill="#FFCC00")
    assert axes_of(canvas) == []


def test_months_left_out_unevenly_are_not_filled_up() -> None:
    canvas = Canvas()
    for i, month in enumerate(("Januar 2025", "Mars 2025", "August 2025", "Desember 2026")):
        canvas.text(month, 0.05, 0.2 + i * 0.15, 0.01 * len(month))
    deck = deck_of(canvas)
    [axis] = find_axes([t.turned() for t in things_of(deck.pages[0], deck)], [], ())
    ends = [c.meaning.period.end_iso for c in axis.columns if c.meaning.period]
    assert ends == ["2025-01-31", "2025-03-31", "2025-08-31", "2026-12-31"]
    [even] = axes_of(row("2025", "2030", "2035"))
    assert [c.meaning.period.end_iso for c in even.columns if c.meaning.period][:2] == ["2029-12-31", "2034-12-31"]


def test_years_that_do_not_rise_are_no_axis() -> None:
    assert axes_of(row("2026", "2025", "2024")) == []
    assert axes_of(row("2025")) == []


def test_a_vertical_axis_is_found_on_the_turned_things() -> None:
    canvas = Canvas()
    for i in range(3):
        canvas.box(str(2025 + i), 0.05, 0.2 + i * 0.2, 0.1, 0.19)
    deck = deck_of(canvas)
    turned = [t.turned() for t in things_of(deck.pages[0], deck)]
    [axis] = find_axes(turned, [], ())
    assert [round(c.start, 2) for c in axis.columns] == [0.2, 0.4, 0.6] or axis.columns[0].start == pytest.approx(0.2)


def test_a_theme_may_stand_under_the_year() -> None:
    canvas = Canvas()
    for i, theme in enumerate(("Forberede", "Innføre", "Forbedre")):
        canvas.box(f"{2025 + i}|{theme}", 0.1 + i * 0.28, 0.15, 0.27, 0.07)
    deck = deck_of(canvas)
    things = things_of(deck.pages[0], deck)
    assert find_axes(things, [], ()) == []
    [axis] = find_axes(things, [], (), themed=True)
    assert [c.meaning.text for c in axis.columns] == ["2025", "2026", "2027"]


def test_the_year_before_its_months_is_the_year_of_all_and_no_column() -> None:
    [axis] = axes_of(row("2026", "jan", "feb", "mars", "april"))
    assert [c.meaning.period.start_iso[5:7] for c in axis.columns if c.meaning.period] == ["01", "02", "03", "04"]
    assert axis.start > 0.2
    [long] = axes_of(row("2026", "T1", "T2", "T3", "2027", "T1", "T2", "T3"))
    assert [c.meaning.text for c in long.columns][2:4] == ["T3 2026", "T1 2027"]
    [years] = axes_of(row("2026", "H1 2027", "H2 2027"))
    assert [c.meaning.text for c in years.columns] == ["2026", "H1 2027", "H2 2027"]


@pytest.mark.parametrize(("elsewhere", "count"), [(0, 1), (1, 1), (2, 0)])
def test_dated_flags_all_over_the_page_are_no_headings(elsewhere: int, count: int) -> None:
    canvas = row("2025|Kartlegge", "2026|Prøve ut", "2027|Innføre")
    for i in range(elsewhere):
        canvas.box(f"{2026 + i}|Rydde", 0.2 + 0.4 * i, 0.5 + 0.2 * i, 0.15, 0.05)
    deck = deck_of(canvas)
    things = [t for t in things_of(deck.pages[0], deck) if t.has_text]
    assert len(find_axes(things, [], (), themed=True)) == count


@pytest.mark.parametrize(("names", "count"), [(("Oppstart", "Ferdig"), 0), (("Bygge", "Bruke"), 1)])
def test_what_facts_of_one_measure_are_called_heads_no_column(names: tuple[str, str], count: int) -> None:
    canvas = Canvas()
    for i, (name, when) in enumerate(zip(names, ("2. halvår 2026", "2027"), strict=True)):
        canvas.text(name, 0.2 + 0.4 * i, 0.6)
        canvas.text(when, 0.2 + 0.4 * i, 0.635)
    assert len(axes_of(canvas)) == count
    joined = row(*(f"{name}|{when}" for name, when in zip(names, ("2026", "2027"), strict=True)))
    deck = deck_of(joined)
    things = [t for t in things_of(deck.pages[0], deck) if t.has_text]
    assert len(find_axes(things, [], (), themed=True)) == count


def test_a_label_over_both_levels_stands_beside_the_quarters_of_the_years_before_it() -> None:
    canvas = Canvas()
    rows = [
        ["", "2026", None, None, None, "2027", None, None, None, "2028+"],
        ["Tiltak", *("K1", "K2", "K3", "K4") * 2, None],
    ]
    cells = table(rows, spans={(0, 1): (1, 4), (0, 5): (1, 4), (0, 9): (2, 1)})
    canvas.blocks += [replace(b, box=_in_middle(b.box, b.frame)) if b.box and b.frame else b for b in cells]
    [axis] = axes_of(canvas)
    starts = [c.meaning.period.start_iso for c in axis.columns if c.meaning.period]
    assert starts[::4] == ["2026-01-01", "2027-01-01", "2028-01-01"]
    assert starts[7] == "2027-10-01"


def _in_middle(box: Box, frame: Box) -> Box:
    middle = frame.middle[1]
    return Box(box.x0, middle - 0.01, box.x1, middle + 0.01)


@pytest.mark.parametrize(
    ("strokes", "stop", "edges"),
    [
        ((0.2, 0.4, 0.6), 0.85, (0.2, 0.8)),
        ((0.2, 0.4, 0.6), 0.75, (0.2, 0.75)),
        ((0.2, 0.4, 0.6), 0.6, (0.2, 0.8)),  # the line ends at the last label
        ((0.3, 0.5, 0.7), 0.85, (0.1, 0.7)),  # strokes between the labels
    ],
)
def test_strokes_at_the_labels_of_a_line_begin_its_columns(
    strokes: tuple[float, ...], stop: float, edges: tuple[float, float]
) -> None:
    canvas = Canvas()
    for x, year in ((0.2, "2025"), (0.4, "2026"), (0.6, "2027")):
        canvas.text(year, x - 0.03, 0.2, 0.06)
    canvas.line(0.15, 0.3, stop, 0.3)
    for x in strokes:
        canvas.line(x, 0.28, x, 0.32)
    [axis] = axes_of(canvas)
    assert (axis.start, axis.end) == pytest.approx(edges)
