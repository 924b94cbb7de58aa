"""Dates as captions: on a curve over its scale, on a staircase; labels that only count; sheets about one project."""

from dataclasses import replace

import pytest

from extract.recognisers.drawn.captioned import captioned
from extract.recognisers.drawn.sheet import sheet
from extract.recognisers.drawn.stages import stages
from extract.recognisers.drawn.timeline import timeline
from extract.registry import Recognise
from tests.extract.recognisers.test_drawn import run
from tests.extract.scenes import Canvas, by_title, deck_of, told, years
from veikart.core.blocks import BlockKind, Span
from veikart.core.geometry import Box
from veikart.core.records import Field


def curve(*milestones: tuple[str, str, float, float]) -> Canvas:
    canvas = Canvas()
    canvas.title("Utbredelse")
    for name, date, x, y in milestones:
        canvas.text(name, x, y)
        canvas.text(date, x, y + 0.035)
        canvas.area(x + 0.1, y + 0.12, 0.02, 0.035, "#FF6B6B", "diamond")
    for i in range(4):
        canvas.text(str(2026 + i), 0.1 + i * 0.22, 0.88)
    return canvas


MILESTONES = (
    ("Sårbilder hjemmefra", "Q2 2026", 0.1, 0.62),
    ("Felles vaktbord", "Q1 2027", 0.3, 0.52),
    ("Infusjon hjemme", "Q4 2028", 0.5, 0.42),
    ("Regional sengestyring", "Q2 2029", 0.7, 0.2),
)


def test_milestones_on_a_curve_have_their_own_dates_and_the_scale_under_it_is_no_axis() -> None:
    canvas = curve(*MILESTONES)
    assert run(canvas, timeline) is None
    found = by_title(run(canvas, captioned))
    assert {n: years(d)[0] for n, d in found.items()} == {
        "Sårbilder hjemmefra": "2026",
        "Felles vaktbord": "2027",
        "Infusjon hjemme": "2028",
        "Regional sengestyring": "2029",
    }


def test_where_few_names_have_dates_of_their_own_the_years_below_are_an_axis() -> None:
    canvas = curve(*MILESTONES[:2])
    for i in range(3):
        canvas.box(f"Felles kalender {'ABC'[i]}", 0.1 + i * 0.22, 0.75, 0.18, 0.06)
    assert run(canvas, timeline) is not None


def test_a_date_far_below_the_one_name_in_a_tall_step_belongs_to_it() -> None:
    canvas = Canvas()
    canvas.title("Vi tar ett trinn av gangen")
    for i, name in enumerate(("Utprøving i øst", "Felles vaktrom", "Utstyrslager", "Tilbud i hele området")):
        x, top = 0.05 + i * 0.2, 0.7 - i * 0.14
        canvas.box(f"{name}|{2026 + i}", x, top, 0.2, 0.9 - top)
        first, second = canvas.blocks[-2:]
        canvas.blocks[-2:] = [
            replace(first, box=Box(x + 0.02, top + 0.04, x + 0.18, top + 0.07), size=14.0),
            replace(second, box=Box(x + 0.08, top + 0.13, x + 0.12, top + 0.16), size=12.0),
        ]
    found = by_title(run(canvas, captioned))
    assert [years(d)[0] for d in found.values()] == ["2026", "2027", "2028", "2029"]


@pytest.mark.parametrize(("word", "last"), [("Bølge", None), ("Bølge", "Innføring overalt")])
def test_labels_that_only_count_with_lists_below_them_are_no_names(word: str, last: str | None) -> None:
    canvas = Canvas()
    canvas.title("Innføring i tre omganger")
    for i in range(3):
        name = last if last and i == 2 else f"{word} {i + 1}"
        canvas.box(f"{name}|{2026 + i}", 0.05 + i * 0.3, 0.2, 0.28, 0.15)
        canvas.text("Felles kalender", 0.06 + i * 0.3, 0.4, marker="•")
    assert (run(canvas, captioned) is None) == (last is None)


def project(*labels: str, date: str, title: str = "Felles vaktplan i regionen") -> Canvas:
    canvas = Canvas(2)
    canvas.title(title)
    for i, label in enumerate(labels):
        canvas.box(label, 0.03 + i * 0.32, 0.15, 0.3, 0.05, fill="#003087")
        canvas.box("Hvert sykehus har sin egen plan.", 0.03 + i * 0.32, 0.2, 0.3, 0.12)
    for i, step in enumerate(("Anskaffelse", "Pilot ved to avdelinger", "Opplæring av brukere")):
        canvas.box(step, 0.03 + i * 0.3, 0.5, 0.3, 0.12, shape="homePlate")
        canvas.text(date.format(i + 1), 0.12 + i * 0.3, 0.64, 0.12)
    return canvas


def listed_project(*labels: str, shift: float = 0.0) -> Canvas:
    canvas = Canvas(2)
    canvas.title("Felles vaktplan i regionen")
    for i, label in enumerate(labels):
        canvas.box(label, 0.03, 0.2 + i * 0.2, 0.12, 0.15, fill="#003087")
        canvas.box("Hvert sykehus har sin egen plan.", 0.15, 0.2 + i * 0.2, 0.35, 0.15)
    for i, step in enumerate(("Anskaffelse", "Pilot ved to avdelinger", "Opplæring av brukere")):
        canvas.box(step, 0.6 + i * shift, 0.2 + i * 0.12, 0.2, 0.08)
        canvas.box(f"{i + 1}. kvartal 2026", 0.82, 0.2 + i * 0.12, 0.12, 0.08, fill="#F2A900")
    return canvas


def read_sheet(canvas: Canvas) -> object:
    first = Canvas()
    first.title("Portefølje")
    deck = deck_of(first, canvas)
    return sheet(deck.pages[1], deck)


@pytest.mark.parametrize(
    "drawn",
    [project("Problem", "Behov", "Nytteverdi", date="{}. kvartal 2026"), listed_project("Problem", "Løsning")],
    ids=["a chain", "a list"],
)
def test_dated_steps_on_a_sheet_that_describes_a_project_are_activities_of_it(drawn: Canvas) -> None:
    found = by_title(read_sheet(drawn))  # type: ignore[arg-type]
    assert [told(d, Field.PERIOD_START) for d in found.values()] == ["2026-01-01", "2026-04-01", "2026-07-01"]
    assert {d.parent.title for d in found.values() if d.parent} == {"Felles vaktplan i regionen"}


@pytest.mark.parametrize(
    "canvas",
    [
        project("Nord", "Sør", "Vest", date="{}. kvartal 2026"),
        project("Problem", "Behov", date="Steg {}"),
        listed_project("Problem", "Løsning", shift=0.02),
        project("Problem", "Behov", date="{}. kvartal 2026", title="Veikart 2026"),
    ],
    ids=["no description", "no dates", "no column", "a plan of many"],
)
def test_a_chain_elsewhere_is_no_part_of_a_sheet(canvas: Canvas) -> None:
    assert read_sheet(canvas) is None


def test_a_word_in_the_row_of_a_label_and_a_name_tells_about_the_name_next_to_it() -> None:
    canvas = Canvas()
    canvas.title("Status per april")
    for i, (name, word) in enumerate(
        (("Felles kalender", "Pågår"), ("Digital dialog", "Planlagt"), ("Innsyn", "Ferdig"))
    ):
        canvas.box(name, 0.3, 0.2 + i * 0.2, 0.4, 0.08)
        canvas.text(word, 0.75, 0.22 + i * 0.2)
    canvas.box("Psykisk helse", 0.04, 0.38, 0.2, 0.1)
    canvas.box("Kronisk sykdom", 0.04, 0.58, 0.2, 0.1)
    found = by_title(run(canvas, captioned))
    assert [told(d, Field.STATUS) for d in found.values()] == ["ongoing", "planned", "done"]


def test_quarters_at_the_tops_of_panels_with_lists_are_their_headings_and_no_captions() -> None:
    canvas = Canvas()
    canvas.title("Leveranser per kvartal 2027")
    for i in range(4):
        x, y = 0.05 + i % 2 * 0.46, 0.17 + i // 2 * 0.39
        canvas.box(f"• Felles kalender {i}|• Digital dialog {i}", x, y, 0.43, 0.35, fill="#FFFFFF")
        canvas.box(f"{i + 1}. kvartal", x, y, 0.43, 0.07, fill="#F9C66B")
    found = by_title(run(canvas, timeline))
    assert told(found["Digital dialog 0"], Field.PERIOD_START) == "2027-01-01"
    assert told(found["Digital dialog 3"], Field.PERIOD_START) == "2027-10-01"


def countries(*, panels: bool) -> Canvas:
    """Three columns of names with a chip each at the far right of the column, which is nearer the next name."""
    canvas = Canvas()
    canvas.title("Hva hvert land tar i bruk")
    for i, country in enumerate(("Norge", "Danmark", "Estland")):
        x = 0.03 + i * 0.32
        if panels:
            canvas.area(x, 0.15, 0.3, 0.5, "#FBFBFE")
        canvas.box(country, x, 0.15, 0.3, 0.05, fill="#1B998B", size=15.0)
        for row in range(2):
            y = 0.23 + row * 0.2
            canvas.text(f"Felles kalender {'ab'[row]}{i}", x + 0.01, y, 0.12, size=13.0, bold=True)
            canvas.box(f"Q{i + 1} {2026 + row}", x + 0.22, y, 0.07, 0.03, size=10.0)
            canvas.text("Bygger på en felles portal", x + 0.012, y + 0.04, kind=BlockKind.BULLET, marker="–", size=10.0)
    return canvas


def test_a_chip_in_the_row_of_a_name_on_its_panel_belongs_to_that_and_the_strip_over_it_heads_a_group() -> None:
    assert run(countries(panels=True), stages) is None
    found = by_title(run(countries(panels=True), captioned))
    assert len(found) == 6
    draft = found["Felles kalender a1"]
    assert (told(draft, Field.PERIOD_START), told(draft, Field.GROUP)) == ("2026-04-01", "Danmark")
    assert told(draft, Field.DESCRIPTION) == "Bygger på en felles portal"


def test_without_panels_names_and_chips_that_take_turns_in_a_row_are_pairs() -> None:
    found = by_title(run(countries(panels=False), captioned))
    assert {n: years(d)[0] for n, d in found.items()} == {
        f"Felles kalender {letter}{i}": str(year) for i in range(3) for letter, year in (("a", 2026), ("b", 2027))
    }
    assert told(found["Felles kalender a1"], Field.PERIOD_START) == "2026-04-01"


def test_days_and_months_above_and_below_a_line_with_a_scale_are_captions() -> None:
    canvas = Canvas()
    canvas.title("Innføringer i 2027")
    canvas.line(0.05, 0.5, 0.95, 0.5)
    for month, name in enumerate(("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")):
        canvas.text(name, 0.07 + month * 0.075, 0.54, size=9.0)
    told_of = (
        ("18. januar", "Pilot i mottaket"),
        ("mars", "Ny versjon"),
        ("juni", "Pakkeforløp hjem"),
        ("august", "Lukket sløyfe"),
    )
    for number, (day, name) in enumerate(told_of):
        x, y = 0.05 + number * 0.2, 0.65 if number % 2 else 0.3
        canvas.text(day, x, y, size=12.0, bold=True)
        canvas.text(name, x, y + 0.035, size=13.0)
    found = by_title(run(canvas, captioned))
    assert {name: told(draft, Field.PERIOD_START) for name, draft in found.items()} == {
        "Pilot i mottaket": "2027-01-18",
        "Ny versjon": "2027-03-01",
        "Pakkeforløp hjem": "2027-06-01",
        "Lukket sløyfe": "2027-08-01",
    }


def test_boxes_without_a_date_over_columns_of_dated_ones_are_their_headings() -> None:
    canvas = Canvas()
    canvas.title("Tiltak fordelt på områder")
    for column, area in enumerate(("Pasient og pårørende", "Fagfolk")):
        x = 0.05 + column * 0.46
        canvas.box(area, x, 0.18, 0.44, 0.07, fill="#0A2240", size=18.0)
        for row in range(2):
            canvas.box(f"Ny tjeneste {'abcd'[column * 2 + row]}|2026–2027", x, 0.3 + row * 0.2, 0.44, 0.15)
    found = by_title(run(canvas, stages))
    assert {name[-1]: told(draft, Field.GROUP) for name, draft in found.items()} == {
        "a": "Pasient og pårørende", "b": "Pasient og pårørende", "c": "Fagfolk", "d": "Fagfolk",
    }  # fmt: skip


def test_dates_over_names_that_end_where_they_end_are_captions_left_of_an_upright_line() -> None:
    canvas = Canvas()
    canvas.title("Dette skjer framover")
    canvas.line(0.5, 0.15, 0.5, 0.95)
    names = ("Ny timebok for røntgen", "Pilot med oppfølging heime", "Felles sentralbord", "Kurve på nettbrett")
    for i, name in enumerate(names):
        date, y = f"{i + 2}. januar 2027", 0.2 + i * 0.18
        for text, top in ((date, y), (name, y + 0.04)):
            canvas.text(text, 0.52 if i % 2 else 0.47 - 0.008 * len(text), top, bold=text == date)
    found = by_title(run(canvas, captioned))
    assert {name: told(draft, Field.PERIOD_START) for name, draft in found.items()} == {
        name: f"2027-01-0{i + 2}" for i, name in enumerate(names)
    }


def test_boxes_whose_text_about_the_name_ends_in_a_full_stop_have_captions_too() -> None:
    canvas = Canvas()
    canvas.title("Fra skjema til samtale")
    names = ("Felles påloggingsside", "Nettprat om sykdom", "Hjelp på flere språk")
    for i, (name, status) in enumerate(zip(names, ("I drift", "Pågår", "Planlagt"), strict=True)):
        x = 0.06 + i * 0.3
        canvas.text(status, x, 0.31)
        canvas.box(f"{name}|Prøves ut ved to av sykehusene og tas så i bruk.", x, 0.35, 0.26, 0.07)
        name_block, about = canvas.blocks[-2:]
        canvas.blocks[-2:] = [replace(name_block, size=16.0, bold=True), replace(about, size=11.0)]
    found = by_title(run(canvas, captioned))
    statuses = ("in_operation", "ongoing", "planned")
    assert {n: told(d, Field.STATUS) for n, d in found.items()} == dict(zip(names, statuses, strict=True))


def test_days_across_the_line_from_their_boxes() -> None:
    canvas = Canvas()
    canvas.title("Milepæler mot sommeren 2026")
    canvas.line(0.05, 0.5, 0.95, 0.5)
    for number, day in enumerate(("15. januar", "20. februar", "31. mars", "5. mai")):
        x, above = 0.1 + 0.2 * number, number % 2 == 0
        canvas.box(f"Felles tjeneste {number}", x, 0.3 if above else 0.6, 0.18, 0.1)
        canvas.text(day, x + 0.09 - 0.004 * len(day), 0.53 if above else 0.44)
    found = by_title(captioned(canvas.page, deck_of(canvas)))
    assert [told(d, Field.PERIOD_START) for d in found.values()] == [
        "2026-01-15", "2026-02-20", "2026-03-31", "2026-05-05"
    ]  # fmt: skip


def test_years_beside_boxes_of_several_lines_are_an_axis() -> None:
    canvas = Canvas()
    canvas.title("Slik bygger vi tjenestene")
    names = (("Ny forside", "Nytt lager", "Raskt søk"), ("Felles kalender", "Digital kø", "Ny app"))
    for row, lines in enumerate((*names, ("Felles arkiv", "Digital time", "Ny portal"))):
        canvas.box(str(2025 + row), 0.08, 0.22 + 0.25 * row, 0.08, 0.13, shape="ellipse", fill="#4FD1C5")
        canvas.box("\n".join(lines), 0.2, 0.18 + 0.25 * row, 0.7, 0.2)
    found = by_title(timeline(canvas.page, deck_of(canvas)))
    assert {name: years(draft)[0] for name, draft in found.items()} == {
        name: str(2025 + row)
        for row, lines in enumerate((*names, ("Felles arkiv", "Digital time", "Ny portal")))
        for name in lines
    }


@pytest.mark.parametrize(("last", "recognise"), [("17. mars 2026", timeline), ("3. mars 2026", captioned)])
def test_what_stands_behind_bold_names_and_a_dash_owns_them(last: str, recognise: Recognise) -> None:
    canvas = Canvas()
    canvas.title("Frister vi har lovet")
    behind = ("systemforvalter", "innkjøp", "Norsk helsenett")
    for row, (name, owner) in enumerate(zip(("Ny versjon", "Nytt anlegg", "Felles melding"), behind, strict=True)):
        y = 0.2 + 0.2 * row
        day = last if row == len(behind) - 1 else f"{15 + row}. mars 2026"
        canvas.box(day, 0.05, y, 0.2, 0.1, fill="#C8102E", shape="homePlate")
        canvas.text(f"{name}  –  {owner}", 0.3, y + 0.035)
        spans = (Span(name, bold=True), Span(f"  –  {owner}"))
        canvas.blocks[-1] = replace(canvas.blocks[-1], spans=spans, bold=True)
    found = by_title(run(canvas, recognise))
    assert {name: told(draft, Field.OWNERS) for name, draft in found.items()} == {
        "Ny versjon": "systemforvalter", "Nytt anlegg": "innkjøp", "Felles melding": "NHN",
    }  # fmt: skip
