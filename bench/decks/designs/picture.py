"""10: the roadmap on one page, focus areas against periods, boxes white or green, a legend in words."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold, Measure
from bench.decks.variant import Variant

# (row, column, columns, place in the cell, green)
BOXES = (
    (0, 0, 1, 0, True),
    (0, 0, 1, 1, False),
    (0, 1, 1, 0, True),
    (0, 1, 1, 1, False),
    (0, 2, 1, 0, False),
    (1, 0, 2, 0, True),
    (1, 0, 1, 1, True),
    (1, 1, 1, 1, False),
    (1, 2, 1, 0, False),
    (1, 2, 1, 1, False),
    (2, 0, 1, 0, True),
    (2, 1, 2, 0, False),
    (2, 1, 1, 1, True),
    (2, 2, 1, 1, False),
    (3, 0, 3, 0, True),
    (3, 1, 1, 1, False),
    (3, 2, 1, 1, False),
)


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d10-ett-ark-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Strategi for digital helse", "Fra strategi til handling"), "Helse Midt-Norge", "Styresak 14"
    )
    furniture.background(c, v)
    _sheet(c, v, gold)
    furniture.survey(c, v)
    furniture.contacts(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _periods(v: Variant) -> tuple[tuple[str, int, int | None], ...]:
    y = v.first_year
    return (
        (f"{y}–{y + 1}", y, y + 1),
        (f"{y + 2}–{y + 3}", y + 2, y + 3),
        (v.pick(f"{y + 4} →", f"Etter {y + 3}"), y + 4, None),
    )


def _sheet(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Veikartet på ett ark", "Målbilde og veien dit"))
    areas = v.pick(
        ("Pasienten i førersetet", "Helhetlige pasientforløp", "Nye måter å jobbe på", "Robust infrastruktur"),
        ("Enklere hverdag", "Sammenheng", "Kunnskap", "Grunnmur"),
    )
    periods, column, height = _periods(v), 27.0, 17.0
    for n, (name, _, _) in enumerate(periods):
        c.box(16 + column * n, 13.5, column - 0.5, 4.5, name, shape="chevron", fill="accent1+40", size=12, bold=True)
    for n, area in enumerate(areas):
        c.box(2, 19 + height * n, 13, height - 1, area, fill="accent1", colour="FFFFFF", size=12, bold=True)
        c.box(16, 19 + height * n, column * 3 - 0.5, height - 1, fill=v.pick("bg2", "accent6+80"))
    for row, first, span, place, green in BOXES:
        (what,) = v.take(1, 60)
        x, y = 16.8 + column * first, 19.7 + height * row + 7.6 * place
        c.box(x, y, column * span - 2, 6.8, _broken(what), fill="70AD47" if green else "FFFFFF", line="7F7F7F", size=10)
        start, end = periods[first][1], periods[first + span - 1][2]
        gold.add(
            page, "ett-ark", what, period=(start, end), status="ongoing" if green else "not_started", group=areas[row]
        )
    c.text(
        16,
        88,
        60,
        4,
        v.pick("Grønt: Under arbeid     Hvitt: Ikke startet", "Grønne bokser er påbegynt, hvite er ikke startet"),
        size=10,
    )
    furniture.foot(c)


def _broken(what: Measure) -> str:
    """A long first word is broken by hand, as in a narrow box."""
    head, _, rest = what.title.partition(" ")
    for joint in ("monitorering", "konsultasjon", "skjema", "gjennomgang", "sammenfatning"):
        if head.endswith(joint) and len(head) > len(joint):
            return f"{head[: -len(joint)]}-\v{joint} {rest}".strip()
    return what.title
