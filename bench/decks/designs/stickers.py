"""8: bullets in two columns under headings of categories, with stickers of organisations beside them."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

STICKERS = (
    ("Helse Nord", "HN"),
    ("HSØ", "HSØ"),
    ("Helsedirektoratet", "HDIR"),
    ("KS", "KS"),
    ("Oslo kommune", "OSLO"),
    ("NHN", "NHN"),
)


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d08-lister-klistrelapper-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Innspill til felles plan", "Behov meldt inn"), "Direktoratet for e-helse", "Arbeidsmøte 2"
    )
    furniture.agenda(c, v)
    _lists(
        c,
        v,
        gold,
        v.pick("Innmeldte behov fra sektoren", "Forslag til nye tiltak"),
        v.pick(
            ("Før besøket", "Under besøket", "Etter besøket", "På tvers"),
            ("Innbygger", "Helsepersonell", "Leder", "Forsker"),
        ),
    )
    _lists(
        c,
        v,
        gold,
        v.pick("Innmeldte behov, fortsettelse", "Forslag til nye tiltak (2)"),
        v.pick(("Barn og unge", "Eldre", "Psykisk helse", "Akutt"), ("Sykehus", "Kommune", "Fastlege", "Tannhelse")),
    )
    furniture.organisation(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _lists(c: Canvas, v: Variant, gold: Gold, title: str, headings: tuple[str, ...]) -> None:
    page = c.add_page(title)
    pitch = 7.0  # one bullet of one line, with its gap
    for number, heading in enumerate(headings):
        x, y = 4 + 49 * (number // 2), 15 + 39 * (number % 2)
        c.text(x, y, 40, 5.5, heading, size=16, bold=True, colour="accent1")
        items = v.take(4, 34)
        for row, what in enumerate(items):
            c.bullets(x, y + 6 + pitch * row, 33, pitch, [what.title], size=v.pick(14, 12))
        tilt = v.pick(0, -4)
        shared = number % 2 == 1
        owners: list[list[str]] = [[], [], [], []]
        for place, row in enumerate((0, 2)):
            name, code = STICKERS[(2 * number + place + page) % len(STICKERS)]
            between = shared and place == 1
            middle = y + 6 + pitch * (row + (1.0 if between else 0.46))
            c.box(x + 34, middle - 2.2, 11.5, 4.4, name, fill="FFE699", size=9, turn=tilt, shape="rect")
            owners[row] = [code]
            if between:
                owners[row + 1] = [code]
        for row, what in enumerate(items):
            unsure = ["owners"] if shared and row >= 2 else []
            gold.add(page, "lister", what, owners=owners[row], group=heading, role="proposal", unsure=[*unsure, "role"])
    furniture.foot(c, "Gule lapper viser hvem som har meldt inn behovet")
