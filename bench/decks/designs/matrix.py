"""24: a matrix of cost and benefit with numbered bubbles, and the numbered list that names them."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

PLACES = ((12, 24), (30, 30), (20, 44), (40, 22), (34, 52), (14, 62), (44, 66), (26, 70))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d24-prioritering-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Prioritering av tiltak", "Hva bør vi gjøre først?"), "KS", "Samling for kommunene")
    furniture.agenda(c, v)
    _matrix(c, v, gold)
    furniture.survey(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _matrix(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Prioriterte tiltak", "Nytte og kostnad for foreslåtte tiltak"))
    c.line(7, 84, 52, 84, "404040", weight=2, arrow=True)
    c.line(7, 84, 7, 16, "404040", weight=2, arrow=True)
    c.line(29, 16, 29, 84, "BFBFBF", dash=True)
    c.line(7, 50, 52, 50, "BFBFBF", dash=True)
    c.text(36, 85, 16, 4, v.pick("Kostnad", "Ressursbruk"), size=11, align="r")
    c.text(0.5, 46, 9, 4, "Nytte", size=11, turn=-90, align="c")
    for text, x, y in (("Lavthengende frukt", 8, 17), ("Store løft", 30, 17), ("Vent", 8, 78), ("Unngå", 30, 78)):
        c.text(x, y, 18, 4, text, size=10, colour="7F7F7F")
    lines = []
    for n, what in enumerate(v.take(8, 52)):
        x, y = PLACES[n]
        c.box(x, y, 3.6, 6, str(n + 1), shape="dot", fill=f"accent{1 + n % 3}", colour="FFFFFF", size=11, bold=True)
        lines.append(f"{n + 1}. {what.title}")
        gold.add(page, "matrise", what, unsure=("role",))
    if v.number % 2 == 0:
        c.text(56, 20, 41, 66, "\n".join(lines), size=14)
    else:
        c.table(56, 16, [5, 36], [("Nr", "Tiltak"), *(tuple(line.split(". ", 1)) for line in lines)], height=7, size=11)
    furniture.foot(c)
