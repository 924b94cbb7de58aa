"""9: a staged process of chevrons with activities and dates below each stage."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold, Measure
from bench.decks.variant import Variant

MONTHS = ("jan.", "mars", "juni", "sept.", "des.")


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d09-trinn-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Trinnvis innføring", "Fra pilot til bredding"), "Oslo universitetssykehus", "Prosjektmøte"
    )
    furniture.background(c, v)
    _stages(c, v, gold)
    _steps(c, v, gold)
    furniture.organisation(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _stages(c: Canvas, v: Variant, gold: Gold) -> None:
    """Numbered stages that are measures, with dated activities as their parts."""
    page = c.add_page(v.pick("Trinnvis utvikling", "Utviklingsløpet"))
    for n, stage in enumerate(v.take(4, 30)):
        x = 2.5 + 24 * n
        c.box(
            x,
            17,
            24.5,
            16,
            f"{n + 1}. {stage.title}",
            shape="chevron",
            fill=f"accent{1 + n % 2}",
            colour="FFFFFF",
            size=11,
            bold=True,
        )
        gold.add(page, "trinn", stage, unsure=("period", "role", "status"))
        lines = []
        for row, part in enumerate(v.take(3, 34)):
            month = MONTHS[(n + 2 * row) % 5]
            year = v.first_year + (n + row) // 3
            lines.append(f"{part.title}: prod {month} {year}")
            gold.add(
                page,
                "trinn",
                part,
                period=(year, year),
                parent=stage.title,
                role="activity",
                unsure=("role", "days", "status", "period"),
            )
        c.bullets(x + 0.5, 37, 22.5, 48, lines, size=12, gap=8)
    furniture.foot(c)


def _steps(c: Canvas, v: Variant, gold: Gold) -> None:
    """Phases that are no measures, over an arrow with one measure's steps below."""
    (subject,) = v.take(1, 44)
    page = c.add_page(subject.title)
    gold.add(page, "fremdrift", subject, unsure=("period", "status", "owners"))
    phases = v.pick(
        ("Konsept", "Planlegging", "Gjennomføring", "Realisering"), ("Innsikt", "Utprøving", "Bredding", "Drift")
    )
    for n, phase in enumerate(phases):
        c.box(4 + 23 * n, 20, 22.5, 10, phase, shape="pentagon", fill="accent5+40", size=14)
        c.text(4 + 23 * n, 31, 22, 5, f"{v.first_year + n // 2}", size=12, align="c")
        c.text(
            4 + 23 * n,
            40,
            21,
            30,
            v.pick(
                "Vi avklarer omfang, kostnad og nytte sammen med fagmiljøene.",
                "Erfaringene samles og deles før neste fase vedtas.",
            ),
            size=12,
        )
    for phase in phases:
        gold.add(page, "fremdrift", Measure(phase), optional=True, unsure=("period", "role", "parent", "status"))
    furniture.foot(c)
