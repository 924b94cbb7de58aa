"""report.html: one file to read, on a screen, on paper or by ear; no network, no script."""

from export.report.page import report

__all__ = ["report"]
