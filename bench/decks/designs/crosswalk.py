"""11: common measures against what the regions call theirs, one column a region."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant

COLUMNS = (("Helse Nord", "HN"), ("Helse Vest", "HV"), ("Helse Sør-Øst", "HSØ"))
FILLED = ((1, 1, 0), (1, 0, 2), (0, 1, 1), (2, 1, 1), (1, 1, 1), (0, 0, 1))


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its gold."""
    stem = f"d11-oversettelse-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Felles og regionale navn", "Hva heter hva?"), "Nasjonal samordningsgruppe", "Notat")
    furniture.agenda(c, v)
    _table(c, v, gold)
    _codes(c, v, gold)
    furniture.architecture(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _table(c: Canvas, v: Variant, gold: Gold) -> None:
    page = c.add_page(v.pick("Samme behov, ulike navn", "Felles tiltak og regionenes egne"))
    rows = [("Felles", *(name for name, _ in COLUMNS))]
    for filled in FILLED:
        (common,) = v.take(1, 40)
        gold.add(page, "oversettelse", common, role="common")
        cells = [common.title]
        for count, (_, code) in zip(filled, COLUMNS, strict=True):
            items = v.take(count, 34)
            cells.append("\n".join(m.title for m in items) or v.pick("", "–"))
            for what in items:
                gold.add(page, "oversettelse", what, owners=[code], parent=common.title, role="member")
        rows.append(tuple(cells))
    c.table(3, 15, [25, 23, 23, 23], rows, height=10, size=11, banding=True)
    furniture.foot(c)


def _codes(c: Canvas, v: Variant, gold: Gold) -> None:
    """The same idea in two columns, owners as codes in parentheses."""
    page = c.add_page(v.pick("Tilknyttede prosjekter", "Prosjekter i regionene"))
    rows = [(v.pick("Felles tjeneste", "Nasjonalt tiltak"), v.pick("Regionale prosjekter", "Regionale tiltak"))]
    for n in range(3):
        (common,) = v.take(1, 40)
        gold.add(page, "tilknytning", common, role="common")
        lines = []
        for k, what in enumerate(v.take(2, 40)):
            code = COLUMNS[(n + k) % 3][1]
            lines.append(f"{what.title} ({code})")
            row = type(what)(f"{what.title} ({code})", (*what.qualifiers, code), what.aliases)
            gold.add(page, "tilknytning", row, owners=[code], parent=common.title, role="member")
        rows.append((common.title, "\n".join(lines)))
    c.table(6, 18, [36, 50], rows, height=13, size=13, header="accent2")
    furniture.foot(c)
