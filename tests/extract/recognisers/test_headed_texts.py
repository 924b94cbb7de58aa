from dataclasses import replace

import pytest

from extract.claims import Draft
from extract.recognisers.headed_texts import recognise_headed_texts
from tests.extract.recognisers.pages import deck, slide, text_at, title
from veikart.core.geometry import Box
from veikart.core.records import Field, Role

NAMES = ["Felles kalender", "Nytt lager", "Raskere søk"]


def drafts(heading: str, names: list[str], *, gap: float = 0.06, size: float = 12.0) -> list[Draft]:
    blocks = []
    for index, name in enumerate(names):
        left = 0.05 + 0.3 * index
        blocks += [text_at(name, left, 0.5, size=20.0), text_at(f"Mer om {name}", left, 0.5 + gap, size=size)]
    page = slide([title(heading), *blocks])
    claim = recognise_headed_texts(page, deck(page))
    return claim.drafts if claim else []


def test_headings_with_a_smaller_text_below_each_are_measures() -> None:
    found = drafts("Veikart for arkivet", NAMES)
    assert [draft.title for draft in found] == NAMES
    told = [[s.value for s in d.statements if s.field is Field.DESCRIPTION] for d in found]
    assert told == [[f"Mer om {name}"] for name in NAMES]


@pytest.mark.parametrize(
    ("heading", "names", "gap", "size"),
    [
        ("Våre verdier", NAMES, 0.06, 12.0),  # no plan
        ("Tre mål for perioden", NAMES, 0.06, 12.0),  # aims
        ("Veikart", NAMES[:2], 0.06, 12.0),  # too few
        ("Veikart", NAMES, 0.35, 12.0),  # too far below
        ("Veikart", NAMES, 0.06, 20.0),  # not smaller
        ("Veikart", ["Din tittel"] * 3, 0.06, 12.0),  # a template
    ],
)
def test_other_texts_are_none(heading: str, names: list[str], gap: float, size: float) -> None:
    assert drafts(heading, names, gap=gap, size=size) == []


def bold_items(heading: str, names: list[str], *, marker: str = "•") -> list[str]:
    blocks = []
    for n, name in enumerate(names):
        top = 0.25 + 0.15 * n
        size = 14.04 if n % 2 else 14.06  # as conversions to PDF round them
        blocks += [
            text_at(name, 0.1, top, marker=marker, bold=True, size=size),
            text_at(f"Det er behov for å si mer om {name}.", 0.1, top + 0.04, size=size),
        ]
    page = slide([title(heading), *blocks])
    claim = recognise_headed_texts(page, deck(page))
    return [draft.title for draft in claim.drafts] if claim else []


LONG = ["Avklare regional bruk av server", "Avklare behov for og eventuell realisering av tjener", "Etablere et forum"]


@pytest.mark.parametrize("marker", ["•", ""])
def test_bold_bullets_with_a_plain_text_below_each_are_measures(marker: str) -> None:
    assert bold_items("Anbefalte tiltak", LONG, marker=marker) == LONG


def test_bold_bullets_of_other_slides_are_none() -> None:
    assert bold_items("Erfaringer", LONG) == []
    assert bold_items("Anbefalte tiltak", [f"{name} og alt som hører til av ting og tang her" for name in LONG]) == []


@pytest.mark.parametrize(
    ("heading", "role"), [("Forslag som styret må ta stilling til", Role.PROPOSAL), ("Veikart", Role.MEASURE)]
)
def test_under_a_heading_of_proposals_they_are_proposals(heading: str, role: Role) -> None:
    assert [draft.role for draft in drafts(heading, NAMES)] == [role] * 3


def test_names_of_plans_tell_where_plans_are() -> None:
    assert drafts("Roadmap", ["Core roadmap", "Community roadmap", "Focus"]) == []


def test_a_heading_and_its_text_may_stand_in_one_box() -> None:
    blocks = []
    for index, name in enumerate(NAMES):
        pair = [text_at(name, 0.1, 0.2 + 0.2 * index, size=18.0), text_at(f"Mer om {name}", 0.1, 0.25 + 0.2 * index)]
        frame = Box(0.08, 0.18 + 0.2 * index, 0.5, 0.34 + 0.2 * index)
        blocks += [replace(block, container=f"p1/s{index}", frame=frame) for block in pair]
    page = slide([title("Veikart"), *blocks])
    claim = recognise_headed_texts(page, deck(page))
    assert [draft.title for draft in claim.drafts] == NAMES if claim else False


def test_dashes_lead_from_names_to_what_they_are() -> None:
    blocks = [title("Neste steg")]
    for row, (name, text) in enumerate(
        (("Felles plan", "mal for alle"), ("Nytt signal", "støtte til vakter"), ("Kart", "oversikt"))
    ):
        blocks.append(text_at(name, 0.1, 0.25 + 0.15 * row, size=20.0))
        blocks.append(text_at(text, 0.1, 0.31 + 0.15 * row, size=12.0, marker="–"))
    page = slide(blocks)
    claim = recognise_headed_texts(page, deck(page))
    assert claim is not None
    assert [d.title for d in claim.drafts] == ["Felles plan", "Nytt signal", "Kart"]


def test_several_dashes_below_a_name_are_a_list_of_it() -> None:
    blocks = [title("Neste steg")]
    for column, name in enumerate(("Innbygger", "Behandler", "Forvaltning")):
        box, x = f"p1/box{column}", 0.05 + 0.3 * column
        blocks.append(text_at(name, x, 0.25, size=20.0, container=box))
        lines = [("Ny tjeneste", 0.33), ("Felles arbeid", 0.39)]
        blocks += [text_at(text, x, y, size=12.0, marker="–", container=box) for text, y in lines]
    page = slide(blocks)
    assert recognise_headed_texts(page, deck(page)) is None


def test_labels_of_one_measure_are_none() -> None:
    assert drafts("Prosjektkort: Felles kalender", ["Formål", "Gevinster", "Eier"]) == []
