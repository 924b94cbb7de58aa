"""Pages that a recogniser reads as a plan and that are dates of meetings, a history, or the steps of a process."""

import pytest

from extract.claims import Claim, Draft, Use
from extract.other_pages import without_other_pages
from tests.extract.recognisers.pages import text_at
from veikart.core.records import Field
from veikart.core.vocabulary import load_vocabulary


def claim_of(names: list[str], *facts: tuple[Field, str, str]) -> Claim:
    """Return a claim with a draft for each name; a fact is a field with the value of the first and the last draft,
    counted up between them where it is a year."""
    claim = Claim("timeline", 0.9)
    for number, name in enumerate(names):
        draft = claim.add(Draft((text_at(name, 0.1, 0.1 + 0.05 * number),), name))
        for field, first, last in facts:
            step = number * (int(last) - int(first)) // max(len(names) - 1, 1) if first.isdecimal() else 0
            draft.say(field, f"{int(first) + step}-12-31" if first.isdecimal() else first, None, "caption")
    return claim


MEETINGS = ["22.1. Produktråd", "10.2. Arkitekturråd", "5.3. Styringsgruppe\n19.3. Produktråd", "7.5. Produktråd"]
ON_DAYS = ((Field.PERIOD_START, "2026-03-01", ""), (Field.PERIOD_END, "2026-03-01", ""))
BODIES = ["Produktråd", "Arkitekturråd", "Produktråd", "Styringsgruppe", "Produktråd"]
EVENTS = ["Avtalen vert skriven", "Kontoret opnar", "Felles legevakt", "Ny kommune blir med"]
PAST = (Field.PERIOD_END, "2009", "2024")
STATIONS = ["Andpusten i trappa", "Hjemme med ny medisin", "Første kontroll", "Ny infeksjon"]
NAMES = ["Felles kalender", "Digital innkalling", "Nytt lager", "Deling av bilder"]


@pytest.mark.parametrize(
    ("claim", "title", "kept"),
    [
        (claim_of(MEETINGS), "Møter", False),
        (claim_of(["14 Beredning", "18 Nämnd", "11 Beredning", "26 Dialogdag", "15 Nämnd"]), "2026", False),
        (claim_of(BODIES, *ON_DAYS), "Våren", False),
        (
            claim_of(["1.3. Felles kalender", "2.4. Digital innkalling", "5.5. Nytt lager", "9.9. Deling"]),
            "Lansering",
            True,
        ),
        (claim_of(BODIES), "Hvem", True),  # no days
        (claim_of(NAMES, *ON_DAYS), "Lansering", True),
        (claim_of(EVENTS, PAST), "Fylket", False),
        (claim_of(EVENTS, PAST, (Field.OWNERS, "HN", "HN")), "Fylket", True),
        (claim_of(NAMES, (Field.PERIOD_END, "2024", "2030")), "Fylket", True),
        (claim_of(["Lytte", "Veie", "Enes", "Sjekke"]), "Slik blir veikartet til", False),
        (claim_of(["Kjernejournal", "Helsekort", "Timebok", "Pasientvarsel"]), "Tjenester", True),
        (claim_of(NAMES), "Slik blir veikartet til", True),
        (claim_of(MEETINGS[:2]), "Møter", True),  # too few to tell
        (claim_of(["Nivå 1", "Nivå 2", "Nivå 3"]), "Modenhet", False),
        (claim_of(["Timer 1", "Kalender 2", "Innsyn 3"]), "Modenhet", True),
        (claim_of(["Anskaffelse", "Tilpasning og test", "Innføring i nord", "Opplæring"]), "Kurve", False),
        (claim_of(["Anskaffelse", "Innføring i nord", "Innføring i sør"]), "Kurve", True),
        (claim_of(STATIONS, (Field.PERIOD_TEXT, "april", "")), "Bosses reise", False),
        (claim_of(STATIONS, (Field.PERIOD_TEXT, "april", "")), "Aktivitetsplan", True),
        (claim_of(STATIONS, (Field.PERIOD_TEXT, "april 2026", "")), "Bosses reise", True),
    ],
)
def test_only_plans_stay(claim: Claim, title: str, kept: bool) -> None:
    found = without_other_pages(claim, title, load_vocabulary())
    assert bool(found.drafts) is kept
    uses = {use for use, _ in found.uses.values()}
    assert uses == ({Use.RECORD} if kept else {Use.IGNORED})


def test_phases_below_a_measure_stay() -> None:
    claim = claim_of(["Anskaffelse", "Pilot", "Utrulling", "Evaluering"])
    for draft in claim.drafts:
        draft.parent = Draft(draft.blocks, "Felles kalender")
    assert without_other_pages(claim, "Felles kalender", load_vocabulary()).drafts
