"""46: phases with their years as columns, tracks as rows, plain text in an unpainted table."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.gold import Gold
from bench.decks.variant import Variant

COUNTS = ((2, 1, 1), (1, 2, 1), (1, 1, 2))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d46-faser-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Gjennomføringsstrategi", "Plan i tre faser"), "Akershus universitetssykehus", "Programrådet"
    )
    furniture.background(c, v)
    page = c.add_page(v.pick("Tre faser mot målbildet", "Faseplan"))
    year = v.first_year
    phases = v.pick(("Etablere", "Utvikle", "Forankre"), ("Fase 1", "Fase 2", "Fase 3"))
    spans = ((year, year), (year + 1, year + 2), (year + 3, year + 4))
    heads = [f"{p} ({a})" if a == b else f"{p} ({a}–{b})" for p, (a, b) in zip(phases, spans, strict=True)]
    tracks = v.pick(("Tjenester", "Mennesker", "Teknologi"), ("Pasientnært", "Ledelse", "Data"))
    rows: list[list[str]] = [["", *heads], *([t, "", "", ""] for t in tracks)]
    table = c.table(3, 16, [14, 26, 26, 26], rows, height=13, size=13, header=None, fill="FFFFFF")
    for r, track in enumerate(tracks):
        for n, span in enumerate(spans):
            items = v.take(COUNTS[r][n], 42)
            c.cell(table, r + 1, n + 1, "\n".join(f"• {m.title}" for m in items), size=11, fill="FFFFFF")
            for what in items:
                gold.add(page, "faser", what, period=span, group=track)
    for n, head in enumerate(heads):
        c.cell(table, 0, n + 1, head, size=13, bold=True, fill="FFFFFF")
    furniture.foot(c)
    furniture.organisation(c, v)
    c.save(folder, stem)
    gold.write(folder)
