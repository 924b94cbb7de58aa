from dataclasses import replace
from typing import Any

import pytest

from extract.layout.cards import cards_of, is_name, without_remarks
from extract.layout.things import things_of
from tests.extract.scenes import Canvas, deck_of
from veikart.core.blocks import Span
from veikart.core.vocabulary import load_vocabulary

SEVERAL = ["Felles kalender", "Nytt lager", "Raskere søk"]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (SEVERAL, SEVERAL),
        (["Rydde lager #12", "søk #7"], ["Rydde lager #12", "søk #7"]),  # each numbered
        (SEVERAL[:2], ["\n".join(SEVERAL[:2])]),  # two may be one that was broken
        (["Felles", "Digital", "Kalender"], ["Felles\nDigital\nKalender"]),  # single words
        (["Overføring til ordinær drift", "Avklaring av", "Ny kalender"], None),  # goes on
        (["Felles kalender", "for alle avdelinger", "i huset"], None),  # small letters
    ],
)
def test_paragraphs_of_a_box_that_name_one_thing_each(lines: list[str], titles: list[str] | None) -> None:
    canvas = Canvas()
    canvas.box("|".join(lines), 0.1, 0.1, 0.3, 0.3)
    deck = deck_of(canvas)
    thing = next(t for t in things_of(deck.pages[0], deck) if t.has_text)
    assert [card.title for card in cards_of(thing, deck.vocabulary)] == (titles or ["\n".join(lines)])


@pytest.mark.parametrize(
    ("look", "title"), [({}, "Systemer slås av\nhøsten 2028"), ({"size": 9.0}, "Systemer slås av")]
)
def test_a_date_in_other_letters_does_not_go_on_with_the_name(look: dict[str, float], title: str) -> None:
    canvas = Canvas()
    canvas.box("Systemer slås av|høsten 2028", 0.1, 0.1, 0.3, 0.1)
    name, date = canvas.blocks
    canvas.blocks = [name, replace(date, **look, colour="#2F75B5" if look else name.colour)]
    deck = deck_of(canvas)
    (thing,) = things_of(deck.pages[0], deck)
    assert [card.title for card in cards_of(thing, deck.vocabulary)] == [title]


@pytest.mark.parametrize(
    ("sizes", "title", "details"),
    [
        ((12.0, 16.0), "Varsel om ledig time", ["Versjon 8.2"]),  # a small line over the name
        ((16.0, 12.0), "Versjon 8.2", ["Varsel om ledig time"]),
        ((12.0, 12.0), "Versjon 8.2", ["Varsel om ledig time"]),  # bold over plain
    ],
)
def test_the_name_in_a_box_is_its_larger_line(sizes: tuple[float, float], title: str, details: list[str]) -> None:
    canvas = Canvas()
    canvas.box("Versjon 8.2|Varsel om ledig time", 0.1, 0.1, 0.3, 0.1)
    over, name = canvas.blocks
    canvas.blocks = [replace(over, size=sizes[0], bold=True), replace(name, size=sizes[1])]
    deck = deck_of(canvas)
    (thing,) = things_of(deck.pages[0], deck)
    (card,) = cards_of(thing, deck.vocabulary)
    assert (card.title, [b.text for b in card.details]) == (title, details)


def test_bold_words_that_begin_a_bullet_are_its_name() -> None:
    canvas = Canvas()
    canvas.box("• Felles timebok – se plassen din|• Nytt lager", 0.1, 0.1, 0.3, 0.1)
    first, second = canvas.blocks
    spans = (Span("Felles timebok", "", bold=True), Span(" – se plassen din", ""))
    canvas.blocks = [replace(first, spans=spans), second]
    deck = deck_of(canvas)
    (thing,) = things_of(deck.pages[0], deck)
    assert [card.title for card in cards_of(thing, deck.vocabulary)] == ["Felles timebok", "Nytt lager"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Avhengighet: alt forutsetter ny journal", False),
        ("Kilde: kommunene", False),
        ("Fullmakt: innsyn for verge", True),
    ],
)
def test_a_labelled_remark_is_no_name(text: str, *, name: bool) -> None:
    assert is_name(text, load_vocabulary()) is name


@pytest.mark.parametrize(
    ("lines", "width", "count"),
    [
        (["Felles kalender", "Nytt lager", "Raskere søk"], 0.6, 3),
        (["Felles kalender", "Nytt lager"], 0.6, 1),  # two may be one that was broken
        (["Felles kalender og", "Nytt lager", "Raskere søk"], 0.6, 1),  # goes on
        (["Felles kalender for", "Sykehusene på", "Vestlandet"], 0.13, 1),  # broken where the box was full
    ],
)
def test_lines_broken_off_though_there_was_room_name_one_thing_each(lines: list[str], width: float, count: int) -> None:
    canvas = Canvas()
    canvas.box("\n".join(lines), 0.1, 0.1, width, 0.2)
    longest = 0.008 * max(map(len, lines))
    (block,) = canvas.blocks
    assert block.box is not None
    canvas.blocks = [replace(block, box=block.box._replace(x1=block.box.x0 + min(longest, 0.97 * width)))]
    deck = deck_of(canvas)
    (thing,) = things_of(deck.pages[0], deck)
    cards = cards_of(thing, deck.vocabulary)
    assert len(cards) == count
    assert [card.part for card in cards] == ["", "/1", "/2"][:count]


@pytest.mark.parametrize(
    ("look", "titles"),
    [({"size": 9.0, "colour": "#888888"}, ["Ny portal"]), ({"colour": "#888888"}, ["Ny portal\nEtter ferien"])],
)
def test_a_smaller_and_paler_line_under_a_bullet_is_a_remark(look: dict[str, Any], titles: list[str]) -> None:
    canvas = Canvas()
    canvas.box("• Ny portal|Etter ferien", 0.1, 0.1, 0.3, 0.2)
    first, line = canvas.blocks
    canvas.blocks = [first, replace(line, **look)]
    deck = deck_of(canvas)
    (thing,) = things_of(deck.pages[0], deck)
    assert [card.title for card in cards_of(thing, deck.vocabulary)] == titles


@pytest.mark.parametrize(("size", "bullets", "count"), [(9.0, 3, 3), (11.0, 3, 4), (9.0, 1, 2)])
def test_lines_smaller_than_the_bullets_of_a_plan_are_remarks(size: float, bullets: int, count: int) -> None:
    canvas = Canvas()
    for i in range(bullets):
        canvas.box(f"• Ny portal {i}", 0.1, 0.1 + 0.2 * i, 0.3, 0.1)
    canvas.text("Etter ferien", 0.6, 0.5, size=size)
    deck = deck_of(canvas)
    cards = [card for thing in things_of(deck.pages[0], deck) for card in cards_of(thing, deck.vocabulary)]
    assert len(without_remarks(cards)) == count


def test_below_a_heading_a_line_with_a_period_tells_it_beside_a_line_that_nobody_knows() -> None:
    canvas = Canvas()
    canvas.box("Felles logg|Dataenheten\n2026–2027", 0.1, 0.1, 0.3, 0.2)
    name, lines = canvas.blocks
    canvas.blocks = [replace(name, bold=True), lines]
    deck = deck_of(canvas)
    (thing,) = things_of(deck.pages[0], deck)
    (card,) = cards_of(thing, deck.vocabulary)
    assert [meaning.period.start_iso for meaning, _ in card.facts if meaning.period] == ["2026-01-01"]
