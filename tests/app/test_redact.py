"""The sensitivity ceiling: refused by default, left out on request, never leaking."""

import csv
import json
from pathlib import Path

import pytest

from tests.app.command import contents, run_json, veikart

SECRET = "hemmelig-plan.txt"
TITLE = "Ubåtbasert timebestilling"


@pytest.fixture
def labelled(project: Path) -> Path:
    """A project without labels but for one document, and with a ceiling below that."""
    for path in (project / "raw").iterdir():
        if path.suffix != ".txt":
            path.unlink()
    text = f"Veikart 2025\n\n\nTiltak\n• {TITLE}\n• Smarte brev\n\nFølsomhet: Fortrolig (rød)\n"
    (project / "raw" / SECRET).write_text(text, encoding="utf-8")
    config = project / "pipeline.toml"
    told = config.read_text(encoding="utf-8").replace('max_sensitivity = ""', 'max_sensitivity = "intern"')
    config.write_text(told, encoding="utf-8")
    return project


def test_documents_over_the_ceiling_are_refused_by_name(labelled: Path) -> None:
    done = veikart("run", "--project", labelled, "--json")
    assert done.returncode == 5
    failure = json.loads(done.stdout)
    assert failure["problem"]["code"] == "VK801"
    assert SECRET in failure["problem"]["message"]
    assert not list((labelled / "exports").glob("*.csv"))


def test_redacting_leaves_them_out_counts_them_and_leaks_nothing(labelled: Path) -> None:
    config = labelled / "pipeline.toml"
    ceiling = config.read_text(encoding="utf-8")
    config.write_text(ceiling.replace('max_sensitivity = "intern"', 'max_sensitivity = ""'), encoding="utf-8")
    run_json(labelled)
    with (labelled / "exports" / "records.csv").open(encoding="utf-8", newline="") as source:
        before = {row["record_id"]: row["measure_id"] for row in csv.DictReader(source)}
    registry = contents(labelled / "decisions")
    config.write_text(ceiling, encoding="utf-8")
    done = veikart("run", "--project", labelled, "--json", "--redact")
    result = json.loads(done.stdout)
    assert done.returncode == 0
    (told,) = [p for p in result["problems"] if p["code"] == "VK802"]
    assert "1 " in told["message"]
    assert contents(labelled / "decisions") == registry
    for name, data in contents(labelled / "exports").items():
        assert SECRET.encode() not in data, name
        assert TITLE.encode() not in data, name
    with (labelled / "exports" / "records.csv").open(encoding="utf-8", newline="") as source:
        after = {row["record_id"]: row["measure_id"] for row in csv.DictReader(source)}
    assert after
    assert after.items() <= before.items()
    assert veikart("export", "--project", labelled, "--redact").returncode == 0
    assert veikart("export", "--project", labelled).returncode == 5
