"""The main job: incremental, repeatable, and never stopped by one document."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.app.command import START, contents, run_json, veikart


def test_the_samples_give_records_measures_and_exports(project: Path) -> None:
    result = run_json(project)
    assert result["schema"] == "veikart/run/1"
    by_path = {d["path"]: d for d in result["documents"]}
    assert {d["kind"] for d in by_path.values()} == {"pdf", "pptx", "docx", "text"}
    assert all(d["records"] >= 5 for d in by_path.values())
    assert 0 < result["measures"] < result["records"]
    assert all((project / path).is_file() for path in result["exports"])


def test_twice_the_same_bytes_whatever_the_workers(project: Path, tmp_path: Path) -> None:
    run_json(project)
    first = contents(project / "exports")
    assert {d["status"] for d in run_json(project)["documents"]} == {"unchanged"}
    assert contents(project / "exports") == first
    config = project / "pipeline.toml"
    config.write_text(config.read_text(encoding="utf-8").replace("workers = 0", "workers = 4"), encoding="utf-8")
    again = run_json(project, "--again")
    assert "unchanged" not in {d["status"] for d in again["documents"]}
    assert contents(project / "exports") == first


def test_a_changed_document_is_read_a_removed_one_leaves(project: Path) -> None:
    run_json(project)
    text = project / "raw" / "verksted-innspill-2023.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("Oppmøteregister", "Køvisning"), encoding="utf-8")
    (project / "raw" / "produktstyre-status-2024.pdf").unlink()
    result = run_json(project)
    states = {d["path"]: d["status"] for d in result["documents"]}
    assert states.pop("verksted-innspill-2023.txt") in {"ok", "warning"}
    assert set(states.values()) == {"unchanged"}
    records = (project / "exports" / "records.csv").read_text(encoding="utf-8")
    assert "Køvisning" in records
    assert "Oppmøteregister" not in records
    assert "produktstyre-status-2024.pdf" not in records
    assert len(list((project / "normalized").glob("*.jsonl"))) == 3


ROOT = Path(__file__).parents[2]
BROKEN = {
    "tom.pdf": (b"", "VK103"),
    "avkortet.pptx": ((ROOT / "raw" / "samarbeidsforum-veikart-2023.pptx").read_bytes()[:20_000], "VK101"),
    "ikke-pdf.pdf": (b"%PDF-1.7\nthis is no document\n", "VK101"),
    "bilde.png": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "VK104"),
    "æøå – «navn» =1+1.docx": (b"PK\x05\x06" + b"\x00" * 18, "VK104"),
}


def test_broken_documents_are_told_and_the_rest_goes_on(project: Path) -> None:
    for name, (data, _) in BROKEN.items():
        (project / "raw" / name).write_bytes(data)
    done = veikart("run", "--project", project, "--json")
    assert done.returncode == 1
    result = json.loads(done.stdout)
    told = {d["path"]: d for d in result["documents"]}
    for name, (_, code) in BROKEN.items():
        assert told[name]["status"] == "failed"
        assert code in {p["code"] for p in told[name]["problems"]}, told[name]
    assert sum(d["status"] in {"ok", "warning"} for d in told.values()) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="dangling links need rights on Windows")
def test_a_dangling_link_is_a_problem_of_its_own(project: Path) -> None:
    (project / "raw" / "borte.pdf").symlink_to(project / "finnes-ikke.pdf")
    result = json.loads(veikart("run", "--project", project, "--json").stdout)
    (lost,) = [d for d in result["documents"] if d["path"] == "borte.pdf"]
    assert (lost["status"], lost["problems"][0]["code"]) == ("failed", "VK117")


PLUGIN = """
import os, time
def recognise(page, deck):
    text = " ".join(b.text for b in page.blocks)
    if "HANG" in text:
        time.sleep(600)
    if "CRASH" in text:
        os._exit(3)
    if "HUNGER" in text:
        hoard = [bytearray(2**28) for _ in range(64)]
    if "RAISE" in text:
        raise ValueError("no")
"""


def test_a_document_that_hangs_crashes_or_hoards_costs_only_itself(project: Path, tmp_path: Path) -> None:
    package = tmp_path / "site"
    info = package / "misbehaving-1.dist-info"
    info.mkdir(parents=True)
    (package / "misbehaving.py").write_text(PLUGIN, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: misbehaving\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[veikart.recognisers]\nbad = misbehaving:recognise\n", encoding="utf-8")
    config = project / "pipeline.toml"
    text = config.read_text(encoding="utf-8").replace("plugins = false", "plugins = true")
    config.write_text(text.replace("timeout_seconds = 60.0", "timeout_seconds = 12.0"), encoding="utf-8")
    for word in ("HANG", "CRASH", "HUNGER", "RAISE"):
        (project / "raw" / f"{word}.txt").write_text(f"{word}\n\n• Smarte brev\n", encoding="utf-8")
    done = veikart("run", "--project", project, "--json", PYTHONPATH=str(package))
    assert done.returncode == 1
    told = {d["path"]: d for d in json.loads(done.stdout)["documents"]}
    codes = {name: {p["code"] for p in d["problems"]} for name, d in told.items()}
    assert "VK105" in codes["HANG.txt"]
    assert "VK107" in codes["CRASH.txt"]
    assert "VK206" in codes["RAISE.txt"]
    assert sys.platform == "win32" or codes["HUNGER.txt"] & {"VK106", "VK206"}
    assert sum(d["records"] >= 5 for d in told.values()) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_killed_at_any_moment_the_next_run_completes(project: Path, tmp_path: Path) -> None:
    run_json(project)
    expected = contents(project / "exports")
    chance = random.Random(7)
    for _ in range(5):
        command = [sys.executable, "-c", START, "run", "--again", "--quiet", "--project", str(project)]
        process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.05, 1.5))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for name, data in contents(project / "exports").items():
            assert name.rsplit("/", 1)[-1].startswith(".") or data == expected[name]
    run_json(project)
    after = contents(project / "exports")
    assert {name: after[name] for name in expected} == expected


def test_exit_codes(project: Path, tmp_path: Path) -> None:
    assert veikart("run", "--project", tmp_path / "nowhere").returncode == 3
    assert veikart("run", "--no-such-option").returncode == 2
    assert veikart("run", "--project", project).returncode == 0
    assert veikart("run", "--project", project, "--fail-on", "note").returncode in {0, 1}
    config = project / "pipeline.toml"
    good = config.read_text(encoding="utf-8")
    config.write_text(good + "\n[reconcile2]\n", encoding="utf-8")
    done = veikart("run", "--project", project)
    assert done.returncode == 3
    assert "reconcile2" in done.stderr
    config.write_text(good.replace('max_sensitivity = ""', 'max_sensitivity = "åpen"'), encoding="utf-8")
    before = contents(project / "exports")
    refused = veikart("run", "--project", project)
    assert refused.returncode == 5
    assert "samarbeidsforum-veikart-2023.pptx" in refused.stderr
    assert contents(project / "exports") == before


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_exit_code_3(project: Path) -> None:
    (project / "normalized").mkdir()
    (project / "normalized").chmod(0o500)
    assert veikart("run", "--project", project).returncode == 3


def test_a_full_disk_is_exit_code_3_and_changes_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from veikart.app.project import find_project
    from veikart.app.run import run
    from veikart.core import files
    from veikart.core.problems import Code, ProjectError

    place = find_project(project)
    run(place)
    before = contents(project / "exports")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(ProjectError) as caught:
        run(place, again=True)
    assert caught.value.problem.code is Code.NOT_WRITABLE
    assert contents(project / "exports") == before


def test_no_documents_is_told(empty_project: Path) -> None:
    result = run_json(empty_project)
    assert [p["code"] for p in result["problems"]] == ["VK908"]
