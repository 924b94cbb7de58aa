"""What tables tell by their cells: money in some years, letters of duties, pills over cells, who only helps."""

from dataclasses import replace

import pytest

from extract.claims import Claim
from extract.recognisers.tables import recognise_tables
from tests.extract.recognisers.pages import Value, deck, slide, table, text_at, title
from tests.extract.scenes import by_title, told, years
from veikart.core.blocks import Block, Page
from veikart.core.geometry import Box
from veikart.core.records import Field, Role

HEADS: list[Value] = ["Tiltak", "2026", "2027", "2028"]


def read(rows: list[list[Value]], *more: Block, heading: str = "Rammen er disponert") -> Claim | None:
    page = slide([title(heading), *table(rows), *more])
    return recognise_tables(page, deck(page))


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([["Ny kurve", "62", "38", "–"], ["Nytt arkiv", "–", "11", "9"]], [("2026", "2027"), ("2027", "2028")]),
        ([["Ny kurve", "62", "38", "12"], ["Nytt arkiv", "4", "11", "9"]], []),
    ],
)
def test_money_in_some_years_alone_tells_when(rows: list[list[Value]], found: list[tuple[str, str]]) -> None:
    claim = read([HEADS, *rows, ["Sum disponert", "66", "49", "9"]])
    assert [years(d) for d in claim.drafts] == found if claim else not found


def test_money_beside_who_does_it_is_a_plan() -> None:
    rows: list[list[Value]] = [["Ny kurve", "KS", "62", "38", "12"], ["Nytt arkiv", "NHN", "4", "11", "9"]]
    found = by_title(read([["Tiltak", "Eier", *HEADS[1:]], *rows]))
    assert [told(d, Field.OWNERS) for d in found.values()] == ["KS", "NHN"]


@pytest.mark.parametrize(
    ("key", "owners"),
    [
        ("", ["KS", "FHI"]),
        ("R = eig tiltaket og står ansvarleg   A = godkjenner", ["NHN", "KS"]),
        ("A = accountable, R = responsible for the work", ["KS", "FHI"]),
    ],
)
def test_letters_of_duties_tell_who_answers(key: str, owners: list[str]) -> None:
    rows: list[list[Value]] = [
        ["Tiltak", "KS", "NHN", "FHI"],
        ["Felles timebok", "A", "R", "C"],
        ["Nytt arkiv", "R", "I", "A"],
    ]
    found = by_title(read(rows, *([text_at(key, 0.05, 0.9)] if key else [])))
    assert [told(d, Field.OWNERS) for d in found.values()] == owners


def test_pills_over_empty_cells_are_their_text() -> None:
    rows: list[list[Value]] = [["Prosjekt", "Eier", "Status"], ["Ny kurve", "KS", ""], ["Nytt arkiv", "NHN", ""]]
    pills = [text_at(word, 0.7, 0.32 + 0.06 * n) for n, word in enumerate(("Pågår", "Planlagt"))]
    framed = [Block(**{**{f: getattr(b, f) for f in b.__slots__}, "frame": b.box}) for b in pills]
    found = by_title(read(rows, *framed))
    assert [told(d, Field.STATUS) for d in found.values()] == ["ongoing", "planned"]


def test_signs_are_explained_by_texts_of_their_own() -> None:
    rows: list[list[Value]] = [["Tiltak", "Status", "Eigar"], ["Ny kurve", "◑", "KS"], ["Nytt arkiv", "○", "NHN"]]
    pairs = (("○", "Ikkje starta"), ("◑", "I gang"), ("●", "I drift"))
    key = [text_at(s, 0.1 + 0.2 * n, 0.8) for n, (s, _) in enumerate(pairs)]
    key += [text_at(w, 0.13 + 0.2 * n, 0.8) for n, (_, w) in enumerate(pairs)]
    found = by_title(read(rows, *key))
    assert [told(d, Field.STATUS) for d in found.values()] == ["ongoing", "not_started"]


@pytest.mark.parametrize(
    ("heads", "owners"),
    [
        (["Tiltak", "Eier", "Bidragsytere"], "KS"),
        (["Tiltak", "Eier", "Linjeansvar"], "KS"),
        (["Tiltak", "Fase", "Linjeansvar"], "NHN"),
    ],
)
def test_who_only_helps_is_no_owner_beside_one(heads: list[Value], owners: str) -> None:
    first = "KS" if heads[1] != "Fase" else "Konsept"
    claim = read([heads, ["Ny kurve", first, "NHN"], ["Nytt arkiv", first, "NHN"]], heading="Handlingsplan")
    assert [told(d, Field.OWNERS) for d in by_title(claim).values()] == [owners, owners]


def test_where_it_stands_now_counts_and_not_last_time() -> None:
    rows: list[list[Value]] = [
        ["Produkt", "Eier", "Sist", "Nå"],
        ["Ny kurve", "KS", "Pågår", "I drift"],
        ["Nytt arkiv", "NHN", "Planlagt", "Pågår"],
    ]
    found = by_title(read(rows, heading="Hvor står vi?"))
    assert [told(d, Field.STATUS) for d in found.values()] == ["in_operation", "ongoing"]


def test_a_heading_that_may_be_a_status_heads_the_names_of_the_rows() -> None:
    rows: list[list[Value]] = [
        ["Utredning", "Ansvarlig", "Frist", "Status"],
        ["Digitalt førstevalg i tildeling", "KS", "2027", "Pågår"],
        ["Møtested for pårørende på nett", "NHN", "2028", "Til vurdering"],
    ]
    found = by_title(read(rows, heading="Forprosjekter"))
    assert [(told(d, Field.OWNERS), told(d, Field.STATUS)) for d in found.values()] == [
        ("KS", "ongoing"),
        ("NHN", "under_consideration"),
    ]


@pytest.mark.parametrize(
    ("heads", "count"), [(["Rolle", "Behov"], 2), (["Rolle", "Oppgave"], 0), (["Risiko", "Tiltak"], 0)]
)
def test_whose_need_it_is_stands_beside_the_need(heads: list[Value], count: int) -> None:
    rows: list[list[Value]] = [["Fastlege", "Delt legemiddelliste", "Høy"], ["Pasient", "Innsyn i kurven", "Middels"]]
    claim = read([[*heads, "Prioritet"], *rows])
    assert len(claim.drafts if claim else []) == count


@pytest.mark.parametrize(("head", "count"), [("Namn", 0), ("Tiltak", 2)])
def test_names_of_anything_need_more_than_their_heading(head: str, count: int) -> None:
    rows: list[list[Value]] = [["Felles kurve", "Sykehus", ""], ["Ny timebok", "Legekontor", ""]]
    claim = read([[head, "Bruksområde", "Merknad"], *rows], heading="Oversikt")
    assert len(claim.drafts if claim else []) == count


@pytest.mark.parametrize(("last", "count"), [("Antall tiltak", 2), ("Sum", 2), ("Anlegg for prøver", 3)])
def test_rows_that_count_the_others_are_no_measures(last: str, count: int) -> None:
    rows: list[list[Value]] = [["Ny kurve", "KS", "2026"], ["Nytt arkiv", "NHN", "2027"], [last, "", "2"]]
    assert len(by_title(read([["Tiltak", "Eier", "Oppstart"], *rows]))) == count


def test_who_leads_owns_and_the_others_take_part() -> None:
    heads: list[Value] = ["Teneste", "Rana", "Sola", "KS", "Tek leiinga"]
    rows: list[list[Value]] = [["Digitalt tilsyn", "D", "I", "D", "Sola"], ["Nye dørlåsar", "I", "D", "V", "Rana"]]
    found = by_title(read([heads, *rows], heading="Tiltak i kommunane"))
    assert [told(d, Field.OWNERS) for d in found.values()] == ["Sola", "Rana"]


@pytest.mark.parametrize("gap", ["–", "40"])
def test_sections_do_not_count_where_money_is_left_out(gap: str) -> None:
    rows: list[list[Value]] = [
        ["Tiltak", "Kostnad per år", None], [None, "2026", "2027"],
        ["Hele døgnet", None, None], ["Ny kurve", "90", gap],
        ["Sammen", None, None], ["Nytt arkiv", gap, "60"],
        ["Ferdigheter", None, None], ["Kurs for vikarer", "20", "20"],
    ]  # fmt: skip
    spans = {(0, 0): (2, 1), (0, 1): (1, 2), (2, 0): (1, 3), (4, 0): (1, 3), (6, 0): (1, 3)}
    page = slide([title("Gjennomføring"), *table(rows, spans=spans)])
    claim = recognise_tables(page, deck(page))
    names = [(d.title, *years(d), told(d, Field.GROUP)) for d in claim.drafts] if claim else []
    assert names[:2] == ([] if gap != "–" else [
        ("Ny kurve", "2026", "2026", "Hele døgnet"), ("Nytt arkiv", "2027", "2027", "Sammen")
    ])  # fmt: skip


def test_rows_of_years_date_the_lists_of_each_unit() -> None:
    rows: list[list[Value]] = [
        ["År", "Primärvård", "Sjukhus"],
        ["2026", ["Ny tolk", "Bokning utan kö"], ["Kallelse med karta"]],
        ["2027", ["Chatt med teamet"], ["Ny ambulansjournal", "Skärm med kötid"]],
    ]
    blocks = [replace(b, bold=b.row == 0, fill="#7A1F3D" if b.row == 0 else "") for b in table(rows)]
    page = slide([title("Planerade införanden"), *blocks])
    found = by_title(recognise_tables(page, deck(page)))
    assert {name: (*years(d), told(d, Field.GROUP)) for name, d in found.items()} == {
        "Ny tolk": ("2026", "2026", "Primärvård"),
        "Bokning utan kö": ("2026", "2026", "Primärvård"),
        "Kallelse med karta": ("2026", "2026", "Sjukhus"),
        "Chatt med teamet": ("2027", "2027", "Primärvård"),
        "Ny ambulansjournal": ("2027", "2027", "Sjukhus"),
        "Skärm med kötid": ("2027", "2027", "Sjukhus"),
    }


@pytest.mark.parametrize(
    ("plans", "found"),
    [
        (("Plan 2025", "Plan 2026"), "2026"),
        (("Plan 2026", "Plan 2025"), "2024"),
        (("Før", "Nå"), "2026"),
        (("A", "B"), "2024"),
    ],
)
def test_of_an_old_and_a_new_plan_the_new_one_holds(plans: tuple[str, str], found: str) -> None:
    rows: list[list[Value]] = [
        ["Tiltak", "Eier", "Planlagt periode", None],
        [None, None, *plans],
        ["Ny kurve", "KS", "2024–2025", "2026–2027"],
        ["Nytt arkiv", "NHN", "2024–2026", "2026–2028"],
    ]
    spans = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)}
    page = slide([title("Justerte tidsplaner"), *table(rows, spans=spans)])
    starts = {years(d)[0] for d in by_title(recognise_tables(page, deck(page))).values()}
    assert starts == {found}


def test_headings_with_status_and_year_tell_both() -> None:
    rows: list[list[Value]] = [
        ["Kommune", "I drift", "Pågår 2026", "Planlagt 2027"],
        ["Alver kommune", "Digitalt tilsyn", "Felles timebok", "Videomøte"],
        ["Kinn kommune", "Medisinkalender", "Ruteplan", "Elektronisk dørlås"],
    ]
    found = by_title(read(rows, heading="Hvor står kommunene?"))
    assert {name: (years(d)[0], told(d, Field.STATUS)) for name, d in found.items()} == {
        "Digitalt tilsyn": ("", "in_operation"),
        "Medisinkalender": ("", "in_operation"),
        "Felles timebok": ("2026", "ongoing"),
        "Ruteplan": ("2026", "ongoing"),
        "Videomøte": ("2027", "planned"),
        "Elektronisk dørlås": ("2027", "planned"),
    }


def test_amounts_below_the_running_of_two_years_tell_no_status() -> None:
    rows: list[list[Value]] = [["Ny kurve", "KS", "1,2", "2,0"], ["Nytt arkiv", "NHN", "0,4", "1,1"]]
    claim = read([["Tiltak", "Ansvarlig", "Drift 2025", "Drift 2026"], *rows], heading="Tiltak")
    assert not any(draft.says(Field.STATUS) for draft in (claim.drafts if claim else []))


def test_lights_under_tid_leave_the_years_to_periode() -> None:
    rows: list[list[Value]] = [
        ["Prosjekt", "Eier", "Tid", "Økonomi", "Periode"],
        ["Felles kalender", "NHN", "", "", "2025–2027"],
        ["Digital innkalling", "FHI", "", "", "2026–2027"],
    ]
    found = by_title(read(rows)).values()
    assert [told(d, Field.PERIOD_TEXT) for d in found] == ["2025–2027", "2026–2027"]


def test_needs_with_votes_and_what_became_of_them() -> None:
    rows: list[list[Value]] = [
        ["Need", "Votes", "Our answer"],
        ["Offline access to the plan", "31", "Under review"],
        ["Larger text in the app", "28", "Done in version 4.2"],
        ["Letters in braille", "6", "Passed on to the ministry"],
    ]
    found = by_title(read(rows)).values()
    assert [told(d, Field.STATUS) for d in found] == ["under_consideration", "done", ""]


def test_signs_before_the_names_in_cells_are_told_by_the_key() -> None:
    rows: list[list[Value]] = [
        ["Område", "2025", "2026"],
        ["Innbygger", ["● Felles kalender", "■ Digital innkalling"], "△ Nytt lager"],
        ["Personell", "○ Deling av bilder", "△ Felles innsyn"],
    ]
    key = text_at("■ I drift   ● Pågår   ○ Planlagt   △ Utredes, ikke besluttet ennå", 0.05, 0.9)
    found = by_title(read(rows, key)).values()
    assert {d.title: told(d, Field.STATUS) for d in found} == {
        "Felles kalender": "ongoing",
        "Digital innkalling": "in_operation",
        "Nytt lager": "under_consideration",
        "Deling av bilder": "planned",
        "Felles innsyn": "under_consideration",
    }


MONTHS = ["jul", "aug", "sep", "okt"]


@pytest.mark.parametrize(("heads", "found"), [(["Prosjekt", "Ansv."], 2), (["Sykehus", "Senger"], 0)])
def test_headings_beside_the_months_of_two_years(heads: list[str], found: int) -> None:
    rows: list[list[Value]] = [
        ["", "", "2026", None, "2027", None],
        [*heads, *MONTHS],
        ["Felles kalender", "NHN", "", "", "", ""],
        ["Digital innkalling", "FHI", "", "", "", ""],
    ]
    fills = {(2, 2): "#2E8B57", (2, 3): "#2E8B57", (3, 3): "#2E8B57", (3, 4): "#2E8B57"}
    page = slide([title("Månedsplan"), *table(rows, spans={(0, 2): (1, 2), (0, 4): (1, 2)}, fills=fills)])
    claim = recognise_tables(page, deck(page))
    assert len(claim.drafts if claim else []) == found


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([["Oppgave", "Styret", "Produkteier"], ["Vedta budsjett", "A", "R"], ["Prioritere køen", "I", "A"]], 0),
        (
            [
                ["Tiltak", "Leverandør", "Avtale utløper", "Status"],
                ["Felles arkiv", "Optinor AS", "30.06.2027", "I drift"],
            ],
            0,
        ),
        ([["Tiltak", "Leverandør", "Ferdig", "Status"], ["Felles arkiv", "Optinor AS", "30.06.2027", "I drift"]], 1),
        (
            [
                ["År", "Forfatter", "Tittel"],
                ["2021", "Lind", "Besøk i grisgrendt strøk"],
                ["2023", "Rask", "Portaler for eldre"],
            ],
            0,
        ),
        (
            [
                ["Tiltak", "Kapittel", "Status"],
                ["Felles kalender", "Trygg hjemme", "Pågår"],
                ["Nytt lager", "Trygg hjemme", "Planlagt"],
            ],
            2,
        ),
    ],
)
def test_columns_tell_what_a_table_lists(rows: list[list[Value]], found: int) -> None:
    claim = read(rows, heading="Oversikt")
    assert len(claim.drafts if claim else []) == found


def test_members_of_a_common_measure_have_the_owner_beside_them() -> None:
    rows: list[list[Value]] = [
        ["Felles tiltak", "Lokale tiltak som går inn", "Region"],
        ["Felles timebok", "Vestboka", "Helse Vest"],
        [None, "Nordboka", "Helse Nord"],
    ]
    page = slide([title("Samkøyring"), *table(rows, spans={(1, 0): (2, 1)})])
    found = by_title(recognise_tables(page, deck(page)))
    assert {name: told(d, Field.OWNERS) for name, d in found.items()} == {
        "Felles timebok": "",
        "Vestboka": "HV",
        "Nordboka": "HN",
    }


@pytest.mark.parametrize(("times", "count"), [(("09.00–09.30", "09.30", "10:15"), 0), (("2026", "2027", "2028"), 3)])
def test_times_of_the_day_make_an_agenda(times: tuple[str, ...], count: int) -> None:
    names = ("Ny kurve", "Nytt arkiv", "Felles timebok")
    rows: list[list[Value]] = [["Tid", "Tiltak", "Ansvar"], *([t, n, "KS"] for t, n in zip(times, names, strict=True))]
    claim = read(rows, heading="Tirsdag")
    assert len(claim.drafts if claim else []) == count


@pytest.mark.parametrize(("heading", "owner"), [("Tiltak i Helse Nord", "HN"), ("Helse Nord og Helse Vest", "")])
def test_the_heading_of_a_table_tells_whose_its_rows_are(heading: str, owner: str) -> None:
    rows: list[list[Value]] = [["Tiltak", "År"], ["Ny kurve", "2026"], ["Nytt arkiv", "2027"]]
    found = by_title(read(rows, text_at(heading, 0.05, 0.2, bold=True)))
    assert {told(d, Field.OWNERS) for d in found.values()} == {owner}


def stacked_in_columns() -> tuple[Page, Page]:
    """A key on the first page; on the second a table over a note and a heading, going on in the next column."""
    key = [["St.", "Betydning"], ["D", "I drift"], ["I", "I gang"], ["P", "Planlagt"]]
    first = Page(1, tuple(table(key, name="k")), 595.0, 842.0)
    heads = ["Nr.", "Tiltak", "Eier", "St."]
    left: list[list[Value]] = [
        heads,
        ["1.1", "Ny kurve", "KS", "D"],
        ["Gjelder bare 1.1.", None, None, None],
        heads,
        ["2.1", "Nytt arkiv", "KS", "I"],
        ["Sak 24/17", None, None, None],
    ]
    right: list[list[Value]] = [heads, ["2.2", "Felles lager", "NHN", "P"]]
    blocks = table(left, page=2, name="l", spans={(2, 0): (1, 4), (5, 0): (1, 4)}, top=0.3)
    note = next(b for b in blocks if b.text == "Gjelder bare 1.1.")
    foot = next(b for b in blocks if b.text == "Sak 24/17")
    blocks = [replace(b, size=7.0) if b in (note, foot) else b for b in blocks]
    heading = replace(note, id=f"{note.id}x", text="Velferd i heimen", size=13.0, bold=True)
    blocks.insert(blocks.index(replace(note, size=7.0)) + 1, heading)
    halved = [_halved(b, 0.0) for b in blocks] + [_halved(b, 0.5) for b in table(right, page=2, name="r", top=0.1)]
    ordered = sorted(halved, key=lambda b: b.frame.y0 if b.frame else 0.0)
    return first, Page(2, tuple(ordered), 595.0, 842.0)


def _halved(block: Block, left: float) -> Block:
    def half(box: Box | None) -> Box | None:
        return None if box is None else Box(left + box.x0 / 2, box.y0, left + box.x1 / 2, box.y1)

    return replace(block, box=half(block.box), frame=half(block.frame))


def test_tables_in_columns_go_on_and_letters_are_told_by_a_key_of_two_columns() -> None:
    first, second = stacked_in_columns()
    claim = recognise_tables(second, deck(first, second, kind="pdf"))
    found = by_title(claim)
    assert {name: (told(d, Field.GROUP), told(d, Field.STATUS)) for name, d in found.items()} == {
        "Ny kurve": ("", "in_operation"),
        "Nytt arkiv": ("Velferd i heimen", "ongoing"),
        "Felles lager": ("Velferd i heimen", "planned"),
    }


@pytest.mark.parametrize(("span", "needs"), [(2, 2), (1, 0)])
def test_needs_in_words_over_their_measures(span: int, needs: int) -> None:
    second = None if span == 2 else "Innbyggaren skal sleppe å oppgi det same fleire gongar"
    rows: list[list[Value]] = [
        ["Overordnet behov", "Tilhørende tiltak", "Eier"],
        ["Innbyggaren skal sleppe å oppgi det same fleire gongar", "Gjenbruk av svar", "NHN"],
        [second, "Legemiddelliste", "HV"],
        ["Tenestene må tåle at noko sviktar", "Reserveløysing ved bortfall", "NHN"],
    ]
    page = slide([title("Behov og tiltak"), *table(rows, spans={(1, 0): (span, 1)})])
    claim = recognise_tables(page, deck(page))
    assert claim is not None
    assert sum(d.role is Role.NEED for d in claim.drafts) == needs
    assert sum(d.parent is not None for d in claim.drafts) == (3 if needs else 0)
