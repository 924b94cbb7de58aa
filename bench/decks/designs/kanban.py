"""4: a board, columns named by status, cards with title, owner chip and year."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

COLUMNS = ("under_consideration", "planned", "ongoing", "in_operation")
CARDS = (3, 4, 4, 3)
CHIPS = (("HN", "HN"), ("NHN", "NHN"), ("HSØ", "HSØ"), ("KS", "KS"), ("HV", "HV"), ("Oslo", "OSLO"))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d04-tavle-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Porteføljestatus", "Status i prosjektporteføljen"), "Norsk helsenett", "Juni")
    furniture.agenda(c, v)
    for part in v.pick(
        ("Porteføljen på ett ark", "Tavle: kommunesporet"), ("Vi jobber med dette nå", "Tavle – sykehussporet")
    ):
        _board(c, v, gold, part)
    furniture.background(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _board(c: Canvas, v: Variant, gold: Gold, title: str) -> None:
    page = c.add_page(title)
    if page == 3:
        furniture.watermark(c, v)
    heads = v.pick(
        ("Under vurdering", "Planlagt", "Pågår", "I drift"), ("Vurderes", "I plan", "Under arbeid", "Satt i drift")
    )
    for n, status in enumerate(COLUMNS):
        x = 3 + 23.8 * n
        c.box(x, 14, 22.6, 78, fill=v.pick("bg2", "F2F2F2"), shape=v.pick("rect", "round"))
        c.text(x + 1, 15, 16, 5, heads[n], size=14, bold=True, colour="accent1")
        c.box(x + 18.2, 15.2, 3.4, 4.2, str(CARDS[n]), shape="dot", fill="accent6+40", size=9)
        for row in range(CARDS[n]):
            (what,) = v.take(1, 58)
            name, code = CHIPS[(row + 2 * n + page) % len(CHIPS)]
            year = v.first_year + (row + n) % 3
            y = 22 + 16.8 * row
            with c.group(0.8):
                c.box(x + 1, y, 20.6, 15, line="BFBFBF", fill="FFFFFF")
                c.box(x + 1, y, 0.6, 15, fill=f"accent{1 + row % 4}")
                c.text(x + 2, y + 0.6, 19, 8.6, what.title, size=11)
                c.box(x + 2.2, y + 10, 5, 3.6, name, fill="accent1", colour="FFFFFF", size=9, shape="round")
                c.text(x + 14, y + 10, 7, 3.8, str(year), size=9, align="r", colour="7F7F7F")
            gold.add(page, "tavle", what, owners=[code], period=(year, year), status=status)
    furniture.foot(c)
