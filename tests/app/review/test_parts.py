"""The smaller parts: contradictions, the picture cache, cropping."""

import io
import os
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.app.command import START, veikart
from veikart.app.project import Project
from veikart.app.review.crops import FRAME, crop, framed
from veikart.app.review.painter import ByteCache
from veikart.app.review.verdicts import contradictions
from veikart.core.decisions import Decision, Judgement, Side
from veikart.core.geometry import Box


def decide(judgement: Judgement, left: str, right: str, value: str = "") -> Decision:
    return Decision("d", judgement, Side(left), Side(right), field="period" if value else "", value=value)


SAME, DIFFERENT, RELATED, UNSURE, VALUE = (
    Judgement.SAME, Judgement.DIFFERENT, Judgement.RELATED, Judgement.UNSURE, Judgement.VALUE,
)  # fmt: skip
CASES = [
    ([(SAME, "a", "b"), (DIFFERENT, "b", "a")], {0: {1}, 1: {0}}),
    ([(SAME, "a", "b"), (SAME, "b", "c"), (RELATED, "c", "a")], {0: {2}, 1: {2}, 2: {0, 1}}),
    ([(SAME, "a", "b"), (DIFFERENT, "c", "d"), (UNSURE, "a", "c")], {}),
    ([(SAME, "a", "b"), (SAME, "b", "a")], {}),
    ([(DIFFERENT, "a", "b"), (DIFFERENT, "b", "c"), (SAME, "a", "c")], {}),
    ([(VALUE, "a", "a", "2026"), (VALUE, "a", "a", "2027"), (VALUE, "b", "b", "2026")], {0: {1}, 1: {0}}),
    ([(VALUE, "a", "a", "2026"), (SAME, "a", "b")], {}),
    ([], {}),
]


@pytest.mark.parametrize(("made", "found"), CASES)
def test_contradictions(made: list[tuple[Judgement, str, str]], found: dict[int, set[int]]) -> None:
    assert contradictions({n: decide(*told) for n, told in enumerate(made)}) == found


def test_the_cache_forgets_the_least_used_above_its_limit() -> None:
    cache, made = ByteCache(250), []

    def make(key: str) -> bytes:
        return cache.get((key,), lambda: made.append(key) or bytes(100))  # type: ignore[func-returns-value]

    for key in ("a", "b", "a", "c", "a", "b"):
        make(key)
    assert made == ["a", "b", "c", "b"]
    assert cache.size <= 250


def page_png(width: int = 400, height: int = 300) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(out, "PNG")
    return out.getvalue()


fraction = st.floats(-0.5, 1.5)


@given(fraction, fraction, fraction, fraction)
def test_any_box_can_be_cropped(x0: float, y0: float, x1: float, y1: float) -> None:
    box = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    for draw in (crop, framed):
        with Image.open(io.BytesIO(draw(page_png(), box))) as picture:
            assert 0 < picture.width <= 400
            assert 0 < picture.height <= 300


def test_the_box_is_drawn_and_what_is_around_it_is_seen() -> None:
    with Image.open(io.BytesIO(crop(page_png(), Box(0.4, 0.4, 0.6, 0.5)))) as picture:
        colours = {colour for _, colour in picture.convert("RGB").getcolors(10_000) or []}
        assert tuple(int(FRAME[n : n + 2], 16) for n in (1, 3, 5)) in colours
        assert 100 < picture.width < 400


def test_a_taken_port_is_told(samples: Project) -> None:
    import socket

    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        done = veikart("review", "--project", samples.root, "--port", port, "--no-browser")
    assert done.returncode == 3
    assert "VK909" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to a whole console")
def test_ctrl_c_ends_it_well(samples: Project) -> None:
    import signal
    import subprocess

    command = [sys.executable, "-c", START, "review", "--project", str(samples.root), "--no-browser"]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    assert running.stderr
    assert "http://127.0.0.1:" in running.stderr.readline()
    time.sleep(1.0)  # until the signal handlers of the server are in place
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=30)
    assert running.returncode == 0
    assert "Stoppet" in told


def test_nothing_read_yet_is_told(empty_project: object) -> None:
    done = veikart("review", "--project", empty_project, "--no-browser")
    assert done.returncode == 3
    assert "VK908" in done.stderr
