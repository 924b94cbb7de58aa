"""17: the colour of the type is the status, told by a sentence below."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

INKS = (("00803C", "ongoing"), ("0055B8", "planned"), ("595959", "not_started"))
CELLS = (
    (0, 0, 1, 0),
    (0, 1, 1, 1),
    (0, 2, 1, 2),
    (1, 0, 2, 0),
    (1, 2, 1, 1),
    (2, 0, 1, 0),
    (2, 1, 2, 1),
    (3, 0, 3, 0),
    (4, 1, 1, 2),
    (4, 2, 1, 2),
)


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d17-tekstfarger-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c,
        v,
        v.pick("Digitale pasienttjenester", "Plan for nettbaserte tjenester"),
        "Helse Midt-Norge",
        "Brukerutvalget",
    )
    furniture.survey(c, v)
    _page(c, v, gold)
    furniture.contacts(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _page(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Våre planer – Helse Midt-Norge", "Pasienttjenester i Helse Midt-Norge"))
    y = v.first_year
    for n, label in enumerate((f"{y} - {y + 1}", f"{y + 2} - {y + 3}", f"{y + 4} →")):
        c.box(
            4 + 31 * n,
            15,
            31,
            7,
            label,
            fill="tx2",
            colour="FFFFFF",
            size=13,
            bold=True,
            shape=v.pick("pentagon", "rect"),
        )
    for row, first, span, ink in CELLS:
        (what,) = v.take(1, 52)
        colour, status = INKS[ink]
        box = c.box(
            5 + 31 * first,
            25 + 11 * row,
            31 * span - 3,
            8.6,
            what.title,
            line="8EA9C8",
            fill="FFFFFF",
            size=12,
            bold=True,
            colour=colour,
            shape="round",
        )
        box.name = f"Boks {row}"
        start = y + 2 * first
        end = None if first + span == 3 else y + 2 * (first + span) - 1
        gold.add(page, "tekstfarger", what, owners=["HMN"], period=(start, end), status=status)
    words = v.pick(
        ("Grønn tekst – arbeidet er i gang", "Blå tekst – planlagt", "Grå tekst – ikke påbegynt"),
        (
            "Grønn skrift betyr at arbeidet er startet.",
            "Blå skrift er planlagte tiltak.",
            "Grå skrift er ikke startet.",
        ),
    )
    for n, (colour, _) in enumerate(INKS):
        c.text(5 + 30 * n, 83, 30, 4, words[n], size=10, colour=colour, bold=True)
    furniture.foot(c)
