from dataclasses import replace

import pytest

from extract.claims import Draft
from extract.recognisers.tables import recognise_tables
from tests.extract.recognisers.pages import Value, deck, slide, table, text_at, title
from veikart.core.blocks import Block, Page
from veikart.core.problems import Code
from veikart.core.records import Field, LinkKind, Role
from veikart.core.text import mend


def drafts(*blocks_of_pages: list) -> list[Draft]:  # type: ignore[type-arg]
    pages = [slide(blocks, number) for number, blocks in enumerate(blocks_of_pages, 1)]
    whole = deck(*pages)
    claims = [recognise_tables(page, whole) for page in pages]
    return [d for claim in claims if claim for d in claim.drafts]


def value(draft: Draft, name: Field) -> str:
    return "; ".join(s.value for s in draft.statements if s.field is name)


def summary(draft: Draft) -> tuple[str, str, str, str, str]:
    return (
        mend(draft.title),
        value(draft, Field.OWNERS),
        value(draft, Field.PERIOD_START),
        value(draft, Field.PERIOD_END),
        value(draft, Field.STATUS),
    )


def test_a_measure_table_gives_owner_period_and_status_of_each_row() -> None:
    rows: list[list[Value]] = [
        ["Tiltak", "Ansvarlig", "Oppstart", "Ferdig", "Status"],
        ["Ny venteliste", "Helse Nord", "Q1 2025", "Q4 2026", "Under arbeid"],
        ["Sporing av senger", "Bergen kommune", "01.03.2026", "", "Ikke startet"],
        ["Kurs på nett", "Kari Nordmann", "", "2027", ""],
    ]
    assert [summary(d) for d in drafts(table(rows))] == [
        ("Ny venteliste", "HN", "2025-01-01", "2026-12-31", "ongoing"),
        ("Sporing av senger", "Bergen kommune", "2026-03-01", "", "not_started"),
        ("Kurs på nett", "", "", "2027-12-31", ""),
    ]


def test_a_table_without_header_goes_on_from_the_slide_before() -> None:
    first = table([["Tiltak", "Tidsrom"], ["Heimemåling", "2025"], ["Nettkurs", "2026"]])
    second = table([["Samtykke på mobil", "2026-27"], ["Felles ordbok", "2027"]], page=2, name="t2")
    found = drafts([title("Tiltaksliste (1/2)"), *first], [title("Tiltaksliste (2/2)", 2), *second])
    assert [d.title for d in found] == ["Heimemåling", "Nettkurs", "Samtykke på mobil", "Felles ordbok"]
    assert value(found[2], Field.PERIOD_END) == "2027-12-31"
    assert len({d.listing for d in found}) == 1


def test_rows_with_roles_hang_measures_under_the_need_above() -> None:
    found = drafts(
        table(
            [
                ["Behov eller tiltak", "Tiltak", "År"],
                ["Overordnet behov", "Tryggere overganger", "2026"],
                ["Tilhørende tiltak", "Varsel til kommunen", "2026"],
                ["Overordnet behov", "Enklere innlogging", "2025"],
            ]
        )
    )
    assert [d.role for d in found] == [Role.NEED, Role.MEASURE, Role.NEED]
    assert [d.parent.title if d.parent else "" for d in found] == ["", "Tryggere overganger", ""]


@pytest.mark.parametrize(
    ("rows", "periods"),
    [
        ([["Tiltak", "2024", "2025", "2026"], ["Ny portal", "x", "X", ""], ["Nytt arkiv", "", "", "●"]],
         [("2024-01-01", "2025-12-31"), ("2026-01-01", "2026-12-31")]),
        ([["Prosjekt", "2025", None, "2026", None], [None, "H1", "H2", "H1", "H2"], ["Ny portal", "", "x", "x", ""],
          ["Nytt arkiv", "", "", "", "x"]],
         [("2025-07-01", "2026-06-30"), ("2026-07-01", "2026-12-31")]),
    ],
)  # fmt: skip
def test_marks_under_periods_date_the_row(rows: list[list[Value]], periods: list[tuple[str, str]]) -> None:
    spans = {(0, 1): (1, 2), (0, 3): (1, 2), (0, 0): (2, 1)} if None in rows[0] else {}
    found = drafts(table(rows, spans=spans))
    assert [(value(d, Field.PERIOD_START), value(d, Field.PERIOD_END)) for d in found] == periods


def test_coloured_cells_under_quarters_date_the_row_but_bands_do_not() -> None:
    green, band = "#2E8B57", "#EEF3FA"
    fills = {(1, c): band for c in range(5)} | {(2, 2): green, (2, 3): green}
    rows: list[list[Value]] = [["Tiltak", "Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025"], ["A-skjema", *[""] * 4]]
    found = drafts(table([*rows, ["Tale til tekst", *[""] * 4]], fills=fills))
    assert [summary(d)[2:4] for d in found] == [("", ""), ("2025-04-01", "2025-09-30")]


def test_period_columns_give_each_item_its_column_and_its_rows_owner() -> None:
    rows: list[list[Value]] = [
        ["", "2025", "2026", "Lenger sikt"],
        ["Helse Nord", ["• Ny venteliste", "• Nettkurs"], ["• Sporing av senger"], ["• Samisk tale"]],
        ["Innbygger", ["• Enklere innlogging"], None, []],
    ]
    found = drafts(table(rows, spans={(2, 1): (1, 2)}))
    assert [summary(d)[:4] for d in found] == [
        ("Ny venteliste", "HN", "2025-01-01", "2025-12-31"),
        ("Nettkurs", "HN", "2025-01-01", "2025-12-31"),
        ("Sporing av senger", "HN", "2026-01-01", "2026-12-31"),
        ("Samisk tale", "HN", "", ""),
        ("Enklere innlogging", "", "2025-01-01", "2026-12-31"),
    ]
    assert [value(d, Field.GROUP) for d in found] == ["", "", "", "", "Innbygger"]
    assert value(found[3], Field.PERIOD_TEXT) == "Lenger sikt"


def test_columns_of_statuses_and_rows_of_years_are_grids_too() -> None:
    board = drafts(table([["Planlagt", "Under arbeid", "Ferdig"], [["• Ny app"], ["• Nytt arkiv"], ["• Nytt bord"]]]))
    assert [value(d, Field.STATUS) for d in board] == ["planned", "ongoing", "done"]
    years = drafts(table([["", "Helse Nord", "KS"], ["2025", "Turnusverktøy", ""], ["2026", "Triage", "Nettkurs"]]))
    assert [summary(d)[:3] for d in years] == [
        ("Turnusverktøy", "HN", "2025-01-01"), ("Triage", "HN", "2026-01-01"), ("Nettkurs", "KS", "2026-01-01"),
    ]  # fmt: skip


def test_a_crosswalk_binds_members_to_their_common_name() -> None:
    page = slide(
        table(
            [
                ["Felles", "Regionale initiativ/prosjekt"],
                ["Digital timebestilling", ["• Bestill time (HV)", "• Timeportal (HN)"]],
                ["Prøvesvar", ["• Prøvesvar (HSØ, HN)"]],
            ]
        )
    )
    claim = recognise_tables(page, deck(page))
    assert claim is not None
    assert [(d.role, d.parent.title if d.parent else "") for d in claim.drafts] == [
        (Role.COMMON, ""), (Role.MEMBER, "Digital timebestilling"), (Role.MEMBER, "Digital timebestilling"),
        (Role.COMMON, ""), (Role.MEMBER, "Prøvesvar"),
    ]  # fmt: skip
    assert [(link.kind, link.left.title, link.right.title if link.right else "") for link in claim.links] == [
        (LinkKind.CROSSWALK, "Digital timebestilling", "Bestill time (HV)"),
        (LinkKind.CROSSWALK, "Digital timebestilling", "Timeportal (HN)"),
        (LinkKind.CROSSWALK, "Prøvesvar", "Prøvesvar (HSØ, HN)"),
    ]


def test_the_other_columns_of_a_crosswalk_tell_of_the_common_measure() -> None:
    rows: list[list[Value]] = [
        ["Felles tiltak", "Helse Nord", "Helse Vest", "Ansvarlig", "Status", "Periode"],
        ["Digital timebestilling", "Timeportal", "Bestill time", "NHN", "Pågår", "2026–2027"],
        ["Innsyn for foreldre", "Foreldreinnsyn", "–", "", "Under vurdering", ""],
    ]
    page = slide(table(rows))
    claim = recognise_tables(page, deck(page))
    assert claim is not None
    fields = (Field.OWNERS, Field.STATUS, Field.PERIOD_TEXT)
    assert [(d.title, *(value(d, name) for name in fields)) for d in claim.drafts] == [
        ("Digital timebestilling", "NHN", "ongoing", "2026–2027"),
        ("Timeportal", "HN", "", ""),
        ("Bestill time", "HV", "", ""),
        ("Innsyn for foreldre", "", "under_consideration", ""),
        ("Foreldreinnsyn", "HN", "", ""),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["Sak", "Tema", "Tid"], ["1/26", "Godkjenning av referat", "09.00"], ["2/26", "Status", "09.10"]],
        [["Post", "2024", "2025"], ["Lønn", "12,5", "13,0"], ["Konsulenter", "4,0", "3,5"]],
        [["Tjeneste", "2023", "2024"], ["Innlogginger", "1 200 000", "1 450 000"], ["Meldinger", "12 %", "18 %"]],
        [["Navn", "Virksomhet"], ["Kari Nordmann", "Helse Nord"], ["Ola Hansen", "NHN"]],
        [["Kode", "Betydning"], ["HN", "Helse Nord"], ["HV", "Helse Vest"]],
        [["Risiko", "Sannsynlighet", "Konsekvens"], ["Forsinket leveranse", "Middels", "Høy"]],
        [["Dato", "Sted", "Tema"], ["12.01.2026", "Bodø", "Oppstart"], ["14.03.2026", "Bergen", "Arkitektur"]],
    ],
)
def test_other_tables_give_no_measures(rows: list[list[Value]]) -> None:
    assert drafts(table(rows)) == []


def test_merged_cells_sections_and_numbers_give_group_and_parent() -> None:
    found = drafts(
        table(
            [
                ["Område", "Nr", "Tiltak"],
                ["Mestring", "1", "Nettkurs"],
                [None, "1.1", "Opptak av videoer"],
                ["Flyt", "2", "Sporing av senger"],
            ],
            spans={(1, 0): (2, 1)},
        )
    )
    assert [value(d, Field.GROUP) for d in found] == ["Mestring", "Mestring", "Flyt"]
    assert [d.parent.title if d.parent else "" for d in found] == ["", "Nettkurs", ""]
    sections = drafts(table([["Tiltak", "År"], ["Helse Vest", None], ["Nettkurs", "2025"]], spans={(1, 0): (1, 2)}))
    assert [summary(d)[:3] for d in sections] == [("Nettkurs", "HV", "2025-01-01")]


def test_a_period_that_cannot_be_read_is_a_problem_and_stays_text() -> None:
    page = slide(table([["Tiltak", "År"], ["Nettkurs", "2025"], ["Ny app", "fase 3B"]]))
    claim = recognise_tables(page, deck(page))
    assert claim is not None
    assert [p.code for p in claim.problems] == [Code.PERIOD_UNREADABLE]
    assert value(claim.drafts[1], Field.PERIOD_TEXT) == "fase 3B"
    assert not claim.drafts[1].says(Field.PERIOD_START)


def test_pages_without_layout_are_read_as_well() -> None:
    blocks = [replace(b, box=None, frame=None, heading_path=("Trygg hjemme",)) for b in table(
        [["Tiltak", "År"], ["Nettkurs", "2025"], ["Ny app", "2026"]]
    )]  # fmt: skip
    page = Page(1, tuple(blocks))
    claim = recognise_tables(page, deck(page, kind="docx"))
    assert claim is not None
    assert [summary(d)[:3] for d in claim.drafts] == [("Nettkurs", "", "2025-01-01"), ("Ny app", "", "2026-01-01")]


def test_tables_on_top_of_each_other_are_read_apart_under_their_headings() -> None:
    rows: list[list[Value]] = [
        ["Tiltak", "Ansvarlig", "År"],
        ["Nettkurs", "KS", "2025"],
        ["Trygg hjemme", None, None],
        ["Tiltak", "Ansvarlig", "År"],
        ["Ny app", "NHN", "2026"],
        ["Tiltak", "Ansvarlig", "År"],
        ["Samtykke på mobil", "NHN", "2027"],
    ]
    found = drafts(table(rows, spans={(2, 0): (1, 3)}))
    assert [(*summary(d)[:3], value(d, Field.GROUP)) for d in found] == [
        ("Nettkurs", "KS", "2025-01-01", ""),
        ("Ny app", "NHN", "2026-01-01", "Trygg hjemme"),
        ("Samtykke på mobil", "NHN", "2027-01-01", "Trygg hjemme"),
    ]


def sheets(*blocks_of_pages: list) -> list[Draft]:  # type: ignore[type-arg]
    pages = [Page(n, tuple(blocks), 595.0, 842.0) for n, blocks in enumerate(blocks_of_pages, 1)]
    whole = deck(*pages, kind="pdf")
    return [d for page in pages if (claim := recognise_tables(page, whole)) for d in claim.drafts]


def test_a_row_that_is_broken_over_two_pages_is_one_measure() -> None:
    header: list[Value] = ["Nr", "Tiltak", "Ansvarlig"]
    first = table([header, ["1", "Nettkurs", "KS"], ["2", "Felles plattform for", "NHN"]])
    second = table([header, ["", "tverrfaglige møter", ""], ["3", "Ny app", "KS"]], page=2, top=0.05)
    assert [mend(d.title) for d in sheets(first, second)] == [
        "Nettkurs", "Felles plattform for tverrfaglige møter", "Ny app",
    ]  # fmt: skip


def test_a_grids_cell_goes_on_over_the_page() -> None:
    first = table([["", "2025", "2026"], ["Helse Nord", ["• Nettkurs"], ["• Utrulling av"]]])
    second = table([["", "", "sensorplattform"], ["Helse Vest", ["• Ny app"], []]], page=2, name="t2", top=0.05)
    assert [(mend(d.title), *summary(d)[1:3]) for d in sheets(first, second)] == [
        ("Nettkurs", "HN", "2025-01-01"),
        ("Utrulling av sensorplattform", "HN", "2026-01-01"),
        ("Ny app", "HV", "2025-01-01"),
    ]


def test_what_comes_again_beside_the_measures_is_their_group() -> None:
    rows: list[list[Value]] = [["ID", "Satsing", "Tiltak", "Ansvarlig"]]
    rows += [["T1", "Barn", "Chat med jordmor", "KS"], ["T2", "Barn", "Kurs på nett", "HN"]]
    rows += [["T3", "Eldre", "Måling hjemme", "HN"], ["T4", "Eldre", "Felles tavle", "HV"]]
    found = drafts(table(rows))
    assert [(d.title, value(d, Field.GROUP), d.parent) for d in found] == [
        ("Chat med jordmor", "Barn", None),
        ("Kurs på nett", "Barn", None),
        ("Måling hjemme", "Eldre", None),
        ("Felles tavle", "Eldre", None),
    ]


def test_measures_merged_over_their_parts_are_the_parents() -> None:
    rows: list[list[Value]] = [["Prosjekt", "Leveranse", "Ansvarlig", "Frist"]]
    rows += [["Ny journal", "Kravliste", "HN", "2026"], [None, "Opplæring av superbrukere", None, "2027"]]
    rows += [["Felles kalender", "Avtale", "HV", "2028"]]
    found = drafts(table(rows, spans={(1, 0): (2, 1), (1, 2): (2, 1)}))
    assert {d.title: (d.parent.title if d.parent else "", d.role, value(d, Field.OWNERS)) for d in found} == {
        "Kravliste": ("Ny journal", Role.ACTIVITY, "HN"),
        "Ny journal": ("", Role.MEASURE, "HN"),
        "Opplæring av superbrukere": ("Ny journal", Role.ACTIVITY, "HN"),
        "Avtale": ("Felles kalender", Role.ACTIVITY, "HV"),
        "Felles kalender": ("", Role.MEASURE, ""),
    }


def test_a_column_of_dots_headed_as_progress_hides_no_period() -> None:
    rows: list[list[Value]] = [["Prosjekt", "Oppstart", "Slutt", "Framdrift"]]
    rows += [["Ny journal", "2025", "2026", "●"], ["Felles kalender", "2026", "2027", "–"]]
    assert [summary(d)[2:4] for d in drafts(table(rows))] == [
        ("2025-01-01", "2026-12-31"),
        ("2026-01-01", "2027-12-31"),
    ]


def test_who_does_what_is_no_table_of_measures() -> None:
    rows: list[list[Value]] = [["Rolle", "Kven", "Oppgåve"], ["Programleiar", "KS", "Leiar arbeidet"]]
    assert not drafts(table([*rows, ["Fagråd", "Kommunane", "Gir råd om innhald"]]))


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("Directorate of\nHealth", "HDIR"),
        ("Helse\nStavanger", "Helse Stavanger"),
        ("Avdeling for\npasientsikkerhet", "Avdeling for pasientsikkerhet"),
        ("Helse Nord\nHelse Vest", "HN; HV"),
        ("Kari Nordmann\nHelse Vest", "HV"),
        ("NHN og Utvalg for\ne-læring", "NHN; Utvalg for e-læring"),
        ("Eiendom og teknikk", "Eiendom og teknikk"),
        ("FHI, i samarbeid med KS og leverandørene", "FHI"),
        ("Helse Nord sammen med NHN", "HN"),
        ("Data & Analyse, KS", "Data & Analyse; KS"),
    ],
)
def test_lines_of_an_owner_cell_go_on_or_name_the_next(cell: str, owners: str) -> None:
    rows: list[list[Value]] = [["Tiltak", "Ansvarlig"], ["Chat med jordmor", cell]]
    assert value(drafts(table(rows))[0], Field.OWNERS) == owners


def test_a_printed_sheet_goes_on_below_its_section_on_a_page_without_title() -> None:
    head: list[Value] = ["Tiltak", "2026", "2027"]
    first = table([head, ["Pasient", None, None], ["Chat", "x", ""], ["Grunnlag", None, None]],
                  spans={(1, 0): (1, 3), (3, 0): (1, 3)})  # fmt: skip
    found = drafts([title("Plan for 2026–2027"), *first], table([head, ["Nytt nett", "", "x"]], page=2, name="t2"))
    assert [(d.title, value(d, Field.GROUP)) for d in found] == [("Chat", "Pasient"), ("Nytt nett", "Grunnlag")]


def test_a_row_broken_in_its_title_is_put_together_below_a_blank_first_column() -> None:
    head: list[Value] = ["Behov", "Tiltak", "Ansvarlig", "Frist"]
    rows: list[list[Value]] = [["Trygg hjemreise", "Felles timebok", "KS", "2026"], [None, "Melding til", "KS", "2027"]]
    rest: list[list[Value]] = [["", "skolehelsetjenesten", "", ""], ["", "Chat med jordmor", "HN", "2028"]]
    first = table([head, *rows], spans={(1, 0): (2, 1)})
    second = [b for b in table(rest, page=2, name="t2", top=0.05) if b.text]
    found = drafts([title("Tiltakstabell"), *first], second)
    assert [(mend(d.title), value(d, Field.PERIOD_END)) for d in found if d.role is Role.MEASURE] == [
        ("Felles timebok", "2026-12-31"),
        ("Melding til skolehelsetjenesten", "2027-12-31"),
        ("Chat med jordmor", "2028-12-31"),
    ]
    assert [d.parent.title if d.parent else "" for d in found][-1] == "Trygg hjemreise"


def test_headings_in_the_first_column_turn_the_table() -> None:
    rows: list[list[Value]] = [
        ["Tiltak", "Trygge turar", "Pilleboks", "Heimebesøk på skjerm"],
        ["Ansvarleg", "KS", "Helse Nord", "Helse Vest"],
        ["Start", "2026", "2027", "2027"],
        ["Status", "Under arbeid", "Planlagt", "Til vurdering"],
    ]
    assert [summary(d) for d in drafts(table(rows))] == [
        ("Trygge turar", "KS", "2026-01-01", "", "ongoing"),
        ("Pilleboks", "HN", "2027-01-01", "", "planned"),
        ("Heimebesøk på skjerm", "HV", "2027-01-01", "", "under_consideration"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["Risiko", "Sannsynlighet", "Tiltak", "Ansvarlig", "Frist"], ["Få testere", "Høy", "Leie inn", "HN", "2026"],
         ["Sene standarder", "Lav", "Midlertidig format", "HV", "2027"]],
        [["Prosjekt", "Budsjett", "Forbruk", "Prognose"], ["Ny kurve", "24,0", "11,2", "25,5"],
         ["Felles timebok", "6,0", "5,8", "5,8"]],
    ],
)  # fmt: skip
def test_risks_and_amounts_are_no_measures(rows: list[list[Value]]) -> None:
    assert not drafts(table(rows))


def test_the_status_is_told_by_the_column_with_statuses() -> None:
    rows: list[list[Value]] = [["Prosjekt", "Fase", "Status"], ["Ny kurve", "Konsept", "Til vurdering"]]
    found = drafts(table([*rows, ["Felles timebok", "Avslutning", "Fullført"]]))
    assert [value(d, Field.STATUS) for d in found] == ["under_consideration", "done"]


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ("Jan 2026", "9 months", "2026-09-30"),
        ("1.2.2026", "6 uker", "2026-03-14"),
        ("Q4 2026", "1 år", "2027-09-30"),
        ("2026", "ukjent", ""),
        ("", "6 måneder", ""),
    ],
)
def test_a_start_and_a_duration_tell_the_end(start: str, duration: str, end: str) -> None:
    rows: list[list[Value]] = [["Tiltak", "Oppstart", "Varighet"], ["Felles timebok", start, duration]]
    assert value(drafts(table(rows))[0], Field.PERIOD_END) == end


KEYS: list[list[Block]] = [
    [text_at("✓ ferdig  ► pågår  ○ planlagt", 0.05, 0.9)],
    [text_at("✓ = ferdig, ► = pågår, ○ = planlagt", 0.05, 0.9)],
    table([["✓", "Ferdig"], ["►", "Pågår"], ["○", "Planlagt"]], name="t2", top=0.7),
]


@pytest.mark.parametrize("key", KEYS)
def test_signs_in_the_status_column_are_explained_by_a_key(key: list[Block]) -> None:
    rows: list[list[Value]] = [["Tiltak", "Frist", "Status"], ["Felles timebok", "2026", "✓"], ["Tolk", "2027", "►"]]
    found = drafts([*table([*rows, ["Chat", "2027", "○"]]), *key])
    assert [value(d, Field.STATUS) for d in found][:3] == ["done", "ongoing", "planned"]


def test_signs_without_a_key_are_no_statuses() -> None:
    rows: list[list[Value]] = [["Tiltak", "Frist", "Status"], ["Felles timebok", "2026", "✓"], ["Tolk", "2027", "►"]]
    assert not any(value(d, Field.STATUS) for d in drafts(table(rows)))


def test_who_else_takes_part_is_no_owner_beside_a_column_of_owners() -> None:
    rows: list[list[Value]] = [["Tiltak", "Ansvarlig", "Bidrar"], ["Felles kurve", "NHN", "KS"]]
    found = drafts(table([*rows, ["Samlet timebok", "FHI", "HV"]]))
    assert [value(d, Field.OWNERS) for d in found] == ["NHN", "FHI"]


def test_what_remains_is_not_started_where_it_stands_in_the_status_column() -> None:
    rows: list[list[Value]] = [["Oppgave", "Status"], ["Felles kurve", "Gjenstår"], ["Samlet timebok", "Ferdig"]]
    assert [value(d, Field.STATUS) for d in drafts(table(rows))] == ["not_started", "done"]


@pytest.mark.parametrize(("signs", "status"), [("✓►", "done"), ("●●", "")])
def test_a_key_written_as_a_list_explains_signs_unless_only_colour_tells_them_apart(signs: str, status: str) -> None:
    rows: list[list[Value]] = [
        ["Tiltak", "Frist", "Status"],
        ["Felles timebok", "2026", signs[0]],
        ["Tolk", "2027", signs[1]],
    ]
    key = [
        text_at(f"{sign} {word}", 0.05, 0.8 + i * 0.05)
        for i, (sign, word) in enumerate(zip(signs, ("Ferdig", "Pågår"), strict=True))
    ]
    assert value(drafts([*table(rows), *key])[0], Field.STATUS) == status


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("mars–juni", "2026-03-01", "2026-06-30"),
        ("heile året", "2026-01-01", "2026-12-31"),
        ("–", "", ""),
        ("ukjent", "", ""),
    ],
)
def test_months_without_a_year_are_of_the_year_in_the_title(when: str, start: str, end: str) -> None:
    rows: list[list[Value]] = [["Tiltak", "Når"], ["Felles responssenter", when], ["Digitalt tilsyn", "april"]]
    found = drafts([title("Tiltak i 2026 – hvem gjør hva"), *table(rows)])
    assert (value(found[0], Field.PERIOD_START), value(found[0], Field.PERIOD_END)) == (start, end)


def test_needs_beside_proposed_measures_and_their_owners() -> None:
    rows = [
        ["Behov", "Foreslåtte tiltak", "Ansvar"],
        ["Tryggere utskriving", ["• Sjekkliste", "• Varsel til kommunen"], "KS"],
    ]
    found = drafts(table(rows))
    assert {(d.title, d.role, d.parent.title if d.parent else "") for d in found} == {
        ("Tryggere utskriving", Role.NEED, ""),
        ("Sjekkliste", Role.MEASURE, "Tryggere utskriving"),
        ("Varsel til kommunen", Role.MEASURE, "Tryggere utskriving"),
    }


def test_a_table_of_who_takes_part_is_none() -> None:
    assert not drafts(table([["Navn", "Rolle", "Ansvar"], ["Faglærere", "Veiledere", "Faglig støtte"]]))


def test_a_name_that_goes_on_behind_a_dash_on_the_next_line() -> None:
    rows = [["Tiltak", "Eier"], ["Digital patologi\n– utrulling i sør", "HN"], ["Ny journal", "HV"]]
    assert [d.title for d in drafts(table(rows))] == ["Digital patologi\n– utrulling i sør", "Ny journal"]


def test_a_phase_in_a_column_of_statuses_is_under_way() -> None:
    rows = [
        ["Prosjekt", "Fase"],
        ["Felles kurve", "Innføring"],
        ["Nytt arkiv", "Planlegging"],
        ["Nytt lager", "Avsluttet"],
    ]
    assert [value(d, Field.STATUS) for d in drafts(table(rows))] == ["ongoing", "planned", "done"]


def test_a_dashed_line_under_a_name_goes_on_with_it() -> None:
    blocks = table([["Tiltak", "Eier"], [["Digital patologi", "– utrulling i sør"], "HN"], ["Ny journal", "HV"]])
    blocks = [replace(b, marker="–", text=b.text[2:]) if b.text.startswith("– ") else b for b in blocks]
    assert [mend(d.title) for d in drafts(blocks)] == ["Digital patologi – utrulling i sør", "Ny journal"]


def test_needs_with_a_priority_are_listed() -> None:
    rows = [
        ["Behov", "Meldt inn av", "Prioritet"],
        ["Enklere avbestilling", "OUS", "Høy"],
        ["Oversikt over kø", "Ahus", "Lav"],
    ]
    assert [d.title for d in drafts(table(rows))] == ["Enklere avbestilling", "Oversikt over kø"]
    assert not drafts(table([["Behov", "Kommentar"], ["Enklere avbestilling", "Mange ber om det"], ["Kø", "Alle"]]))


@pytest.mark.parametrize(("heading", "count"), [("Hovedleveranser", 2), ("Møteplan", 0)])
def test_descriptions_below_a_heading_of_measures_are_their_names(heading: str, count: int) -> None:
    rows = [
        ["Nummer", "Beskrivelse", "Dato"],
        ["1", "Ny hjemmeside", "9. mars 2027"],
        ["2", "Rapport til styret", "mai 2027"],
    ]
    assert len(drafts([title("Prosjektet"), text_at(heading, 0.05, 0.2, bold=True), *table(rows)])) == count


def test_shares_below_framdrift_are_no_periods_beside_a_planned_end() -> None:
    rows = [["Prosjekt", "Fremdrift", "Planlagt slutt"], ["Felles kalender", "65 %", "mars 2026"],
            ["Nytt lager", "100 %", "juni 2025"], ["Raskt søk", "0 %", ""]]  # fmt: skip
    page = slide([title("Prosjektportefølje"), *table(rows)])
    claim = recognise_tables(page, deck(page))
    assert claim is not None
    ends = {d.title: [s.value for s in d.statements if s.field is Field.PERIOD_TEXT] for d in claim.drafts}
    assert ends == {"Felles kalender": ["mars 2026"], "Nytt lager": ["juni 2025"], "Raskt søk": []}


@pytest.mark.parametrize(("heading", "count"), [("Status i trafikklys", 3), ("Hvem vi er", 0)])
def test_names_with_statuses_need_no_headings_where_the_title_says_status(heading: str, count: int) -> None:
    rows = [["Digitalt tilsyn", "I rute", "Alle har signert"], ["Nytt responssenter", "Forsinket", "Venter på svar"],
            ["Felles innkjøp", "Fullført", "Trykt og delt ut"]]  # fmt: skip
    page = slide([title(heading), *table(rows)])
    claim = recognise_tables(page, deck(page))
    assert len(claim.drafts if claim else []) == count


@pytest.mark.parametrize(
    ("heads", "owners"),
    [
        (["Initiative", "Department", "Start"], ["Outpatient Services"]),
        (["Initiative", "Department", "Owner"], ["Helse Vest"]),  # a part of the organisation beside the owner
        (["Tiltak", "Klinikk / avdeling", "Eigar"], ["Helse Vest"]),
    ],
)
def test_parts_of_an_organisation_own_where_no_column_names_the_owner(heads: list[str], owners: list[str]) -> None:
    last = "2026" if heads[2] == "Start" else "Helse Vest"
    rows = [heads, ["Felles kalender", "Outpatient Services", last], ["Raskt søk", "Outpatient Services", last]]
    page = slide([title("Planned procurements"), *table(rows)])
    claim = recognise_tables(page, deck(page))
    assert claim is not None
    told = [s.value for s in claim.drafts[-1].statements if s.field is Field.OWNERS]
    codes = {"Helse Vest": "HV"}
    assert told == [codes.get(owner, owner) for owner in owners]


def test_a_table_of_what_is_reported_to_whom_lists_no_measures() -> None:
    rows = [["Kva", "Når", "Til kven"], ["Tertialrapport", "Mai 2026", "Utval for helse"],
            ["Årsmelding", "Februar 2027", "Kommunestyret"], ["Dialogmøte", "Juni 2026", "Brukarrådet"]]  # fmt: skip
    page = slide([title("Handlingsplan 2026"), *table(rows)])
    claim = recognise_tables(page, deck(page))
    assert claim is None or not claim.drafts


def test_an_owner_that_is_not_decided_is_none() -> None:
    rows = [["Initiative", "Owner", "Start"], ["Shared calendar", "tbd", "2026"], ["New archive", "NHN", "2027"]]
    page = slide([title("Roadmap"), *table(rows)])
    claim = recognise_tables(page, deck(page))
    assert claim is not None
    owners = {d.title: [s.value for s in d.statements if s.field is Field.OWNERS] for d in claim.drafts}
    assert owners == {"Shared calendar": [], "New archive": ["NHN"]}
