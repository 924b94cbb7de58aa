import pytest
from hypothesis import given
from hypothesis import strategies as st

from veikart.core.colour import distance, family, is_light, lab

HEX = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06X}")


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ("#FF0000", "red"), ("#C00000", "red"), ("#FFC7CE", "red"), ("#ED7D31", "orange"), ("#F4B183", "orange"),
        ("#FFFF00", "yellow"), ("#FFC000", "yellow"), ("#FFF2CC", "yellow"), ("#92D050", "green"), ("#00B050", "green"),
        ("#E2F0D9", "green"), ("#548235", "green"), ("#008080", "teal"), ("#0070C0", "blue"), ("#002060", "blue"),
        ("#DEEBF7", "blue"), ("#7030A0", "purple"), ("#FF69B4", "pink"), ("#8B4513", "brown"), ("#843C0C", "brown"),
        ("#A5A5A5", "grey"), ("#F2F2F2", "grey"), ("#E7E6E6", "grey"), ("#FFFFFF", "white"), ("#000000", "black"),
        ("", ""), ("?", ""), ("#12", ""),
    ],
)  # fmt: skip
def test_families(colour: str, expected: str) -> None:
    assert family(colour) == expected


@given(HEX, HEX)
def test_distance_is_a_metric_on_paints(a: str, b: str) -> None:
    assert distance(a, b) == distance(b, a)
    assert (distance(a, b) == 0) == (a == b)
    assert family(a)


def test_reference_values() -> None:
    place = lab("#FF0000")
    assert place is not None
    assert place == pytest.approx((53.24, 80.09, 67.20), abs=0.05)
    assert distance("#000000", "#FFFFFF") == pytest.approx(100, abs=0.1)
    assert distance("", "#FFFFFF") == float("inf")


def test_light() -> None:
    assert is_light("#FFFF00")
    assert is_light("")
    assert not is_light("#002060")
