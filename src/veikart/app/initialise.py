"""A new project folder."""

from importlib.resources import files
from pathlib import Path

from veikart.core.files import write_atomic
from veikart.core.problems import Code, Level, ProjectError, problem

_IGNORED = "normalized/\nexports/\n"


def template() -> str:
    """Return the commented pipeline.toml that new projects start from."""
    return files("veikart.app").joinpath("data", "pipeline.toml").read_text(encoding="utf-8")


def initialise(folder: Path) -> list[Path]:
    """Make a project and return what was made, relative to its folder.

    Raises:
        ProjectError: the folder holds a project already, or cannot be written; nothing is overwritten.
    """
    parts = {"pipeline.toml": template(), ".gitignore": _IGNORED}
    for name in parts:
        if (folder / name).exists():
            raise ProjectError(problem(Code.NOT_WRITABLE, Level.ERROR, folder=folder, cause=f"{name} exists"))
    try:
        for name, text in parts.items():
            write_atomic(folder / name, text)
        for name in ("raw", "decisions"):
            (folder / name).mkdir(exist_ok=True)
    except OSError as error:
        cause = error.strerror or type(error).__name__
        raise ProjectError(problem(Code.NOT_WRITABLE, Level.ERROR, folder=folder, cause=cause)) from error
    return [Path(name) for name in (*parts, "raw", "decisions")]
