"""Drawn plans: what boxes, bars, lanes, chips and boards become."""

from dataclasses import replace

import pytest

from extract.claims import Use
from extract.recognisers.drawn import DRAWN
from extract.recognisers.drawn.board import board
from extract.recognisers.drawn.captioned import captioned
from extract.recognisers.drawn.stages import stages
from extract.recognisers.drawn.timeline import timeline
from tests.extract.scenes import Canvas, by_title, deck_of, told, years
from veikart.core.blocks import Block
from veikart.core.geometry import Box
from veikart.core.problems import Code
from veikart.core.records import Field

GREEN, BLUE = "#00B050", "#0070C0"


def header(canvas: Canvas, *labels: str, left: float = 0.2, width: float = 0.75, y: float = 0.14) -> None:
    step = width / len(labels)
    for i, label in enumerate(labels):
        canvas.box(label, left + i * step, y, step, 0.05, fill="#1F3864", colour="#FFFFFF")


def run(canvas: Canvas, recognise=timeline):  # type: ignore[no-untyped-def]
    deck = deck_of(canvas)
    return recognise(deck.pages[0], deck)


def test_lanes_named_after_organisations_own_and_others_group() -> None:
    canvas = Canvas()
    header(canvas, "2024", "2025", "2026")
    for i, lane in enumerate(("Felles", "Helse Nord")):
        canvas.box(lane, 0.02, 0.2 + i * 0.3, 0.15, 0.29)
        canvas.box(f"Digital {'dialog' if i else 'henvisning'}", 0.21, 0.25 + i * 0.3, 0.48, 0.06)
    found = by_title(run(canvas))
    assert told(found["Digital dialog"], Field.OWNERS) == "HN"
    assert told(found["Digital henvisning"], Field.GROUP) == "Felles"
    assert years(found["Digital dialog"]) == ("2024", "2025")
    assert found["Digital dialog"].listing != found["Digital henvisning"].listing


def test_captions_on_a_bar_come_before_its_place_and_are_joined() -> None:
    canvas = Canvas()
    header(canvas, "2023-2024", "2025-2026", "2027 →")
    canvas.box("Felles skjema", 0.21, 0.3, 0.7, 0.05)
    canvas.box("2023-24", 0.6, 0.31, 0.05, 0.03, fill="#F6B26B")
    canvas.box("2025", 0.66, 0.31, 0.05, 0.03, fill="#D9D9D9")
    canvas.box("Innsyn", 0.21, 0.4, 0.7, 0.05)
    canvas.box("Nasjonalt prosjekt", 0.7, 0.41, 0.12, 0.03, fill="#F6B26B")
    found = by_title(run(canvas))
    assert years(found["Felles skjema"]) == ("2023", "2025")
    assert {s.method for s in found["Felles skjema"].statements if s.field is Field.PERIOD_START} == {"caption"}
    assert years(found["Innsyn"]) == ("2023", "")
    assert told(found["Innsyn"], Field.QUALIFIERS) == "Nasjonalt prosjekt"
    assert set(found) == {"Felles skjema", "Innsyn"}


def test_a_text_that_only_happens_to_stand_under_a_year_is_no_measure() -> None:
    canvas = Canvas()
    header(canvas, "2024", "2025")
    for i in range(3):
        canvas.box(f"Tiltak om {'abc'[i]}-vaksine", 0.21, 0.25 + i * 0.1, 0.3, 0.06)
    canvas.text("Samlet digital tjeneste", 0.7, 0.4)
    canvas.text("* Gjelder bare sykehus", 0.25, 0.9)
    claim = run(canvas)
    assert len(claim.drafts) == 3
    loose = next(b for b in canvas.blocks if b.text.startswith("Samlet"))
    assert claim.uses[loose.id][0] is Use.IGNORED


def test_bars_without_text_take_the_labels_of_their_rows() -> None:
    canvas = Canvas()
    canvas.title("Framdriftsplan 2026")
    header(canvas, "Q1", "Q2", "Q3", "Q4", left=0.4, width=0.56)
    for i, (name, owner) in enumerate(
        (("Ny pasientportal", "HN"), ("Felles innlogging", "NHN"), ("Reiseskjema", "HV"))
    ):
        canvas.text(name, 0.03, 0.25 + i * 0.1)
        canvas.text(owner, 0.3, 0.25 + i * 0.1)
        canvas.area(0.4 + i * 0.14, 0.255 + i * 0.1, 0.28, 0.025, BLUE)
    found = by_title(run(canvas))
    assert told(found["Felles innlogging"], Field.OWNERS) == "NHN"
    assert told(found["Felles innlogging"], Field.PERIOD_START) == "2026-04-01"
    assert told(found["Felles innlogging"], Field.PERIOD_END) == "2026-09-30"
    assert told(found["Reiseskjema"], Field.FILL) == BLUE


def test_bars_with_labels_behind_or_above_them() -> None:
    canvas = Canvas()
    header(canvas, "2024", "2025", "2026")
    canvas.area(0.2, 0.3, 0.25, 0.03, BLUE)
    canvas.text("Ny tolketjeneste", 0.46, 0.3)
    canvas.text("Felles timebok", 0.455, 0.46)
    canvas.area(0.45, 0.495, 0.25, 0.03, BLUE)
    found = by_title(run(canvas))
    assert years(found["Ny tolketjeneste"]) == ("2024", "2024")
    assert years(found["Felles timebok"]) == ("2025", "2025")


def test_rows_of_years_are_read_like_columns() -> None:
    canvas = Canvas()
    for i, owner in enumerate(("Helse Nord", "Helse Vest")):
        canvas.box(owner, 0.2 + i * 0.35, 0.12, 0.34, 0.05)
    for i in range(3):
        canvas.box(str(2025 + i), 0.04, 0.2 + i * 0.2, 0.12, 0.19)
        canvas.box(f"Digital tjeneste {'abc'[i]}", 0.21 + (i % 2) * 0.35, 0.24 + i * 0.2, 0.3, 0.1, fill="#FFFFFF")
    claim = run(canvas)
    found = by_title(claim)
    assert years(found["Digital tjeneste b"]) == ("2026", "2026")
    assert told(found["Digital tjeneste b"], Field.OWNERS) == "HV"
    assert {s.method for d in claim.drafts for s in d.statements if s.field is Field.PERIOD_START} == {"axis-row"}


def test_bullets_in_a_big_box_under_a_year_are_measures_of_their_own() -> None:
    canvas = Canvas()
    header(canvas, "2025", "2026", left=0.05, width=0.9)
    canvas.box("• Felles skjema|• Ny innlogging|• Digital dialog", 0.06, 0.2, 0.4, 0.4)
    canvas.box("• Bedre søk|• Innsyn i logg", 0.51, 0.2, 0.4, 0.4)
    found = by_title(run(canvas))
    assert len(found) == 5
    assert years(found["Bedre søk"]) == ("2026", "2026")


def test_a_card_has_a_title_details_and_facts() -> None:
    canvas = Canvas()
    for i, status in enumerate(("Planlagt", "Pågår", "Ferdig")):
        canvas.box(status, 0.04 + i * 0.31, 0.14, 0.29, 0.05, fill="#44546A")
        for k in range(2):
            container = len(canvas.blocks)
            canvas.box(
                f"Løsning {'abc'[i]}{k}|Gir bedre oversikt for ansatte", 0.04 + i * 0.31, 0.25 + k * 0.2, 0.29, 0.15
            )
            canvas.blocks[container] = replace(canvas.blocks[container], bold=True)
    canvas.box("Helse Vest", 0.25, 0.24, 0.07, 0.03, fill="#FFE699")
    claim = run(canvas, board)
    found = by_title(claim)
    assert told(found["Løsning b1"], Field.STATUS) == "ongoing"
    assert told(found["Løsning b1"], Field.DESCRIPTION).startswith("Gir bedre")
    assert told(found["Løsning a0"], Field.OWNERS) == "HV"
    assert told(found["Løsning b0"], Field.OWNERS) == ""


def test_a_sticker_between_two_boxes_goes_to_neither() -> None:
    canvas = Canvas()
    header(canvas, "2025", "2026", left=0.05, width=0.9)
    canvas.box("Felles skjema", 0.06, 0.3, 0.2, 0.1)
    canvas.box("Ny innlogging", 0.32, 0.3, 0.12, 0.1)
    canvas.box("FHI", 0.275, 0.335, 0.03, 0.03, fill="#FFD966", shape="ellipse")
    claim = run(canvas)
    assert not any(told(d, Field.OWNERS) for d in claim.drafts)
    assert Code.OWNER_AMBIGUOUS in {p.code for p in claim.problems}


def test_boxes_with_their_own_periods_need_no_axis() -> None:
    canvas = Canvas()
    for i, period in enumerate(("Q1 2025", "2026", "2027 →")):
        canvas.box(f"Trinn {'abc'[i]} av innføring|{period}", 0.05 + i * 0.3, 0.3, 0.28, 0.2, shape="chevron")
    found = by_title(run(canvas, stages))
    assert [years(d) for d in found.values()] == [("2025", "2025"), ("2026", "2026"), ("2027", "")]


def test_what_is_drawn_like_a_plan_but_is_none() -> None:
    chart = Canvas()
    chart.title("Statistikk for bruk")
    for i in range(4):
        chart.text(str(2021 + i), 0.1 + i * 0.2, 0.85, 0.04)
        chart.area(0.1 + i * 0.2, 0.5, 0.08, 0.3, BLUE)
        chart.text(f"{i + 3}0 %", 0.1 + i * 0.2, 0.45, 0.04)
    people = Canvas()
    people.title("Organisering av arbeidet")
    for i, name in enumerate(("Helse Nord", "Helse Vest", "NHN")):
        people.box(name, 0.1 + i * 0.3, 0.3, 0.2, 0.1)
    drawing = Canvas()
    for i, name in enumerate(("Journal", "Portal", "Register", "Melding")):
        drawing.box(name, 0.1 + (i % 2) * 0.5, 0.3 + (i // 2) * 0.3, 0.2, 0.1)
    for canvas in (chart, people, drawing):
        assert all(run(canvas, recognise) is None for _, recognise in DRAWN)


def test_colours_of_lanes_are_no_statuses_through_a_legend_of_another_page() -> None:
    first, second = Canvas(1), Canvas(2)
    for i, (fill, word) in enumerate(((GREEN, "Pågår"), (BLUE, "Planlagt"))):
        first.area(0.1 + i * 0.2, 0.9, 0.02, 0.03, fill)
        first.text(word, 0.125 + i * 0.2, 0.9)
    header(second, "2024", "2025")
    for i, fill in enumerate((GREEN, BLUE)):
        second.box(("Helse Nord", "Helse Vest")[i], 0.02, 0.2 + i * 0.3, 0.15, 0.29)
        for k in range(2):
            second.box(f"Tiltak {'ab'[i]}{k}", 0.21 + k * 0.37, 0.25 + i * 0.3, 0.3, 0.06, fill=fill)
    deck = deck_of(first, second)
    claim = timeline(deck.pages[1], deck)
    assert claim is not None
    assert not any(told(d, Field.STATUS) for d in claim.drafts)
    assert all(told(d, Field.FILL) for d in claim.drafts)


def test_cards_made_of_an_area_and_texts_laid_over_it() -> None:
    canvas = Canvas()
    for i, status in enumerate(("Vurderes", "Planlagt", "Pågår")):
        canvas.area(0.03 + i * 0.32, 0.12, 0.3, 0.8, "#EEF2F7")
        canvas.text(status, 0.05 + i * 0.32, 0.15, size=14.0, bold=True)
        for k in range(2):
            x, y = 0.05 + i * 0.32, 0.25 + k * 0.25
            canvas.area(x, y, 0.26, 0.2, "#FFFFFF", outline="#BFBFBF")
            canvas.area(x, y, 0.006, 0.2, BLUE)
            canvas.text(f"Felles løsning {'abc'[i]}{k}", x + 0.02, y + 0.02)
            canvas.box("KS" if k else "NHN", x + 0.02, y + 0.14, 0.05, 0.04, fill=BLUE, size=9.0)
            canvas.text(str(2025 + k), x + 0.2, y + 0.145, size=9.0)
    found = by_title(run(canvas, board))
    assert len(found) == 6
    assert told(found["Felles løsning b1"], Field.OWNERS) == "KS"
    assert years(found["Felles løsning b1"]) == ("2026", "2026")
    assert told(found["Felles løsning a0"], Field.STATUS) == "under_consideration"


def test_bands_over_rows_of_a_gantt_chart_are_their_groups() -> None:
    canvas = Canvas()
    header(canvas, "2025", "2026", left=0.4, width=0.56)
    for i, group in enumerate(("For pasienten", "For ansatte")):
        y = 0.22 + i * 0.35
        canvas.blocks += _band(canvas, group, y)
        for k in range(3):
            canvas.text(f"Ny tjeneste {'ab'[i]}{k}", 0.04, y + 0.07 + k * 0.08)
            canvas.area(0.4 + 0.28 * (k % 2), y + 0.075 + k * 0.08, 0.28, 0.02, BLUE)
    found = by_title(run(canvas))
    assert len(found) == 6
    assert told(found["Ny tjeneste b2"], Field.GROUP) == "For ansatte"
    assert years(found["Ny tjeneste a1"]) == ("2026", "2026")


def _band(canvas: Canvas, text: str, y: float) -> list[Block]:
    """A strip over the whole plan with its text at the left."""
    other = Canvas(canvas.number)
    other.box(text, 0.03, y, 0.93, 0.045, fill="#EEF2F7")
    [block] = other.blocks
    ink = Box(0.035, y + 0.01, 0.15, y + 0.035)
    return [replace(block, id=f"p1/band{y}/1", container=f"p1/band{y}", box=ink)]


def test_boxes_hang_above_and_below_a_line_with_years() -> None:
    canvas = Canvas()
    for i in range(4):
        x, above = 0.15 + i * 0.2, i % 2 == 0
        canvas.text(str(2025 + i), x - 0.015, 0.54 if above else 0.44, 0.03)
        canvas.line(x, 0.35 if above else 0.52, x, 0.5 if above else 0.65)
        canvas.box(f"Leveranse {'abcd'[i]} til kommunene", x - 0.08, 0.25 if above else 0.65, 0.16, 0.1)
    found = by_title(run(canvas))
    assert [years(found[f"Leveranse {c} til kommunene"])[0] for c in "abcd"] == ["2025", "2026", "2027", "2028"]


def test_marks_in_the_columns_of_a_row_are_its_period() -> None:
    canvas = Canvas()
    header(canvas, "2025", "2026", "2027", left=0.5, width=0.45)
    for i, columns in enumerate(((0,), (0, 1), (2,))):
        canvas.text(f"Bedre søk trinn {'abc'[i]}", 0.05, 0.3 + i * 0.1)
        for column in columns:
            canvas.area(0.565 + column * 0.15, 0.3 + i * 0.1, 0.02, 0.035, GREEN, "ellipse")
    found = by_title(run(canvas))
    assert years(found["Bedre søk trinn b"]) == ("2025", "2026")
    assert years(found["Bedre søk trinn c"]) == ("2027", "2027")


def test_steps_under_a_chain_belong_to_its_boxes() -> None:
    canvas = Canvas()
    for i in range(3):
        canvas.box(f"Felles tjeneste {'abc'[i]}", 0.03 + i * 0.32, 0.2, 0.3, 0.12, shape="chevron")
        canvas.text(f"Steg {'abc'[i]} for sykehus: prod jan. 202{5 + i}", 0.05 + i * 0.32, 0.4, marker="•")
    found = by_title(run(canvas, stages))
    step = found["Steg b for sykehus"]
    assert step.parent is found["Felles tjeneste b"]
    assert told(step, Field.PERIOD_START) == "2026-01-01"


def test_steps_of_a_process_without_years_are_no_plan() -> None:
    canvas = Canvas()
    for i, (month, step) in enumerate((("Januar", "Innspill"), ("Mars", "Høring"), ("Juni", "Vedtak"))):
        canvas.box(step, 0.05 + i * 0.3, 0.25, 0.28, 0.1, shape="chevron")
        canvas.text(month, 0.15 + i * 0.3, 0.4)
    assert run(canvas) is None


def test_a_letter_on_a_card_makes_no_panel_of_it() -> None:
    canvas = Canvas()
    for i, head in enumerate(("Ikke startet", "Pågår", "I drift")):
        canvas.box(head, 0.05 + i * 0.3, 0.15, 0.28, 0.05)
        canvas.box(f"Felles kalender {i}", 0.06 + i * 0.3, 0.25, 0.26, 0.14, fill="#FFFFFF", outline="#999999")
        canvas.box("Ø", 0.28 + i * 0.3, 0.34, 0.03, 0.04, fill="#B0476A", shape="ellipse")
    assert {told(d, Field.STATUS) for d in by_title(run(canvas, board)).values()} == {
        "not_started",
        "ongoing",
        "in_operation",
    }


def test_columns_of_what_changed_hold_measures_without_a_status_of_their_own() -> None:
    canvas = Canvas()
    for i, head in enumerate(("Nytt", "Forskjøvet", "Ferdig")):
        canvas.box(head, 0.05 + i * 0.3, 0.15, 0.28, 0.05, fill="#1F3864")
        canvas.box(f"• Felles kalender {i}|• Digital vaktbok {i}", 0.05 + i * 0.3, 0.25, 0.28, 0.3, fill="")
    found = by_title(run(canvas, board))
    assert [told(found[f"Felles kalender {i}"], Field.STATUS) for i in range(3)] == ["", "", "done"]


def test_headings_over_rows_of_boxes_are_their_groups() -> None:
    canvas = Canvas()
    header(canvas, "Nå (2025)", "Neste (2026–27)", "Senere (2028 →)", left=0.05, width=0.9)
    for row, head in enumerate(("Trygg hjemme", "Felles drift")):
        canvas.text(head, 0.05, 0.25 + row * 0.3, bold=True)
        for column in range(3):
            canvas.box(f"Tiltak {'ABC'[column]}{row} hjemme", 0.06 + column * 0.3, 0.3 + row * 0.3, 0.27, 0.08)
    found = by_title(run(canvas))
    assert told(found["Tiltak A0 hjemme"], Field.GROUP) == "Trygg hjemme"
    assert told(found["Tiltak B1 hjemme"], Field.GROUP) == "Felles drift"
    assert [years(found[f"Tiltak {c}0 hjemme"]) for c in "ABC"] == [("2025", "2025"), ("2026", "2027"), ("2028", "")]


def test_wide_boxes_take_the_one_date_that_stands_under_them() -> None:
    canvas = Canvas()
    for i, year in enumerate(("2025", "2026", "2027", "2028")):
        canvas.box(f"Felles vaktbok {'ABCD'[i]}", 0.02 + i * 0.23, 0.2 + 0.12 * (i % 2), 0.27, 0.2, shape="hexagon")
        canvas.box(year, 0.125 + i * 0.23, 0.41 + 0.12 * (i % 2), 0.06, 0.04, fill="#FFAA00")
    assert run(canvas) is None
    found = by_title(run(canvas, stages))
    assert [years(d) for d in found.values()] == [(y, y) for y in ("2025", "2026", "2027", "2028")]


def test_names_on_the_bare_page_with_chips_and_signs_in_their_rows() -> None:
    canvas = Canvas()
    canvas.title("Oppdrag fra departementet")
    rows = (
        ("P", "Veileder for deling", "1.3.2026"),
        ("F", "Kodeverk for sår", "1.9.2026"),
        ("P", "Bank på samisk", "1.12.2026"),
    )
    for i, (sign, name, date) in enumerate(rows):
        canvas.box(sign, 0.06, 0.2 + i * 0.1, 0.04, 0.05, fill=GREEN, shape="ellipse")
        canvas.text(name, 0.12, 0.21 + i * 0.1)
        canvas.box(f"frist {date}", 0.7, 0.205 + i * 0.1, 0.15, 0.04)
    for i, (sign, word) in enumerate((("P", "Pågår"), ("F", "Ferdig"))):
        canvas.box(sign, 0.06 + i * 0.2, 0.8, 0.02, 0.03, fill=GREEN, shape="ellipse")
        canvas.text(word, 0.085 + i * 0.2, 0.8)
    found = by_title(run(canvas, captioned))
    assert {n: (told(d, Field.STATUS), told(d, Field.PERIOD_END)) for n, d in found.items()} == {
        "Veileder for deling": ("ongoing", "2026-03-01"),
        "Kodeverk for sår": ("done", "2026-09-01"),
        "Bank på samisk": ("ongoing", "2026-12-01"),
    }


def test_milestones_along_a_line_with_dots_that_tell_where_they_stand() -> None:
    canvas = Canvas()
    canvas.title("Leveranser gjennom 2025")
    canvas.line(0.05, 0.52, 0.95, 0.52)
    for i, month in enumerate(("feb. 2025", "april 2025", "juni 2025", "sept. 2025")):
        x, high = 0.15 + i * 0.2, i % 2 == 0
        y = 0.3 if high else 0.66
        canvas.text(month, x - 0.035, y, 0.07)
        canvas.text(f"Felles vaktbok {'ABCD'[i]}", x - 0.06, y + 0.035, 0.12)
        canvas.line(x, 0.37 if high else 0.52, x, 0.52 if high else 0.655)
        canvas.area(x - 0.012, 0.5, 0.024, 0.04, GREEN if i < 2 else "#FFFFFF", "ellipse", GREEN)
    for i, (fill, word) in enumerate(((GREEN, "Levert"), ("#FFFFFF", "Planlagt"))):
        canvas.area(0.1 + i * 0.2, 0.9, 0.02, 0.03, fill, "ellipse", GREEN)
        canvas.text(word, 0.125 + i * 0.2, 0.9)
    found = by_title(run(canvas, captioned))
    assert [told(d, Field.PERIOD_START) for d in found.values()] == [
        "2025-02-01",
        "2025-04-01",
        "2025-06-01",
        "2025-09-01",
    ]
    assert [told(d, Field.STATUS) for d in found.values()] == ["done", "done", "planned", "planned"]


def test_counted_steps_belong_to_the_measure_of_the_title() -> None:
    canvas = Canvas(2)
    canvas.title("Digital oppfølging ved kols")
    for i, step in enumerate(("1. Utprøving i Tromsø", "2. Innføring i Bodø", "3. Overføring til ordinær\ndrift")):
        canvas.box(step, 0.05 + i * 0.3, 0.4, 0.28, 0.15, shape="chevron")
        canvas.box(f"Prod. juni {2024 + i}", 0.12 + i * 0.3, 0.58, 0.12, 0.04, fill="#FFEEAA")
    claim = run(canvas, stages)
    parents = {" ".join(d.title.split()): d.parent.title if d.parent else "" for d in claim.drafts}
    assert parents["Digital oppfølging ved kols"] == ""
    assert parents["Overføring til ordinær drift"] == "Digital oppfølging ved kols"


@pytest.mark.parametrize(("arrows", "end"), [(1, ""), (3, "2028-12-31")])
def test_an_arrow_that_leads_out_of_the_plan_has_no_end(arrows: int, end: str) -> None:
    canvas = Canvas()
    header(canvas, "2026", "2027", "2028")
    for i in range(3):
        shape = "homePlate" if i < arrows else "rect"
        canvas.box(f"Felles kalender {'abc'[i]}", 0.46, 0.25 + i * 0.1, 0.5 if i < arrows else 0.2, 0.06, shape=shape)
    found = by_title(run(canvas))
    assert told(found["Felles kalender a"], Field.PERIOD_START) == "2027-01-01"
    assert told(found["Felles kalender a"], Field.PERIOD_END) == end
    if arrows == 1:
        assert told(found["Felles kalender c"], Field.PERIOD_END) == "2027-12-31"


@pytest.mark.parametrize(("ends", "end"), [((0.5, 1.5, 2.0, 3.0), "2026-06-30"), ((0.5, 1.3, 2.0, 3.0), "2026-12-31")])
def test_bars_that_end_in_the_middle_of_years_tell_halves(ends: tuple[float, ...], end: str) -> None:
    canvas = Canvas()
    header(canvas, "2026", "2027", "2028")
    for i, stop in enumerate(ends):
        canvas.box(f"Felles kalender {'abcd'[i]}", 0.2, 0.25 + i * 0.1, 0.25 * stop, 0.06)
    assert told(by_title(run(canvas))["Felles kalender a"], Field.PERIOD_END) == end


def test_a_part_of_a_year_in_a_box_is_of_the_year_it_stands_under() -> None:
    canvas = Canvas()
    header(canvas, "2027", "2028", "2029")
    for i, quarter in enumerate(("1. kv.", "3. kv.", "Desember")):
        canvas.box(f"{quarter}|Felles kalender {'abc'[i]}", 0.21 + i * 0.25, 0.3, 0.2, 0.1)
    found = by_title(run(canvas))
    assert [(told(d, Field.PERIOD_START), told(d, Field.PERIOD_END)) for d in found.values()] == [
        ("2027-01-01", "2027-03-31"), ("2028-07-01", "2028-09-30"), ("2029-12-01", "2029-12-31")
    ]  # fmt: skip
    assert list(found) == ["Felles kalender a", "Felles kalender b", "Felles kalender c"]


def test_a_lane_of_all_is_no_owner_beside_lanes_of_organisations() -> None:
    canvas = Canvas()
    header(canvas, "2024", "2025", "2026")
    for i, lane in enumerate(("Felles nasjonalt", "Helse Nord", "Helse Vest", "Kommunane")):
        canvas.box(lane, 0.02, 0.2 + i * 0.18, 0.15, 0.17)
        canvas.box(f"Digital {'abcd'[i]}-kurve", 0.21, 0.24 + i * 0.18, 0.48, 0.06)
    found = by_title(run(canvas))
    assert told(found["Digital a-kurve"], Field.OWNERS) == ""
    assert told(found["Digital d-kurve"], Field.OWNERS) == "Kommunane"


def test_a_chip_set_like_owners_is_one_though_it_begins_small() -> None:
    canvas = Canvas()
    header(canvas, "2024", "2025", "2026")
    for i, chip in enumerate(("NHN", "KS", "eHM")):
        canvas.box(f"Digital {'abc'[i]}-kurve", 0.21, 0.24 + i * 0.18, 0.48, 0.08)
        canvas.box(chip, 0.6, 0.26 + i * 0.18, 0.06, 0.04, fill="#FCA311", size=9.0, bold=True)
    assert [told(d, Field.OWNERS) for d in by_title(run(canvas)).values()] == ["NHN", "KS", "eHM"]


@pytest.mark.parametrize(("tip", "end"), [(0.9, ""), (0.8, "2028-12-31")])
def test_the_tip_of_an_arrow_may_stay_short_of_the_end(tip: float, end: str) -> None:
    canvas = Canvas()
    header(canvas, "2026", "2027", "2028")
    canvas.box("Felles kalender", 0.46, 0.25, tip - 0.46, 0.06, shape="homePlate")
    for i in range(2):
        canvas.box(f"Nytt lager {'ab'[i]}", 0.46, 0.35 + i * 0.1, 0.2, 0.06)
    assert told(by_title(run(canvas))["Felles kalender"], Field.PERIOD_END) == end


@pytest.mark.parametrize(
    ("heads", "key", "statuses"),
    [
        (("Nå (pågår)", "Neste (planlagt)", "Senere"), "", ["ongoing", "planned", ""]),
        (
            ("Nå", "Neste", "Senere"),
            "Nå: under levering. Neste: planlagt og finansiert. Senere: ingen plan.",
            ["ongoing", "planned", ""],
        ),
        (("Nå", "Neste", "Senere"), "", ["", "", ""]),
        (("Pågår nå", "Starter 2027", "Starter 2028"), "", ["ongoing", "", ""]),
    ],
)
def test_what_explains_a_column_tells_its_status(heads: tuple[str, ...], key: str, statuses: list[str]) -> None:
    canvas = Canvas()
    header(canvas, *heads)
    for i, name in enumerate(("Felles kalender", "Digital innkalling", "Nytt lager")):
        for row in range(2):
            canvas.box(f"{name} {'ab'[row]}", 0.21 + i * 0.25, 0.25 + row * 0.15, 0.22, 0.1)
    if key:
        canvas.text(key, 0.2, 0.9)
    found = by_title(run(canvas))
    assert [
        told(found[f"{n} a"], Field.STATUS) for n in ("Felles kalender", "Digital innkalling", "Nytt lager")
    ] == statuses
