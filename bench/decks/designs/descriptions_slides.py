"""40: a slide for each need: title, labelled texts, a list of its measures, stage at the foot."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.gold import Gold
from bench.decks.variant import Variant

TEXTS = (
    "Mange må ringe flere ganger før de får svar.",
    "Innbyggere trenger å se hva som skjer videre.",
    "Færre henvendelser og tryggere pasienter.",
)


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d40-beskrivelser-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Behovskatalog", "Beskrivelse av tiltakene"), "Direktoratet for e-helse", "Vedlegg")
    furniture.agenda(c, v)
    labels = v.pick(("Problem", "Behov", "Nytteverdi"), ("Utfordring", "Behov", "Gevinster"))
    for n in range(3):
        (what,) = v.take(1, 50)
        page = c.add_page(what.title)
        gold.add(page, "beskrivelser", what, role="need", unsure=("role",))
        for k, label in enumerate(labels):
            y = 17 + 17 * k
            if v.number % 2:
                c.box(5, y, 18, 12, label, fill="accent1", colour="FFFFFF", size=14, bold=True)
                c.text(25, y, 66, 12, TEXTS[(n + k) % 3], size=15, anchor="m")
            else:
                c.text(5, y, 86, 5, f"{label}:", size=15, bold=True)
                c.text(5, y + 5, 86, 8, TEXTS[(n + k) % 3], size=15)
        parts = v.take(2, 50)
        c.text(5, 69, 40, 5, "Tilhørende tiltak", size=15, bold=True)
        c.bullets(5, 75, 86, 15, [p.title for p in parts], size=14)
        for part in parts:
            gold.add(page, "beskrivelser", part, parent=what.title, unsure=("role",))
        furniture.foot(c)
    furniture.organisation(c, v)
    c.save(folder, stem)
    gold.write(folder)
