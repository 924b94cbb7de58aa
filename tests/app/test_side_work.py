"""A second process for the longest step of exporting changes when things are done, not what comes out."""

from pathlib import Path

import pytest

from tests.app.command import contents
from veikart.app import side_work
from veikart.app.project import find_project
from veikart.app.run import run
from veikart.core.config import ExtractSection
from veikart.core.executors import Here


def test_the_same_bytes_from_two_processes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(find_project(project))
    alone = contents(project / "exports")
    monkeypatch.setattr(side_work, "_WORTH_A_PROCESS", 0)
    config = project / "pipeline.toml"
    config.write_text(config.read_text(encoding="utf-8").replace("workers = 0", "workers = 2"), encoding="utf-8")
    run(find_project(project), again=True)
    assert contents(project / "exports") == alone


@pytest.mark.parametrize(("workers", "records"), [(1, 1_000_000), (2, 50)])
def test_one_worker_and_small_projects_stay_in_one_process(workers: int, records: int) -> None:
    with side_work.side_executor(ExtractSection(workers=workers), records) as executor:
        assert isinstance(executor, Here)
