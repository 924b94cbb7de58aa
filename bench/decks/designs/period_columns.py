"""39: a table of regions against periods, cells with bullets, codes in parentheses, footnote marks."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.gold import Gold, Measure
from bench.decks.variant import Variant

COUNTS = ((2, 2, 1), (2, 1, 1), (1, 2, 0), (2, 1, 2))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d39-periodekolonner-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Felles tidsplan", "Samlet innføringsplan"), "Interregionalt fagforum", "Møte 3")
    furniture.agenda(c, v)
    page = c.add_page(v.pick("Tidsplan for regionene", "Hva gjør regionene når?"))
    year = v.first_year
    periods = (
        (f"{year}-{year + 1}", (year, year + 1)),
        (f"{year + 2}-{year + 3}", (year + 2, year + 3)),
        (v.pick("Senere", "Lenger sikt"), None),
    )
    regions = (("Helse Nord", "HN"), ("Helse Midt-Norge", "HMN"), ("Helse Vest", "HV"), ("Helse Sør-Øst", "HSØ"))
    rows: list[list[str]] = [["", *(p for p, _ in periods)], *([name, "", "", ""] for name, _ in regions)]
    table = c.table(3, 14, [13, 28, 28, 25], rows, height=8, size=11)
    for r, (_, code) in enumerate(regions):
        for n, (_, period) in enumerate(periods):
            lines = []
            for k, what in enumerate(v.take(COUNTS[r][n], 46)):
                mark = v.pick("•", "-")
                note = "¹" if (r, n, k) == (0, 0, 1) else ""
                moot = (r + n + k) % 5 == 0
                lines.append(f"{mark} {what.title}{' (under vurdering)' if moot else ''}{note}")
                row = (
                    Measure(f"{what.title} (under vurdering)", (*what.qualifiers, "under vurdering"), what.aliases)
                    if moot
                    else what
                )
                gold.add(
                    page, "perioder", row, owners=[code], period=period, status="under_consideration" if moot else None
                )
            c.cell(table, r + 1, n + 1, "\n".join(lines), size=10, anchor="t")
    furniture.foot(c, "¹ Gjelder bare voksne")
    furniture.background(c, v)
    c.save(folder, stem)
    gold.write(folder)
