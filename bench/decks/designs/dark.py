"""16: a dark theme, light type, outlines as status, lane labels turned, shapes in nested groups."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

BARS = (
    (0, 0, 0, 1, 0),
    (0, 1, 1, 3, 1),
    (0, 0, 2, 2, 1),
    (1, 0, 0, 2, 0),
    (1, 1, 0, 0, 0),
    (1, 1, 2, 3, 1),
    (2, 0, 0, 3, 0),
    (2, 1, 1, 1, 1),
    (2, 1, 3, 3, 1),
)


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d16-moerk-{v.number}"
    c, gold = v.canvas(dark=True), Gold(stem)
    furniture.front(c, v, v.pick("Teknologiplan", "IKT-veikart"), "Helse Vest IKT", "Arkitekturforum")
    furniture.architecture(c, v)
    _lanes(c, v, gold)
    furniture.organisation(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _lanes(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Teknologiplan 4 år", "Veikart for plattformen"))
    lanes = v.pick(("Kliniske systemer", "Integrasjon", "Sikkerhet"), ("Arbeidsflate", "Data", "Nett"))
    with c.group(0.5):
        for n in range(4):
            c.box(13 + 21 * n, 14, 20, 5, str(v.first_year + n), fill="accent1", size=13, bold=True, colour="FFFFFF")
    for n, lane in enumerate(lanes):
        with c.group(1.25):
            # a turned box: its place before turning lies crosswise
            c.box(
                6.5 - 6.2,
                30.5 + 22 * n - 3 + 0.2,
                14,
                6,
                lane,
                fill="accent6",
                size=11,
                bold=True,
                turn=270,
                colour="FFFFFF",
            )
            c.line(12, 42.5 + 22 * n, 97, 42.5 + 22 * n, "7F7F7F")
            with c.group(0.6):
                for row, first, last, status in [b[1:] for b in BARS if b[0] == n]:
                    (what,) = v.take(1, 32 if last == first else 60)
                    c.box(
                        13.5 + 21 * first,
                        21.5 + 22 * n + 10 * row,
                        21 * (last - first + 1) - 2,
                        8,
                        what.title,
                        fill="404040",
                        size=11,
                        line="92D050" if status == 0 else "FFC000",
                        weight=2.5,
                        dash=status == 1,
                        colour="FFFFFF",
                    )
                    gold.add(
                        page,
                        "moerk",
                        what,
                        period=(v.first_year + first, v.first_year + last),
                        status=("ongoing", "planned")[status],
                        group=lane,
                    )
    words = v.pick(("Pågår", "Planlagt"), ("Under arbeid", "Planlegges"))
    for n, colour in enumerate(("92D050", "FFC000")):
        c.box(14 + 20 * n, 88, 4, 3.4, fill="404040", line=colour, weight=2.5, dash=n == 1)
        c.text(18.6 + 20 * n, 87.6, 14, 4, words[n], size=10, colour="FFFFFF")
    furniture.foot(c)
