"""49: small round letters in the boxes tell the status, a legend explains the letters; halves of years as columns."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.gold import Gold
from bench.decks.variant import Variant

LETTERS = (("P", "planned"), ("A", "ongoing"), ("D", "in_operation"))
CELLS = (
    (0, 0, 2, 1),
    (0, 2, 1, 0),
    (0, 3, 1, 0),
    (1, 0, 1, 2),
    (1, 1, 2, 1),
    (1, 3, 1, 0),
    (2, 0, 4, 1),
    (3, 0, 1, 2),
    (3, 1, 1, 1),
    (3, 2, 2, 0),
)


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d49-bokstaver-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Digitalt løft i primærhelsetjenesten", "Fastlegenes digitale plan"), "Legeforeningen", "Årsmøte"
    )
    furniture.survey(c, v)
    page = c.add_page(v.pick("Digitalt løft", "Plan for legekontorene"))
    year = v.first_year
    lanes = v.pick(("Timer", "Dialog", "Journal", "Utstyr"), ("Pasient", "Lege", "Kontor", "Nett"))
    for n in range(4):
        c.box(
            15 + 20.5 * n,
            14,
            20,
            5,
            f"{v.pick('H', '')}{n % 2 + 1}{v.pick(' ', '. halvår ')}{year + n // 2}",
            fill="accent5",
            colour="FFFFFF",
            size=12,
            bold=True,
        )
    for n, lane in enumerate(lanes):
        c.text(2, 21 + 16 * n, 12, 14, lane, size=14, bold=True, anchor="m")
    for lane, first, span, letter in CELLS:
        (what,) = v.take(1, 32 + 24 * (span - 1))
        x, y, w = 15.3 + 20.5 * first, 22 + 16 * lane, 20.5 * span - 1.2
        c.box(x, y, w, 12, what.title, fill="FFFFFF", line="accent5", size=11, shape="round")
        c.box(x + w - 2.8, y - 1.6, 3.2, 5, LETTERS[letter][0], shape="dot", fill="accent3", size=9, bold=True)
        a, b = year + first // 2, year + (first + span - 1) // 2
        days = (f"{a}-{'07' if first % 2 else '01'}-01", f"{b}-{'12-31' if (first + span) % 2 == 0 else '06-30'}")
        gold.add(page, "bokstaver", what, period=(a, b), days=days, status=LETTERS[letter][1], group=lanes[lane])
    for n, (letter, word) in enumerate(
        zip("PAD", v.pick(("Planlagt", "Under arbeid", "I drift"), ("Planlegges", "Pågår", "Innført")), strict=True)
    ):
        c.box(15 + 20 * n, 86.5, 3.2, 5, letter, shape="dot", fill="accent3", size=9, bold=True)
        c.text(18.6 + 20 * n, 86.9, 15, 4, word, size=11)
    furniture.foot(c)
    furniture.architecture(c, v)
    c.save(folder, stem)
    gold.write(folder)
