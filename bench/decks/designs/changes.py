"""37: what changed since the last edition: new, moved, dropped; and a struck-out measure."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d37-endringer-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Revidert veikart", "Endringer siden sist"), "Helse Sør-Øst", "Oktober")
    furniture.agenda(c, v)
    _columns(c, v, gold)
    _table(c, v, gold)
    furniture.organisation(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _columns(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Endringer i veikartet", "Hva er nytt?"))
    heads = v.pick(("Nye tiltak", "Utsatte tiltak", "Fullførte tiltak"), ("Nytt", "Forskjøvet", "Ferdig"))
    for n, head in enumerate(heads):
        c.box(4 + 31.5 * n, 16, 30, 6, head, fill=f"accent{n + 1}", colour="FFFFFF", size=15, bold=True)
        items = v.take(4, 48)
        c.bullets(4 + 31.5 * n, 24, 30, 50, [m.title for m in items], size=14, gap=8)
        for what in items:
            gold.add(page, "endringer", what, unsure=("status", "group", "role"))
    furniture.foot(c)


def _table(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Justerte tidsplaner", "Nye datoer"))
    rows = [("Tiltak", v.pick("Opprinnelig plan", "Før"), v.pick("Ny plan", "Nå"), "Årsak")]
    causes = ("Avventer lovendring", "Leverandør forsinket", "Prioritert opp", "Ressursmangel")
    for n, what in enumerate(v.take(6, 46)):
        year = v.first_year + n % 2
        rows.append((what.title, str(year), str(year + 1), causes[n % 4]))
        gold.add(page, "justert", what, period=(year + 1, year + 1), unsure=("period",))
    c.table(4, 16, [42, 15, 12, 23], rows, height=8, size=12)
    furniture.foot(c)
