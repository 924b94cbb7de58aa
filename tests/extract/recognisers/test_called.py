import pytest

from extract.recognisers.called import recognise_called
from extract.recognisers.slide_titles import recognise_slide_title
from tests.extract.recognisers.pages import deck, slide, text_at, title
from veikart.core.blocks import Block
from veikart.core.records import Role

UNDERTAKING = "Avklare ansvar for felles kodeverk"


def boxes(*pairs: tuple[str, str], gap: float = 0.05, bold: bool = True) -> list[Block]:
    """Return labels with a text below each, in a column."""
    found = []
    for n, (label, text) in enumerate(pairs):
        top = 0.3 + 0.2 * n
        found += [text_at(label, 0.4, top, bold=bold), text_at(text, 0.4, top + gap)]
    return found


def called(blocks: list[Block]) -> list[tuple[str, Role]]:
    page = slide([title("Felles kodeverk"), *blocks])
    claim = recognise_called(page, deck(page))
    return [(draft.title, draft.role) for draft in claim.drafts] if claim else []


@pytest.mark.parametrize(
    ("label", "role"),
    [("Tiltak", Role.MEASURE), ("Foreslått tiltak:", Role.PROPOSAL), ("Action", Role.MEASURE)],
)
def test_a_text_below_a_label_that_calls_it_a_measure(label: str, role: Role) -> None:
    assert called(boxes(("Prinsipp", "Gjenbruk framfor nytt"), (label, UNDERTAKING))) == [(UNDERTAKING, role)]


@pytest.mark.parametrize(
    "blocks",
    [
        boxes(("Prinsipp", UNDERTAKING)),  # no measure by its label
        boxes(("Behov", UNDERTAKING)),
        boxes(("Tiltak", UNDERTAKING), bold=False),  # a word in the text
        boxes(("Tiltak", UNDERTAKING), gap=0.15),  # too far below
        boxes(("Tiltak", "Kodeverket er delt i tre og er vedtatt av styret")),  # a statement
        boxes(("Tiltak", "Kodeverk og klassifikasjoner")),  # a topic
        [*boxes(("Tiltak", UNDERTAKING)), text_at("Utrede en felles tjeneste", 0.4, 0.39)],  # one of several lines
    ],
)
def test_other_texts_are_not_called_measures(blocks: list[Block]) -> None:
    assert called(blocks) == []


def test_a_slide_with_a_measure_in_a_box_is_not_one_itself() -> None:
    page = slide([title("Felles kodeverk"), *boxes(("Tiltak", UNDERTAKING))])
    assert recognise_slide_title(page, deck(page)) is None
