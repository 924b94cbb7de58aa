"""Letters and glyphs that the page explains tell the status of what they stand on."""

import pytest

from extract.layout.signs import explained, signs_of
from extract.layout.things import things_of
from extract.recognisers.drawn.timeline import timeline
from tests.extract.scenes import Canvas, by_title, deck_of, told
from veikart.core.records import Field, Status
from veikart.core.vocabulary import load_vocabulary


def plan() -> Canvas:
    canvas = Canvas()
    canvas.title("Veikart")
    for n, year in enumerate(("2025", "2026", "2027")):
        canvas.box(year, 0.1 + 0.2 * n, 0.12, 0.2, 0.05, fill="#7755AA")
    return canvas


def test_letters_on_boxes() -> None:
    canvas = plan()
    for n, (name, letter) in enumerate([("Felles kalender", "A"), ("Digital samtykke", "P"), ("Sikker dialog", "A")]):
        canvas.box(name, 0.1 + 0.2 * n, 0.2 + 0.15 * n, 0.19, 0.1, fill="#FFFFFF", outline="#7755AA")
        canvas.box(letter, 0.26 + 0.2 * n, 0.19 + 0.15 * n, 0.03, 0.05, fill="#EEAA22", shape="ellipse")
    for n, (letter, word) in enumerate([("A", "Under arbeid"), ("P", "Planlagt")]):
        canvas.box(letter, 0.1 + 0.2 * n, 0.85, 0.03, 0.05, fill="#EEAA22", shape="ellipse")
        canvas.text(word, 0.14 + 0.2 * n, 0.86)
    found = by_title(timeline(canvas.page, deck_of(canvas)))
    assert {name: told(d, Field.STATUS) for name, d in found.items()} == {
        "Felles kalender": Status.ONGOING,
        "Digital samtykke": Status.PLANNED,
        "Sikker dialog": Status.ONGOING,
    }
    assert told(found["Digital samtykke"], Field.STATUS_TEXT) == "P = Planlagt"


def test_glyphs_before_titles_and_lanes_at_the_right() -> None:
    canvas = plan()
    for n, (name, lane) in enumerate([("▶ Felles kalender", "Data"), ("○ Digital samtykke", "Drift")]):
        canvas.box(name, 0.1 + 0.2 * n, 0.25 + 0.2 * n, 0.19, 0.1, fill="#CCDDEE")
        canvas.text(lane, 0.85, 0.28 + 0.2 * n)
    canvas.text("✓ ferdig  ▶ under arbeid  ○ planlagt", 0.1, 0.9)
    found = by_title(timeline(canvas.page, deck_of(canvas)))
    said = [(told(d, Field.STATUS), told(d, Field.GROUP)) for d in found.values()]
    assert said == [(Status.ONGOING, "Data"), (Status.PLANNED, "Drift")]


@pytest.mark.parametrize("text", ["✓ ferdig", "A Under arbeid", "se ✓ ferdig ○ planlagt", "✓ kaffe ○ planlagt"])
def test_what_explains_no_signs(text: str) -> None:
    canvas = Canvas()
    canvas.text(text, 0.1, 0.5)
    things = things_of(canvas.page, deck_of(canvas))
    assert signs_of(things, load_vocabulary()) == ({}, ())


def test_counts_and_signs_beside_headings_alone_explain_nothing() -> None:
    canvas = Canvas()
    for n, (sign, word) in enumerate([("3", "Planlagt"), ("4", "Pågår"), ("A", "Planlagt"), ("B", "Pågår")]):
        canvas.text(sign, 0.1, 0.2 + 0.1 * n, w=0.02)
        canvas.text(word, 0.13, 0.2 + 0.1 * n)
    things = things_of(canvas.page, deck_of(canvas))
    assert signs_of(things, load_vocabulary()) == ({}, ())


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("✓ Ferdig ► Underveis ○ Ikke startet", ["✓", "►", "○"]),  # words that tell a status in a key alone
        ("✓ Ferdig ► Avvik ✗ Stanset", ["✓", "►", "✗"]),  # two words tell none
        ("✓ Ferdig ► Vi har fått mye ut av arbeidet ○ Planlagt", []),
    ],
)
def test_lines_that_explain_signs(line: str, pairs: list[str]) -> None:
    assert [sign for sign, _ in explained(line, load_vocabulary())] == pairs
