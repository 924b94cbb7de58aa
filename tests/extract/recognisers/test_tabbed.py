"""Lines with columns behind tabs below the heading of a plan."""

from pathlib import Path

import pytest

from tests.extract.recognisers.word_support import read_word
from veikart.core.records import Field

LINES = ["Hva\tHvem\tNår", "Rydde lageret.\t\tHN\t2027", "Merke hyllene \tKari & Ola", "Kjøpe lamper\tHV\t2028"]


@pytest.mark.parametrize("parts", [["Handlingsplan", *LINES], ["# Handlingsplan", "\n".join(LINES)]])
def test_lines_with_columns_are_measures_of_the_plan_above_them(parts: list[str], tmp_path: Path) -> None:
    found = read_word(parts, tmp_path)
    assert list(found) == ["Rydde lageret", "Merke hyllene", "Kjøpe lamper"]
    lager = found["Rydde lageret"]
    assert (lager.value(Field.OWNERS), lager.value(Field.PERIOD_START)) == ("HN", "2027-01-01")


@pytest.mark.parametrize(
    "parts",
    [
        ["Telefonliste", "Lager\t22 33 44 55", "Lesesal\t22 33 44 56", "Resepsjon\t22 33 44 57"],
        ["Handlingsplan", "Om arkivet", "Lager\tkjeller", "Lesesal\tførste etasje", "Resepsjon\tinngangen"],
        ["Handlingsplan", "Rydde lageret\tHN", "Merke hyllene\tHV"],
    ],
)
def test_other_lines_with_tabs_are_none(parts: list[str], tmp_path: Path) -> None:
    assert read_word(parts, tmp_path) == {}
