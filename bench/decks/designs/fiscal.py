"""51: an English plan on a page, workstreams against the quarters of one year, deliverables in the boxes."""

from dataclasses import replace
from pathlib import Path

from bench.decks import furniture
from bench.decks.gold import Gold
from bench.decks.variant import Variant

BARS = (
    (0, 0, 0, 1),
    (0, 0, 2, 3),
    (0, 1, 1, 3),
    (1, 0, 0, 2),
    (1, 1, 2, 3),
    (1, 0, 3, 3),
    (2, 0, 0, 3),
    (2, 1, 0, 0),
    (2, 1, 1, 2),
)


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    v = replace(v, language="en")
    stem = f"d51-plan-on-a-page-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Plan on a page", "Programme overview"), "NHS Highland", "Programme board")
    furniture.background(c, v)
    page = c.add_page(v.pick("Programme plan on a page", "Workstreams and deliverables"))
    lanes = v.pick(("Access", "Integration", "Workforce"), ("Self care", "Records", "Skills"))
    year = v.first_year
    for n in range(4):
        c.box(
            15 + 20.5 * n,
            14,
            20,
            5,
            v.pick(f"Q{n + 1} {year}", f"Quarter {n + 1} {year}"),
            fill="accent1",
            colour="FFFFFF",
            size=13,
            bold=True,
        )
    for n, lane in enumerate(lanes):
        c.box(2, 20.5 + 22 * n, 12.4, 21, f"Workstream {n + 1}:\n{lane}", fill="accent6+60", size=11, bold=True)
    for lane, row, first, last in BARS:
        (what,) = v.take(1, 30 if first == last else 60)
        c.box(
            15.3 + 20.5 * first,
            21.3 + 22 * lane + 10 * row,
            20.5 * (last - first + 1) - 1.2,
            8.8,
            what.title,
            fill=f"accent{2 + lane}+60",
            size=11,
        )
        starts, ends = ("01-01", "04-01", "07-01", "10-01"), ("03-31", "06-30", "09-30", "12-31")
        gold.add(
            page,
            "plan",
            what,
            period=(year, year),
            days=(f"{year}-{starts[first]}", f"{year}-{ends[last]}"),
            unsure=("group",),
        )
    furniture.foot(c, "Dates subject to funding")
    furniture.organisation(c, v)
    c.save(folder, stem)
    gold.write(folder)
