"""Every hostile document ends as ok, warning or failed with a code, within its limits, and costs the others nothing."""

import json
import os
import shutil
import warnings
from pathlib import Path
from typing import Any

import pytest

from tests.app.command import veikart
from tests.hostile import office_files, pdf_files, text_files
from tests.hostile.case import Case
from veikart.app.initialise import initialise

ROOT = Path(__file__).parents[2]
CASES = [*pdf_files.CASES, *office_files.CASES, *text_files.CASES]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Run once over all of them, beside the samples."""
    project = tmp_path_factory.mktemp("hostile") / "project"
    initialise(project)
    for file in sorted((ROOT / "raw").iterdir()):
        shutil.copy(file, project / "raw" / file.name)
    settings = (project / "pipeline.toml").read_text(encoding="utf-8")
    less = settings.replace("memory_mb = 1536", "memory_mb = 1024")  # a bomb is sooner at its end
    (project / "pipeline.toml").write_text(less, encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an archive that holds a name twice is what was wanted
        for case in [*CASES, *text_files.NAMES]:
            (project / "raw" / case.file).write_bytes(case.make())
    if hasattr(os, "mkfifo"):
        os.mkfifo(project / "raw" / "rør.txt")
    (project / "raw" / "mappelenke").symlink_to("/")
    (project / "raw" / "lenke-til-intet.pdf").symlink_to(project / "finnes-ikke.pdf")
    done = veikart("run", "--project", project, "--json")
    assert done.stderr == ""
    assert done.returncode == 1
    result = json.loads(done.stdout)
    assert sorted(p.name for p in project.parent.iterdir()) == ["project"]
    return {d["path"]: d for d in result["documents"]}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_it_ends_with_its_cause(told: dict[str, Any], case: Case) -> None:
    document = told[case.file]
    problems = document["problems"]
    assert document["status"] in case.status, document
    assert document["seconds"] < 60
    assert document["status"] == "ok" or problems, "a document that is not well says why"
    assert all(p["message"] for p in problems)
    if case.codes:
        fitting = [p for p in problems if p["code"] in case.codes]
        assert fitting, document
        assert not case.page or any(p["page"] == case.page for p in fitting), fitting
        assert case.place in str(fitting)


@pytest.mark.parametrize("case", text_files.NAMES, ids=str)
def test_any_file_name_is_read(told: dict[str, Any], case: Case) -> None:
    name = os.fsencode(case.file).decode("utf-8", "backslashreplace")
    assert told[name]["status"] in {"ok", "warning"}, told[name]
    assert told[name]["records"] == told["utf8.txt"]["records"] > 0


def test_the_others_are_read_as_ever(told: dict[str, Any]) -> None:
    for file in sorted((ROOT / "raw").iterdir()):
        assert told[file.name]["status"] in {"ok", "warning"}
        assert told[file.name]["records"] >= 5
    assert told["seg-selv-på-side-2.pdf"]["records"] == 10
    no_files = {"lenke-til-intet.pdf", "mappelenke", "rør.txt"} & told.keys()
    assert len(no_files) >= 2
    assert {told[name]["problems"][0]["code"] for name in no_files} == {"VK117"}
