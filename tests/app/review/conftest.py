"""The sample project, read once, and the page over a copy of it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from veikart.app.initialise import initialise
from veikart.app.project import Project, find_project
from veikart.app.review.desk import Desk
from veikart.app.review.questions import ask
from veikart.app.review.view import View
from veikart.app.review.web import make_app
from veikart.app.run import run
from veikart.core.decisions import Decision, read_decisions
from veikart.core.messages import Catalogue

ROOT = Path(__file__).parents[3]
PORT = 8123
ORIGIN = f"http://127.0.0.1:{PORT}"


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, read and exported."""
    folder = tmp_path_factory.mktemp("samples") / "project"
    initialise(folder)
    for file in sorted((ROOT / "raw").iterdir()):
        shutil.copy(file, folder / "raw" / file.name)
    run(find_project(folder))
    return folder


@pytest.fixture
def samples(read_once: Path, tmp_path: Path) -> Project:
    """A copy of the samples to decide in."""
    shutil.copytree(read_once, tmp_path / "project")
    return find_project(tmp_path / "project")


@dataclass
class Page:
    """A reviewer with a browser of their own."""

    project: Project
    client: TestClient
    by: str = "Kari"

    @property
    def view(self) -> View:
        """The state on disk, seen by nobody's cache."""
        return Desk(self.project).view()

    def decisions(self) -> list[Decision]:
        """What decisions.jsonl holds."""
        file = self.project.decisions / "decisions.jsonl"
        return read_decisions(file.read_text(encoding="utf-8").split("\n"))[0] if file.exists() else []

    def post(self, path: str, **form: object) -> Response:
        """Post a form as the page would."""
        data = {"by": self.by, **form}
        return self.client.post(path, data=data, headers={"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"})

    def conflict(self, kind: str) -> str:
        """The first open question of a kind."""
        return next(c for c in self.view.open if self.view.conflicts[c].kind.value == kind)

    def has(self, kind: str) -> bool:
        """Tell whether there is an open question of a kind."""
        return any(self.view.conflicts[c].kind.value == kind for c in self.view.open)

    def identity(self) -> str:
        """The first open question about two measures that may be one."""
        view, catalogue = self.view, Catalogue()
        asked = (ask(view, view.conflicts[c], catalogue) for c in view.open)
        return next(q.conflict.id for q in asked if not q.choices and len(q.sides) == 2 and not q.one_measure)


def browse(project: Project, by: str = "Kari") -> Page:
    """Open the page."""
    return Page(project, TestClient(make_app(project, PORT), base_url=ORIGIN, follow_redirects=False), by)


@pytest.fixture
def page(samples: Project) -> Iterator[Page]:
    """The page over the samples."""
    opened = browse(samples)
    with opened.client:
        yield opened
