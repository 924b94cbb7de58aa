"""The command line: a thin skin over the library. Data goes to stdout, everything else to stderr."""

from veikart.app.cli.main import app, main

__all__ = ["app", "main"]
