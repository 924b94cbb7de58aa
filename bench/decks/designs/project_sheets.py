"""23: a sheet for each project: the title names it, boxes tell purpose, deliverables, risks, manager, cost."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold, Measure
from bench.decks.variant import Variant

PURPOSE = "Gi innbyggerne ett sted å henvende seg, og gi ansatte bedre tid til oppfølging."
RISKS = ("Mangel på testressurser hos leverandøren", "Avklaring om hjemmel er forsinket")


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d23-prosjektark-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Prosjektark", "Status for prosjektene"), "Helse Nord IKT", "Månedsrapport")
    furniture.agenda(c, v)
    states = (("Pågår", "ongoing"), ("Planlagt", "planned"), ("Fullført", "done"))
    for n in range(3):
        _sheet(c, v, gold, n, *states[(n + v.number) % 3])
    furniture.organisation(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _sheet(c: Canvas, v: Variant, gold: Gold, number: int, word: str, status: str) -> None:
    (what,) = v.take(1, 50)
    page = c.add_page(v.pick(what.title, f"Prosjekt: {what.title}"))
    start, end = v.first_year - 1 + number, v.first_year + number
    row = what if v.number % 2 == 0 else Measure(what.title, what.qualifiers, what.aliases)
    gold.add(page, "ark", row, period=(start, end), status=status, unsure=("owners", "period", "status"))
    labels = v.pick(("Mål", "Leveranser", "Risiko"), ("Formål", "Viktigste leveranser", "Risiko og tiltak"))
    c.box(4, 15, 44, 5, labels[0], fill="accent1", colour="FFFFFF", size=12, bold=True, align="l")
    c.text(4, 20.5, 44, 14, PURPOSE, size=12)
    c.box(4, 38, 44, 5, labels[1], fill="accent1", colour="FFFFFF", size=12, bold=True, align="l")
    parts = v.take(3, 44)
    c.bullets(4, 44, 44, 30, [p.title for p in parts], size=12)
    for part in parts:
        gold.add(page, "ark", part, optional=True, unsure=("owners", "period", "status", "parent", "group", "role"))
    c.box(51, 15, 45, 5, "Nøkkeltall", fill="accent2", colour="FFFFFF", size=12, bold=True, align="l")
    facts = [
        ("Prosjektleder", "Siv Nordmo"),
        ("Periode", f"{start}–{end}"),
        ("Status", word),
        ("Budsjett", "4,2 mill. kr"),
        ("Fase", "Gjennomføring"),
    ]
    c.table(51, 21, [18, 27], facts, height=6, size=11, header=None)
    c.box(51, 56, 45, 5, labels[2], fill="accent4", colour="FFFFFF", size=12, bold=True, align="l")
    c.bullets(51, 62, 45, 20, RISKS, size=12)
    furniture.foot(c)
