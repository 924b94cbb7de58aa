"""43: years at the foot, lanes named at the right, flags with a glyph that tells the status."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.gold import Gold
from bench.decks.variant import Variant

BARS = (
    (0, 0, 0, 1),
    (0, 1, 2, 3),
    (0, 1, 0, 0),
    (1, 0, 0, 2),
    (1, 1, 1, 1),
    (1, 1, 2, 3),
    (2, 0, 1, 3),
    (2, 1, 0, 1),
    (2, 1, 3, 3),
)
GLYPHS = (("✓", "done"), ("▶", "ongoing"), ("○", "planned"))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d43-akse-nederst-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Mot felles plattform", "Plattformplan"), "Universitetssykehuset Nord-Norge", "Direktørmøte"
    )
    furniture.survey(c, v)
    page = c.add_page(v.pick("Plattformløpet", "Veien videre"))
    lanes = v.pick(("Brukerflate", "Kjerne", "Drift"), ("Apper", "Data", "Sikkerhet"))
    for n in range(4):
        c.box(4 + 20 * n, 80, 19.6, 5, str(v.first_year + n), fill="tx2", colour="FFFFFF", size=13, bold=True)
        c.line(4 + 20 * n, 16, 4 + 20 * n, 80, "D0D0D0", dash=True)
    for n, lane in enumerate(lanes):
        c.text(85, 16 + 21 * n, 13, 18, lane, size=13, bold=True, anchor="m", colour=f"accent{n + 1}")
        c.line(4, 36.4 + 21 * n, 97, 36.4 + 21 * n, "D0D0D0")
    for lane, row, first, last in BARS:
        (what,) = v.take(1, 30 if first == last else 56)
        glyph, status = GLYPHS[0 if last == 0 else 2 if first >= 2 else 1]
        text = f"{glyph} {what.title}" if v.number % 2 == 0 else f"{what.title} {glyph}"
        c.box(
            4.3 + 20 * first,
            17 + 21 * lane + 9.4 * row,
            20 * (last - first + 1) - 1,
            8.2,
            text,
            fill=f"accent{lane + 1}+80",
            size=11,
            align="l",
        )
        gold.add(
            page,
            "plattform",
            what,
            period=(v.first_year + first, v.first_year + last),
            status=status,
            group=lanes[lane],
        )
    c.text(4, 87.5, 70, 4, "✓ ferdig    ▶ under arbeid    ○ planlagt", size=11)
    furniture.foot(c)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)
