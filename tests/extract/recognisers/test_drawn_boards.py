"""Boards: what heads their columns, and chips on cards that head nothing."""

from dataclasses import replace

import pytest

from extract.recognisers.drawn.board import board
from extract.recognisers.drawn.captioned import captioned
from extract.recognisers.drawn.timeline import timeline
from tests.extract.recognisers.test_drawn import run
from tests.extract.scenes import Canvas, by_title, deck_of, told
from veikart.core.blocks import BlockKind
from veikart.core.records import Field

NAMES = ("Felles vaktliste", "Egen app for pårørende", "Ny portal", "Bedre søk", "Kortere innlogging", "Delt bilpark")


def notes(*heads: str, boxed: bool = False) -> Canvas:
    """Two notes under each heading."""
    canvas = Canvas()
    canvas.title("Dette har vi på blokka")
    for column, head in enumerate(heads):
        x = 0.04 + column * 0.94 / len(heads)
        if boxed:
            canvas.box(head, x, 0.2, 0.8 / len(heads), 0.07, shape="chevron", fill="#558855")
        else:
            canvas.text(head, x, 0.2, size=17.0, bold=True)
        for row in range(2):
            canvas.box(NAMES[(column * 2 + row) % 6] + (" 2" if column > 2 else ""), x, 0.35 + row * 0.3, 0.14, 0.2)
    return canvas


def statuses(canvas: Canvas) -> set[str]:
    return {told(draft, Field.STATUS) for draft in by_title(run(canvas, board)).values()}


def test_a_heading_tells_its_status_by_most_of_its_words() -> None:
    found = statuses(notes("Vurderes nå", "Besluttet, men ikke startet", "Hos leverandøren"))
    assert found == {"under_consideration", "not_started", ""}


def test_phases_are_under_way_beside_headings_that_tell_a_status() -> None:
    assert statuses(notes("Idé", "Prosjekt", "Innføring", "Drift", boxed=True)) == {
        "under_consideration",
        "ongoing",
        "in_operation",
    }


def test_phases_alone_are_steps() -> None:
    assert run(notes("Anskaffelse", "Innføring", "Realisering", boxed=True), board) is None


def test_the_legend_of_another_page_does_not_overrule_the_columns() -> None:
    legend, canvas = Canvas(1), notes("Under vurdering", "Planlagt")
    legend.title("Tegnforklaring")
    for row, (paint, word) in enumerate((("#DDDDDD", "Levert"), ("#00AA00", "Under arbeid"))):
        legend.area(0.1, 0.3 + row * 0.06, 0.03, 0.03, paint)
        legend.text(word, 0.15, 0.3 + row * 0.06)
    canvas.number = 2
    deck = deck_of(legend, canvas)
    claim = board(deck.pages[1], deck)
    assert {told(draft, Field.STATUS) for draft in by_title(claim).values()} == {"under_consideration", "planned"}


def test_chips_beside_names_on_panels_head_no_columns() -> None:
    canvas = Canvas()
    canvas.title("Dette har vi i gang")
    for number, (name, word) in enumerate(zip(NAMES, ("Pågår", "I drift", "Planlagt") * 2, strict=True)):
        x, y = 0.05 + 0.31 * (number % 3), 0.2 + 0.36 * (number // 3)
        canvas.area(x, y, 0.29, 0.32, "#DDEDE4")
        canvas.text(name, x + 0.01, y + 0.03, size=15.0, bold=True)
        canvas.box(word, x + 0.2, y + 0.03, 0.08, 0.04, fill="#E08E45", size=10.0)
        canvas.text("Rapport før påske", x + 0.01, y + 0.15, size=12.0)
    assert run(canvas, board) is None


def test_a_caption_may_tell_more_than_the_date() -> None:
    canvas = Canvas()
    canvas.title("Dette ligger i løypa")
    for number, (name, told_of) in enumerate(
        zip(NAMES, ("2. kvartal 2026", "3. kvartal 2026 · sammen med FHI", "4. kvartal 2026") * 2, strict=True)
    ):
        x, y = 0.1 + 0.5 * (number % 2), 0.2 + 0.25 * (number // 2)
        canvas.text(str(number + 1), x - 0.06, y, size=40.0, bold=True)
        canvas.text(name, x, y, size=18.0, bold=True)
        canvas.text(told_of, x, y + 0.045, size=12.0)
    found = by_title(run(canvas, captioned))
    assert set(found) == set(NAMES)
    assert told(found[NAMES[1]], Field.PERIOD_START) == "2026-07-01"


def test_lanes_of_organisations_whose_bare_names_are_short_and_long() -> None:
    canvas = Canvas()
    canvas.title("Hvem gjør hva")
    for row, name in enumerate(("Kommunene", "KS", "Universitetet i Bergen")):
        y = 0.2 + 0.2 * row
        canvas.area(0.04, y, 0.92, 0.16, "#EEE6D8")
        canvas.text(name, 0.06, y + 0.05)
        for column in range(2):
            canvas.box(f"Felles arbeid {row}{column}", 0.3 + 0.25 * column, y + 0.03, 0.2, 0.1, fill="#5B8DB8")
    found = by_title(board(canvas.page, deck_of(canvas)))
    assert {told(d, Field.OWNERS) for t, d in found.items() if t.startswith("Felles arbeid 1")} == {"KS"}


def test_the_panels_of_columns_may_carry_their_headings() -> None:
    canvas = Canvas()
    canvas.title("Tavla: nå, neste, senere")
    for column, head in enumerate(("Nå", "Neste", "Senere")):
        x = 0.04 + 0.32 * column
        canvas.box(head, x, 0.15, 0.29, 0.78, fill="#FBF3EA")
        panel = canvas.blocks[-1]
        assert panel.box is not None
        canvas.blocks[-1] = replace(panel, box=panel.box._replace(y0=0.17, y1=0.2))
        for row in range(3):
            canvas.box(f"Felles løsning {head} {row + 1}", x + 0.01, 0.24 + 0.2 * row, 0.27, 0.15, fill="#FFFFFF")
    found = by_title(timeline(canvas.page, deck_of(canvas)))
    assert len(found) == 9
    assert told(found["Felles løsning Senere 2"], Field.PERIOD_TEXT) == "Senere"


def test_statuses_that_come_again_from_row_to_row_head_no_board() -> None:
    canvas = Canvas()
    canvas.title("Status i trafikklys")
    states = ("I rute", "Forsinket", "I rute", "Ikke startet")
    for row, (state, name) in enumerate(zip(states, ("Felles søk", "Nytt lager", "Ny app", "Digital kø"), strict=True)):
        y = 0.2 + 0.15 * row
        canvas.area(0.04, y, 0.92, 0.12, "#FAFAFA")
        canvas.text(name, 0.1, y + 0.04, bold=True, size=15.0)
        canvas.text(state, 0.5, y + 0.04, size=13.0)
        canvas.text("Venter på svar fra alle", 0.66, y + 0.04, size=12.0)
    assert board(canvas.page, deck_of(canvas)) is None


@pytest.mark.parametrize(
    ("lines", "owners"),
    [
        (("NHN", "KS", "Ytrebygda"), "Ytrebygda"),  # two are known: so is the third
        (("Stor", "Rask", "Ytrebygda"), ""),
    ],
)
def test_small_lines_on_notes_tell_owners_where_others_do(lines: tuple[str, ...], owners: str) -> None:
    canvas = Canvas()
    canvas.title("Tavla vår")
    for column, (head, line) in enumerate(zip(("Planlagt", "Pågår", "Ferdig"), lines, strict=True)):
        x = 0.04 + 0.32 * column
        canvas.box(head, x, 0.15, 0.28, 0.06, fill="#2B2B2B")
        for row in range(2):
            canvas.box(f"Felles tjeneste {column}{row}|{line}", x, 0.25 + 0.25 * row, 0.28, 0.2, fill="#FFF2A8")
            canvas.blocks[-1] = replace(canvas.blocks[-1], size=8.0, colour="#777777")
    found = by_title(board(canvas.page, deck_of(canvas)))
    assert told(found["Felles tjeneste 20"], Field.OWNERS) == owners


def test_headings_of_a_board_may_have_a_tick_or_an_arrow() -> None:
    canvas = Canvas()
    canvas.title("Det vi har gjort og held på med")
    for column, head in enumerate(("Levert", "↻ I arbeid")):
        x = 0.04 + 0.47 * column
        canvas.box(head, x, 0.17, 0.44, 0.06, fill="#2F7F79")
        if not column:
            canvas.blocks[-1] = replace(canvas.blocks[-1], kind=BlockKind.BULLET, marker="✔")
        for row in range(3):
            canvas.box(
                f"Felles tjeneste {column}{row}|Team Klinisk flyt", x, 0.25 + 0.16 * row, 0.44, 0.13, fill="#E8F1EF"
            )
            canvas.blocks[-1] = replace(canvas.blocks[-1], size=8.0)
    found = by_title(board(canvas.page, deck_of(canvas)))
    assert {name[-2]: told(draft, Field.STATUS) for name, draft in found.items()} == {"0": "done", "1": "ongoing"}
    assert told(found["Felles tjeneste 02"], Field.OWNERS) == "Team Klinisk flyt"


PAINTS = {"Nye tiltak": "#3B8132", "Fullført": "#6C6C6C", "Utsatt": "#C77700", "Tatt ut": "#A8323E"}


def test_panels_two_by_two_are_no_columns_of_a_board() -> None:
    canvas = Canvas()
    canvas.title("Endringer siden veikartet for 2025")
    for number, (head, paint) in enumerate(PAINTS.items()):
        x, y = 0.04 + 0.48 * (number % 2), 0.15 + 0.4 * (number // 2)
        names = "|".join(f"• Felles logg {number}{n}" for n in range(4))
        canvas.box(names, x, y, 0.45, 0.386, fill=f"#EAF4E{number}")
        canvas.box(head, x, y, 0.45, 0.05, fill=paint, size=16.0, bold=True)
    assert run(canvas, board) is None


def test_ends_of_bullets_on_a_board_tell_whose_and_when() -> None:
    canvas = Canvas()
    ends = ("NHN, klar 2027", "Portalia, 2026", "KS, 2027")
    for column, head in enumerate(("Pågår", "Planlagt")):
        canvas.box(head, 0.04 + 0.48 * column, 0.15, 0.45, 0.05, fill="#3B8132", bold=True)
        names = "|".join(f"• Felles logg {column}{n} – {end}" for n, end in enumerate(ends))
        canvas.box(names, 0.04 + 0.48 * column, 0.22, 0.45, 0.4, fill="#EFEFEF")
    found = by_title(run(canvas, board))
    assert [told(d, Field.OWNERS) for d in found.values()] == ["NHN", "Portalia", "KS"] * 2
    assert list(found)[:2] == ["Felles logg 00", "Felles logg 01"]


def test_counts_behind_the_headings_and_dates_on_the_cards_leave_a_board_one() -> None:
    canvas = Canvas()
    canvas.title("Porteføljetavlen per 10. mars")
    for column, head in enumerate(("Under vurdering (1)", "Planlagt (2)", "I drift (3)")):
        x = 0.05 + 0.31 * column
        canvas.box(head, x, 0.16, 0.28, 0.06, fill="#7AA6C2", bold=True)
        for row, when in enumerate(("2025–2026", "Frist: 30.06.26", "2027")[: column + 1]):
            canvas.box(f"Felles kalender {column}{row}|{when}", x + 0.01, 0.25 + 0.16 * row, 0.26, 0.13, fill="#FFFFFF")
    found = by_title(run(canvas, board))
    statuses = [told(draft, Field.STATUS) for _, draft in sorted(found.items())]
    assert statuses == ["under_consideration", *["planned"] * 2, *["in_operation"] * 3]
