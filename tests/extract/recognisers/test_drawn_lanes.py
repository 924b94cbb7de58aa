"""Lanes and cards: labels beside bars of their own, stickers on cards."""

from dataclasses import replace

import pytest

from extract.recognisers.drawn.board import board
from extract.recognisers.drawn.boxes import boxes
from extract.recognisers.drawn.captioned import captioned
from extract.recognisers.drawn.timeline import timeline
from tests.extract.recognisers.test_drawn import BLUE, header, run
from tests.extract.scenes import Canvas, by_title, told, years
from veikart.core.blocks import BlockKind, Span
from veikart.core.geometry import Box
from veikart.core.records import Field


def gantt_in_lanes(*, named: bool) -> Canvas:
    """Two lanes with two rows of bars each; `named` writes a name behind each bar."""
    canvas = Canvas()
    header(canvas, "2025", "2026", "2027")
    canvas.line(0.02, 0.21, 0.95, 0.21)
    for lane, name in enumerate(("Pasientinnsyn", "Dialog og skjema")):
        top = 0.22 + lane * 0.2
        canvas.box(name, 0.02, top, 0.15, 0.18)
        for row in range(2):
            canvas.area(0.2, top + 0.02 + row * 0.08, 0.25 * (row + 1), 0.03, BLUE)
            if named:
                canvas.text(f"Innsyn nummer {'abcd'[lane * 2 + row]}", 0.46 + row * 0.25, top + 0.02 + row * 0.08)
        canvas.line(0.02, top + 0.19, 0.95, top + 0.19)
    return canvas


def test_bars_with_own_names_stand_in_lanes() -> None:
    found = by_title(run(gantt_in_lanes(named=True)))
    assert set(found) == {f"Innsyn nummer {letter}" for letter in "abcd"}
    assert told(found["Innsyn nummer c"], Field.GROUP) == "Dialog og skjema"
    assert told(found["Innsyn nummer d"], Field.PERIOD_END) == "2026-12-31"


def test_bars_without_own_names_are_those_of_the_label_beside_them() -> None:
    assert set(by_title(run(gantt_in_lanes(named=False)))) == {"Pasientinnsyn", "Dialog og skjema"}


def test_stickers_on_cards_are_no_measures_and_their_cards_no_panels() -> None:
    canvas = Canvas()
    header(canvas, "Nå", "Neste", "Senere")
    for i, (name, where) in enumerate((("Kriseplan i lomma", "Psykiatri"), ("Digital diabetesskole", "Medisin"))):
        canvas.box(name, 0.21 + i * 0.25, 0.25, 0.23, 0.12, size=14.0)
        canvas.box(where, 0.22 + i * 0.25, 0.325, 0.07, 0.03, size=9.0)
    assert set(by_title(run(canvas, timeline))) == {"Kriseplan i lomma", "Digital diabetesskole"}


def test_stickers_of_any_length_on_short_and_long_bars_name_no_measures() -> None:
    canvas = Canvas()
    header(canvas, "2026", "2027", "2028", "2029")
    bars = (("Digital innkalling", 0.19), ("Egne skjema hjemmefra", 0.37), ("Nettkurs", 0.55))
    for i, (name, width) in enumerate(bars):
        top, right = 0.25 + i * 0.12, 0.2 + width
        canvas.box(name, 0.2, top, width, 0.07)
        canvas.box(("Voss, Odda, Stord", "Odda", "Voss, Stord")[i], right - 0.105, top + 0.042, 0.1, 0.025, size=8.0)
    found = by_title(run(canvas, timeline))
    assert {name: years(d) for name, d in found.items()} == {
        "Digital innkalling": ("2026", "2026"), "Egne skjema hjemmefra": ("2026", "2027"), "Nettkurs": ("2026", "2028"),
    }  # fmt: skip


@pytest.mark.parametrize("top", [0.255, 0.36], ids=["above the name", "below it"])
def test_labels_over_half_the_width_of_every_card_name_no_measures(top: float) -> None:
    canvas = Canvas()
    header(canvas, "Just nu", "Härnäst", "Senare")
    names = ("Byte av telefonväxel", "Talstyrd dokumentation", "Egen bokning av prov")
    for i, (name, where) in enumerate(zip(names, ("Arkivet", "Primärvården", "Lund"), strict=True)):
        canvas.box(name, 0.21 + i * 0.25, 0.25, 0.23, 0.15, size=16.0)
        canvas.box(where, 0.22 + i * 0.25, top, 0.14, 0.03, size=11.0)
    assert set(by_title(run(canvas, timeline))) == set(names)


def test_a_card_on_each_of_many_panels_is_no_label() -> None:
    canvas = Canvas()
    header(canvas, "2025", "2026", "2027")
    for i in range(3):
        canvas.box(f"Tema {'abc'[i]}", 0.21 + i * 0.25, 0.25, 0.23, 0.12, size=14.0)
        canvas.box(f"Måltid {'abc'[i]} på rommet", 0.22 + i * 0.25, 0.325, 0.2, 0.03, size=11.0)
    assert set(by_title(run(canvas))) == {f"Måltid {letter} på rommet" for letter in "abc"}


def test_a_panel_around_one_card_groups_it() -> None:
    canvas = Canvas()
    header(canvas, "2025", "2026", "2027")
    for i in range(2):
        canvas.box("Under behandling", 0.21 + i * 0.25, 0.25, 0.23, 0.12, size=14.0)
        canvas.box(f"Måltid {'ab'[i]} på rommet", 0.22 + i * 0.25, 0.325, 0.2, 0.03, size=11.0)
    found = by_title(run(canvas))
    assert set(found) == {"Måltid a på rommet", "Måltid b på rommet"}
    assert told(found["Måltid a på rommet"], Field.GROUP) == "Under behandling"


def owners_over(first: str, second: str) -> Canvas:
    canvas = Canvas()
    for i, owner in enumerate(("Helse Bergen", "Helse Fonna", "Helse Førde", "Helse Stavanger")):
        canvas.box(owner, 0.03 + i * 0.24, 0.3, 0.2, 0.06, size=13.0)
        canvas.box(first if i % 2 else second, 0.03 + i * 0.24, 0.4, 0.2, 0.08)
    return canvas


def test_the_same_roles_under_every_organisation_are_no_measures() -> None:
    assert run(owners_over("Lokal koordinator", "Lokal koordinator"), board) is None
    claim = run(owners_over("Felles timebok", "Tolk på skjerm"), board)
    assert len(claim.drafts) == 4


def road() -> Canvas:
    """Milestones as a PDF gives them: the date, the name in bold letters and a text about it, each by itself."""
    canvas = Canvas()
    for i, (when, name) in enumerate(
        (("Mars 2026", "Felles innkjøp"), ("Juni 2026", "Pilot i nord"), ("2028", "Drift"))
    ):
        x, y = 0.1 + i * 0.3, 0.3 + i * 0.15
        canvas.text(when, x, y, 0.12, colour="#3A9188", bold=True)
        canvas.text(f"{name} av utstyr", x, y + 0.035, 0.12, bold=True)
        canvas.text(f"Avtale nummer {i} for sykehus", x, y + 0.07, 0.12, size=9.0)
    return canvas


def test_a_text_under_a_dated_name_tells_about_it() -> None:
    found = by_title(run(road(), captioned))
    assert set(found) == {"Felles innkjøp av utstyr", "Pilot i nord av utstyr", "Drift av utstyr"}
    assert years(found["Drift av utstyr"]) == ("2028", "2028")


def test_a_name_set_like_the_one_above_is_a_name_of_its_own() -> None:
    canvas = Canvas()
    for i in range(3):
        canvas.text(f"{2026 + i}", 0.1 + i * 0.3, 0.3, 0.12)
        canvas.text(f"Innkjøp nummer {'abc'[i]}", 0.1 + i * 0.3, 0.335, 0.12)
        canvas.text(f"Kalender nummer {'abc'[i]}", 0.1 + i * 0.3, 0.37, 0.12)
    assert run(canvas, captioned) is None


def test_a_bare_heading_on_an_area_groups_its_boxes_and_a_caption_of_a_picture_does_not() -> None:
    canvas = Canvas()
    header(canvas, "2025", "2026", left=0.05, width=0.6)
    for i, head in enumerate(("Før behandling", "Etter behandling")):
        canvas.area(0.06 + i * 0.3, 0.25, 0.28, 0.14, "#E6F2E0")
        canvas.text(head, 0.07 + i * 0.3, 0.26, bold=True)
        canvas.box(f"Måltid {'ab'[i]} på rommet", 0.07 + i * 0.3, 0.3, 0.26, 0.07)
    canvas.box("Film for barn", 0.07, 0.5, 0.26, 0.07)
    canvas.area(0.7, 0.2, 0.25, 0.4, "#FFFFFF")
    canvas.blocks[-1] = replace(canvas.blocks[-1], kind=BlockKind.PICTURE)
    canvas.text("Hele forløpet", 0.75, 0.61)
    found = by_title(run(canvas))
    assert told(found["Måltid b på rommet"], Field.GROUP) == "Etter behandling"
    assert told(found["Film for barn"], Field.GROUP) == ""


def test_a_text_behind_a_bar_on_a_painted_lane_names_the_bar() -> None:
    canvas = Canvas()
    header(canvas, "2025", "2026", "2027")
    for lane in range(2):
        top = 0.25 + lane * 0.2
        canvas.box("Ny innlogging" if lane else "Egenregistrering", 0.2, top, 0.75, 0.15, fill="#F7F7F7")
        canvas.blocks[-1] = replace(canvas.blocks[-1], box=Box(0.46, top + 0.02, 0.6, top + 0.05))
        canvas.area(0.2, top + 0.02, 0.25, 0.04, BLUE)
        canvas.box(f"Felles kalender {'ab'[lane]}", 0.45, top + 0.08, 0.25, 0.05, fill=BLUE)
    found = by_title(run(canvas))
    assert set(found) == {"Egenregistrering", "Ny innlogging", "Felles kalender a", "Felles kalender b"}
    assert years(found["Ny innlogging"]) == ("2025", "2025")


def test_what_lies_on_a_card_is_its_caption() -> None:
    canvas = Canvas()
    canvas.title("Tiltakskort")
    for i, (name, status) in enumerate(
        (("Fødselsplan på nett", "Pågår"), ("Måling hjemme", "Planlagt"), ("Robot", "Ferdig"))
    ):
        x, y = 0.05 + (i % 2) * 0.47, 0.2 + (i // 2) * 0.35
        canvas.box(f"{name} for alle|Ansvarlig: Helse Nord", x, y, 0.43, 0.28)
        canvas.box(status, x + 0.33, y + 0.22, 0.08, 0.04, fill=BLUE)
    found = by_title(run(canvas, captioned))
    assert told(found["Måling hjemme for alle"], Field.STATUS) == "planned"
    assert told(found["Måling hjemme for alle"], Field.OWNERS) == "HN"


def months(title: str) -> Canvas:
    canvas = Canvas()
    canvas.title(title)
    for i, (month, name) in enumerate(
        (("Januar", "Oppstart i nord"), ("Juni", "Pilot i sør"), ("November", "Drift i vest"))
    ):
        canvas.text(month, 0.1 + i * 0.3, 0.3 + (i % 2) * 0.3, 0.12, colour="#3A9188")
        canvas.text(name, 0.1 + i * 0.3, 0.335 + (i % 2) * 0.3, 0.12, bold=True)
    return canvas


def test_months_above_names_are_of_the_year_in_the_title() -> None:
    found = by_title(run(months("Milepæler 2027"), captioned))
    assert told(found["Pilot i sør"], Field.PERIOD_START) == "2027-06-01"
    assert set(found) == {"Oppstart i nord", "Pilot i sør", "Drift i vest"}
    assert run(months("Milepæler 2026–2027"), captioned) is None


def test_rows_of_dated_boxes_are_steps_and_no_axis() -> None:
    canvas = Canvas()
    canvas.title("Innføringsløp")
    steps = (
        "Jan 2026|Valg",
        "Apr 2026|Testmiljø",
        "Aug 2026|Pilot",
        "Nov 2026|Drift",
        "Feb 2027|Bredding",
        "Mai 2027|Slutt",
    )
    for i, step in enumerate(steps):
        canvas.box(f"{step} av løsning", 0.06 + (i % 3) * 0.31, 0.2 + (i // 3) * 0.4, 0.25, 0.17)
    assert run(canvas) is None


def test_a_sign_whose_word_is_no_status_tells_the_word() -> None:
    canvas = Canvas()
    canvas.title("Status per prosjekt")
    canvas.text("● I rute   ▲ Avvik   ■ Stanset", 0.05, 0.12)
    for i, name in enumerate(("● Kalender for alle", "▲ Bildedeling på nett", "■ Samtalerobot for svar")):
        canvas.box(name, 0.05 + i * 0.3, 0.3, 0.25, 0.2)
    found = by_title(run(canvas, boxes))
    assert told(found["Kalender for alle"], Field.STATUS) == "ongoing"
    assert told(found["Bildedeling på nett"], Field.STATUS) == ""
    assert told(found["Bildedeling på nett"], Field.STATUS_TEXT) == "▲ = Avvik"


def test_months_of_a_calendar_are_read_in_rows() -> None:
    canvas = Canvas()
    canvas.title("Lanseringer 2026")
    months = ("Januar", "Februar", "Mars", "April", "Mai", "Juni", "Juli", "August", "September")
    for i, month in enumerate(months):
        x, y = 0.05 + (i % 3) * 0.31, 0.15 + (i // 3) * 0.26
        canvas.box(month, x, y, 0.3, 0.05, fill="#1F3864", colour="#FFFFFF")
        canvas.area(x, y + 0.05, 0.3, 0.17, "#FFFFFF", outline="#999999")
        if i % 2:
            canvas.text(f"Ny tjeneste {'abcdefghi'[i]} for alle", x + 0.01, y + 0.07)
    found = by_title(run(canvas))
    assert set(found) == {f"Ny tjeneste {letter} for alle" for letter in "bdfh"}
    assert told(found["Ny tjeneste d for alle"], Field.PERIOD_START) == "2026-04-01"


def test_an_owner_at_the_edge_of_a_column_goes_with_the_name_in_it() -> None:
    canvas = Canvas()
    for i, head in enumerate(("Pågår", "Planlagt")):
        canvas.box(head, 0.04 + i * 0.47, 0.15, 0.45, 0.06)
        for row in range(2):
            canvas.text(f"Ny tjeneste {'abcd'[i * 2 + row]}", 0.06 + i * 0.47, 0.27 + row * 0.1)
            canvas.text(("Helse Nord", "Helse Vest")[i], 0.4 + i * 0.47, 0.27 + row * 0.1, 0.08)
    found = by_title(run(canvas, board))
    assert {name[-1]: told(d, Field.OWNERS) for name, d in found.items()} == {
        "a": "HN",
        "b": "HN",
        "c": "HV",
        "d": "HV",
    }


def test_upright_labels_beside_several_rows_group_them_and_a_remark_on_a_bar_leaves_it_a_bar() -> None:
    canvas = Canvas()
    header(canvas, "2026", "2027", left=0.4, width=0.5)
    for lane, (group, names) in enumerate(
        (("KLINIKK", ("Lukket sløyfe", "Digital kurve")), ("DRIFT", ("Ny sky", "Nett")))
    ):
        canvas.text(group, 0.03, 0.2 + lane * 0.25, 0.02, 0.2, rotation=270.0, bold=True)
        for row, name in enumerate(names):
            y = 0.22 + lane * 0.25 + row * 0.1
            canvas.text(name, 0.07, y)
            if name == "Nett":
                canvas.box("Slås av", 0.42, y, 0.2, 0.03)
            else:
                canvas.area(0.42, y, 0.2, 0.03, "#3366AA")
    found = by_title(run(canvas))
    assert {name: told(draft, Field.GROUP) for name, draft in found.items()} == {
        "Lukket sløyfe": "KLINIKK",
        "Digital kurve": "KLINIKK",
        "Ny sky": "DRIFT",
        "Nett": "DRIFT",
    }


@pytest.mark.parametrize("shape", ["homePlate", "rect"])
def test_arrows_with_a_stage_and_its_years_are_an_axis_over_bare_lists(shape: str) -> None:
    canvas = Canvas()
    canvas.title("Gjennomføring i faser")
    for column, (stage, span) in enumerate((("Legge et godt grunnlag", "2026–2027"), ("Bredde til alle", "2028"))):
        x = 0.2 + column * 0.38
        canvas.box(f"{stage}|{span}", x, 0.15, 0.36, 0.1, shape=shape, fill="#13284C")
        for row in range(2):
            canvas.text(
                f"Ny tjeneste {'abcd'[column * 2 + row]}", x, 0.3 + row * 0.15, kind=BlockKind.BULLET, marker="■"
            )
    claim = run(canvas)
    assert (claim is not None) is (shape == "homePlate")
    if claim is not None:
        assert {name[-1]: years(draft) for name, draft in by_title(claim).items()} == {
            "a": ("2026", "2027"), "b": ("2026", "2027"), "c": ("2028", "2028"), "d": ("2028", "2028"),
        }  # fmt: skip


def test_a_box_of_single_words_names_no_measure() -> None:
    canvas = Canvas()
    for i, (head, places) in enumerate(
        (("Pågår", "Smøla|Hitra|Frøya|Aure"), ("Planlagt", "Rauma|Vestnes|Namsos|Ørland"))
    ):
        canvas.box(head, 0.04 + i * 0.47, 0.15, 0.45, 0.06)
        canvas.box(places, 0.04 + i * 0.47, 0.25, 0.45, 0.3, fill="")
    assert run(canvas, board) is None


def test_labels_inside_the_bands_of_their_rows_stand_at_the_left_of_the_bars() -> None:
    canvas = Canvas()
    header(canvas, "Vår ’27", "Haust ’27", "Vår ’28", left=0.4, width=0.54)
    for row, name in enumerate(("Nytt pasientsignal", "Trådlaust nett", "Elektroniske dørlåsar")):
        y = 0.25 + row * 0.1
        canvas.box("", 0.06, y, 0.88, 0.08, fill="#FAF5F0")
        canvas.blocks[-1] = replace(canvas.blocks[-1], text=name, box=Box(0.07, y + 0.02, 0.25, y + 0.06))
        canvas.area(0.4 + row * 0.18, y + 0.02, 0.17, 0.04, "#8C4A6B")
    found = by_title(run(canvas))
    assert {name: told(draft, Field.PERIOD_START) for name, draft in found.items()} == {
        "Nytt pasientsignal": "2027-01-01",
        "Trådlaust nett": "2027-07-01",
        "Elektroniske dørlåsar": "2028-01-01",
    }


def test_icons_before_the_lines_of_a_box_are_its_bullets() -> None:
    canvas = Canvas()
    header(canvas, "2027", "2028", left=0.05, width=0.9)
    canvas.box("✚ Medisindispensar til alle|☏ Nye tryggleiksalarmar|⌂ Digitalt tilsyn", 0.05, 0.25, 0.44, 0.4)
    canvas.box("✎ GPS for turgåarar|☎ Felles vakttelefon", 0.51, 0.25, 0.44, 0.4)
    assert set(by_title(run(canvas))) == {
        "Medisindispensar til alle",
        "Nye tryggleiksalarmar",
        "Digitalt tilsyn",
        "GPS for turgåarar",
        "Felles vakttelefon",
    }


def test_large_words_before_a_gloss_label_an_axis() -> None:
    canvas = Canvas()
    canvas.title("What we are working on")
    for column, (word, gloss) in enumerate(
        (("Now", "in development"), ("Next", "being designed"), ("Later", "exploring"))
    ):
        x = 0.05 + column * 0.31
        canvas.box(f"{word}  {gloss}", x, 0.15, 0.3, 0.08, fill="#4B2E83")
        spans = (Span(word, size=18.0, bold=True), Span(f"  {gloss}", size=12.0))
        canvas.blocks[-1] = replace(canvas.blocks[-1], spans=spans)
        canvas.box(f"Ny tjeneste {'abc'[column]}", x + 0.02, 0.3, 0.25, 0.08)
    assert {name[-1] for name in by_title(run(canvas))} == {"a", "b", "c"}


def test_a_chip_may_stand_between_a_bar_and_its_name() -> None:
    canvas = Canvas()
    header(canvas, "2026", "2027", "2028", left=0.1, width=0.85)
    for row, (name, x) in enumerate((("Test av nødstrøm", 0.12), ("Felles sårjournal", 0.4))):
        y = 0.3 + row * 0.2
        canvas.area(x, y, 0.1, 0.06, "#C8452E")
        canvas.box("NHN", x + 0.105, y + 0.015, 0.04, 0.03, size=9.0)
        canvas.text(name, x + 0.15, y + 0.015)
    assert set(by_title(run(canvas))) == {"Test av nødstrøm", "Felles sårjournal"}


def test_a_gloss_may_be_a_smaller_paragraph_of_its_own() -> None:
    canvas = Canvas()
    canvas.title("Now / Next / Later")
    glosses = (("NOW", "In delivery"), ("NEXT", "Tender within twelve months from now"), ("LATER", "Ideas"))
    for column, (word, gloss) in enumerate(glosses):
        x = 0.05 + column * 0.31
        canvas.box(f"{word}|{gloss}", x, 0.15, 0.3, 0.1, fill="#4B2E83")
        canvas.blocks[-2] = replace(canvas.blocks[-2], size=22.0)
        for row in range(2):
            canvas.box(f"Ny tjeneste {'abc'[column]}{row}", x, 0.3 + 0.15 * row, 0.3, 0.1, fill="#FFFFFF")
    assert {name[-2:] for name in by_title(run(canvas))} == {"a0", "a1", "b0", "b1", "c0", "c1"}


def test_a_legend_beside_the_title_ends_no_plan_whose_years_run_down() -> None:
    canvas = Canvas()
    canvas.title("Veikart per område")
    for number, (text, fill) in enumerate((("Planlagt", "#FFE3C2"), ("I drift", "#FFFFFF"))):
        canvas.area(0.62 + 0.2 * number, 0.05, 0.02, 0.03, fill, outline="#333333")
        canvas.text(text, 0.65 + 0.2 * number, 0.05, size=9.0)
    for column, head in enumerate(("Dialog", "Legemidler", "Egen helse")):
        canvas.box(head, 0.12 + 0.29 * column, 0.13, 0.27, 0.06, fill="#015945")
    for row, year in enumerate(("2026", "2027")):
        canvas.box(year, 0.03, 0.22 + 0.35 * row, 0.07, 0.3, fill="#1C4E80")
        for column in range(3):
            fill = "#FFE3C2" if row else "#FFFFFF"
            canvas.box(f"Felles løsning {row}{column}", 0.13 + 0.29 * column, 0.25 + 0.35 * row, 0.25, 0.08, fill=fill)
    assert {name[-2:] for name in by_title(run(canvas))} == {"00", "01", "02", "10", "11", "12"}


def test_bars_with_an_owner_on_them_have_the_names_beside_them() -> None:
    canvas = Canvas()
    header(canvas, "2025", "2026", "2027")
    for row, (start, end, name) in enumerate(
        ((0.2, 0.44, "Ny motor"), (0.45, 0.69, "Felles innsyn"), (0.45, 0.94, "Nytt lager"))
    ):
        top = 0.25 + row * 0.1
        canvas.box("NHN", start, top, end - start, 0.05, fill=BLUE, size=9.0)
        canvas.text(name, end + 0.005, top + 0.01)  # the last one stands right of all years
    found = by_title(run(canvas, timeline))
    assert {name: (*years(draft), told(draft, Field.OWNERS)) for name, draft in found.items()} == {
        "Ny motor": ("2025", "2025", "NHN"),
        "Felles innsyn": ("2026", "2026", "NHN"),
        "Nytt lager": ("2026", "2027", "NHN"),
    }
