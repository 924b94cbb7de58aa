"""The reader for text files: lines to blocks, page by page."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from extract.readers.base import Limits
from extract.readers.text.aligned import Aligned, aligned_at
from extract.readers.text.file import iso_day, read_text
from extract.readers.text.lines import Line, is_rule, part_front_matter, read_lines, split_pages
from extract.readers.text.marks import is_markup, plain_markdown, take_apart, underline_level
from extract.readers.text.tables import Row, is_pipe_rule, table_at
from veikart.core.blocks import Block, BlockKind, DocumentMeta, Page
from veikart.core.problems import Code, DocumentError, Level, Problem, problem

_WRAPPED, _WHOLE = 2, 1


class TextReader:
    """Opens text dumps and Markdown."""

    kind = "text"
    version = 1

    def open(self, path: Path, limits: Limits) -> "OpenText":
        """Read and decode the file.

        Raises:
            DocumentError: EMPTY, TOO_LARGE or UNREADABLE.
        """
        text, notes = read_text(path, limits)
        lines, stated = part_front_matter(read_lines(text))
        if not lines:
            raise DocumentError(problem(Code.EMPTY, Level.ERROR))
        return OpenText(lines, stated, notes, limits)


class OpenText:
    """A text file that has been read."""

    def __init__(self, lines: list[Line], stated: dict[str, str], notes: list[Problem], limits: Limits) -> None:
        self._limits = limits
        self._pages = list(split_pages(lines, limits.blocks_per_page))
        if len(self._pages) > limits.pages:
            count = len(self._pages)
            notes = [*notes, problem(Code.TOO_LARGE, Level.WARNING, size=count, limit=limits.pages, unit="pages")]
            self._pages = self._pages[: limits.pages]
        self.meta = DocumentMeta(
            title=stated.get("title", ""),
            author=stated.get("author", ""),
            modified=iso_day(stated.get("date", "")),
            language=stated.get("lang", stated.get("language", "")),
            pages=len(self._pages),
            problems=tuple(notes),
        )

    def pages(self) -> Iterator[Page]:
        """Yield every page in order."""
        for number, lines in enumerate(self._pages, 1):
            yield _PageBuilder(number, self._limits.text_length).build(lines)

    def close(self) -> None:
        """Let go of the text."""
        self._pages = []


class _PageBuilder:
    """Makes the blocks of one page."""

    def __init__(self, number: int, text_length: int) -> None:
        self._number = number
        self._length = text_length
        self._blocks: list[Block] = []
        self._problems: list[Problem] = []
        self._tables = 0

    def build(self, lines: list[Line]) -> Page:
        index = 0
        while index < len(lines):
            rows = table_at(lines, index) if "\t" in lines[index].text or "|" in lines[index].text else []
            if rows:
                self._add_table(rows)
                index += len(rows)
                continue
            aligned = aligned_at(lines, index)
            if aligned is not None:
                self._add_aligned(aligned)
                index += aligned.count
                continue
            self._add_one(lines[index], gap=lines[index].gap if index else 0)
            index += 1
        return Page(self._number, tuple(self._blocks), problems=tuple(self._problems))

    def _add_one(self, line: Line, gap: int) -> None:
        level = underline_level(line.text)
        above = self._blocks[-1] if self._blocks else None
        if (
            level
            and not gap
            and above is not None
            and above.kind is BlockKind.TEXT
            and above.line_end == line.number - 1
        ):
            self._blocks[-1] = replace(above, kind=BlockKind.TITLE, level=level)
        elif not is_rule(line.text) and not level and not is_markup(line.text):
            self._add_line(line, gap)

    def _add_line(self, line: Line, gap: int) -> None:
        marked = take_apart(line.text)
        kind = BlockKind.TITLE if marked.heading else BlockKind.BULLET if marked.marker else BlockKind.TEXT
        self._blocks.append(
            Block(
                id=line.anchor,
                page=self._number,
                kind=kind,
                text=self._cut(plain_markdown(marked.text), line.number),
                marker=marked.marker,
                level=marked.heading or marked.indent,
                row=gap,
                column_span=_WRAPPED if line.wrapped else _WHOLE,
                line_start=line.number,
                line_end=line.number,
            )
        )

    def _add_table(self, rows: list[Row]) -> None:
        self._tables += 1
        table = f"p{self._number}/t{self._tables}"
        body = [row for row in rows if not is_pipe_rule(row.line.text)]
        for index, row in enumerate(body):
            for column, cell in enumerate(row.cells):
                if cell:
                    self._blocks.append(self._cell(table, index, column, plain_markdown(cell), row.line))

    def _add_aligned(self, aligned: Aligned) -> None:
        self._tables += 1
        table = f"p{self._number}/t{self._tables}"
        for index, row in enumerate(aligned.rows):
            for column, text in enumerate(row.cells):
                if not text:
                    continue
                cell = self._cell(table, index, column, text, row.lines[0])
                span = len(row.cells) if row.is_section else 1
                self._blocks.append(replace(cell, column_span=span, line_end=row.lines[-1].number))

    def _cell(self, table: str, row: int, column: int, text: str, line: Line) -> Block:
        marked = take_apart(text)
        return Block(
            id=f"{line.anchor}/c{column}",
            page=self._number,
            kind=BlockKind.CELL,
            text=self._cut(marked.text if marked.marker and not marked.marker[0].isalnum() else text, line.number),
            container=f"{table}/r{row}c{column}",
            table=table,
            row=row,
            column=column,
            line_start=line.number,
            line_end=line.number,
        )

    def _cut(self, text: str, number: int) -> str:
        if len(text) <= self._length:
            return text
        self._problems.append(
            problem(Code.TEXT_CUT, Level.WARNING, self._number, f"l{number}", length=len(text), limit=self._length)
        )
        return text[: self._length]
