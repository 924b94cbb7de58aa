"""31: a crowded plan, three header rows, small type in narrow boxes, words broken by hand, loose bars."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

LANES = ("Innbygger", "Kommune", "Sykehus", "Fastlege", "Felles")
LEFT, STEP = 10.0, 7.2  # a step is a quarter of a year; twelve of them
# (lane, row, start in quarters, length in quarters): ends fall inside columns
BARS = (
    (0, 0, 0.0, 2.6),
    (0, 0, 2.9, 3.0),
    (0, 0, 6.2, 5.6),
    (0, 1, 1.2, 5.0),
    (0, 1, 6.6, 2.1),
    (0, 1, 9.2, 2.5),
    (1, 0, 0.3, 3.5),
    (1, 0, 4.1, 3.6),
    (1, 0, 8.2, 3.4),
    (1, 1, 0.1, 7.5),
    (1, 1, 8.1, 2.8),
    (2, 0, 0.2, 11.6),
    (2, 1, 0.5, 2.9),
    (2, 1, 4.2, 3.5),
    (2, 1, 8.3, 3.4),
    (3, 0, 1.1, 2.6),
    (3, 0, 4.4, 7.2),
    (3, 1, 0.2, 3.2),
    (3, 1, 5.1, 2.6),
    (3, 1, 8.1, 3.6),
    (4, 0, 0.1, 3.7),
    (4, 0, 4.1, 3.7),
    (4, 0, 8.1, 3.7),
    (4, 1, 2.1, 5.5),
    (4, 1, 8.4, 3.0),
)
JOINTS = (
    "oversikt",
    "skjema",
    "støtte",
    "monitorering",
    "konsultasjon",
    "registrering",
    "gjennomgang",
    "integrasjon",
    "veiledning",
    "behandling",
    "utveksling",
)


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d31-tett-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Samlet nasjonalt veikart", "Helhetlig plan"), "Direktoratet for e-helse", "Nasjonalt råd"
    )
    furniture.agenda(c, v)
    _plan(c, v, gold)
    furniture.survey(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _plan(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Samlet veikart 3 år", "Alt på en side"), size=20, height=7)
    for n in range(3):
        c.box(
            LEFT + 4 * STEP * n,
            10,
            4 * STEP - 0.2,
            3.4,
            str(v.first_year + n),
            fill="tx2",
            colour="FFFFFF",
            size=11,
            bold=True,
        )
    for n in range(6):
        c.box(LEFT + 2 * STEP * n, 13.5, 2 * STEP - 0.2, 2.8, f"H{n % 2 + 1}", fill="accent1", colour="FFFFFF", size=9)
    for n in range(12):
        c.box(LEFT + STEP * n, 16.4, STEP - 0.2, 2.6, f"Q{n % 4 + 1}", fill="accent1+60", size=8)
        c.line(LEFT + STEP * n - 0.1, 19, LEFT + STEP * n - 0.1, 91, "D9D9D9", weight=0.5)
    for n, lane in enumerate(LANES):
        c.box(1.5, 20 + 14.2 * n, 8, 13.4, lane, fill=f"accent{n + 1}", colour="FFFFFF", size=10, bold=True)
    seen = 0
    for lane, row, start, length in BARS:
        (what,) = v.take(1, 26 if length < 3 else 44)
        title = what.title
        for joint in JOINTS:
            at = title.find(joint)
            if length < 3 and at > 3 and title[at - 1] not in " -":
                title, seen = f"{title[:at]}-\v{title[at:]}", seen + 1
                break
        c.box(
            LEFT + STEP * start,
            20.4 + 14.2 * lane + 6.6 * row,
            STEP * length,
            6,
            title,
            fill=f"accent{lane + 1}+60",
            size=v.pick(8, 7),
        )
        years = (v.first_year + int(start // 4), v.first_year + int((start + length - 0.15) // 4))
        near = (start + length) % 4 < 0.5 or start % 4 > 3.5
        gold.add(page, "tett", what, period=years, group=LANES[lane], unsure=("days", *(("period",) if near else ())))
    furniture.foot(c, "H = halvår, Q = kvartal")
