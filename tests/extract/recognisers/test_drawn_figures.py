"""Figures of measures: gauges filled as far as each has come, honeycombs, boxes that wait for each other."""

import pytest

from extract.recognisers.drawn.alike import alike
from extract.recognisers.drawn.gauges import gauges
from extract.recognisers.drawn.ring import ring
from tests.extract.recognisers.test_drawn import run
from tests.extract.scenes import Canvas, by_title, told
from veikart.core.records import Field

NAMES = ("Felles smittetavle", "Robot til medisintransport", "Taleført journal", "Elektronisk parkeringsbevis")
PARTS = (100, 60, 45, 0)


def bars(title: str, names: tuple[str, ...] = NAMES, *, filled: float = 1.0, legend: str = "") -> Canvas:
    canvas = Canvas()
    canvas.title(title)
    for i, (name, part) in enumerate(zip(names, PARTS, strict=True)):
        y = 0.2 + i * 0.15
        canvas.text(name, 0.1, y)
        canvas.area(0.1, y + 0.04, 0.6, 0.04, "#E3E3E3", "roundRect")
        if part:
            canvas.area(0.1, y + 0.04, 0.6 * part / 100 * filled, 0.04, "#3C9D5B" if part == 100 else "#00577D")
        canvas.text(f"{part} %", 0.72, y + 0.045)
    if legend:
        canvas.text(legend, 0.1, 0.85)
    return canvas


def test_bars_filled_as_far_as_their_shares_say_show_how_far_measures_have_come() -> None:
    found = by_title(run(bars("Fremdrift per 1. mars", legend="Grønn = ferdig, blå = i arbeid"), gauges))
    assert [told(d, Field.STATUS) for d in found.values()] == ["done", "ongoing", "ongoing", ""]
    assert told(found["Elektronisk parkeringsbevis"], Field.STATUS_TEXT) == "0 %"
    assert set(found) == set(NAMES)


def test_a_share_printed_on_what_fills_a_bar_belongs_to_the_name_in_its_row() -> None:
    canvas = Canvas()
    canvas.title("Hvor langt er vi?")
    for i, (name, part) in enumerate(zip(NAMES[:3], (90, 60, 45), strict=True)):
        y = 0.2 + i * 0.15
        canvas.text(name, 0.05, y + 0.01)
        canvas.area(0.35, y, 0.5, 0.05, "#E3E3E3")
        canvas.box(f"{part} %", 0.35, y, 0.5 * part / 100, 0.05, fill="#00577D")
    assert set(by_title(run(canvas, gauges))) == set(NAMES[:3])


def test_upright_gauges_have_their_names_below() -> None:
    canvas = Canvas()
    canvas.title("Temperaturen på pilotene")
    for i, (name, part) in enumerate(zip(NAMES, PARTS, strict=True)):
        x, full = 0.1 + i * 0.2, 0.4
        canvas.area(x, 0.2, 0.03, full, "#ECEFF1")
        if part:
            canvas.area(x + 0.006, 0.2 + full * (1 - part / 100), 0.018, full * part / 100, "#E4572E")
        canvas.box(f"{part} %", x - 0.015, 0.58, 0.06, 0.1, shape="ellipse", fill="#E4572E")
        canvas.text(name, x - 0.03, 0.7, 0.09)
    assert set(by_title(run(canvas, gauges))) == set(NAMES)


@pytest.mark.parametrize(
    "canvas",
    [
        bars("Brukerundersøkelse: fremdrift i tilfredshet"),
        bars("Så mange bruker tjenestene"),
        bars("Fremdrift per 1. mars", filled=0.5),
        bars("Piloter i 2026", ("Andel eldre med alarm", "Andel kommuner", "Antall brukere", "Fornøyde brukere")),
        bars("Fremdrift per 1. mars", ("Helse Nord", "Helse Vest", "Helse Sør-Øst", "Helse Midt-Norge")),
    ],
    ids=["survey", "use", "bars of another scale", "what is counted", "organisations"],
)
def test_other_bars_with_shares_are_statistics(canvas: Canvas) -> None:
    assert run(canvas, gauges) is None


def comb(title: str, *names: str, shape: str = "hexagon", ties: int = 0) -> Canvas:
    canvas = Canvas()
    canvas.title(title)
    for i, name in enumerate(names):
        canvas.box(name, 0.05 + i % 3 * 0.3, 0.2 + i // 3 * 0.3, 0.2, 0.2, shape=shape)
    for x, y in ((0.25, 0.3), (0.55, 0.3), (0.25, 0.6), (0.55, 0.6))[:ties]:
        canvas.line(x, y, x + 0.1, y)
    return canvas


def test_boxes_set_alike_are_measures_where_the_title_looks_ahead() -> None:
    assert set(by_title(run(comb("Teknologi vi utforsker", *NAMES), alike))) == set(NAMES)


def test_boxes_that_wait_for_each_other_are_measures() -> None:
    names = (*NAMES, "Regional timebok")
    assert set(by_title(run(comb("Hva avhenger av hva", *names, shape="rect", ties=3), alike))) == set(names)


@pytest.mark.parametrize(
    "canvas",
    [
        comb("Byggeklosser i plattformen", *NAMES, ties=3),
        comb("Hva avhenger av hva", *NAMES),
        comb("Målarkitektur: avhengigheter", *NAMES, ties=3),
        comb("Teknologi vi utforsker", *NAMES, shape="chevron"),
        comb("Hva skjer videre", *NAMES, "Regional timebok", "Sikker oversikt", shape="rect", ties=4),
        comb("Teknologi vi utforsker", *NAMES[:3]),
        comb("Teknologi vi utforsker", "Innspill", "Høring", "Vedtak", "Oppfølging"),
    ],
    ids=["architecture", "nothing leads to another", "target architecture", "a process", "a chain", "too few", "steps"],
)
def test_other_boxes_set_alike_are_none(canvas: Canvas) -> None:
    assert run(canvas, alike) is None


def test_boxes_over_lists_are_their_headings() -> None:
    canvas = comb("Teknologi vi utforsker", "For pasienter hjemme", "For ansatte", "For ledere", "For alle andre")
    canvas.text("Felles smittetavle", 0.06, 0.42, marker="•")
    canvas.text("Taleført journal", 0.36, 0.42, marker="•")
    assert run(canvas, alike) is None


def journey(title: str, stops: tuple[str, ...] = ("Før", "Under", "Etter", "Hjemme"), *, far: float = 0.0) -> Canvas:
    canvas = Canvas()
    canvas.title(title)
    places = ((0.4, 0.2), (0.6, 0.45), (0.4, 0.7), (0.2, 0.45))
    for i, (stop, (x, y)) in enumerate(zip(stops, places, strict=True)):
        canvas.box(stop, x, y, 0.12, 0.18, shape="ellipse", fill="#00577D")
        beside = x + 0.13 + far if x >= 0.4 else x - 0.19 - far
        canvas.text(NAMES[i], beside, y + 0.06, 0.18, marker="•")
    return canvas


def test_lists_beside_the_stops_of_a_ring_are_measures_in_groups() -> None:
    found = by_title(run(journey("Pasientens reise – hva er nytt?"), ring))
    assert {n: told(d, Field.GROUP) for n, d in found.items()} == dict(
        zip(NAMES, ("Før", "Under", "Etter", "Hjemme"), strict=True)
    )


@pytest.mark.parametrize(
    "canvas",
    [
        journey("Slik jobber vi med kvalitet", ("Plan", "Do", "Check", "Act")),
        journey("Pasientens reise"),
        journey("Pasientens reise – hva er nytt?", far=0.2),
    ],
    ids=["a cycle of work", "nothing announced", "lists far from the stops"],
)
def test_other_rings_are_none(canvas: Canvas) -> None:
    assert run(canvas, ring) is None


def test_spokes_of_a_wheel_lead_past_other_boxes() -> None:
    canvas = Canvas()
    canvas.title("Tiltak rundt pasienten")
    canvas.box("Pasienten", 0.42, 0.45, 0.16, 0.12, shape="ellipse", fill="#004F59")
    places = ((0.08, 0.2), (0.7, 0.2), (0.08, 0.7), (0.7, 0.7), (0.4, 0.16), (0.4, 0.75))
    names = (*NAMES, "Regional timebok", "Sikker oversikt")
    for name, (x, y) in zip(names, places, strict=True):
        canvas.box(name, x, y, 0.2, 0.1)
        canvas.line(min(x + 0.1, 0.5), min(y + 0.05, 0.51), max(x + 0.1, 0.5), max(y + 0.05, 0.51))
    assert set(by_title(run(canvas, alike))) == set(names)


def test_notes_are_what_the_title_says_came_up() -> None:
    canvas = comb("Dette kom fram på de gule lappene", *NAMES, shape="rect")
    assert set(by_title(run(canvas, alike))) == set(NAMES)
