"""Drawn plans: icons, stickers, captions and remarks on and beside boxes, and plans side by side."""

import pytest

from extract.layout.backs import with_backs
from extract.layout.things import things_of
from extract.recognisers.drawn.board import board
from extract.recognisers.drawn.boxes import boxes
from extract.recognisers.drawn.captioned import captioned
from extract.recognisers.drawn.pillars import pillars
from extract.recognisers.drawn.redrawn import redrawn
from extract.recognisers.drawn.stages import stages
from extract.recognisers.drawn.timeline import timeline
from tests.extract.recognisers.pages import table
from tests.extract.recognisers.test_drawn import header, run
from tests.extract.scenes import Canvas, by_title, deck_of, told, years
from veikart.core.records import Field


def test_two_plans_side_by_side_have_an_axis_each() -> None:
    canvas = Canvas()
    header(canvas, "2026", "2027", left=0.05, width=0.4)
    header(canvas, "2025", "2026", left=0.55, width=0.4)
    for number, x in enumerate((0.06, 0.26, 0.56, 0.76)):
        canvas.box(f"Felles kalender {'ABCD'[number]}", x, 0.4, 0.17, 0.08)
    found = by_title(run(canvas))
    assert [years(d)[0] for d in found.values()] == ["2026", "2027", "2025", "2026"]


def test_years_in_one_row_of_cards_are_no_axes() -> None:
    canvas = Canvas()
    for number, (name, year) in enumerate((("A", "2026"), ("B", "2027"), ("C", "2026"), ("D", "2027"))):
        canvas.box(f"Felles kalender {name}", 0.05 + 0.24 * number, 0.3, 0.2, 0.12)
        canvas.box(year, 0.07 + 0.24 * number, 0.38, 0.06, 0.03, fill="#003366")
    claim = run(canvas)
    assert claim is None or all(years(d)[0] for d in claim.drafts)


@pytest.mark.parametrize(
    ("label", "owners", "group"),
    [
        ("Arkitektur (NHN)", "NHN", "Arkitektur"),
        ("Norsk helsenett", "NHN", ""),
        ("Timer (på nett)", "", "Timer (på nett)"),
    ],
)
def test_a_lane_tells_its_owner_in_parentheses(label: str, owners: str, group: str) -> None:
    canvas = Canvas()
    header(canvas, "2026", "2027", left=0.2, width=0.7)
    for y, name in ((0.3, label), (0.5, "Drift")):
        canvas.box(name, 0.03, y, 0.15, 0.15)
        canvas.box(f"Felles kalender {name[:1]}", 0.25, y + 0.03, 0.2, 0.08, fill="#99CCFF")
    draft = by_title(run(canvas))[f"Felles kalender {label[:1]}"]
    assert (told(draft, Field.OWNERS), told(draft, Field.GROUP)) == (owners, group)


def test_an_icon_in_a_card_tells_its_status_and_the_panel_its_group() -> None:
    canvas = Canvas()
    paints = {"Ferdig": "#F9A825", "Pågår": "#1565C0", "Under vurdering": "#C62828"}
    for i, (word, paint) in enumerate(paints.items()):
        canvas.area(0.8, 0.3 + i * 0.07, 0.015, 0.025, paint, "ellipse")
        canvas.text(word, 0.83, 0.3 + i * 0.07)
    canvas.area(0.05, 0.2, 0.3, 0.6, "#EEF4EE")
    canvas.text("Barn og unge", 0.07, 0.22)
    for i, paint in enumerate(paints.values()):
        canvas.box(f"Felles kalender {'ABC'[i]}", 0.07, 0.32 + i * 0.15, 0.26, 0.12, fill="#FFFFFF", outline="#999999")
        canvas.area(0.075, 0.36 + i * 0.15, 0.015, 0.025, paint, "ellipse")
    found = by_title(run(canvas, boxes))
    assert [told(d, Field.STATUS) for d in found.values()] == ["done", "ongoing", "under_consideration"]
    assert {told(d, Field.GROUP) for d in found.values()} == {"Barn og unge"}


def test_the_last_labels_of_an_axis_are_no_part_of_the_legend_beside_them() -> None:
    canvas = Canvas()
    months = ("Jan", "Feb", "Mar", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Des")
    header(canvas, *months, left=0.03, width=0.74, y=0.2)
    for i, (word, paint) in enumerate((("Pågår", "#00A6A6"), ("Planlagt", "#FFD166"))):
        canvas.area(0.81, 0.205 + i * 0.05, 0.02, 0.03, paint)
        canvas.text(word, 0.84, 0.205 + i * 0.05)
    canvas.title("Plan for 2026")
    canvas.area(0.1, 0.4, 0.3, 0.04, "#00A6A6")
    canvas.text("Felles kalender", 0.41, 0.4)
    canvas.area(0.4, 0.5, 0.22, 0.04, "#FFD166")
    canvas.text("Digital tolk", 0.63, 0.5)
    found = by_title(run(canvas))
    assert {n: told(d, Field.STATUS) for n, d in found.items()} == {
        "Felles kalender": "ongoing",
        "Digital tolk": "planned",
    }


def test_a_narrow_chip_leaves_box_and_text_one() -> None:
    canvas = Canvas()
    canvas.area(0.1, 0.3, 0.2, 0.05, "#FFFFFF", outline="#999999")
    canvas.text("Felles kalender", 0.12, 0.31)
    canvas.box("NHN", 0.25, 0.31, 0.045, 0.03)
    things = with_backs(list(things_of(canvas.page, deck_of(canvas))))
    assert next(t for t in things if "kalender" in t.text).boxed


def test_the_caption_on_a_bar_counts_for_its_row() -> None:
    canvas = Canvas()
    header(canvas, "1. kvartal 2026", "2. kvartal 2026", "3. kvartal 2026", left=0.3, width=0.6)
    for i, (name, caption) in enumerate(
        (("Felles kalender", "frist 1.3.2026"), ("Digital tolk", ""), ("Nytt arkiv", ""))
    ):
        canvas.text(name, 0.04, 0.4 + i * 0.1)
        if caption:
            canvas.box(caption, 0.31, 0.4 + i * 0.1, 0.18, 0.04)
        else:
            canvas.area(0.31, 0.4 + i * 0.1, 0.18, 0.04, "#DDDDDD")
    draft = by_title(run(canvas))["Felles kalender"]
    assert (told(draft, Field.PERIOD_START), told(draft, Field.PERIOD_END)) == ("", "2026-03-01")


def test_boxes_that_only_count_the_stages_are_none() -> None:
    canvas = Canvas()
    canvas.title("Digital hjemmeoppfølging")
    for i, name in enumerate(("Anskaffelse av utstyr", "Utprøving i bydeler", "Nasjonal utbredelse")):
        canvas.box(f"TRINN {i + 1}", 0.05 + i * 0.3, 0.2, 0.28, 0.08, shape="chevron")
        canvas.box(f"{name}|{2026 + i}", 0.06 + i * 0.3, 0.35, 0.25, 0.15)
    found = by_title(run(canvas, stages))
    assert not [name for name in found if name.startswith("TRINN")]
    assert years(found["Utprøving i bydeler"])[0] == "2027"


def test_stickers_on_notes_are_no_headings_and_notes_stand_under_bare_themes() -> None:
    canvas = Canvas()
    canvas.title("Nye forslag til tiltak")
    for column, (theme, owner) in enumerate((("ENKLERE HVERDAG", "NHN"), ("TRYGGHET", "FHI"), ("HELSEDATA", "KS"))):
        canvas.text(theme, 0.1 + column * 0.3, 0.17, bold=True, size=15.0)
        for row in range(2):
            x, y = 0.05 + column * 0.3, 0.25 + row * 0.25
            canvas.box(f"Felles kalender {column}{row}", x, y, 0.25, 0.17, fill="#FFF3B0", rotation=2.0)
            canvas.box(owner, x + 0.03, y + 0.14, 0.05, 0.04, fill="#003366", colour="#FFFFFF")
    assert run(canvas, board) is None
    draft = by_title(run(canvas, pillars))["Felles kalender 11"]
    assert (told(draft, Field.OWNERS), told(draft, Field.GROUP)) == ("FHI", "TRYGGHET")


def test_quarters_get_their_year_from_a_title_that_names_no_period() -> None:
    canvas = Canvas()
    canvas.title("Leveranser per kvartal 2027")
    header(canvas, "1. kvartal", "2. kvartal", left=0.1, width=0.8)
    for number, x in enumerate((0.15, 0.55)):
        canvas.box(f"Felles kalender {'AB'[number]}", x, 0.4, 0.3, 0.1)
    assert [years(d)[0] for d in by_title(run(canvas)).values()] == ["2027", "2027"]


@pytest.mark.parametrize(
    ("title", "day"), [("Milepæler 2026", "2026-06-15"), ("Milepæler", ""), ("Milepæler 2026–2027", "")]
)
def test_days_get_the_year_that_the_title_names(title: str, day: str) -> None:
    canvas = Canvas()
    canvas.title(title)
    for number, date in enumerate(("28. februar", "15. juni", "1. oktober")):
        canvas.box(f"{date}|Felles kalender {'ABC'[number]}", 0.05 + number * 0.3, 0.3, 0.25, 0.12)
    claim = run(canvas, stages)
    found = [told(d, Field.PERIOD_END) for d in claim.drafts] if claim else ["", ""]
    assert found[1] == day


def test_what_somebody_said_is_no_name_beside_a_status() -> None:
    canvas = Canvas()
    for row, (saying, word) in enumerate(
        (("Vi drukner i brev", "Pågår"), ("Hvem ringer?", "I drift"), ("Hvor?", "Planlagt"))
    ):
        canvas.box(f"«{saying}»", 0.05, 0.2 + row * 0.2, 0.3, 0.1)
        canvas.box(f"Felles kalender {row}|Helse Vest", 0.4, 0.2 + row * 0.2, 0.3, 0.1, fill="#FFFFFF", outline="#036")
        canvas.box(word, 0.78, 0.23 + row * 0.2, 0.12, 0.05, fill="#003366")
    found = by_title(run(canvas, captioned))
    assert [told(d, Field.STATUS) for d in found.values()] == ["ongoing", "in_operation", "planned"]
    assert {told(d, Field.OWNERS) for d in found.values()} == {"HV"}


def test_a_date_between_two_names_goes_with_the_side_of_the_others() -> None:
    canvas = Canvas()
    canvas.title("Innføring")
    places = {("Felles kalender", "Q1 2026"): (0.1, 0.7), ("Digital tolk", "Q1 2027"): (0.5, 0.5)}
    for (name, date), (x, y) in {**places, ("Nytt arkiv", "Q2 2028"): (0.5, 0.56)}.items():
        canvas.text(name, x, y, 0.2, 0.025)
        canvas.text(date, x, y + 0.03, 0.2, 0.025)
    found = by_title(run(canvas, captioned))
    assert [years(d)[0] for d in found.values()] == ["2026", "2027", "2028"]


def test_done_beside_now_and_next_is_a_board() -> None:
    canvas = Canvas()
    for column, word in enumerate(("Ferdig", "Nå", "Neste")):
        canvas.box(word, 0.05 + column * 0.3, 0.2, 0.25, 0.06, fill="#003366", colour="#FFFFFF")
        for row in range(2):
            canvas.box(f"Felles kalender {column}{row}", 0.05 + column * 0.3, 0.3 + row * 0.12, 0.25, 0.1)
    assert run(canvas) is None
    found = by_title(run(canvas, board))
    assert [told(found[f"Felles kalender {n}0"], Field.STATUS) for n in range(3)] == ["done", "ongoing", "planned"]


def test_a_remark_stuck_askew_on_a_board_is_no_card() -> None:
    canvas = Canvas()
    for column, word in enumerate(("Ikke startet", "Pågår", "I drift")):
        canvas.box(word, 0.05 + column * 0.3, 0.2, 0.25, 0.06, fill="#003366", colour="#FFFFFF")
        for row in range(2):
            canvas.box(f"Felles kalender {column}{row}", 0.05 + column * 0.3, 0.3 + row * 0.12, 0.25, 0.1)
    canvas.box("Avklares med alle i juni-møtet", 0.65, 0.65, 0.25, 0.08, fill="#FFF3B0", rotation=356.0)
    assert len(by_title(run(canvas, board))) == 6


def glyphs(*, key: bool) -> Canvas:
    """Boxes whose texts begin with a glyph, on panels in panels; with a line that explains the glyphs."""
    canvas = Canvas()
    canvas.area(0.04, 0.2, 0.6, 0.5, "#EEF4EE")
    canvas.text("Innbyggertjenester", 0.05, 0.21, bold=True)
    for i, (head, sign) in enumerate((("Min helse", "✓"), ("Kontakt", "►"))):
        canvas.area(0.05 + i * 0.3, 0.26, 0.27, 0.4, "#FFFFFF", outline="#999999")
        canvas.text(head, 0.06 + i * 0.3, 0.27, bold=True)
        for row in range(2):
            name = f"Vaksinekort nummer {'abcd'[i * 2 + row]}"
            canvas.box(name, 0.06 + i * 0.3, 0.33 + row * 0.12, 0.25, 0.1, fill="#F7F7F7", marker=sign)
    if key:
        canvas.text("I drift   ► Under utvikling   ○ Planlagt", 0.05, 0.8, marker="✓")
    return canvas


def test_boxes_take_the_status_of_their_sign_and_the_group_of_the_inner_panel() -> None:
    found = by_title(run(glyphs(key=True), boxes))
    assert set(found) == {f"Vaksinekort nummer {letter}" for letter in "abcd"}
    assert told(found["Vaksinekort nummer a"], Field.STATUS) == "in_operation"
    assert told(found["Vaksinekort nummer d"], Field.STATUS) == "ongoing"
    assert told(found["Vaksinekort nummer d"], Field.GROUP) == "Kontakt"


def test_signs_that_nothing_explains_tell_no_status() -> None:
    assert run(glyphs(key=False), boxes) is None


def test_a_column_of_lights_over_a_table_makes_it_no_plan() -> None:
    canvas = Canvas()
    canvas.title("Status på årets leveranser")
    rows = [["Leveranse", "Ferdig", "Status"], *([f"Ny forside {m}", f"{m} 2026", ""] for m in ("mars", "mai", "juni"))]
    canvas.blocks += table(rows)
    for row in range(3):
        canvas.area(0.8, 0.328 + row * 0.06, 0.02, 0.03, "#70AD47", "ellipse")
    assert run(canvas) is None


def test_dots_under_the_years_of_a_table_are_a_plan() -> None:
    canvas = Canvas()
    canvas.title("Årets leveranser")
    canvas.blocks += table([["Leveranse", "2025", "2026"], *([f"Ny forside {name}", "", ""] for name in "abc")])
    for row in range(3):
        canvas.area(0.5 + (row % 2) * 0.3, 0.328 + row * 0.06, 0.02, 0.03, "#70AD47", "ellipse")
    assert [years(d)[0] for d in by_title(run(canvas)).values()] == ["2025", "2026", "2025"]


def test_gates_on_the_rows_of_a_plan_are_marks() -> None:
    canvas = Canvas()
    canvas.title("Prosjektportefølje – milepæler")
    for column in range(4):
        canvas.box(str(2025 + column), 0.3 + 0.16 * column, 0.15, 0.16, 0.06, fill="#003366")
    for row, name in enumerate(("Felles journal", "Nytt arkiv", "Digital patologi", "Raskt søk")):
        y = 0.28 + 0.15 * row
        canvas.text(name, 0.05, y + 0.02)
        canvas.box("BP2", 0.34, y, 0.04, 0.07, fill="#DDDDDD", shape="diamond")
        canvas.box("BP3", 0.66, y, 0.04, 0.07, fill="#DDDDDD", shape="diamond")
    found = by_title(timeline(canvas.page, deck_of(canvas)))
    assert set(found) == {"Felles journal", "Nytt arkiv", "Digital patologi", "Raskt søk"}
    assert {years(d) for d in found.values()} == {("2025", "2027")}


@pytest.mark.parametrize(("codes", "marks"), [(("BP2", "PL"), 6), (("SUS", "HBE"), 0), (("Q1", "Q2"), 0)])
def test_letters_alone_that_may_be_a_hospital_stay_texts(codes: tuple[str, str], marks: int) -> None:
    canvas = Canvas()
    for number in range(6):
        canvas.box(codes[number % 2], 0.1 + 0.14 * number, 0.3, 0.05, 0.05)
    deck = deck_of(canvas)
    found = redrawn(things_of(canvas.page, deck), deck.vocabulary, {})
    assert sum(thing.is_area for thing in found) == marks


@pytest.mark.parametrize(("word", "statuses"), [("Milepæl", ["ongoing", "planned"]), ("Ferdig", ["", "done"])])
def test_milestones_beside_bars_do_not_hide_what_the_paint_tells(word: str, statuses: list[str]) -> None:
    canvas = Canvas()
    header(canvas, "2025", "2026", "2027")
    for i, (name, fill) in enumerate((("Felles logg", "#1B5FAA"), ("Ny kurve", "#A9CCEC"))):
        canvas.box(name, 0.25, 0.3 + 0.2 * i, 0.3, 0.06, fill=fill)
    canvas.area(0.56, 0.515, 0.02, 0.035, "#E4572E", "diamond")
    key = (("Pågår", "#1B5FAA", "rect"), ("Planlagt", "#A9CCEC", "rect"), (word, "#E4572E", "diamond"))
    for i, (text, fill, shape) in enumerate(key):
        canvas.area(0.2 + i * 0.2, 0.9, 0.02, 0.03, fill, shape)
        canvas.text(text, 0.225 + i * 0.2, 0.9)
    found = by_title(run(canvas))
    assert [told(found[name], Field.STATUS) for name in ("Felles logg", "Ny kurve")] == statuses
