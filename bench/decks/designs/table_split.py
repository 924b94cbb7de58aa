"""7: a table over two slides, without its header on the second, with coloured dots or fills as status (nynorsk)."""

from dataclasses import replace
from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

OWNERS = (
    ("Helse Vest", ["HV"]),
    ("Helse Førde HF", ["Helse Førde"]),
    ("HV / NHN", ["HV", "NHN"]),
    ("Bergen kommune", ["Bergen kommune"]),
    ("KS", ["KS"]),
)
LIGHTS = (("00A651", "ongoing"), ("FFC000", "planned"), ("C00000", "under_consideration"))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    v = replace(v, language="nn")
    stem = f"d07-tabell-delt-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Handlingsplan for digital samhandling", "Tiltaksplan e-helse"), "Helse Vest", "Vedteken 4. juni"
    )
    furniture.background(c, v)
    header = ("Nr", "Tiltak", "Ansvarleg", v.pick("Oppstart", "Start"), v.pick("Ferdig", "Slutt"), "Status")
    title = v.pick("Tiltaka i planen", "Oversyn over tiltak")
    _rows(c, v, gold, title, header, 1)
    _rows(c, v, gold, title if v.number else f"{title} (framhald)", None, 9)
    furniture.survey(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _rows(c: Canvas, v: Variant, gold: Gold, title: str, header: tuple[str, ...] | None, first: int) -> None:
    page = c.add_page(title)
    rows: list[tuple[str, ...]] = [header] if header else []
    lights = []
    for number in range(first, first + 8):
        (what,) = v.take(1)
        owner, codes = OWNERS[number % len(OWNERS)]
        start, end = v.first_year + number % 3, v.first_year + number % 3 + number % 2
        colour, status = LIGHTS[number % 3]
        open_end = number % 5 == 0
        rows.append((str(number), what.title, owner, str(start), "" if open_end else str(end), ""))
        lights.append(colour)
        gold.add(page, "tabell", what, owners=codes, period=(start, None if open_end else end), status=status)
    height = 7.6
    table = c.table(3, 15, [5, 41, 18, 10, 10, 9], rows, height=height, size=11, header="accent1" if header else None)
    for row, colour in enumerate(lights, start=1 if header else 0):
        if v.number % 2:
            c.cell(table, row, 5, "", fill=colour)
        else:
            c.box(90.6, 15 + height * row + 2, 2.2, 3.9, fill=colour, shape="dot")
    words = v.pick(("Under arbeid", "Planlagd", "Under vurdering"), ("Pågår", "Planlagt", "Til vurdering"))
    for n, (colour, _) in enumerate(LIGHTS):
        c.box(4 + 18 * n, 88, 1.8, 3, fill=colour, shape="dot")
        c.text(6.4 + 18 * n, 87.2, 14, 4, words[n], size=10)
    furniture.foot(c)
