"""33: years as headings over plain lists, text only; the last period is not told."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d33-aar-som-overskrift-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Planer fremover", "Vår digitale plan"), "Helse Nord", "Regionalt brukerutvalg")
    furniture.background(c, v)
    _page(c, v, gold)
    _one_box(c, v, gold)
    furniture.contacts(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _page(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Hva er planlagt?", "Dette skal vi gjøre"))
    year = v.first_year
    heads = (
        (f"{year}", (year, year)),
        (f"{year + 1}", (year + 1, year + 1)),
        (f"{year + 2}–{year + 3}", (year + 2, year + 3)),
        (v.pick("Lenger sikt", "På sikt"), None),
    )
    for n, (head, period) in enumerate(heads):
        x, y = (5 + 47 * (n % 2), 16 + 38 * (n // 2)) if v.number % 2 else (3 + 24 * n, 18)
        wide = 44 if v.number % 2 else 23
        c.text(x, y, wide, 6, head, size=18, bold=True, colour="accent1")
        items = v.take(4 if n < 3 else 3, 44)
        c.bullets(x, y + 7, wide, 26, [m.title for m in items], size=13)
        for what in items:
            gold.add(page, "aar", what, period=period)
    furniture.foot(c)


def _one_box(c: Canvas, v: Variant, gold: Gold) -> None:
    """Headings and lists in one text box."""
    page = c.add_page(v.pick("Innføringer i regionen", "Leveranser til regionen"))
    lines: list[str | tuple[int, str]] = []
    for n in range(3):
        year = v.first_year + n
        lines.append(v.pick(f"{year}:", f"I {year}"))
        for what in v.take(3, 60):
            lines.append((1, what.title))
            gold.add(page, "aar-liste", what, period=(year, year))
    c.bullets(6, 16, 80, 70, lines, size=16, gap=2)
    furniture.foot(c)
