"""What the options of the command at hand say, for code far from the command itself."""

from dataclasses import dataclass


@dataclass(slots=True)
class State:
    """The running command's way of speaking."""

    json: bool = False
    quiet: bool = False
    language: str = "nb"


state = State()
"""One per process: a command line runs one command."""
