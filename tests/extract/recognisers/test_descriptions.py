"""Headings with Problem, Behov, Nytteverdi below: in text, Markdown and Word."""

from pathlib import Path

import docx
import pytest

from extract.arbitration import share_out
from extract.assemble import Assembler
from extract.claims import Draft
from extract.deck import Deck
from extract.readers.base import Limits
from extract.readers.docx import READER
from extract.recognisers.flat import FLOW
from extract.recognisers.flat.labelled import say_labelled
from extract.recognisers.flat.paragraphs import Paragraph
from tests.extract.recognisers.flat_support import read
from veikart.core.blocks import Block, BlockKind
from veikart.core.config import Config
from veikart.core.records import Field, Record, Role
from veikart.core.vocabulary import load_vocabulary

TEXT = """Her følger tiltakene.

Helse hjemme

Trygg hjemreise

Problem: Pasienter reiser hjem uten avtale.

Behov:

En plan som følger pasienten.

- med tider
- med navn

Nytteverdi

Færre reinnleggelser

Måledata fra hjemmet

Problem:

Målinger ligger på telefonen.

Behov: Deling med legen.

Side 2: Støtte

Felles regler

Problem: Reglene spriker.

Nytteverdi: Like vilkår.

Helse hjemme

Behov eller tiltak\tTiltak\tÅr
Overordnet behov\tTrygg hjemreise\t2026
Overordnet behov\tMåledata fra hjemmet\t2027
"""


def test_headings_above_labels_are_measures(tmp_path: Path) -> None:
    found = [record for record in read(TEXT, tmp_path).records if record.extractor == "descriptions"]
    assert [record.title for record in found] == ["Trygg hjemreise", "Måledata fra hjemmet", "Felles regler"]
    assert [record.value(Field.GROUP) for record in found] == ["Helse hjemme", "Helse hjemme", "Støtte"]


def test_a_description_keeps_its_whole_text(tmp_path: Path) -> None:
    found = [record for record in read(TEXT, tmp_path).records if record.extractor == "descriptions"]
    first = found[0].value(Field.DESCRIPTION)
    assert first.startswith("Problem: Pasienter reiser hjem")
    assert "med navn" in first
    assert first.endswith("Færre reinnleggelser")
    assert found[2].value(Field.DESCRIPTION).endswith("Like vilkår.")  # the table's heading is not its text


def test_rows_of_the_table_stand_beside_the_descriptions(tmp_path: Path) -> None:
    rows = [record for record in read(TEXT, tmp_path).records if record.extractor == "tables"]
    assert [(r.title, r.value(Field.GROUP)) for r in rows] == [
        ("Trygg hjemreise", "Helse hjemme"),
        ("Måledata fra hjemmet", "Helse hjemme"),
    ]


@pytest.mark.parametrize(
    "text", ["Problem: Vi mangler penger.\n\nBehov: Mer.\n", "Om møtet\n\nStatus: Ferdig\n\nAnsvarlig: KS\n"]
)
def test_labels_without_a_heading_make_no_measure(text: str, tmp_path: Path) -> None:
    assert read(text, tmp_path).titles == []


MARKDOWN = """# Plan for tjenestene

## Helse heime

### Digitalt sjukehus

**Utfordring:** Lange reiser.

**Løysing:** Behandling heime.

**Ansvarleg:** Helse Vest

**Periode:** 2026–2027

### Innsjekk sjølv

**Utfordring:** Kø.

**Løysing:** Automat.

**Status:** Planlagt
"""


def test_labels_tell_owner_period_and_status(tmp_path: Path) -> None:
    found = read(MARKDOWN, tmp_path)
    assert found.titles == ["Digitalt sjukehus", "Innsjekk sjølv"]
    assert set(found.told(Field.GROUP).values()) == {"Helse heime"}
    first = found.one("Digitalt sjukehus")
    assert (first.value(Field.OWNERS), first.value(Field.PERIOD_START)) == ("HV", "2026-01-01")
    assert found.one("Innsjekk sjølv").value(Field.STATUS) == "planned"


def _word(path: Path) -> list[Record]:
    document = docx.Document()
    document.add_heading("Strategi for sykehuset", 0)
    document.add_heading("Pasienten", 1)
    document.add_paragraph("Pasienten skal merke forskjell.")
    document.add_heading("Tiltak", 2)
    for text in ("Innføre innsjekk på mobil", "Ta i bruk felles skjema.", "Pasientskole på nett"):
        document.add_paragraph(text, style="List Bullet")
    document.add_heading("Verdier", 1)
    document.add_paragraph("Vi vil:")
    for text in ("ha gode verktøy", "lære hele livet"):
        document.add_paragraph(text, style="List Bullet")
    document.add_heading("Prosjekter", 1)
    document.add_heading("Trygg utskriving", 2)
    document.add_paragraph("Bakgrunn: Mange kommer tilbake.")
    document.add_paragraph("Mål: Færre reinnleggelser")
    document.add_paragraph("Tid: 2025-2027")
    document.save(str(path))
    return _records(path)


def _records(path: Path) -> list[Record]:
    pages = list(READER.open(path, Limits()).pages())
    deck = Deck("plan.docx", "docx", pages, load_vocabulary(), Config())
    assembler = Assembler(deck.path, "", deck.vocabulary)
    for page in pages:
        shares, _ = share_out([claim for _, f in FLOW if (claim := f(page, deck)) is not None])
        for claim, drafts in shares:
            assembler.add(claim, drafts)
    return assembler.records


def test_a_word_document(tmp_path: Path) -> None:
    found = {record.title: record for record in _word(tmp_path / "plan.docx")}
    assert set(found) == {
        "Innføre innsjekk på mobil",
        "Ta i bruk felles skjema",
        "Pasientskole på nett",
        "Trygg utskriving",
    }
    assert found["Pasientskole på nett"].value(Field.GROUP) == "Pasienten"
    assert found["Trygg utskriving"].value(Field.GROUP) == "Prosjekter"
    assert found["Trygg utskriving"].value(Field.PERIOD_END) == "2027-12-31"


LISTED = """Oversikt over avtaler

Problem: Mange må ringe for å få vite når timen er.

Behov: Å se alle avtaler på ett sted.

Tilhørende tiltak

• Felles avtalebok
• Varsel på mobil

Trygg hjemreise

Problem: Pasienter reiser hjem uten avtale.

Behov: En plan som følger pasienten.

Tilhørende tiltak:

• Digital reiseplan
• Det er viktig at alle får beskjed i tide.
"""


def test_bullets_below_the_word_for_measures_belong_to_the_need(tmp_path: Path) -> None:
    found = read(LISTED, tmp_path)
    assert found.told(Field.PARENT) == {
        "Oversikt over avtaler": "",
        "Felles avtalebok": "Oversikt over avtaler",
        "Varsel på mobil": "Oversikt over avtaler",
        "Trygg hjemreise": "",
    }
    assert [record.role for record in found.records] == [Role.NEED, Role.MEASURE, Role.MEASURE, Role.MEASURE]


def test_lines_of_one_paragraph_have_labels_of_their_own() -> None:
    body = Paragraph((Block("b1", 1, BlockKind.TEXT, "x"),), "Ansvarlig: Helse Vest\nPeriode: 2026–2027", "")
    draft = Draft((), "Ny timebok")
    say_labelled(draft, [body], Deck("plan.pdf", "pdf", [], load_vocabulary(), Config()))
    assert {(s.field, s.value) for s in draft.statements} >= {
        (Field.OWNERS, "HV"),
        (Field.PERIOD_START, "2026-01-01"),
        (Field.PERIOD_END, "2027-12-31"),
    }


def test_a_schedule_of_steps_lasts_from_the_first_to_the_last() -> None:
    lines = ("K1 2026", "Anskaffelse", "K3 2026", "Utbredelse")
    block = Block("b1", 1, BlockKind.TEXT, "x")
    steps = [Paragraph((block,), line, line) for line in lines]
    body = [Paragraph((block,), "Tidsplan", "Tidsplan", label="period"), *steps]
    draft = Draft((), "Virtuell klinikk")
    say_labelled(draft, body, Deck("plan.pdf", "pdf", [], load_vocabulary(), Config()))
    assert {(s.field, s.value) for s in draft.statements} >= {
        (Field.PERIOD_START, "2026-01-01"),
        (Field.PERIOD_END, "2026-09-30"),
    }
