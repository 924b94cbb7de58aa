"""The search for circles comes back on, whatever happens meanwhile, and only where it was on."""

import gc

import pytest

from veikart.app.collector import without_collector


@without_collector()
def failing() -> None:
    assert not gc.isenabled()
    raise KeyError("x")


def test_it_comes_back_on() -> None:
    with pytest.raises(KeyError):
        failing()
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    try:
        with without_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
