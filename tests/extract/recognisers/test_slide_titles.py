import pytest

from extract.recognisers.slide_titles import recognise_slide_title
from tests.extract.recognisers.pages import bullets, deck, slide, text_at, title
from veikart.core.records import Field, Role

FACTS = [
    "Prosjektet er i gang i tre regioner og ledes av Helse Vest",
    "Løsningen skal gi jordmødre én felles oversikt",
    "Gevinst: færre dobbeltregistreringer",
    "Planlagt innføring i 2026",
]


def test_a_slide_about_one_project_is_a_record_of_it() -> None:
    page = slide([title("Digital fødejournal", 2), *bullets(FACTS, 0.1, 0.3, 2)], 2)
    claim = recognise_slide_title(page, deck(slide([title("Forside")]), page))
    assert claim is not None
    assert [d.title for d in claim.drafts] == ["Digital fødejournal"]
    assert claim.drafts[0].says(Field.DESCRIPTION)


@pytest.mark.parametrize(
    "text",
    ["Agenda", "Bakgrunn", "Status", "Oppsummering", "Hva har vi gjort?", "Veikart for regionen", "Kari Nordmann",
     "Helse Vest", "Takk for oppmerksomheten"],
)  # fmt: skip
def test_other_titles_are_no_measures(text: str) -> None:
    page = slide([title(text, 2), *bullets(FACTS, 0.1, 0.3, 2)], 2)
    assert recognise_slide_title(page, deck(slide([title("Forside")]), page)) is None


def test_a_lecture_asks_for_more_than_a_plan() -> None:
    said = [
        "Prosjektet tester profilene i 2025 og er i gang i tre regioner",
        "Registeret svarer med en liste av kodeverk",
    ]
    page = slide([title("Forvaltning av kodeverk", 2), *bullets(said, 0.1, 0.3, 2)], 2)
    assert recognise_slide_title(page, deck(slide([title("Fagforum")]), page)) is None
    assert recognise_slide_title(page, deck(slide([title("Veikart")]), page)) is not None


def test_a_title_without_facts_below_it_is_a_divider() -> None:
    page = slide([title("Digital fødejournal", 2)], 2)
    assert recognise_slide_title(page, deck(slide([title("Forside")]), page)) is None


def test_numbered_steps_are_activities_with_their_own_periods() -> None:
    texts = ["1. Lesetilgang: kan se timer. Prod: Q1 2025", "2. Meldinger: kan skrive. Planlagt prod oktober 2025"]
    steps = [text_at(text, 0.1, 0.3 + n * 0.08, page=2, container="p2/box") for n, text in enumerate(texts)]
    page = slide([title("Innsyn for pårørende", 2), *steps], 2)
    claim = recognise_slide_title(page, deck(slide([title("Forside")]), page))
    assert claim is not None
    measure, *stages = claim.drafts
    assert [(d.title, d.role, d.parent) for d in stages] == [
        ("Lesetilgang", Role.ACTIVITY, measure), ("Meldinger", Role.ACTIVITY, measure),
    ]  # fmt: skip
    starts = [[s.value for s in d.statements if s.field is Field.PERIOD_START] for d in stages]
    assert starts == [["2025-01-01"], ["2025-10-01"]]


def test_numbered_steps_may_stand_in_boxes_far_apart() -> None:
    texts = ["1. Lesetilgang: kan se timer. Prod. des. 2023", "2. Meldinger: kan skrive. Prod. mai 2024"]
    steps = [text_at(text, 0.1, 0.3 + n * 0.2, page=2, container=f"p2/box{n}") for n, text in enumerate(texts)]
    page = slide([title("Innsyn for pårørende", 2), *steps], 2)
    claim = recognise_slide_title(page, deck(slide([title("Forside")]), page))
    assert claim is not None
    assert [d.title for d in claim.drafts] == ["Innsyn for pårørende", "Lesetilgang", "Meldinger"]


def test_ticks_after_steps_mean_done() -> None:
    texts = ["Tilgang for foreldre (V)", "Tilgang for ungdom (V)", "Tilgang for fosterforeldre"]
    blocks = [
        text_at(text, 0.1, 0.3 + n * 0.08, page=2, marker=f"{n + 1}.", container="p2/box")
        for n, text in enumerate(texts)
    ]
    page = slide([title("Barn og unge", 2), *blocks], 2)
    claim = recognise_slide_title(page, deck(slide([title("Forside")]), page))
    assert claim is not None
    statuses = [[s.value for s in d.statements if s.field is Field.STATUS] for d in claim.drafts[1:]]
    assert statuses == [["done"], ["done"], []]


def test_a_slide_in_a_row_of_slides_about_projects_needs_less_evidence() -> None:
    little = ["Tjenesten gir pasienten oversikt over egne svar", "Vi rigger et prosjekt i regionen nå til høsten"]
    rows = [("Digital fødejournal", FACTS), ("Felles svarportal", little), ("Samtykke på mobil", FACTS)]
    pages = [
        slide([title(name, number), *bullets(texts, 0.1, 0.3, number)], number)
        for number, (name, texts) in enumerate(rows, start=2)
    ]
    row = deck(slide([title("Forside")]), *pages)
    found = [claim.drafts[0].title for page in pages if (claim := recognise_slide_title(page, row))]
    assert found == [name for name, _ in rows]
    alone = deck(slide([title("Forside")]), pages[1])
    assert recognise_slide_title(pages[1], alone) is None


def test_a_fact_box_tells_owner_period_and_status() -> None:
    facts = (("Prosjekteier:", "Helse Stavanger HF"), ("Periode:", "mars 2025 – desember 2026"), ("Status:", "Pågår"))
    box = [
        text_at(t, x, 0.3 + n * 0.06, page=2)
        for n, pair in enumerate(facts)
        for t, x in zip(pair, (0.6, 0.75), strict=True)
    ]
    page = slide([title("Digital oppfølging etter infarkt", 2), *bullets(FACTS, 0.05, 0.3, 2), *box], 2)
    claim = recognise_slide_title(page, deck(slide([title("Forside")]), page))
    assert claim is not None
    said = {s.field: s.value for s in claim.drafts[0].statements}
    assert (said[Field.OWNERS], said[Field.STATUS]) == ("Helse Stavanger", "ongoing")
    assert (said[Field.PERIOD_START], said[Field.PERIOD_END]) == ("2025-03-01", "2026-12-31")


def test_lines_in_a_box_tell_whose_and_when() -> None:
    blocks = [title("Digitalt tilsyn på natt", 2), text_at("Hvorfor?", 0.1, 0.2, page=2, bold=True)]
    blocks += [text_at("Beboere våkner av fysiske tilsyn, og vakten bruker mye tid på veien.", 0.1, 0.25, page=2)]
    lines = ("Ansvarlig: Nesvik", "Periode: 2025–2026")
    blocks += [text_at(t, 0.6, 0.3 + 0.05 * n, page=2, container="p2/box") for n, t in enumerate(lines)]
    blocks += [text_at("Prosjektet er i gang. Sensoren varsler når noe skjer.", 0.1, 0.5, page=2)]
    page = slide(blocks, 2)
    claim = recognise_slide_title(page, deck(slide([title("Veikart for regionen")]), page))
    assert claim is not None
    told = {s.field: s.value for s in claim.drafts[0].statements}
    assert (told[Field.OWNERS], told[Field.PERIOD_START], told[Field.PERIOD_END]) == (
        "Nesvik", "2025-01-01", "2026-12-31"
    )  # fmt: skip


SHEET = [(0.05, 0.2, "Formål", "Pasienter melder ankomst uten å stå i kø og uten å spørre noen."),
         (0.4, 0.2, "Gevinster", "Kortere ventetid og færre spørsmål i skranken hver eneste dag."),
         (0.75, 0.2, "Eier", "Nære Helsetilbud"), (0.75, 0.4, "Forventet ferdig", "2. kvartal 2026")]  # fmt: skip


def test_a_project_card_tells_under_its_labels() -> None:
    blocks = [title("Prosjektkort: Selvbetjent innsjekk på akuttmottak", 2)]
    for x, y, label, text in SHEET:
        blocks += [text_at(label, x, y, page=2, bold=True), text_at(text, x, y + 0.05, page=2)]
    page = slide(blocks, 2)
    claim = recognise_slide_title(page, deck(slide([title("Veikart")]), page))
    assert claim is not None
    (draft,) = claim.drafts
    assert [s.value for s in draft.statements if s.field is Field.OWNERS] == ["Nære Helsetilbud"]
    assert [s.value for s in draft.statements if s.field is Field.PERIOD_END] == ["2026-06-30"]
    assert [s.value for s in draft.statements if s.field is Field.PERIOD_TEXT] == ["2. kvartal 2026"]


def test_a_title_that_announces_names_no_measure() -> None:
    page = slide([title("Fire mål for perioden", 2), *bullets(FACTS, 0.1, 0.3, 2)], 2)
    assert recognise_slide_title(page, deck(slide([title("Veikart")]), page)) is None


@pytest.mark.parametrize("facts", ["Start: januar 2026\nStatus: pågår", "Født: 1970\nBosted: Lund"])
def test_two_capital_words_name_a_project_where_facts_stand_beside(facts: str) -> None:
    told = ["Lang vei til sykehus gjør at pasienter med lungesykdom kommer sent til hjelp", "Mål: færre innleggelser",
            "Nytte: tryggere pasienter og bedre arbeidsmiljø", facts]  # fmt: skip
    blocks = [text_at(text, 0.1, 0.2 + 0.15 * n, page=2) for n, text in enumerate(told)]
    page = slide([title("Heimemåling Østerlen", 2), *blocks], 2)
    claim = recognise_slide_title(page, deck(slide([title("Veikart")]), page))
    assert (claim is not None) is facts.startswith("Start")
