"""Drawn plans: marks that tell statuses, lines and cells that are bars, tags on names, names of milestones."""

from dataclasses import replace

import pytest

from extract.recognisers.drawn.dotted import dotted
from extract.recognisers.drawn.pillars import pillars
from extract.recognisers.drawn.stages import stages
from extract.recognisers.drawn.stairs import stairs
from extract.recognisers.drawn.timeline import timeline
from extract.recognisers.drawn.tree import tree
from tests.extract.recognisers.pages import table
from tests.extract.recognisers.test_drawn import header, run
from tests.extract.recognisers.test_drawn_lists import programme, staircase
from tests.extract.scenes import Canvas, by_title, deck_of, told, years
from veikart.core.geometry import Box
from veikart.core.records import Field, Role

BLUE, GREY, WHITE = "#1F5FA8", "#9A9A9A", "#FFFFFF"
MARKS = {"I drift": (BLUE, ""), "Pågår": (GREY, ""), "Planlagt": (WHITE, "#C0392B")}
NAMES = ("Vaktbok for legevakta", "Samtykke på nett", "Måltid etter ønske", "Robot på lageret")


def mark(canvas: Canvas, word: str, x: float, y: float) -> None:
    fill, outline = MARKS[word]
    canvas.area(x, y, 0.016, 0.028, fill, "ellipse", outline)


def key(canvas: Canvas) -> None:
    for number, word in enumerate(MARKS):
        fill, outline = MARKS[word]
        canvas.area(0.1 + 0.2 * number, 0.92, 0.016, 0.028, "" if outline else fill, "ellipse", outline)
        canvas.text(word, 0.12 + 0.2 * number, 0.92)


def test_a_hollow_mark_is_told_by_its_outline() -> None:
    canvas = Canvas()
    canvas.title("Status våren 2026")
    for number, (name, word) in enumerate(zip(NAMES, (*MARKS, "Planlagt"), strict=True)):
        mark(canvas, word, 0.1, 0.25 + 0.12 * number)
        canvas.text(name, 0.14, 0.25 + 0.12 * number)
    key(canvas)
    found = by_title(run(canvas, dotted))
    assert [told(found[name], Field.STATUS) for name in NAMES] == ["in_operation", "ongoing", "planned", "planned"]


@pytest.mark.parametrize("marked", [True, False])
def test_columns_of_boxes_with_marks_that_the_key_explains_are_measures(*, marked: bool) -> None:
    canvas = Canvas()
    canvas.title("Det digitale huset")
    for number, (name, word) in enumerate(zip(NAMES, (*MARKS, "Pågår"), strict=True)):
        x, y = 0.06 + 0.5 * (number % 2), 0.3 + 0.2 * (number // 2)
        if number < 2:
            canvas.box(("Trygg start", "Lettere hverdag")[number], x, 0.17, 0.4, 0.07, fill="#444444", colour=WHITE)
        canvas.box(name, x, y, 0.4, 0.12, fill="#EEEEEE")
        if marked:
            mark(canvas, word, x + 0.375, y + 0.045)
    key(canvas)
    claim = run(canvas, pillars)
    if not marked:
        assert claim is None
        return
    found = by_title(claim)
    assert [told(found[name], Field.STATUS) for name in NAMES] == ["in_operation", "ongoing", "planned", "ongoing"]


@pytest.mark.parametrize("key_text", ["● = én stemme", ""])
def test_a_key_that_tells_what_a_vote_is_makes_needs_of_the_notes(key_text: str) -> None:
    canvas = Canvas()
    canvas.title("Hva trenger vi mest?")
    for number, name in enumerate(NAMES):
        x, y = 0.06 + 0.5 * (number % 2), 0.3 + 0.2 * (number // 2)
        if number < 2:
            canvas.box(("Pasient", "Ansatt")[number], x, 0.17, 0.4, 0.07, fill="#444444", colour=WHITE)
        canvas.box(f"{name}|NHN, 2027", x, y, 0.4, 0.12, fill="#FFF2A8")
    if key_text:
        canvas.text(key_text, 0.1, 0.92)
    found = by_title(run(canvas, pillars))
    assert {found[name].role for name in NAMES} == {Role.NEED if key_text else Role.MEASURE}
    assert ("Pasient" in found) is not bool(key_text)  # else the headings are the needs


@pytest.mark.parametrize("count", [4, 1])
def test_lines_with_names_over_them_are_bars(count: int) -> None:
    canvas = Canvas()
    canvas.title("Fremdrift")
    header(canvas, "2026", "2027", "2028", left=0.1, width=0.84)
    for number, name in enumerate(NAMES[:count]):
        y, x = 0.3 + 0.15 * number, 0.1 + 0.28 * (number % 2)
        canvas.text(name, x, y)
        canvas.line(x, y + 0.04, x + 0.55, y + 0.04)
    for number in range(3 if count == 1 else 0):  # an ornament
        canvas.line(0.2, 0.5 + 0.1 * number, 0.5, 0.5 + 0.1 * number)
    claim = run(canvas)
    if count == 1:
        assert claim is None or not any(years(d)[1] == "2027" for d in claim.drafts)
        return
    found = by_title(claim)
    assert [years(found[name]) for name in NAMES] == [("2026", "2027"), ("2027", "2028")] * 2


@pytest.mark.parametrize(("title", "goes_on"), [("Felles kodeverk →", True), ("Felles kodeverk", False)])
def test_an_arrow_behind_a_name_leaves_the_end_open(title: str, goes_on: bool) -> None:
    canvas = Canvas()
    canvas.title("Fremdrift")
    header(canvas, "2026", "2027")
    canvas.box(title, 0.21, 0.3, 0.6, 0.08)
    canvas.box("Nytt arkiv", 0.21, 0.5, 0.3, 0.08)
    draft = by_title(run(canvas))[title]
    assert years(draft) == ("2026", "" if goes_on else "2027")


def test_the_name_of_a_milestone_on_a_lane_is_no_lane() -> None:
    canvas = Canvas()
    canvas.title("Fremdrift")
    header(canvas, "2026", "2027")
    for y, name in ((0.22, "Kommune"), (0.52, "Sykehus")):
        canvas.box(name, 0.03, y, 0.15, 0.25, fill="#3D5A80", colour=WHITE)
        canvas.area(0.2, y, 0.75, 0.25, "#DDE3EE")
        canvas.box(f"Felles kalender {name[:1]}", 0.25, y + 0.03, 0.3, 0.07, fill="#3D5A80")
    frame = canvas.blocks[-2]
    canvas.text("Oppstart 15.09", 0.45, 0.67, 0.1, frame=frame.frame, container=frame.container, fill="#DDE3EE")
    canvas.area(0.56, 0.67, 0.02, 0.035, "#C0392B", "diamond")
    assert told(by_title(run(canvas))["Felles kalender S"], Field.GROUP) == "Sykehus"


def test_a_small_tag_behind_a_name_is_no_name_of_its_own() -> None:
    canvas = Canvas()
    canvas.title("Fremdrift")
    header(canvas, "2026", "2027")
    for number, name in enumerate(NAMES[:3]):
        y = 0.3 + 0.2 * number
        canvas.area(0.21, y, 0.35, 0.1, "#DDE3EE")
        canvas.text(name, 0.22, y + 0.03, size=12.0)
        canvas.text("v4.1", 0.5, y + 0.035, 0.03, 0.02, size=8.0)
    assert [d.title for d in run(canvas).drafts] == list(NAMES[:3])


def test_painted_cells_of_unlike_widths_are_the_boxes_of_a_plan() -> None:
    canvas = Canvas()
    canvas.title("Plan i regneark")
    header(canvas, "2026", "2027", "2028", left=0.05, width=0.9, y=0.19)
    rows = [["Vaktbok", None, ""], ["", "Samtykke", None], ["Måltid", "", "Robot"]]
    spans = {(0, 0): (1, 2), (1, 1): (1, 2)}
    fills = {(0, 0): BLUE, (1, 1): GREY, (2, 0): BLUE, (2, 2): GREY}
    cells = table(rows, spans=spans, fills=fills)
    canvas.blocks += [replace(b, box=Box(b.box.x0, b.box.y0, b.box.x0 + 0.06, b.box.y1)) if b.box else b for b in cells]
    found = by_title(run(canvas, timeline))
    assert {name: years(d) for name, d in found.items()} == {
        "Vaktbok": ("2026", "2027"),
        "Samtykke": ("2027", "2028"),
        "Måltid": ("2026", "2026"),
        "Robot": ("2028", "2028"),
    }


@pytest.mark.parametrize(("head", "role"), [("Behov", Role.NEED), ("Område", None)])
def test_what_the_leaves_of_a_tree_hang_on_may_be_needs(head: str, role: Role | None) -> None:
    canvas = programme(("KS", "FHI", "KS", "FHI"), "Slik henger det sammen")
    canvas.text(head, 0.26, 0.14, bold=True)
    canvas.text("Tiltak", 0.55, 0.14, bold=True)
    drafts = run(canvas, tree).drafts
    leaves = [d for d in drafts if d.role is Role.MEASURE]
    assert len(leaves) == 4
    assert {d.parent.role if d.parent else None for d in leaves} == {role}
    assert {told(d, Field.GROUP) for d in leaves} == ({""} if role else {"Område A samlet", "Område B samlet"})


def test_the_heads_of_stairs_tell_statuses_too() -> None:
    found = by_title(run(staircase(("Ferdig i 2025", "2026–2027")), stairs))
    assert [told(d, Field.STATUS) for d in found.values()] == ["done", "done", "", ""]


def test_a_letter_on_a_chip_is_told_by_the_key_of_another_page() -> None:
    canvas, other = Canvas(), Canvas(2)
    canvas.title("Fremdrift")
    header(canvas, "2026", "2027")
    for number, letter in enumerate("PDV"):
        canvas.box(NAMES[number], 0.21, 0.3 + 0.2 * number, 0.3, 0.1)
        canvas.box(letter, 0.48, 0.31 + 0.2 * number, 0.02, 0.035, fill=WHITE, outline="#000000")
    other.title("Slik leser du planen")
    other.text("P = pågår   D = i drift   V = vurderes", 0.1, 0.4)
    deck = deck_of(canvas, other)
    found = by_title(timeline(deck.pages[0], deck))
    assert [told(found[name], Field.STATUS) for name in NAMES[:3]] == ["ongoing", "in_operation", "under_consideration"]


@pytest.mark.parametrize(("band", "width", "owners"), [("Helse Nord", 0.4, "HN"), ("Helse Nord", 0.8, "")])
def test_a_band_over_a_narrow_plan_tells_whose_it_is(band: str, width: float, owners: str) -> None:
    canvas = Canvas()
    canvas.title("To løp")
    canvas.box(band, 0.05, 0.12, width, 0.045, fill="#1F3864", colour=WHITE)
    header(canvas, "2026", "2027", left=0.05, width=width, y=0.18)
    canvas.box("Vaktbok for alle", 0.05, 0.32, width / 2, 0.07)
    canvas.box("Samtykke på nett", 0.05, 0.46, width, 0.07)
    assert {told(d, Field.OWNERS) for d in run(canvas).drafts} == {owners}


def test_two_plans_beside_each_other_may_count_time_in_other_units() -> None:
    canvas = Canvas()
    for number, label in enumerate(("H1 2026", "H2 2026", "H1 2027", "H2 2027", "2026", "2027", "2028")):
        canvas.box(label, 0.04 + 0.13 * number, 0.14, 0.11, 0.05, fill="#1F3864", colour=WHITE)
    canvas.box("Vaktbok for alle", 0.17, 0.3, 0.11, 0.07)
    canvas.box("Robot på lageret", 0.04, 0.4, 0.24, 0.07)
    canvas.box("Samtykke på nett", 0.69, 0.3, 0.11, 0.07)
    canvas.box("Måltid etter ønske", 0.56, 0.4, 0.37, 0.07)
    found = by_title(run(canvas))
    assert {n: (told(d, Field.PERIOD_START), told(d, Field.PERIOD_END)) for n, d in found.items()} == {
        "Vaktbok for alle": ("2026-07-01", "2026-12-31"),
        "Robot på lageret": ("2026-01-01", "2026-12-31"),
        "Samtykke på nett": ("2027-01-01", "2027-12-31"),
        "Måltid etter ønske": ("2026-01-01", "2028-12-31"),
    }


def pinned(*, band: bool = True) -> Canvas:
    """Quarters in turn below and above a band of areas, each at the start of its own, with names beside pins there."""
    canvas = Canvas()
    canvas.title("Planer for 2026")
    for number, label in enumerate(("Q1 - jan", "Q2 - apr", "Q3 - jul", "Q4 - okt")):
        x, below = 0.06 + 0.21 * number, number % 2
        if band:
            canvas.area(x, 0.5, 0.21, 0.03, BLUE if below else GREY)
        canvas.text(label, x - 0.03, 0.44 if below else 0.56, 0.06, size=16.0)
        canvas.line(x, 0.53 if below else 0.42, x, 0.6 if below else 0.5)
        canvas.text(NAMES[number], x, 0.63 if below else 0.36, 0.19)
    return canvas


def test_labels_in_turn_below_and_above_a_band_stand_at_the_start_of_their_areas() -> None:
    found = by_title(run(pinned()))
    assert [told(found[name], Field.PERIOD_START)[:7] for name in NAMES] == ["2026-01", "2026-04", "2026-07", "2026-10"]


CARDS = (
    ("Dørlås", "Sikrar alle dører.", "Heimetenesta", "2026"),
    ("Tolk på skjerm", "Vi ser på om ordninga kan nyttast.", "Legevakta", "Ikkje tidfesta"),
    ("Nattilsyn", "Kamera etter vurdering.", "Helse Vest", "Frå 2027"),
    ("Delt plan", "Same plan for alle.", "Norsk helsenett", "2026–2027"),
)


def test_cards_in_rows_under_headings_with_owners_in_small_letters() -> None:
    canvas = Canvas()
    canvas.title("Vegkart for tenester")
    for number, (name, text, owner, when) in enumerate(CARDS):
        if number % 2 == 0:
            canvas.text(("Trygg heime", "Deling")[number // 2], 0.06, 0.2 + 0.35 * (number // 2), size=16.0, bold=True)
        x, y = 0.06 + 0.46 * (number % 2), 0.26 + 0.35 * (number // 2)
        canvas.area(x, y, 0.42, 0.22, "#9A9A9A" if number == 1 else BLUE)
        frame = canvas.blocks[-1]
        for row, (line, size) in enumerate(((name, 12.0), (text, 10.5), (owner, 9.0))):
            look = {"frame": frame.frame, "container": frame.container, "fill": frame.fill, "bold": row == 0}
            canvas.text(
                line, x + 0.02, y + 0.02 + 0.06 * row, size=size, colour=GREY if row == 2 else "#000000", **look
            )
        canvas.text(
            when,
            x + 0.3,
            y + 0.14,
            size=9.0,
            colour=GREY,
            frame=frame.frame,
            container=frame.container,
            fill=frame.fill,
        )
    found = by_title(run(canvas, stages))
    assert {name: (told(d, Field.GROUP), told(d, Field.OWNERS)) for name, d in found.items()} == {
        "Dørlås": ("Trygg heime", "Heimetenesta"),
        "Tolk på skjerm": ("Trygg heime", "Legevakta"),
        "Nattilsyn": ("Deling", "HV"),
        "Delt plan": ("Deling", "NHN"),
    }
