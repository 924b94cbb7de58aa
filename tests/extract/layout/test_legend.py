"""Legends: patches, dots, sentences about colours, painted words; and what they say about a colour."""

import pytest

from extract.layout.legend import Legend, legend_of
from tests.extract.recognisers.pages import deck, slide, table
from tests.extract.scenes import Canvas, deck_of
from veikart.core.problems import Code
from veikart.core.records import Status

GREEN, DARK_GREEN, BLUE, GREY, PALE = "#00B050", "#2E8B57", "#0070C0", "#BFBFBF", "#DCEAF7"


def legend(canvas: Canvas) -> Legend:
    deck = deck_of(canvas)
    return legend_of(deck.pages[0], deck)


def patches() -> Canvas:
    canvas = Canvas()
    for i, (fill, word) in enumerate(((GREEN, "Pågår"), (BLUE, "Planlagt"), (GREY, "Fullført"))):
        canvas.area(0.1 + i * 0.2, 0.9, 0.02, 0.03, fill)
        canvas.text(word, 0.125 + i * 0.2, 0.9)
    return canvas


@pytest.mark.parametrize(
    ("fill", "status"),
    [
        (GREEN, Status.ONGOING),
        ("#00A84E", Status.ONGOING),  # a shade of the same green
        (DARK_GREEN, Status.ONGOING),  # the only green of the legend
        (BLUE, Status.PLANNED),
        (GREY, Status.DONE),
        (PALE, None),  # a pale blue is neither the grey nor the blue
        ("#FF0000", None),
        ("", None),
    ],
)
def test_a_fill_has_the_status_of_its_patch(fill: str, status: Status | None) -> None:
    assert legend(patches()).status(fill=fill).status is status


def test_sentences_that_name_the_colour_of_text_count_for_text_alone() -> None:
    canvas = Canvas()
    canvas.text("Grønn tekst – Aktivitet startet", 0.1, 0.85, colour=GREEN)
    canvas.text("Svart tekst – Aktivitet ikke påbegynt", 0.1, 0.9)
    found = legend(canvas)
    assert found.status(text=GREEN).status is Status.ONGOING
    assert found.status(text="").status is Status.NOT_STARTED
    assert found.status(fill=GREEN, text="#FF0000").status is None


def test_a_colour_that_is_only_named_means_its_family() -> None:
    canvas = Canvas()
    canvas.text("Grønt: i drift", 0.1, 0.9)
    canvas.text("Gult: under arbeid", 0.3, 0.9)
    assert legend(canvas).status(fill="#70AD47").status is Status.IN_OPERATION


def test_a_word_that_is_not_known_is_reported_and_tells_no_status() -> None:
    canvas = patches()
    canvas.area(0.7, 0.9, 0.02, 0.03, "#7030A0")
    canvas.text("Krumspring", 0.725, 0.9)
    found = legend(canvas)
    told = found.status(fill="#7030A0")
    assert (told.status, told.text) == (None, "Krumspring")
    assert [p.code for p in found.problems(1)] == [Code.LEGEND_UNKNOWN]


def test_dots_beside_measures_are_no_legend() -> None:
    canvas = Canvas()
    for i in range(4):
        canvas.area(0.1, 0.2 + i * 0.1, 0.012, 0.02, GREEN if i % 2 else BLUE, "ellipse")
        canvas.text(f"Ny løsning for område {'abcd'[i]}", 0.12, 0.195 + i * 0.1)
    assert not legend(canvas).entries


def test_columns_of_a_board_are_no_legend() -> None:
    canvas = Canvas()
    for i, (word, fill) in enumerate((("Planlagt", BLUE), ("Pågår", GREEN), ("Ferdig", GREY))):
        canvas.box(word, 0.05 + i * 0.31, 0.15, 0.19, 0.05, fill=fill)
        canvas.box(f"Tiltak {'abc'[i]}", 0.05 + i * 0.31, 0.3, 0.19, 0.1)
    assert not legend(canvas).entries


def test_a_page_without_a_legend_borrows_the_nearest_status_legend() -> None:
    first, second = patches(), Canvas(2)
    second.box("Noe", 0.1, 0.2, 0.2, 0.1, fill=GREEN)
    deck = deck_of(first, second)
    borrowed = legend_of(deck.pages[1], deck)
    assert not borrowed.own
    assert borrowed.status(fill=GREEN).status is Status.ONGOING


def test_colours_may_stand_for_organisations() -> None:
    canvas = Canvas()
    for i, (fill, word) in enumerate(((GREEN, "Helse Nord"), (BLUE, "Helse Vest"))):
        canvas.area(0.1 + i * 0.2, 0.9, 0.02, 0.03, fill)
        canvas.text(word, 0.125 + i * 0.2, 0.9)
    assert legend(canvas).status(fill=BLUE).owners == ("HV",)


def test_patches_of_one_fill_are_told_apart_by_their_outlines() -> None:
    canvas = Canvas()
    for i, (outline, word) in enumerate(((GREEN, "Pågår"), ("#FFC000", "Planlagt"))):
        canvas.area(0.1 + i * 0.2, 0.9, 0.02, 0.03, "#404040", outline=outline)
        canvas.text(word, 0.125 + i * 0.2, 0.9)
    assert legend(canvas).status(fill="#404040", outline="#FFC000").status is Status.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "Grønt: pågår Hvitt: ikke startet",
        "Grønne bokser er påbegynt, hvite er ikke startet",
        "Grønn = i gang; hvit = ikke startet",
    ],
)
def test_one_sentence_may_name_several_colours(text: str) -> None:
    canvas = Canvas()
    canvas.text(text, 0.1, 0.9)
    found = legend(canvas)
    assert found.status(fill="#70AD47").status is Status.ONGOING
    assert found.status(fill="#FFFFFF").status is Status.NOT_STARTED


def test_a_patch_shows_the_colour_that_its_words_name() -> None:
    canvas = Canvas()
    for i, (outline, word) in enumerate((("#76B041", "Grønn ramme: i gang"), ("#00718F", "Blå ramme: planlagt"))):
        canvas.area(0.1 + i * 0.3, 0.9, 0.03, 0.03, "#FFFFFF", outline=outline)
        canvas.text(word, 0.14 + i * 0.3, 0.9)
    found = legend(canvas)
    assert found.status(fill="#FFFFFF", outline="#00718F").status is Status.PLANNED  # more teal than blue
    assert found.status(fill="#FFFFFF", outline="#76B041").status is Status.ONGOING


def test_full_and_hollow_dots_of_one_colour_are_two_entries() -> None:
    canvas = Canvas()
    for i, (fill, word) in enumerate(((GREEN, "Levert"), ("#FFFFFF", "Planlagt"))):
        canvas.area(0.1 + i * 0.2, 0.9, 0.02, 0.03, fill, "ellipse", GREEN)
        canvas.text(word, 0.125 + i * 0.2, 0.9)
    found = legend(canvas)
    assert found.status(mark=GREEN, shape="ellipse").status is Status.DONE
    assert found.status(mark="#FFFFFF", shape="ellipse").status is Status.PLANNED


def test_patches_in_a_column_right_of_their_words() -> None:
    canvas = Canvas()
    canvas.text("Ferdig\nPågår\nPlanlagt", 0.07, 0.3, w=0.1, h=0.09)
    for i, fill in enumerate((GREY, GREEN, BLUE)):
        canvas.area(0.37, 0.3 + i * 0.03, 0.06, 0.03, fill)
    assert [legend(canvas).status(fill=f).status for f in (GREY, GREEN, BLUE)] == [
        Status.DONE,
        Status.ONGOING,
        Status.PLANNED,
    ]


@pytest.mark.parametrize(
    "blocks",
    [
        table([["", "Ferdig"], ["", "Pågår"]], fills={(0, 0): GREY, (1, 0): GREEN}),
        table([["Fargeforklaring", ""], ["Ferdig", ""], ["Pågår", ""]], fills={(1, 1): GREY, (2, 1): GREEN}),
        table([["Ferdig", "Pågår"]], fills={(0, 0): GREY, (0, 1): GREEN}),
    ],
)
def test_a_key_laid_out_as_a_table(blocks: list) -> None:  # type: ignore[type-arg]
    whole = deck(slide(blocks))
    found = legend_of(whole.pages[0], whole)
    assert (found.status(fill=GREY).status, found.status(fill=GREEN).status) == (Status.DONE, Status.ONGOING)


def test_a_table_of_measures_with_painted_statuses_is_no_key() -> None:
    rows = [["Tiltak", "Status"], ["Felles timebok", "Ferdig"], ["Chat", "Pågår"], ["Tolk", "Pågår"]]
    whole = deck(slide(table(rows, fills={(1, 1): GREY, (2, 1): GREEN, (3, 1): GREEN})))
    assert not legend_of(whole.pages[0], whole).entries


def test_a_denied_status_word_is_no_status() -> None:
    canvas = Canvas()
    for i, (fill, word) in enumerate(((GREEN, "Levert"), (BLUE, "Ikke levert i år"), (GREY, "Ikkje avgjort"))):
        canvas.area(0.1 + i * 0.2, 0.9, 0.02, 0.03, fill)
        canvas.text(word, 0.125 + i * 0.2, 0.9)
    found = legend(canvas)
    assert [answer.status for fill in (GREEN, BLUE, GREY) if (answer := found.status(fill))] == [
        Status.DONE,
        None,
        Status.UNDER_CONSIDERATION,
    ]


@pytest.mark.parametrize(
    ("paints", "suits"),
    [
        ([GREEN, BLUE, GREEN], True),
        ([GREEN, GREY, BLUE, "#FFFFFF"], True),
        ([GREEN, GREEN], False),
        ([GREEN, BLUE, "#FFC000"], False),
        ([], False),
    ],
    ids=["two of its entries", "all of them", "only one", "a colour that it lacks", "no colour"],
)
def test_a_legend_of_another_page_must_suit_what_is_painted(paints: list[str], *, suits: bool) -> None:
    own = legend(patches())
    borrowed = Legend(own.entries, own=False, page=1)
    assert borrowed.suits([(paint, borrowed.status(fill=paint)) for paint in paints]) is suits
    assert own.suits([])


@pytest.mark.parametrize(
    ("signs", "y", "known"), [((GREEN, BLUE), 0.92, True), ((GREEN, GREEN), 0.92, False), ((GREEN, BLUE), 0.4, False)]
)
def test_a_key_low_on_the_page_explains_kinds_of_signs_above(signs: tuple[str, ...], y: float, known: bool) -> None:
    canvas = Canvas()
    for i, fill in enumerate(signs):
        canvas.area(0.2 + 0.3 * i, 0.3, 0.02, 0.03, fill, "ellipse")
        canvas.text(f"Felles innsikt {i}", 0.23 + 0.3 * i, 0.3)
    for i, (fill, word) in enumerate(((GREEN, "Tjeneste"), (BLUE, "Plattform"))):
        canvas.area(0.1 + i * 0.2, y, 0.02, 0.03, fill, "ellipse")
        canvas.text(word, 0.125 + i * 0.2, y)
    assert {e.text for e in legend(canvas).entries} == ({"Tjeneste", "Plattform"} if known else set())


def test_hatching_in_pieces_is_one_entry_of_its_word() -> None:
    canvas = patches()
    for piece in range(3):
        canvas.area(0.101 + 0.005 * piece, 0.905, 0.003, 0.02, DARK_GREEN)
    assert [e.colour for e in legend(canvas).entries if e.text == "Pågår"] == [GREEN]


def test_a_hollow_patch_in_the_colour_of_a_full_one_explains_hollow_boxes() -> None:
    canvas = Canvas()
    for i, (fill, word) in enumerate(((GREEN, "Ferdig"), (BLUE, "Pågår"), ("#FFFFFF", "Under vurdering"))):
        canvas.area(0.1 + i * 0.2, 0.9, 0.02, 0.03, fill, outline="" if i < 2 else BLUE)
        canvas.text(word, 0.125 + i * 0.2, 0.9)
    told = legend(canvas)
    hollow = Status.UNDER_CONSIDERATION
    assert [told.status(fill=fill, outline=BLUE).status for fill in ("#FFFFFF", "", BLUE)] == [
        hollow,
        hollow,
        Status.ONGOING,
    ]


@pytest.mark.parametrize("flush", [0.1, 0.104])
def test_a_key_in_one_row_below_the_dots_that_it_explains(flush: float) -> None:
    canvas = patches()
    for row, fill in enumerate((GREEN, BLUE, GREEN)):
        canvas.area(flush, 0.66 + 0.08 * row, 0.02, 0.03, fill)
        canvas.text(f"Felles logg {row}", 0.13, 0.66 + 0.08 * row)
    assert {e.text for e in legend(canvas).entries} == {"Pågår", "Planlagt", "Fullført"}


def test_a_key_that_was_read_as_the_last_row_of_a_table() -> None:
    rows = [["Tiltak", "Eier"], ["Felles logg", "KS"], ["I drift", "Pågår"]]
    canvas = Canvas()
    for i, fill in enumerate((GREEN, BLUE)):
        canvas.area(0.04 + 0.45 * i, 0.37, 0.015, 0.02, fill, "ellipse")
    page = slide([*table(rows), *canvas.blocks])
    known = legend_of(page, deck(page))
    assert {e.text: e.status for e in known.entries} == {"I drift": Status.IN_OPERATION, "Pågår": Status.ONGOING}


def test_colours_may_stand_for_codes_with_names_behind_them() -> None:
    canvas = Canvas()
    words = ((GREEN, "KIR Kirurgisk klinikk"), (BLUE, "MED Medisinsk klinikk"), ("#E0A030", "KIR og MED sammen"))
    for i, (fill, word) in enumerate(words):
        canvas.area(0.1 + i * 0.25, 0.9, 0.02, 0.03, fill)
        canvas.text(word, 0.125 + i * 0.25, 0.9)
    found = legend(canvas)
    assert [found.status(fill=fill).owners for fill, _ in words] == [("KIR",), ("MED",), ("KIR", "MED")]


def test_entries_of_a_column_may_stand_far_apart_where_they_are_tall() -> None:
    canvas = Canvas()
    for row, (fill, word) in enumerate(((GREEN, "Helse Nord"), (BLUE, "Helse Vest"), (GREY, "NHN"))):
        canvas.area(0.75, 0.3 + 0.17 * row, 0.035, 0.06, fill)
        canvas.text(word, 0.8, 0.3 + 0.17 * row, h=0.06)
    assert legend(canvas).status(fill=BLUE).owners == ("HV",)


def test_colours_may_stand_for_organisations_with_their_codes_behind_them() -> None:
    canvas = Canvas()
    words = ("Direktoratet for pasientflyt (DPF)", "Norsk Pasientnett (NPN)", "Helsekontoret (HEK)")
    for i, (fill, word) in enumerate(zip((GREEN, BLUE, GREY), words, strict=True)):
        canvas.area(0.1 + i * 0.3, 0.9, 0.02, 0.03, fill)
        canvas.text(word, 0.125 + i * 0.3, 0.9)
    assert [legend(canvas).status(fill=fill).owners for fill in (GREEN, GREY)] == [("DPF",), ("HEK",)]
