"""14: vertical rules and plain text under years, dots as status, no boxes at all."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

DOTS = (("70AD47", "ongoing"), ("FFC000", "planned"), ("7F7F7F", "done"))
COUNTS = ((2, 1, 2, 1), (1, 2, 1, 2), (2, 2, 0, 1))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d14-linjer-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Utviklingsplan for tjenestene", "Hva skjer fremover?"), "Helse Sør-Øst", "Fagdirektørmøtet"
    )
    furniture.survey(c, v)
    _grid(c, v, gold)
    furniture.organisation(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _grid(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Utviklingsplan", "Plan år for år"))
    areas = v.pick(("Innbygger", "Behandler", "Virksomhet"), ("Tjenester", "Data", "Teknologi"))
    for n in range(4):
        c.text(16 + 20.5 * n, 13.5, 19, 5, str(v.first_year + n), size=18, bold=True, colour="accent1")
        c.line(15.5 + 20.5 * n, 14, 15.5 + 20.5 * n, 86, "A6A6A6", weight=0.75)
    count = 0
    for row, area in enumerate(areas):
        c.text(2, 21 + 22 * row, 13, 6, area, size=13, bold=True)
        for n, many in enumerate(COUNTS[row]):
            for k, what in enumerate(v.take(many, 40)):
                x, y = 16 + 20.5 * n, 21 + 22 * row + 10 * k
                colour, status = DOTS[count % 3]
                count += 1
                c.box(x, y + 1.1, 1.1, 1.9, fill=colour, shape="dot")
                c.text(x + 1.4, y, 17.6, 8, what.title, size=11)
                year = v.first_year + n
                gold.add(page, "linjer", what, period=(year, year), status=status, group=area)
    words = v.pick(("Pågår", "Planlagt", "Ferdig"), ("Under arbeid", "Planlegges", "Fullført"))
    for n, (colour, _) in enumerate(DOTS):
        c.box(16 + 16 * n, 88.6, 1.1, 1.9, fill=colour, shape="dot")
        c.text(17.4 + 16 * n, 87.5, 12, 4, words[n], size=10)
    furniture.foot(c)
