"""Two runs of one project never overlap, and a dead holder leaves no lock."""

import subprocess
import sys
from pathlib import Path

import pytest

from veikart.app.lock import project_lock
from veikart.core.problems import Code, ProjectError

HOLDER = """
import sys, time
from pathlib import Path
from veikart.app.lock import project_lock
with project_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_run_waits_and_a_killed_holder_frees_the_lock(tmp_path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        told: list[str] = []
        with pytest.raises(ProjectError) as caught, project_lock(tmp_path, 0.3, lambda: told.append("waiting")):
            pass
        assert caught.value.problem.code is Code.LOCKED
        assert told == ["waiting"]
    finally:
        holder.kill()
        holder.wait()
    with project_lock(tmp_path, 5.0):
        pass
