"""Votes that a measure got in a workshop."""

import pytest

from veikart.core.votes import is_votes, votes_behind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Felles vaktbok 14 røyster", ("Felles vaktbok", "14 røyster")),
        ("Felles vaktbok – 1 stemme", ("Felles vaktbok", "1 stemme")),
        ("Felles vaktbok: 3 p", ("Felles vaktbok", "3 p")),
        ("Felles vaktbok 14 kommuner", None),
        ("14 røyster", None),
        ("Felles vaktbok", None),
    ],
)
def test_votes_behind_a_name(text: str, found: tuple[str, str] | None) -> None:
    assert votes_behind(text) == found


@pytest.mark.parametrize(("text", "votes"), [("14 röster", True), ("14 stemmer i alt", False), ("stemmer", False)])
def test_a_number_of_votes(text: str, votes: bool) -> None:
    assert is_votes(text) is votes
