"""Headings right over bulleted lists."""

from extract.layout.list_heads import counted_over_lists, heads_over_lists
from extract.recognisers.drawn.captioned import captioned
from extract.recognisers.drawn.scene import scene_of
from extract.recognisers.drawn.stages import stages
from extract.recognisers.drawn.timeline import timeline
from tests.extract.recognisers.test_drawn import header, run
from tests.extract.scenes import Canvas, by_title, deck_of, told
from veikart.core.blocks import BlockKind
from veikart.core.records import Field

BULLET = {"marker": "•", "kind": BlockKind.BULLET}


def columns(heads: list[str], *, items: int = 2, gap: float = 0.02, bold: bool = True) -> Canvas:
    canvas = Canvas()
    canvas.title("Planen år for år")
    header(canvas, *("2026", "2027", "2028")[: len(heads)], left=0.05, width=0.9, y=0.15)
    for n, head in enumerate(heads):
        x = 0.07 + n * 0.9 / len(heads)
        canvas.text(head, x, 0.24, bold=bold)
        for row in range(items):
            canvas.text(
                f"Felles kalender {'abc'[n]}{row}", x, 0.27 + gap + row * 0.05, marker="•", kind=BlockKind.BULLET
            )
    return canvas


def test_under_a_time_axis_bold_headings_over_lists_are_groups() -> None:
    canvas = columns(["Bygge grunnmur", "Koble sammen", "Ta i bruk"])
    found = by_title(run(canvas, timeline))
    assert len(found) == 6
    assert told(found["Felles kalender b1"], Field.GROUP) == "Koble sammen"
    assert told(found["Felles kalender b1"], Field.PERIOD_TEXT) == "2027"


def test_texts_that_are_not_set_as_headings_are_measures() -> None:
    for canvas in (columns(["Bygge grunnmur", "Koble sammen", "Ta i bruk"], gap=0.2), columns(["Bygge grunnmur"])):
        page = deck_of(canvas).pages[0]
        assert heads_over_lists(scene_of(page, deck_of(canvas)).texts) == []


def phases(items: int) -> Canvas:
    canvas = Canvas()
    canvas.title("Innføring i tre faser")
    for n, year in enumerate(("2026", "2027", "2028")):
        canvas.box(f"Fase {n + 1}: {('Forberede', 'Prøve ut', 'Spre')[n]}", 0.05 + n * 0.3, 0.2, 0.28, 0.08)
        canvas.text(year, 0.15 + n * 0.3, 0.29)
        for row in range(items):
            canvas.text(
                f"Felles kalender {'abc'[n]}{row}", 0.08 + n * 0.3, 0.36 + row * 0.05, marker="•", kind=BlockKind.BULLET
            )
    return canvas


def test_counted_stages_over_lists_are_no_measures() -> None:
    canvas = phases(2)
    assert len(counted_over_lists(scene_of(deck_of(canvas).pages[0], deck_of(canvas)).texts)) == 3
    assert run(canvas, stages) is None
    assert run(canvas, captioned) is None


def test_counted_stages_without_lists_are() -> None:
    found = by_title(run(phases(0), stages))
    assert "Fase 1: Forberede" in found
