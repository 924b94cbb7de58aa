"""A project: the folder with pipeline.toml, and where everything lies in it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from veikart.core.config import Config
from veikart.core.config_file import load_config
from veikart.core.files import safe_name
from veikart.core.problems import Code, Level, ProjectError, problem

CONFIG = "pipeline.toml"
ENVIRONMENT = "VEIKART_PROJECT"
_PASSED_OVER = ("~$", ".")  # lock files of Office, hidden files


@dataclass(frozen=True, slots=True)
class Project:
    """A project's folder and configuration."""

    root: Path
    config: Config

    @property
    def raw(self) -> Path:
        """Inputs; never written."""
        return self.root / "raw"

    @property
    def normalized(self) -> Path:
        """One file per document; rebuildable."""
        return self.root / "normalized"

    @property
    def decisions(self) -> Path:
        """Human work."""
        return self.root / "decisions"

    @property
    def exports(self) -> Path:
        """Tables and workbooks; rebuildable."""
        return self.root / "exports"

    def store_of(self, document: str) -> Path:
        """Return the file in normalized/ that holds what the document gave."""
        return self.normalized / safe_name(document, ".jsonl")

    def name_of(self, path: Path) -> str:
        """Return a document's name: its path below raw/, or its file name where it lies elsewhere."""
        try:
            return _readable(path.resolve().relative_to(self.raw.resolve()).as_posix())
        except ValueError:
            return _readable(path.name)

    def documents(self) -> Iterator[tuple[str, Path]]:
        """Yield name and path of every document in raw/, in the order of their names.

        Links to folders are not followed; they are yielded like documents, so that somebody tells.
        """
        if not self.raw.is_dir():
            return
        found = []
        for folder, folders, files in os.walk(self.raw):
            folders[:] = [name for name in folders if not name.startswith(".")]
            found += [link for name in folders if (link := Path(folder, name)).is_symlink()]
            found += [Path(folder, name) for name in files if not name.startswith(_PASSED_OVER)]
        yield from sorted((_readable(path.relative_to(self.raw).as_posix()), path) for path in found)


def _readable(name: str) -> str:
    """Return a name as text: bytes of it that are no UTF-8 are spelled out, because no table could hold them."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def find_project(folder: Path | None = None) -> Project:
    """Return the project in a folder, or the nearest one upwards from here that holds pipeline.toml.

    Raises:
        ProjectError: there is none, or its configuration has errors (all of them are told).
    """
    if folder is not None:
        root = folder.expanduser().resolve()
    else:
        here = Path.cwd().resolve()
        root = next((p for p in (here, *here.parents) if (p / CONFIG).is_file()), here)
    file = root / CONFIG
    if not file.is_file():
        raise ProjectError(problem(Code.NO_PROJECT, Level.ERROR, folder=root))
    return Project(root, load_config(file))
