"""Nothing is asked of the network, nothing secret reaches the code that parses documents."""

import json
from pathlib import Path

import pytest

from tests.app.command import veikart
from tests.hostile import office_files, pdf_files

ATTEMPT = "VEIKART_TEST_ATTEMPTS"
WATCH = """
import os, sys

def watch(event, arguments, out=os.environ.get("VEIKART_TEST_ATTEMPTS")):
    if not out:
        return
    told = ""
    if event in ("socket.connect", "socket.sendto", "socket.bind"):
        address = arguments[1]
        if isinstance(address, tuple):  # a place on a network; worker processes speak over files
            told = f"{event} {address}"
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request", "webbrowser.open"):
        told = f"{event} {arguments}"
    elif event == "open" and str(arguments[0]) in ("/etc/passwd", "C:\\\\Windows\\\\win.ini"):
        told = f"{event} {arguments[0]}"
    elif event in ("os.system", "os.exec", "os.posix_spawn") and "python" not in str(arguments[0]):
        told = f"{event} {arguments[:1]}"
    if told:
        with open(out, "a") as file:
            file.write(told + "\\\\n")

sys.addaudithook(watch)
"""
HOSTILE = {"handlinger.pdf", "ute.pptx", "ytre-enhet.docx", "ytre-enhet.pptx", "nettenhet.docx", "stier.pptx"}


@pytest.fixture
def watched(project: Path, tmp_path: Path) -> dict[str, str]:
    """Return the environment of a run whose every process reports what it opens."""
    (tmp_path / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    for case in [*pdf_files.CASES, *office_files.CASES]:
        if case.file in HOSTILE:
            (project / "raw" / case.file).write_bytes(case.make())
    return {"PYTHONPATH": str(tmp_path), ATTEMPT: str(tmp_path / "attempts")}


def test_a_run_asks_nothing_of_the_network(project: Path, tmp_path: Path, watched: dict[str, str]) -> None:
    result = json.loads(veikart("run", "--project", project, "--json", **watched).stdout)
    assert {d["path"] for d in result["documents"]} >= HOSTILE
    attempts = tmp_path / "attempts"
    assert not attempts.exists(), attempts.read_text(encoding="utf-8")


def test_the_watch_sees_an_attempt_in_a_worker(project: Path, tmp_path: Path, watched: dict[str, str]) -> None:
    plug_in(project, tmp_path, "import socket; s = socket.socket(); s.settimeout(0.1); s.connect_ex(('127.0.0.1', 9))")
    veikart("run", "--project", project, "--json", **watched)
    assert "socket.connect" in (tmp_path / "attempts").read_text(encoding="utf-8")


def test_secrets_do_not_reach_the_workers(project: Path, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    plug_in(project, tmp_path, f"import os; open({str(seen)!r}, 'a').write(repr(dict(os.environ)))")
    secrets = {
        "MY_API_KEY": "s3cr3t-1",
        "GH_TOKEN": "s3cr3t-2",
        "DB_PASSWORD": "s3cr3t-3",
        "AWS_SECRET_ACCESS_KEY": "s3cr3t-4",
    }
    veikart("run", "--project", project, "--json", PYTHONPATH=str(tmp_path), **secrets)
    told = seen.read_text(encoding="utf-8")
    assert "PATH" in told
    assert "s3cr3t" not in told


def test_an_entity_never_becomes_text(project: Path, watched: dict[str, str]) -> None:
    veikart("run", "--project", project, "--json", **watched)
    everything = b"".join(p.read_bytes() for p in (project / "normalized").glob("*.jsonl"))
    assert b"root:" not in everything
    assert b"hahaha" not in everything


def plug_in(project: Path, site: Path, code: str) -> None:
    """Have a recogniser do this in every worker."""
    info = site / "prying-1.dist-info"
    info.mkdir()
    (site / "prying.py").write_text(f"def recognise(page, deck):\n    {code}\n", encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: prying\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[veikart.recognisers]\nbad = prying:recognise\n", encoding="utf-8")
    config = project / "pipeline.toml"
    text = config.read_text(encoding="utf-8").replace("plugins = false", "plugins = true")
    config.write_text(text, encoding="utf-8")
