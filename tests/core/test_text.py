import pytest
from hypothesis import given
from hypothesis import strategies as st

from veikart.core.text import fold, is_acronym, mend, phrase, words

BROKEN = [
    ("Behandlings-\nhjelpemidler", "Behandlingshjelpemidler"),
    ("innbygger-\n\ntjenester", "innbyggertjenester"),
    ("behandlings-\nog egenbehandlingsplan", "behandlings- og egenbehandlingsplan"),
    ("behandlings- og\negenbehandlingsplan", "behandlings- og egenbehandlingsplan"),
    ("Utprøving digitalbehandlings-og \n\negenplan", "Utprøving digitalbehandlings-og egenplan"),
    ("DIPS-\nskjema", "DIPS-skjema"),
    ("CheckWare-\nløsning", "CheckWare-løsning"),
    ("HelsaMi-\nApp", "HelsaMi-App"),
    ("e-\nhelse", "e-helse"),
    ("12-\n16 år", "12-16 år"),
    ("data –\nPasientskjema", "data – Pasientskjema"),
    ("sperring/\nandre", "sperring/andre"),
    ("Helse\u00adnorge", "Helsenorge"),
    ("Helse\u00ad\nnorge", "Helsenorge"),
    ("a\u000bb\u2028c\r\nd", "a b c d"),
    ("  to \t blanke\u00a0her ", "to blanke her"),
    ("A\u030apen o\ufb03ce\u200b", "Åpen office"),
    ("", ""),
]


@pytest.mark.parametrize(("printed", "mended"), BROKEN)
def test_lines_become_one(printed: str, mended: str) -> None:
    assert mend(printed) == mended


@given(st.text())
def test_mending_twice_changes_nothing_more(text: str) -> None:
    once = mend(text)
    assert mend(once) == once
    assert "\n" not in once
    assert "  " not in once


@given(st.text())
def test_a_folded_key_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text) == "".join(words(text))


def test_keys_ignore_case_and_punctuation() -> None:
    assert fold("Helse Sør-Øst") == fold("helse sørøst")
    assert phrase("  Ikke-startet! ") == "ikke startet"


@pytest.mark.parametrize(
    ("word", "expected"), [("DEIS", True), ("HSØ", True), ("3D", False), ("Deis", False), ("", False)]
)
def test_acronyms(word: str, expected: bool) -> None:
    assert is_acronym(word) is expected
