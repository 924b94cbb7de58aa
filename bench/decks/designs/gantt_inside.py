"""3: labels inside the bars, milestones as diamonds with text beside them, months or halves above."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold, quarters
from bench.decks.variant import Variant

LEFT, WIDTH = 16.0, 81.0
# (lane, row, first quarter, last quarter)
BARS = (
    (0, 0, 0, 3),
    (0, 0, 4, 7),
    (0, 1, 2, 5),
    (1, 0, 1, 6),
    (1, 1, 0, 2),
    (1, 1, 4, 7),
    (2, 0, 0, 7),
    (2, 1, 0, 4),
    (3, 0, 3, 7),
    (3, 1, 0, 3),
)
DIAMONDS = ((0, 1, 6, "lansering"), (2, 1, 5, "beslutning"), (3, 1, 4, "pilot"))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d03-gantt-inni-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Gjennomføringsplan", "Program Digital samhandling"), "Helse Nord", "Programstyret 3. mai"
    )
    furniture.organisation(c, v)
    _plan(c, v, gold)
    furniture.background(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _plan(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Gjennomføringsplan med milepæler", "Plan for gjennomføring"))
    lanes = v.pick(
        ("Pasient", "Klinikk", "Teknologi", "Endring"), ("Tjenester", "Samhandling", "Plattform", "Opplæring")
    )
    step, height = WIDTH / 8, 17.0
    for n in range(8):
        c.text(
            LEFT + step * n,
            14,
            step,
            4,
            f"{v.pick('Q', 'Kv. ')}{n % 4 + 1} {v.first_year + n // 4}",
            size=9,
            bold=True,
            align="c",
        )
        c.line(LEFT + step * n, 18, LEFT + step * n, 87, "BFBFBF", weight=0.5, dash=n % 4 > 0)
    for n, lane in enumerate(lanes):
        c.text(2, 19 + height * n, 13, height, lane, size=13, bold=True, anchor="m", colour=f"accent{n + 1}")
        c.line(2, 19 + height * (n + 1) - 0.8, 97, 19 + height * (n + 1) - 0.8, "D9D9D9")
    for lane, row, first, end in BARS:
        length = end - first + 1
        (what,) = v.take(1, 28 if length < 4 else 55)
        x, y = LEFT + step * first + 0.3, 20 + height * lane + 8 * row
        c.box(
            x,
            y,
            step * length - 0.6,
            6.4,
            what.title,
            fill=f"accent{lane + 1}+40",
            shape="pentagon",
            size=10,
            align="l",
        )
        years, days = quarters(v.first_year, first, end)
        gold.add(page, "gantt", what, period=years, days=days, group=lanes[lane])
    for lane, row, quarter, word in DIAMONDS:
        x, y = LEFT + step * (quarter + 0.5), 20 + height * lane + 8 * row
        c.box(x, y + 1, 2, 4, shape="diamond", fill="C00000")
        c.text(x + 2, y + 0.8, 10, 5, f"{v.pick('Milepæl', 'MP')}: {word}", size=9, anchor="m")
    c.box(60, 88.5, 1.4, 2.6, shape="diamond", fill="C00000")
    c.text(62, 87.8, 20, 4, "Milepæl", size=9)
    furniture.foot(c)
