"""Pages that surround plans, each put to all recognisers at once: none of them may find a measure there."""

from collections.abc import Callable

import pytest

from extract.arbitration import share_out
from extract.layout.reading import page_title
from extract.layout.short_forms import learned
from extract.other_pages import without_other_pages
from extract.recognisers.catalogue import recognisers_for
from tests.extract.recognisers.pages import bullets, slide, table, text_at, title
from tests.extract.recognisers.pages import deck as deck_of_pages
from tests.extract.scenes import Canvas
from veikart.core.blocks import Page


def measures(page: Page) -> list[str]:
    """Return the titles of what the recognisers keep of a page, as the whole way does."""
    front = slide([title("Styringsgruppe for digitale tjenester", 1)], 1)
    deck = deck_of_pages(front, page)
    deck.vocabulary = learned(deck)
    claims = [claim for _, read in recognisers_for(page, deck) if (claim := read(page, deck)) is not None]
    heading = page_title(page, deck)
    claims = [without_other_pages(claim, heading, deck.vocabulary) for claim in claims]
    return [draft.title for _, drafts in share_out(claims)[0] for draft in drafts]


def tabled(heading: str, *rows: str) -> Page:
    """Return a page with a table; cells are parted by vertical bars."""
    return slide([title(heading, 2), *table([row.split(" | ") for row in rows], page=2)], 2)


def listed(heading: str, *items: str) -> Page:
    return slide([title(heading, 2), *bullets(items, 0.1, 0.25, page=2)], 2)


def canvas(heading: str) -> Canvas:
    drawn = Canvas(2)
    drawn.title(heading)
    return drawn


def calendar() -> Page:
    drawn = canvas("Møtedatoer 2026")
    bodies = ("22.1. Produktråd", "10.2. Arkitekturråd", "5.3. Styringsgruppe", "14.4. Produktråd", "7.5. Produktråd")
    for i, (month, body) in enumerate(zip(("Januar", "Februar", "Mars", "April", "Mai"), bodies, strict=True)):
        drawn.box(month, 0.04 + i * 0.19, 0.2, 0.17, 0.05, fill="#3E7CB1")
        drawn.box(body, 0.04 + i * 0.19, 0.25, 0.17, 0.15, fill="#FFFFFF", outline="#3E7CB1")
    return drawn.page


def history() -> Page:
    drawn = canvas("Samarbeidet gjennom årene")
    drawn.line(0.05, 0.5, 0.95, 0.5)
    names = ("Tre kommuner skriver under", "Kontoret åpner i Lunde", "Felles legevakt", "Ny daglig leder")
    for i, (year, name) in enumerate(zip((2009, 2014, 2018, 2024), names, strict=True)):
        drawn.area(0.1 + i * 0.25, 0.48, 0.03, 0.04, "#E08E45", shape="ellipse")
        drawn.text(str(year), 0.1 + i * 0.25, 0.42, bold=True)
        drawn.text(name, 0.06 + i * 0.25, 0.55)
    return drawn.page


def team() -> Page:
    drawn = canvas("Teamet")
    people = (("Kari Nes", "Prosjektleder"), ("Ola Berg", "Arkitekt"), ("Ane Lie", "Jurist"), ("Per Moe", "Tester"))
    for i, (name, role) in enumerate(people):
        drawn.box(f"{name}|{role}|Norsk helsenett", 0.05 + i * 0.23, 0.3, 0.2, 0.2)
    return drawn.page


def stairs() -> Page:
    drawn = canvas("Modenhet i datadeling")
    for i, (name, year) in enumerate((("Papir og faks", 2012), ("Lokale arkiv", 2016), ("Deling i sanntid", 2030))):
        drawn.box(f"Nivå {i + 1}|{name}|{year}", 0.1 + i * 0.25, 0.6 - i * 0.15, 0.24, 0.3 + i * 0.15)
    return drawn.page


def phases() -> Page:
    drawn = canvas("Kurve Nova: faser i prosjektet")
    for i, year in enumerate(("2025", "2026", "2027")):
        drawn.box(year, 0.25 + i * 0.23, 0.2, 0.23, 0.05, fill="#1F3864")
    for i, name in enumerate(("Anskaffelse", "Tilpasning og test", "Opplæring", "Utrulling", "Overføring til drift")):
        drawn.text(name, 0.05, 0.3 + i * 0.1)
        drawn.area(0.26 + i * 0.1, 0.3 + i * 0.1, 0.2, 0.04, "#2E8B57")
    return drawn.page


def population() -> Page:
    drawn = canvas("Innbyggere over 80 år")
    for i, (year, count) in enumerate(
        ((2025, "31,2 tusen"), (2027, "34,0 tusen"), (2029, "37,1 tusen"), (2031, "40,8 tusen"))
    ):
        drawn.area(0.1 + i * 0.2, 0.7 - i * 0.1, 0.12, 0.2 + i * 0.1, "#2E8B57")
        drawn.text(count, 0.11 + i * 0.2, 0.65 - i * 0.1)
        drawn.text(str(year), 0.13 + i * 0.2, 0.92)
    return drawn.page


def journey() -> Page:
    drawn = canvas("Bosse: et år med hjertesvikt")
    stops = ("Andpusten i trappa", "Akutt innleggelse", "Hjemme med ny medisin", "Første kontroll", "Stabil igjen")
    for i, (month, stop) in enumerate(zip(("Januar", "Februar", "April", "Juni", "Desember"), stops, strict=True)):
        drawn.box(month, 0.05 + i * 0.19, 0.85, 0.16, 0.05, fill="#0E5E6F")
        drawn.area(0.12 + i * 0.19, 0.4 + 0.1 * (i % 2), 0.02, 0.03, "#0E5E6F", shape="ellipse")
        drawn.text(stop, 0.06 + i * 0.19, 0.34 + 0.1 * (i % 2))
    return drawn.page


def swot() -> Page:
    drawn = canvas("Hvor står vi?")
    for i, (head, text) in enumerate(
        (
            ("Styrker", "God kompetanse"),
            ("Svakheter", "Mange systemer"),
            ("Muligheter", "Felles innkjøp"),
            ("Trusler", "Stramme budsjett"),
        )
    ):
        x, y = 0.05 + 0.47 * (i % 2), 0.2 + 0.38 * (i // 2)
        drawn.box(head, x, y, 0.44, 0.06, fill="#1F3864", bold=True)
        drawn.box(f"• {text}", x, y + 0.06, 0.44, 0.26, fill="#FFFFFF", outline="#1F3864")
    return drawn.page


def chart() -> Page:
    drawn = canvas("Slik er programmet organisert")
    drawn.box("Styringsgruppe", 0.4, 0.2, 0.2, 0.1)
    for i, name in enumerate(("Produktråd", "Arkitekturråd", "Brukerråd")):
        drawn.box(name, 0.15 + i * 0.27, 0.5, 0.2, 0.1)
        drawn.line(0.5, 0.3, 0.25 + i * 0.27, 0.5)
    return drawn.page


def process() -> Page:
    drawn = canvas("Slik blir veikartet til")
    for i, name in enumerate(("Lytte", "Veie", "Enes", "Sjekke")):
        drawn.box(name, 0.05 + i * 0.23, 0.25, 0.22, 0.1, shape="chevron", fill="#0E5E6F")
        drawn.box(
            "Brukerne forteller hvor det svikter, og vi hører på dem.", 0.05 + i * 0.23, 0.38, 0.2, 0.2, fill="#EEEEEE"
        )
    return drawn.page


PAGES: dict[str, Callable[[], Page]] = {
    "calendar": calendar,
    "history": history,
    "team": team,
    "stairs": stairs,
    "phases": phases,
    "population": population,
    "journey": journey,
    "swot": swot,
    "organisation": chart,
    "process": process,
    "agenda": lambda: tabled(
        "Dagens møte",
        "Tid | Sak | Ansvarlig",
        "09.00 | Velkommen | Kari Nes",
        "09.15 | Status for prosjektene | Ola Berg",
    ),
    "duties": lambda: tabled(
        "Hvem gjør hva?",
        "Oppgave | Styret | Produkteier | Brukerråd",
        "Vedta budsjett | A | R | I",
        "Prioritere køen | I | A | C",
    ),
    "budget": lambda: tabled(
        "Kostnader",
        "Post | 2025 | 2026 | 2027",
        "Lønn | 4,2 | 4,4 | 4,5",
        "Lisenser | 1,9 | 2,0 | 2,1",
        "Reiser | 0,2 | 0,2 | 0,2",
    ),
    "risks": lambda: tabled(
        "Hva kan gå galt",
        "Risiko | Sannsynlighet | Konsekvens | Ansvarlig",
        "Forsinket leveranse | Høy | Middels | NHN",
        "Mangel på folk | Lav | Høy | HN",
    ),
    "systems": lambda: tabled(
        "Systemer og avtaler",
        "System | Leverandør | Avtale utløper | Status",
        "Journalis | Fjellsoft AS | 31.12.2028 | I drift",
        "RadView | Optinor AS | 30.06.2027 | I drift",
    ),
    "publications": lambda: tabled(
        "Les mer",
        "År | Forfatter | Tittel",
        "2021 | Lindvall m.fl. | Besøk i grisgrendt strøk",
        "2023 | Rask | Portaler for eldre",
    ),
    "glossary": lambda: tabled(
        "Ord og begreper",
        "Ord | Forklaring",
        "Epikrise | Oppsummering fra sykehuset",
        "Henvisning | Brev fra fastlegen",
    ),
    "beds": lambda: tabled(
        "Sykehusene", "Sykehus | Senger | Ansatte", "Nordby | 120 | 640", "Sørby | 84 | 410", "Vestby | 231 | 1 020"
    ),
    "next meeting": lambda: listed(
        "Veien videre",
        "Fagrådet møtes 9. oktober",
        "Direktørmøtet får saken 4. november",
        "Styret blir orientert 16. desember",
    ),
    "advice": lambda: listed(
        "Lærdommer", "Start i det små", "Lytt til dem som bruker løsningen", "Ikke undervurder opplæringen"
    ),
    "questions": lambda: listed(
        "Til drøfting", "Hva haster mest?", "Hvem bør eie dette?", "Hva kan vi la være å gjøre?"
    ),
    "survey": lambda: listed(
        "Svar fra brukerne", "82 % er fornøyde", "64 % bruker tjenesten hver uke", "12 % vet ikke om den"
    ),
    "contact": lambda: slide([title("Kontakt", 2), text_at("Kari Nes, kari@nordby.example", 0.1, 0.3, page=2)], 2),
}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_that_is_no_plan_gives_no_measures(kind: str) -> None:
    assert measures(PAGES[kind]()) == []


def test_the_same_means_draw_a_plan() -> None:
    drawn = canvas("Veikart")
    for i, year in enumerate(("2025", "2026", "2027")):
        drawn.box(year, 0.25 + i * 0.23, 0.2, 0.23, 0.05, fill="#1F3864")
    names = ("Felles kalender", "Digital innkalling", "Nytt lager")
    for i, name in enumerate(names):
        drawn.text(name, 0.05, 0.3 + i * 0.1)
        drawn.area(0.26 + i * 0.2, 0.3 + i * 0.1, 0.2, 0.04, "#2E8B57")
    assert sorted(measures(drawn.page)) == sorted(names)
    rows = ("Tiltak | Ansvarlig | Frist", "Felles kalender | NHN | 2026", "Nytt lager | HN | 2027")
    assert measures(tabled("Handlingsplan", *rows)) == ["Felles kalender", "Nytt lager"]
    assert measures(listed("Tiltak i 2026", *names)) == list(names)
