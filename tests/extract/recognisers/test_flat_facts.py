"""Tables that tell about one measure at a time, and sheets that tell about the measure in their title."""

import pytest

from extract.claims import Draft
from extract.deck import Deck
from extract.recognisers.flat.descriptions import describe_measures
from extract.recognisers.flat.fact_tables import fact_tables
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.config import Config
from veikart.core.geometry import Box
from veikart.core.records import Field
from veikart.core.vocabulary import load_vocabulary


def cells(rows: list[tuple[str, str]], heading: str = "") -> list[Block]:
    return [
        Block(
            f"t1/r{row}c{column}",
            1,
            BlockKind.CELL,
            text,
            table="t1",
            row=row,
            column=column,
            heading_path=(heading,) if heading else (),
        )
        for row, pair in enumerate(rows)
        for column, text in enumerate(pair)
    ]


def deck_of(page: Page) -> Deck:
    return Deck("plan", "docx", [page], load_vocabulary(), Config())


def told(draft: Draft) -> dict[str, str]:
    return {s.field.value: s.value for s in draft.statements}


def test_a_table_for_each_measure() -> None:
    rows = [
        ("Tiltak 1.1", "Trygg hjemreise"),
        ("Ansvarlig", "Helse Vest"),
        ("Periode", "2025-26"),
        ("Tiltak 1.2", "Måledata"),
        ("Ansvarlig", "Enhet for innovasjon"),
        ("Status", "Under arbeid"),
    ]
    page = Page(1, tuple(cells(rows, "Helse hjemme")))
    claim = fact_tables(page, deck_of(page))
    assert claim is not None
    first, second = claim.drafts
    assert (first.title, second.title) == ("Trygg hjemreise", "Måledata")
    assert told(first)["owners"] == "HV"
    assert (told(first)["period_start"], told(first)["period_end"]) == ("2025-01-01", "2026-12-31")
    assert told(second)["owners"] == "Enhet for innovasjon"
    assert told(second)["status"] == "ongoing"
    assert told(first)["group"] == "Helse hjemme"


@pytest.mark.parametrize(
    "rows",
    [
        [("Tiltak", "Ansvarlig"), ("Trygg hjemreise", "Helse Vest"), ("Måledata", "NHN")],
        [("Navn", "Rolle"), ("Kari Lunde", "Leder")],
        [("Tiltak 1", "Trygg hjemreise"), ("Tiltak 2", "Måledata")],
        [("2024", "12"), ("2025", "14")],
    ],
)
def test_other_tables_are_left_alone(rows: list[tuple[str, str]]) -> None:
    page = Page(1, tuple(cells(rows)))
    assert fact_tables(page, deck_of(page)) is None


def test_a_sheet_tells_about_the_measure_in_its_title() -> None:
    def block(at: int, text: str, size: float, kind: BlockKind = BlockKind.TEXT) -> Block:
        return Block(f"b{at}", 1, kind, text, box=Box(0.1, 0.2 + at / 20, 0.5, 0.24 + at / 20), size=size, level=1)

    texts = [
        block(0, "Prosjekt: Trygg hjemreise", 26, BlockKind.TITLE),
        block(1, "Mål", 12),
        block(2, "Pasienten vet hvem som skal ringes når noe skjer hjemme.", 12),
    ]
    facts = cells([("Prosjektleder", "Kari Lunde"), ("Periode", "2025–2026"), ("Status", "Pågår")])
    page = Page(1, (*texts, *facts), width=960, height=540)
    claim = describe_measures(page, deck_of(page))
    assert claim is not None
    (draft,) = claim.drafts
    assert draft.title == "Trygg hjemreise"
    assert told(draft)["period_end"] == "2026-12-31"
    assert told(draft)["status"] == "ongoing"
    assert not draft.says(Field.OWNERS)  # a person is no owner
