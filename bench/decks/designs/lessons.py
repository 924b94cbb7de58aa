"""38: a deck that talks about plans and holds none: lessons, figures by year, a checklist, questions, a glossary."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its empty gold."""
    stem = f"d38-erfaringer-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(
        c, v, v.pick("Erfaringer med veikartarbeidet", "Hvordan lager vi gode planer?"), "KS", "Nettverkssamling"
    )
    furniture.background(c, v)
    _process(c, v)
    _growth(c, v)
    _method(c)
    _questions(c, v)
    _glossary(c)
    furniture.contacts(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _process(c: Canvas, v: Variant) -> None:
    """How the plan is made: a process with months, which is no plan of measures."""
    c.add_page(v.pick("Årshjul for revisjon", "Slik jobber vi med planen"))
    for n, (step, month) in enumerate(
        (("Innspill", "Januar"), ("Prioritering", "Mars"), ("Høring", "Mai"), ("Vedtak", "Juni"))
    ):
        c.box(4 + 23 * n, 24, 23, 12, step, shape="chevron", fill="accent1", colour="FFFFFF", size=15)
        c.text(4 + 23 * n, 38, 22, 5, month, size=12, align="c")
    furniture.foot(c)


def _growth(c: Canvas, v: Variant) -> None:
    c.add_page(v.pick("Bruk av digitale tjenester", "Utvikling i bruk"))
    year = v.first_year - 3
    rows = [
        ("Region", str(year), str(year + 1), str(year + 2)),
        ("Nord", "112 000", "148 000", "201 000"),
        ("Midt", "98 000", "131 000", "177 000"),
        ("Vest", "150 000", "202 000", "240 000"),
    ]
    c.table(6, 18, [28, 18, 18, 18], rows, height=8, size=14)
    furniture.foot(c)


def _method(c: Canvas) -> None:
    c.add_page("Fem råd på veien")
    c.bullets(
        6,
        20,
        80,
        60,
        (
            "Start med behovet, ikke med løsningen",
            "Snakk med dem som skal bruke tjenesten",
            "Vær ærlig om usikkerhet",
            "Si hva som ikke er med",
            "Gjenta budskapet",
        ),
        size=20,
        gap=10,
    )
    furniture.foot(c)


def _questions(c: Canvas, v: Variant) -> None:
    c.add_page(v.pick("Spørsmål til gruppene", "Til diskusjon"))
    c.bullets(
        6,
        20,
        80,
        60,
        ("Hvilke behov er viktigst hos dere?", "Hva hindrer fremdrift?", "Hvem bør eie planen?"),
        size=20,
        gap=10,
    )
    furniture.foot(c)


def _glossary(c: Canvas) -> None:
    c.add_page("Begreper")
    rows = [
        ("Begrep", "Forklaring"),
        ("Veikart", "Bilde av hva som skal skje når"),
        ("Tiltak", "Arbeid som skal gi en ønsket endring"),
        ("Gevinst", "Virkning som noen opplever som positiv"),
    ]
    c.table(6, 20, [24, 60], rows, height=9, size=14)
    furniture.foot(c)
