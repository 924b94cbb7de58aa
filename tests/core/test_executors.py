"""Heavy steps give the same wherever they run, and outlive the process that they were given to."""

import os
from concurrent.futures import ProcessPoolExecutor

import pytest

from veikart.core.executors import Here, start


def test_this_process_is_an_executor() -> None:
    assert start(Here(), divmod, 7, 2)() == (3, 1)
    assert list(Here().map(abs, [-1, 2])) == [1, 2]
    with pytest.raises(ZeroDivisionError):
        start(Here(), divmod, 1, 0)()


def only_elsewhere(home: int) -> str:
    """Kill whatever process this runs in, unless it is the one that the work came from."""
    if os.getpid() != home:
        os._exit(9)
    return "done"


def test_a_lost_process_is_made_good_here() -> None:
    with ProcessPoolExecutor(1) as pool:
        assert start(pool, only_elsewhere, os.getpid())() == "done"
        assert start(pool, only_elsewhere, os.getpid())() == "done"  # the pool is broken from the start
