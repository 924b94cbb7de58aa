"""Whether the installation and the project are in order, and what to do where they are not."""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from veikart import __version__
from veikart.app.project import Project, find_project
from veikart.app.worker import memory_can_be_limited
from veikart.core.messages import Catalogue
from veikart.core.problems import ProjectError

_PACKAGES = (
    "pypdfium2",
    "pdfplumber",
    "python-docx",
    "rapidfuzz",
    "pandas",
    "spacy",
    "spacy-lookups-data",
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: ok, note or error."""

    name: str
    state: str
    message: str


def examine(folder: Path | None) -> list[Check]:
    """Look at everything; a missing project is an error of its own, the rest is still told."""
    try:
        project = find_project(folder)
    except ProjectError as error:
        catalogue = Catalogue("nb")
        return [*_installation(catalogue), Check("project", "error", catalogue.problem(error.problem))]
    catalogue = Catalogue(project.config.project.language)
    return [*_installation(catalogue), *_project(project, catalogue), _parquet(project, catalogue)]


def _installation(catalogue: Catalogue) -> Iterator[Check]:
    running = f"veikart {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    yield Check("veikart", "ok", running)
    for name in _PACKAGES:
        try:
            yield Check(name, "ok", version(name))
        except PackageNotFoundError:
            yield Check(name, "error", catalogue.text("doctor.missing_package", package=name))
    if memory_can_be_limited():
        yield Check("memory limit", "ok", catalogue.text("doctor.memory_limited"))
    else:
        yield Check("memory limit", "note", catalogue.text("doctor.memory_not_limited"))
    if shutil.which("tesseract"):
        yield Check("tesseract", "ok", catalogue.text("doctor.ocr_ready"))
    else:
        yield Check("tesseract", "note", catalogue.text("doctor.ocr_missing"))


def _parquet(project: Project, catalogue: Catalogue) -> Check:
    try:
        return Check("pyarrow", "ok", catalogue.text("doctor.parquet_ready", version=version("pyarrow")))
    except PackageNotFoundError:
        state = "error" if project.config.export.parquet else "note"
        return Check("pyarrow", state, catalogue.text("doctor.parquet_missing"))


def _project(project: Project, catalogue: Catalogue) -> Iterator[Check]:
    yield Check("project", "ok", str(project.root))
    count = sum(1 for _ in project.documents())
    yield Check("raw", "ok" if count else "note", catalogue.text("doctor.documents", count=count))
    for folder in (project.normalized, project.decisions, project.exports):
        nearest = next(p for p in (folder, *folder.parents) if p.exists())
        writable = os.access(nearest, os.W_OK)
        state, key = ("ok", "doctor.writable") if writable else ("error", "doctor.not_writable")
        yield Check(folder.name, state, catalogue.text(key, folder=folder.name))
