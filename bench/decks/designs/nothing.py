"""27: a meeting deck without any measure: numbers, an incident, staffing, budget, rules, a competition."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold
from bench.decks.variant import Variant


def make(v: Variant, folder: Path) -> None:
    """Build the deck and its empty gold."""
    stem = f"d27-ingen-tiltak-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Personalmøte", "Ledermøte"), "Sørlandet sykehus", "Uke 14")
    furniture.agenda(c, v)
    _incident(c)
    _figures(c, v)
    _roster(c, v)
    _calendar(c, v)
    furniture.survey(c, v)
    furniture.organisation(c, v)
    furniture.architecture(c, v)
    furniture.contacts(c, v)
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _incident(c: Canvas) -> None:
    c.add_page("Hendelsen 3. februar")
    c.bullets(
        5,
        18,
        55,
        60,
        (
            "Kl. 07.42: Brukere mister tilgang til journal",
            "Kl. 08.10: Beredskapsledelsen samles",
            "Kl. 09.35: Feil funnet i lastbalanserer",
            "Kl. 10.20: Normal drift",
        ),
        size=16,
    )
    c.box(66, 20, 30, 30, "Årsak: utløpt sertifikat\nKonsekvens: 2 t 38 min nedetid", fill="accent4+60", size=14)
    furniture.foot(c)


def _figures(c: Canvas, v: Variant) -> None:
    c.add_page("Økonomi hittil i år")
    year = v.first_year
    rows = [
        ("Post", f"Budsjett {year}", f"Regnskap {year}", "Avvik"),
        ("Lønn", "41,2", "42,0", "-0,8"),
        ("Vikarer", "3,1", "4,4", "-1,3"),
        ("Lisenser", "6,0", "5,7", "0,3"),
        ("Reiser", "0,9", "0,6", "0,3"),
        ("Sum", "51,2", "52,7", "-1,5"),
    ]
    c.table(6, 18, [34, 18, 18, 14], rows, height=8, size=14)
    furniture.foot(c)


def _roster(c: Canvas, v: Variant) -> None:
    c.add_page(v.pick("Hvem gjør hva på vakt?", "Roller ved beredskap"))
    for n, (role, duty) in enumerate(
        (
            ("Vaktleder", "Kaller inn"),
            ("Loggfører", "Skriver ned tidspunkt"),
            ("Talsperson", "Svarer mediene"),
            ("Fagekspert", "Finner feilen"),
        )
    ):
        c.box(5 + 23 * n, 20, 21, 8, role, fill="accent1", colour="FFFFFF", size=14, bold=True)
        c.box(5 + 23 * n, 30, 21, 16, duty, fill="accent1+80", size=13)
    furniture.foot(c)


def _calendar(c: Canvas, v: Variant) -> None:
    c.add_page("Møteplan")
    year = v.first_year
    rows = [
        ("Dato", "Møte", "Sted"),
        (f"12.01.{year}", "Ledermøte", "Store møterom"),
        (f"09.02.{year}", "Allmøte", "Kantina"),
        (f"15.03.{year}", "Styremøte", "Kristiansand"),
    ]
    c.table(6, 18, [20, 36, 28], rows, height=8, size=14)
    furniture.foot(c)
