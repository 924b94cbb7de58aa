"""Tables of other designs: marks in cells, headings of two levels, phases with their years, lists that are no plans."""

from dataclasses import replace

import pytest

from extract.claims import Claim
from extract.recognisers.tables import recognise_tables
from tests.extract.recognisers.pages import Value, deck, slide, table, text_at, title
from tests.extract.scenes import by_title, told, years
from veikart.core.blocks import Span
from veikart.core.records import Field
from veikart.core.vocabulary import load_vocabulary

GREEN = "#3AA66B"


def read(rows: list[list[Value]], **look: object) -> Claim | None:
    page = slide([title("Handlingsplan"), *table(rows, **look)])  # type: ignore[arg-type]
    return recognise_tables(page, deck(page))


def test_signs_under_section_rows_are_no_column_headings() -> None:
    claim = read(
        [
            ["Prosjekt", "Fremdrift", "Risiko", "Merknad"],
            ["Store", None, None, None],
            ["Felles kalender", "●", "●", "Avventer avtale"],
            ["Digital samtykke", "●", "●", "Godkjent"],
            ["Små", None, None, None],
            ["Sikker oversikt", "●", "●", "Avventer avtale"],
        ],
        spans={(1, 0): (1, 4), (4, 0): (1, 4)},
    )
    found = by_title(claim)
    assert {name: told(d, Field.GROUP) for name, d in found.items()} == {
        "Felles kalender": "Store",
        "Digital samtykke": "Store",
        "Sikker oversikt": "Små",
    }


def test_full_row_of_a_colour_that_marks_other_rows_is_marked() -> None:
    claim = read(
        [
            ["Aktivitet", "2025", "2026"],
            ["Felles kalender", "", ""],
            ["Digital samtykke", "", ""],
        ],
        fills={(1, 1): GREEN, (1, 2): GREEN, (2, 2): GREEN},
    )
    assert {name: years(d) for name, d in by_title(claim).items()} == {
        "Felles kalender": ("2025", "2026"),
        "Digital samtykke": ("2026", "2026"),
    }


def test_headings_under_a_wide_heading_name_its_columns() -> None:
    claim = read(
        [
            ["Tiltak", "Tid", None, "Ansvarlig"],
            ["", "Fra", "Til", ""],
            ["Felles kalender", "2025", "2027", "KS"],
            ["Digital samtykke", "2026", "2026", "FHI"],
        ],
        spans={(0, 1): (1, 2)},
    )
    assert {name: years(d) for name, d in by_title(claim).items()} == {
        "Felles kalender": ("2025", "2027"),
        "Digital samtykke": ("2026", "2026"),
    }


def test_phases_with_their_years_head_columns() -> None:
    claim = read(
        [
            ["", "Etablere (2025)", "Utvikle (2026–2027)"],
            ["Helse", "• Felles kalender", "• Digital samtykke"],
            ["Skole", "• Felles oversikt", "• Trygg innlogging"],
        ]
    )
    found = by_title(claim)
    assert years(found["Trygg innlogging"]) == ("2026", "2027")
    assert told(found["Felles oversikt"], Field.GROUP) == "Skole"


def test_old_and_new_plan_side_by_side_tell_no_period() -> None:
    claim = read(
        [
            ["Tiltak", "Opprinnelig plan", "Ny plan", "Årsak"],
            ["Felles kalender", "2025", "2026", "Avventer avtale"],
            ["Digital samtykke", "2026", "2027", "Mangler folk"],
        ],
        fills={(0, c): "#204080" for c in range(4)},
    )
    assert {name: years(d) for name, d in by_title(claim).items()} == {
        "Felles kalender": ("", ""),
        "Digital samtykke": ("", ""),
    }


def test_publications_are_no_measures() -> None:
    rows: list[list[Value]] = [
        ["Tittel", "Forfatter", "År"],
        ["Søvn hos unge", "Kari Lund", "2024"],
        ["Fall i hjemmet", "Ola Vik", "2023"],
    ]
    claim = read(rows)
    assert claim is None or not claim.drafts


def test_units_of_an_organisation_own_what_people_do_not() -> None:
    claim = read(
        [
            ["Deliverable", "Responsible", "Due"],
            ["Shared calendar", "Digital Unit", "2026"],
            ["Consent portal", "Public Health Agency", "2027"],
            ["Care summary", "Mary Smith", "2027"],
        ]
    )
    owners = {name: told(d, Field.OWNERS) for name, d in by_title(claim).items()}
    assert owners == {"Shared calendar": "Digital Unit", "Consent portal": "Public Health Agency", "Care summary": ""}


def test_signs_are_headings_only_as_themselves() -> None:
    vocabulary = load_vocabulary()
    assert (vocabulary.header("#"), vocabulary.header("●")) == ("number", "")


def test_an_area_may_be_called_what_columns_of_measures_are_called() -> None:
    claim = read(
        [
            ["", "2025", "2026"],
            ["Tjenester", "Felles kalender", "Digital samtykke"],
            ["Mennesker", "Opplæring av veiledere", "Felles fagnettverk"],
            ["Teknologi", "Sikker innlogging", "Åpne grensesnitt"],
        ]
    )
    found = by_title(claim)
    assert told(found["Felles kalender"], Field.GROUP) == "Tjenester"
    assert told(found["Åpne grensesnitt"], Field.GROUP) == "Teknologi"


def test_names_beside_shaded_periods_need_no_known_heading() -> None:
    claim = read(
        [
            ["Felles løft", "2025", "2026", "2027"],
            ["Kartlegging av nett", "", "", ""],
            ["Kurs for innbyggere", "", "", ""],
        ],
        fills={(1, 1): GREEN, (2, 2): GREEN, (2, 3): GREEN},
    )
    assert {name: years(d) for name, d in by_title(claim).items()} == {
        "Kartlegging av nett": ("2025", "2025"),
        "Kurs for innbyggere": ("2026", "2027"),
    }


def test_bulleted_items_with_a_verb_stand_beside_names_in_a_plan() -> None:
    rows: list[list[Value]] = [
        ["", "2025", "2026"],
        ["Innsyn", ["• Prøvesvar fra mikrobiologi", "• Logg over hvem som har sett journalen"], ["• Felles kalender"]],
        ["Dialog", ["• Påminning om timer"], ["• UTKAST", "• Innføring av ny dialog som alle foretak skal ta i bruk."]],
    ]
    assert set(by_title(read(rows))) == {
        "Prøvesvar fra mikrobiologi",
        "Logg over hvem som har sett journalen",
        "Felles kalender",
        "Påminning om timer",
    }


def styled(starts: tuple[str, ...]) -> set[str]:
    """Read a table of measures whose titles begin in bold where a start is given."""
    rows: list[list[Value]] = [["Tiltak", "Kvartal"]]
    rows += [[f"{start}: nye rutiner for alle" if start else "Utvide søket i lageret", "Q1 2027"] for start in starts]
    blocks = table(rows)
    for index, block in enumerate(blocks):
        start, colon, rest = block.text.partition(":")
        if colon:
            blocks[index] = replace(block, spans=(Span(start + colon, bold=True), Span(rest)))
    page = slide([title("Handlingsplan"), *blocks])
    return set(by_title(recognise_tables(page, deck(page))))


def test_bold_words_here_and_there_part_no_titles_but_bold_starts_of_all_rows_do() -> None:
    assert styled(("Lesesal", "", "")) == {"Lesesal: nye rutiner for alle", "Utvide søket i lageret"}
    assert styled(("Lesesal", "Lager", "Kafé")) == {"Lesesal", "Lager", "Kafé"}


@pytest.mark.parametrize(("size", "count"), [(8.0, 2), (11.0, 3)])
def test_a_sentence_in_small_letters_under_the_rows_is_a_note(size: float, count: int) -> None:
    rows: list[list[Value]] = [
        ["Tiltak", "Ansvarlig", "Status"],
        ["Ny venteliste", "Helse Nord", "Under arbeid"],
        ["Sporing av senger", "Helse Vest", "Ikke startet"],
        ["Leverandøren har ikke bekreftet datoen.", "", ""],
    ]
    blocks = [replace(b, size=size) if b.text.startswith("Leverandøren") else b for b in table(rows)]
    page = slide(blocks)
    claim = recognise_tables(page, deck(page))
    assert claim is not None
    assert len(claim.drafts) == count


@pytest.mark.parametrize(("last", "statuses"), [("?", ["ongoing", "under_consideration"]), ("12", ["", ""])])
def test_a_column_of_explained_signs_tells_the_status_though_nothing_heads_it(last: str, statuses: list[str]) -> None:
    rows: list[list[Value]] = [["Hva", "", "2026", "2027"], ["Felles timebok", "●", "X", ""], ["Tolk", last, "", "X"]]
    page = slide([title("Handlingsplan"), *table(rows), text_at("✔ ferdig  ● pågår  ? vurderes", 0.05, 0.9)])
    claim = recognise_tables(page, deck(page))
    assert claim is not None
    assert [told(d, Field.STATUS) for d in claim.drafts] == statuses


def test_a_lone_column_headed_now_says_where_each_row_stands() -> None:
    words = ("I drift", "Utprøves", "Planlagt")
    claim = read([["Tjeneste", "For hvem", "Nå"], *([f"Tjeneste {n}", "KS", word] for n, word in enumerate(words))])
    assert [told(d, Field.STATUS) for d in by_title(claim).values()] == ["in_operation", "ongoing", "planned"]


@pytest.mark.parametrize(
    ("line", "first"),
    [("Oppgaver før og etter oppstart, uke 2–20 i 2027", "2027-01-01"), ("Fra 2026 til 2027", ""), ("Oppgaver", "")],
)
def test_months_take_the_year_that_the_line_above_the_table_names(line: str, first: str) -> None:
    rows: list[list[Value]] = [["Oppgave", "Jan", "Feb", "Mars"], ["Generalprøve", "X", "", ""], ["Kurs", "X", "X", ""]]
    page = slide([title("Forberedelser til tiltak"), text_at(line, 0.05, 0.18), *table(rows)])
    claim = recognise_tables(page, deck(page))
    assert claim is not None
    assert {told(d, Field.PERIOD_START) for d in claim.drafts} == {first}


@pytest.mark.parametrize(("cell", "count"), [("Digitalt tilsyn (i drift)", 4), ("Digitalt tilsyn om natten", 0)])
def test_organisations_over_columns_own_what_stands_below_where_statuses_do_too(cell: str, count: int) -> None:
    rows: list[list[Value]] = [["", "Oslo kommune", "Bergen kommune"], ["Trygghet", "Trygghetspakken", cell]]
    page = slide([title("Hvem gjør hva"), *table([*rows, ["Dialog", "Chat med tjenesten", "Portal for innbyggere"]])])
    claim = recognise_tables(page, deck(page))
    assert len(claim.drafts if claim else []) == count


@pytest.mark.parametrize(("heading", "count"), [("Plan for delleveranser", 3), ("Ansatte gjennom året", 0)])
def test_rows_of_months_without_a_year_are_those_of_a_plan(heading: str, count: int) -> None:
    rows: list[list[Value]] = [["Medio september", "Valgt behov"], ["Start oktober", "Utkast til standard"]]
    page = slide([title(heading), *table([*rows, ["Slutt februar", "Standard klar for høring"]])])
    claim = recognise_tables(page, deck(page))
    found = claim.drafts if claim else []
    assert [told(d, Field.PERIOD_TEXT) for d in found] == ["Medio september", "Start oktober", "Slutt februar"][:count]
    assert not any(told(d, Field.PERIOD_START) or told(d, Field.GROUP) for d in found)
