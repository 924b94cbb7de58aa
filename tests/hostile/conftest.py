"""The projects that the command's tests run in."""

from tests.app.conftest import empty_project, project

__all__ = ["empty_project", "project"]
