"""50: regions as items of a list, their measures one level below, over two slides."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.gold import Gold
from bench.decks.variant import Variant

REGIONS = (("Helse Nord", "HN"), ("Helse Midt-Norge", "HMN"), ("Helse Vest", "HV"), ("Helse Sør-Øst", "HSØ"))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d50-nostet-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Regionenes planer", "Runde rundt bordet"), "Samarbeidsforum", "Møte 5")
    furniture.agenda(c, v)
    for part in range(2):
        page = c.add_page(v.pick("Planlagte tiltak i regionene", "Tiltak i regionene") + (" (forts.)" if part else ""))
        lines: list[str | tuple[int, str]] = []
        for name, code in REGIONS[2 * part : 2 * part + 2]:
            lines.append(name)
            for what in v.take(4, 60):
                lines.append((1, what.title))
                gold.add(page, "regioner", what, owners=[code], unsure=("group", "status"))
        c.bullets(6, 16, 84, 72, lines, size=17, gap=3)
        furniture.foot(c)
    furniture.contacts(c, v)
    c.save(folder, stem)
    gold.write(folder)
