from dataclasses import replace

import pytest

from extract.layout.furniture import furniture
from tests.extract.recognisers.pages import bullets, deck, slide, text_at, title
from veikart.core.blocks import Block, BlockKind


def page_blocks(number: int, *more: Block) -> list[Block]:
    return [
        title("Veikart", number),
        *more,
        text_at("Helse Eksempel – mars 2026", 0.05, 0.95, page=number, size=9),
        text_at(str(number), 0.95, 0.95, page=number, size=9),
        text_at("Følsomhet Intern (gul)", 0.05, 0.91, page=number, size=8),
    ]


def test_repeated_texts_page_numbers_and_labels_at_the_edge_are_furniture() -> None:
    pages = [slide(page_blocks(n, *bullets(["Nettkurs", "Ny app"], 0.1, 0.3, n)), n) for n in (1, 2, 3, 4)]
    found = furniture(deck(*pages))
    kept = [b.text for b in pages[1].blocks if b.id not in found]
    assert kept == ["Veikart", "Nettkurs", "Ny app"]


def test_what_stands_once_or_in_the_middle_is_content() -> None:
    last = text_at("Sist i listen", 0.1, 0.9, page=1)
    pages = [slide([last, text_at("Nettkurs", 0.4, 0.5)], 1), slide([text_at("Nettkurs", 0.4, 0.5, page=2)], 2)]
    assert not furniture(deck(*pages))


def test_the_formats_own_footers_are_furniture_on_a_single_page() -> None:
    footer = replace(text_at("Kontakt oss", 0.1, 0.5), kind=BlockKind.FOOTER)
    assert furniture(deck(slide([footer]))) == {footer.id}


def test_the_name_of_a_kind_of_page_is_furniture() -> None:
    sheet = text_at("Prosjektark", 0.1, 0.3)
    assert furniture(deck(slide([title("Felles kurve"), sheet, text_at("Prosjektarket", 0.1, 0.5)]))) == {sheet.id}


def test_a_footnote_that_a_text_refers_to_is_furniture() -> None:
    note = text_at("* sør-, lule- og nordsamisk", 0.1, 0.8)
    item = text_at("Språkdrakt i alle innkallinger*", 0.1, 0.3)
    assert furniture(deck(slide([item, note]))) == {note.id}
    assert not furniture(deck(slide([text_at("Språkdrakt", 0.1, 0.3), note])))


def test_furniture_is_carried_to_the_next_stretch_of_a_long_document() -> None:
    first = deck(*[slide(page_blocks(n), n) for n in (1, 2, 3)])
    furniture(first)
    second = deck(slide(page_blocks(4), 4))
    second.carried = first.carried
    assert {b.text for b in second.pages[0].blocks if b.id in furniture(second)} >= {"Helse Eksempel – mars 2026"}


@pytest.mark.parametrize(
    ("texts", "furniture_found"), [(("Tid 2026", "Tid 2027"), False), (("Sak 24", "Sak 31"), True)]
)
def test_years_that_differ_are_no_furniture(texts: tuple[str, str], *, furniture_found: bool) -> None:
    pages = [slide([text_at(text, 0.7, 0.08, page=n)], n) for n, text in enumerate(texts, 1)]
    assert bool(furniture(deck(*pages))) is furniture_found
