"""What colours say is written with the colour's Norwegian name."""

import pytest

from extract.layout.legend import Told
from veikart.core.vocabulary import load_vocabulary


@pytest.mark.parametrize(
    ("colour", "phrase"),
    [("#3A9B3A", "grønn = Pågår"), ("#D02020", "rød = Pågår"), ("#9E9E9E", "grå = Pågår"), ("", "Pågår")],
)
def test_phrase_names_the_colour_in_norwegian(colour: str, phrase: str) -> None:
    assert Told(text="Pågår", colour=colour).phrase(load_vocabulary()) == phrase


def test_family_without_a_word_keeps_its_own_name() -> None:
    assert load_vocabulary().colour_name("mauve") == "mauve"
