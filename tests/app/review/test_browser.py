"""The whole story in a real browser: judge by key, undo, drop a member, rename, restart, run again, see the exports."""

import csv
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.app.command import START
from tests.app.review.conftest import Page
from veikart.app.project import Project
from veikart.app.review.acts import members

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FOUND = next((path for name in BROWSERS if (path := shutil.which(name))), "")
SHOTS = os.environ.get("VEIKART_SCREENSHOTS", "")
"""A folder to keep screenshots in, for looking at them."""

pytestmark = [
    pytest.mark.skipif(not FOUND, reason="no Chromium or Chrome on this machine (apt-get install chromium)"),
    pytest.mark.slow,
]


@pytest.fixture
def browser() -> "Iterator[Browser]":
    """A headless browser."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=FOUND, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@contextmanager
def serving(project: Project, port: int) -> Iterator[str]:
    """Serve the page in a process of its own, as `veikart review` does."""
    arguments = ["review", "--project", str(project.root), "--port", str(port), "--no-browser"]
    command = [sys.executable, "-c", START, *arguments]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(address, timeout=30).close()
                break
            except OSError:
                assert process.poll() is None, process.stderr.read() if process.stderr else ""
                assert time.monotonic() < deadline
                time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        finally:
            process.kill()
            if process.stderr:
                process.stderr.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def shot(tab: "Tab", name: str) -> None:
    """Keep a wide and a narrow screenshot, when asked for."""
    if not SHOTS:
        return
    for width in (1400, 420):
        tab.set_viewport_size({"width": width, "height": 900})
        tab.screenshot(path=str(Path(SHOTS) / f"{name}-{width}.png"))
    tab.set_viewport_size({"width": 1400, "height": 900})


def rows(project: Project, table: str) -> list[dict[str, str]]:
    with (project.exports / f"{table}.csv").open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def test_the_whole_story(samples: Project, browser: "Browser") -> None:
    page, port, trouble = Page(samples, None), free_port(), []  # type: ignore[arg-type]
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    tab = context.new_page()
    tab.on("console", lambda message: trouble.append(message.text) if message.type in ("error", "warning") else None)
    tab.on("pageerror", lambda error: trouble.append(str(error)))
    with serving(samples, port) as address:
        # Open the queue, go to the first question by key: the picture of its place is there.
        tab.goto(address)
        shot(tab, "queue")
        tab.keyboard.press("j")
        tab.wait_for_url("**/question/*")
        first = tab.url.split("/")[-1]
        tab.wait_for_load_state("networkidle")
        assert tab.evaluate("[...document.images].filter(i => i.complete && i.naturalWidth > 100).length") >= 1
        shot(tab, "question")

        # Keys do nothing while a name is typed; then judge by key.
        tab.get_by_label("Navnet ditt").fill("")
        tab.get_by_label("Navnet ditt").press_sequentially("Siri Ulvdal")
        assert tab.url.endswith(first)
        tab.keyboard.press("Escape")
        tab.keyboard.press("d")
        tab.wait_for_url("**done=*")
        assert "1 av" in tab.locator(".progress").inner_text()
        assert [(d.judgement, d.by, d.conflict) for d in page.decisions()] == [("different", "Siri Ulvdal", first)]
        shot(tab, "saved")

        # Undo by key, go back, judge again; the name is remembered.
        tab.keyboard.press("z")
        tab.wait_for_url("**undone=1")
        assert page.view.standing == ()
        tab.goto(f"{address}/question/{first}")
        assert tab.get_by_label("Navnet ditt").input_value() == "Siri Ulvdal"
        tab.keyboard.press("d")
        tab.wait_for_url("**done=*")

        # A value by number key and button.
        conflict = page.conflict("period")
        tab.goto(f"{address}/question/{conflict}")
        shot(tab, "values")
        tab.keyboard.press("2")
        chosen = tab.locator("input[name=choice]:checked").get_attribute("value") or ""
        with tab.expect_navigation():
            tab.get_by_role("button", name="Velg denne verdien").click()

        # Drop a member from the measure with most mentions, and rename the measure.
        view = page.view
        measure = max(view.outcome.measures, key=lambda m: (len(members(view, m)), m.id))
        tab.goto(f"{address}/measure/{measure.id}")
        shot(tab, "measure")
        before = tab.locator(".member").count()
        assert before >= 3
        dropped = tab.locator(".member").last
        record = dropped.locator("input[name=record]").get_attribute("value") or ""
        dropped.locator("details.act summary").click()
        dropped.get_by_role("button").click()
        tab.wait_for_url("**done=*")
        assert tab.locator(".member").count() == before - 1
        tab.locator("details.amend summary").click()
        tab.get_by_label("Navn", exact=True).fill("Et nytt fellesnavn")
        with tab.expect_navigation():
            tab.get_by_role("button", name="Lagre rettelsene").click()
        assert "Et nytt fellesnavn" in tab.locator("h1").inner_text()
        tab.reload()
        assert "Et nytt fellesnavn" in tab.locator("h1").inner_text()
        shot(tab, "renamed")

    with serving(samples, port) as address:  # another server: all of it is still there
        tab.goto(f"{address}/decisions")
        assert tab.locator("tbody tr").count() == 5
        assert tab.locator("tr.gone").count() == 1
        shot(tab, "decisions")
    context.close()
    assert trouble == []
    _honoured(samples, record, chosen, measure.id)


def _honoured(project: Project, record: str, chosen: str, renamed: str) -> None:
    """Run again, and look for every decision in the exports."""
    done = subprocess.run(
        [sys.executable, "-c", START, "run", "--project", str(project.root), "--quiet"], check=False, timeout=240
    )
    assert done.returncode == 0
    measures = {m["measure_id"]: m for m in rows(project, "measures")}
    of = {r["record_id"]: r["measure_id"] for r in rows(project, "records")}
    assert measures[renamed]["name"] == "Et nytt fellesnavn"
    assert of[record] != renamed
    measure, _, value = chosen.partition("|")
    start, end = value.replace("..", "").split("/")
    assert (measures[measure]["period_start"], measures[measure]["period_end"]) == (start, end)
    decided = [c for c in rows(project, "conflicts") if c["state"] == "decided"]
    assert len(decided) >= 2


def test_narrow_pages_do_not_scroll_sideways(samples: Project, browser: "Browser") -> None:
    page = Page(samples, None)  # type: ignore[arg-type]
    context = browser.new_context(viewport={"width": 380, "height": 800}, java_script_enabled=False)
    tab = context.new_page()
    with serving(samples, free_port()) as address:
        view = page.view
        measure = max(view.outcome.measures, key=lambda m: len(m.records)).id
        paths = ["/", "/measures", "/decisions", f"/measure/{measure}", *(f"/question/{c}" for c in view.open[:6])]
        for path in paths:
            tab.goto(address + path)
            width = tab.locator("html").evaluate("e => e.scrollWidth")
            assert width <= 380, path
        # Without scripts everything but the keys works.
        tab.get_by_label("Navnet ditt").first.fill("Ola")
        tab.locator(".buttons button").last.click()
        tab.wait_for_url("**done=*")
    context.close()
    assert len(page.decisions()) >= 1


def test_the_report_reads_on_any_screen_and_loads_nothing(samples: Project, browser: "Browser") -> None:
    asked: list[str] = []
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    tab = context.new_page()
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: asked.append(message.text))
    address = (samples.exports / "report.html").as_uri()
    for width in (1400, 390, 320):
        tab.set_viewport_size({"width": width, "height": 900})
        tab.goto(address)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        shot(tab, f"report-{width}")
    assert set(asked) == {address}

    # A link to a measure opens the folds around it.
    tab.set_viewport_size({"width": 1400, "height": 900})
    tab.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = false; })")
    measure = rows(samples, "measures")[-1]["measure_id"]
    assert not tab.locator(f"#{measure}").is_visible()
    tab.goto(f"{address}#{measure}")
    assert tab.locator(f"#{measure}").is_visible()
    context.close()
