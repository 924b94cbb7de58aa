"""`decide`, `match`, `diff`: people's answers, and the matcher on other lists."""

import typer


def register(app: typer.Typer) -> None:
    """Add these commands."""
