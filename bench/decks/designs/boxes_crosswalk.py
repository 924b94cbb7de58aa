"""44: common measures and regional ones as boxes side by side, no table; rows bind them."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.gold import Gold
from bench.decks.variant import Variant

COUNTS = (2, 1, 3, 2)
REGIONS = (("Nord", "HN"), ("Vest", "HV"), ("Sør-Øst", "HSØ"))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d44-oversettelse-bokser-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Fra regionalt til felles", "Samordning av prosjekter"), "Felles samarbeidsorgan", "Forslag"
    )
    furniture.background(c, v)
    page = c.add_page(v.pick("Regionale prosjekter samles", "Slik henger prosjektene sammen"))
    c.text(4, 14, 30, 5, v.pick("Felles", "Felles tiltak"), size=14, bold=True)
    c.text(40, 14, 55, 5, v.pick("Regionale initiativ", "Regionale prosjekter"), size=14, bold=True)
    for r, count in enumerate(COUNTS):
        y = 20 + 17 * r
        (common,) = v.take(1, 36)
        c.box(
            4,
            y,
            31,
            14.5,
            common.title,
            fill="accent1",
            colour="FFFFFF",
            size=13,
            bold=True,
            shape=v.pick("rect", "pentagon"),
        )
        gold.add(page, "felles", common, role="common", unsure=("role",))
        for k, what in enumerate(v.take(count, 34)):
            name, code = REGIONS[(r + k) % 3]
            c.box(
                40 + 19 * k,
                y,
                18,
                14.5,
                f"{what.title}\nHelse {name}" if v.number % 2 else f"{what.title} ({code})",
                fill="accent1+80",
                size=11,
            )
            row = what if v.number % 2 else type(what)(f"{what.title} ({code})", (*what.qualifiers, code), what.aliases)
            gold.add(page, "felles", row, owners=[code], parent=common.title, role="member", unsure=("role",))
    furniture.foot(c)
    furniture.contacts(c, v)
    c.save(folder, stem)
    gold.write(folder)
