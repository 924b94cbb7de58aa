"""Ordinary plans that rules against other pages must leave alone, each put to all recognisers at once."""

from dataclasses import replace

import pytest

from extract.arbitration import share_out
from extract.claims import Draft
from extract.layout.reading import page_title
from extract.layout.short_forms import learned
from extract.other_pages import without_other_pages
from extract.recognisers.catalogue import recognisers_for
from extract.recognisers.tails import dated_behind, signed_behind
from tests.extract.recognisers.pages import bullets, deck, slide, table, text_at, title
from tests.extract.scenes import Canvas, told
from veikart.core.blocks import Page
from veikart.core.records import Field

FRONT = slide([title("Styringsgruppe for digitale tjenester", 1)], 1)
FULL = "Tiltak | Eier | Periode | Status"
YEARS = ("2025", "2026", "2027")
BARS = (("Digital oppfølging", 0.12, 0.4), ("Felles forløp", 0.3, 0.5), ("Timeavtaler", 0.4, 0.3), ("Dialog", 0.5, 0.3))


def kept(*pages: Page) -> list[Draft]:
    """Return what the recognisers keep of the second page, as the whole way does."""
    whole = deck(FRONT, *pages)
    whole.vocabulary = learned(whole)
    page = pages[0]
    claims = [claim for _, read in recognisers_for(page, whole) if (claim := read(page, whole)) is not None]
    heading = page_title(page, whole)
    claims = [without_other_pages(claim, heading, whole.vocabulary) for claim in claims]
    return [draft for _, drafts in share_out(claims)[0] for draft in drafts]


def tabled(heading: str, *rows: str, above: str = "", number: int = 2) -> Page:
    over = [text_at(above, 0.05, 0.18, page=number, bold=True)] if above else []
    cells = table([row.split(" | ") for row in rows], page=number)
    return slide([title(heading, number), *over, *cells], number)


def listed(heading: str, *items: str) -> Page:
    return slide([title(heading, 2), *bullets(items, 0.1, 0.25, page=2)], 2)


def plan(
    heading: str = "Veikart 2025–2027", bars: tuple[tuple[str, float, float], ...] = BARS, **look: object
) -> Canvas:
    canvas = Canvas(2)
    canvas.title(heading)
    for i, year in enumerate(YEARS):
        canvas.box(year, 0.1 + i * 0.28, 0.2, 0.28, 0.05, fill="#1F3864")
    for i, (name, x, width) in enumerate(bars):
        canvas.box(name, x, 0.3 + i * 0.12, width, 0.08, **look)
    return canvas


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        (
            "Utviklingsplan 2026–2040",
            (
                "Tiltak | År",
                "Felles journal | 2026",
                "Nytt bygg på Lund | 2030",
                "Felles lab | 2034",
                "Bildebank | 2038",
            ),
        ),
        (
            "Tiltaksplan 2026",
            (
                "Tiltak | Ansvarlig | Dato",
                "Ny journal | Helse Førde | 15.1.2026",
                "Ny journal | Helse Bergen | 12.3.2026",
                "Kurve | Helse Førde | 20.4.2026",
                "Kurve | Helse Bergen | 18.5.2026",
            ),
        ),
        (
            "Handlingsplan 2026–2027",
            (
                FULL,
                "Opplæring | Helse Vest | 2026 | Pågår",
                "Testing | Helse Nord | 2026 | Pågår",
                "Gevinstrealisering | NHN | 2027 | Planlagt",
                "Timeavtaler | NHN | 2027 | Planlagt",
            ),
        ),
        (
            "Tiltaksplan",
            (
                "Tiltak | Eier | Periode",
                "Nivå 1 felles legevakt | Helse Vest | 2026",
                "Nivå 2 kommunal legevakt | Helse Nord | 2027",
            ),
        ),
        (
            "Digitale tjenester",
            (
                "Tiltak | Når",
                "Timeavtaler | januar",
                "Dialogmeldinger | mars",
                "Bildedeling | mai",
                "Ny journal | oktober",
            ),
        ),
        (
            "Tiltaksplan",
            (
                f"{FULL} | Gjeldende versjon",
                "Ny journal | Helse Vest | 2026 | Pågår | 2",
                "Kurve | Helse Nord | 2026 | Planlagt | 3",
            ),
        ),
        (
            "Handlingsplan",
            (
                "Tiltak | Eier | Periode | Kostnad (mill.)",
                "Ny journal | Helse Vest | 2026 | 1.50",
                "Kurve | Helse Nord | 2026 | 2.00",
                "Bildedeling | NHN | 2027 | 4.50",
            ),
        ),
        (
            "Felles journalløsning",
            (
                "Tiltak | Ansvarlig | Frist",
                "A-journal | Helse Vest | 15.05",
                "Kurve | Helse Nord | 15.05",
                "Timeavtaler | NHN | 15.10",
                "Dialogmeldinger | NHN | 15.10",
            ),
        ),
    ],
    ids=["long plan", "rollout on days", "names of phases", "levels", "months", "a version", "costs", "deadlines"],
)
def test_tables_of_measures_stay(heading: str, rows: tuple[str, ...]) -> None:
    assert len(kept(tabled(heading, *rows))) == len(rows) - 1


def test_an_action_list_of_measures_stays() -> None:
    rows = (
        "Action | Responsible | When | Status",
        "Digital referrals | Helse Vest | 2026 | Ongoing",
        "New record | Helse Nord | 2027 | Planned",
    )
    assert len(kept(tabled("Digital strategy", *rows, above="Action list"))) == 2
    rows = ("Vad | Ansvarig | När", "Digital remiss | Regionen | 2026", "Ny journal | Kommunen | 2027")
    assert len(kept(tabled("Handlingsplan 2026", *rows, above="Åtgärdslista 2026"))) == 2


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("Tiltak 2026", ("Digitale møter", "Chat med lege", "Mine timeavtaler", "Ny tavle for møter")),
        (
            "Prioriterte tiltak",
            (
                "Digitale møter mellom lege og pasient",
                "Chat der innbygger møter helsetjenesten",
                "Mine timeavtaler",
                "Dialogmeldinger",
            ),
        ),
    ],
)
def test_lists_about_meeting_patients_stay(heading: str, items: tuple[str, ...]) -> None:
    assert [draft.title for draft in kept(listed(heading, *items))] == list(items)


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        (
            "Om prosjektlederen",
            (
                "Prosjektleder i Helse Vest IKT: 2012–2016",
                "Rådgiver i Direktoratet for e-helse: 2016–2019",
                "Seksjonsleder i Norsk helsenett: 2019–2023",
            ),
        ),
        (
            "Bemanning i sommer",
            (
                "Vikarer i akuttmottaket: 15. juni til 20. august 2026",
                "Stengt sengepost: 1. juli til 31. juli 2026",
                "Redusert poliklinikk: 1. juli til 15. august 2026",
            ),
        ),
    ],
)
def test_stretches_behind_colons_alone_make_no_measures(heading: str, items: tuple[str, ...]) -> None:
    assert kept(listed(heading, *items)) == []


@pytest.mark.parametrize(
    "words",
    [
        ("EPJ Journalsystem", "IKT Infrastruktur", "DHO Hjemmeoppfølging"),
        ("KI Kunstig intelligens", "EPJ Journal", "HR Rekruttering"),
    ],
)
def test_colours_of_themes_with_short_forms_are_no_owners(words: tuple[str, ...]) -> None:
    fills = ("#3E7CB1", "#2E8B57", "#E08E45")
    canvas = plan(bars=())
    for i, (name, x, width) in enumerate(BARS):
        canvas.box(name, x, 0.3 + i * 0.12, width, 0.08, fill=fills[i % 3])
    for i, (fill, word) in enumerate(zip(fills, words, strict=True)):
        canvas.area(0.1 + i * 0.25, 0.9, 0.02, 0.03, fill)
        canvas.text(word, 0.13 + i * 0.25, 0.9)
    assert {told(draft, Field.OWNERS) for draft in kept(canvas.page)} == {""}


@pytest.mark.parametrize("foot", [False, True])
def test_a_glossary_makes_no_owners(*, foot: bool) -> None:
    items = (
        "Innsyn i prøvesvar (EPJ)",
        "Talegjenkjenning (KI)",
        "Ny rekvisisjon (EPJ)",
        "Triage (KI)",
        "Helsedata (FHIR)",
    )
    words = tabled(
        "Forkortelser",
        "Forkortelse | Betydning",
        "EPJ | Elektronisk pasientjournal",
        "MK | Meldingsutveksling",
        "KI | Kunstig intelligens",
        number=3,
    )
    line = slide([text_at("EPJ: Elektronisk pasientjournal, KI: Kunstig intelligens", 0.1, 0.9, page=3)], 3)
    drafts = kept(listed("Tiltak 2026", *items), line if foot else words)
    assert {told(draft, Field.OWNERS) for draft in drafts} == {""}
    assert drafts[0].title == items[0]


def test_persons_of_one_first_name_are_no_organisations() -> None:
    lines = ("Eier: Anne Lie", "Periode: 2026–2027", "Status: Pågår", "Eier: Anne Moe")
    page = slide(
        [title("Digital hjemmeoppfølging", 2), *[text_at(t, 0.1, 0.2 + 0.08 * i, page=2) for i, t in enumerate(lines)]],
        2,
    )
    assert all("Anne" not in told(draft, Field.OWNERS) for draft in kept(page))
    whole = deck(FRONT, page)
    assert learned(whole).split_organisations("Anne Lie") == []


def test_numbers_on_boxes_are_not_told_by_the_key_of_another_page() -> None:
    canvas = plan()
    for i, (_, x, _) in enumerate(BARS):
        canvas.box(str(i + 1), x + 0.005, 0.31 + i * 0.12, 0.025, 0.04, shape="ellipse", fill="#FFFFFF")
    rows = ("Tiltak | Eier | Fase", "Ny journal | HV | 1", "Nytt lab | HV | 2", "Nytt bilde | HV | 3")
    key = tabled("Tiltak i Helse Vest", *rows, number=3)
    key = slide([*key.blocks, text_at("1 = Idé, 2 = Pågår, 3 = Ferdig", 0.05, 0.95, page=3, size=10.0)], 3)
    assert {told(draft, Field.STATUS) for draft in kept(canvas.page, key)} == {""}


def test_rules_between_names_are_no_bars() -> None:
    canvas = plan(bars=())
    columns = (("Timeavtaler", "Dialogmeldinger"), ("Felles journal", "Digital triage"), ("Hjemmesykehus", "Ny AMK"))
    for i, names in enumerate(columns):
        for j, name in enumerate(names):
            canvas.text(name, 0.11 + i * 0.28, 0.3 + j * 0.06)
        canvas.line(0.11 + i * 0.28, 0.335, 0.36 + i * 0.28, 0.335)
    assert len(kept(canvas.page)) == 6


def test_rules_below_all_names_are_no_bars() -> None:
    canvas = plan(bars=())
    for j, name in enumerate(("Timeavtaler", "Dialogmeldinger", "Felles journal")):
        canvas.text(name, 0.11, 0.3 + j * 0.08)
        canvas.line(0.11, 0.335 + j * 0.08, 0.6, 0.335 + j * 0.08)
    assert {told(draft, Field.PERIOD_END)[:4] for draft in kept(canvas.page)} == {"2025"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ferdig i 2028", ""),
        ("Klar i 2027", ""),
        ("Levert 2 av 5", ""),
        ("Ferdig 60 %", ""),
        ("Klar, ikke i drift", "not_started"),
        ("Levert i 2025", "done"),
        ("Startet høsten 2025", "ongoing"),
    ],
)
def test_statuses_that_go_on_otherwise(text: str, status: str) -> None:
    page = tabled("Tiltaksplan", "Tiltak | Eier | Status", f"Ny journal | Helse Vest | {text}", "Kurve | NHN | Pågår")
    assert told(kept(page)[0], Field.STATUS) == status


def test_an_arrow_that_ends_within_the_last_year_has_an_end() -> None:
    canvas = plan(bars=(BARS[0], BARS[2], BARS[3]))
    canvas.box("Felles forløp", 0.3, 0.7, 0.57, 0.08, shape="homePlate")
    draft = next(d for d in kept(canvas.page) if d.title == "Felles forløp")
    assert told(draft, Field.PERIOD_END) == "2027-12-31"


def test_services_in_parentheses_are_no_owners() -> None:
    names = (
        "Digital oppfølging (Hjemmesykehus)",
        "Tidlig hjelp (Psykisk helse)",
        "Sikker deling (Kjernejournal)",
        "Trygghetsalarm (Responssenter)",
        "Nytt bygg (Legevakt)",
    )
    drafts = kept(listed("Prioriterte tiltak 2026", *names))
    assert {told(draft, Field.OWNERS) for draft in drafts} == {""}
    assert len(drafts) == len(names)


def test_a_remark_about_a_column_is_no_status_of_what_stands_in_it() -> None:
    canvas = Canvas(2)
    canvas.title("Tiltak")
    for i, head in enumerate(("Nå", "Neste", "Senere")):
        canvas.box(head, 0.05 + i * 0.31, 0.2, 0.28, 0.05, fill="#1F3864")
        for j in range(2):
            canvas.box(f"Felles kalender {i}{j}", 0.05 + i * 0.31, 0.3 + j * 0.12, 0.28, 0.08)
    canvas.text("Nå: 3 av 5 tiltak er ferdig", 0.05, 0.9)
    assert "done" not in {told(draft, Field.STATUS) for draft in kept(canvas.page)}


def test_long_lines_of_dashes_are_read_in_no_time() -> None:
    line = "Tiltak - uke 12 - utstyr - 12 stk - 2 rom - 3 team" * 40 + ": ok"
    assert dated_behind(line) is None
    assert signed_behind(line) is None


@pytest.mark.parametrize(
    "text", ["Ferdig (mars 2025)", "Ferdig (evaluert)", "Ferdig; evalueres", "Ferdig siden 2024", "Ferdig i Helse Vest"]
)
def test_what_is_said_beside_done_leaves_it_done(text: str) -> None:
    page = tabled("Tiltaksplan", "Tiltak | Eier | Status", f"Ny journal | Helse Vest | {text}", "Kurve | NHN | Pågår")
    assert told(kept(page)[0], Field.STATUS) == "done"


def test_open_begins_names_too() -> None:
    items = (
        "2026 – Åpen innsynsløsning for alle",
        "2027 – Felles journal",
        "2027 – Timeavtaler",
        "2026 – Åpen chat",
    )
    found = {draft.title: told(draft, Field.PERIOD_END) for draft in kept(listed("Tiltak", *items))}
    assert found["Åpen innsynsløsning for alle"] == "2026-12-31"


def test_a_first_row_painted_in_full_is_no_axis() -> None:
    canvas = Canvas(2)
    canvas.title("Veikart 2025–2027")
    for i, year in enumerate(YEARS):
        canvas.box(year, 0.25 + i * 0.24, 0.2, 0.24, 0.05, fill="#1F3864")
    rows = (("Felles journal", (0, 1, 2)), ("Timeavtaler", (0,)), ("Dialogmeldinger", (1, 2)), ("Innsyn", (2,)))
    for n, (name, columns) in enumerate(rows):
        canvas.text(name, 0.04, 0.275 + n * 0.08)
        for column in columns:
            canvas.area(0.25 + column * 0.24, 0.26 + n * 0.08, 0.24, 0.06, "#9DC3E6")
    found = {draft.title: told(draft, Field.GROUP) for draft in kept(canvas.page)}
    assert found == {name: "" for name, _ in rows}


def test_notes_beside_lines_that_are_bars_are_no_measures() -> None:
    canvas = plan(bars=())
    rows = (("Kartlegging", 0.1, 0.5), ("Felles journal", 0.3, 0.5), ("Innsyn", 0.5, 0.3), ("Timeavtaler", 0.2, 0.6))
    for n, (name, x, width) in enumerate(rows):
        y = 0.28 + n * 0.12
        canvas.line(x, y + 0.04, x + width, y + 0.04)
        canvas.text(name, x + 0.005, y)
        canvas.text(("Egenfinansiert", "Avhenger av NHN", "Krever anbud", "Pilot først")[n], 0.72, y + 0.05)
    found = {draft.title: told(draft, Field.PERIOD_END)[:4] for draft in kept(canvas.page)}
    assert found == {"Kartlegging": "2026", "Felles journal": "2027", "Innsyn": "2027", "Timeavtaler": "2027"}


def test_a_last_line_below_descriptions_is_an_owner_where_half_of_them_are() -> None:
    canvas = Canvas(2)
    canvas.title("Veikart for digitale tjenester")
    feet = ("Helse Vest", "Helse Nord", "Pilot i Bergen", "Færre oppmøter", "Kortere ventetid", "Bedre oversikt")
    for i, foot in enumerate(feet):
        x, y = 0.05 + (i % 3) * 0.31, 0.2 + (i // 3) * 0.3
        canvas.box(
            "|".join((f"Felles kalender {i}", f"{2025 + i}", "Alle får samme løsning for dette.", foot)),
            x,
            y,
            0.28,
            0.2,
        )
        for n, size in enumerate((14.0, 11.0, 11.0, 9.0)):
            block = canvas.blocks[len(canvas.blocks) - 4 + n]
            canvas.blocks[len(canvas.blocks) - 4 + n] = replace(block, size=size, bold=n == 0)
    assert {told(draft, Field.OWNERS) for draft in kept(canvas.page)} == {"HV", "HN", ""}


@pytest.mark.parametrize(
    ("key", "owners"),
    [
        ("KN = Kari Nes, OB = Ola Berg, LHK = Lund helsekontor", set()),
        ("KN = Digitalisering, OB = Velferdsteknologi, LHK = Samhandling", set()),
        ("KN = Elektronisk pasientjournal, OB = Kunstig intelligens, LHK = Helseforetak", set()),
        (
            "KN = Kommunekontoret, OB = Opptakssenteret, LHK = Lund helsekontor",
            {"Kommunekontoret", "Opptakssenteret", "Lund helsekontor"},
        ),
    ],
)
def test_keys_of_persons_and_themes_make_no_owners(key: str, owners: set[str]) -> None:
    canvas = plan()
    for i, (_, x, width) in enumerate(BARS):
        canvas.box(("KN", "OB", "LHK")[i % 3], x + width - 0.06, 0.31 + i * 0.12, 0.05, 0.04, fill="#FFFFFF", size=9.0)
    canvas.text(key, 0.1, 0.92, size=9.0)
    assert {told(draft, Field.OWNERS) for draft in kept(canvas.page)} - {""} == owners
