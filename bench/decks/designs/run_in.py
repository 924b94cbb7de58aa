"""41: lists whose items carry owner, date and status behind the name, in three hands."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.gold import Gold, Measure
from bench.decks.variant import Variant

OWNERS = (("HN", "HN"), ("NHN", "NHN"), ("HSØ", "HSØ"), ("KS", "KS"))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d41-lister-med-hale-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Tiltak i perioden", "Oversikt over arbeidet"), "Nasjonalt e-helsestyre", "Orientering"
    )
    furniture.background(c, v)
    page = c.add_page(v.pick("Pågående og planlagte tiltak", "Tiltak under arbeid og i plan"))
    states = (("pågår", "ongoing"), ("planlagt", "planned"), ("i drift", "in_operation"))
    for column, heading in enumerate(v.pick(("Innbygger", "Helsepersonell"), ("Pasient", "Behandler"))):
        x = 4 + 48 * column
        c.text(x, 15, 44, 6, heading, size=17, bold=True, colour="accent1")
        lines = []
        for n, what in enumerate(v.take(5, 36)):
            owner, code = OWNERS[(n + column) % 4]
            year = v.first_year + n % 3
            word, status = states[n % 3]
            if v.number % 2 == 0:
                lines.append(f"{what.title} ({owner}) – {year}")
                row, state = Measure(f"{what.title} ({owner})", (*what.qualifiers, owner), what.aliases), None
            else:
                lines.append(f"{what.title}, {owner}, {year} ({word})")
                row, state = what, status
            gold.add(
                page, "hale", row, owners=[code], period=(year, year), status=state, group=heading, printed=lines[-1]
            )
        c.bullets(x, 23, 45, 60, lines, size=14, gap=8)
    furniture.foot(c)
    furniture.survey(c, v)
    c.save(folder, stem)
    gold.write(folder)
