"""53: pages that look like plans and are none: courses, staff, goals and money by year, risks, publications."""

from pathlib import Path

from bench.decks import furniture
from bench.decks.canvas import Canvas
from bench.decks.gold import Gold, Measure
from bench.decks.variant import Variant


def make(v: Variant, folder: Path) -> None:
    """Build the deck; its gold holds optional rows only."""
    stem = f"d53-lokkeduer-{v.number}"
    c, gold = v.canvas(), Gold(stem)
    furniture.front(c, v, v.pick("Virksomhetsrapport", "Årsmelding i bilder"), "Helse Stavanger", "Styremøte")
    year = v.first_year
    _table(
        c,
        v.pick("Kurs i vår", "Kurskalender"),
        ("Kurs", "Dato", "Sted"),
        (
            ("Førstehjelp", f"14.01.{year}", "Auditoriet"),
            ("Brannvern", f"03.02.{year}", "Kantina"),
            ("Ny som leder", f"21.03.{year}", "Digitalt"),
        ),
    )
    _table(
        c,
        "Bemanning",
        ("Avdeling", str(year), str(year + 1), str(year + 2)),
        (("Medisin", "112", "115", "118"), ("Kirurgi", "96", "94", "97"), ("Akuttmottak", "54", "60", "60")),
    )
    _table(
        c,
        v.pick("Mål for kvalitet", "Indikatorer"),
        ("Indikator", "Nå", f"Mål {year}", f"Mål {year + 1}"),
        (
            ("Epikrise innen en dag", "71 %", "80 %", "90 %"),
            ("Fristbrudd", "3,1 %", "1 %", "0 %"),
            ("Korridorpasienter", "1,4 %", "1 %", "0 %"),
        ),
    )
    _risks(c, gold)
    _bars(c, v)
    _table(
        c,
        "Publikasjoner",
        ("Tittel", "Forfatter", "År"),
        (
            ("Søvn etter hjerneslag", "Brekke mfl.", str(year - 1)),
            ("Smerte hos eldre", "Lunde og Dahl", str(year - 2)),
            ("Fall i sykehjem", "Nordmo", str(year - 1)),
        ),
    )
    furniture.thanks(c, v)
    c.save(folder, stem)
    gold.write(folder)


def _table(c: Canvas, title: str, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    c.add_page(title)
    c.table(6, 18, [32, *[18] * (len(head) - 1)], [head, *rows], height=8, size=14)
    furniture.foot(c)


def _risks(c: Canvas, gold: Gold) -> None:
    """Chores against risks: a careful person could go either way."""
    page = c.add_page("Risikovurdering")
    rows = [
        ("Risiko", "Sannsynlighet", "Konsekvens", "Tiltak"),
        ("Bortfall av nett", "Lav", "Høy", "Øve på manuelle rutiner"),
        ("Feil i overføring", "Middels", "Middels", "Ekstra kontroll i overgangen"),
        ("Sykefravær", "Høy", "Lav", "Vikarpool"),
    ]
    for row in rows[1:]:
        gold.add(page, "risiko", Measure(row[3]), optional=True, unsure=("status", "owners", "period"))
    c.table(4, 18, [26, 16, 16, 34], rows, height=9, size=13)
    furniture.foot(c)


def _bars(c: Canvas, v: Variant) -> None:
    """A drawn column chart: years below, amounts above."""
    c.add_page(v.pick("Investeringer", "Bruk av midler"))
    for n, amount in enumerate((12, 18, 15, 22, 27)):
        c.box(12 + 15 * n, 80 - 2 * amount, 10, 2 * amount, f"{amount} mill.", fill="accent2", size=11)
        c.text(12 + 15 * n, 81, 10, 5, str(v.first_year - 3 + n), size=12, align="c")
    c.line(10, 80, 88, 80, "404040")
    furniture.foot(c)
