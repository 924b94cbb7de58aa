"""18: Danish (variant 0) and Swedish (variant 1): a roadmap of half-years and a table."""

from dataclasses import replace
from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

BARS = ((0, 0, 1, 0), (0, 2, 3, 1), (1, 0, 2, 0), (1, 3, 3, 2), (2, 1, 2, 1), (2, 0, 0, 0), (3, 1, 3, 2))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    v = replace(v, language=v.pick("da", "sv"))
    stem = f"d18-nordisk-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c,
        v,
        v.pick("Køreplan for digital sundhed", "Färdplan för digital vård"),
        v.pick("Region Sjælland", "Region Skåne"),
        v.pick("Maj", "Maj"),
    )
    furniture.agenda(c, v)
    _bars(c, v, gold)
    _table(c, v, gold)
    furniture.background(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _bars(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Overblik over indsatser", "Översikt över insatser"))
    lanes = v.pick(
        ("Borgeren", "Sundhedsprofessionelle", "Data", "Teknik"), ("Invånare", "Medarbetare", "Data", "Teknik")
    )
    words = v.pick(("I gang", "Planlagt", "Under overvejelse"), ("Pågår", "Planerad", "Övervägs"))
    fills = (("accent2", "ongoing"), ("accent3", "planned"), ("BFBFBF", "under_consideration"))
    halves = v.pick(("1. halvår", "2. halvår"), ("H1", "H2"))
    for n in range(4):
        c.box(
            18 + 20 * n,
            14,
            19.6,
            5,
            f"{halves[n % 2]} {v.first_year + n // 2}",
            fill="accent1",
            colour="FFFFFF",
            size=11,
            bold=True,
        )
    for n, lane in enumerate(lanes):
        c.box(2, 20.5 + 16 * n, 15, 15, lane, fill="bg2", size=12, bold=True)
    for lane, first, last, fill in BARS:
        (what,) = v.take(1, 30 if first == last else 60)
        row = 1 if (lane, first) in ((2, 0), (1, 3)) else 0
        colour, status = fills[fill]
        c.box(
            18.4 + 20 * first,
            21.2 + 16 * lane + 7.2 * row,
            20 * (last - first + 1) - 1.2,
            6.2,
            what.title,
            fill=colour,
            size=10,
        )
        a, b = v.first_year + first // 2, v.first_year + last // 2
        days = (f"{a}-{'07' if first % 2 else '01'}-01", f"{b}-{'12-31' if last % 2 else '06-30'}")
        gold.add(page, "halvaar", what, period=(a, b), days=days, status=status, group=lanes[lane])
    for n, (colour, _) in enumerate(fills):
        c.box(18 + 20 * n, 87.5, 3, 3, fill=colour)
        c.text(21.5 + 20 * n, 86.8, 15, 4, words[n], size=10)
    furniture.foot(c)


def _table(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Indsatser og ansvar", "Insatser och ansvar"))
    rows = [
        v.pick(("Indsats", "Ansvarlig", "Start", "Slut", "Status"), ("Insats", "Ansvarig", "Start", "Slut", "Status"))
    ]
    states = v.pick((("I gang", "ongoing"), ("Afsluttet", "done")), (("Pågår", "ongoing"), ("Avslutad", "done")))
    owner = v.pick("Region Sjælland", "Region Skåne")
    for n, what in enumerate(v.take(6)):
        word, status = states[n % 2]
        year = v.first_year - n % 2
        rows.append((what.title, owner, str(year), str(year + 1), word))
        gold.add(page, "tabel", what, owners=[owner], period=(year, year + 1), status=status)
    c.table(4, 16, [42, 20, 9, 9, 13], rows, height=8, size=12)
    furniture.foot(c)
