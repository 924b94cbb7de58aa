"""Slides about one measure: the title names it, labels tell of it, and what else is found is part of it."""

import pytest

from extract.claims import Claim, Draft
from extract.recognisers.fact_sheet import recognise_fact_sheet, take_parts
from tests.extract.recognisers.pages import table
from tests.extract.scenes import Canvas, deck_of, told, years
from veikart.core.records import Field, Role

FACTS = (("EIER", "Norsk helsenett (prosjektleder Kari Nes)"), ("PERIODE", "2026–2027"), ("OMFANG", "seks sykehus"))


def sheet(title: str, facts: tuple[tuple[str, str], ...] = FACTS) -> Canvas:
    canvas = Canvas(2)
    canvas.title(title)
    for row, (name, value) in enumerate(facts):
        canvas.text(name, 0.06, 0.2 + 0.12 * row, bold=True)
        canvas.text(value, 0.06, 0.23 + 0.12 * row, size=16.0)
    return canvas


def read(canvas: Canvas) -> Claim | None:
    front = Canvas(1)
    front.title("Styringsgruppe")
    return recognise_fact_sheet(canvas.page, deck_of(front, canvas))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Felles prøvesvar", "Felles prøvesvar"),
        ("Sak 5/26: Felles prøvesvar", "Felles prøvesvar"),
        ("Sak 5: Oppstart av felles prøvesvar", "felles prøvesvar"),
    ],
)
def test_the_title_has_what_the_labels_tell(title: str, name: str) -> None:
    claim = read(sheet(title))
    assert claim is not None
    (draft,) = claim.drafts
    assert (draft.title, told(draft, Field.OWNERS), years(draft)) == (name, "NHN", ("2026", "2027"))


@pytest.mark.parametrize(
    "canvas",
    [
        sheet("Felles prøvesvar", FACTS[:1]),
        sheet("Felles prøvesvar", (*FACTS, ("EIER", "KS"))),
        sheet("Agenda"),
    ],
)
def test_one_kind_of_fact_or_two_of_a_kind_make_no_sheet(canvas: Canvas) -> None:
    assert read(canvas) is None


def test_labels_over_the_columns_of_a_plan_are_no_facts() -> None:
    canvas = sheet("Felles prøvesvar")
    for number in range(3):
        canvas.box(f"Q{number + 1} 2026", 0.4 + 0.15 * number, 0.2, 0.14, 0.05)
    assert read(canvas) is None


def test_a_small_table_tells_facts_as_well() -> None:
    canvas = sheet("Felles prøvesvar", ())
    canvas.blocks += table([["Nøkkeltall", ""], ["Prosjekteier", "KS"], ["Periode", "2027–2028"]], page=2)
    claim = read(canvas)
    assert claim is not None
    assert (told(claim.drafts[0], Field.OWNERS), years(claim.drafts[0])) == ("KS", ("2027", "2028"))


def test_what_else_is_found_is_part_of_the_title() -> None:
    block = sheet("Felles prøvesvar").blocks[0]
    whole, step, need = Draft((block,), "a"), Draft((block,), "b"), Draft((block,), "c", Role.NEED)
    sheets, steps = Claim("fact-sheet", 0.9, [whole]), Claim("stages", 0.7, [step, need])
    take_parts([(steps, [step, need]), (sheets, [whole])])
    assert [(d.parent, d.role) for d in (whole, step, need)] == [
        (None, Role.MEASURE),
        (whole, Role.ACTIVITY),
        (whole, Role.NEED),
    ]
    take_parts([(steps, [Draft((block,), "d")])])


def test_who_helps_is_no_second_owner() -> None:
    claim = read(
        sheet("Felles prøvesvar", (("Lead", "FHI"), ("Partner", "KS"), ("Status", "Ongoing"), ("Sponsor", "NHN")))
    )
    assert claim is not None
    assert told(claim.drafts[0], Field.OWNERS) == "FHI"


def test_small_plain_labels_have_the_bold_value_below_them() -> None:
    canvas = Canvas(2)
    canvas.title("Felles prøvesvar")
    facts = (("Ansvarlig", "KS"), ("Oppstart", "2. halvår 2026"), ("Ferdig", "2027"), ("Status", "Planlagt"))
    for column, (name, value) in enumerate(facts):
        canvas.text(name, 0.06 + 0.22 * column, 0.7, size=9.0)
        canvas.text(value, 0.06 + 0.22 * column, 0.735, size=13.0, bold=True)
    claim = read(canvas)
    assert claim is not None
    (draft,) = claim.drafts
    assert (told(draft, Field.OWNERS), *years(draft), told(draft, Field.STATUS)) == ("KS", "2026", "2027", "planned")


def test_labels_in_a_row_have_the_values_below_them_whatever_else_is_told() -> None:
    canvas = Canvas(2)
    canvas.title("P01 Felles prøvesvar")
    facts = (
        ("Prosjekteier", "FHI"),
        ("Prosjektleder", "Ane Nes"),
        ("Fase", "Pågår"),
        ("Periode", "2025–2027"),
        ("Ramme", "9 mill."),
    )
    for column, (name, value) in enumerate(facts):
        canvas.text(name, 0.05 + 0.18 * column, 0.15, size=9.0)
        canvas.text(value, 0.05 + 0.18 * column, 0.18, size=13.0, bold=True)
    canvas.text("Status", 0.05, 0.4, bold=True)
    canvas.text("74 pasienter er tatt inn i ordningen", 0.05, 0.45, marker="•")
    claim = read(canvas)
    assert claim is not None
    (draft,) = claim.drafts
    assert (told(draft, Field.OWNERS), told(draft, Field.STATUS), years(draft)) == ("FHI", "ongoing", ("2025", "2027"))


def test_milestones_on_the_slide_of_a_measure_are_none() -> None:
    whole = sheet("Felles prøvesvar").blocks[0]
    sheets, steps = Claim("fact-sheet", 0.975), Claim("tables", 0.95)
    (named, milestone, part) = (
        sheets.add(Draft((whole,), "a")),
        steps.add(Draft((whole,), "b")),
        steps.add(Draft((whole,), "c")),
    )
    milestone.say(Field.GROUP, "Milepæler", None, "heading")
    part.say(Field.GROUP, "Leveranser", None, "heading")
    drafts = [milestone, part]
    take_parts([(steps, drafts), (sheets, [named])])
    assert [d.title for d in drafts] == ["c"]
    alone = [milestone]
    take_parts([(steps, alone)])
    assert alone == [milestone]


def test_beside_a_plan_small_labels_alone_tell_facts() -> None:
    canvas = Canvas(2)
    canvas.title("Felles prøvesvar")
    for column, (name, value) in enumerate((("Ansvarlig", "KS"), ("Status", "Planlagt"))):
        canvas.text(name, 0.06 + 0.22 * column, 0.15, size=9.0)
        canvas.text(value, 0.06 + 0.22 * column, 0.18, size=13.0, bold=True)
    for column, year in enumerate(("2026", "2027", "2028", "2029", "2030")):
        canvas.box(year, 0.06 + 0.15 * column, 0.5, 0.15, 0.05)
    claim = read(canvas)
    assert claim is not None
    assert (told(claim.drafts[0], Field.OWNERS), told(claim.drafts[0], Field.STATUS)) == ("KS", "planned")


def test_a_person_is_left_out_beside_the_unit_that_owns_the_work() -> None:
    canvas = Canvas(2)
    canvas.title("Felles prøvesvar")
    lines = ("Ansvarlig: Kari Nes", "Eier: FHI", "Status: Pågår", "Periode: 2026–2027")
    for row, line in enumerate(lines):
        canvas.text(line, 0.06, 0.3 + 0.06 * row)
    claim = read(canvas)
    assert claim is not None
    assert told(claim.drafts[0], Field.OWNERS) == "FHI"


def test_small_plain_labels_have_the_larger_value_beside_them() -> None:
    canvas = Canvas(2)
    canvas.title("Felles prøvesvar")
    for row, (name, value) in enumerate((("Eier", "KS"), ("Periode", "2026–2027"), ("Status", "Planlagt"))):
        canvas.text(name, 0.6, 0.3 + 0.1 * row, size=9.0)
        canvas.text(value, 0.7, 0.3 + 0.1 * row, size=12.0)
    claim = read(canvas)
    assert claim is not None
    (draft,) = claim.drafts
    assert (told(draft, Field.OWNERS), *years(draft), told(draft, Field.STATUS)) == ("KS", "2026", "2027", "planned")
