"""6: an English roadmap, a now/next/later board and a table with quarters."""

from dataclasses import replace
from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

LEADS = (
    ("Directorate of Health", ["HDIR"]),
    ("NHN", ["NHN"]),
    ("Northern Region", ["Northern Region"]),
    ("City of Bergen", ["City of Bergen"]),
)


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    v = replace(v, language="en")
    stem = f"d06-english-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Digital health roadmap", "eHealth delivery plan"), "Directorate of Health", "Spring update"
    )
    furniture.agenda(c, v)
    furniture.background(c, v)
    _board(c, v, gold)
    _quarters(c, v, gold)
    furniture.architecture(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _board(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Roadmap at a glance", "What we are working on"))
    heads = v.pick(("Now", "Next", "Later"), ("NOW", "NEXT", "LATER"))
    for n, head in enumerate(heads):
        c.box(
            4 + 31 * n,
            15,
            29,
            7,
            head,
            fill=f"accent{n + 1}",
            colour="FFFFFF",
            size=16,
            bold=True,
            shape=v.pick("pentagon", "rect"),
        )
        for row, what in enumerate(v.take(4, 44)):
            c.box(4 + 31 * n, 25 + 15 * row, 29, 12, what.title, fill=f"accent{n + 1}+80", size=13, shape="round")
            gold.add(page, "now-next-later", what, unsure=("period", "status", "group"))
    furniture.foot(c, "Later items are not funded yet")


def _quarters(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Delivery schedule", "Releases by quarter"))
    rows = [("Initiative", "Lead", v.pick("Target", "Planned for"), "Progress")]
    words = (("In progress", "ongoing"), ("Planned", "planned"), ("Completed", "done"), ("Not started", "not_started"))
    for n, what in enumerate(v.take(8, 46)):
        lead, codes = LEADS[n % 4]
        year, quarter = v.first_year + n // 4, n % 4
        word, status = words[(n + v.number) % 4]
        rows.append((what.title, lead, v.pick(f"Q{quarter + 1} {year}", f"{year} Q{quarter + 1}"), word))
        ends = ("03-31", "06-30", "09-30", "12-31")
        days = (f"{year}-{3 * quarter + 1:02}-01", f"{year}-{ends[quarter]}")
        gold.add(
            page,
            "schedule",
            what,
            owners=codes,
            period=(year, year),
            days=days,
            status=status,
            unsure=v.pick(("period",), ()),
        )
    c.table(4, 15, [42, 22, 14, 14], rows, height=8, size=12, banding=True)
    furniture.foot(c)
