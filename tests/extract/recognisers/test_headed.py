"""Headings with owner, period and status below them: in paragraphs, in tables of facts, in cards."""

from dataclasses import replace
from pathlib import Path

import pytest

from extract.recognisers.flat.headed import headed_measures
from extract.recognisers.flat.labelled import labelled_facts
from extract.recognisers.flat.paragraphs import paragraphs
from tests.extract.recognisers.flat_support import read
from tests.extract.recognisers.pages import deck, text_at
from tests.extract.recognisers.word_support import Part, read_word
from tests.extract.scenes import Canvas, by_title, deck_of, told
from veikart.core.blocks import Block, BlockKind, Page, Span
from veikart.core.geometry import Box
from veikart.core.records import Field, Record, Role


def summary(record: Record) -> tuple[str, str, str, str]:
    fields = (Field.OWNERS, Field.PERIOD_START, Field.PERIOD_END, Field.STATUS)
    first, start, end, status = ("; ".join(record.values(field)) for field in fields)
    return first, start, end, status


def test_facts_in_one_paragraph_below_a_numbered_heading(tmp_path: Path) -> None:
    found = read_word(
        [
            "# Tiltak som videreføres",
            "## V1 Hjelp til pasienter som trenger tolk",
            "Tolken er med på skjerm. Avtalen er ny.",
            "Ansvarlig: Helse Vest. Frist: 31.12.2026. Status: pågår",
            "## V2 Rapport om bruk",
            "Ansvarlig: Norsk helsenett; Oppstart: Q1 2026; Ferdig: Q4 2027",
        ],
        tmp_path,
    )
    assert {title: summary(record) for title, record in found.items()} == {
        "Hjelp til pasienter som trenger tolk": ("HV", "", "2026-12-31", "ongoing"),
        "Rapport om bruk": ("NHN", "2026-01-01", "2027-12-31", ""),
    }
    assert {r.value(Field.GROUP) for r in found.values()} == {"Tiltak som videreføres"}


SHEETS: list[Part] = [
    "# Prosjektark",
    "## Måling av pust",
    [["Prosjekteier", "Helse Nord", "Status", "Planlagt"], ["Periode", "2026–2027", "Ramme", "14 mill. kr"]],
    [["Delleveranse", "Tid"], ["Krav og kjøp", "1. halvår 2026"], ["Prøve ved to poster", "2027"]],
    "## Tavle for senger",
    [["Prosjekteier", "Helse Vest", "Status", "Pågår"], ["Periode", "2025", "Ramme", "6 mill. kr"]],
    "# Kontakt",
    "Ansvarlig: Helse Nord. Status: godkjent",
]


def test_a_table_of_facts_and_one_of_parts_below_a_heading(tmp_path: Path) -> None:
    found = read_word(SHEETS, tmp_path)
    assert summary(found["Måling av pust"]) == ("HN", "2026-01-01", "2027-12-31", "planned")
    assert summary(found["Tavle for senger"]) == ("HV", "2025-01-01", "2025-12-31", "ongoing")
    parts = {title: record for title, record in found.items() if record.value(Field.PARENT)}
    assert {t: (r.value(Field.PARENT), r.role) for t, r in parts.items()} == {
        "Krav og kjøp": ("Måling av pust", Role.ACTIVITY),
        "Prøve ved to poster": ("Måling av pust", Role.ACTIVITY),
    }
    assert len(found) == 4


def test_counted_headings_keep_their_number_out_of_the_title(tmp_path: Path) -> None:
    found = read_word(
        [
            "## Forslag 1: Felles timebok",
            [["Eier", "KS"], ["Når", "2027"]],
            "## Forslag 2: Chat med jordmor",
            [["Eier", "Helse Nord"], ["Når", "2026"]],
        ],
        tmp_path,
    )
    assert {t: r.role for t, r in found.items()} == {
        "Felles timebok": Role.PROPOSAL,
        "Chat med jordmor": Role.PROPOSAL,
    }


@pytest.mark.parametrize(
    "parts",
    [
        ["# Fagråd for radiologi", "Ansvarlig: Helse Nord. Status: godkjent. Frist: 2026"],  # alone of its kind
        ["## Roller og ansvar", "Ansvarlig: KS. Frist: 2026", "## Deltakere", "Ansvarlig: HN. Frist: 2027"],
        ["## Tilgang", "Ansvar er viktig: vi tar det.", "## Kunnskap", "Status quo varer ikke: noe må skje."],
        ["## Område A", [["Tiltak", "Timebok"], ["Eier", "KS"], ["Tiltak", "Chat"], ["Eier", "HN"]],
         "## Område B", [["Tiltak", "Tolk"], ["Eier", "KS"], ["Tiltak", "Video"], ["Eier", "HN"]]],
    ],
)  # fmt: skip
def test_other_headings_are_left_alone(parts: list[Part], tmp_path: Path) -> None:
    found = read_word(parts, tmp_path)
    assert not [r for r in found.values() if r.extractor == "headed-measures"]


def _card(name: str, texts: tuple[str, str], left: float, top: float) -> list[Block]:
    frame = Box(left, top, left + 0.4, top + 0.1)
    blocks = []
    for number, text in enumerate(texts):
        box = Box(left + 0.02, top + 0.02 + 0.03 * number, left + 0.38, top + 0.04 + 0.03 * number)
        blocks.append(
            Block(f"{name}/{number}", 1, BlockKind.TEXT, text, box, frame, name, size=11.0 - number, bold=not number)
        )
    return blocks


def test_cards_side_by_side_below_a_status(tmp_path: Path) -> None:
    left = _card("a", ("Felles timebok", "Ansvar: KS | 2025–2026"), 0.05, 0.2)
    right = _card("b", ("Måledata i journalen", "Ansvar: Norsk helsenett | 2027"), 0.5, 0.2)
    heading = text_at("Under arbeid", 0.05, 0.1, kind=BlockKind.TITLE, level=2, size=18.0)
    page = Page(1, (heading, left[0], right[0], left[1], right[1]), 595.0, 842.0)
    found = by_title(headed_measures(page, deck(page, kind="pdf")))
    fields = (Field.OWNERS, Field.PERIOD_START, Field.PERIOD_END, Field.STATUS)
    assert {title: tuple(told(draft, field) for field in fields) for title, draft in found.items()} == {
        "Felles timebok": ("KS", "2025-01-01", "2026-12-31", "ongoing"),
        "Måledata i journalen": ("NHN", "2027-01-01", "2027-12-31", "ongoing"),
    }


def test_lines_above_names_and_values_in_a_text_dump(tmp_path: Path) -> None:
    sheet = "{}\nTjenesteeier     {}\nStatus           {}\nPeriode          2026\nRamme            3 mill.\n\n\n"
    text = "Hver tjeneste er vist med et faktaark, og planen er veiledende for alle som leser den.\n\n"
    text += sheet.format("Felles tillitsmodell", "NHN", "I drift") + sheet.format("Sperring", "KS", "Planlagt")
    found = read(text, tmp_path)
    assert {r.title: summary(r)[::3] for r in found.records} == {
        "Felles tillitsmodell": ("NHN", "in_operation"),
        "Sperring": ("KS", "planned"),
    }


def _sheet_of_cards(width: float) -> Page:
    blocks = [text_at("2026", 0.05, 0.1, kind=BlockKind.TITLE, level=2, size=18.0)]
    for row, (name, facts) in enumerate(
        (("Felles liste", "2. kvartal · Oslo kommune"), ("Vaktplan", "4. kvartal · KS"))
    ):
        blocks.append(text_at(name, 0.05, 0.2 + 0.2 * row, size=11.0, bold=True))
        blocks.append(text_at(facts, 0.05, 0.24 + 0.2 * row, size=9.0))
        blocks.append(text_at("Planlagt", 0.05, 0.28 + 0.2 * row, size=9.0))
    return Page(1, tuple(blocks), width, 842.0)


def test_lines_without_names_below_bold_ones_on_a_sheet_but_not_on_a_slide() -> None:
    page = _sheet_of_cards(595.0)
    found = by_title(headed_measures(page, deck(page, kind="pdf")))
    assert {t: (told(d, Field.PERIOD_START), told(d, Field.STATUS)) for t, d in found.items()} == {
        "Felles liste": ("2026-04-01", "planned"),
        "Vaktplan": ("2026-10-01", "planned"),
    }
    slide = _sheet_of_cards(1500.0)
    assert headed_measures(slide, deck(slide, kind="pdf")) is None


def test_values_stand_under_their_labels_whatever_is_read_between() -> None:
    canvas = Canvas()
    for x, label, value in ((0.05, "Problem", "Pasienter står i kø."), (0.7, "Ansvarlig", "Klinikk for drift")):
        canvas.text(label, x, 0.2, bold=True)
        canvas.text(value, x, 0.25)
    canvas.blocks.sort(key=lambda block: block.box.y0 if block.box else 0.0)  # row by row
    deck = deck_of(canvas)
    facts = {fact.concept: fact.value for fact in labelled_facts(paragraphs(deck), deck.vocabulary)}
    assert facts["owner"] == "Klinikk for drift"


def marginal(number: str, lead: str, when: str, y: float, *, spans: bool = False) -> list[Block]:
    """A bold heading, a sentence below it, and at the right of both a box that tells who and when."""
    head = text_at(f"Felles kalender {number}", 0.1, y, size=12.0, bold=True)
    head = replace(head, marker=f"{number}.", box=Box(0.1, y, 0.4, y + 0.015))
    body = replace(
        text_at("Avtalen er klar, og alle får den.", 0.1, y + 0.03, size=10.0), box=Box(0.1, y + 0.03, 0.6, y + 0.042)
    )
    facts = []
    for row, (name, value) in enumerate((("Ansvar", lead), ("Tid", when))):
        if spans:
            runs = (Span(name, bold=True, size=8.5), Span(f" {value}", size=8.5))
            facts.append(replace(text_at(f"{name} {value}", 0.7, y + 0.014 * row, size=8.5), spans=runs))
        else:
            facts.append(text_at(name, 0.7, y + 0.022 * row, size=7.5, bold=True))
            facts.append(text_at(value, 0.7, y + 0.011 + 0.022 * row, size=8.5))
    return [head, *facts, body]


@pytest.mark.parametrize("spans", [False, True])
def test_facts_in_the_margin_belong_to_the_heading_beside_them(*, spans: bool) -> None:
    facts = (("1", "KS", "2026–2027"), ("2", "NHN", "fra 2027"), ("3", "FHI", "2026"))
    blocks = [
        b
        for n, (number, lead, when) in enumerate(facts)
        for b in marginal(number, lead, when, 0.3 + 0.12 * n, spans=spans)
    ]
    body = [text_at("Planen følges opp hver høst, og styret får en rapport om den.", 0.1, 0.2, size=10.0)]
    page = Page(1, (*body, *blocks), 595.0, 842.0)
    whole = deck(page, kind="pdf")
    claim = headed_measures(page, whole)
    assert claim is not None
    assert [(d.title, told(d, Field.OWNERS), told(d, Field.PERIOD_START)[:4]) for d in claim.drafts] == [
        ("Felles kalender 1", "KS", "2026"),
        ("Felles kalender 2", "NHN", "2027"),
        ("Felles kalender 3", "FHI", "2026"),
    ]


@pytest.mark.parametrize(
    "words", [("Ansvarlig", " bruk av kunstig intelligens"), ("Eier", " og leverandør avklarer drift")]
)
def test_a_sentence_that_begins_in_bold_tells_no_owner(words: tuple[str, str]) -> None:
    facts = (("1", "KS", "2026–2027"), ("2", "NHN", "fra 2027"))
    blocks = [b for n, told in enumerate(facts) for b in marginal(*told, 0.3 + 0.12 * n, spans=True)]
    sentence = Block("p1/last", 1, BlockKind.TEXT, "".join(words), Box(0.1, 0.6, 0.6, 0.62), size=10.0)
    sentence = replace(sentence, spans=(Span(words[0], bold=True, size=10.0), Span(words[1], size=10.0)))
    whole = deck(Page(1, (*blocks, sentence), 595.0, 842.0), kind="pdf")
    assert [p.text for p in paragraphs(whole)][-1] == "".join(words)


def test_a_heading_beside_two_boxes_stands_once_in_the_flow() -> None:
    def block(name: str, text: str, x: float, y: float, frame: Box | None = None) -> Block:
        kind = BlockKind.TEXT if frame else BlockKind.TITLE
        return Block(name, 1, kind, text, Box(x, y, x + 0.1, y + 0.015), frame, name[0] if frame else "", size=10.0)

    first, second = Box(0.5, 0.1, 0.7, 0.2), Box(0.72, 0.1, 0.95, 0.2)
    blocks = [
        block("a1", "Ansvar", 0.51, 0.11, first),
        block("b1", "Tid", 0.73, 0.11, second),
        block("h", "Felles kalender", 0.1, 0.11),
        block("a2", "NHN", 0.51, 0.13, first),
        block("b2", "2026", 0.73, 0.13, second),
    ]
    whole = deck(Page(1, tuple(blocks), 595.0, 842.0), kind="pdf")
    assert [p.text for p in paragraphs(whole)] == ["Felles kalender", "Ansvar", "NHN", "Tid", "2026"]
