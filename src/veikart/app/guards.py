"""Before a run changes anything: may it write where it will have to, and did a killed run leave something behind?"""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from veikart.core.files import TEMPORARY
from veikart.core.problems import Code, Level, ProjectError, problem


def prepare_folders(folders: Iterable[Path]) -> None:
    """Make the folders, make sure that they can be written, and clear away what killed runs left in them.

    To be called by the one who holds the project's lock.

    Raises:
        ProjectError: a folder cannot be written; nothing was changed.
    """
    wanted = list(folders)
    for folder in wanted:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder) as probe:
                probe.write(b"\n")
        except OSError as error:
            raise not_writable(folder, error) from error
    for folder in wanted:
        for file in folder.rglob(TEMPORARY):
            file.unlink(missing_ok=True)


def not_writable(folder: Path, error: OSError) -> ProjectError:
    """Return the error that names the folder and why it cannot be written."""
    cause = error.strerror or type(error).__name__
    return ProjectError(problem(Code.NOT_WRITABLE, Level.ERROR, folder=folder, cause=cause))
