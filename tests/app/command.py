"""Runs the command line as a user does: in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

START = "from veikart.app.cli import main; main()"


def veikart(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `veikart` with the arguments and return how it ended."""
    return subprocess.run(
        [sys.executable, "-c", START, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=240,
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "120", **environment},
    )


def run_json(project: Path, *arguments: str) -> dict[str, Any]:
    """Run `veikart run --json` and return its document."""
    done = veikart("run", "--project", project, "--json", *arguments)
    assert done.stderr == ""
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files below a folder by their path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
