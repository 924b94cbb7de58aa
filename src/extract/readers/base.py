"""What a reader is: something that opens a file and yields its pages one at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from veikart.core.blocks import DocumentMeta, Page

LONGEST_RUN = 200_000
"""Characters kept of one run of text in an Office document: far above what a block may hold, so that the block is told
as cut, and far below what takes minutes to look at."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Ceilings for one document; what is over them is cut or refused with a code."""

    unpacked_bytes: int = 512 * 2**20
    parts: int = 20_000
    pages: int = 5_000
    blocks_per_page: int = 20_000
    text_length: int = 20_000  # characters of one block
    ocr: bool = True
    ocr_seconds: float = 30.0  # for all of the document's pictures
    left_out: frozenset[int] = frozenset()  # pages that are not opened: one of them stopped a process before


class OpenDocument(Protocol):
    """An opened file. Pages are read as they are asked for and may be let go after use."""

    meta: DocumentMeta

    def pages(self) -> Iterator[Page]:
        """Yield every page once, in order, hidden ones too (marked)."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


class Reader(Protocol):
    """Opens files of one kind."""

    kind: str
    version: int  # raised when the same file gives other blocks than before

    def open(self, path: Path, limits: Limits) -> OpenDocument:
        """Open the file.

        Raises:
            DocumentError: the file cannot be read; the problem names the cause.
        """
        ...
