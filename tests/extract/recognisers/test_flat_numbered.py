"""Counted measures and descriptions on laid-out pages."""

from extract.deck import Deck
from extract.recognisers.flat.descriptions import describe_measures
from extract.recognisers.flat.numbered import numbered_measures
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.config import Config
from veikart.core.geometry import Box
from veikart.core.records import Field, Role
from veikart.core.vocabulary import load_vocabulary


def page(number: int, lines: list[tuple[str, float]], wide: bool) -> Page:
    blocks = tuple(
        Block(
            f"p{number}/{at}",
            number,
            BlockKind.TEXT,
            text,
            box=Box(0.1, 0.2 + 0.05 * at, 0.9, 0.24 + 0.05 * at),
            size=size,
        )
        for at, (text, size) in enumerate(lines)
    )
    return Page(number, blocks, width=960 if wide else 595, height=540 if wide else 842)


def deck_of(*pages: Page) -> Deck:
    return Deck("plan.pdf", "pdf", list(pages), load_vocabulary(), Config())


COUNTED = [
    ("Tiltak 1: Trygg hjemreise", 18.0),
    ("Alle får en plan for hjemreisen.", 11.0),
    ("Ansvarlig: Helse Vest", 11.0),
]
SECOND = [("Tiltak 2: Måledata", 18.0), ("Målinger deles med legen, og de ses i portalen.", 11.0)]


def test_counted_measures_on_a_page() -> None:
    deck = deck_of(page(1, COUNTED + SECOND, wide=False))
    claim = numbered_measures(deck.pages[0], deck)
    assert claim is not None
    assert [draft.title for draft in claim.drafts] == ["Trygg hjemreise", "Måledata"]
    assert [s.value for s in claim.drafts[0].statements if s.field is Field.OWNERS] == ["HV"]


def test_one_number_counts_nothing() -> None:
    deck = deck_of(page(1, COUNTED, wide=False))
    assert numbered_measures(deck.pages[0], deck) is None


LABELLED = [("Trygg hjemreise", 18.0), ("Problem: Pasienter reiser hjem uten en plan for tiden etter.", 11.0)]
REST = [("Behov: Noen å ringe til når det butter imot hjemme.", 11.0)]


def test_a_description_goes_on_over_pages_of_a_document() -> None:
    deck = deck_of(page(1, LABELLED, wide=False), page(2, REST, wide=False))
    first, second = (describe_measures(p, deck) for p in deck.pages)
    assert first is not None
    assert second is not None
    assert [draft.title for draft in first.drafts] == ["Trygg hjemreise"]
    assert set(second.uses) == {"p2/0"}


def test_a_slide_ends_its_text() -> None:
    deck = deck_of(page(1, LABELLED, wide=True), page(2, REST, wide=True))
    assert describe_measures(deck.pages[0], deck) is None


def test_counted_recommendations_are_proposals() -> None:
    deck = deck_of(page(1, [("Anbefaling 1: Felles kalender", 11), ("Anbefaling 2: Digital innsjekk", 11)], False))
    claim = numbered_measures(deck.pages[0], deck)
    assert claim is not None
    assert [(d.title, d.role) for d in claim.drafts] == [
        ("Felles kalender", Role.PROPOSAL),
        ("Digital innsjekk", Role.PROPOSAL),
    ]


def test_names_of_cells_behind_a_count_are_no_titles() -> None:
    lines = [("Action 1.1", 11.0), ("Lead", 11.0), ("Timescale", 11.0), ("Action 1.2", 11.0), ("Lead", 11.0)]
    deck = deck_of(page(1, lines, False))
    assert numbered_measures(deck.pages[0], deck) is None


def test_a_counted_word_heads_what_stands_under_it() -> None:
    names = ["Digitalt tilsyn", "Avstandsoppfølging", "Logistikk og utlån"]
    rows = [(f"Delprosjekt {n + 1}", 0.1 + 0.3 * n, 0.3) for n in range(3)]
    rows += [(name, 0.1 + 0.3 * n, 0.36) for n, name in enumerate(names)]  # read row by row
    blocks = tuple(
        Block(f"p1/{at}", 1, BlockKind.TEXT, text, box=Box(x, y, x + 0.2, y + 0.04), size=14.0)
        for at, (text, x, y) in enumerate(rows)
    )
    drawn = Page(1, blocks, width=960, height=540)
    claim = numbered_measures(drawn, deck_of(drawn))
    assert claim is not None
    assert [draft.title for draft in claim.drafts] == names
    assert not any(draft.says(Field.DESCRIPTION) for draft in claim.drafts)
