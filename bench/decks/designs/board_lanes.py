"""42: a board of statuses across and owners down, small notes in the cells."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.gold import Gold
from bench.decks.variant import Variant

COUNTS = ((2, 1, 1), (1, 2, 1), (2, 1, 2))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d42-tavle-med-rader-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Samarbeidsprosjekter", "Hvor står vi?"), "Helsefellesskapet", "Strategisk utvalg")
    furniture.agenda(c, v)
    page = c.add_page(v.pick("Status på samarbeidet", "Prosjektene våre"))
    heads = v.pick(
        (("Ikke startet", "not_started"), ("Pågår", "ongoing"), ("Ferdig", "done")),
        (("Planlagt", "planned"), ("Under arbeid", "ongoing"), ("I drift", "in_operation")),
    )
    lanes = (("Helse Vest", ["HV"]), ("Bergen kommune", ["Bergen kommune"]), ("KS", ["KS"]))
    for n, (head, _) in enumerate(heads):
        c.box(17 + 27 * n, 14, 26.4, 5.5, head, fill="accent1", colour="FFFFFF", size=13, bold=True)
    for r, (lane, codes) in enumerate(lanes):
        c.box(3, 20.5 + 23.5 * r, 13.4, 22.6, lane, fill="accent1+80", size=12, bold=True)
        for n, (_, status) in enumerate(heads):
            c.box(17 + 27 * n, 20.5 + 23.5 * r, 26.4, 22.6, line="BFBFBF")
            for k, what in enumerate(v.take(COUNTS[r][n], 44)):
                c.box(
                    18 + 27 * n,
                    21.5 + 23.5 * r + 10.5 * k,
                    24.4,
                    9.6,
                    what.title,
                    fill=v.pick("FFF2CC", "E2F0D9"),
                    size=11,
                )
                gold.add(page, "tavle", what, owners=codes, status=status, unsure=("group",))
    furniture.foot(c)
    furniture.architecture(c, v)
    c.save(folder, stem)
    gold.write(folder)
