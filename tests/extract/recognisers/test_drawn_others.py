"""Drawn plans of other designs: ties to the axis, pillars, numbers that a list explains, weeks, bars over a table."""

import pytest

from extract.recognisers.drawn.alike import alike
from extract.recognisers.drawn.between import between
from extract.recognisers.drawn.boxes import boxes
from extract.recognisers.drawn.captioned import captioned
from extract.recognisers.drawn.keyed import keyed
from extract.recognisers.drawn.pillars import pillars
from extract.recognisers.drawn.quadrant import quadrant
from extract.recognisers.drawn.ranked import ranked
from extract.recognisers.drawn.stages import stages
from extract.recognisers.headed_texts import recognise_headed_texts
from tests.extract.recognisers.pages import deck, slide, table
from tests.extract.recognisers.test_drawn import header, run
from tests.extract.scenes import Canvas, by_title, deck_of, told, years
from veikart.core.blocks import Block, BlockKind
from veikart.core.geometry import Box
from veikart.core.records import Field


def days(draft: object) -> tuple[str, str]:
    return told(draft, Field.PERIOD_START), told(draft, Field.PERIOD_END)  # type: ignore[arg-type]


def test_a_connector_with_a_bend_tells_where_on_the_axis_a_box_belongs() -> None:
    canvas = Canvas()
    header(canvas, "Q3 2026", "Q4 2026", "Q1 2027", left=0.05, width=0.9, y=0.5)
    for i in range(3):
        middle = 0.2 + i * 0.3
        canvas.box(f"Felles kalender {'ABC'[i]}", middle - 0.02, 0.2, 0.22, 0.1)  # stands over two columns
        canvas.line(middle + 0.01, 0.3, middle + 0.09, 0.5)
    found = by_title(run(canvas))
    assert [days(d)[0] for d in found.values()] == ["2026-07-01", "2026-10-01", "2027-01-01"]
    assert [days(d)[1] for d in found.values()] == ["2026-09-30", "2026-12-31", "2027-03-31"]


def test_flags_on_poles_take_the_day_printed_under_the_axis() -> None:
    canvas = Canvas()
    canvas.title("Milepæler 2026")
    for i, month in enumerate(("jan", "feb", "mar", "apr", "mai", "jun")):
        canvas.box(month, 0.05 + i * 0.15, 0.6, 0.15, 0.05)
    for x, day, name in ((0.25, "12. feb", "Sårbilder hjemmefra"), (0.7, "8. mai", "Egen avtalebok")):
        canvas.box(name, x, 0.3, 0.2, 0.08)
        canvas.line(x, 0.3, x, 0.6)
        canvas.text(day, x - 0.02, 0.66, 0.04)
    found = by_title(run(canvas))
    assert {n: days(d) for n, d in found.items()} == {
        "Sårbilder hjemmefra": ("2026-02-12", "2026-02-12"),
        "Egen avtalebok": ("2026-05-08", "2026-05-08"),
    }


def test_boxes_under_a_row_of_headings_are_measures_where_the_page_says_so() -> None:
    def house(title: str) -> Canvas:
        canvas = Canvas()
        canvas.title(title)
        for i, pillar in enumerate(("Tilgjengelig", "Effektiv", "Trygg")):
            canvas.box(pillar, 0.1 + i * 0.28, 0.3, 0.26, 0.06, fill="#006666")
            for row in range(2):
                canvas.box(f"Felles kalender {i}{row}", 0.12 + i * 0.28, 0.4 + row * 0.1, 0.22, 0.07, fill="#FFFFFF")
        canvas.box("Felles grunnmur", 0.1, 0.75, 0.82, 0.06, fill="#882222")
        return canvas

    found = by_title(run(house("Huset vårt – tiltak 2026"), pillars))
    assert len(found) == 6
    assert told(found["Felles kalender 10"], Field.GROUP) == "Effektiv"
    assert run(house("Byggeklossene i plattformen"), pillars) is None


def test_columns_whose_headings_call_them_measures_need_no_title_that_does() -> None:
    canvas = Canvas()
    canvas.title("Lapper fra gruppearbeidet")
    for i, heading in enumerate(("Behov", "Tiltak vi kan starte nå", "Tiltak på lengre sikt")):
        canvas.box(heading, 0.05 + i * 0.31, 0.2, 0.3, 0.07, fill="#333333")
        for row in range(2):
            canvas.box(f"Felles kalender {'ab'[row]}{i}", 0.06 + i * 0.31, 0.3 + row * 0.27, 0.13, 0.24, fill="#FFF3B0")
    found = by_title(run(canvas, pillars))
    assert len(found) == 6
    assert told(found["Felles kalender a1"], Field.GROUP) == "Tiltak vi kan starte nå"


@pytest.mark.parametrize(("dated", "count"), [(6, 6), (2, 0)])
def test_boxes_under_headings_with_a_month_behind_most_names_are_measures_whatever_the_title(
    dated: int, count: int
) -> None:
    canvas = Canvas()
    canvas.title("What we owe our funders")
    for i, heading in enumerate(("Technology", "Clinical", "Policy")):
        canvas.text(heading, 0.04 + i * 0.32, 0.15, size=20.0, bold=True)
        for row in range(2):
            month = f" (0{row + 1}/2027)" if i * 2 + row < dated else ""
            canvas.box(f"Shared profile {'ab'[row]}{i}{month}", 0.04 + i * 0.32, 0.22 + row * 0.15, 0.3, 0.12)
    canvas.box("How to read this page (second edition)|All dates are those of the contract.", 0.04, 0.7, 0.94, 0.15)
    claim = run(canvas, pillars)
    assert len(claim.drafts if claim else ()) == count
    if claim is not None:
        assert {told(d, Field.GROUP) for d in claim.drafts} == {"Technology", "Clinical", "Policy"}


def test_numbers_on_an_axis_are_what_the_list_says() -> None:
    canvas = Canvas()
    header(canvas, "2026", "2027", left=0.1, width=0.8)
    for number, x in ((1, 0.15), (2, 0.6), (3, 0.8)):
        canvas.box(str(number), x, 0.25, 0.04, 0.06, shape="ellipse")
        canvas.box(str(number), 0.1, 0.4 + number * 0.1, 0.03, 0.05, shape="ellipse")
        canvas.text(f"Felles kalender {'ABC'[number - 1]}", 0.14, 0.41 + number * 0.1)
    found = by_title(run(canvas, keyed))
    assert [years(d)[0] for d in found.values()] == ["2026", "2027", "2027"]


def test_numbers_without_dates_are_no_plan() -> None:
    canvas = Canvas()
    for number, x in ((1, 0.15), (2, 0.6), (3, 0.8)):
        canvas.box(str(number), x, 0.25, 0.04, 0.06, shape="ellipse")
        canvas.text(f"{number} Mangel på kompetanse {number}", 0.14, 0.41 + number * 0.1)
    assert run(canvas, keyed) is None


def test_an_axis_of_weeks_gets_its_year_from_the_title() -> None:
    canvas = Canvas()
    canvas.title("Arbeidsplan våren 2026")
    canvas.text("Uke", 0.25, 0.16)
    for i in range(6):
        canvas.box(str(10 + i), 0.35 + i * 0.1, 0.15, 0.1, 0.05)
    for row, (name, first, last) in enumerate((("Kravspesifikasjon", 0, 2), ("Tilbudsrunde", 2, 5))):
        canvas.text(name, 0.04, 0.3 + row * 0.1)
        canvas.area(0.35 + first * 0.1, 0.29 + row * 0.1, (last - first) * 0.1, 0.05, "#3D6B7D")
    found = by_title(run(canvas))
    assert days(found["Kravspesifikasjon"]) == ("2026-03-02", "2026-03-15")
    assert days(found["Tilbudsrunde"]) == ("2026-03-16", "2026-04-05")


def test_weeks_without_a_year_are_those_of_a_course_and_no_axis() -> None:
    canvas = Canvas()
    canvas.title("Oppfølging etter sykehusopphold")
    for i in range(4):
        canvas.box(f"Uke {i + 1}", 0.1 + i * 0.2, 0.15, 0.18, 0.05)
        canvas.box(f"Hjemmebesøk og måling {i}", 0.1 + i * 0.2, 0.3, 0.18, 0.1)
    assert run(canvas) is None


def test_bars_over_the_cells_of_a_table_are_its_rows_periods() -> None:
    cells = table(
        [["Aktivitet", "2025", "2026", "2027"], ["Felles kalender", "", "", ""], ["Digital vaktbok", "", "", ""]]
    )
    bars = [
        Block(f"p1/bar{n}", 1, BlockKind.SHAPE, "", place, place, f"p1/bar{n}", "#17BEBB", shape="roundRect")
        for n, place in enumerate((Box(0.28, 0.33, 0.72, 0.36), Box(0.73, 0.39, 0.94, 0.42)))
    ]
    page = slide([*cells, *bars])
    from extract.recognisers.drawn.timeline import timeline

    claim = timeline(page, deck(page))
    assert {n: years(d) for n, d in by_title(claim).items()} == {
        "Felles kalender": ("2025", "2026"),
        "Digital vaktbok": ("2027", "2027"),
    }
    assert claim is not None
    assert claim.confidence > 0.95  # more than the table with its empty cells


def test_a_stripe_over_a_card_is_its_group() -> None:
    canvas = Canvas()
    for i, (group, name) in enumerate((("Hjemme", "Lading av hjelpemidler"), ("Oppvekst", "Vaksineplan på mobil"))):
        x = 0.05 + i * 0.4
        canvas.area(x, 0.2, 0.35, 0.34, "#FFFFFF", outline="#BBBBBB")
        canvas.box(group, x, 0.2, 0.35, 0.06, fill="#8A2846")
        canvas.text(name, x + 0.01, 0.3, size=18.0)
        canvas.text("Kinn kommune", x + 0.01, 0.46, size=12.0)
        canvas.text(f"Frist 30.06.{2026 + i}", x + 0.2, 0.46, size=12.0)
    found = by_title(run(canvas, stages))
    assert {n: (told(d, Field.GROUP), told(d, Field.OWNERS), days(d)[1]) for n, d in found.items()} == {
        "Lading av hjelpemidler": ("Hjemme", "Kinn kommune", "2026-06-30"),
        "Vaksineplan på mobil": ("Oppvekst", "Kinn kommune", "2027-06-30"),
    }


def test_words_in_the_rows_of_boxes_tell_their_status_and_boxes_at_the_left_their_group() -> None:
    canvas = Canvas()
    for group in range(2):
        canvas.box(f"Område {'AB'[group]} med navn", 0.05, 0.25 + group * 0.3, 0.15, 0.1)
        for row, status in enumerate(("Ongoing", "Planned")):
            y = 0.2 + group * 0.3 + row * 0.1
            canvas.box(f"Felles kalender {group}{row}", 0.3, y, 0.4, 0.08, fill="#FFFFFF", outline="#222222")
            canvas.text(status, 0.74, y + 0.025)
    found = by_title(run(canvas, captioned))
    assert told(found["Felles kalender 01"], Field.STATUS) == "planned"
    assert told(found["Felles kalender 10"], Field.GROUP) == "Område B med navn"
    assert len(found) == 4


def test_a_plan_over_each_of_two_axes_belongs_to_whom_stands_over_it() -> None:
    canvas = Canvas()
    for plan, owner in enumerate(("Helse Vest", "Helse Sør-Øst")):
        top = 0.15 + plan * 0.4
        canvas.text(owner, 0.05, top)
        canvas.box(f"Rusforløp på nett {plan}", 0.05, top + 0.06, 0.58, 0.08)
        canvas.box(f"Ammehjelp på video {plan}", 0.65, top + 0.06, 0.29, 0.08)
        for i, label in enumerate(("T1 2026", "T2 2026", "T3 2026")):
            canvas.text(label, 0.17 + i * 0.3, top + 0.17, 0.06)
    found = by_title(run(canvas))
    assert {told(found[f"Rusforløp på nett {i}"], Field.OWNERS) for i in range(2)} == {"HV", "HSØ"}
    assert days(found["Ammehjelp på video 1"]) == ("2026-09-01", "2026-12-31")


def test_notes_on_a_wall_whose_colours_are_organisations() -> None:
    canvas = Canvas()
    canvas.title("Lappeveggen")
    paints = {"Helse Nord": "#A9DEF9", "Helse Vest": "#D0F4DE"}
    for i in range(4):
        canvas.box(f"Samme varsel {'ABCD'[i]}", 0.05 + i * 0.22, 0.25, 0.18, 0.14, fill=list(paints.values())[i % 2])
    for i, (owner, fill) in enumerate(paints.items()):
        canvas.area(0.1 + i * 0.3, 0.85, 0.03, 0.04, fill)
        canvas.text(owner, 0.14 + i * 0.3, 0.855)
    assert [told(d, Field.OWNERS) for d in by_title(run(canvas, boxes)).values()] == ["HN", "HV", "HN", "HV"]


def test_a_chart_of_benefit_and_complexity_holds_measures_and_one_of_risks_none() -> None:
    def chart(across: str, up: str) -> Canvas:
        canvas = Canvas()
        canvas.text(f"{up} →", 0.08, 0.4, 0.02, 0.15, rotation=270.0)
        canvas.text(f"{across} →", 0.5, 0.9)
        for i, head in enumerate(("Gjør først", "Planlegg godt")):
            canvas.text(head, 0.15 + i * 0.4, 0.2, bold=True)
            for row in range(2):
                canvas.box(f"Felles klarspråk {i}{row}", 0.17 + i * 0.4, 0.27 + row * 0.15, 0.2, 0.1, fill="#FFFFFF")
        return canvas

    found = by_title(run(chart("Kompleksitet", "Nytte"), quadrant))
    assert told(found["Felles klarspråk 11"], Field.GROUP) == "Planlegg godt"
    assert run(chart("Sannsynlighet", "Konsekvens"), quadrant) is None


def test_the_headings_of_the_quarters_of_a_chart_are_no_measures_with_a_text_below() -> None:
    canvas = Canvas()
    canvas.title("Veikart for arkivet")
    canvas.text("Nytte ↑", 0.02, 0.5)
    canvas.text("Kompleksitet →", 0.5, 0.92)
    for i, head in enumerate(("Gjør nå", "Satsinger", "Småplukk", "Vent litt")):
        x, y = 0.1 + i % 2 * 0.44, 0.2 + i // 2 * 0.36
        canvas.area(x, y, 0.42, 0.34, "#EEEEEE")
        canvas.text(head, x + 0.01, y + 0.01, size=14.0, bold=True)
        canvas.box(f"Felles påminning {'ABCD'[i]}", x + 0.01, y + 0.08, 0.18, 0.2, size=13.0)
    deck = deck_of(canvas)
    texts, chart = recognise_headed_texts(deck.pages[0], deck), quadrant(deck.pages[0], deck)
    assert texts is not None
    assert chart is not None
    assert chart.confidence > texts.confidence
    assert [told(d, Field.GROUP) for d in chart.drafts] == ["Gjør nå", "Satsinger", "Småplukk", "Vent litt"]


def test_a_chain_of_work_steps_belongs_to_the_measure_of_the_title() -> None:
    canvas = Canvas(2)
    canvas.title("Digital poliklinikk i sør")
    for i, step in enumerate(("Kartlegging av behov", "Utprøving i Moss", "Innføring ved sykehusene")):
        canvas.box(step, 0.05 + i * 0.3, 0.4, 0.28, 0.1, shape="chevron")
        canvas.text(f"{i + 1}. halvår 2025" if i < 2 else "1. halvår 2026", 0.14 + i * 0.3, 0.52)
    claim = run(canvas, stages)
    assert [d.parent.title if d.parent else "" for d in claim.drafts] == ["", *["Digital poliklinikk i sør"] * 3]


@pytest.mark.parametrize(("shape", "count"), [("wedgeRoundRectCallout", 3), ("rect", 4)])
def test_the_one_sentence_in_a_shape_of_its_own_is_a_remark(shape: str, count: int) -> None:
    canvas = Canvas()
    header(canvas, "2026", "2027", "2028", left=0.05, width=0.9)
    for i in range(3):
        canvas.box(f"Felles kalender {'ABC'[i]}", 0.07 + i * 0.3, 0.3, 0.25, 0.08)
    canvas.box("Flere av tiltakene venter på ny avtale.", 0.2, 0.6, 0.5, 0.12, shape=shape)
    assert len(by_title(run(canvas))) == count


@pytest.mark.parametrize(("stickers", "heads", "count"), [(4, "Hjemme", 6), (1, "Hjemme", 0), (4, "Planlagt", 0)])
def test_boxes_under_headings_are_measures_where_organisations_stick_to_most_of_them(
    stickers: int, heads: str, count: int
) -> None:
    canvas = Canvas()
    canvas.title("Tre områder – og hvem som eier løsningene")
    for i, head in enumerate((heads, "Sammenheng", "Rustede ansatte")):
        canvas.box(head, 0.1 + i * 0.28, 0.2, 0.26, 0.06, fill="#006666")
        for row in range(2):
            canvas.box(f"Felles kalender {i}{row}", 0.1 + i * 0.28, 0.3 + row * 0.15, 0.26, 0.1, fill="#FFFFFF")
            if i * 2 + row < stickers:
                canvas.box("NHN", 0.34 + i * 0.28, 0.28 + row * 0.15, 0.04, 0.06, shape="ellipse", fill="#8064A2")
    claim = run(canvas, pillars)
    assert len(claim.drafts if claim else []) == count
    assert sum(told(d, Field.OWNERS) == "NHN" for d in (claim.drafts if claim else [])) == (stickers if count else 0)


def test_the_heading_on_a_quarter_of_a_chart_heads_all_that_lies_on_it() -> None:
    canvas = Canvas()
    canvas.text("Nytte →", 0.03, 0.4, 0.02, 0.15, rotation=270.0)
    canvas.text("Innsats →", 0.5, 0.95)
    for i, head in enumerate(("Gjør nå", "Planlegg", "Ta når det passer", "Legg bort")):
        x, y = 0.1 + i % 2 * 0.43, 0.15 + i // 2 * 0.4
        canvas.area(x, y, 0.42, 0.38, "#DCEBE6")
        canvas.text(head, x + 0.01, y + 0.02, bold=True)
        canvas.box(f"Felles klarspråk {i}a", x + 0.02, y + 0.08, 0.17, 0.1, fill="#FFF3A8")
        canvas.box(f"Felles klarspråk {i}b", x + 0.22, y + 0.24, 0.19, 0.1, fill="#FFF3A8")
    found = by_title(run(canvas, quadrant))
    groups = {name: told(draft, Field.GROUP) for name, draft in found.items()}
    assert groups["Felles klarspråk 2b"] == "Ta når det passer"
    assert groups["Felles klarspråk 3a"] == groups["Felles klarspråk 3b"] == "Legg bort"


def test_headings_set_alike_in_a_lower_row_head_columns_of_their_own() -> None:
    canvas = Canvas()
    canvas.title("Ett ark – alle tiltak")
    for i, head in enumerate(("Innbygger", "Legevakt", "Sykehus", "Plattform")):
        x, y = 0.1 + i % 2 * 0.4, 0.15 + i // 2 * 0.4
        canvas.box(head, x, y, 0.38, 0.05, fill="#00685E")
        for row in range(2):
            canvas.box(f"Felles kalender {i}{row}", x + 0.02, y + 0.08 + row * 0.12, 0.17, 0.1, fill="#FFFFFF")
    found = by_title(run(canvas, pillars))
    assert len(found) == 8
    assert told(found["Felles kalender 20"], Field.GROUP) == "Sykehus"
    assert told(found["Felles kalender 01"], Field.GROUP) == "Innbygger"


@pytest.mark.parametrize(("heads", "count"), [(("I dag", "Tiltak", "Slik blir det"), 3), (("I dag", "Rolle", "Da"), 0)])
def test_boxes_under_the_heading_of_measures_between_others(heads: tuple[str, ...], count: int) -> None:
    canvas = Canvas()
    canvas.title("Slik er det – slik kan det bli")
    for i, head in enumerate(heads):
        canvas.box(head, 0.05 + i * 0.31, 0.2, 0.28, 0.06, fill="#D64F6A")
        for row, name in enumerate(("Pasientens sammendrag", "Felles timebok", "Videotime som førstevalg")):
            text = name if i == 1 else f"Jeg må vente {row} uker nå"
            canvas.box(text, 0.05 + i * 0.31, 0.3 + row * 0.15, 0.28, 0.1, fill="#EEEEEE")
    claim = run(canvas, between)
    assert len(claim.drafts if claim else []) == count
    assert all("Jeg må vente" in told(d, Field.DESCRIPTION) for d in (claim.drafts if claim else []))


@pytest.mark.parametrize(("last", "count"), [(3, 3), (4, 0)])
def test_numbers_on_a_chart_of_benefit_and_effort_are_the_names_beside_it(last: int, count: int) -> None:
    canvas = Canvas()
    canvas.title("Nytte og gjennomførbarhet")
    canvas.text("↑ Nytte", 0.06, 0.18)
    canvas.text("Gjennomførbarhet →", 0.3, 0.9)
    for number, name in enumerate(("Pasientkart", "Prediksjon av sengebehov", "Digital post til fastlege"), start=1):
        canvas.box(str(number if number < 3 else last), 0.1 * number, 0.2 + 0.1 * number, 0.04, 0.06, shape="ellipse")
        canvas.text(str(number), 0.56, 0.1 + 0.1 * number)
        canvas.text(name, 0.59, 0.1 + 0.1 * number)
    claim = run(canvas, quadrant)
    assert len(claim.drafts if claim else []) == count


@pytest.mark.parametrize(("title", "count"), [("Upcoming services", 8), ("Our organisation", 0)])
def test_bare_names_spread_over_a_page(title: str, count: int) -> None:
    canvas = Canvas()
    canvas.title(title)
    names = (
        "Age check",
        "Visit counter",
        "Device swap",
        "Map of wards",
        "Bed count",
        "Nurse call",
        "Lab order",
        "Lane",
    )
    for number, name in enumerate(names):
        canvas.text(name, 0.1 + 0.22 * (number % 4), 0.3 + 0.2 * (number // 4))
    claim = alike(canvas.page, deck_of(canvas))
    assert len(claim.drafts if claim else []) == 0  # two rows are no field of names
    for number, name in enumerate(names[:4]):
        canvas.text(f"New {name.lower()}", 0.1 + 0.22 * number, 0.7)
    claim = alike(canvas.page, deck_of(canvas))
    assert len(claim.drafts if claim else []) == (count and 12)


@pytest.mark.parametrize(
    ("title", "numbers", "count"),
    [
        ("Prioriterte tiltak", (1, 2, 3, 4, 5), 5),
        ("Prioriterte tiltak", (2, 3, 4, 5, 6), 0),  # counts from no beginning
        ("Svar fra innbyggerne", (1, 2, 3, 4, 5), 0),
    ],
)
def test_names_beside_numbers_that_rank_them(title: str, numbers: tuple[int, ...], count: int) -> None:
    canvas = Canvas()
    canvas.title(title)
    for row, number in enumerate(numbers):
        canvas.box(str(number), 0.05, 0.2 + 0.12 * row, 0.05, 0.08, fill="#A6192E", shape="ellipse")
        canvas.text(f"Felles tjeneste {'abcde'[row]}", 0.13, 0.225 + 0.12 * row)
    claim = ranked(canvas.page, deck_of(canvas))
    assert len(claim.drafts if claim else []) == count


@pytest.mark.parametrize(("title", "count"), [("Tiltak", 3), ("Neste steg", 0), ("Erfaringer", 0)])
def test_lines_with_a_picture_each_below_the_word_for_measures(title: str, count: int) -> None:
    canvas = Canvas()
    canvas.title(title)
    for row, text in enumerate(("Felles testdata", "Samarbeid om ny journal", "Opplæring av alle vakter")):
        canvas.text(text, 0.3, 0.25 + 0.2 * row)
    claim = alike(canvas.page, deck_of(canvas))
    assert len(claim.drafts if claim else []) == count
