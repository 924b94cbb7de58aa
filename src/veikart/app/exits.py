"""How a command ended, for scripts."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every command; docs/commands.md tells about them."""

    DONE = 0
    PROBLEMS = 1  # done, but some documents failed or a --fail-on level was reached
    USAGE = 2
    FAILED = 3  # could not run: configuration, permissions, a damaged store; nothing was changed
    SENSITIVE = 5  # refused by the sensitivity ceiling
    INTERRUPTED = 130  # resumable
