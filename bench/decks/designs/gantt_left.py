"""2: quarters in two header rows, labels at the left with an owner column, bars without text, a legend of colours."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold, quarters
from bench.decks.variant import Variant

LEFT, WIDTH, TOP = 41.0, 56.0, 22.0
# (category, first quarter, last quarter, colour)
FIRST = ((0, 0, 3, 0), (0, 2, 6, 1), (0, 6, 7, 2), (1, 1, 2, 0), (1, 3, 7, 1), (1, 4, 4, 1), (2, 0, 7, 0), (2, 5, 7, 2))
SECOND = ((0, 0, 1, 0), (0, 3, 4, 2), (1, 2, 5, 1), (1, 0, 7, 1), (1, 4, 6, 2), (2, 1, 3, 0))
COLOURS = (("accent2", "ongoing"), ("accent1", "planned"), ("accent3", "under_consideration"))
OWNERS = (("NHN", "NHN"), ("Hdir", "HDIR"), ("FHI", "FHI"), ("KS", "KS"))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d02-gantt-kvartal-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Fremdriftsplan e-helse", "Program for samhandling"), "Helsedirektoratet", "Porteføljestyret"
    )
    furniture.survey(c, v)
    _plan(
        c,
        v,
        gold,
        v.pick("Overordnet fremdriftsplan", "Tidsplan for leveransene"),
        FIRST,
        v.pick(
            ("Innbyggertjenester", "Samhandling", "Infrastruktur"),
            ("For pasienten", "For helsepersonell", "Felles grunnmur"),
        ),
    )
    _plan(
        c,
        v,
        gold,
        v.pick("Overordnet fremdriftsplan (forts.)", "Tidsplan, del 2"),
        SECOND,
        v.pick(("Kompetanse", "Analyse", "Forvaltning"), ("Opplæring", "Styring", "Drift")),
    )
    furniture.architecture(c, v)
    furniture.contacts(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _plan(c: Canvas, v: Variant, gold: Gold, title: str, bars: tuple, categories: tuple[str, ...]) -> None:
    page = c.add_page(title)
    step = WIDTH / 8
    for year in range(2):
        c.box(
            LEFT + 4 * step * year,
            14,
            4 * step - 0.2,
            4,
            str(v.first_year + year),
            fill="tx2",
            colour="FFFFFF",
            bold=True,
        )
    for n in range(8):
        label = v.pick(f"Q{n % 4 + 1}", f"{n % 4 + 1}. kv.")
        c.box(LEFT + step * n, 18, step - 0.2, 3.4, label, fill="accent1+60", size=9)
    y, height, last = TOP, 62 / (len(bars) + 3), -1
    for number, (category, first, end, colour) in enumerate(bars):
        if category != last:
            c.box(3, y, 94, height * 0.8, categories[category], fill="bg2", size=11, bold=True, align="l")
            last, y = category, y + height
        (what,) = v.take(1, 48)
        name, code = OWNERS[(number + page) % len(OWNERS)]
        c.text(3, y, 31, height, what.title, size=10, anchor="m")
        c.text(34, y, 6, height, name, size=9, anchor="m", colour="7F7F7F")
        c.line(3, y + height, 97, y + height, "D9D9D9", weight=0.5)
        fill, status = COLOURS[colour]
        c.box(LEFT + step * first + 0.2, y + height * 0.22, step * (end - first + 1) - 0.6, height * 0.56, fill=fill)
        years, days = quarters(v.first_year, first, end)
        gold.add(page, "gantt", what, owners=[code], period=years, days=days, status=status, group=categories[category])
        y += height
    c.line(LEFT + 2.5 * step, 17, LEFT + 2.5 * step, 84, "C00000", weight=1.5, dash=True)
    c.text(LEFT + 2.5 * step - 3, 84, 6, 3, v.pick("I dag", "Nå"), size=8, colour="C00000", align="c")
    words = v.pick(("Under gjennomføring", "Planlagt", "Til vurdering"), ("Pågående", "Planlagt", "Under vurdering"))
    for n, (fill, _) in enumerate(COLOURS):
        c.box(45 + 17 * n, 88, 4, 2, fill=fill)
        c.text(49.5 + 17 * n, 86.9, 13, 4, words[n], size=9)
    furniture.foot(c)
