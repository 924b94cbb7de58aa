"""1: lanes of regions on an axis of years, chips for years in the bars, a legend of fills."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

LEFT, WIDTH = 14.0, 82.0
REGIONS = (("Helse Nord", "HN"), ("Helse Midt-Norge", "HMN"), ("Helse Vest", "HV"), ("Helse Sør-Øst", "HSØ"))
FILLS = (("accent2", "ongoing"), ("accent3", "planned"), ("BFBFBF", "under_consideration"))
# (lane, row, first year, last year, fill, chip); None as last year: open
BARS = (
    (0, 0, 0, 0, 0, True),
    (0, 0, 1, 2, 1, False),
    (0, 1, 0, 1, 0, False),
    (0, 1, 3, 3, 2, False),
    (1, 0, 0, 2, 0, True),
    (1, 0, 3, 3, 1, False),
    (1, 1, 1, 1, 1, False),
    (1, 1, 2, 3, 2, True),
    (2, 0, 0, 0, 0, False),
    (2, 0, 1, 1, 0, True),
    (2, 0, 2, 2, 1, False),
    (2, 1, 1, 3, 2, False),
    (3, 0, 0, 1, 0, False),
    (3, 0, 2, 2, 1, True),
    (3, 1, 0, 0, 1, False),
    (3, 1, 1, 3, 1, False),
)


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d01-svommebaner-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c,
        v,
        v.pick("Regionale planer for digitale tjenester", "Samlet oversikt\vdigital samhandling"),
        v.pick("Helseregionene", "Interregional gruppe"),
        "Møte 12. mars",
    )
    furniture.agenda(c, v)
    furniture.background(c, v)
    _timeline(c, v, gold, v.pick("Oversikt over planlagte innføringer", "Hva kommer når i regionene?"), BARS, REGIONS)
    _timeline(
        c, v, gold, v.pick("Felles aktiviteter", "Felles aktiviteter"), BARS[4:12], (("Nasjonalt", ""), *REGIONS[1:2])
    )
    furniture.organisation(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _timeline(c: Canvas, v: Variant, gold: Gold, title: str, bars: tuple, lanes: tuple) -> None:
    page = c.add_page(title)
    column = WIDTH / 4
    for n in range(4):
        c.box(
            LEFT + column * n,
            14,
            column - 0.6,
            5,
            str(v.first_year + n),
            fill="accent1",
            colour="FFFFFF",
            shape=v.pick("pentagon", "rect"),
            size=13,
            bold=True,
        )
        if n:
            c.line(LEFT + column * n - 0.3, 20, LEFT + column * n - 0.3, 84, "A6A6A6", dash=True)
    height = 64 / len(lanes)
    first = min(b[0] for b in bars)
    for n, (name, _) in enumerate(lanes):
        c.box(
            2,
            20.5 + height * n,
            11,
            height - 1.5,
            name,
            fill=v.pick("accent6", "tx2"),
            colour="FFFFFF",
            size=12,
            bold=True,
        )
        c.box(LEFT - 0.4, 20.5 + height * n, WIDTH, height - 1.5, line="D0D0D0")
    for lane, row, start, end, fill, chip in sorted(bars):
        x, w = LEFT + column * start + 0.5, column * (end - start + 1) - 1.6
        y, h = 21.5 + height * (lane - first) + row * (height - 2) / 2, (height - 4) / 2
        (what,) = v.take(1, 34 if end == start else 60)
        room = 6.2 if chip else 0
        colour, status = FILLS[fill]
        c.box(
            x,
            y,
            w,
            h,
            what.title,
            fill=colour,
            shape="round",
            size=10,
            align="l" if chip else "c",
            colour="FFFFFF" if fill == 0 else "tx1",
        )
        if chip:
            label = (
                str(v.first_year + start) if start == end else f"{v.first_year + start}–{(v.first_year + end) % 100}"
            )
            c.box(x + w - room, y + h * 0.62, room - 0.4, h * 0.34, label, fill="FFFFFF", size=8, line="7F7F7F")
        name, code = lanes[lane - first]
        gold.add(
            page,
            "tidslinje",
            what,
            owners=[code] if code else [],
            period=(v.first_year + start, v.first_year + end),
            status=status,
            group=None if code else name,
            unsure=() if code else ("owners",),
        )
    words = v.pick(("Under arbeid", "Planlagt", "Under vurdering"), ("Pågår", "Planlegges", "Vurderes"))
    for n, (colour, _) in enumerate(FILLS):
        c.box(LEFT + 18 * n, 87, 3, 3, fill=colour, shape="round")
        c.text(LEFT + 3.5 + 18 * n, 86.4, 14, 4, words[n], size=10)
    furniture.foot(c, "Oversikten oppdateres kvartalsvis")
