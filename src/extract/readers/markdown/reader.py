"""The reader for Markdown files."""

from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt

from extract.readers.base import Limits
from extract.readers.markdown.signs import part_front_matter, with_blanks_behind_signs
from extract.readers.markdown.walk import Walk
from extract.readers.text.file import iso_day, read_text
from veikart.core.blocks import Block, BlockKind, DocumentMeta, Page
from veikart.core.problems import Code, Level, Problem, problem


class MarkdownReader:
    """Opens Markdown files."""

    kind = "markdown"
    version = 1

    def open(self, path: Path, limits: Limits) -> "OpenMarkdown":
        """Read and decode the file.

        Raises:
            DocumentError: EMPTY, TOO_LARGE or UNREADABLE.
        """
        text, notes = read_text(path, limits)
        return OpenMarkdown(text, notes, limits)


class OpenMarkdown:
    """A Markdown file that has been read."""

    def __init__(self, text: str, notes: list[Problem], limits: Limits) -> None:
        lines = text.replace("\f", "\n").split("\n")
        stated, self._offset = part_front_matter(lines)
        self._lines = lines[self._offset :]
        self._limits = limits
        self._title = stated.get("title", "")
        self.meta = DocumentMeta(
            title=self._title,
            author=stated.get("author", ""),
            modified=iso_day(stated.get("date", "")),
            language=stated.get("lang", stated.get("language", stated.get("locale", ""))),
            problems=tuple(notes),
        )

    def pages(self) -> Iterator[Page]:
        """Yield the whole file as one page."""
        walk = Walk(self._offset, self._limits.text_length)
        if self._title:
            walk.blocks.append(Block("l1", 1, BlockKind.TITLE, self._title, level=1, group="title", line_start=1))
        for token in _parser().parse(with_blanks_behind_signs("\n".join(self._lines))):
            walk.read(token)
            if len(walk.blocks) > self._limits.blocks_per_page:
                break
        yield Page(1, tuple(walk.blocks[: self._limits.blocks_per_page]), problems=tuple(self._losses(walk)))

    def close(self) -> None:
        """Let go of the text."""
        self._lines = []

    def _losses(self, walk: Walk) -> Iterator[Problem]:
        limit = self._limits.blocks_per_page
        if len(walk.blocks) > limit:
            yield problem(Code.TOO_LARGE, Level.WARNING, 1, size=f"> {limit}", limit=limit, unit="paragraphs")
        for block, length in walk.cut:
            yield problem(Code.TEXT_CUT, Level.WARNING, 1, block, length=length, limit=self._limits.text_length)


def _parser() -> MarkdownIt:
    """Return a parser of CommonMark with tables and struck text; indented text is text, since writers indent freely."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")
