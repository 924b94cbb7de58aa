"""What is asked in a message, and what stands around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from veikart.core.question_parts import question_parts

MESSAGES = [
    ("«A» har ulik status: x («a», s. 1). Hvilken gjelder? Svaret blir status.", "Hvilken gjelder?"),
    ("Er «A» og «B» samme tiltak? «A» (a.pdf, s. 1). Ja slår dem sammen.", "Er «A» og «B» samme tiltak?"),
    ("«Hva nå?» står to steder: x. Er det ett tiltak? Nei skiller dem.", "Er det ett tiltak?"),
    ("Navnet er ulikt. Hvilket? Det blir alias.", "Hvilket?"),
    ("Er «Tilgang: Barn» og «Ny. Igjen» ett? Ja.", "Er «Tilgang: Barn» og «Ny. Igjen» ett?"),
    ("««Ny» løsning. Del 2» står to steder. Er det ett tiltak? Se «Hva? Nå».", "Er det ett tiltak?"),
    ("Do “A: B” and “C” mean the same? Yes merges.", "Do “A: B” and “C” mean the same?"),
    ("hvilket? ja", "hvilket?"),
    ("Ingen spørsmål her.", "Ingen spørsmål her."),
    ("", ""),
]


@pytest.mark.parametrize(("message", "asked"), MESSAGES)
def test_the_question_of_a_message(message: str, asked: str) -> None:
    assert question_parts(message)[1] == asked


@given(st.text())
def test_no_word_of_a_message_is_lost(message: str) -> None:
    assert "".join("".join(question_parts(message)).split()) == "".join(message.split())
