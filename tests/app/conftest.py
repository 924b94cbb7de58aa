"""Projects to run in: the sample documents, copied to a folder of their own."""

import shutil
from pathlib import Path

import pytest

from veikart.app.initialise import initialise

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A fresh project with the sample documents."""
    folder = tmp_path / "project"
    initialise(folder)
    for file in sorted((ROOT / "raw").iterdir()):
        shutil.copy(file, folder / "raw" / file.name)
    return folder


@pytest.fixture
def empty_project(tmp_path: Path) -> Path:
    """A fresh project without documents."""
    folder = tmp_path / "project"
    initialise(folder)
    return folder
