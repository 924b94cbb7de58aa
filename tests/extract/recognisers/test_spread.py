"""Tables of how far each place has come with each measure."""

from dataclasses import replace

from extract.claims import Draft
from tests.extract.recognisers.pages import Value, table, text_at, title
from tests.extract.recognisers.test_tables import drafts, value
from veikart.core.blocks import BlockKind
from veikart.core.geometry import Box
from veikart.core.records import Field

GREEN, YELLOW = "#92D050", "#FFC000"
PLACES: list[list[Value]] = [
    ["", "Arendal", "Grimstad", "Risør"],
    ["Digitale trygghetsalarmer", "✓", "✓", "✓"],
    ["Elektroniske dørlåser", "✓", "◐", ""],
    ["Kjernejournal i sykehjem", "◐", "", "✓"],
]


def spread(rows: list[list[Value]], *, key: bool = True) -> list[Draft]:
    fills = {
        (r, c): GREEN if v == "✓" else YELLOW for r, row in enumerate(rows) for c, v in enumerate(row) if r and c and v
    }
    blocks = [title("Hvor langt har vi kommet?"), *table(rows, fills=fills, top=0.2)]
    for i, (fill, word) in enumerate(((GREEN, "Innført"), (YELLOW, "Under innføring"))):
        patch = replace(
            text_at("", 0.1 + i * 0.3, 0.9, fill=fill, container=f"p1/k{i}"), kind=BlockKind.SHAPE, shape="rect"
        )
        frame = Box(0.1 + i * 0.3, 0.9, 0.12 + i * 0.3, 0.93)
        blocks += [replace(patch, frame=frame, box=frame), text_at(word, 0.125 + i * 0.3, 0.9)] if key else []
    return drafts(blocks)


def test_a_table_of_how_far_places_have_come_lists_measures() -> None:
    found = spread(PLACES)
    assert [d.title for d in found] == [row[0] for row in PLACES[1:]]
    assert [value(d, Field.STATUS) for d in found] == ["in_operation", "", ""]
    assert value(found[1], Field.STATUS_TEXT) == "Innført; Under innføring"


def test_ticks_that_nothing_explains_and_words_in_the_cells_list_none() -> None:
    assert not spread(PLACES, key=False)
    assert not spread([*PLACES, ["Andre tiltak", "se plan", "ingen", "✓"]])


WORDS: list[list[Value]] = [
    ["", "St. Olavs", "Ålesund", "Namsos"],
    ["Digital innsjekk", "I drift", "Uke 41", "Vår 2027"],
    ["Nytt trådløst nett", "I drift (nybygg)", "Februar", "–"],
    ["Windows 11", "80 %", "100 %", "60 %"],
]


def rollout(rows: list[list[Value]]) -> list[Draft]:
    return drafts([title("Utrulling per sykehus"), *table(rows, top=0.2)])


def test_words_dates_and_shares_tell_how_far_places_have_come() -> None:
    found = rollout(WORDS)
    assert [d.title for d in found] == [row[0] for row in WORDS[1:]]
    assert value(found[0], Field.STATUS_TEXT) == "I drift; Uke 41; Vår 2027"
    assert not any(value(d, Field.STATUS) for d in found)


def test_tables_of_figures_alone_or_with_other_words_list_none() -> None:
    assert not rollout([WORDS[0], *([f"Andel {n}", "80 %", "65 %", "60 %"] for n in "abc")])
    assert not rollout([*WORDS, ["Opplæring", "Kurs for ledere", "I drift", "I drift"]])


def test_signs_and_words_of_a_line_of_equations_explain_cells() -> None:
    rows: list[list[Value]] = [
        ["", "Sunnfjord", "Kinn", "Askvoll"],
        ["Digitale tryggleiksalarmar", "✓", "✓", "✓"],
        ["Elektroniske dørlåsar", "test", "✓", ""],
        ["Digitalt tilsyn", "✓", "test", "test"],
    ]
    key = text_at("✓ = i ordinær drift   test = utprøving   tom = ikkje i bruk", 0.05, 0.9)
    found = drafts([title("Kven har teke i bruk kva?"), *table(rows, top=0.2), key])
    assert [value(d, Field.STATUS) for d in found] == ["in_operation", "", ""]
    assert not drafts([title("Kven har teke i bruk kva?"), *table(rows, top=0.2)])
