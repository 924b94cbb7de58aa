"""32: a matrix of measures and regions, cells tell the year or a mark: each row is one measure."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.gold import Gold
from bench.decks.variant import Variant


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d32-utbredelse-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Utbredelse av nasjonale tjenester", "Hvem har tatt i bruk hva?"), "Norsk helsenett", "Tjenesteråd"
    )
    furniture.background(c, v)
    page = c.add_page(v.pick("Utbredelse per region", "Status for innføring"))
    heads = (v.pick("Tjeneste", "Tiltak"), "Helse Nord", "Helse Midt-Norge", "Helse Vest", "Helse Sør-Øst")
    rows = [heads]
    for n, what in enumerate(v.take(8, 44)):
        years = [str(v.first_year + (n * k + k) % 4) for k in range(1, 5)]
        cells = years if v.number % 2 == 0 else ["✓" if (n + k) % 3 else "–" for k in range(4)]
        rows.append((what.title, *cells))
        gold.add(page, "utbredelse", what, unsure=("period", "owners", "status", "role"))
    c.table(4, 15, [40, 13, 13, 13, 13], rows, height=7.4, size=12, banding=True)
    furniture.foot(c, v.pick("Årstall viser planlagt innføring", "✓ betyr at tjenesten er innført"))
    furniture.organisation(c, v)
    c.save(folder, stem)
    gold.write(folder)
